"""Weights of what is learned about pairs of statements: stored as data, found by `python -m evals.contradictions`."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

#: Feature → what it counts, for "denials" and "contrasts".
Weights = Mapping[str, Mapping[str, float]]

FITTED = Path(__file__).parent / "data" / "contradictions.json"


@cache
def load_weights() -> Weights:
    """The weights that are stored."""
    return dict(json.loads(FITTED.read_text(encoding="utf8")))


def store_weights(weights: Weights) -> None:
    """Write weights where `load_weights` finds them, one line a feature."""
    FITTED.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf8")
    load_weights.cache_clear()


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely it is by these features, in [0, 1]."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))
