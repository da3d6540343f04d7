import json

import pytest

from tests.cli.conftest import Run

BY = ("--by", "A. Veld", "--why", "one office")


@pytest.fixture
def run(filled: Run) -> Run:
    return filled


@pytest.mark.parametrize("command", ["explain", "merge", "split", "rename", "distinct", "undo", "judgements", None])
def test_every_help_has_an_example(run: Run, command: str | None) -> None:
    result = run("actors", *([command] if command else []), "--help")
    assert result.exit_code == 0
    assert "Example:\n    onrecord actors" in result.stdout


def test_explain_in_words_and_as_json(run: Run) -> None:
    assert "are two actors in this record" in " ".join(run("actors", "explain", "Strand", "Kostan").stdout.split())
    value = json.loads(run("actors", "explain", "Strand", "Kostan", "--json").stdout)
    assert (value["same"], value["score"], [f["name"] for f in value["features"]]) == (False, 0.0, ["name"])


def test_judgements_are_made_listed_and_undone(run: Run) -> None:
    assert run("actors", "judgements").stderr == "Nobody has made a judgement on any actor of the record.\n"
    merged = run("actors", "merge", "Courier", "Ivo Strand", *BY).stdout
    assert merged.startswith("1: Courier and Ivo Strand are one, by A. Veld on ")
    assert "✓" in run("list", "actors", "--name", "Courier").stdout
    assert "confirmed" in run("list", "actors", "--name", "Courier").stdout
    assert "found by machine" in run("list", "actors", "--name", "Kostan").stdout
    assert run("actors", "undo", "1", *BY).exit_code == 0
    assert run("actors", "split", "Mirela Kostan", "strand", *BY).exit_code == 0
    (first, _) = [json.loads(line) for line in run("list", "actors", "--name", "Kostan", "--json").stdout.splitlines()]
    assert first["confirmed"] is True
    assert run("actors", "rename", "Courier", "Dorvik Courier", *BY).exit_code == 0
    assert run("actors", "distinct", "Dorvik Courier", "Ivo Strand", *BY).exit_code == 0
    kinds = [json.loads(line)["kind"] for line in run("actors", "judgements", "--json").stdout.splitlines()]
    assert kinds == ["merge", "undo", "split", "rename", "distinct"]


def test_errors_are_one_line(run: Run) -> None:
    run("actors", "distinct", "Courier", "Ivo Strand", *BY)
    contradiction = run("actors", "merge", "Courier", "Ivo Strand", *BY)
    assert contradiction.exit_code == 1
    assert contradiction.stderr.startswith("Error: judgement: contradicts judgement 1")
    assert run("actors", "merge", "Courier", "nobody", *BY).exit_code == 2
    assert run("actors", "merge", "Courier", "Ivo Strand").exit_code == 2
