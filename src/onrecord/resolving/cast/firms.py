"""Companies by the form of their names: “Melkar Mining”, which later is “the company”."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from onrecord.model import Mention, Reading, Span
from onrecord.resolving.names.compounds import with_mentions

#: Words that companies have in their names, and few others.
_WORD = (
    r"(?:Mining|Minera|Resources|Minerals|Metals|Energy|Oil|Gas|Petroleum|Terminals|Shipping|Airlines|Railways|Holdings?|Industries|Ltd"
    r"|Inc|Corporation|Company|plc|AG|GmbH|Logistics)"
)
FIRM = re.compile(rf"\b{_WORD}\b")
_CAPITAL = r"[^\W\d_a-z][\w’-]+"
#: A name with such a word at its end, or "Minera" at its beginning, and no longer one: not "Deputy Energy Minister".
NAMED = re.compile(rf"\b(?:(?!The\b|Ministr)(?:{_CAPITAL} ){{1,3}}?{_WORD}|Minera {_CAPITAL})\b(?![’'-]?\w| (?:and |of )?[^\W\d_a-z])")


def add_firms(text: str, reading: Reading) -> Reading:
    """The reading with a mention for each company that is called one, whatever was read of its name."""
    found = {m.start(): Span.of(text, *m.span()) for m in NAMED.finditer(text)}
    spans = {m.span for m in reading.mentions}
    old = [_whole(m, found.get(m.span.start, m.span), spans) for m in reading.mentions]
    new = [Mention(firm, "organization") for firm in found.values() if not any(m.span.overlaps(firm) for m in old)]
    return with_mentions(reading, old, new)


def _whole(m: Mention, firm: Span, spans: Set[Span]) -> Mention:
    """A company by its whole name: "Kolm Resources", of which "Kolm" was read."""
    if m.span == firm or (firm.covers(m.span) and firm not in spans):
        return replace(m, span=firm, type="organization") if FIRM.search(firm.text) else m
    return m
