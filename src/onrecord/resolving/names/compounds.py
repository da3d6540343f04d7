"""Several who are named as one: "Kostan and Ashkadi" is a group of both, not one of the two."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.model import Mention, Reading, Span
from onrecord.model.entries import BODIES

#: What joins the members of a group, and what can stand before the first of them.
JOINT = re.compile(r"(?:,|,? and|,? or|,? nor)\s+(?:the\s+)?", re.I)
#: In a headline a comma joins two: "Orvania, Tamesh agree".
PAIR = re.compile(r"[^\W\d_a-z][\w’-]+, [^\W\d_a-z][\w’-]+")
LAST_JOINT = re.compile(r",?\s*\b(?:and|or|nor)\s+(?:the\s+)?", re.I)
BEFORE = re.compile(r"(?:both\s+|neither\s+|either\s+)?(?:the\s+)?", re.I)
#: Places do not speak.
MEMBERS = BODIES | {"person", "unnamed"}


def add_groups(text: str, reading: Reading) -> Reading:
    """The reading with each source that is several mentions joined by "and" as the mention of a group."""
    mentions = reading.mentions
    starts = [m.span.start for m in mentions]

    def joins(span: Span) -> bool:
        inner = mentions[bisect_left(starts, span.start) : bisect_right(starts, span.end)]
        return bool(find_members(text, span, [m for m in inner if span.covers(m.span)]))

    groups = {span for a in reading.attributions if a.source and joins(span := a.source[0])}
    old = [replace(m, type="group") if m.span in groups else m for m in mentions]
    return with_mentions(reading, old, [Mention(span, "group") for span in groups - {m.span for m in mentions}]) if groups else reading


def with_mentions(reading: Reading, old: Sequence[Mention], new: Sequence[Mention]) -> Reading:
    """The reading with some mentions more; `old` are its own, and what they point back to stays the same."""
    order = sorted([*old, *new], key=lambda m: (m.span.start, -m.span.end))
    place = {m.span: n for n, m in enumerate(order)}
    moved = (
        m if m.antecedent is None or (at := place[old[m.antecedent].span]) == m.antecedent else replace(m, antecedent=at) for m in order
    )
    return replace(reading, mentions=tuple(moved))


def without_mentions(reading: Reading, dropped: Collection[int]) -> Reading:
    """The reading without some of its mentions, by their places; what pointed back to one of them points to nobody."""
    if not dropped:
        return reading
    kept = [n for n in range(len(reading.mentions)) if n not in dropped]
    place = {n: at for at, n in enumerate(kept)}
    mentions = (reading.mentions[n] for n in kept)
    moved = (m if m.antecedent is None else replace(m, antecedent=place.get(m.antecedent)) for m in mentions)
    return replace(reading, mentions=tuple(moved))


def find_members(text: str, span: Span, inner: Sequence[Mention]) -> list[Mention]:
    """The mentions that a span joins and that together are all of it; none if it is something else.

    Args:
        text: of the report.
        span: the words that may name a group.
        inner: the mentions inside it, the span itself left out or not.
    """
    members: list[Mention] = []
    reached = span.start
    for m in inner:
        if m.span == span or m.span.start < reached:
            continue
        if not (JOINT if members else BEFORE).fullmatch(text[reached : m.span.start]) or m.type not in MEMBERS:
            return []
        members.append(m)
        reached = m.span.end
    if len(members) < 2 or reached != span.end:
        return []
    in_headline = span.end <= text.find("\n") and bool(PAIR.fullmatch(span.text))
    return members if in_headline or LAST_JOINT.fullmatch(text[members[-2].span.end : members[-1].span.start]) else []
