"""Live reports: entries that begin with a time of day, and tell what is new at that time."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.model import Span

#: The time of day that an entry begins with; so many make a report live.
ENTRY = re.compile(r"^[^\w\n]{0,3}(?P<time>(?:[01]?\d|2[0-3])[:.h][0-5]\d)\b", re.M)
ENTRIES = 3


@lru_cache(maxsize=64)
def find_entries(text: str) -> tuple[Span, ...]:
    """The times of day that the entries of a live report begin with; none in any other report."""
    times = tuple(Span.of(text, *found.span("time")) for found in ENTRY.finditer(text))
    return times if len(times) >= ENTRIES else ()


def time_of_entry(text: str, at: int) -> Span | None:
    """The time of the entry that stands at a place of a live report; None outside entries."""
    line = text.rfind("\n", 0, at) + 1
    return next((time for time in find_entries(text) if line <= time.start <= at), None)
