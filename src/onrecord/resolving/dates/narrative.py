"""The line of time that a text tells along: expressions in their order → intervals of days.

A history, and the background of a report, name a year once and go on from there: "in 1941 …, in June …, two days later". There
"June" is counted from where the telling stands, not from publication; "last week" and "yesterday" never are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.model import Span
from onrecord.resolving.dates import days
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.grammar import TIME, D, M, W
from onrecord.resolving.dates.tenses import coming

WEEKDAY = rf"^(?:on |late |early |by |in |until |since |before |after )*{W}{TIME}?$"
#: Words that point at the day of publication wherever the telling stands.
POINTING = re.compile(
    rf"\b(?:ago|yesterday|today|tomorrow|tonight|now|this|past|recent|current|year[ -]end|(?<!the )(?:last|next|coming)(?!$))\b|{WEEKDAY}",
    re.I,
)
#: Words by which a text speaks of the days around its publication: it is no history.
NEWS = re.compile(
    rf"\b(?:yesterday|today|tomorrow|tonight|(?<!the )(?:last|this|next) (?:week|month)|coming (?:weeks?|months?|days))\b|{WEEKDAY}", re.I
)
DAY_MONTH = re.compile(rf"(?:on |by )?(?:{W},? )?(?:the )?(?:{D}(?: of)? {M}|{M} {D})", re.I)
FRESH = timedelta(days=31)
#: "22 and 23": a number alone goes on from the day or the year before it.
BARE_YEAR = re.compile(r"['’]?(\d\d)")
BARE_DAY = re.compile(r"(?:the )?(\d\d?)(?:st|nd|rd|th)?")


#: A text that names a year, all of it longer ago, and never its own days, is a history.
LONG_AGO = timedelta(days=365)
NAMED_YEAR = re.compile(r"\b\d{4}\b")


@dataclass(frozen=True)
class History:
    """What each date expression of a history means where it stands: (start, end, interval), in the order of the text."""

    told: tuple[tuple[int, int, Interval], ...] = ()

    def at(self, span: Span) -> Interval | None:
        """What the words of a span mean in the telling; None if this is no history, or no date stands there."""
        return next((found for start, end, found in self.told if start < span.end and span.start < end), None)


@lru_cache(maxsize=64)
def read_history(text: str, published: date) -> History:
    """The dates of a text that is a history; none of one that speaks of the days around its publication."""
    ranges = find_expressions(text)
    words = [text[start:end] for start, end in ranges]
    if any(NEWS.search(one) for one in words):
        return History()
    found = follow(words, published)
    old = (f.last for one, f in zip(words, found, strict=True) if f and NAMED_YEAR.search(one))
    if not any(last and published - last > LONG_AGO for last in old):
        return History()
    # What began then and still goes on ends with publication, not where the telling stands.
    return History(tuple((*at, f) for at, one, f in zip(ranges, words, found, strict=True) if f and not one.lower().startswith("since ")))


def follow(expressions: Sequence[str], anchor: date, ahead: Sequence[bool] = ()) -> list[Interval | None]:
    """What the expressions of one text mean, each counted from the ones before it.

    Args:
        expressions: as they stand in the text, in its order.
        anchor: the day of publication, where the telling begins.
        ahead: of each whether its clause says that it is still to come; it counts in a text of these days.

    Returns:
        For each an interval as `interval` gives it, or None.
    """
    out: list[Interval | None] = []
    here, last, exact = anchor, None, True
    news = any(NEWS.search(words) for words in expressions)
    for words, to_come in zip(expressions, ahead or [False] * len(expressions), strict=True):
        pointing = POINTING.search(words) is not None
        if to_come and (news or anchor - here < LONG_AGO):
            out.append(coming(words, anchor, here if last else None))
            continue
        if pointing or last is None:
            found = interval(words, anchor, context=here if last else None)
        else:
            found = _continued(words, last) or (_fresh(words, anchor) if news else None) or _nearest(words, here)
            if found and not exact and found.first == found.last and _counts_days(words, here):
                found = None  # "the next day" after "in 1941" is no day of January
        out.append(found)
        if found and found.first and found.last and not pointing and found.precision not in ("bound", "decade", "century"):
            # What the telling stands in already, such as its year, does not move it.
            stays = last is not None and found.first <= here <= found.last and (exact or found.first < found.last)
            here, exact, last = (here, exact, found) if stays else (found.first, found.first == found.last, found)
    return out


def _counts_days(words: str, here: date) -> bool:
    """Whether an expression is another day where the telling stands a day further on: "two days later", "at 10:30"."""
    return _nearest(words, here) != _nearest(words, here + timedelta(days=1))


def _fresh(words: str, anchor: date) -> Interval | None:
    """A day and month near publication, in a text that speaks of its own days."""
    if not DAY_MONTH.fullmatch(words):
        return None
    near = [found for future in (False, True) if (found := interval(words, anchor, future=future)) and found.first]
    return next((found for found in near if found.first and abs(found.first - anchor) <= FRESH), None)


def _continued(words: str, last: Interval) -> Interval | None:
    """A number alone: after a year one of its century, after a day one of its month."""
    if last.first is None:
        return None
    if last.precision == "year":
        year = BARE_YEAR.fullmatch(words)
        return days.year(last.first.year // 100 * 100 + int(year[1])) if year and last.first.year >= 100 else None
    day, whole = BARE_DAY.fullmatch(words), days.month(last.first.year, last.first.month)
    if day is None or whole.last is None or not 1 <= int(day[1]) <= whole.last.day:
        return None
    return days.day(last.first.replace(day=int(day[1])))


def _nearest(words: str, here: date) -> Interval | None:
    """The one in the year that the telling stands in, or else the next: a telling goes forwards."""
    past, future = (interval(words, here, future=future, context=here) for future in (False, True))
    if past is None or future is None or past == future or past.first is None or future.first is None:
        return past or future
    return past if past.first.year == here.year else future
