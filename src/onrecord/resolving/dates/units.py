"""Rules for units by their number: "the third quarter of 2031", "week 12", "the 1970s", "the first Friday of July"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.reading.language.numerals import ORDINALS, spelled
from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import WEEKDAYS, Interval, step
from onrecord.resolving.dates.grammar import (
    Anchor,
    D,
    N,
    Rules,
    W,
    Y,
    adder,
    any_of,
    day_number,
    number_of,
    parse,
    part_of,
    shift_of,
    whole_of,
)

RULES: Rules = []
rule = adder(RULES)

DECADES = {w: n for n, w in enumerate("noughties tens twenties thirties forties fifties sixties seventies eighties nineties".split())}
CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
NTH = rf"(?:{spelled(ORDINALS, 1, 12)}|\d\d?(?:st|nd|rd|th))"
EARLY_LATE = r"(?:(early|mid|later?)[- ])?"
WHICH = r"(?:this|the)? ?(?:past|coming|upcoming)|last|this|next|previous|following|current"


@rule(rf"(?:the )?{EARLY_LATE}((?:1[0-9]|20|21)\d0) ?['’]?s")
@rule(rf"(?:the )?{EARLY_LATE}['’]?(\d0) ?['’]?s")
@rule(r"the ()[a-z]{3,12} ['’]?(\d0)s")
@rule(rf"(?:the )?{EARLY_LATE}((?:(?:{any_of(CENTURIES)})[- ])?(?:{any_of(DECADES)}))")
def _decade(m: re.Match[str], anchor: Anchor) -> Interval:
    *century, name = re.split(r"[- ]", m[2].lower())
    first = int(name) if name.isdecimal() else 10 * DECADES[name]
    if first < 100:
        # "The seventies" are the last ones that have begun.
        here = anchor.day.year // 100
        first += 100 * (CENTURIES[century[0]] if century else here if 100 * here + first <= anchor.day.year else here - 1)
    # "The 1800s" are a century, "the 2000s" ten years; "the 1900s" may be either, and the century holds both.
    return _early_late(m[1], days.century(first // 100 + 1) if first % 100 == 0 and first < 2000 else days.decade(first))


@rule(rf"(?:the )?{EARLY_LATE}({D})[ -]century")
def _century(m: re.Match[str], _: Anchor) -> Interval:
    return _early_late(m[1], days.century(day_number(m[2])))


@rule(rf"(?:from |between )?(?:the )?{EARLY_LATE}({D}) (?:and|to|or) (?:the )?{EARLY_LATE}({D}) centur(?:ies|y)")
def _centuries(m: re.Match[str], _: Anchor) -> Interval:
    return _early_late(m[1], days.century(day_number(m[2]))).until(_early_late(m[3], days.century(day_number(m[4]))))


def _early_late(part: str | None, whole: Interval) -> Interval:
    return days.part(whole, part_of(part)) if part else whole


@rule(r"(last|this|(?:the )?(?:next|previous|current)|the (?:last|past)(?= century)) (decade|century)")
def _which_decade(m: re.Match[str], anchor: Anchor) -> Interval:
    shift, year = shift_of(m[1]), anchor.day.year
    return days.decade(year + 10 * shift) if m[2].lower() == "decade" else days.century(year // 100 + 1 + shift)


@rule(
    rf"(?:the )?(?P<nth>{NTH}|last(?= quarter of)) quarter(?:,? (?:of |in )?(?P<year>.+))?"
    rf"|(?P<year2>{Y}|(?:last|this|next) year['’]s),? (?:the )?(?P<nth2>{NTH}|last) quarter"
)
@rule(rf"q(?P<nth>[1-4])(?:(?: of|,)? (?P<year>.+))?|(?P<year2>{Y}) ?q(?P<nth2>[1-4])")
def _quarter(m: re.Match[str], anchor: Anchor) -> Interval | None:
    which = 4 if (nth := (m["nth"] or m["nth2"]).lower()) == "last" else day_number(nth)
    return _of_year(m["year"] or m["year2"], anchor, lambda year: days.quarter(year, which)) if which <= 4 else None


@rule(rf"h(?P<nth>[12])(?:(?: of|,)? (?P<year>.+))?|(?P<year2>{Y}) ?h(?P<nth2>[12])")
def _half(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return _of_year(m["year"] or m["year2"], anchor, lambda year: days.half(days.year(year), (m["nth"] or m["nth2"]) == "2"))


def _of_year(words: str | None, anchor: Anchor, part: Callable[[int], Interval]) -> Interval | None:
    """A part of the year that the words name; without any the last that has begun, or the first that is not over."""
    if words:
        whole = whole_of(re.sub(r"['’]s$", "", words), anchor)
        return part(whole.first.year) if whole and whole.precision == "year" and whole.first else None
    near = [part(anchor.day.year + n) for n in (-1, 0, 1)]
    if anchor.future:
        return next(p for p in near if p.last and p.last >= anchor.day)
    return next(p for p in reversed(near) if p.first and p.first <= anchor.day)


@rule(rf"(?:the )?({WHICH}) (?:({N}) )?quarters?")
def _which_quarter(m: re.Match[str], anchor: Anchor) -> Interval | None:
    here, shift, count = (anchor.day.month + 2) // 3, shift_of(m[1]), number_of(m[2] or "one")
    if m[2] and shift == 0:
        return None
    first = here + (shift if shift >= 0 else -count)
    return days.month(anchor.day.year, 3 * first - 2, 3 * count, "part")


@rule(r"week (\d\d?)(?:(?: of|,)? (.+))?")
def _numbered_week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """A week by its number in ISO 8601."""
    whole = parse(m[2], anchor) if m[2] else days.year(anchor.day.year)
    if whole is None or whole.precision != "year" or whole.first is None:
        return None
    return days.week(date.fromisocalendar(whole.first.year, int(m[1]), 1))


@rule(rf"(?:the )?({NTH}) month of (.+)")
def _numbered_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole, number = parse(m[2], anchor), day_number(m[1])
    return days.month(whole.first.year, number) if whole and whole.precision == "year" and whole.first and number <= 12 else None


@rule(rf"(?:the )?({NTH}|last) ({W}) (?:of |in )(.+)")
def _nth_weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    month = parse(re.sub(r"^(?:the )?month$", "this month", m[3], flags=re.I), anchor)
    if month is None or month.precision != "month" or month.first is None or month.last is None:
        return None
    weekday = WEEKDAYS[m[2].lower()]
    if m[1].lower() == "last":
        return days.day(days.nearest_weekday(weekday, month.last, False))
    found = days.nearest_weekday(weekday, month.first, True) + timedelta(days=7 * (day_number(m[1]) - 1))
    return days.day(found) if found <= month.last else None


@rule(rf"(?:the )?({D})(?: day)?(?: of| in)? (?:the )?(last|this|next|previous|following|same|that|coming|current) month")
@rule(rf"(?:the )?({D})(?: day)? of (the) month")
def _day_of_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    told = m[2].lower() in ("previous", "following", "same", "that", "the")
    here = (anchor.context or (anchor.day if m[2].lower() == "the" else None)) if told else anchor.day
    if here is None:
        return None
    month = days.month(here.year, here.month + shift_of(m[2]))
    return days.day(month.first.replace(day=day_number(m[1]))) if month.first else None


@rule(rf"(?:between |from )?({D}) ?(?:-|–|—|to|and|until|till) ?({D})(?: of| in)? (last|this|next) month")
def _days_of_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = (parse(f"{day} of {m[3]} month", anchor) for day in (m[1], m[2]))
    return first.until(last) if first and last else None


@rule(rf"(?:the )?(first|opening|last|final|closing) ({N}) (day|week|month)s of (.+)")
def _counted_of(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """So many days, weeks or months from the beginning or the end of a whole."""
    whole = parse(re.sub(r"^(?:the )?(month|year)$", r"this \1", m[4], flags=re.I), anchor)
    if whole is None or whole.first is None or whole.last is None or whole.precision not in ("month", "year", "decade", "century"):
        return None
    count, unit = number_of(m[2]), m[3].lower()
    if m[1].lower() in ("first", "opening"):
        return Interval(whole.first, step(whole.first, count, unit) - timedelta(days=1), "part")
    return Interval(step(whole.last + timedelta(days=1), -count, unit), whole.last, "part")
