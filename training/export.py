"""Export trained weights for the runtime: python -m training.export build/taught.pt build/model.pt src/onrecord/reading/model

Writes `encoder.onnx` (int8 weights; float32 with --float), `tokenizer.json` and `model.json` (transitions, link biases,
confidence, what made it). Several stages of one training are averaged (Izmailov et al. 2018).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from onrecord.reading.encoder.layout import WIDTHS
from training.model import LINKS, Reader, load_weights, read_made, shipped_start


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("weights", type=Path, nargs="+", help="of one training, or of several stages of it, which are averaged")
    ap.add_argument("out", type=Path)
    ap.add_argument("--start", default=shipped_start(), help="the encoder that training began with")
    ap.add_argument("--float", action="store_true", help="keep float32, to measure what int8 loses")
    o = ap.parse_args()
    stages = [load_weights(path) for path in o.weights]
    model = Reader(o.start)
    model.load_state_dict({name: torch.stack([weights[name] for weights in stages]).mean(0) for name in stages[0]})
    model.eval()
    o.out.mkdir(parents=True, exist_ok=True)
    target = o.out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "float.onnx")
        export_float(model, whole)
        if o.float:
            shutil.copy(whole, target)
        else:
            onnx.save(store_int8(onnx.load(whole)), str(target))
    tokenizer = json.loads(Path(o.start, "tokenizer.json").read_text(encoding="utf8")) | {"truncation": None, "padding": None}
    (o.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (o.out / "model.json").write_text(
        json.dumps(describe(model, digest, [read_made(path) for path in o.weights]), indent=1),
        encoding="utf8",
    )
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def export_float(model: Reader, path: str) -> None:
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(3))
    names = ["ids", "shapes", "mask"]
    torch.onnx.export(model, example, path, input_names=names, output_names=["scores"], opset_version=17, dynamo=False,
                      dynamic_axes={name: {0: "batch", 1: "pieces"} for name in [*names, "scores"]})  # fmt: skip


#: Smaller tables stay float32.
FEWEST_WEIGHTS = 50_000


def store_int8(model: onnx.ModelProto) -> onnx.ModelProto:
    """Keep every large table of weights as int8 with one scale for each output channel, or for each row that is looked up.

    Only storage is int8: the runtime multiplies the scales in when it loads the file and computes in floating point, so no
    activation is ever rounded to 8 bits.
    """
    graph = model.graph
    users: dict[str, set[str]] = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, set()).add(node.op_type)
    for table in list(graph.initializer):
        weights = numpy_helper.to_array(table)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < FEWEST_WEIGHTS:
            continue
        axis = 0 if users[table.name] == {"Gather"} else 1
        scale = np.maximum(np.abs(weights).max(1 - axis, keepdims=True) / 127, 1e-8).astype(np.float32)
        small = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
        graph.initializer.remove(table)
        graph.initializer.extend(numpy_helper.from_array(a, f"{table.name}_{n}") for n, a in (("int8", small), ("scale", scale.ravel())))
        inputs = [f"{table.name}_int8", f"{table.name}_scale"]
        graph.node.insert(0, helper.make_node("DequantizeLinear", inputs, [table.name], axis=axis))
    return model


def describe(model: Reader, digest: str, made: list[dict[str, object]]) -> dict[str, object]:
    def rounded(values: torch.Tensor) -> list[object]:
        out: list[object] = [[round(v, 4) for v in row] if isinstance(row, list) else round(row, 4) for row in values.tolist()]
        return out

    return {
        "name": f"onrecord-{digest[:12]}",
        "sha256": digest,
        "made": made,
        "channels": WIDTHS,
        "crfs": {name: {key: rounded(value) for key, value in crf.state_dict().items()} for name, crf in model.crfs.items()},
        "reach": {name: rounded(model.reach[name].detach()) for name in LINKS},
        "none": {name: round(model.none[name].item(), 4) for name in LINKS},
        "confidence": None,
    }


if __name__ == "__main__":
    main()
