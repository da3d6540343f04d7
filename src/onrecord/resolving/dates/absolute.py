"""Rules for expressions that name a month, a day or a year: "13 May", "in early April", "the spring of 2031"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from onrecord.reading.language.numerals import ORDINALS
from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import WEEKDAYS, Interval
from onrecord.resolving.dates.grammar import (
    ANY_Y,
    PART,
    TIME,
    TO,
    Anchor,
    D,
    M,
    Rules,
    S,
    W,
    Y,
    adder,
    any_of,
    dated,
    day_number,
    month_near,
    month_of,
    parse,
    part_of,
    shift_of,
    whole_of,
)

RULES: Rules = []
rule = adder(RULES)

#: A number alone behind a month is no year up to here.
MOST_DAYS = 31

#: Years and months that are counted from a day that the text spoke of.
TOLD_YEAR = TOLD_MONTH = frozenset(["that", "the same", "the previous", "the following"])


@rule(r"(\d{4})([-/. ])(\d\d?)\2(\d\d?)")
@rule(r"(\d{4})()(\d\d)(\d\d)")
def _iso(m: re.Match[str], _: Anchor) -> Interval:
    return days.day(date(int(m[1]), int(m[3]), int(m[4])))


@rule(rf"({Y}) ?[-/.] ?(0?[1-9]|1[0-2])")
def _iso_month(m: re.Match[str], _: Anchor) -> Interval:
    return days.month(int(m[1]), int(m[2]))


@rule(rf"(0?[1-9]|1[0-2]) ?[-/.] ?({Y})")
def _month_in_figures(m: re.Match[str], _: Anchor) -> Interval:
    return days.month(int(m[2]), int(m[1]))


@rule(r"(\d\d?)([./-])(\d\d?)(?:(?:\2|, ?)(\d{4}|\d\d))?")
def _figures(m: re.Match[str], anchor: Anchor) -> Interval | None:
    first, second, year = int(m[1]), int(m[3]), m[4]
    if year is None and m[2] != "/":
        return None  # "10-15" may be days of a month, "4.22" a number
    # With dots the day comes first where a year follows; else either may, and the days of both readings are held open.
    if first <= 12 and second <= 12 and first != second and not (m[2] == "." and year):
        if not year or len(year) != 4:
            return None
        either = date(int(year), second, first), date(int(year), first, second)
        return Interval(min(either), max(either), "part")
    number, month = (first, second) if second <= 12 else (second, first)
    if year and len(year) == 2:
        year = str(days.full_year(int(year), anchor.day, anchor.future))
    return dated(year, month, str(number), anchor)


@rule(rf"(?:(?:this )?({W}),?{TIME}?,? (?:on )?(?:the )?)?({M}),? (?:the )?({D})(?:,? (?:in |of )?({Y}|['’]\d\d|(?<=of )\d\d))?{TIME}?")
def _month_day(m: re.Match[str], anchor: Anchor) -> Interval:
    return _on_weekday(m[1], m[4], month_of(m[2]), m[3], anchor)


@rule(rf"(?:({W}),?{TIME}?,? (?:on )?)?(?:the )?({D})(?: day)?(?: of)? ({M})(?:,? (?:in |of )?({ANY_Y}|['’]\d\d|(?<=of )\d\d))?{TIME}?")
def _day_month(m: re.Match[str], anchor: Anchor) -> Interval:
    return _on_weekday(m[1], m[4], month_of(m[3]), m[2], anchor)


def _on_weekday(weekday: str | None, year: str | None, month: int, number: str, anchor: Anchor) -> Interval:
    """A day and month; if no year is given, the weekday may tell that it is still ahead, or just past."""
    found = dated(year, month, number, anchor)
    if weekday is None or year is not None:
        return found
    other = dated(year, month, number, replace(anchor, future=not anchor.future))
    fits = [day for day in (found, other) if day.first and day.first.weekday() == WEEKDAYS[weekday.lower()]]
    return fits[0] if fits else found


@rule(rf"(?:between |from |on )?(?:the )?({D}) ?{TO} ?(?:the )?({D})(?: of)? ({M})(?:,? (?:of |in )?({Y}))?")
def _days_month(m: re.Match[str], anchor: Anchor) -> Interval:
    return _days(m[1], m[2], month_of(m[3]), m[4], anchor)


@rule(rf"(?:between |from |on )?({M}) (?:between |from )?(?:the )?({D}) ?{TO} ?(?:the )?({D})(?:,? (?:of |in )?({Y}))?")
def _month_days(m: re.Match[str], anchor: Anchor) -> Interval:
    return _days(m[2], m[3], month_of(m[1]), m[4], anchor)


@rule(rf"(?:between |from )({D}) (?:to|and|until|till|through) ({M}) ({D})(?:,? ({Y}))?")
def _day_to_month_day(m: re.Match[str], anchor: Anchor) -> Interval:
    return _days(m[1], m[3], month_of(m[2]), m[4], anchor)


def _days(first: str, last: str, month: int, year: str | None, anchor: Anchor) -> Interval:
    """From one day of a month to another. What has begun is of this year even if it still goes on, and so is what is not yet over."""
    year = year or str(_year_of(dated(None, month, last if anchor.future else first, anchor)))
    return dated(year, month, first, anchor).until(dated(year, month, last, anchor))


def _year_of(found: Interval) -> int:
    assert found.first is not None
    return found.first.year


@rule(rf"(?:(?:{W}),? )?(?:the )?({D}(?: of)? {M}|{M} {D}),? (?:of )?(last|this|next|that|the same|the previous|the following) year")
def _day_of_year(m: re.Match[str], anchor: Anchor) -> Interval | None:
    here = anchor.context if m[2].lower() in TOLD_YEAR else anchor.day
    return parse(f"{m[1]} {here.year + shift_of(m[2])}", anchor) if here else None


@rule(rf"(?:the )?\w+ (?:day|morning|afternoon|evening|night),? ({D}(?: of)? {M}(?:,? {Y})?|{M} {D}(?:,? {Y})?)")
def _named_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return parse(m[1], anchor)


@rule(rf"(?:the )?(\d{{1,2}}(?:st|nd|rd|th))|the (\d{{1,2}}|{any_of(ORDINALS)})")
def _day_alone(m: re.Match[str], anchor: Anchor) -> Interval | None:
    number = day_number(m[1] or m[2])
    if (told := anchor.context) and not anchor.future:
        # "The 20th", told after the 19th of a month, is of that month.
        here = days.month(told.year, told.month)
        if here.last and told.day <= number <= here.last.day and (found := told.replace(day=number)) <= anchor.day:
            return days.day(found)
    near = (day for day in _days_numbered(number, anchor.day, 1 if anchor.future else -1))
    return next((days.day(day) for day in near if (day >= anchor.day if anchor.future else day <= anchor.day)), None)


def _days_numbered(number: int, near: date, step: int) -> Iterator[date]:
    """The 31st of this month, if it has one, and of the two months beyond."""
    for shift in (0, step, 2 * step):
        whole = days.month(near.year, near.month + shift)
        if whole.first and whole.last and 1 <= number <= whole.last.day:
            yield whole.first.replace(day=number)


@rule(rf"the ({D}) of (last|this|next|that|the same|the previous|the following) month")
def _day_of_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    here = anchor.context if m[2].lower() in TOLD_MONTH else anchor.day
    whole = days.month(here.year, here.month + shift_of(m[2])) if here else None
    number = day_number(m[1])
    if whole is None or whole.first is None or whole.last is None or not 1 <= number <= whole.last.day:
        return None
    return days.day(whole.first.replace(day=number))


@rule(rf"({M})(?:,? (?:of |in )?({ANY_Y}))?")
def _month(m: re.Match[str], anchor: Anchor) -> Interval:
    return month_near(m[2], month_of(m[1]), anchor)


@rule(rf"({Y}),? ({M})")
def _year_month(m: re.Match[str], _: Anchor) -> Interval:
    return days.month(int(m[1]), month_of(m[2]))


@rule(rf"({Y}) ({M}) ({D})")
def _year_month_day(m: re.Match[str], anchor: Anchor) -> Interval:
    return dated(m[1], month_of(m[2]), m[3], anchor)


@rule(rf"({M}) (of )?(['’])?(\d\d)")
def _month_short_year(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "May ’87", "May of 87"; "May 12" is a day, and was taken for one before, and "February 30" is nothing."""
    if not (m[2] or m[3]) and int(m[4]) <= MOST_DAYS:
        return None
    return days.month(days.full_year(int(m[4]), anchor.day, anchor.future), month_of(m[1]))


