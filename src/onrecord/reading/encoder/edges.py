"""Where the spans of an attribution begin and end: the most likely of the edges that the paths of tags leave open.

How far a cue goes ("has repeatedly said", "said on Monday that") is often a matter of two or three places that are nearly as
probable. What decides between them are the pieces on both sides of an edge, and what all heads make of these: a conditional
log-linear model (Collins 2000, reranking) chooses among the spans of a role that overlap one that has been chosen.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Encoded, Range, Scores
from onrecord.reading.encoder.layout import LINK, MEANING, ROLES, WIDTHS, channels

Labelled = tuple[str, Range]
#: The channels of the heads that score a piece; vectors of links and of meaning say nothing by themselves.
TOLD = np.concatenate([np.r_[channels()[head]] for head, width in WIDTHS.items() if width not in (2 * LINK, MEANING)])


def settle_edges(
    encoded: Encoded, chosen: Sequence[Labelled], probable: Mapping[Labelled, float], edges: Scores | None
) -> dict[Labelled, float]:
    """The chosen spans, in order, each with its most likely edges and the probability that it was chosen with.

    `probable` has all spans that may be chosen, `edges` for each role the weights of what `rows_of` tells. No span goes over another.
    """
    if edges is None or not chosen:
        return {span: probable[span] for span in chosen}
    told = tell_pieces(encoded)
    out: dict[Labelled, float] = {}
    reached = 0
    for span, rivals in rivals_of(chosen, probable):
        free = [rival for rival in rivals if rival[1][0] >= reached]
        best = int((rows_of(told, free, probable) @ edges[ROLES.index(span[0])]).argmax()) if len(free) > 1 else 0
        out[free[best]] = probable[span]
        reached = free[best][1][1]
    return out


def rivals_of(chosen: Sequence[Labelled], probable: Mapping[Labelled, float]) -> Iterator[tuple[Labelled, list[Labelled]]]:
    """Each chosen span, in order, with all spans of its role that overlap it and no other chosen one; itself is the first."""
    ordered = sorted(probable, key=lambda span: span[1])
    starts = [start for _, (start, _) in ordered]
    after = 0
    for i, span in enumerate(chosen):
        role, (start, end) = span
        until = chosen[i + 1][1][0] if i + 1 < len(chosen) else math.inf
        near = ordered[bisect_left(starts, after) : bisect_left(starts, end)]
        yield span, [span, *(rival for rival in near if rival[0] == role and start < rival[1][1] <= until and rival != span)]
        after = end


def tell_pieces(encoded: Encoded) -> Scores:
    """What the heads make of each piece, and nothing of those before and behind the text: (pieces + 2, channels)."""
    told = np.zeros((len(encoded.scores) + 2, len(TOLD)), dtype=np.float32)
    told[1:-1] = encoded.scores[:, TOLD]
    return told


def rows_of(told: Scores, spans: Sequence[Labelled], probable: Mapping[Labelled, float]) -> npt.NDArray[np.float32]:
    """What is known of some spans: the logarithm of their probabilities, and what the pieces at their edges tell: (spans, features)."""
    likely = np.log([[probable[span]] for span in spans]).astype(np.float32)
    return np.hstack([likely, rows_at(told, [span for _, span in spans])])


def rows_at(told: Scores, spans: Sequence[Range]) -> npt.NDArray[np.float32]:
    """What the pieces on both sides of each edge of some spans tell, from the one before a span on: (spans, features)."""
    starts, ends = np.array(spans).T
    return np.hstack([told[starts], told[starts + 1], told[ends], told[ends + 1]]).astype(np.float32)
