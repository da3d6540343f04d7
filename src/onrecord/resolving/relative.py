"""Rules for expressions that count from a day: "on Tuesday", "last week", "three days ago", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving import days
from onrecord.resolving.days import WEEKDAYS, Interval
from onrecord.resolving.grammar import CLOCK, FEW, HOURS, TIME, UNIT, Anchor, N, Rules, W, adder, number_of, parse, shift_of

RULES: Rules = []
rule = adder(RULES)

#: Words that count from a day that the text spoke of, not from publication.
TOLD = frozenset(["previous", "preceding", "following", "same", "that", "that same"])
WHICH = "(?:this )?(?:past|coming)|last|this|next|previous|preceding|following|same|that|that same"
#: Days back to the beginning and the end of "a few … ago", and of "a couple of … ago".
FEW_AGO = {"day": (7, 1), "week": (35, 14), "month": (183, 61), "year": (2557, 730)}
COUPLE_AGO = {"day": (3, 1), "week": (21, 7), "month": (92, 31), "year": (1096, 365)}


def _from(word: str, anchor: Anchor) -> date | None:
    """What "last" or "the previous" counts from: publication, or the day that the text spoke of, if it did."""
    return anchor.context if word.lower() in TOLD else anchor.day


@rule(rf"({W}),? (?:the )?(\d\d?)(?:st|nd|rd|th)?")
def _weekday_numbered(m: re.Match[str], anchor: Anchor) -> Interval | None:
    found = parse(f"{m[2]}th", anchor)
    return found if found and found.first and found.first.weekday() == WEEKDAYS[m[1].lower()] else None


@rule(rf"({W}){TIME}?")
def _weekday(m: re.Match[str], anchor: Anchor) -> Interval:
    return days.day(days.nearest_weekday(WEEKDAYS[m[1].lower()], anchor.day, anchor.future))


@rule(rf"(?:the )?({WHICH}) ({W}){TIME}?")
def _which_weekday(m: re.Match[str], anchor: Anchor) -> Interval | None:
    number, shift, here = WEEKDAYS[m[2].lower()], shift_of(m[1]), _from(m[1], anchor)
    if here is None:
        return None
    return days.day(days.nearest_weekday(number, here + timedelta(days=shift), anchor.future if shift == 0 else shift > 0))


@rule(rf"({W}){TIME}? (?:of )?(?:the )?(last|this|next|coming|previous|following) week{TIME}?")
@rule(rf"(?:the )?(last|this|next|coming|previous|following) week,? (?:on )?({W}){TIME}?")
def _weekday_of_week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    day, which = (m[1], m[2]) if m[1].lower() in WEEKDAYS else (m[2], m[1])
    here = _from(which, anchor)
    monday = days.week(here, shift_of(which)).first if here else None
    return days.day(monday, WEEKDAYS[day.lower()]) if monday else None


@rule(r"(?:earlier |late |later |early )?(?:today|tonight|this (?:morning|afternoon|evening))|now")
@rule(rf"(?:(?:{N}|{FEW}|half an|a quarter of an|less than an) )?(?:hours?|minutes?|moments?) ago")
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
@rule(r"(?:the )?day (after|before)|a day (later|earlier|before)|(?:the )?()day itself")
@rule(rf"()(?:at |by )?(?:about |around )?{CLOCK}|(?:late |early )?in the {HOURS}|by (?:the )?{HOURS}")
@rule(rf"()(?:{N}|{FEW}) (?:minutes?|hours?) (?:later|earlier)")
def _day_beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if anchor.context is None:
        return None
    word = next((group for group in m.groups() if group), "same").lower()
    return days.day(anchor.context, {"same": 0, "previous": -1, "preceding": -1, "earlier": -1, "before": -1}.get(word, 1))


@rule(rf"(?:in |during |on )?(?:the )?night (?:to|of) ({W})|overnight (?:on|to|into) ({W})")
def _night_to(m: re.Match[str], anchor: Anchor) -> Interval:
    morning = days.nearest_weekday(WEEKDAYS[(m[1] or m[2]).lower()], anchor.day, anchor.future)
    return days.day(morning, -1).until(days.day(morning))


@rule(rf"(?:(earlier|later|sometime|late|early|at the end of|by) )?(?:the )?({WHICH}) (week|month|year|weekend)")
def _which_unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    shift, unit, here = shift_of(m[2]), m[3].lower(), _from(m[2], anchor)
    if here is None:
        return None
    if unit == "weekend":
        # On a Monday, "this weekend" that is past has just been.
        shift = shift or (0 if anchor.future or here.weekday() >= 5 or m[2].lower() != "this" else -1)
        return days.weekend(here, shift)
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


@rule(r"(earlier|later) in the (week|month|year)")
def _in_the_unit(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return parse(f"{m[1]} this {m[2]}", anchor)


@rule(r"(?:the )?(week|month|year|weekend) (before last|after next)")
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


@rule(r"(?:over |at |during )?the weekend")
def _weekend(_: re.Match[str], anchor: Anchor) -> Interval:
    return days.weekend(anchor.day, 0 if anchor.future or anchor.day.weekday() >= 5 else -1)


@rule(r"(?:the )?turn of the year")
def _turn_of_year(_: re.Match[str], anchor: Anchor) -> Interval:
    """The last week of the old year and the first of the new."""
    turns = [Interval(date(y, 12, 25), date(y + 1, 1, 7), "part") for y in (anchor.day.year - 1, anchor.day.year)]
    here = [turn for turn in turns if turn.first and turn.last and (turn.last >= anchor.day if anchor.future else turn.first <= anchor.day)]
    return here[0 if anchor.future else -1]


@rule(rf"({N}) ({UNIT}) ago")
def _ago(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-number_of(m[1]), m[2], anchor.day)


@rule(rf"({N}) ({UNIT}) (earlier|later|before|after)(?: that)?")
def _beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    count = number_of(m[1]) * (-1 if m[3].lower() in ("earlier", "before") else 1)
    return _away(count, m[2], anchor.context) if anchor.context else None


@rule(rf"(?:({N}) ({UNIT})|the day) (before|after|from) (.+)")
def _from_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "two days after 5 May", "the day before the 13th": what is counted from must be one day."""
    found = parse("today" if m[4].lower() == "now" else m[4], anchor)
    if found is None or found.first is None or found.first != found.last:
        return None
    return _away((number_of(m[1]) if m[1] else 1) * (-1 if m[3].lower() == "before" else 1), m[2] or "day", found.first)


