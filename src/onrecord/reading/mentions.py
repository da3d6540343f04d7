"""Who is named where, and which earlier mention each one points back to."""

from __future__ import annotations

import numpy as np

from onrecord.model import Mention, Span
from onrecord.reading.encoder import Encoded, Parameters, Range, link_scores
from onrecord.reading.tags import find_spans

#: Words that a mention neither begins nor ends with.
LOOSE_FIRST = frozenset(["and", "or", "of", "but", "with", "by"])
LOOSE_LAST = frozenset(["and", "or", "of", "in", "the", "for", "to", "with", "by", "a", "an", "who", "which", "that"])
#: How many earlier mentions are looked at for an antecedent.
LOOKBACK = 60


def find_mentions(encoded: Encoded, parameters: Parameters, sources: list[Range]) -> tuple[Mention, ...]:
    """The mentions that the two mention heads tag, and each statement's source, with their antecedents."""
    tagged = find_spans(encoded, parameters, "mention")
    found: dict[Range, str] = {span: name for head in ("inner_mention", "mention") for name, span in tagged[head]}
    found = {tidy: name for span, name in found.items() if (tidy := _tidy(encoded, span))}
    for source in sources:
        found.setdefault(source, next((found[span] for span in sorted(found) if source[0] <= span[0] and span[1] <= source[1]), "person"))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out = []
    for i, span in enumerate(spans):
        start = max(0, i - LOOKBACK)
        antecedent, score = None, 0.0
        if i:
            scores = np.exp(link_scores(encoded, parameters, "antecedent", [span], spans[start:i]))[0]
            best = int(scores.argmax())
            if best < i - start:
                antecedent, score = start + best, round(float(scores[best]), 4)
        out.append(Mention(Span.of(encoded.text, *encoded.characters(span)), found[span], antecedent, score))
    return tuple(out)


def _tidy(encoded: Encoded, span: Range) -> Range | None:
    """A mention without punctuation and dangling words at its edges; None if no word is left."""
    start, end = span
    while start < end and _is_loose(encoded, start, LOOSE_FIRST):
        start += 1
    while start < end and _is_loose(encoded, end - 1, LOOSE_LAST):
        end -= 1
    return (start, end) if start < end else None


def _is_loose(encoded: Encoded, piece: int, words: frozenset[str]) -> bool:
    a, b = encoded.pieces.spans[piece]
    word = encoded.text[a:b]
    return not any(c.isalnum() for c in word) or word.lower() in words
