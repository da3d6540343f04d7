import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.cli.read import watch


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with watch() as progress:
        assert progress is None
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with watch() as progress:
        assert progress is not None
        progress("a [report]")
    out, err = capsys.readouterr()
    assert out == ""
    assert "1 report done, last a [report]" in err


@pytest.mark.parametrize("options", [["--json"], ["--record", "talks.db"]])
def test_a_wrong_file_of_actors_stops_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "actors.yaml").write_text("actors: [{name: Anna Veld, office: envoy}]")
    result = CliRunner().invoke(main, ["read", "news", "--actors", "actors.yaml", *options])
    assert result.exit_code == 2
    assert "Error: actors.yaml: actors[1]: has “office”, which is not known" in result.stderr


@pytest.mark.parametrize("options", [["--json"], ["--record", "talks.db"], ["--json", "--processes", "2"]])
def test_a_wrong_file_of_issues_stops_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "issues.yaml").write_text("bells: {word: [bell]}")
    (tmp_path / "news.txt").write_text("“The bell rang,” Anna Veld said.\n")
    result = CliRunner().invoke(main, ["read", "news.txt", "--issues", "issues.yaml", *options])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: issues.yaml: the issue bells has 'word'" in result.stderr
