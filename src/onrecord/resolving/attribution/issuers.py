"""Whose text a report is as a whole: a statement, a speech, a letter."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.forms.letters import SALUTATION, find_letter
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.names.forms import DOCUMENT

#: "Statement by the Ministry of Transport": whose text a report is, as its headline says.
ISSUED = re.compile(
    r"\b(?<!on )(?<!on the )(?<!about )(?<!about the )(?<!to the )"
    rf"(?:{DOCUMENT}|address|appeal|resolution|speech|remarks|comment(?:ary)?|response)s? (?:issued |made )?(?:by|of|from) ",
    re.I,
)
#: The line below the title of a speech: "By the Special Envoy, Ms Anna Veld", "Delivered by …".
SPEECH = re.compile(
    r"\s*[^\n]*\b(?:briefing|statement|remarks|address|speech|intervention|testimony)\b[^\n]*\n+(?:as )?(?:delivered )?by (?=[^\n]+\n)",
    re.I,
)
LONGEST_SIGNATURE = 120


def issuer_of(text: str, cast: Cast) -> Entity | None:
    """Whose text a report is as a whole: of whom its headline calls it a statement or a speech, or who signs it as a letter."""
    end = text.find("\n")
    if issued := (ISSUED.search(text, 0, end) if end > 0 else None) or SPEECH.match(text):
        line = Span.of(text, 0, text.find("\n", issued.end()))
        return next((e for m, e in cast.within(line) if m.start >= issued.end()), None)
    if letter := find_letter(text):
        return cast.entity_at(letter.writer)
    if not SALUTATION.search(text):
        return None
    end = len(text.rstrip())
    starts = (text.rfind("\n\n", 0, end) + 1, text.rfind("\n", 0, end) + 1)  # a name with its office below, or the last line
    start = next((start for start in starts if end - start <= LONGEST_SIGNATURE), end)
    signed = cast.within(Span.of(text, start, end)) if start < end else []
    return next((e for _, e in signed if e.type == "person" and e not in addressees_of(text, cast)), None)


def addressees_of(text: str, cast: Cast) -> list[Entity]:
    """Whom a letter greets."""
    greeting = SALUTATION.search(text)
    return [e for _, e in cast.within(Span.of(text, *greeting.span()))] if greeting else []
