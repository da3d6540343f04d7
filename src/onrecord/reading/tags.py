"""Scores of tags → spans: the best path through the learned transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder import Crf, Encoded, Parameters, Range, Scores
from onrecord.reading.layout import ATTRIBUTION, BIO, MENTIONS, TAG_HEADS

FORBIDDEN = -1e4
#: A text in which O leads by so much everywhere, as a logarithm, has no spans: learned transitions are a third of it.
PLAIN = 6.0


def is_plain(scores: Scores) -> bool:
    """Whether no piece is anywhere near another tag than the first, O: no transition makes up for that."""
    return not len(scores) or float((scores[:, 1:].max(1) - scores[:, 0]).max()) < -PLAIN


def best_paths(scores: Sequence[Scores], crf: Crf) -> list[npt.NDArray[np.int64]]:
    """The most probable tag sequence (Viterbi 1967) of each of several scorings, (pieces, tags) each: (pieces,) each.

    All go forward together, one piece at a time, so that many short texts cost little more than the longest of them. Where
    O is far ahead of every other tag, nothing is computed.
    """
    order = sorted((i for i in range(len(scores)) if not is_plain(scores[i])), key=lambda i: -len(scores[i]))
    if not order:
        return [np.zeros(len(one), dtype=np.int64) for one in scores]
    lengths = np.array([len(scores[i]) for i in order])
    padded = np.zeros((lengths[0], len(order), len(crf.first)), dtype=np.float32)
    for row, i in enumerate(order):
        padded[: len(scores[i]), row] = scores[i]
    going = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left")
    incoming = np.ascontiguousarray(crf.transitions.T)
    back = np.zeros(padded.shape, dtype=np.int8)
    best = crf.first + padded[0]
    for at in range(1, lengths[0]):
        rows = going[at]
        ways = incoming + best[:rows, None, :]
        back[at, :rows] = ways.argmax(2)
        best[:rows] = ways.max(2) + padded[at, :rows]
    paths = np.zeros(padded.shape[:2], dtype=np.int64)
    tag = (best + crf.last).argmax(1)
    for at in range(lengths[0] - 1, -1, -1):
        rows = going[at]
        paths[at, :rows] = tag[:rows]
        tag[:rows] = back[at, np.arange(rows), tag[:rows]]
    out = [np.zeros(len(one), dtype=np.int64) for one in scores]
    for row, i in enumerate(order):
        out[i] = paths[: lengths[row], row]
    return out


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
