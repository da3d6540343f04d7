from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run_command
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, make, tell

BY = ("--by", "A. Veld", "--why", "read both")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "onrecord.db", [tell("quarrel", SHOT, NOT_SHOT), tell("shelling", FORTY, FOUR)]).close()
    return partial(run_command, width=100)


@pytest.mark.parametrize("command", [None, "list", "confirm", "reject", "unsure", "undo", "decisions"])
def test_every_help_has_an_example(run: Run, command: str | None) -> None:
    result = run("contradictions", *([command] if command else []), "--help")
    assert result.exit_code == 0
    assert "Example:\n    onrecord contradictions" in result.stdout


def test_pairs_stand_side_by_side_or_one_above_the_other(run: Run) -> None:
    wide = run("contradictions", "list", "--kind", "number").stdout
    assert wide.startswith("May contradict each other (number) · score 0.70 · not decided\n    “forty minutes”  ")
    assert "│  “four”" in wide
    narrow = run("contradictions", "list", "--kind", "number", width=60).stdout
    assert "│" not in narrow
    assert "\n    “four”\n" in narrow
    assert run("contradictions", "list", "--party", "Ferrin").stderr == "Nothing in the record fits.\n"


def test_decisions_are_made_listed_and_undone(run: Run) -> None:
    assert run("contradictions", "decisions").stderr == "Nobody has made a decision on any contradiction of the record.\n"
    (found,) = [json.loads(line) for line in run("contradictions", "list", "--kind", "denial", "--json").stdout.splitlines()]
    ends = (found["a"]["id"], found["b"]["id"])
    assert run("contradictions", "confirm", *ends, *BY).stdout.startswith("1: confirmed (denial): “that three guards")
    assert "confirmed by A. Veld" in run("contradictions", "list", "--decision", "confirmed").stdout
    assert run("contradictions", "reject", *ends, *BY).exit_code == 0
    assert "denial" not in run("contradictions", "list").stdout
    assert json.loads(run("contradictions", "undo", "2", *BY, "--json").stdout)["undoes"] == 2
    kinds = [json.loads(line)["kind"] for line in run("contradictions", "decisions", "--json").stdout.splitlines()]
    assert kinds == ["confirmed", "rejected", "undo"]
    assert run("contradictions", "unsure", "stm_1", "stm_2", *BY).exit_code == 2


def test_accounts(run: Run) -> None:
    shown = run("accounts", "--words", "guards").stdout
    assert "Account of Orvania" in shown.splitlines()[0]
    assert "│  Account of Tamesh" in shown.splitlines()[0]
    assert "May contradict each other (denial)" in shown
    assert "only here, numbers: three guards" in " ".join(shown.split())
    value = json.loads(run("accounts", "--words", "guards", "--json").stdout)
    assert [one["side"] for one in value["accounts"]] == ["Orvania", "Tamesh"]
    assert "Account of Tamesh" in run("accounts", "--words", "guards", "--side", "Tamesh").stdout
    assert run("accounts", "--words", "glacier").stderr == "Nothing in the record fits.\n"
    assert run("accounts").exit_code == 2
    assert "Example:\n    onrecord accounts" in run("accounts", "--help").stdout
