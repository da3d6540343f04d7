"""Several days of one verb, each a contact of its own: "met on 3, 7 and 12 May". Days in a row, "on 10 and 11 May", are one contact's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from onrecord.model import ContactEvidence, Span
from onrecord.reading.language.weekdays import MONTH, WEEKDAY, WEEKDAYS

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ITEM = rf"(?:{MONTH} {_DAY}|{_DAY}(?: (?:of )?{MONTH})?|{WEEKDAY})"
ITEM = re.compile(rf"\b{_ITEM}(?!\w)")
LIST = re.compile(
    rf"\bon (?:the )?(?P<items>{_ITEM}(?:, (?:on )?(?:the )?{_ITEM})*,? and (?:again )?(?:on )?(?:the )?{_ITEM})(?!\w)(?P<year>,? \d{{4}})?"
)
MONTH_OF = re.compile(MONTH)
NUMBER = re.compile(r"\d+")
#: Contacts of which each day is one; days that are proposed or refused may be offered for the same one.
EACH = frozenset({"held", "planned", "cancelled"})


def spread_days(text: str, c: ContactEvidence) -> Iterator[ContactEvidence]:
    """A contact, or one for each of the days that its evidence lists, with the words of the day as the last of its evidence."""
    days = next((days for found in LIST.finditer(text, c.evidence[0].start, c.evidence[0].end) if (days := _items(text, found))), [])
    if not days or c.status not in EACH:
        yield c
    for day in days if c.status in EACH else ():
        yield replace(c, evidence=(*c.evidence, day), when=(day,))


def listed_day(text: str, day: Span) -> str | None:
    """The words of a day of a list with the month that another of its days names: "3 May" for the "3" of "3 and 7 May"."""
    line = text.rfind("\n", 0, day.start) + 1
    found = next((m for m in LIST.finditer(text, line) if m.start("items") <= day.start and day.end <= m.end()), None)
    if found is None or day not in _items(text, found):
        return None
    month = None if MONTH_OF.search(day.text) else MONTH_OF.search(text, day.end, found.end()) or MONTH_OF.search(found["items"])
    return day.text + (f" {month[0]}" if month else "") + (found["year"] or "")


def _items(text: str, found: re.Match[str]) -> list[Span]:
    """The days of a list; none of one whose days follow each other, or that mixes days of the week with others."""
    items = [Span.of(text, *m.span()) for m in ITEM.finditer(text, *found.span("items"))]
    places = [WEEKDAYS.index(item.text) if item.text in WEEKDAYS else int(NUMBER.search(item.text)[0]) for item in items]  # type: ignore[index]
    alike = len({item.text in WEEKDAYS for item in items}) == 1 and (items[0].text in WEEKDAYS or MONTH_OF.search(found["items"]))
    months = len(MONTH_OF.findall(found["items"]))
    in_a_row = months < 2 and all(b - a == 1 for a, b in pairwise(places))
    return items if alike and not in_a_row else []
