"""Scores of tags → the spans that are probable enough, over all paths and not on the best one alone.

The best path is right as a whole or not at all; F1 counts spans. So each span has the sum of the probabilities of all paths that it
is on, by the forward-backward algorithm (Rabiner 1989), and those that promise most are chosen (minimum Bayes risk: Goel and
Byrne 2000).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.edges import Labelled, settle_edges
from onrecord.reading.encoder.encoder import Crf, Encoded, Parameters, Scores
from onrecord.reading.encoder.layout import ATTRIBUTION
from onrecord.reading.encoder.tags import Stretches, best_paths, find_stretches, needed_lead, tag_scores, tagged_spans

Floats = npt.NDArray[np.float64]
#: A span of the best path is kept from this probability on …
KEPT = 0.1
#: … and another one taken from this on, for it need not fit to the rest of the path (both by PolNeAR's and talks' sets).
TAKEN = 0.25
#: Spans that are less probable are not looked at.
LEAST = 0.02
#: O is certain where it is further ahead by so much than the best path needs.
SLACK = 5.0


def choose_spans(texts: Sequence[Encoded], parameters: Parameters, boosts: Sequence[Scores | None] = ()) -> list[dict[Labelled, float]]:
    """The spans of attributions of each text, in order, with their probabilities; they do not overlap.

    A boost, of shape (pieces, tags), is added to the tags' scores of its text where other evidence asks for a second look.
    """
    crf = parameters.crfs["attribution"]
    scores = [tag_scores(encoded, "attribution", ATTRIBUTION, boosts[i] if i < len(boosts) else None) for i, encoded in enumerate(texts)]
    out = []
    for encoded, path, probable in zip(texts, best_paths(scores, crf), span_probabilities(scores, crf, ATTRIBUTION), strict=True):
        best = set(tagged_spans(path, ATTRIBUTION))
        gains = {
            span: probability - (KEPT if span in best else TAKEN)
            for span, probability in probable.items()
            if span in best or (probability > TAKEN and keeps_roles(path, span))
        }
        out.append(settle_edges(encoded, choose_apart(gains), probable, parameters.edges))
    return out


def keeps_roles(path: npt.NDArray[np.int64], span: Labelled) -> bool:
    """Whether nothing in a span has another role on a path of tags: it then only moves edges of the path, or fills a gap in it."""
    label, (start, end) = span
    return all(ATTRIBUTION[tag] in ("O", f"B-{label}", f"I-{label}") for tag in path[start:end])


def choose_apart(gains: Mapping[Labelled, float]) -> list[Labelled]:
    """The spans without overlaps that gain most together, in order (weighted interval scheduling); none that gains nothing."""
    spans = sorted((span for span, gain in gains.items() if gain > 0), key=lambda span: span[1][::-1])
    ends = [end for _, (_, end) in spans]
    best, taken = [0.0], []
    for i, span in enumerate(spans):
        with_it = best[bisect_right(ends, span[1][0], 0, i)] + gains[span]
        taken.append(with_it > best[-1])
        best.append(max(with_it, best[-1]))
    out, i = [], len(spans)
    while i:
        i -= 1
        if taken[i]:
            out.append(spans[i])
            i = bisect_right(ends, spans[i][1][0], 0, i)
    return out[::-1]


def span_probabilities(scores: Sequence[Scores], crf: Crf, names: Sequence[str]) -> list[dict[Labelled, float]]:
    """For each of several scorings, (pieces, tags) each: the spans that `tagged_spans` tells of → their probabilities.

    Only those that are at least as probable as `LEAST`.
    """
    out: list[dict[Labelled, float]] = [{} for _ in scores]
    if not any(map(len, scores)):
        return out
    bounds = [0, *accumulate(map(len, scores))]
    flat = np.concatenate(scores).astype(np.float64)
    stretches = find_stretches(scores, crf, needed_lead(crf) + SLACK)
    after = np.exp(crf.transitions.astype(np.float64))
    # A factor for each piece does not change what is probable.
    odds = np.exp(flat - flat.max(1, keepdims=True))
    before, behind, scale = _sum_paths(odds, stretches, after)
    inner = np.ones(len(flat), dtype=bool)
    inner[stretches.ends - 1] = False
    for label in dict.fromkeys(name[2:] for name in names if name.startswith("B-")):
        tags = [names.index(f"B-{label}"), names.index(f"I-{label}")]
        begin, go_on = tags
        step = np.where(inner, np.roll(odds[:, go_on] / scale, -1), 0.0)
        ways_on = step[:, None] * after[tags, go_on] * np.roll(behind[:, go_on], -1)[:, None]
        closing = behind[:, tags] - ways_on
        # What comes to I-x from elsewhere than its own label opens a span as well.
        continued = np.roll((before[:, tags] * after[tags, go_on]).sum(1) * step, 1)
        opened = np.column_stack([before[:, begin], before[:, go_on] - continued])
        starts, kind = np.nonzero(opened * behind[:, tags] >= LEAST)
        at, mass = starts, opened[starts, kind]
        while len(starts):
            found = mass * closing[at, kind]
            likely = found >= LEAST
            for start, last, probability in zip(starts[likely].tolist(), at[likely].tolist(), found[likely].tolist(), strict=True):
                text = bisect_right(bounds, start) - 1
                span = label, (start - bounds[text], last + 1 - bounds[text])
                out[text][span] = out[text].get(span, 0.0) + probability
            on = mass * ways_on[at, kind] >= LEAST
            mass = (mass * step[at] * after[tags, go_on][kind])[on]
            starts, at, kind = starts[on], at[on] + 1, np.ones(on.sum(), dtype=np.int64)
    return out


def _sum_paths(odds: Floats, stretches: Stretches, after: Floats) -> tuple[Floats, Floats, Floats]:
    """What all paths up to each tag of a piece add up to, and all from it on: (pieces, tags) each, their product a probability.

    Sums are scaled to 1 at each piece; the third array, (pieces,), has by how much.
    """
    before, behind, scale = np.zeros_like(odds), np.zeros_like(odds), np.ones(len(odds))
    starts, ends = stretches.starts, stretches.ends
    sums = np.exp(stretches.first.astype(np.float64)) * odds[starts]
    for at, rows in enumerate(stretches.going):
        here = starts[:rows] + at
        if at:
            # Not as a product of matrices, whose last bits would depend on how many texts there are.
            sums = (sums[:rows, :, None] * after).sum(1) * odds[here]
        scale[here] = sums.sum(1)
        sums = before[here] = sums / scale[here][:, None]
    last = np.exp(stretches.last.astype(np.float64))
    behind[ends - 1] = last / (before[ends - 1] * last).sum(1, keepdims=True)
    for at, rows in enumerate(stretches.going[1:], 1):
        there = ends[:rows] - at
        behind[there - 1] = (after * (odds[there] * behind[there] / scale[there][:, None])[:, None, :]).sum(2)
    return before, behind, scale
