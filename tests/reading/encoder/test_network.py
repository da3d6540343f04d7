"""The shipped network in the runtimes that can run it."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from onrecord.errors import ModelError
from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.encoder.encoder import BATCH_PIECES, STEP, Encoder
from onrecord.reading.encoder.network import PROCESSOR, load_network

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


@pytest.mark.parametrize(("kept", "again"), [(1000, 0), (10, 1), (0, 2)])
def test_equal_texts_are_read_once_and_the_last_ones_stay_at_hand(monkeypatch: pytest.MonkeyPatch, kept: int, again: int) -> None:
    monkeypatch.setattr("onrecord.reading.encoder.encoder.KEPT", kept)
    encoder = Encoder()
    network = encoder._network
    rows = 0

    def count(inputs: Mapping[str, npt.NDArray[np.int64]]) -> npt.NDArray[np.float32]:
        nonlocal rows
        rows += len(inputs["ids"])
        return network(inputs)

    monkeypatch.setitem(encoder.__dict__, "_network", count)
    one, other = TEXTS[:2]
    first = encoder.encode([one, other, one])
    assert ([encoded.text for encoded in first], rows) == ([one, other, one], 2)
    assert np.array_equal(first[0].scores, first[2].scores)
    second = encoder.encode([one, other])
    assert rows == 2 + again
    assert all(np.array_equal(here.scores, there.scores) for here, there in zip(first, second, strict=False))


@pytest.mark.parametrize("flags", ["avx2", "avx512_vnni amx_bf16"])
def test_the_scores_of_a_window_do_not_depend_on_how_many_share_its_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: str
) -> None:
    (tmp_path / "cpuinfo").write_text(f"flags\t\t: fpu sse2 {flags}\n")
    monkeypatch.setattr("onrecord.reading.encoder.network.PROCESSOR", tmp_path / "cpuinfo")
    network = load_network(SHIPPED / "encoder.onnx", threads=1)
    rng = np.random.default_rng(7)
    for length in (STEP, 5 * STEP, 24 * STEP):
        shape = (BATCH_PIECES // length, length)
        inputs = {"ids": rng.integers(1000, 25000, shape), "shapes": rng.integers(0, 4, shape), "mask": np.ones(shape, dtype=np.int64)}
        inputs["mask"][1::2, -5:] = 0
        together = network(inputs).copy()
        for rows in (slice(1), slice(1, 3), slice(1, None)):
            assert np.array_equal(network({name: value[rows] for name, value in inputs.items()}), together[rows])


@pytest.mark.skipif(not PROCESSOR.exists() or "vnni" not in PROCESSOR.read_text(), reason="the processor has no products in 8 bits")
def test_products_are_in_8_bits_where_the_processor_has_no_tiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openvino")

    def score(flags: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        (tmp_path / "cpuinfo").write_text(flags)
        monkeypatch.setattr("onrecord.reading.encoder.network.PROCESSOR", tmp_path / "cpuinfo")
        return Encoder().encode(TEXTS[:1])[0].scores

    usual, rounded = score("flags: amx_bf16"), score("flags: avx512_vnni")
    assert 0 < np.abs(usual - rounded).mean() < 0.1


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
from onrecord.reading.encoder.encoder import Encoder
print(len(Encoder().encode(["The envoy said that the talks would go on."])), "openvino_telemetry" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("1 False\n", 0), done.stderr


def test_what_openvino_converts_models_with_can_be_loaded_later() -> None:
    pytest.importorskip("openvino")
    program = """
from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.encoder.network import load_network
load_network(SHIPPED / "encoder.onnx")
from openvino.tools.ovc import convert_model
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
