"""Subjects that were read as what another says: “According to the radio, her aide, Ivo Strand, answered that …” is Strand's answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.sources import ACCORDING, renumber

#: A phrase that names somebody and tells nothing: no verb stands in it.
PHRASE = re.compile(
    r"(?:(?:[Ii]n|[Oo]n) (?:[A-Z][a-z]+ )?\d{1,4},? |(?:[Ii]n|[Oo]n) [A-Z][a-z]+,? )?"
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[^\W\d_a-z][\w’'-]*)"
    r"(?: (?!(?:is|are|was|were|has|had|have|will|would|that|who|which|to)\b)[\w’'-]+){0,7}"
    r"(?:, [^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){0,4})?),?"
)
PARTICIPLE = re.compile(r"\w+ing\b|as\b|to\b", re.I)


def give_subjects(text: str, reading: Reading) -> Reading:
    """Give each statement its own subject, where this was read as the end of another statement of the source that both were given.

    Whom that one is "according to" relays it, and of that one nothing is left.
    """
    out = list(reading.attributions)
    dropped: set[int] = set()
    for i, a in enumerate(out):
        found = _subject_before(text, i, out)
        if found is None:
            continue
        j, piece, subject = found
        other = out[j]
        rest = tuple(span for span in other.content if span != piece)
        out[i] = replace(a, source=(subject,), via=(*a.via, *other.source) if _relays(other) else a.via)
        out[j] = replace(other, content=rest)
        dropped |= set() if rest else {j}
    kept = [i for i in range(len(out)) if i not in dropped]
    return replace(reading, attributions=renumber([out[i] for i in kept], {i: n for n, i in enumerate(kept)}))


def _subject_before(text: str, i: int, attributions: Sequence[Attribution]) -> tuple[int, Span, Span] | None:
    """The statement, its piece and the words in it that are the subject of another one's cue."""
    a = attributions[i]
    if not a.source or not a.cue or PARTICIPLE.match(a.cue[0].text):
        return None
    for j, other in enumerate(attributions):
        if j == i or other.source != a.source or other.inside != a.inside or not (len(other.content) > 1 or _relays(other)):
            continue
        for piece in other.content:
            phrase = PHRASE.fullmatch(piece.text) if text[piece.end : a.cue[0].start] in (" ", ", ") else None
            if phrase:
                start = piece.start + phrase.start("who")
                return j, piece, Span.of(text, start, start + len(phrase["who"]))
    return None


def _relays(a: Attribution) -> bool:
    return bool(a.cue) and bool(ACCORDING.fullmatch(a.cue[0].text))
