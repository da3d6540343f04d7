"""How alike two meanings are, as the reading model gives them: one signed byte a dimension."""

from __future__ import annotations

from collections.abc import Iterator
from operator import mul


def cosine(a: bytes, b: bytes) -> float:
    """How alike two meanings are, in [-1, 1]; 0 where one is not known."""
    if not a or len(a) != len(b):
        return 0.0
    products: Iterator[int] = map(mul, memoryview(a).cast("b"), memoryview(b).cast("b"))
    return sum(products) / 127**2
