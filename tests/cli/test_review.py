import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.cli import main

BY = ["--by", "A. Veld"]


@pytest.fixture
def path(tmp_path: Path, news: Path, fake_reading: None) -> str:
    with onrecord.open(tmp_path / "talks.db") as record:
        record.read([news])
    return str(tmp_path / "talks.db")


def run(path: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["review", *words, "--record", path])


def ids(path: str) -> list[str]:
    return [json.loads(line)["entry"] for line in run(path, "list", "--json").stdout.splitlines()]


def test_a_queue_says_what_and_why(path: str) -> None:
    result = run(path, "list", *BY)
    assert result.exit_code == 0
    assert "Mirela Kostan" in result.stdout
    assert "why: low confidence, 0.50" in result.stdout
    assert "3 left, 0 decided by A. Veld." in result.stderr
    assert "call, held" in run(path, "list", "--of", "contacts").stdout
    assert len(run(path, "list", "--json", "--filter", "outlet=Courier").stdout.splitlines()) == 1
    assert run(path, "list", "--filter", "since=soon").exit_code == 2


def test_decisions_are_made_and_taken_back(path: str) -> None:
    first, second, _ = ids(path)
    result = run(path, "decide", "corrected", first, "--set", "act=urge", '--set=said={"from": "2031-03-12", "to": "2031-03-12"}', *BY)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1: statement corrected (act")
    assert run(path, "decide", "confirmed", first, second, "--why", "seen", *BY).stdout.count(", by A. Veld on ") == 2
    assert len(ids(path)) == 1
    assert run(path, "undo", "2", *BY).stdout.startswith("4: 2 is taken back, by A. Veld on ")
    assert json.loads(run(path, "undo", "1", "--json", *BY).stdout)["undoes"] == 1
    assert len(ids(path)) == 3
    assert run(path, "undo", "1", *BY).exit_code == 2
    assert "has its entry" in run(path, "list", "--orphans").stderr


def test_agreement_and_export(path: str) -> None:
    assert "No entry has been decided on by two people." in run(path, "agreement").stderr
    run(path, "decide", "confirmed", *ids(path), *BY)
    first, *_ = (json.loads(line)["entry"] for line in run(path, "list", "--turn", "mine", "--json", *BY).stdout.splitlines())
    run(path, "decide", "rejected", first, "--by", "I. Morn")
    assert "statement stands: alpha not defined" not in run(path, "agreement").stdout
    assert json.loads(run(path, "agreement", "--json").stdout.splitlines()[0])["units"] == 1
    lines = [json.loads(line) for line in run(path, "export").stdout.splitlines()]
    assert sum(len(line["statements"]) for line in lines) == 2


def test_what_the_machine_missed_is_added(path: str) -> None:
    blank = run(path, "add", "statement", "kostan", "--set", "content=[[75, 95]]", *BY)
    assert blank.exit_code == 2
    assert "needs kind and act" in blank.output
    words = ["--set", "content=[[80, 91]]", "--set", "kind=indirect", "--set", "act=warn", "--set", "speaker=Ivo Strand"]
    result = run(path, "add", "statement", "kostan", *words, *BY)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1: statement added: “")
    shown = CliRunner().invoke(main, ["list", "statements", "--state", "added", "--record", path]).stdout
    assert "added by A. Veld" in shown
    assert "confidence" not in shown
    assert run(path, "undo", "1", *BY).exit_code == 0
    assert not CliRunner().invoke(main, ["list", "statements", "--state", "added", "--record", path]).stdout


def test_a_dispute_is_settled(path: str) -> None:
    first = ids(path)[0]
    run(path, "decide", "confirmed", first, *BY)
    run(path, "decide", "rejected", first, "--by", "I. Morn")
    assert run(path, "settle", first, "1", *BY, "--why", "mine").exit_code == 2
    result = run(path, "settle", first, "1", "--by", "C. Oss", "--why", "read it")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("3: statement confirmed, which settles it: “")
