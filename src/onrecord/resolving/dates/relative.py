"""Rules for days and units beside another day: "on Tuesday", "last week", "the next day", "earlier this month"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import WEEKDAYS, Interval
from onrecord.resolving.dates.grammar import (
    CLOCK,
    FEW,
    HOURS,
    TIME,
    ZONE,
    Anchor,
    D,
    M,
    N,
    Rules,
    W,
    Y,
    adder,
    day_number,
    number_of,
    parse,
    shift_of,
)

RULES: Rules = []
rule = adder(RULES)

#: Words that count from a day that the text spoke of, not from publication.
TOLD = frozenset(["previous", "preceding", "following", "same", "that", "that same"])
WHICH = "(?:this )?(?:past|coming|upcoming)|current|last|this|next|previous|preceding|following|same|that|that same"


def _from(word: str, anchor: Anchor) -> date | None:
    """What "last" or "the previous" counts from: publication, or the day that the text spoke of, if it did."""
    return anchor.context if word.lower() in TOLD else anchor.day


@rule(rf"({W}),? (?:the )?({D})")
def _weekday_numbered(m: re.Match[str], anchor: Anchor) -> Interval | None:
    found = parse(f"{day_number(m[2])}th", anchor)
    return found if found and found.first and found.first.weekday() == WEEKDAYS[m[1].lower()] else None


@rule(rf"(?:set |planned |scheduled |due )?for (?:the )?({W}{TIME}?|{D}(?: of)? {M}|{M} {D})")
def _planned_for(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The day that something was planned for may be ahead even if it was called off: the nearer of the two."""
    past, coming = (parse(m[1], replace(anchor, future=future)) for future in (False, True))
    if anchor.future or past is None or coming is None or past.first is None or coming.first is None:
        return coming
    return past if anchor.day - past.first <= coming.first - anchor.day else coming


@rule(rf"({W}){TIME}?")
def _weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(days.nearest_weekday(WEEKDAYS[m[1].lower()], anchor.day, anchor.future))


@rule(rf"(?:the )?({WHICH}) ({W}){TIME}?")
def _which_weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    number, shift, here = WEEKDAYS[m[2].lower()], shift_of(m[1]), _from(m[1], anchor)
    if here is None:
        return None
    # Nobody calls yesterday "last Thursday", nor tomorrow "next Tuesday".
    near = here + timedelta(days=2 * shift if m[1].lower() in ("last", "next") else shift)
    return days.day(days.nearest_weekday(number, near, anchor.future if shift == 0 else shift > 0))


