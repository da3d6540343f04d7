"""Who is named where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.model import Mention, Span
from onrecord.reading.antecedents import find_antecedents
from onrecord.reading.encoder import Encoded, Parameters, Range

#: Verbs, in lower case, that are no part of a mention at its edges: "the council has", but Theodor May.
VERBS = frozenset(
    "is are was were be been am has have had do does did will would can could may might must shall should said says using".split()
)
#: Words that a mention neither begins nor ends with.
LOOSE_FIRST = frozenset(["and", "or", "of", "but", "with", "by"])
LOOSE_LAST = frozenset(
    ["and", "or", "of", "in", "on", "at", "from", "as", "the", "for", "to", "with", "by", "a", "an", "who", "which", "that"]
)


def find_mentions(
    encoded: Encoded, parameters: Parameters, tagged: Mapping[str, Sequence[tuple[str, Range]]], sources: list[Range]
) -> tuple[Mention, ...]:
    """The mentions that the two mention heads tag, and each statement's source, with their antecedents."""
    found: dict[Range, str] = {span: name for head in ("inner_mention", "mention") for name, span in tagged[head]}
    found = {tidy: name for span, name in found.items() if (tidy := _tidy(encoded, span))}
    for source in sources:
        found.setdefault(source, next((found[span] for span in sorted(found) if source[0] <= span[0] and span[1] <= source[1]), "person"))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    out = []
    for span, (antecedent, score) in zip(spans, find_antecedents(encoded, parameters, spans), strict=True):
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
    return not any(c.isalnum() for c in word) or word.lower() in words or word in VERBS
