"""The network on this machine: OpenVINO, or onnxruntime where it is installed instead."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError

#: Takes `ids`, `shapes` and `mask`, each int64 (windows, pieces); gives float32 scores (windows, pieces, channels).
Network = Callable[[Mapping[str, npt.NDArray[np.int64]]], npt.NDArray[np.float32]]
#: Where the processor multiplies no bfloat16 in tiles, each row goes into a product as groups of so many 8-bit numbers with
#: a scale each. A row's numbers do not depend on other rows.
GROUP = 64
PROCESSOR = Path("/proc/cpuinfo")


def load_network(path: Path, threads: int = 0) -> Network:
    """Make a network of an ONNX file ready to run on `threads` cores of the CPU; 0 means all of them.

    Its weights are int8 with a scale for each channel. OpenVINO computes with them in bfloat16 where the processor has
    tiles for that (AMX); elsewhere it multiplies them in int8 and computes the rest in bfloat16, or in float32 if the
    processor lacks that too, one window at a time. onnxruntime computes in float32. Either way the scores of a window do not depend
    on its batch.

    Raises:
        ModelError: neither runtime is installed, or the file cannot be loaded.
    """
    threads = threads or os.cpu_count() or 1
    try:
        return _openvino(path, threads)
    except ImportError:
        pass
    try:
        return _onnxruntime(path, threads)
    except ImportError as error:
        raise ModelError(str(path), "neither openvino nor onnxruntime is installed; install one of them with pip") from error


def _openvino(path: Path, threads: int) -> Network:
    openvino = _import_openvino()
    core = openvino.Core()
    settings: dict[str, Any] = {
        "INFERENCE_NUM_THREADS": threads,
        "NUM_STREAMS": 1,
        "ENABLE_CPU_PINNING": False,  # two processes would be pinned to one core
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": 0 if has_tiles() else GROUP,
    }
    has_bfloat16 = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    if has_bfloat16:
        settings["INFERENCE_PRECISION_HINT"] = "bf16"
    try:
        model = core.read_model(str(path))
        _drop_guards(model)
        request = core.compile_model(model, "CPU", settings).create_infer_request()
    except RuntimeError as error:
        raise ModelError(str(path), f"this reading model cannot be loaded ({error}); install onrecord again") from error

    def run(inputs: Mapping[str, npt.NDArray[np.int64]]) -> npt.NDArray[np.float32]:
        out: npt.NDArray[np.float32] = request.infer(dict(inputs), share_inputs=True)[0]
        return out

    return run if has_bfloat16 else _one_by_one(run)


def _one_by_one(run: Network) -> Network:
    """The network for one window after the other: products in float32 are summed up otherwise, the more rows there are."""

    def run_alone(inputs: Mapping[str, npt.NDArray[np.int64]]) -> npt.NDArray[np.float32]:
        windows = range(len(inputs["ids"]))
        return np.concatenate([run({name: values[i : i + 1] for name, values in inputs.items()}) for i in windows])

    return run_alone


def _import_openvino() -> Any:
    """OpenVINO without its tools that convert models, which it does without: they take longer to load than the rest, with telemetry."""
    tools = "openvino.tools"
    is_out = tools not in sys.modules
    if is_out:
        sys.modules[tools] = None  # type: ignore[assignment]
    try:
        import openvino
    finally:
        if is_out:
            del sys.modules[tools]
    return openvino


def has_tiles() -> bool:
    """Whether the processor multiplies bfloat16 in tiles (AMX), as Linux tells it: such processors are in servers only."""
    try:
        return "amx_bf16" in PROCESSOR.read_text()
    except OSError:
        return False


def _drop_guards(model: Any) -> None:
    """Take out what guards attention against pieces that see nothing: ours always see the special ones.

    OpenVINO makes one kernel of the attention without it, which takes a quarter off the time of a long window.
    """
    for node in model.get_ordered_ops():
        if node.get_type_name() == "Select" and node.input_value(0).get_node().get_type_name() == "IsNaN":
            for target in node.output(0).get_target_inputs():
                target.replace_source_output(node.input_value(2))
    model.validate_nodes_and_infer_types()


def _onnxruntime(path: Path, threads: int) -> Network:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(inputs: Mapping[str, npt.NDArray[np.int64]]) -> npt.NDArray[np.float32]:
        out: npt.NDArray[np.float32] = session.run(None, dict(inputs))[0]
        return out

    return run
