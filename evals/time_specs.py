"""The time-specs suite read by the conventions of this project: which cases are in scope, and which days they want.

The suite tests an assistant that takes requests; its conventions are not those of news, and where the guide of the talks
corpus rules otherwise, the guide holds. What is left out is told by what a case declares and by the kind of its words, never
by whether it comes out right.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from onrecord.reading.language.numerals import in_figures
from onrecord.resolving.dates import days

#: First and last day as text; None for an open end.
Ends = list[str | None]

#: Feasts that move with the moon or the week, and those that each country has on a day of its own.
MOVABLE = re.compile(
    r"easter|rama[dzt]|ramzan|\beid|breaking the fast|(?:islamic|hijri|arabic) new year|thanks ?giving|black friday|cyber monday"
    r"|\b(?:father|mother|president|labor|memorial|independence|mlk|martin luther king)[’' s]*day",
    re.I,
)
NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})(?![\d:])")
#: "three weeks ago", "in a year": counted, and not to the day.
COUNTED = re.compile(r"\b(?:a|an|few|couple|\d+|one|two|three|four|five) (?:weeks?|fortnights?|months?|years?)\b", re.I)
EXACT = re.compile(r"\bdays?\b", re.I)
PART = re.compile(r"\b(?:start|beginning|middle|mid|end) of\b", re.I)
NTH_WEEK = re.compile(r"\b(?:first|second|third|fourth|last|\dst|\dnd|\drd|\dth) (?:\d )?weeks? (?:of|this|next|last)\b", re.I)
#: An end that the words name: "from 3 to 7 May", "2014–2018"; not the hyphen of "2017-Q1".
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
#: "By Friday" takes in the Friday; "before Friday" does not.
TAKEN_IN = re.compile(r"\b(?:by|until|till|no later than|ending|as late as|to date)\b", re.I)


JOINED = [
    re.compile(pattern, re.I)
    for pattern in (
        r".*\b(?:to|and|until|till|through) (?!tens)(.+)",
        r".+ [-–] (.+)",
        rf"(?!q\d-\d{{4}}$|\d{{4}}-[qh]\d$|\d{{4}}-\d\d?$|\d\d?-\d{{4}}$).*(?:(?<=\d)[-–]|(?<=[a-z])[-–](?={MONTH})) ?(.+)",
    )
]
#: A time that runs up to the day of reference or from it.
WINDOW = re.compile(r"\b(?:next|last|past|previous|coming|upcoming|within|future|hence|following|rest|remaining)\b", re.I)
WHICH_DAY = re.compile(r"\b(?:last|next|previous|following) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
#: What people type to an assistant, and working days, which each country has its own of.
SHORTHAND = re.compile(r"[=<>~]|\b(?:tmrw|otd|eoy|eom|cy ?\d+|w/c|my)\b|\b(?:business days?|work(?:ing )?week)\b", re.I)


def why_out(case: dict[str, Any], expected: dict[str, Any]) -> str | None:
    """The kind that keeps an expression out of scope, or None."""
    words, values = case["input"][expected["s"] : expected["e"]], expected["values"]
    day = any("value" in v for v in values)
    if case["mode"] not in ("default", "parser"):
        return "an option of the suite's library, for which other choices can be right"
    if not values or any(not _is_day(v.get(key)) for v in values for key in ("value", "start", "end") if key in v):
        return "no days given: seasons, fiscal years, 30 February"
    if any(set((v.get("mod") or "").split("-")) & {"start", "mid", "end"} for v in values) or PART.search(words):
        return "a part of a month or year: the guide's are days 1–10, 11–20, 21–last, the suite's are halves"
    if re.match(r"(?:earlier|later)\b(?! than)", words, re.I):
        return "the part of a unit up to or from today, which the suite takes for a half"
    if NTH_WEEK.search(words):
        return "a week of a month or year: the corpus counts from its first day, the suite from a Monday"
    if re.search(r"\bfew\b", words, re.I) or (day and COUNTED.search(words) and not EXACT.search(words)):
        return "counted in weeks, months or years, or a few: the guide gives the days around the one counted"
    if any(int(a) <= 12 and int(b) <= 12 and int(a) != int(b) for a, b in NUMERIC.findall(words)):
        return "figures that can be month first or day first"
    if WHICH_DAY.search(words):
        return "last, next or previous weekday: the nearest in the corpus, that of the week before or after in the suite"
    if SHORTHAND.search(words):
        return "shorthand of requests (=2019, tmrw, my week), and working days"
    if MOVABLE.search(words):
        return "a feast that no one day is fixed for"
    return None


def _is_day(text: str | None) -> bool:
    return text is None or (text[:4] != "0001" and re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None)


def strictly(expected: dict[str, Any]) -> list[Ends]:
    """The days as the suite has them; its ranges end before their end."""
    return [[v["value"]] * 2 if "value" in v else [v.get("start"), _shift(v.get("end"), -1)] for v in expected["values"]]


def by_our_conventions(words: str, reference: date, expected: dict[str, Any]) -> list[Ends]:
    """The days with the ends that the words name taken in, and what is after or before a day beside it.

    "From 3 to 7 May" holds the 7th, "2014–2018" the whole of 2018; a window ("the next three days", "within 5 days") holds both
    the day that it is counted from and its last one; "after 1 May" begins on the 2nd; "by Friday" holds the Friday.
    """
    return [[v["value"]] * 2 if "value" in v else _range(words, str(reference), v) for v in expected["values"]]


def _range(words: str, reference: str, v: dict[str, Any]) -> Ends:
    start, end, mod, timex = v.get("start"), v.get("end"), v.get("mod"), v.get("timex") or ""
    one_day = re.search(r"-\d\d-\d\d$", timex) is not None or timex == "PRESENT_REF"
    if mod == "after":
        return [_shift(start, 1) if one_day else start, None]
    if mod in ("before", "until"):
        if mod == "until" or TAKEN_IN.search(words):
            return [None, end if one_day else _shift(end, -1) if mod == "until" else _end_of_unit(end, timex)]
        return [None, _shift(end, -1)]
    if mod is None and timex.startswith("(") and end and start:
        if joined := next((m for pattern in JOINED if (m := pattern.fullmatch(in_figures(words)))), None):
            return [start, _end_of_named(end, joined[1])]
        if not WINDOW.search(words):
            return [start, _shift(end, -1)]
        if end == reference or start == reference:
            return [start, end]
        if start == _shift(reference, 1):
            return [reference, _shift(end, -1)]
    return [start, _shift(end, -1)]


def _end_of_named(end: str, words: str) -> str | None:
    """The last day of what the words after "to" name: a year, a quarter, a month, a week, or a day."""
    at = date.fromisoformat(end)
    if re.search(r"\bq[1-4]\b|quarter", words, re.I):
        return str(days.month(at.year, at.month, 3).last)
    if re.fullmatch(r"\d{4}", words):
        return str(days.year(at.year).last)
    if re.fullmatch(rf"{MONTH},?(?:[ /](?:of |in )?\d{{4}})?|\d{{4}} {MONTH}", words, re.I):
        return str(days.month(at.year, at.month).last)
    return _shift(end, 6 if re.match("week", words, re.I) else 0)


def _end_of_unit(end: str | None, timex: str) -> str | None:
    """The last day of the year or month that begins at an open range's end, where that is what the words name."""
    if end is None:
        return None
    at = date.fromisoformat(end)
    if re.fullmatch(r"\d{4}", timex):
        return str(days.year(at.year).last)
    return str(days.month(at.year, at.month).last) if re.fullmatch(r"\d{4}-\d\d", timex) else end


def _shift(day: str | None, by: int) -> str | None:
    return str(date.fromisoformat(day) + timedelta(days=by)) if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day
