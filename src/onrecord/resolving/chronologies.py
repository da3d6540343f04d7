"""Chronologies: paragraphs that begin with the day that they tell of, "12 April – …", "**12 April.** …"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from onrecord.model import Span, When
from onrecord.resolving.calendar import find_expressions, interval

#: So many paragraphs that begin with a day make a chronology.
ENTRIES = 3
BEFORE = " *_•▪-–—"
BEHIND = re.compile(r"[*_]{0,2}(?:[:.][*_]{0,2}|\s*[–—-])\s")


def day_of_entry(text: str, at: int, published: date) -> When | None:
    """The day that the entry which stands at a place of a chronology begins with; None outside entries, and in any other report."""
    return _entries(text, published).get(text.rfind("\n", 0, at) + 1)


@lru_cache(maxsize=64)
def _entries(text: str, published: date) -> Mapping[int, When]:
    """Start of the line → its day."""
    out: dict[int, When] = {}
    last = date.min
    for start, end in find_expressions(text):
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip(BEFORE) or not BEHIND.match(text, end):
            continue
        told = (interval(text[start:end], published, future=future) for future in (False, True))
        # The days go on: behind 9 May, "20 May" is the coming one.
        found = next((day for day in told if day and day.first and day.first == day.last and day.first >= last), None)
        if found and found.first:
            last = found.first
            out[line] = When(found.first, found.last, "stated", found.precision, (Span.of(text, start, end),))
    return MappingProxyType(out if len(out) >= ENTRIES else {})
