"""Commands as a user gives them, in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli import main

Run = Callable[..., Result]


def run_command(*arguments: object, width: int | None = None) -> Result:
    """What a command says, on a terminal of so many columns; anything but an exit is a failure of the test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], env={"COLUMNS": str(width)} if width else None)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_reading: None) -> Run:
    """Run a command in an empty folder, reading as the fakes do."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return run_command


@pytest.fixture
def filled(run: Run, news: Path) -> Run:
    """Run a command where two reports have been read."""
    assert run("read", news).exit_code == 0
    return run
