"""What a statement has beside source, cue and content: relayers, addressee, occasion, date, condition."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Attribution, Span
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.reading.language.sentences import sentence_of

#: An object that a preposition follows.
TOLD = re.compile(rf"(him|her|them|me|us|{JOURNALISTS}) (?=(?:in|on|at|during|after|before|over|by)\b)")

#: Cues that whoever says it stands behind.
ACCORDING = re.compile(r"according to|(?:by|in) the (?:accounts?|telling|version) of|as (?:reported|told|written) by", re.I)

#: Who does so relays nothing: "a phrase that his spokesman later refused to explain".
DECLINES = re.compile(
    r"\b(?:refus(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|(?:did|do|does|would|could|will) not)\b"
)


def attach_parts(
    attributions: Sequence[Attribution], tagged: Mapping[str, Sequence[Span]], sentences: list[tuple[int, int]]
) -> tuple[Attribution, ...]:
    """Give every span of the part heads (head → spans) to the statement that it most likely belongs to."""
    parts: list[dict[str, Any]] = [{} for _ in attributions]
    for head, name in (("via", "via"), ("to", "to"), ("venue", "venue"), ("when", "when"), ("cond", "condition")):
        for span in tagged[head]:
            if name == "via" and DECLINES.search(span.text):
                continue
            owner = owner_of(span, name, attributions, sentences)
            if owner is not None:
                parts[owner][name] = (*parts[owner].get(name, ()), span)
    return tuple(own_words(part_addressee(replace(a, **p))) if p else a for a, p in zip(attributions, parts, strict=True))


def part_addressee(attribution: Attribution) -> Attribution:
    """Whom an occasion begins with is who was told: "told | him in a call on Wednesday"."""
    told = [(span, TOLD.match(span.text)) for span in attribution.venue]
    if not any(found for _, found in told):
        return attribution
    to = (Span(span.start, span.start + found.end(1), found[1]) for span, found in told if found)
    venue = (Span(span.start + found.end(), span.end, span.text[found.end() :]) if found else span for span, found in told)
    return replace(attribution, to=(*attribution.to, *to), venue=tuple(venue))


def own_words(attribution: Attribution) -> Attribution:
    """Who relays, right beside the cue, what nobody else is said to have said is its source: "The Ledger reports that …".

    Beside is before the cue, or behind "according to".
    """
    if attribution.source:
        return attribution
    cues = attribution.cue
    speakers = tuple(
        v
        for v in attribution.via
        if any(v.end <= c.start <= v.end + 1 or (ACCORDING.fullmatch(c.text) and 0 < v.start - c.end <= len(" the ")) for c in cues)
    )
    return replace(attribution, source=speakers, via=tuple(v for v in attribution.via if v not in speakers))


def owner_of(span: Span, part: str, attributions: Sequence[Attribution], sentences: list[tuple[int, int]]) -> int | None:
    """The index of the statement that a part belongs to: none if its sentence has no statement.

    A condition belongs to the innermost content around it. Any other part stands near its statement's cue, and never
    inside its statement's content.
    """
    inside = [i for i, a in enumerate(attributions) if any(c.covers(span) for c in a.content)]
    if part == "condition" and inside:
        return max(inside, key=lambda i: attributions[i].start)
    start, end = sentence_of(sentences, span.start)
    depth = max(inside, default=None, key=lambda i: attributions[i].start) if inside else None
    near = [
        (min(abs(p.start - span.end) if p.start >= span.end else abs(span.start - p.end) for p in anchors), i)
        for i, a in enumerate(attributions)
        if i not in inside and a.inside == depth
        if (anchors := [p for p in a.cue or a.source or a.content if p.start < end and p.end > start])
    ]
    return min(near)[1] if near else None
