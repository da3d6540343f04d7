"""The grammar of date expressions: its words, its rules in their order, and what an expression is counted from."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.reading.language.numerals import NUMBERS, ORDINALS, spelled
from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import MONTHS, WEEKDAYS, Interval


@dataclass(frozen=True)
class Anchor:
    """What expressions are counted from: publication, another day that the text speaks of, and whether time is ahead."""

    day: date
    future: bool = False
    context: date | None = None


Rule = Callable[[re.Match[str], Anchor], Interval | None]
Rules = list[tuple[re.Pattern[str], Rule]]
#: The first rule that matches and gives an interval holds; `calendar` puts the modules' rules in their order.
RULES: Rules = []
#: No date takes more; what is longer is a sentence or an attempt to keep the rules busy.
LONGEST = 100


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; most places in a text fail at the first letter, before any word is tried."""
    longest = sorted(words, key=len, reverse=True)
    return f"(?=[{''.join(sorted({word[0] for word in longest}))}])(?:{'|'.join(longest)})"


AMOUNTS = NUMBERS | {"hundred": 100, "a": 1, "an": 1}
#: Month, weekday, day of the month, year, number, an unsaid number, unit, season, part, time of day.
M = rf"(?:{any_of(MONTHS)})\b\.?"
W = rf"(?:{any_of(WEEKDAYS)})\b"
D = rf"(?:[0-3]?\d(?:st|nd|rd|th)?|{any_of(ORDINALS)})\b"
Y = r"(?:1[0-9]|20|21)\d\d"
N = rf"(?:\d{{1,3}}|{any_of(AMOUNTS)})"
FEW = r"(?:(?:a )?few|several|some|a number of|a couple(?: of)?|the (?:last|past) few)"
UNIT = r"(?:day|week|fortnight|month|year|decade)s?"
S = "(?:spring|summer|autumn|fall|winter)"
PART = (
    r"(?:very )?(?:early|mid|middle|late|beginning|start|opening|end|close"
    r"|(?:first|opening|early) (?:few )?(?:days|weeks|months|part)|(?:last|final|closing|later|latter) (?:few )?(?:days|weeks|months|part))"
)
TO = r"(?:-|–|—|to|and|until|till|or|through)"
CLOCK = rf"(?:noon|midday|midnight|dawn|dusk|(?:\d{{1,2}}|{spelled(NUMBERS, 1, 12)})(?:[:.]\d\d)?(?: ?[ap]\.?m\.?| o.clock)?)"
HOURS = r"(?:early |late |mid-?)?(?:(?:morning|afternoon|evening|night)(?: hours)?|midday|noon|lunchtime|midnight|dawn|dusk)"
#: A zone does not move the day: it is the one that the report gives.
ZONE = r"(?:(?:GMT|UTC)(?:[+-]\d\d?)?|BST|CES?T|EES?T|MSK|E[SD]T|P[SD]T|local time|(?-i:[A-Z])\w+ time)"
TIME = (
    rf"(?:(?:['’]s)?(?:,? (?:in the |at )?{HOURS}|,? at (?:around |about )?{CLOCK}"
    rf"|,? \d{{1,2}}(?:[:.]\d\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?))(?: {ZONE})?)"
)
#: Beside a day or a month a year may be before 1000.
ANY_Y = rf"(?:{Y}|[1-9]\d\d)"
#: What may stand before an expression without changing it.
LEAD = re.compile(
    r"^(?:(?:only|just|as late as|as recently as|most recently|sometime|some time|already|back|again|once|twice|still|yet"
    r"|exactly|nearly|almost|roughly)\s+)*"
    r"(?:(?:later|earlier|late|early|first(?=\s+(?:on|in|at)\s))\s+(?!this|today|last|next|the|in the|week|month|year))*"
    rf"(?:(?:shortly |just |right )?(?:(?:before|around|after|at|by) (?:around |about )?(?:the )?{CLOCK}|(?:late |early )?in the {HOURS})"
    r"(?: on| of|,)? )?"
    r"(?:(?:on or (?:around|about)|on|in|at|during|over|around|about|for|of|from|within|throughout|as of|towards?|dated|held"
    r"|starting|beginning|come|all|some"
    rf"|the (?:entire|whole)(?: of)?|the {HOURS} (?:of|on))\s+)?(?:(?:on|(?:the )?month of|the {HOURS} (?:of|on))\s+)?",
    re.I | re.A,
)


