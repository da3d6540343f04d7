"""Scores of tags → spans: the best path through the learned transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Crf, Encoded, Parameters, Range, Scores
from onrecord.reading.encoder.layout import BIO, MENTIONS, TAG_HEADS

FORBIDDEN = -1e4
#: What counts against a span of a head beside the network: the reports that it learned from last mark more that is told in passing as a
#: contact than those of the guide do.
CAUTION = {"contact": np.float32(0.2)}


def needed_lead(crf: Crf) -> float:
    """How far the first tag, O, must be ahead of every other at a piece, so that no transition makes up for it."""
    before, after = np.vstack([crf.transitions, crf.first]), np.column_stack([crf.transitions, crf.last])
    ways = before[:, :, None] + after[None, :, :]
    return float((ways[:, 1:] - ways[:, :1]).max())


@dataclass(frozen=True)
class Stretches:
    """The stretches of some texts, one behind the other, in which a tag other than the first, O, is possible; the longest first.

    `starts` and `ends` are half-open ranges of all pieces, `first` and `last`, (stretches, tags), what the tags at the two ends of a
    stretch add to its scores, and `going` tells how many stretches have more pieces than 0, 1, 2, ….
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    first: Scores
    last: Scores
    going: list[int]


def find_stretches(scores: Sequence[Scores], crf: Crf, lead: float) -> Stretches:
    """Where O is not ahead of every other tag by `lead`; elsewhere it is certain, and what is between does not depend on each other."""
    bounds = np.cumsum([0, *(len(one) for one in scores)])
    flat = np.concatenate(scores)
    opens, closes = np.zeros((2, len(flat)), dtype=bool)
    filled = bounds[:-1][np.diff(bounds) > 0]
    opens[filled] = closes[np.append(filled[1:], len(flat)) - 1] = True
    # Tag by tag: numpy takes the maximum of many short rows slowly.
    others = reduce(np.maximum, flat.T[1:])
    doubtful = others - flat[:, 0] >= -lead
    starts = np.flatnonzero(doubtful & (opens | ~np.roll(doubtful, 1)))
    ends = np.flatnonzero(doubtful & (closes | ~np.roll(doubtful, -1))) + 1
    order = np.argsort(starts - ends, kind="stable")
    starts, ends = starts[order], ends[order]
    first = np.where(opens[starts, None], crf.first, crf.transitions[0])
    last = np.where(closes[ends - 1, None], crf.last, crf.transitions[:, 0])
    longest = int((ends - starts).max(initial=0))
    going = np.searchsorted(starts - ends, -np.arange(longest), side="left").tolist()
    return Stretches(starts, ends, first, last, going)


def best_paths(scores: Sequence[Scores], crf: Crf) -> list[npt.NDArray[np.int64]]:
    """The most probable tag sequence (Viterbi 1967) of each of several scorings, (pieces, tags) each: (pieces,) each.

    All stretches go forward together, one piece at a time, so that many short ones cost little more than the longest.
    """
    if not any(map(len, scores)):
        return [np.zeros(0, dtype=np.int64) for _ in scores]
    flat = np.concatenate(scores)
    paths = np.zeros(len(flat), dtype=np.int64)
    stretches = find_stretches(scores, crf, needed_lead(crf))
    if len(stretches.starts):
        _fill(paths, flat, stretches, crf.transitions)
    return np.split(paths, np.cumsum([len(one) for one in scores])[:-1])


def _fill(paths: npt.NDArray[np.int64], scores: Scores, stretches: Stretches, transitions: Scores) -> None:
    """Write the best path of each stretch into `paths`."""
    starts, going = stretches.starts, stretches.going
    incoming = np.ascontiguousarray(transitions.T)
    best = stretches.first + scores[starts]
    back = []
    for at, rows in enumerate(going[1:], 1):
        ways = incoming + best[:rows, None, :]
        back.append(ways.argmax(2))
        best[:rows] = ways.max(2) + scores[starts[:rows] + at]
    tag = (best + stretches.last).argmax(1)
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


def tag_scores(encoded: Encoded, head: str, names: Sequence[str], boost: Scores | None = None) -> Scores:
    """The scores of a tag head: (pieces, tags).

    No span goes over the end of a line, as none does in the corpora. A boost, of the same shape, is added to the scores where other
    evidence asks for a second look.
    """
    scores = encoded.head(head).copy() if boost is None else encoded.head(head) + boost
    if head in CAUTION:
        scores[:, 0] += CAUTION[head]
    scores[encoded.begins_line[:, None], _going_on(tuple(names))] = FORBIDDEN
    return scores


@cache
def _going_on(names: tuple[str, ...]) -> list[int]:
    return [tag for tag, name in enumerate(names) if name.startswith("I-")]


def find_spans(texts: Sequence[Encoded], parameters: Parameters, family: str) -> list[dict[str, list[tuple[str, Range]]]]:
    """For each text: head → its spans with their labels, for all tag heads of a family, on the best path."""
    names = {"mention": MENTIONS, "bio": BIO}[family]
    heads = TAG_HEADS[family]
    paths = iter(best_paths([tag_scores(encoded, head, names) for encoded in texts for head in heads], parameters.crfs[family]))
    return [{head: list(tagged_spans(next(paths), names)) for head in heads} for _ in texts]
