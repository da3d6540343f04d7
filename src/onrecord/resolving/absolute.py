"""Rules for expressions that name a month, a day or a year: "13 May", "in early April", "the spring of 2031"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving import days
from onrecord.resolving.days import Interval
from onrecord.resolving.grammar import (
    ORDINALS,
    PART,
    TIME,
    Anchor,
    D,
    M,
    S,
    W,
    Y,
    dated,
    day_number,
    month_near,
    month_of,
    parse,
    part_of,
    rule,
    shift_of,
)


@rule(r"(\d{4})-(\d\d)-(\d\d)")
def _iso(m: re.Match[str], _: Anchor) -> Interval:
    return days.day(date(int(m[1]), int(m[2]), int(m[3])))


@rule(r"(\d\d?)[./](\d\d?)[./](\d{4})")
def _figures(m: re.Match[str], _: Anchor) -> Interval | None:
    if int(m[1]) <= 12 and int(m[2]) <= 12 and m[1] != m[2] and "/" in m[0]:
        return None  # month first or day first
    return days.day(date(int(m[3]), int(m[2]), int(m[1])) if int(m[2]) <= 12 else date(int(m[3]), int(m[1]), int(m[2])))


@rule(rf"(?:{W},?{TIME}?,? (?:on )?(?:the )?)?({M}) ({D})(?:,? ({Y}))?{TIME}?")
def _month_day(m: re.Match[str], anchor: Anchor) -> Interval:
    return dated(m[3], month_of(m[1]), m[2], anchor)


@rule(rf"(?:{W},?{TIME}?,? (?:on )?)?(?:the )?({D})(?: of)? ({M})(?:,? ({Y}))?{TIME}?")
def _day_month(m: re.Match[str], anchor: Anchor) -> Interval:
    return dated(m[3], month_of(m[2]), m[1], anchor)


@rule(rf"(?:between |from )?({D}) ?(?:-|–|—|to|and|until|till|or) ?({D})(?: of)? ({M})(?:,? ({Y}))?")
def _days_month(m: re.Match[str], anchor: Anchor) -> Interval:
    last = dated(m[4], month_of(m[3]), m[2], anchor)
    assert last.last is not None
    return dated(str(last.last.year), month_of(m[3]), m[1], anchor).until(last)


@rule(rf"(?:between |from )?({M}) ({D}) ?(?:-|–|—|to|and|until|till|or) ?({D})(?:,? ({Y}))?")
def _month_days(m: re.Match[str], anchor: Anchor) -> Interval:
    last = dated(m[4], month_of(m[1]), m[3], anchor)
    assert last.last is not None
    return dated(str(last.last.year), month_of(m[1]), m[2], anchor).until(last)


@rule(rf"(?:the )?(\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})")
def _day_alone(m: re.Match[str], anchor: Anchor) -> Interval:
    here = anchor.day.replace(day=day_number(m[1]))
    if anchor.future:
        return days.day(here if here >= anchor.day else days.add_months(here, 1))
    return days.day(here if here <= anchor.day else days.add_months(here, -1))


@rule(rf"({M})(?:,? (?:of )?({Y}))?")
def _month(m: re.Match[str], anchor: Anchor) -> Interval:
    return month_near(m[2], month_of(m[1]), anchor)


@rule(rf"({M}) (?:of )?(last|this|next) year")
def _month_of_year(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.month(anchor.day.year + shift_of(m[2]), month_of(m[1]))


@rule(rf"(last|this|next|past|coming) ({M})")
def _which_month(m: re.Match[str], anchor: Anchor) -> Interval:
    number, here = month_of(m[2]), anchor.day
    shift = shift_of(m[1])
    if shift == 0:
        return days.month(here.year, number)
    if shift < 0:
        return days.month(here.year if number < here.month else here.year - 1, number)
    return days.month(here.year if number > here.month else here.year + 1, number)


@rule(rf"(?:the )?(?:year )?({Y})")
def _year(m: re.Match[str], _: Anchor) -> Interval:
    return days.year(int(m[1]))


@rule(rf"(?:the )?({PART})(?:-| of | in | |- )(?:the |this )?(.+)")
def _part(m: re.Match[str], anchor: Anchor) -> Interval | None:
    rest = m[2]
    if rest.lower() in ("week", "month", "year", "the week", "the month", "the year"):
        rest = "this " + rest.split()[-1]
    whole = parse(rest, anchor)
    if whole and whole.precision in ("month", "year", "season", "week"):
        return days.part(whole, part_of(m[1]))
    return None


@rule(r"(?:the )?(first|second) half of (.+)")
def _half(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = parse(m[2], anchor)
    return days.half(whole, m[1].lower() == "second") if whole and whole.precision in ("month", "year") else None


@rule(r"(?:the )?(first|second|third|fourth|last) (week|quarter) of (.+)")
def _ordinal(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = parse(m[3], anchor)
    if whole is None or whole.first is None or whole.last is None:
        return None
    n = ("first", "second", "third", "fourth", "last").index(m[1].lower())
    if m[2].lower() == "quarter" and whole.precision == "year" and n < 4:
        return days.month(whole.first.year, 3 * n + 1, 3, "part")
    if m[2].lower() == "week" and whole.precision == "month":
        if n == 4:
            return Interval(whole.last - timedelta(days=6), whole.last, "week")
        return Interval(whole.first + timedelta(days=7 * n), whole.first + timedelta(days=7 * n + 6), "week")
    return None


@rule(rf"(?:the |this )?({S})(?: of)?(?:,? ({Y}))?")
def _season(m: re.Match[str], anchor: Anchor) -> Interval:
    name = m[1].lower()
    if m[2]:
        return days.season(name, int(m[2]))
    near = [days.season(name, anchor.day.year + n) for n in (-1, 0, 1)]
    if anchor.future:
        return next(s for s in near if s.last and s.last >= anchor.day)
    return next(s for s in reversed(near) if s.first and s.first <= anchor.day)


@rule(rf"(last|next) ({S})")
def _which_season(m: re.Match[str], anchor: Anchor) -> Interval:
    near = [days.season(m[2].lower(), anchor.day.year + n) for n in (-2, -1, 0, 1, 2)]
    if shift_of(m[1]) > 0:
        return next(s for s in near if s.first and s.first > anchor.day)
    return next(s for s in reversed(near) if s.last and s.last < anchor.day)
