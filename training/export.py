"""Export trained weights for the runtime: python -m training.export build/model.pt src/onrecord/reading/model

Writes `encoder.onnx` (dynamic int8; float32 with --float), `tokenizer.json` and `model.json` (transitions, link biases,
what made it).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.reading.layout import WIDTHS
from training.model import LINKS, Reader
from training.train import start_path


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("weights", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--start", help="the encoder that training began with")
    ap.add_argument("--float", action="store_true", help="keep float32, to measure what int8 loses")
    o = ap.parse_args()
    start = start_path(o.start)
    saved = torch.load(o.weights, map_location="cpu")
    model = Reader(start)
    model.load_state_dict(saved["model"])
    model.eval()
    o.out.mkdir(parents=True, exist_ok=True)
    target = o.out / "encoder.onnx"
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "float.onnx")
        export_float(model, whole)
        if o.float:
            shutil.copy(whole, target)
        else:
            quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True)
    tokenizer = json.loads(Path(start, "tokenizer.json").read_text(encoding="utf8")) | {"truncation": None, "padding": None}
    (o.out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf8")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    (o.out / "model.json").write_text(json.dumps(describe(model, digest, json.loads(saved["made"])), indent=1), encoding="utf8")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def export_float(model: Reader, path: str) -> None:
    example = tuple(torch.ones(2, 16, dtype=torch.long) for _ in range(3))
    names = ["ids", "shapes", "mask"]
    torch.onnx.export(model, example, path, input_names=names, output_names=["scores"], opset_version=17, dynamo=False,
                      dynamic_axes={name: {0: "batch", 1: "pieces"} for name in [*names, "scores"]})  # fmt: skip


def describe(model: Reader, digest: str, made: dict[str, object]) -> dict[str, object]:
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
    }


if __name__ == "__main__":
    main()
