"""The grammar of date expressions: its words, its rules in their order, and what an expression is counted from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.resolving import days
from onrecord.resolving.days import MONTHS, WEEKDAYS, Interval


@dataclass(frozen=True)
class Anchor:
    """What expressions are counted from: publication, another day that the text speaks of, and whether time is ahead."""

    day: date
    future: bool = False
    context: date | None = None


Rule = Callable[[re.Match[str], Anchor], Interval | None]
#: The first rule that matches and gives an interval holds; modules of rules add theirs when they are loaded.
RULES: list[tuple[re.Pattern[str], Rule]] = []


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


ONES = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: n for n, word in enumerate(ONES.split(), 1)} | {"a": 1, "an": 1, "couple": 2}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
#: Month, weekday, day of the month, year, number, an unsaid number, unit, season, part, time of day.
M = rf"(?:{_any(MONTHS)})\b\.?"
W = rf"(?:{_any(WEEKDAYS)})\b"
D = rf"(?:[0-3]?\d(?:st|nd|rd|th)?|{_any(ORDINALS)})\b"
Y = r"(?:19|20|21)\d\d"
N = rf"(?:\d{{1,3}}|{_any(ONES.split())}|an?(?: couple(?: of)?)?)"
FEW = r"(?:a few|several|some|a number of|the (?:last|past) few)"
UNIT = r"(?:day|week|fortnight|month|year|decade)s?"
S = "(?:spring|summer|autumn|fall|winter)"
PART = r"(?:very )?(?:early|mid|middle|late|beginning|start|first days|end|last days|close)"
TIME = (
    r"(?:['’]s)?(?: (?:early |late )?(?:morning|afternoon|evening|night|midday|noon|lunchtime|midnight)"
    rf"|,? (?:at )?(?:\d{{1,2}}(?:[:.]\d\d)?|noon|{_any(ONES.split())})(?: ?[ap]\.?m\.?)?(?: (?:GMT|UTC|local time))?)"
)
#: What may stand before an expression without changing it.
LEAD = re.compile(
    r"^(?:(?:only|just|as early as|as late as|as recently as|sometime|some time|already|back|again|later|earlier|late|early|still|yet"
    r"|first)\s+(?!this|today|last))*"
    r"(?:(?:shortly |just )?(?:before|around|after|at) (?:midnight|noon|dawn|dusk|midday|\w+ o.clock) )?"
    r"(?:(?:on|in|at|during|over|around|about|for|of|from|within|throughout|as of|towards?|dated|held|starting|beginning|come"
    r"|the (?:evening|morning|night) of)\s+)?",
    re.I,
)


def rule(pattern: str) -> Callable[[Rule], Rule]:
    """Add a rule for expressions that match as a whole, in any case."""

    def add(function: Rule) -> Rule:
        RULES.append((re.compile(pattern, re.I), function))
        return function

    return add


def parse(words: str, anchor: Anchor) -> Interval | None:
    """The interval that the first fitting rule gives, or None."""
    for candidate in dict.fromkeys((words, LEAD.sub("", words), re.sub(r"^the ", "", LEAD.sub("", words), flags=re.I))):
        for pattern, function in RULES:
            if match := pattern.fullmatch(candidate):
                try:
                    found = function(match, anchor)
                except (ValueError, OverflowError):
                    continue  # 31 February
                if found and found.valid():
                    return found
    return None


def number_of(words: str) -> int:
    """The number that "two", "a" or "14" is."""
    words = words.lower().removesuffix(" of").removeprefix("a ") if " " in words else words.lower()
    return int(words) if words.isdigit() else NUMBERS[words]


def day_number(words: str) -> int:
    """The day of the month that "13th" or "thirteenth" is."""
    return ORDINALS.get(words.lower()) or int(re.sub(r"\D", "", words))


def month_of(words: str) -> int:
    """The number of a month."""
    return MONTHS[words.lower().rstrip(".")]


def part_of(words: str) -> str:
    """early, mid or late, for all their wordings."""
    words = words.lower().removeprefix("very ")
    return "early" if words in ("early", "beginning", "start", "first days") else "mid" if words in ("mid", "middle") else "late"


def shift_of(words: str) -> int:
    """-1 for last, 1 for next, 0 for this."""
    words = words.lower()
    return -1 if words in ("last", "past", "previous", "the past", "the previous") else 1 if words in ("next", "coming", "following") else 0


def dated(year: str | None, month: int, number: str, anchor: Anchor) -> Interval:
    """A day and month with or without year."""
    at = day_number(number)
    return days.day(date(int(year) if year else days.nearest_year(month, at, anchor.day, anchor.future), month, at))


def month_near(year: str | None, month: int, anchor: Anchor) -> Interval:
    """A month with or without year; the anchor's own month is both past and future."""
    if year:
        return days.month(int(year), month)
    return days.month(days.nearest_year(month, anchor.day.day, anchor.day.replace(day=anchor.day.day), anchor.future), month)
