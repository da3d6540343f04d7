"""What the first look at a text has missed: quotations that no statement covers, cues without a source."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.layout import ATTRIBUTION
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.attributions import Frame

#: What a quoted stretch that no statement covers adds to the scores of content tags at the second look.
QUOTE_BOOST = 3.0
#: What the sentence of a cue that has no source adds to the scores of source tags at the second look.
SOURCE_BOOST = 1.0
SOURCE_TAGS = [ATTRIBUTION.index("B-source"), ATTRIBUTION.index("I-source")]


def second_look(encoded: Encoded, frames: Sequence[Frame]) -> np.ndarray | None:
    """What to add to the scores of tags where something is missing: (pieces, tags); None if nothing is.

    Content tags in quoted clauses that no statement covers, and source tags in the sentences of cues without a source.
    """
    boost = np.zeros((len(encoded.pieces), len(ATTRIBUTION)), dtype=np.float32)
    covered = np.zeros(len(encoded.pieces), dtype=bool)
    for frame in frames:
        for start, end in frame.content + frame.source + frame.cue:
            covered[start:end] = True
        if frame.cue and not frame.source:
            a, b = encoded.pieces.range_of(*sentence_of(encoded.sentences, encoded.characters(frame.cue[0])[0]))
            boost[a:b, SOURCE_TAGS] = SOURCE_BOOST
    for start, end in encoded.quoted:
        a, b = encoded.pieces.range_of(start, end)
        if b - a >= 7 and not covered[a:b].any():
            boost[a:b, ATTRIBUTION.index("I-content")] = QUOTE_BOOST
            boost[a, ATTRIBUTION.index("B-content")] = QUOTE_BOOST
    return boost if boost.any() else None
