"""Scores of tags → spans: the best path through the learned transitions, or the best tag of each piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder import Crf, Encoded, Parameters, Range, Scores
from onrecord.reading.layout import ATTRIBUTION, BIO, MENTIONS, TAG_HEADS

FORBIDDEN = -1e4


def best_path(scores: Scores, crf: Crf) -> npt.NDArray[np.int64]:
    """The most probable tag sequence (Viterbi 1967) for scores of shape (pieces, tags)."""
    n = len(scores)
    path = np.zeros(n, dtype=np.int64)
    if not n:
        return path
    back = np.zeros(scores.shape, dtype=np.int64)
    best = crf.first + scores[0]
    incoming = crf.transitions.T.copy()
    rows = np.arange(scores.shape[1])
    for i in range(1, n):
        ways = incoming + best
        back[i] = ways.argmax(1)
        best = ways[rows, back[i]] + scores[i]
    path[-1] = int((best + crf.last).argmax())
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


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


def find_spans(encoded: Encoded, parameters: Parameters, head: str, boost: Scores | None = None) -> list[tuple[str, Range]]:
    """The spans of a tag head with their labels; none goes over the end of a line, as none does in the corpora.

    `boost`, of shape (pieces, tags), is added to the scores where other evidence asks for a second look.
    """
    family = next(name for name, heads in TAG_HEADS.items() if head in heads)
    names = {"attribution": ATTRIBUTION, "mention": MENTIONS, "bio": BIO}[family]
    scores = encoded.head(head) if boost is None else encoded.head(head) + boost
    first = np.diff(encoded.lines, prepend=-1) != 0
    going_on = np.array([name.startswith("I-") for name in names])
    scores = np.where(first[:, None] & going_on, np.float32(FORBIDDEN), scores)
    return list(tagged_spans(best_path(scores, parameters.crfs[family]), names))


def bio_spans(encoded: Encoded, parameters: Parameters, head: str) -> list[Range]:
    """The spans of a head with the three tags of `BIO`."""
    return [span for _, span in find_spans(encoded, parameters, head)]
