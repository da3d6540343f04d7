"""Rules for counted units: "three days ago", "two weeks after 5 May", "over the past month", "within ten days"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import UNITS, WEEKDAYS, Interval, step
from onrecord.resolving.dates.grammar import FEW, UNIT, Anchor, N, Rules, W, adder, any_of, number_of, parse

RULES: Rules = []
rule = adder(RULES)

#: "A month and three days".
COUNTS = rf"{N} {UNIT}(?:,? (?:and )?{N} {UNIT})*"
#: Days back to the beginning and the end of "a few … ago", and of "a couple of … ago".
FEW_AGO = {"day": (7, 1), "week": (35, 14), "month": (183, 61), "year": (2557, 730)}
COUPLE_AGO = {"day": (3, 1), "week": (21, 7), "month": (92, 31), "year": (1096, 365)}


@rule(rf"({N}) ({UNIT}) ago")
def _ago(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-number_of(m[1]), m[2], anchor.day)


@rule(rf"({N}) ({UNIT}) ago,? (?:today|to the day|(?:on )?({W}))")
def _ago_to_the_day(m: re.Match[str], anchor: Anchor) -> Interval:
    """The very day. "Three years ago on Thursday" are so many years on the Thursday of these days, of which it is the anniversary."""
    here = days.nearest_weekday(WEEKDAYS[m[3].lower()], anchor.day + timedelta(days=3), False) if m[3] else anchor.day
    return days.day(step(here, -number_of(m[1]), m[2]))


@rule(rf"({N})(?: or | to | ?[-–] ?)({N}) ({UNIT}) ago|(?:in )?({N})(?: or | to | ?[-–] ?)({N}) ({UNIT})(?:(?:['’]s?)? time| from now)")
@rule(r"()an? (day|week|month|year) or (two|three) ago|in an? ()(day|week|month|year) or (two|three)")
def _either(m: re.Match[str], anchor: Anchor) -> Interval:
    """ "Two or three days ago", "in a week or two": from the nearer to the farther."""
    back = m[3] is not None
    least, most, unit = (m[1], m[2], m[3]) if back else (m[4], m[5], m[6])
    if not least:
        least, most, unit = "one", unit, most
    ends = [_away(number_of(count) * (-1 if back else 1), unit, anchor.day) for count in (least, most)]
    near, far = ends
    return replace(far.until(near) if back else near.until(far), precision="part")


@rule(r"(?:less|no more|not more) than (24|48|72) hours ago")
def _hours_at_most(m: re.Match[str], anchor: Anchor) -> Interval:
    return Interval(anchor.day - timedelta(days=int(m[1]) // 24), anchor.day, "part")


@rule(r"half a year ago")
def _half_a_year_ago(_: re.Match[str], anchor: Anchor) -> Interval:
    return _away(-6, "month", anchor.day)


@rule(rf"({N}) ({UNIT}) (earlier|later|before|after|previously|prior|on)(?: that)?")
def _beside(m: re.Match[str], anchor: Anchor) -> Interval | None:
    count = number_of(m[1]) * (1 if m[3].lower() in ("later", "after", "on") else -1)
    return _away(count, m[2], anchor.context) if anchor.context else None


@rule(r"an? ()(year|month) and a half ago")
@rule(rf"({N}) and a half (year|month)s ago")
def _and_a_half_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    """ "A year and a half ago": the day, give or take a quarter of the unit."""
    halves = 2 * number_of(m[1] or "a") + 1
    if m[2].lower() == "year":
        return days.around(days.add_months(anchor.day, -6 * halves), 91, "part")
    return days.around(anchor.day - timedelta(days=round(halves * 30.4 / 2)), 7, "part")


@rule(rf"({COUNTS}) (ago|earlier|later|before that|after that|from now|from today|hence)")
def _counted(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Two weeks and three days ago": to the day if it counts days, else around the day."""
    back = m[2].lower() in ("ago", "earlier", "before that")
    here = anchor.day if m[2].lower() in ("ago", "from now", "from today", "hence") else anchor.context
    if here is None:
        return None
    least = min((unit.lower().rstrip("s") for unit in re.findall(rf"{N} ({UNIT})", m[1], re.I)), key=UNITS.index)
    return _away(0, least, _steps(here, m[1], -1 if back else 1))


@rule(rf"(more than|over|at least|less than|under|at most|no more than) ({N}) ({UNIT}) (?:(ago)|(before|after|from) (.+))")
def _bounded(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "More than two weeks ago": to that day or from it; "less than a week ago": from that day on."""
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
    """ "Within two weeks of 5 May", "for three days from Monday", "a week starting tomorrow": a time with its length, not a day."""
    words = m[0].lower()
    if not re.match(r"within|for|the next", words) and not re.search("starting|beginning", words):
        return None
    found = parse("today" if m[3].lower() == "now" else m[3], anchor)
    if found is None or found.first is None or found.first != found.last:
        return None
    end = step(found.first, number_of(m[1]), m[2])
    return Interval(found.first, end if words.startswith("within") else end - timedelta(days=1), "part")


@rule(rf"(?:({N}) ({UNIT})|the day|the eve) (before|after|from|of) (.+)")
def _from_day(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "two days after 5 May", "the day before the 13th": what is counted from must be one day."""
    found = parse("today" if m[4].lower() == "now" else m[4], anchor)
    if found is None or found.first is None or found.first != found.last or (m[3].lower() == "of") != m[0].lower().startswith("the eve"):
        return None
    return _away((number_of(m[1]) if m[1] else 1) * (-1 if m[3].lower() in ("before", "of") else 1), m[2] or "day", found.first)


@rule(rf"((?:{N} {UNIT}|the day|the eve) (?:before|after|of)) (?:the|an?|their|his|her|its) (?:[\w’'-]+ ){{1,6}}?on (.+)")
def _from_event(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Two days before the summit on 9 May": what happens that day is no matter."""
    return parse(f"{m[1]} {m[2]}", anchor)


@rule(rf"(?:in )?({N}) ({UNIT})(?:['’]s?)? time")
def _ahead(m: re.Match[str], anchor: Anchor) -> Interval:
    return _away(number_of(m[1]), m[2], anchor.day)


@rule(rf"in ({N}) ({UNIT})")
def _in(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """Ahead; of what has been, "in nine days" says how long it took."""
    return _away(number_of(m[1]), m[2], anchor.day) if anchor.future else None


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


@rule(rf"({N}) ({any_of(WEEKDAYS)})s? (?:(ago)|earlier|(from now)|later)")
def _weekdays_away(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Two Fridays ago": the second last one."""
    here, back = anchor.day if m[3] or m[4] else anchor.context, m[3] is not None or m[0].lower().endswith("earlier")
    if here is None:
        return None
    near = days.nearest_weekday(WEEKDAYS[m[2].lower()], here + timedelta(days=-1 if back else 1), not back)
    return days.day(near, 7 * (number_of(m[1]) - 1) * (-1 if back else 1))


@rule(rf"(?:({FEW}) )?(day|week|month|year)s ago|the other (day|week)")
def _few_ago(m: re.Match[str], anchor: Anchor) -> Interval:
    back = (COUPLE_AGO if m[1] and "couple" in m[1].lower() else FEW_AGO)[(m[2] or m[3]).lower()]
    return Interval(anchor.day - timedelta(days=back[0]), anchor.day - timedelta(days=back[1]), "part")


@rule(
    rf"(?:in |over |during |for |within )?(?:the |these )?(last|past|previous|recent|latest) (?:({N}|few|several|couple(?: of)?) )?({UNIT})"
)
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
