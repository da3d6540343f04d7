"""Through whom a statement came: the relayers between its speaker and this report, nearest the speaker first."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Reading, Span
from onrecord.resolving.cast import Cast, Entity
from onrecord.resolving.speakers import Speaker


@dataclass(frozen=True)
class Link:
    """One relayer and the words that name it."""

    entity: Entity
    span: Span


#: "This became known to the publication Politico": the sentences before it in the paragraph came through it.
BECAME_KNOWN = re.compile(r"\b(?:this|it) (?:became|was|has become) known (?:to|from|thanks to)\b", re.I)


def find_chains(text: str, reading: Reading, cast: Cast, speakers: list[Speaker]) -> list[tuple[Link, ...]]:
    """A chain for each attribution, in order; empty where the speaker's words came to this report directly."""
    chains: list[list[Link]] = []
    for a, speaker in zip(reading.attributions, speakers, strict=True):
        links: list[Link] = []
        for span in sorted(a.via, reverse=True):
            entity = _relayer(span, cast)
            if entity and entity is not speaker.entity and entity not in [link.entity for link in links]:
                links.append(Link(entity, span))
        chains.append(links)
    for match in BECAME_KNOWN.finditer(text):
        paragraph = text.rfind("\n", 0, match.start()) + 1
        relayer = next(((m, e) for m, e in cast.mentions() if match.end() <= m.start < match.end() + 40), None)
        for a, links in zip(reading.attributions, chains, strict=True):
            if relayer and paragraph <= a.start < match.start() and not links:
                links.append(Link(relayer[1], relayer[0]))
    return [tuple(links) for links in chains]


def _relayer(span: Span, cast: Cast) -> Entity | None:
    inner = cast.within(span)
    return cast.entity_at(span) or (inner[0][1] if inner else None)
