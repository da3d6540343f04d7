"""Values in parts: so many at a time, or as many as one question can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

#: So many entries are asked for in one question.
CHUNK = 512


def batched(values: Iterable[T], most: int) -> Iterator[tuple[T, ...]]:
    """Values in their order, so many at a time."""
    left = iter(values)
    while some := tuple(islice(left, most)):
        yield some


def padded(values: Iterable[T]) -> Iterator[tuple[T, ...]]:
    """Values in parts that fit one question, each filled up with its last value to one of a few lengths.

    So few questions have to be prepared, each once.
    """
    for some in batched(values, CHUNK):
        length = 1 << (len(some) - 1).bit_length()
        yield some + some[-1:] * (length - len(some))
