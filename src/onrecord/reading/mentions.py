"""Who is named where."""

from __future__ import annotations

import re
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
#: Where a mention runs on into what is said of it: "the community to support", "the hospital will open", but "envoy to the lake".
RUN_ON = re.compile(
    r",? (?:(?:who|which|is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|should|said|says)\b"
    r"|to (?!(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|both|all|some|any|two|three|four)\b)[a-z]+$)"
)
#: A pronoun with more behind it than belongs to it: "we need", but "we all".
PRONOUN_RUN_ON = re.compile(r"(?:we|he|she|they|i|who)(?= (?!(?:all|both|two|three|the)\b)[a-z])", re.I)
#: An abbreviation that has lost its last full stop: "U.S".
ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+[A-Z]$")


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
    """A mention without what runs on behind it, punctuation and dangling words at its edges; None if no word is left."""
    start, end = span[0], _stop(encoded, span)
    while start < end and _is_loose(encoded, start, LOOSE_FIRST):
        start += 1
    while start < end and _is_loose(encoded, end - 1, LOOSE_LAST):
        end -= 1
    if start == end:
        return None
    a, b = encoded.characters((start, end))
    return (start, end + (end < span[1] and encoded.text[b : b + 1] == "." and bool(ABBREVIATION.search(encoded.text, a, b))))


def _stop(encoded: Encoded, span: Range) -> int:
    """The piece before which a mention ends where it would run on, or its own end."""
    start, end = encoded.characters(span)
    words = encoded.text[start:end]
    if " " not in words:
        return span[1]
    pronoun = PRONOUN_RUN_ON.match(words)
    found = RUN_ON.search(words, 1)
    if not (pronoun or found):
        return span[1]
    cut = pronoun.end() if pronoun else found.start() if found else len(words)
    return max(span[0] + 1, encoded.pieces.range_of(start, start + cut)[1])


def _is_loose(encoded: Encoded, piece: int, words: frozenset[str]) -> bool:
    a, b = encoded.pieces.spans[piece]
    word = encoded.text[a:b]
    return not any(c.isalnum() for c in word) or word.lower() in words or word in VERBS
