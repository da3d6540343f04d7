"""Rules for expressions that count from a day: "on Tuesday", "last week", "three days ago", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving import days
from onrecord.resolving.days import WEEKDAYS, Interval
from onrecord.resolving.grammar import FEW, TIME, UNIT, Anchor, N, W, number_of, rule, shift_of


@rule(rf"({W}){TIME}?")
def _weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(days.nearest_weekday(WEEKDAYS[m[1].lower()], anchor.day, anchor.future))


@rule(rf"(last|this|past|next|coming) ({W}){TIME}?|({W}) (?:of )?(last|this|next) week{TIME}?")
def _which_weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    number, shift = WEEKDAYS[(m[2] or m[3]).lower()], shift_of(m[1] or m[4])
    if m[4]:
        monday = days.week(anchor.day, shift).first
        assert monday is not None
        return days.day(monday, number)
    if shift > 0:
        return days.day(days.nearest_weekday(number, anchor.day + timedelta(days=1), True))
    if shift < 0:
        return days.day(days.nearest_weekday(number, anchor.day - timedelta(days=1), False))
    return days.day(days.nearest_weekday(number, anchor.day, anchor.future))


@rule(rf"(?:earlier |late |later |early )?(?:today|tonight|this (?:morning|afternoon|evening))|(?:{N}|{FEW}) (?:hours?|minutes?) ago|now")
def _today(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day)


@rule(rf"(?:earlier |late |early )?(?:yesterday{TIME}?|last night|a day ago)|(?:the )?day before")
def _yesterday(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -1)


@rule(r"overnight")
def _overnight(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -1).until(days.day(anchor.day))


@rule(rf"(?:at \w+ )?tomorrow{TIME}?")
def _tomorrow(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, 1)


@rule(r"(?:the )?day (before yesterday|after tomorrow)")
def _day_next_but_one(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day, -2 if m[1].lower() == "before yesterday" else 2)


@rule(r"(?:the )?(same|next|following|previous) (?:day|morning|evening|noon)|the day after|a day (later|earlier)")
def _day_beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.context is None:
        return None
    shift = {"same": 0, "previous": -1, "earlier": -1}.get((m[1] or m[2] or "next").lower(), 1)
    return days.day(anchor.context, shift)


@rule(
    r"(?:(earlier|later|sometime|late|early|at the end of) )?(?:the )?(this|last|past|previous|next|coming|following) "
    r"(week|month|year|weekend)"
)
def _which_unit(m: re.Match[str], anchor: Anchor) -> Interval:
    shift, unit, here = shift_of(m[2]), m[3].lower(), anchor.day
    if unit == "weekend":
        # On a Monday, "this weekend" that is past has just been.
        shift = shift or (0 if anchor.future or here.weekday() >= 5 else -1)
        return days.weekend(here, shift)
    whole = {
        "week": days.week(here, shift),
        "month": days.month(here.year, here.month + shift),
        "year": days.year(here.year + shift),
    }[unit]
    modifier = (m[1] or "").lower()
    if shift == 0 and modifier == "earlier":
        return Interval(whole.first, here, "part")
    if shift == 0 and modifier == "later":
        return Interval(here, whole.last, "part")
    if modifier in ("late", "early", "at the end of"):
        return days.part(whole, "early" if modifier == "early" else "late")
    return whole


@rule(r"(?:over |at |during )?the weekend")
def _weekend(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.weekend(anchor.day, 0 if anchor.future or anchor.day.weekday() >= 5 else -1)


@rule(rf"({N}) ({UNIT}) ago")
def _ago(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-number_of(m[1]), m[2], anchor.day)


@rule(rf"({N}) ({UNIT}) (earlier|later|before|after)")
def _beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    count = number_of(m[1]) * (-1 if m[3].lower() in ("earlier", "before") else 1)
    return _away(count, m[2], anchor.context) if anchor.context else None


@rule(rf"(?:in )?({N}) ({UNIT})(?:['’]s?)?(?: time| from now)")
@rule(rf"in ({N}) ({UNIT})")
def _ahead(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(number_of(m[1]), m[2], anchor.day)


def _away(count: int, unit: str, at: date) -> Interval:
    unit = unit.lower().rstrip("s")
    if unit == "day":
        return days.day(at, count)
    if unit in ("week", "fortnight"):
        return days.around(at + timedelta(days=count * (14 if unit == "fortnight" else 7)), 3, "week")
    if unit == "month":
        return days.around(days.add_months(at, count), 15, "month")
    middle = days.add_months(at, count * (120 if unit == "decade" else 12))
    return days.around(middle, 183, "year")


@rule(rf"(?:just )?(?:(?:only )?{FEW} )?(day|week|month|year)s ago|the other (day|week)")
def _few_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    unit = (m[1] or m[2]).lower()
    span = {"day": (7, 1), "week": (35, 14), "month": (183, 61), "year": (2557, 730)}[unit]
    return Interval(anchor.day - timedelta(days=span[0]), anchor.day - timedelta(days=span[1]), "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(?:last|past|previous|recent|latest) (?:({N}|few|several) )?({UNIT})")
def _past(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[1] is None and m[2].lower() == "day":
        return None  # "the previous day" is counted from a day that the text spoke of
    back = _back(anchor.day, m[1], m[2])
    return Interval(back, anchor.day, "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(?:next|coming|following) ({N}|few|several)? ?({UNIT})|within ({N}) ({UNIT})")
def _coming(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[1] is None and m[3] is None and m[2].lower() == "day":
        return None  # "the next day" is counted from a day that the text spoke of
    back = _back(anchor.day, m[1] or m[3], m[2] or m[4])
    return Interval(anchor.day, anchor.day + (anchor.day - back), "part")


def _back(at: date, count: str | None, unit: str) -> date:
    unit = unit.lower().rstrip("s")
    n = number_of(count) if count and count.lower() not in ("few", "several") else 7 if unit == "day" else 3
    if unit in ("day", "week", "fortnight"):
        return at - timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return days.add_months(at, -n * {"month": 1, "year": 12, "decade": 120}[unit])
