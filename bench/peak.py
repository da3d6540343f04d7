"""How far the encoder is from what the machine can do: python bench/peak.py [--threads 2]

Prints the rate of one large matrix product in int8 and in the encoder's own precision, as OpenVINO runs it, the rate of the
encoder's products while it reads windows of 384 pieces, and the share of the last in the first. A multiplication and an
addition count as two operations.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.encoder.layout import WIDTHS
from onrecord.reading.encoder.network import load_network

#: The shipped encoder: layers, width, inner width.
LAYERS, WIDTH, INNER = 6, 384, 1536
WINDOWS, LENGTH = 4, 384
ROWS, COLUMNS = 4096, 2048


def operations() -> int:
    """The operations of the encoder's matrix products over one batch."""
    pieces = WINDOWS * LENGTH
    linear = LAYERS * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER) + WIDTH * sum(WIDTHS.values())
    attention = LAYERS * 2 * LENGTH * WIDTH
    return 2 * pieces * (linear + attention)


def rate(run: Callable[[], Any], count: int, seconds: float = 3.0) -> float:
    """Operations a second, in thousand millions, of something that takes `count` of them."""
    for _ in range(5):
        run()
    started, times = time.perf_counter(), 0
    while time.perf_counter() - started < seconds:
        run()
        times += 1
    return times * count / (time.perf_counter() - started) / 1e9


def product(threads: int, precision: str) -> Callable[[], Any]:
    """One large matrix product; in int8 both sides are quantized, as a fully quantized network's would be."""
    import openvino
    from openvino import opset13 as op

    rng = np.random.default_rng(1)
    left = op.parameter([ROWS, COLUMNS], np.float32)
    right: Any = op.constant(rng.normal(size=(COLUMNS, COLUMNS)).astype(np.float32))
    taken: Any = left
    if precision == "i8":
        taken = op.fake_quantize(left, *(op.constant(np.float32(x)) for x in (-4, 4, -4, 4)), 256)
        right = op.fake_quantize(right, *(op.constant(np.float32(x)) for x in (-4, 4, -4, 4)), 255)
    model = openvino.Model([op.matmul(taken, right, False, False)], [left])
    settings = {"INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "bf16" if precision == "i8" else precision}
    request = openvino.Core().compile_model(model, "CPU", settings).create_infer_request()
    data = rng.normal(size=(ROWS, COLUMNS)).astype(np.float32)
    return lambda: request.infer([data], share_inputs=True)


def main() -> None:
    """Print the table."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--threads", type=int, default=2)
    o = ap.parse_args()
    import openvino

    own = "bf16" if "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
    peaks = {precision: rate(product(o.threads, precision), 2 * ROWS * COLUMNS * COLUMNS) for precision in ("i8", own)}
    network = load_network(SHIPPED / "encoder.onnx", o.threads)
    rng = np.random.default_rng(1)
    shape = (WINDOWS, LENGTH)
    batch = {"ids": rng.integers(1000, 20000, shape), "shapes": np.ones(shape, dtype=np.int64), "mask": np.ones(shape, dtype=np.int64)}
    encoder = rate(lambda: network(batch), operations())
    for precision, peak in peaks.items():
        print(f"large product in {precision:<5} {peak:8.0f} thousand million operations/s")
    print(f"encoder                {encoder:8.0f}, {WINDOWS * LENGTH * encoder * 1e9 / operations():.0f} pieces/s")
    for precision, peak in peaks.items():
        print(f"encoder of {precision:<5}       {100 * encoder / peak:8.1f} %")


if __name__ == "__main__":
    main()
