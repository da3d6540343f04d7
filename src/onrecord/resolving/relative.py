"""Rules for expressions that count from a day: "on Tuesday", "last week", "three days ago", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolving import days
from onrecord.resolving.days import UNITS, WEEKDAYS, Interval, step
from onrecord.resolving.grammar import CLOCK, FEW, HOURS, TIME, UNIT, Anchor, D, M, N, Rules, W, Y, adder, day_number, number_of, parse, shift_of

RULES: Rules = []
rule = adder(RULES)

#: Words that count from a day that the text spoke of, not from publication.
TOLD = frozenset(["previous", "preceding", "following", "same", "that", "that same"])
#: "A month and three days".
COUNTS = rf"{N} {UNIT}(?:,? (?:and )?{N} {UNIT})*"
WHICH = "(?:this )?(?:past|coming|upcoming)|current|last|this|next|previous|preceding|following|same|that|that same"
#: Days back to the beginning and the end of "a few … ago", and of "a couple of … ago".
FEW_AGO = {"day": (7, 1), "week": (35, 14), "month": (183, 61), "year": (2557, 730)}
COUPLE_AGO = {"day": (3, 1), "week": (21, 7), "month": (92, 31), "year": (1096, 365)}


def _from(word: str, anchor: Anchor) -> date | None:
    """What "last" or "the previous" counts from: publication, or the day that the text spoke of, if it did."""
    return anchor.context if word.lower() in TOLD else anchor.day


@rule(rf"({W}),? (?:the )?({D})")
def _weekday_numbered(m: re.Match[str], anchor: Anchor) -> Interval | None:
    found = parse(f"{day_number(m[2])}th", anchor)
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
@rule(r"(?:the )?day (after|before|following)|a day (later|earlier|before)|(?:the )?()day itself")
@rule(rf"()(?:at |by )(?:about |around )?{CLOCK}|noon|midday|midnight|\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?|(?:late |early )?in the {HOURS}|by (?:the )?{HOURS}")
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


@rule(rf"(?:(earlier|later|sometime|late|early|at the end of|by) )?(?:the )?({WHICH}) (?:calendar )?(week|month|year|weekend)")
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


@rule(r"()the (day|week|month|year)")
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


@rule(rf"({N}) ({UNIT}) ago")
def _ago(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-number_of(m[1]), m[2], anchor.day)


@rule(rf"({N}) ({UNIT}) (earlier|later|before|after|previously|prior|on)(?: that)?")
def _beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    count = number_of(m[1]) * (1 if m[3].lower() in ("later", "after", "on") else -1)
    return _away(count, m[2], anchor.context) if anchor.context else None


@rule(rf"({COUNTS}) (ago|earlier|later|before that|after that|from now|from today|hence)")
def _counted(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """"Two weeks and three days ago": to the day if it counts days, else around the day."""
    back = m[2].lower() in ("ago", "earlier", "before that")
    here = anchor.day if m[2].lower() in ("ago", "from now", "from today", "hence") else anchor.context
    if here is None:
        return None
    least = min((unit.lower().rstrip("s") for unit in re.findall(rf"{N} ({UNIT})", m[1], re.I)), key=UNITS.index)
    return _away(0, least, _steps(here, m[1], -1 if back else 1))


@rule(rf"(more than|over|at least|less than|under|at most|no more than) ({N}) ({UNIT}) (?:(ago)|(before|after|from) (.+))")
def _bounded(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """"More than two weeks ago": to that day or from it; "less than a week ago": from that day on."""
    found = days.day(anchor.day) if m[4] else parse("today" if m[6].lower() == "now" else m[6], anchor)
    if found is None or found.first is None or found.first != found.last:
        return None
    back, more, here = bool(m[4]) or m[5].lower() == "before", m[1].lower() in ("more than", "over", "at least"), found.first
    end = step(here, -number_of(m[2]) if back else number_of(m[2]), m[3])
    if m[1].lower() in ("more than", "over", "less than", "under"):
        end += timedelta(days=1 if back != more else -1)
    if more:
        return Interval(None, end, "bound") if back else Interval(end, None, "bound")
    return Interval(min(end, here), max(end, here), "part")


@rule(rf"(?:within |for )?(?:the next )?({N}) ({UNIT}),? (?:(?:(?:starting|beginning)(?: on| from)?|from|of|after) (.+))")
def _lasting(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """"Within two weeks of 5 May", "for three days from Monday", "a week starting tomorrow": a time with its length, not a day."""
    words = m[0].lower()
    if not re.match(r"within|for|the next", words) and not re.search("starting|beginning", words):
        return None
    found = parse("today" if m[3].lower() == "now" else m[3], anchor)
    if found is None or found.first is None or found.first != found.last:
        return None
    end = step(found.first, number_of(m[1]), m[2])
    return Interval(found.first, end if words.startswith("within") else end - timedelta(days=1), "part")


@rule(rf"(?:the )?(?:rest|remainder) of (?:the |this |the current |current )?(week|month|year)")
def _rest(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(anchor.day, _unit(anchor.day, m[1].lower(), 0).last, "part")


@rule(r"(?:up )?(?:to|till|until) (?:date|now)")
def _up_to_now(_: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(None, anchor.day, "bound")


@rule(rf"(?:the )?(last|next|this) ({D}(?: of)? {M}|{M} {D})")
def _which_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    shift = shift_of(m[1])
    return parse(m[2], Anchor(anchor.day + timedelta(days=shift), shift > 0)) if shift else parse(f"{m[2]} {anchor.day.year}", anchor)


@rule(r"(?:the )?(week|month|year) to date")
def _to_date(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(_unit(anchor.day, m[1].lower(), 0).first, anchor.day, "part")


@rule(rf"((?:last|this|next) week),? (?:from|between) ({W}) (?:to|and|until|through) ({W})")
def _days_of_week(m: re.Match[str], anchor: Anchor) -> Interval | None:
    first, last = (parse(f"{day} {m[1]}", anchor) for day in (m[2], m[3]))
    return first.until(last) if first and last else None


@rule(rf"(?:({N}) ({UNIT})|the day|the eve) (before|after|from|of) (.+)")
def _from_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "two days after 5 May", "the day before the 13th": what is counted from must be one day."""
    found = parse("today" if m[4].lower() == "now" else m[4], anchor)
    if found is None or found.first is None or found.first != found.last or (m[3].lower() == "of") != m[0].lower().startswith("the eve"):
        return None
    return _away((number_of(m[1]) if m[1] else 1) * (-1 if m[3].lower() in ("before", "of") else 1), m[2] or "day", found.first)


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


