"""Which descriptions are of somebody or of a place: "the rebels" are, "resolve" and "safe haven" are not.

The mention heads learned of what has no name from few corpora, and take much for a body that is none where a text is of another
kind. What all heads make of the pieces at a description's edges tells better: a logistic function of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.encoder.edges import rows_at, tell_pieces
from onrecord.reading.encoder.encoder import Encoded, Range, Scores
from onrecord.reading.language.agreement import family_of

ARTICLE = re.compile(r"(?:The|An?) ")


def is_description(words: str) -> bool:
    """Whether words have no name, which begins with a capital letter, and are no pronoun."""
    bare = words[found.end() :] if (found := ARTICLE.match(words)) else words
    return bare == bare.lower() and family_of(words) is None


def find_nobodies(encoded: Encoded, spans: Sequence[Range], weights: Scores | None) -> set[Range]:
    """Those spans that describe nobody and no place; none where nobody has fitted weights, bias first."""
    described = [span for span in spans if is_description(encoded.text[slice(*encoded.characters(span))])]
    if weights is None or not described:
        return set()
    likely = rows_at(tell_pieces(encoded), described) @ weights[1:] + weights[0]
    return {span for span, odds in zip(described, likely, strict=True) if odds < 0}
