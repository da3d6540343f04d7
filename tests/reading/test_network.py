"""The shipped network in the runtimes that can run it."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.reading.encoder import SHIPPED, Encoder
from onrecord.reading.network import load_network

TEXTS = [
    "The envoy said that the talks would go on.",
    "“We wait,” she added.",
    "It rained.",
    "The minister, who left on Monday, did not say why.",
]


def test_scores_do_not_depend_on_what_else_is_in_the_batch() -> None:
    encoder = Encoder()
    together = encoder.encode(TEXTS)
    for text, encoded in zip(TEXTS, together, strict=True):
        assert np.array_equal(encoded.scores, encoder.encode([text])[0].scores)


def test_without_any_runtime_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match="install one of them"):
        load_network(SHIPPED / "encoder.onnx")


def test_onnxruntime_gives_nearly_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("onnxruntime")
    usual = Encoder().encode(TEXTS)
    monkeypatch.setitem(sys.modules, "openvino", None)
    for here, there in zip(usual, Encoder().encode(TEXTS), strict=True):
        assert np.abs(here.head("attribution") - there.head("attribution")).max() < 1.0


def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    program = """
import socket, sys
def barred(*_, **__): raise AssertionError("a socket was opened")
socket.socket.__init__ = socket.socket.connect = socket.create_connection = socket.getaddrinfo = barred
from onrecord.reading.encoder import Encoder
print(len(Encoder().encode(["The envoy said that the talks would go on."])))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr
