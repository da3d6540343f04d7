"""How alike two meanings are, as the reading model gives them: one signed byte a dimension."""

from __future__ import annotations


def cosine(a: bytes, b: bytes) -> float:
    """How alike two meanings are, in [-1, 1]; 0 where one is not known."""
    if not a or len(a) != len(b):
        return 0.0
    return sum(x * y for x, y in zip(memoryview(a).cast("b"), memoryview(b).cast("b"), strict=True)) / 127**2
