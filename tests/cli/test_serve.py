import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli import main

HEAVY = {"starlette", "jinja2", "uvicorn", "onrecord.web", "onrecord.catalogue"}


def test_help_has_an_example() -> None:
    assert "Example:\n    onrecord serve talks.db" in CliRunner().invoke(main, ["serve", "--help"]).stdout


def test_nothing_of_the_web_is_loaded_before_it_is_asked_for() -> None:
    code = f"import sys, onrecord, onrecord.cli; print(*sorted({HEAVY} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_the_model_is_not_loaded_to_look_at_a_record(tmp_path: Path) -> None:
    path = tmp_path / "talks.db"
    onrecord.open(path).close()
    code = (
        "import sys; from pathlib import Path; from starlette.testclient import TestClient; from onrecord.web import make_app\n"
        f"client = TestClient(make_app(Path({str(path)!r})), base_url='http://localhost')\n"
        "assert all(client.get(url).status_code == 200 for url in ('/', '/statements', '/actors', '/add'))\n"
        "print(*sorted({'numpy', 'openvino', 'onnxruntime', 'tokenizers', 'trafilatura', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.db"], 1, "there is no record here"),
        (["talks.db", "--host", "0.0.0.0"], 2, "onrecord users add"),
        (["talks.db", "--port", "70000"], 2, "70000"),
    ],
)
def test_what_cannot_be_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, words: str) -> None:
    monkeypatch.chdir(tmp_path)
    onrecord.open(tmp_path / "talks.db").close()
    result = CliRunner().invoke(main, ["serve", *arguments])
    assert result.exit_code == code
    assert words in result.stderr


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    onrecord.open(tmp_path / "talks.db").close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["serve", str(tmp_path / "talks.db"), "--port", str(taken.getsockname()[1])])
    assert (result.exit_code, "give another --port" in result.stderr) == (1, True)


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    onrecord.open(tmp_path / "talks.db").close()
    command = [sys.executable, "-m", "onrecord", "serve", str(tmp_path / "talks.db"), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            line = server.stderr.readline()
            url = re.search(r"http://127\.0\.0\.1:\d+/", line)
            assert url, line
            with urllib.request.urlopen(url[0], timeout=30) as answer:
                assert "The record is empty" in answer.read().decode()
                assert "default-src 'self'" in answer.headers["content-security-policy"]
            server.send_signal(signal.SIGINT)
            assert (server.wait(timeout=30), server.stderr.read()) == (0, "")
        finally:
            server.kill()
