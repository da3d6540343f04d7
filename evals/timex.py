"""Gold values of dates in other annotations as intervals of days: TIMEX2 of WikiWars and the TEI attributes of GUM."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import Interval

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {"START": "early", "MID": "mid", "END": "late"}
#: Words that name a unit of the calendar; what has none ("D-Day", "World War II", "the siege") is known only from elsewhere.
NAMED = re.compile(
    r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*\b|\.)"
    r"|\b(?:spring|summer|autumn|fall|winter|christmas|today|yesterday|tomorrow|tonight|morning|afternoon|evening|night)\b"
    r"|\b(?:days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|[a-z]+t(?:y|ies))\b",
    re.I,
)


def of_timex2(t: dict[str, Any]) -> Interval | None:
    """The days of a TIMEX2 value; None for durations, sets, placeholders, years before Christ and what has no value.

    Parts (START, MID, END) are those of the guide; a time of day is its day.
    """
    value, part = t["value"] or "", PARTS.get(t.get("mod", ""))
    if t.get("set") or t.get("mod") not in (None, *PARTS, "APPROX"):
        return None
    if part is None and t.get("mod") is None and (at := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T.*)?", value)):
        return days.day(date.fromisoformat(at[1]))
    whole = _unit(value)
    if whole and part and whole.precision != "day":
        return days.part(whole, part)
    return whole


def _unit(value: str) -> Interval | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", value):
        return days.day(date.fromisoformat(value[:10]))
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return days.week(date.fromisocalendar(int(m[1]), int(m[2]), 1))
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return days.month(int(m[1]), int(m[2]))
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return days.season(SEASONS[m[2]], int(m[1]))
    if m := re.fullmatch(r"(\d{4})-H([12])", value):
        return days.half(days.year(int(m[1])), m[2] == "2")
    if re.fullmatch(r"\d{4}", value):
        return days.year(int(value)) if int(value) >= 1000 else None
    if re.fullmatch(r"\d{3}", value):
        return days.decade(int(value + "0"))
    return days.century(int(value) + 1) if re.fullmatch(r"\d\d", value) else None


def of_tei(t: dict[str, Any]) -> Interval | None:
    """The days of GUM's `when`, or `from` and `to`; None where no full year is given, and for the annotators' own estimates.

    `notBefore` and `notAfter` bound what the words leave open ("the past few days", "a couple of years back").
    """
    if t["tag"] != "date" or "notBefore" in t or "notAfter" in t:
        return None
    # Years have four figures in TEI: "900" is no decade.
    first, last, when = (t.get(key, "").zfill(4) if t.get(key) else None for key in ("from", "to", "when"))
    if when:
        return _unit(when)
    begin, end = (_unit(text) if text else None for text in (first, last))
    if (first and begin is None) or (last and end is None):
        return None
    return Interval(begin.first if begin else None, end.last if end else None, "part")
