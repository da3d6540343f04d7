"""Weights of what is learned about pairs of statements: stored as data, each file found by the module of evals/ of the same name."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

#: What is told → feature → what it counts.
Weights = Mapping[str, Mapping[str, float]]

FITTED = Path(__file__).parent / "data"


@cache
def load_weights(name: str = "contradictions") -> Weights:
    """The weights that are stored by this name: for "denials" and "contrasts", or in "subjects" for "same thing"."""
    return dict(json.loads((FITTED / f"{name}.json").read_text(encoding="utf8")))


def store_weights(weights: Weights, name: str = "contradictions") -> None:
    """Write weights where `load_weights` finds them, one line a feature."""
    (FITTED / f"{name}.json").write_text(json.dumps(weights, indent=2) + "\n", encoding="utf8")
    load_weights.cache_clear()


def add_up(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """What features count together; one without a weight counts nothing."""
    # Most features of a pair do not hold.
    return sum([weights.get(name, 0.0) * value for name, value in features.items() if value])


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely it is by these features, in [0, 1]."""
    return 1 / (1 + math.exp(-add_up(features, weights)))
