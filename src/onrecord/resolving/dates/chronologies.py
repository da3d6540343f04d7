"""Chronologies: paragraphs that begin with the days that they tell of, "12 April – …", "**October 2030.** …", "The next day: …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from onrecord.model import Span, When
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.days import Interval

#: So many paragraphs that begin with a day make a chronology.
ENTRIES = 3
WEEK = timedelta(days=7)
BEFORE = " *_•▪-–—"
BEHIND = re.compile(r"[*_]{0,2}(?:[:.][*_]{0,2}|\s*[–—-])\s")


def day_of_entry(text: str, at: int, published: date) -> When | None:
    """The days that the entry which stands at a place of a chronology begins with; None outside entries, and in any other report."""
    return _entries(text, published).get(text.rfind("\n", 0, at) + 1)


def within_entry(text: str, span: Span, published: date) -> Interval | None:
    """What a date in an entry means, counted from the days that the entry begins with: the nearer of the last such and the coming one."""
    entry = day_of_entry(text, span.start, published)
    if entry is None or entry.first is None or entry.last is None or span in entry.spans:
        return None
    told = (interval(span.text, day, future=day is entry.first, context=entry.first) for day in (entry.last, entry.first))
    near = [found for found in told if found and found.first]
    return min(near, key=lambda found: abs(found.first - entry.first), default=None)  # type: ignore[operator]


@lru_cache(maxsize=64)
def _entries(text: str, published: date) -> Mapping[int, When]:
    """Start of the line → its days."""
    out: dict[int, When] = {}
    begun, ended = date.min, None
    for start, end in find_expressions(text):
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip(BEFORE) or not BEHIND.match(text, end):
            continue
        told = (interval(text[start:end], published, future=future, context=ended) for future in (False, True))
        # The days go on: behind 9 May, "20 May" is the coming one.
        found = next((days for days in told if days and days.first and days.last and days.first >= begun), None)
        if found and found.first and found.last:
            # "The next day" counts from a day, or from some days in a row, but from no month.
            begun, ended = found.first, found.last if found.last - found.first < WEEK else None
            out[line] = When(found.first, found.last, "stated", found.precision, (Span.of(text, start, end),))
    return MappingProxyType(out if len(out) >= ENTRIES else {})