@rule(rf"(?:in |over |during |for |within )?(?:the )?(last|past|previous|recent|latest) (?:({N}|few|several|couple(?: of)?) )?({UNIT})")
def _past(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[2] is None and (m[1].lower() == "previous" or m[3].lower() == "day"):
        return None  # "the previous day" is counted from a day that the text spoke of
    # "In recent days" was not today.
    last = anchor.day - timedelta(days=m[1].lower() == "recent")
    return Interval(step(anchor.day, -_count(m[2], m[3]), m[3]), last, "part")


@rule(rf"(?:in |over |during |for |within )?(?:the )?(next|coming|upcoming|following) (?:({N}|few|several|couple(?: of)?) )?({UNIT})")
def _coming(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if m[2] is None and (m[1].lower() == "following" or m[3].lower() == "day"):
        return None  # "the next day" is counted from a day that the text spoke of
    return Interval(anchor.day, step(anchor.day, _count(m[2], m[3]), m[3]), "part")


@rule(rf"({N}) (past|previous|last|upcoming|coming|next) ({UNIT})")
def _turned(m: re.Match[str], anchor: Anchor) -> Interval | None:
    return parse(f"the {m[2]} {m[1]} {m[3]}", anchor)


@rule(rf"within (?:the (?:next|coming|upcoming) )?({COUNTS})")
def _within(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """From publication on for what is ahead, else from the day that the text spoke of."""
    here = anchor.day if anchor.future else anchor.context
    return Interval(here, _steps(here, m[1], 1), "part") if here else None


@rule(rf"(?:in |over |during |for )?(?:the )?(?:last|past) ({COUNTS})")
def _past_counts(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(_steps(anchor.day, m[1], -1), anchor.day, "part")


def _steps(at: date, counts: str, sign: int) -> date:
    """The day that "two years, a month and three days" lead to, the greatest units first."""
    found = re.findall(rf"({N}) ({UNIT})", counts, re.I)
    for count, unit in sorted(found, key=lambda pair: UNITS.index(pair[1].lower().rstrip("s")), reverse=True):
        at = step(at, sign * number_of(count), unit)
    return at


def _count(count: str | None, unit: str) -> int:
    """How many units "the past few", "the next couple of" and "recent" take in."""
    if count and count.lower().startswith("couple"):
        return 2
    several = count.lower() in ("few", "several") if count else unit.lower().endswith("s")
    return (7 if unit.lower() == "days" else 3) if several else number_of(count or "one")


@rule(rf"(?:the )?weekend of (.+)|(.+? weekend(?: {Y})?)")
def _weekend_of(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The weekend that a day is in; which one a Wednesday is near to is not said."""
    found = parse(m[1] or re.sub(" weekend", "", m[2], flags=re.I), anchor)
    if found is None or found.first is None or found.first != found.last or found.first.weekday() < 5:
        return None
    return days.weekend(found.first)


@rule(rf"({W}),? (.+)|(.+?),? on ({W})")
def _weekday_in(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """"Friday, three weeks after 1 May": the one such day in an interval of no more than a week."""
    found = parse(m[2] or m[3], anchor)
    if found is None or found.first is None or found.last is None or found.last - found.first >= timedelta(days=7):
        return None
    day = days.nearest_weekday(WEEKDAYS[(m[1] or m[4]).lower()], found.first, True)
    return days.day(day) if day <= found.last else None
