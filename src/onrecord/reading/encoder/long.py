"""Long texts: read in parts, so that memory stays flat, and put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Reading, Report

#: Longer texts are read in parts of at most this many characters.
PART = 60_000
ATTRIBUTION_SPANS = ("source", "cue", "content", "via", "to", "venue", "when", "condition")
CONTACT_SPANS = ("evidence", "place", "when", "by")


def split_parts(text: str) -> list[tuple[int, int]]:
    """Half-open ranges that tile a text, each of at most `PART` characters, cut where a sentence ends if one does."""
    out, start = [], 0
    while len(text) - start > PART:
        window = text[start : start + PART]
        cut = max(window.rfind("\n\n"), window.rfind(". "), window.rfind(" ", PART - 200))
        end = start + (cut + 1 if cut > PART // 2 else PART)
        out.append((start, end))
        start = end
    return [*out, (start, len(text))]


def shift_reading(reading: Reading, by: int) -> Reading:
    """The reading of a part of a text, in offsets of the whole."""

    def move(value: Any, roles: Sequence[str]) -> dict[str, Any]:
        return {role: tuple(span.shift(by) for span in getattr(value, role)) for role in roles}

    return replace(
        reading,
        attributions=tuple(replace(a, **move(a, ATTRIBUTION_SPANS)) for a in reading.attributions),
        mentions=tuple(replace(m, span=m.span.shift(by)) for m in reading.mentions),
        dates=tuple(span.shift(by) for span in reading.dates),
        contacts=tuple(replace(c, **move(c, CONTACT_SPANS)) for c in reading.contacts),
    )


def join_readings(report: Report, model: str, parts: Sequence[Reading]) -> Reading:
    """One reading of several that follow each other, with the indices between entries moved along."""
    if len(parts) == 1:
        return replace(parts[0], report=report.id, model=model)
    out = Reading(report.id, model)
    for part in parts:
        a, m = len(out.attributions), len(out.mentions)
        out = replace(
            out,
            attributions=out.attributions + tuple(replace(x, inside=None if x.inside is None else x.inside + a) for x in part.attributions),
            mentions=out.mentions + tuple(replace(x, antecedent=None if x.antecedent is None else x.antecedent + m) for x in part.mentions),
            dates=out.dates + part.dates,
            contacts=out.contacts + part.contacts,
        )
    return out
