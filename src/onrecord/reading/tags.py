"""Scores of tags → spans: the best path through the learned transitions, or the best tag of each piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder import Parameters, Range, Scores


def best_path(scores: Scores, parameters: Parameters) -> npt.NDArray[np.int64]:
    """The most probable tag sequence (Viterbi 1967) for scores of shape (pieces, tags)."""
    n = len(scores)
    path = np.zeros(n, dtype=np.int64)
    if not n:
        return path
    back = np.zeros(scores.shape, dtype=np.int64)
    best = parameters.first + scores[0]
    incoming = parameters.transitions.T.copy()
    rows = np.arange(scores.shape[1])
    for i in range(1, n):
        ways = incoming + best
        back[i] = ways.argmax(1)
        best = ways[rows, back[i]] + scores[i]
    path[-1] = int((best + parameters.last).argmax())
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


def bio_spans(scores: Scores) -> list[Range]:
    """The spans of a head with the three tags O, B, I."""
    return [span for _, span in tagged_spans(scores.argmax(1), ("O", "B-x", "I-x"))]
