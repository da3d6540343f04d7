"""Scores of tags → spans: the best path through the learned transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder import Crf, Encoded, Parameters, Range, Scores
from onrecord.reading.layout import ATTRIBUTION, BIO, MENTIONS, TAG_HEADS

FORBIDDEN = -1e4


def needed_lead(crf: Crf) -> float:
    """How far the first tag, O, must be ahead of every other at a piece, so that no transition makes up for it."""
    before, after = np.vstack([crf.transitions, crf.first]), np.column_stack([crf.transitions, crf.last])
    ways = before[:, :, None] + after[None, :, :]
    return float((ways[:, 1:] - ways[:, :1]).max())


def best_paths(scores: Sequence[Scores], crf: Crf) -> list[npt.NDArray[np.int64]]:
    """The most probable tag sequence (Viterbi 1967) of each of several scorings, (pieces, tags) each: (pieces,) each.

    Where O is far enough ahead it is certain, and a text falls into stretches that do not depend on each other. All of them
    go forward together, one piece at a time, so that many short ones cost little more than the longest.
    """
    bounds = np.cumsum([0, *(len(one) for one in scores)])
    if not bounds[-1]:
        return [np.zeros(0, dtype=np.int64) for _ in scores]
    flat = np.concatenate(scores)
    paths = np.zeros(len(flat), dtype=np.int64)
    opens, closes = np.zeros((2, len(flat)), dtype=bool)
    filled = bounds[:-1][np.diff(bounds) > 0]
    opens[filled] = closes[np.append(filled[1:], len(flat)) - 1] = True
    # Tag by tag: numpy takes the maximum of many short rows slowly.
    others = reduce(np.maximum, flat.T[1:])
    doubtful = others - flat[:, 0] >= -needed_lead(crf)
    starts = np.flatnonzero(doubtful & (opens | ~np.roll(doubtful, 1)))
    ends = np.flatnonzero(doubtful & (closes | ~np.roll(doubtful, -1))) + 1
    order = np.argsort(starts - ends, kind="stable")
    starts, ends = starts[order], ends[order]
    if len(starts):
        first = np.where(opens[starts, None], crf.first, crf.transitions[0])
        last = np.where(closes[ends - 1, None], crf.last, crf.transitions[:, 0])
        _fill(paths, flat, starts, ends - starts, crf.transitions, first, last)
    return np.split(paths, bounds[1:-1])


def _fill(
    paths: npt.NDArray[np.int64],
    scores: Scores,
    starts: npt.NDArray[np.int64],
    lengths: npt.NDArray[np.int64],
    transitions: Scores,
    first: Scores,
    last: Scores,
) -> None:
    """Write the best path of each stretch into `paths`, the longest stretch first.

    `first` and `last`, (stretches, tags), are what the tags at its two ends add to a stretch's scores.
    """
    going = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
    incoming = np.ascontiguousarray(transitions.T)
    best = first + scores[starts]
    back = []
    for at, rows in enumerate(going[1:], 1):
        ways = incoming + best[:rows, None, :]
        back.append(ways.argmax(2))
        best[:rows] = ways.max(2) + scores[starts[:rows] + at]
    tag = (best + last).argmax(1)
    for at in range(len(going) - 1, 0, -1):
        rows = going[at]
        paths[starts[:rows] + at] = tag[:rows]
        tag[:rows] = back[at - 1][np.arange(rows), tag[:rows]]
    paths[starts] = tag


def tagged_spans(tags: Sequence[int] | npt.NDArray[np.int64], names: Sequence[str]) -> Iterator[tuple[str, Range]]:
    """Maximal B-x I-x … runs as (x, half-open range of pieces); an I-x without its B-x opens a span."""
    label, start, last = "", 0, -1
    for i in np.flatnonzero(np.asarray(tags)).tolist():
        edge, _, name = names[int(tags[i])].partition("-")
        if label and (edge == "B" or name != label or i > last + 1):
            yield label, (start, last + 1)
            label = ""
        if not label:
            label, start = name, i
        last = i
    if label:
        yield label, (start, last + 1)


def find_spans(
    texts: Sequence[Encoded], parameters: Parameters, family: str, boosts: Sequence[Scores | None] = ()
) -> list[dict[str, list[tuple[str, Range]]]]:
    """For each text: head → its spans with their labels, for all tag heads of a family.

    No span goes over the end of a line, as none does in the corpora. A boost, of shape (pieces, tags), is added to the
    scores of its text where other evidence asks for a second look.
    """
    names = {"attribution": ATTRIBUTION, "mention": MENTIONS, "bio": BIO}[family]
    heads = TAG_HEADS[family]
    going_on = np.array([name.startswith("I-") for name in names])
    scores = []
    for i, encoded in enumerate(texts):
        barred = (np.diff(encoded.lines, prepend=-1) != 0)[:, None] & going_on
        for head in heads:
            plain = encoded.head(head)
            boost = boosts[i] if i < len(boosts) else None
            scores.append(np.where(barred, np.float32(FORBIDDEN), plain if boost is None else plain + boost))
    paths = iter(best_paths(scores, parameters.crfs[family]))
    return [{head: list(tagged_spans(next(paths), names)) for head in heads} for _ in texts]