@rule(rf"(?:on )?({W}|today|tomorrow) (week|fortnight)|({N}) (week|fortnight)s? (?:on ({W})|(today|tomorrow))")
def _week_on(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Tuesday week", "a week on Tuesday": so many weeks behind the coming one."""
    found = parse((m[1] or m[5] or m[6]).lower(), replace(anchor, future=True))
    weeks = number_of(m[3] or "a") * (2 if (m[2] or m[4]).lower() == "fortnight" else 1)
    return days.day(found.first, 7 * weeks) if found and found.first else None


@rule(r"(?:at |by )?this time (last|next) (week|month|year)")
def _this_time(m: re.Match[str], anchor: Anchor) -> Interval:
    here = days.step(anchor.day, shift_of(m[1]), m[2])
    return days.around(here, 15, "month") if m[2].lower() == "year" else days.around(here, 3, "week")


@rule(r"(?:in |at )?mid(week|month|year)")
def _middle(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return parse(f"mid-{m[1]}", anchor)


@rule(rf"({W}){TIME}? (?:of )?(?:the )?(last|this|next|coming|previous|following) week{TIME}?")
@rule(rf"(?:the )?(last|this|next|coming|previous|following) week,? (?:on )?({W}){TIME}?")
def _weekday_of_week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    day, which = (m[1], m[2]) if m[1].lower() in WEEKDAYS else (m[2], m[1])
    here = _from(which, anchor)
    monday = days.week(here, shift_of(which)).first if here else None
    return days.day(monday, WEEKDAYS[day.lower()]) if monday else None


@rule(rf"(?:(?:{N}|{FEW}|half an|a quarter of an|less than an) )?(?:hours?|minutes?|moments?) ago")
def _hours_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    whole = re.match(r"(24|48|72|96) hours", m[0], re.I)
    return days.day(anchor.day, -int(whole[1]) // 24 if whole else 0)


@rule(r"(?:earlier |late |later |early )?(?:today|tonight|this (?:very )?(?:day|morning|afternoon|evening))|now")
def _today(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(anchor.day)


@rule(rf"(?:earlier |late |early )?(?:yesterday{TIME}?|last night|a day ago)")
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


@rule(rf"(?:the )?(same|next|following|previous|preceding) (?:day|{HOURS})|that (?:same )?(?:day|{HOURS})")
@rule(rf"(?:(?:the )?(?:day|{HOURS}|night)) (after|before|following)|a day (later|earlier|before)|(?:the )?()day itself")
@rule(rf"()(?:at |by )(?:about |around )?{CLOCK}|noon|midday|midnight|\d\d?(?::\d\d|[:.]\d\d ?[ap]\.?m\.?)(?: {ZONE})?")
@rule(rf"()(?:late |early )?in the {HOURS}|by (?:the )?{HOURS}")
@rule(rf"()(?:{N}|{FEW}) (?:minutes?|hours?) (?:later|earlier)|within (?:the hour|an hour|hours|minutes)")
def _day_beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.context is None:
        return None
    word = next((group for group in m.groups() if group), "same").lower()
    return days.day(anchor.context, {"same": 0, "previous": -1, "preceding": -1, "earlier": -1, "before": -1}.get(word, 1))


@rule(rf"(?:in |during |on )?(?:the )?night (?:to|of) ({W})|overnight (?:on|to|into) ({W})")
def _night_to(m: re.Match[str], anchor: Anchor) -> Interval:
    morning = days.nearest_weekday(WEEKDAYS[(m[1] or m[2]).lower()], anchor.day, anchor.future)
    return days.day(morning, -1).until(days.day(morning))


@rule(rf"(?:(earlier|later|sometime|late|early|at the end of|by) )?(?:the )?({WHICH}) (?:calendar )?(week|month|year|weekend)")
def _which_unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    shift, unit, here = shift_of(m[2]), m[3].lower(), _from(m[2], anchor)
    if here is None:
        return None
    if unit == "weekend":
        # On a Monday, "this weekend" that is past has just been.
        shift = shift or (0 if anchor.future or here.weekday() >= 5 or m[2].lower() != "this" else -1)
        # The weekend that is coming is the nearest one ahead.
        coming = m[2].lower().split()[-1] in ("coming", "upcoming") and here.weekday() < 5
        return days.weekend(here, 0 if coming else shift)
    whole = _unit(here, unit, shift)
    modifier = (m[1] or "").lower()
    if modifier == "by":
        return Interval(anchor.day if anchor.future else None, whole.last, "bound")
    if shift == 0 and modifier == "earlier":
        return Interval(whole.first, here, "part")
    if shift == 0 and modifier == "later":
        return Interval(here, whole.last, "part")
    if modifier in ("late", "early", "at the end of"):
        return days.part(whole, "early" if modifier == "early" else "late")
    return whole


@rule(r"()the (?:whole |entire )?(day|week|month|year)")
@rule(r"(earlier|later)? ?(?:in )?(?:the|that|the same) (week|month|year)")
def _the_unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The unit that the day that the text spoke of is in, its part before or after that day if so said."""
    here, unit = anchor.context, m[2].lower()
    if here is None or unit == "day":
        return days.day(here) if here else None
    whole = _unit(here, unit, 0)
    if not m[1]:
        return whole
    return Interval(whole.first, here, "part") if m[1].lower() == "earlier" else Interval(here, whole.last, "part")


@rule(r"(earlier|later) in the (week|month|year)")
def _in_the_unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return parse(f"{m[1]} this {m[2]}", anchor)


@rule(r"the (week|month|year) (before|after|following)(?: that)?")
def _unit_beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return _unit(anchor.context, m[1].lower(), -1 if m[2].lower() == "before" else 1) if anchor.context else None


@rule(r"(?:the )?(week|month|year|weekend) (before last|after (?:the )?next)")
def _unit_but_one(m: re.Match[str], anchor: Anchor) -> Interval:
    shift = -2 if m[2].lower() == "before last" else 2
    return days.weekend(anchor.day, shift) if m[1].lower() == "weekend" else _unit(anchor.day, m[1].lower(), shift)


def _unit(here: date, unit: str, shift: int) -> Interval:
    """The week, month or year that a day is in, or one `shift` later."""
    if unit == "week":
        return days.week(here, shift)
    return days.month(here.year, here.month + shift) if unit == "month" else days.year(here.year + shift)


@rule(r"(?:the )?week (?:of|beginning|starting|commencing) (?:on )?(.+)")
def _week_of(m: re.Match[str], anchor: Anchor) -> Interval | None:
    found = parse(m[1], anchor)
    return days.week(found.first) if found and found.first and found.first == found.last else None


@rule(r"(?:over |at |during )?(?:the )?weekend")
def _weekend(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.weekend(anchor.day, 0 if anchor.future or anchor.day.weekday() >= 5 else -1)


@rule(r"(?:the )?turn of the year")
def _turn_of_year(_: re.Match[str], anchor: Anchor) -> Interval:
    """The last week of the old year and the first of the new."""
    turns = [Interval(date(y, 12, 25), date(y + 1, 1, 7), "part") for y in (anchor.day.year - 1, anchor.day.year)]
    here = [turn for turn in turns if turn.first and turn.last and (turn.last >= anchor.day if anchor.future else turn.first <= anchor.day)]
    return here[0 if anchor.future else -1]


@rule(r"(?:the )?(?:rest|remainder) of (?:the |this |the current |current )?(week|month|year)")
def _rest(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(anchor.day, _unit(anchor.day, m[1].lower(), 0).last, "part")


@rule(r"(?:up )?(?:to|till|until) (?:date|now)")
def _up_to_now(_: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(None, anchor.day, "bound")


@rule(rf"(?:the )?(last|next|this) ({D}(?: of)? {M}|{M} {D})")
def _which_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    shift = shift_of(m[1])
    return parse(m[2], Anchor(anchor.day + timedelta(days=shift), shift > 0)) if shift else parse(f"{m[2]} {anchor.day.year}", anchor)


@rule(rf"(?:the )?({D}(?: day)?(?: of)? {M}),? (last|next)")
def _day_last(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "The 3rd of June last", of letters and proclamations: counted from the day that they speak of, if they do."""
    here, shift = anchor.context or anchor.day, shift_of(m[2])
    return parse(m[1], Anchor(here + timedelta(days=shift), shift > 0))


@rule(r"(?:the )?year[ -]end|(?:the )?(?:year|week|month)['’]s end")
def _year_end(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The last day of the year that the anchor is in; of a week or month, as "the end of the week" is."""
    unit = re.search("year|week|month", m[0], re.I)
    assert unit
    return days.day(date(anchor.day.year, 12, 31)) if unit[0].lower() == "year" else parse(f"the end of the {unit[0]}", anchor)


@rule(rf"\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: {ZONE})?,? (?:on )?(.+)")
def _clock_of_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "2:30 the next day": the day."""
    found = parse(m[1], anchor)
    return found if found and found.first == found.last else None


@rule(r"(?:the )?(week|month|year) to date")
def _to_date(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(_unit(anchor.day, m[1].lower(), 0).first, anchor.day, "part")


@rule(rf"((?:last|this|next) week),? (?:from|between) ({W}) (?:to|and|until|through) ({W})")
def _days_of_week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = (parse(f"{day} {m[1]}", anchor) for day in (m[2], m[3]))
    return first.until(last) if first and last else None


@rule(rf"(?:the )?weekend of (.+)|(.+? weekend(?: {Y})?)")
def _weekend_of(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The weekend that a day is in; which one a Wednesday is near to is not said."""
    found = parse(m[1] or re.sub(" weekend", "", m[2], flags=re.I), anchor)
    if found is None or found.first is None or found.last is None or not days.SATURDAY <= found.first.weekday() <= found.last.weekday():
        return None
    if found.last - found.first > timedelta(days=1):
        return None
    return days.weekend(found.first)
