"""Words of time that can be known by their form alone, beside those that the model marks; and what is no date among those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
#: Months that are no other words.
_SURE_MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_SEASON = r"[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
_UNIT = rf"(?:days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|morning|afternoon|evening|night|{_SEASON}|fall)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_OF_YEAR = rf"(?:,? {_YEAR})?"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|(?:a )?few|couple of)"
_DAY = r"\d\d?(?:st|nd|rd|th)?"
_WHEN = r"(?:in|since|until|by|early|late|mid|of|last|next|this)"
FORMS = (
    r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
    rf"\b{_DAY} (?:of )?(?:{MONTH}\b|{_SHORT_MONTH}){_OF_YEAR}",
    rf"\b(?:{MONTH}|{_SHORT_MONTH}) {_DAY}\b{_OF_YEAR}",
    rf"\b(?:{_WHEN} )?{_SURE_MONTH}\b{_OF_YEAR}",
    rf"\b{_WHEN} (?:March|May)\b{_OF_YEAR}",
    rf"\b(?:March|May) {_YEAR}\b",
    # "Every Monday", "a Monday", "Mondays" are no days that could be told.
    rf"(?<!\b[Ee]very )(?<!\ba )\b(?:(?:last|next|this|on|since|until|by) )?{WEEKDAY}{_PART_OF_DAY}\b",
    rf"\b(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat|(?:the )?(?:past|coming|previous|following|same)) (?:{_COUNT} )?{_UNIT}\b(?! of )",
    rf"\b{_COUNT} {_UNIT} (?:ago|earlier|later)\b",
    rf"\b(?:[Ii]n|by|until|since|during|over|early|late|mid) (?:the )?(?:{_SEASON})\b(?:(?: of)? {_YEAR})?",
    rf"\b(?:{_SEASON}|[Ff]all)(?: of)? {_YEAR}\b",
    r"\bthe (?:beginning|start|middle|end) of (?:the|this|last|next) (?:week|month|year)\b",
    rf"\b(?:[Ii]n|since|by) (?:early |late |mid-)?{_YEAR}\b(?![,.]\d)",
    # A year is no number of anything, and no part of a longer one.
    rf"(?<![.\d$€£-])\b(?:early |late |mid-)?(?:of )?{_YEAR}\b(?![,.]\d)(?! (?:more|people|[a-z]{{4,}}s|[a-z]+ren)\b)",
    rf"\b(?:{_SEASON})\b(?=[.,;:)]| (?:and|of|in|is|was|when)\b)(?<!spring)(?<!Spring)",
    r"\b(?:the )?(?:early |mid-|late )?(?:\d\d?(?:st|nd|rd|th)|[a-z]+teenth|twentieth|twenty-first)[ -]century\b",
    r"[’']\d0s\b|\b(?:1[5-9]|20)\d0s\b|\bthe [2-9]0s\b",
)
DATE = re.compile("|".join(FORMS))
#: What every form has in it; forms are looked for only around it, so that a text without dates costs next to nothing.
TRIGGER = re.compile(
    r"\d\d|\d(?=(?:st|nd|rd|th)? )|day|week|month|year|decade|centur|omorrow|night|morning|afternoon|evening|[Ff]all|pring|ummer|utumn"
    r"|inter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
#: How many characters a form has at most before and after what is in it.
REACH = 40

_LENGTH = (
    r"(?:\d[\d,.]*|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|several|many"
    r"|(?:a )?few|(?:a )?couple of)"
)
_LENGTH_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
#: How long or how often, not when: "three years", "3–5 days", "three weeks of fighting", "every week", "Mondays"; nor "now" and "4 p.m.".
NO_DATE = re.compile(
    r"(?:(?:for|after|over|within|about|nearly|almost|only|some|up to|more than|less than|at least|under|a period of|periods of"
    r"|the|the first) )*"
    rf"(?:{_LENGTH}(?: ?(?:to|or|[–-]) ?{_LENGTH})?[ -]{_LENGTH_UNIT}(?:[’']s?)?(?: period)?(?: of\b[^\d]*)?"
    rf"|(?:every|each|per) .*|(?:on )?{WEEKDAY}s|daily|weekly|monthly|yearly|annually|(?:day|week|month|year|decade|centurie)s?(?: of)?"
    r"|(?:recent|later|earlier) (?:years|decades)|now|\d\d?(?::\d\d)? ?[ap]\.?m\.?)",
    re.I,
)


def add_dates(text: str, found: Sequence[Span]) -> tuple[Span, ...]:
    """The spans that the model found, less durations and repetitions, and the plain dates that it left out, in the order of the text."""
    kept = [span for span in found if not NO_DATE.fullmatch(span.text)]
    plain = (Span.of(text, *m.span()) for start, end in _stretches(text) for m in DATE.finditer(text, start, end))
    return tuple(sorted([*kept, *(span for span in plain if not any(span.overlaps(other) for other in kept))]))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that dates can be in, apart from each other."""
    start = end = 0
    for m in TRIGGER.finditer(text):
        if m.start() - REACH > end:
            if end:
                yield start, end
            start = m.start() - REACH
        end = m.end() + REACH
    if end:
        yield start, end