@rule(r"(?:in )?['’](\d\d)")
def _short_year(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.year(days.full_year(int(m[1]), anchor.day, anchor.future))


@rule(rf"({M}) (?:of )?(last|this|next|that|the same|the previous|the following) year")
def _month_of_year(m: re.Match[str], anchor: Anchor) -> Interval | None:
    here = anchor.context if m[2].lower() in TOLD_YEAR else anchor.day
    return days.month(here.year + shift_of(m[2]), month_of(m[1])) if here else None


@rule(rf"(?:the )?(last|this|next|past|coming|previous|following) ({M})")
def _which_month(m: re.Match[str], anchor: Anchor) -> Interval | None:
    number, here = month_of(m[2]), anchor.context if m[1].lower() in ("previous", "following") else anchor.day
    if here is None:
        return None
    shift = shift_of(m[1])
    if shift == 0:
        return days.month(here.year, number)
    if shift < 0:
        return days.month(here.year if number < here.month else here.year - 1, number)
    return days.month(here.year if number > here.month else here.year + 1, number)


@rule(rf"(?:the )?(?:calendar )?(?:years? )?({Y})|(?:the )?year (\d{{1,4}})")
def _year(m: re.Match[str], _: Anchor) -> Interval:
    return days.year(int(m[1] or m[2]))


@rule(rf"(?:the )?({PART})(?:-| of | in | |- )(?:the |this )?(.+)")
def _part(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole, which = whole_of(m[2], anchor), part_of(m[1])
    if whole is None or whole.last is None:
        return None
    if whole.precision == "year" and m[1].lower().endswith("days"):
        return days.part(days.month(whole.last.year, 1 if which == "early" else 12), which)
    return days.part(whole, which)


@rule(r"(?:the )?(first|second|third|last|latter) (decade|half|third) of (.+)")
def _fraction(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole, which, fraction = whole_of(m[3], anchor), m[1].lower(), m[2].lower()
    if whole is None:
        return None
    if fraction == "half":
        return days.half(whole, which != "first") if which != "third" else None
    # The third decade of a month is from its 21st day on; only months have decades that news speaks of.
    if fraction == "decade" and whole.precision != "month":
        return None
    return days.part(whole, {"first": "early", "second": "mid"}.get(which, "late"))


@rule(r"(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening) (week),? (?:of |in )?(.+)")
def _ordinal(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = whole_of(m[3], anchor)
    if whole is None or whole.first is None or whole.last is None:
        return None
    n = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "1st": 0, "2nd": 1, "3rd": 2, "4th": 3}.get(m[1].lower(), -1)
    if whole.precision not in ("month", "year"):
        return None
    if n < 0:
        return Interval(whole.last - timedelta(days=6), whole.last, "week")
    return Interval(whole.first + timedelta(days=7 * n), whole.first + timedelta(days=7 * n + 6), "week")


@rule(rf"(?:the )?({S})(?: of)?(?:,? ({Y}))?")
def _season(m: re.Match[str], anchor: Anchor) -> Interval:
    name = m[1].lower()
    if m[2]:
        return days.season(name, int(m[2]))
    near = [days.season(name, anchor.day.year + n) for n in (-1, 0, 1)]
    if anchor.future:
        return next(s for s in near if s.last and s.last >= anchor.day)
    return next(s for s in reversed(near) if s.first and s.first <= anchor.day)


@rule(rf"(?:the )?(last|next|previous|following|past|coming) ({S})")
def _which_season(m: re.Match[str], anchor: Anchor) -> Interval | None:
    here = anchor.context if m[1].lower() in ("previous", "following") else anchor.day
    if here is None:
        return None
    near = [days.season(m[2].lower(), here.year + n) for n in (-2, -1, 0, 1, 2)]
    if shift_of(m[1]) > 0:
        return next(s for s in near if s.first and s.first > here)
    return next(s for s in reversed(near) if s.last and s.last < here)


@rule(rf"this ({S})")
def _this_season(m: re.Match[str], anchor: Anchor) -> Interval:
    """The one that is nearest, if it is over or still to come."""
    near = [days.season(m[1].lower(), anchor.day.year + n) for n in (-1, 0, 1)]
    return min(near, key=lambda s: max((s.first - anchor.day).days if s.first else 0, (anchor.day - s.last).days if s.last else 0))


@rule(rf"(?:the )?winter (?:of )?({ANY_Y}) ?[-–/] ?(\d\d|{ANY_Y})")
def _winter(m: re.Match[str], _: Anchor) -> Interval | None:
    last = int(m[1]) + 1
    return days.season("winter", last) if int(m[2]) in (last, last % 100) else None


@rule(r"(?:ad ?)(\d{1,4})|(\d{1,4}) ?(?:ad|ce)")
def _year_of_our_era(m: re.Match[str], _: Anchor) -> Interval:
    return days.year(int(m[1] or m[2]))
