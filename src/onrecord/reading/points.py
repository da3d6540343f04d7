"""Points of a list that stand below what leads them in: "The parties agreed that: 1. …"."""

from __future__ import annotations

import re

from onrecord.model import Span

#: What a list stands below: "agreed that:", "called for the following steps:".
_AHEAD = re.compile(r"(?: (?:that|to|on|as follows|(?:on |for )?the following(?: [a-z]+)?))?:\s*\n+")
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-•*–—▪])\s+(?P<point>\S[^\n]*?)(?:[;,.]?(?: and| or)?|[;,.])\s*(?:\n+|$)")


def find_points(text: str, at: int) -> list[Span]:
    """The points of a list that begins below the words that end at a place, "agreed that:"; two at least."""
    ahead = _AHEAD.match(text, at)
    points: list[Span] = []
    while found := _ITEM.match(text, ahead.end() if ahead and not points else at) if ahead else None:
        points.append(Span.of(text, *found.span("point")))
        at = found.end()
    return points if len(points) > 1 else []
