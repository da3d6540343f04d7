import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.across.conftest import Said, make_entries
from tests.cli.conftest import Run, run_command
from tests.records import group, open_record, write

QUOTE = "No convoy will cross the northern bridge before all nine of the crew are home"
KOSTAN = Said("Mirela Kostan", QUOTE, "2031-03-12")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    db = open_record(Path("onrecord.db"))
    write(db, make_entries("first", [KOSTAN]))
    other = replace(KOSTAN, content=QUOTE.replace("nine", "seven"), via=("Courier",))
    write(db, make_entries("second", [other], "2031-03-15", "Post"))
    group(db)
    db.close()
    return partial(run_command, width=100)


def test_utterances_in_words(run: Run) -> None:
    words = " ".join(run("utterances").stdout.split())
    assert words.startswith("Mirela Kostan (Orvania), on 2031-03-12 (stated) ⟦No convoy")
    assert "said once, 2 reports, 1 origin; first in first, Courier, 2031-03-14" in words
    assert "numbers differ: 7 for 9, has “seven” for “nine”" in words.replace("; has", ", has")


def test_utterances_as_json(run: Run) -> None:
    value = json.loads(run("utterances", "--json", "--speaker", "Kostan").stdout)
    assert (value["reports"], value["origins"]) == (2, 1)


def test_nothing_fits(run: Run) -> None:
    assert run("utterances", "--at-least", "3").stderr == "Nothing in the record fits.\n"


def test_origins_in_words_and_as_json(run: Run) -> None:
    value = json.loads(run("utterances", "--json").stdout)
    words = " ".join(run("origins", value["tellings"][1]["id"]).stdout.split())
    assert words.startswith(f"2 reports, 1 origin {value['id']} Mirela Kostan: No convoy")
    assert "second, Post, 2031-03-15 · through Courier · " in words
    found = json.loads(run("origins", value["id"], "--json").stdout)
    assert found["origins"] == 1
    ways = found["branches"][0]["ways"]
    assert [(way["speaker"], way["report"]["name"]) for way in ways] == [("Mirela Kostan", "first"), ("Mirela Kostan", "second")]
    assert all("convoy" in way["words"] for way in ways)
    missing = run("origins", "stm_0")
    assert (missing.exit_code, missing.stderr.startswith("Error: stm_0: is not the id")) == (2, True)


@pytest.mark.parametrize("command", ["utterances", "origins"])
def test_every_help_has_an_example(run: Run, command: str) -> None:
    assert f"Example:\n    onrecord {command} " in run(command, "--help").stdout
