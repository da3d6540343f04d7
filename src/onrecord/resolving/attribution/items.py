"""An item that is taken from a paper: what unnamed people say in it they said to that paper, "Source: Meridian, citing two officials"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Attribution, Reading
from onrecord.resolving.cast.outlets import source_of_item


def relay_item(text: str, reading: Reading) -> Reading:
    """The reading with the paper that an item says it is taken from as the last relayer of whatever unnamed people say in it."""
    paper = source_of_item(text, reading)
    if paper is None or paper.type != "outlet":
        return reading
    types = {m.span: m.type for m in reading.mentions}

    def relay(a: Attribution) -> Attribution:
        chain = (*a.source[:1], *a.via)
        unnamed = bool(chain) and types.get(chain[-1]) == "unnamed"
        known = any(types.get(span) == "outlet" or paper.span.overlaps(span) for span in (*chain, *a.to))
        return replace(a, via=(*a.via, paper.span)) if unnamed and not known and a.inside is None else a

    return replace(reading, attributions=tuple(map(relay, reading.attributions)))