@rule(rf"(?:in )?({N}) ({UNIT})(?:['’]s?)? time")
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


@rule(rf"(?:({FEW}) )?(day|week|month|year)s ago|the other (day|week)")
def _few_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    back = (COUPLE_AGO if m[1] and "couple" in m[1].lower() else FEW_AGO)[(m[2] or m[3]).lower()]
    return Interval(anchor.day - timedelta(days=back[0]), anchor.day - timedelta(days=back[1]), "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(last|past|previous|recent|latest) (?:({N}|few|several|couple of) )?({UNIT})")
def _past(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[2] is None and (m[1].lower() == "previous" or m[3].lower() == "day"):
        return None  # "the previous day" is counted from a day that the text spoke of
    return Interval(_back(anchor.day, m[2], m[3]), anchor.day, "part")


@rule(
    rf"(?:in |over |during |for |within )?(?:the )?(next|coming|following) (?:({N}|few|several|couple of) )?({UNIT})"
    rf"|within ({N}) ({UNIT})"
)
def _coming(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[1] and m[2] is None and (m[1].lower() == "following" or m[3].lower() == "day"):
        return None  # "the next day" is counted from a day that the text spoke of
    return Interval(anchor.day, anchor.day + (anchor.day - _back(anchor.day, m[2] or m[4], m[3] or m[5])), "part")


def _back(at: date, count: str | None, unit: str) -> date:
    several = count.lower() in ("few", "several") if count else unit.lower().endswith("s")
    n = (7 if unit.lower() == "days" else 3) if several else 2 if count and count.lower() == "couple of" else number_of(count or "one")
    unit = unit.lower().rstrip("s")
    if unit in ("day", "week", "fortnight"):
        return at - timedelta(days=n * {"day": 1, "week": 7, "fortnight": 14}[unit])
    return days.add_months(at, -n * {"month": 1, "year": 12, "decade": 120}[unit])
