import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

SAMPLE = Path("sample")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("positions") / "talks.db")
    assert CliRunner().invoke(main, ["read", str(SAMPLE), "--record", path]).exit_code == 0
    return path


def run(record: str, *options: str) -> str:
    result = CliRunner().invoke(main, ["positions", "--record", record, *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_movement_shows_both_sentences(record: str) -> None:
    out = run(record, "--side", "Orvania", "--issue", "ceasefire")
    assert out.startswith("Orvania on ceasefire: ")
    assert ", last said on 2031-03-1" in out.splitlines()[0]
    assert "on a condition: " in out
    words = " ".join(out.split())
    assert "compared with Mirela Kostan, on 2031-03-13, courier" in words
    assert words.count("⟦Orvania will sign a ceasefire with Tamesh only if") == 3
    assert "first: nothing earlier is on record" in out


def test_json_is_one_position_a_line(record: str) -> None:
    rows = [json.loads(line) for line in run(record, "--side", "Orvania", "--json").splitlines()]
    assert {row["of"] for row in rows} == {"Orvania"}
    assert all({"movement", "why", "statement", "before", "tellings"} <= set(step) for row in rows for step in row["steps"])


def test_only_the_latest_are_shown_where_there_are_many(record: str) -> None:
    asked = ("--side", "Orvania", "--issue", "ceasefire")
    (whole,) = (json.loads(line) for line in run(record, *asked, "--json").splitlines())
    (some,) = (json.loads(line) for line in run(record, *asked, "--json", "--limit", "1").splitlines())
    assert (whole["left_out"], some["left_out"]) == (0, len(whole["steps"]) - 1)
    assert some["steps"] == whole["steps"][:1]
    assert f"{some['left_out']} earlier statements left out; see --limit" in run(record, *asked, "--limit", "1")
    assert "left out" not in run(record, *asked)


def test_the_matrix(record: str) -> None:
    out = run(record, "--matrix")
    assert "Orvania\n" in out
    assert "border: conditional" in out
    assert json.loads(run(record, "--matrix", "--json"))["until"] == "2031-03-16"


def test_the_matrix_takes_no_filters(record: str) -> None:
    result = CliRunner().invoke(main, ["positions", "--record", record, "--matrix", "--side", "Orvania"])
    assert result.exit_code == 2
    assert "--matrix shows all sides and issues" in result.output


def test_nothing_fits(record: str) -> None:
    result = CliRunner().invoke(main, ["positions", "--record", record, "--side", "Tamesh", "--issue", "border"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing in the record fits." in result.stderr
