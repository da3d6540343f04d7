"""Rules for open and joined intervals: "since March", "before Friday", "from May to July"."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.resolving.days import Interval
from onrecord.resolving.grammar import Anchor, D, M, parse, rule


@rule(r"(?:ever )?since (.+)|from (.+?) (?:on|onwards?)")
def _since(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = parse(m[1] or m[2], Anchor(anchor.day, False, anchor.context))
    return Interval(begin.first, None if anchor.future else anchor.day, "bound") if begin else None


@rule(r"(?:not later than|no later than|by|until|till|up to|through) (?:the )?(.+)")
def _by(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = parse(m[1], anchor)
    return Interval(anchor.day if anchor.future else None, end.last, "bound") if end else None


@rule(r"before the (week|month|year) is (?:out|over)|before the end of the (week|month|year)|(?:by|until) the end of the (week|month|year)")
def _before_out(m: re.Match[str], anchor: Anchor) -> Interval | None:
    whole = parse(f"this {m[1] or m[2] or m[3]}", anchor)
    return Interval(anchor.day, whole.last, "bound") if whole and anchor.future else None


@rule(r"(?:(?:just )?before|ahead of|prior to) (.+)")
def _before(m: re.Match[str], anchor: Anchor) -> Interval | None:
    end = parse(m[1], anchor)
    if end is None or end.first is None:
        return None
    # "before the end of June" is to its last day.
    last = end.last if end.precision == "part" else end.first - timedelta(days=1)
    return Interval(anchor.day if anchor.future else None, last, "bound")


@rule(r"(?:shortly |just |right )?(?:after|following) (.+)")
def _after(m: re.Match[str], anchor: Anchor) -> Interval | None:
    begin = parse(m[1], anchor)
    return Interval(begin.last + timedelta(days=1), None, "bound") if begin and begin.last else None


@rule(r"(?:either )?(?:between |from )?(.+?)(?:,? and(?: again)?(?: on| in)?|,? or(?: on| in)?| ?[–—-]| to| until| till| through) ?(.+)")
def _range(m: re.Match[str], anchor: Anchor) -> Interval | None:
    last = parse(m[2], anchor)
    if last is None or last.last is None:
        return None
    # "from March to May 2024": the year of the end holds for the beginning.
    first = parse(f"{m[1]} {last.last.year}", anchor) if re.search(rf"(?:{M}|{M} {D})$", m[1], re.I) else None
    first = first or parse(m[1], Anchor(last.last, False, anchor.context))
    return first.until(last) if first and first.first else None
