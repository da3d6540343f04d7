"""Rules for open and joined intervals: "since March", "before Friday", "from May to July"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import WEEKDAYS, Interval
from onrecord.resolving.dates.grammar import Anchor, D, M, Rules, W, adder, parse, whole_of

RULES: Rules = []
rule = adder(RULES)


@rule(r"(?:ever )?since (.+)|from (.+?) (?:on|onwards?)|(.+?),? (?:and|or) (?:later|after|onwards?)")
@rule(r"(?:starting from|on or after|(?:after|later than) or (?:on|in|at)) (.+)")
def _since(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = parse(next(group for group in m.groups() if group), Anchor(anchor.day, False, anchor.context))
    return Interval(begin.first, None if anchor.future else anchor.day, "bound") if begin and begin.first else None


@rule(r"(?:not (?:before|until)|(?:not|no) (?:earlier|sooner) than|at the earliest(?: on| in)?) (.+)|(.+) at the earliest")
def _not_before(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Not until 3 May" did they meet: then. Ahead it is from then on."""
    if not anchor.future and m[0].lower().startswith("not until"):
        return parse(m[1], anchor)
    begin = parse(m[1] or m[2], replace(anchor, future=True))
    return Interval(begin.first, None, "bound") if begin and begin.first else None


@rule(r"as early as (.+)")
def _as_early_as(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Could meet as early as Friday": from then on; "warned as early as Friday": then."""
    begin = parse(m[1], anchor)
    return Interval(begin.first, None, "bound") if anchor.future and begin and begin.first else begin


@rule(r"(?:(?:not|no) later than|at the latest(?: by| on| in)?|by|until|till|up to|through) (?:the )?(.+)|(.+) at the latest")
@rule(r"(?:(?:on|in) or (?:before|earlier than)|before or (?:on|in)) (.+)()")
def _by(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = parse(m[1] or m[2], anchor)
    return Interval(anchor.day if anchor.future else None, end.last, "bound") if end and end.last else None


@rule(r"before the (week|weekend|month|year) (?:is|was) (?:out|over)|(?:before|by|until) the end of the (week|month|year)")
def _before_out(m: re.Match[str], anchor: Anchor) -> Interval | None:
    unit = m[1] or m[2]
    whole = parse("this weekend", anchor) if unit == "weekend" else whole_of(unit, anchor)
    return Interval(anchor.day, whole.last, "bound") if whole and anchor.future else None


@rule(r"(?:(?:just |shortly |right )?before|ahead of|prior to|(?:earlier|sooner) than) (.+)")
def _before(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = parse(m[1], anchor)
    if end is None or end.first is None:
        return None
    # "before the end of June" is to its last day.
    last = end.last if re.match(r"(?:the )?(?:end|close)\b", m[1], re.I) else end.first - timedelta(days=1)
    return Interval(anchor.day if anchor.future else None, last, "bound")


@rule(r"(?:(?:shortly |just |right |soon )?after|later than) (.+)")
def _after(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = parse(m[1], anchor)
    return Interval(begin.last + timedelta(days=1), None, "bound") if begin and begin.last else None


@rule(r"(?:between |from )?(.+?) (?:and|[–—-]|to|until|till|through) (.+)")
@rule(r"(?:either )?(?:between |from )?(.+?)(?:,? and(?: again)?(?: on| in)?|,? or(?: on| in)?| ?[–—-]| to| until| till| through) ?(.+)")
def _range(m: re.Match[str], anchor: Anchor) -> Interval | None:
    if re.fullmatch(r"now|today|tomorrow", m[1], re.I):
        anchor = replace(anchor, future=True)
    elif (going := _going_on(m, anchor)) and not anchor.future:
        return going
    if re.fullmatch(r"(?:the )?(?:present(?: day)?|(?:current )?date)", m[2], re.I):
        last: Interval | None = Interval(anchor.day, anchor.day)
    else:
        last = _weekday_after(m, anchor) or parse(m[2], anchor)
    if last is None or last.first is None or last.last is None:
        return None
    # "from March to May 2024": the year of the end holds for the beginning, unless a new year lies between.
    first = parse(f"{m[1]} {last.last.year}", anchor) if re.search(rf"(?:{M}|{M} {D})$", m[1], re.I) else None
    first = first or parse(m[1], anchor)
    if first is None or (first.first and first.first > last.last):
        first = parse(m[1], Anchor(last.last, False, anchor.context))
    return first.until(last) if first and first.first else None


def _weekday_after(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """The Friday of "from next Monday to Friday", and the 3rd of "from 27 April to the 3rd": counted from the first day."""
    if (
        not re.fullmatch(rf"{W}|the {D}", m[2], re.I)
        or (first := parse(m[1], anchor)) is None
        or first.last is None
        or first.precision != "day"
    ):
        return None
    return parse(m[2], Anchor(first.last, True))


def _going_on(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """A range that the anchor lies in: "from 12 to 20 May" in a report of 14 May is not last year's."""
    first = parse(m[1], anchor)
    if first is None or first.first is None or first.last is None:
        return None
    last = parse(m[2], Anchor(first.last, True, anchor.context))
    return first.until(last) if last and last.last and first.first <= anchor.day <= last.last else None


@rule(rf"({W}),? (.+)|(.+?),? on ({W})")
def _weekday_in(m: re.Match[str], anchor: Anchor) -> Interval | None:
    """ "Friday, three weeks after 1 May": the one such day in an interval of no more than a week."""
    found = parse(m[2] or m[3], anchor)
    if found is None or found.first is None or found.last is None or found.last - found.first >= timedelta(days=7):
        return None
    day = days.nearest_weekday(WEEKDAYS[(m[1] or m[4]).lower()], found.first, True)
    return days.day(day) if day <= found.last else None
