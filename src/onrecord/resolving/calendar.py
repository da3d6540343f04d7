"""Date expressions → intervals of days, counted from the day of publication. Nothing is guessed: what no rule knows is None.

The rules of interpretation follow the talks corpus: "early" is days 1 to 10 of a month, "last week" runs from Monday to
Sunday, "a few days ago" is seven days to one day before, and a bare weekday is the nearest one that fits.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from onrecord.model import Span

# Rules are tried in the order in which these modules add them.
from onrecord.resolving import absolute, bounds, relative  # noqa: F401
from onrecord.resolving.days import MONTHS, WEEKDAYS, Interval
from onrecord.resolving.grammar import FEW, PART, TIME, UNIT, Anchor, D, M, N, S, W, Y, parse


def interval(expression: str, anchor: date, *, future: bool = False, context: date | None = None) -> Interval | None:
    """The days that an expression means.

    Args:
        expression: as it stands in the text, with or without its preposition.
        anchor: the day of publication.
        future: whether it dates something still ahead at the anchor, so that "on Friday" is the coming one.
        context: the day that the text spoke of before, for "the next day".

    Returns:
        A closed interval, with None for an open end; None if no rule knows the expression.
    """
    words = re.sub(r"\s+", " ", re.sub(r"[’']s?$", "", expression.replace("‑", "-").strip(" ,.;:()")))
    return parse(words, Anchor(anchor, future, context))


@cache
def _searched() -> re.Pattern[str]:
    """Expressions that are dates wherever they stand: months with a day or year, weekdays, "yesterday", "last week"."""
    lead = (
        r"(?:(?:on|in|since|by|until|till|before|after|from|during|at|between|over|around|as of|earlier|later|late|early)\s+)?(?:the\s+)?"
    )
    month = M.replace("|may", "").replace("may|", "").replace("|mar|", "|").replace("march|", "").replace("|sun", "")
    cores = [
        rf"(?:{W},? )?(?:the )?{D}(?: of)? (?:{M})(?:,? {Y})?", rf"(?:{W},? )?(?:{M}) {D}(?!\d)(?:,? {Y})?(?! ?(?:per|%))",
        r"\d{4}-\d\d-\d\d", rf"(?:{M}) {Y}",
        rf"(?:{PART})(?:[ -]|(?: of | in ))(?:the )?(?:{M}|{Y}|(?:last|next|this) (?:week|month|year))",
        rf"(?:{W}){TIME}?", rf"(?:last|next|this|the past|the previous|the coming) (?:{W}|week(?:end)?|month|year|{S}|{M}){TIME}?",
        r"yesterday|today|tomorrow|tonight|overnight|the day before yesterday|the day after tomorrow",
        rf"(?:{N}|{FEW}|\d+) {UNIT} (?:ago|earlier|later)", rf"(?:in|since|by|until|before|after|during) (?:{M}|{Y})", rf"{month}(?= \w)",
        r"(?:earlier|later) (?:today|this week|this month|this year)", r"the (?:next|same|previous|following) day", r"over the weekend",
    ]  # fmt: skip
    return re.compile(rf"\b{lead}(?:{'|'.join(cores)})(?!\w)", re.I)


def find_expressions(text: str) -> list[tuple[int, int]]:
    """Where date expressions stand in a text, with their prepositions: half-open ranges, left to right."""
    found = []
    for match in _searched().finditer(text):
        words = match[0]
        if any(w.lower() in MONTHS | WEEKDAYS and w[0].islower() for w in re.findall(r"[A-Za-z]+", words) if len(w) > 2):
            continue  # "may" and "march" are verbs
        found.append((match.start(), match.start() + len(words.rstrip(". "))))
    return found


def widen(text: str, span: Span) -> Span:
    """The whole date expression around a span, where the span holds a part of it only."""
    line = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    for start, stop in find_expressions(text[line : end if end >= 0 else len(text)]):
        if line + start < span.end and span.start < line + stop:
            span = Span.of(text, min(span.start, line + start), max(span.end, line + stop))
    return span
