"""The shipped weights as the beginning of another training: python -m training.shipped src/onrecord/reading/model build/shipped.pt

What training wrote is not kept, and the shipped file is all that is needed: its int8 tables are multiplied out. They go with the
transitions and biases of `model.json` into a file that `training.train` takes as `--begin` and as `--teacher`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.model import Reader, shipped_start


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model", type=Path, help="the folder with encoder.onnx and model.json")
    ap.add_argument("out", type=Path)
    o = ap.parse_args()
    described = json.loads((o.model / "model.json").read_text(encoding="utf8"))
    weights = tables_of(onnx.load(str(o.model / "encoder.onnx"))) | {
        f"{part}.{name}": torch.tensor(value)
        for part, values in [*((f"crfs.{family}", crf) for family, crf in described["crfs"].items()),
                             *((part, described[part]) for part in ("reach", "none"))]
        for name, value in values.items()
    }  # fmt: skip
    Reader(shipped_start()).load_state_dict(weights)  # fails where one is missing, or of another shape
    o.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": weights, "made": json.dumps({"shipped": described["name"], "made": described["made"]})}, o.out)


def tables_of(model: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of the network under the names that they have in training."""
    tables = {table.name: numpy_helper.to_array(table) for table in model.graph.initializer}
    named = dict(tables)
    out = {}
    for node in model.graph.node:
        if node.op_type == "DequantizeLinear":
            small, scale = tables[node.input[0]].astype(np.float32), tables[node.input[1]]
            axis = next(a.i for a in node.attribute if a.name == "axis")
            named[node.output[0]] = small * (scale[:, None] if axis == 0 else scale)
        elif node.op_type == "MatMul" and node.input[1] in named:  # "/encoder/encoder/layer.0/…/query/MatMul"; a Linear keeps it turned
            module = ".".join(node.name.strip("/").split("/")[:-1]).removeprefix("encoder.")
            out["heads.weight" if module == "heads" else f"encoder.{module}.weight"] = named[node.input[1]].T
    plain = {name: table for name, table in named.items() if name.startswith(("encoder.", "shape.", "heads."))}
    return {name: torch.tensor(table) for name, table in (plain | out).items() if not name.endswith(("_int8", "_scale"))}


if __name__ == "__main__":
    main()
