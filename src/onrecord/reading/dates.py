"""Words of time that can be known by their form alone, beside those that the model marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
#: Months that are no other words.
_SURE_MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_SEASON = r"spring|summer|autumn|winter|fall"
_UNIT = rf"(?:days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|morning|afternoon|evening|night|{_SEASON})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_OF_YEAR = rf"(?:,? {_YEAR})?"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|(?:a )?few|couple of|many)"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_WHEN = r"(?:in|since|until|by|early|late|mid|of|last|next|this)"
FORMS = (
    r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
    rf"\b{_DAY} (?:of )?(?:{MONTH}\b|{_SHORT_MONTH}){_OF_YEAR}",
    rf"\b(?:{MONTH}|{_SHORT_MONTH}) {_DAY}\b{_OF_YEAR}",
    rf"\b(?:{_WHEN} )?{_SURE_MONTH}\b{_OF_YEAR}",
    rf"\b{_WHEN} (?:March|May)\b{_OF_YEAR}",
    rf"\b(?:March|May) {_YEAR}\b",
    rf"\b(?:(?:last|next|this|on|since|until|by) )?{WEEKDAY}s?{_PART_OF_DAY}\b",
    rf"\b(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|(?:the )?(?:past|coming|previous|following|same)) (?:{_COUNT} )?{_UNIT}\b",
    rf"\b{_COUNT} {_UNIT} (?:ago|earlier|later)\b",
    rf"\b(?:early |late |mid-)?(?:in |since |of |by )?{_YEAR}\b(?![,.]\d)",
    r"[’']\d0s\b|\b(?:18|19|20)\d0s\b",
)
DATE = re.compile("|".join(FORMS))


def add_dates(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """The spans that the model found, and the plain dates that it left out, in the order of the text."""
    plain = (Span.of(text, *m.span()) for m in DATE.finditer(text))
    return tuple(sorted([*found, *(span for span in plain if not any(span.overlaps(other) for other in found))]))
