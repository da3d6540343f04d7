"""Scores of tags → spans: the best path through the learned transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder import Crf, Encoded, Parameters, Range, Scores
from onrecord.reading.layout import ATTRIBUTION, BIO, MENTIONS, TAG_HEADS

FORBIDDEN = -1e4


def best_paths(scores: Scores, crf: Crf) -> npt.NDArray[np.int64]:
    """The most probable tag sequences (Viterbi 1967) of several heads at once: scores (heads, pieces, tags) -> (heads, pieces)."""
    heads, n, tags = scores.shape
    paths = np.zeros((heads, n), dtype=np.int64)
    if not n:
        return paths
    back = np.zeros((n, heads, tags), dtype=np.int64)
    best = crf.first + scores[:, 0]
    incoming = crf.transitions.T.copy()
    for i in range(1, n):
        ways = incoming + best[:, None, :]
        back[i] = ways.argmax(2)
        best = ways.max(2) + scores[:, i]
    rows = np.arange(heads)
    paths[:, -1] = (best + crf.last).argmax(1)
    for i in range(n - 1, 0, -1):
        paths[:, i - 1] = back[i, rows, paths[:, i]]
    return paths


def tagged_spans(tags: Sequence[int] | npt.NDArray[np.int64], names: Sequence[str]) -> Iterator[tuple[str, Range]]:
    """Maximal B-x I-x … runs as (x, half-open range of pieces); an I-x without its B-x opens a span."""
    label, start = "", 0
    for i, tag in enumerate([*map(int, tags), 0]):
        edge, _, name = names[tag].partition("-")
        if label and (edge != "I" or name != label):
            yield label, (start, i)
            label = ""
        if edge == "B" or (edge == "I" and not label):
            label, start = name, i


def find_spans(encoded: Encoded, parameters: Parameters, family: str, boost: Scores | None = None) -> dict[str, list[tuple[str, Range]]]:
    """Head → its spans with their labels, for all tag heads of a family.

    No span goes over the end of a line, as none does in the corpora. `boost`, of shape (pieces, tags), is added to the
    scores where other evidence asks for a second look.
    """
    names = {"attribution": ATTRIBUTION, "mention": MENTIONS, "bio": BIO}[family]
    heads = TAG_HEADS[family]
    scores = np.stack([encoded.head(head) for head in heads])
    if boost is not None:
        scores = scores + boost
    first = np.diff(encoded.lines, prepend=-1) != 0
    going_on = np.array([name.startswith("I-") for name in names])
    scores = np.where(first[:, None] & going_on, np.float32(FORBIDDEN), scores)
    paths = best_paths(scores, parameters.crfs[family])
    return {head: list(tagged_spans(path, names)) for head, path in zip(heads, paths, strict=True)}