def adder(rules: Rules) -> Callable[[str], Callable[[Rule], Rule]]:
    """A decorator that adds rules, for expressions that match as a whole in any case, to a list."""

    def rule(pattern: str) -> Callable[[Rule], Rule]:
        def add(function: Rule) -> Rule:
            # ASCII: the dotless i and the long s, which match i and s in any case, are in none of the tables.
            rules.append((re.compile(pattern, re.I | re.A), function))
            return function

        return add

    return rule


@lru_cache(maxsize=4096)
def parse(words: str, anchor: Anchor) -> Interval | None:
    """The interval that the first fitting rule gives, or None. Rules parse parts of their words, so answers are kept."""
    bare = LEAD.sub("", words)
    for candidate in dict.fromkeys((words, bare, re.sub(r"^the ", "", bare, flags=re.I))):
        for pattern, function in RULES:
            if match := pattern.fullmatch(candidate):
                try:
                    found = function(match, anchor)
                except (ValueError, OverflowError):
                    continue  # 31 February, the year 10000
                if found and (found.first or found.last) and found.valid():
                    return found
    return None


def number_of(words: str) -> int:
    """The number that "two", "a" or "14" is."""
    return int(words) if words.isdecimal() else AMOUNTS[words.lower()]


def day_number(words: str) -> int:
    """The day of the month that "13th" or "thirteenth" is."""
    return ORDINALS.get(words.lower()) or int(re.sub(r"\D", "", words))


def month_of(words: str) -> int:
    """The number of a month."""
    return MONTHS[words.lower().rstrip(".")]


def part_of(words: str) -> str:
    """early, mid or late, for all their wordings."""
    words = words.lower().removeprefix("very ")
    if words.startswith("mid"):
        return "mid"
    return "early" if words.split()[0] in ("early", "beginning", "start", "first", "opening") else "late"


def shift_of(words: str) -> int:
    """-1 for "last" and its like ("this past"), 1 for "next" and its like, 0 for "this"."""
    return {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}.get(
        words.lower().split()[-1], 0
    )


def dated(year: str | None, month: int, number: str, anchor: Anchor) -> Interval:
    """A day and month with or without year."""
    at = day_number(number)
    if year is None and (month, at) == (2, 29):
        step = 1 if anchor.future else -1
        years = (anchor.day.year + step * n for n in range(9))
        return next(days.day(leap) for y in years if isleap(y) and ((leap := date(y, 2, 29)) - anchor.day).days * step >= 0)
    if (year and not year.isdecimal()) or (year and len(year) == 2):
        year = str(days.full_year(int(year[-2:]), anchor.day, anchor.future))
    return days.day(date(int(year) if year else days.nearest_year(month, at, anchor.day, anchor.future), month, at))


def month_near(year: str | None, month: int, anchor: Anchor) -> Interval:
    """A month with or without year; the anchor's own month is both past and future."""
    return days.month(int(year) if year else days.nearest_year(month, anchor.day.day, anchor.day, anchor.future), month)


def whole_of(words: str, anchor: Anchor) -> Interval | None:
    """The month, year, season or week that a part is "of"; "the week" is the one that the anchor is in."""
    found = parse(re.sub(r"^(?:the )?(week|month|year)$", r"this \1", words, flags=re.I | re.A), anchor)
    return (
        found
        if found and found.precision in ("week", "month", "season", "year", "decade", "century") and found.first and found.last
        else None
    )
