import sys

import pytest

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
