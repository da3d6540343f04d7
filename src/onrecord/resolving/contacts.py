"""Evidence of contacts → contacts: who took part, where, when, which round, who tells of it."""

from __future__ import annotations

import re

from onrecord.model import Contact, ContactEvidence, Reading, Report, Span, When
from onrecord.model.span import content_id
from onrecord.resolving.calendar import interval
from onrecord.resolving.cast import Cast, Entity

AHEAD = frozenset({"planned", "proposed", "cancelled", "refused", "suspended"})
ROUND = re.compile(r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(\d+)(?:st|nd|rd|th))\s+(?:\w+\s+)?round\b", re.I)
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
PARTY_TYPES = frozenset({"person", "country", "organization", "group"})


def resolve_contacts(report: Report, reading: Reading, cast: Cast, speakers: list[Entity | None], ids: list[str]) -> tuple[Contact, ...]:
    """One contact for each piece of evidence that names at least one party."""
    out = []
    for c in reading.contacts:
        hosts = [e for span in c.by for _, e in cast.within(span)][:1]
        teller = _teller(c, reading)
        parties = find_parties(report.text, c, cast, hosts, speakers[teller] if teller is not None else None)
        if not parties:
            continue
        out.append(
            Contact(
                id=content_id("cnt", report.id, [s.to_json() for s in c.evidence]),
                kind=c.kind,
                status=c.status,
                parties=tuple(cast.actor_id(e) for e in parties),
                by=cast.actor_id(hosts[0]) if hosts else None,
                place=place_of(c),
                round=round_of(c),
                when=when_of(c, report),
                per=ids[teller] if teller is not None else None,
                evidence=c.evidence,
                confidence=c.confidence,
            )
        )
    return tuple(out)


def find_parties(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], teller: Entity | None) -> list[Entity]:
    """Those that the evidence names; if it names one only, also the teller or the other side named beside it."""
    found = _parties_within(c.evidence[0], cast, hosts, c)
    if len(found) < 2 and teller and teller.type in PARTY_TYPES and teller not in found:
        found.append(teller)
    if len(found) < 2:
        start, end = text.rfind("\n", 0, c.evidence[0].start) + 1, c.evidence[0].end
        for entity in reversed(_parties_within(Span.of(text, start, end), cast, hosts, c)):
            if entity not in found and len(found) < 2:
                found.append(entity)
    return found


def _parties_within(span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """The parties named in a span, outermost mentions only: "Girelia's envoy" is the envoy, not Girelia."""
    out: list[Entity] = []
    reached = 0
    for mention, entity in cast.within(span):
        outermost = mention.start >= reached
        reached = max(reached, mention.end)
        in_place = any(place.covers(mention) for place in c.place + c.by)
        if outermost and not in_place and entity.type in PARTY_TYPES and entity not in hosts and entity not in out:
            out.append(entity)
    return out


def _teller(c: ContactEvidence, reading: Reading) -> int | None:
    """The innermost statement whose content tells of the contact."""
    around = [i for i, a in enumerate(reading.attributions) if any(s.overlaps(c.evidence[0]) for s in a.content)]
    return max(around, key=lambda i: reading.attributions[i].start, default=None)


def place_of(c: ContactEvidence) -> str | None:
    """The place as the report words it, without the preposition."""
    return re.sub(r"^(?:in|at|on|to|near)\s+(?:the\s+)?", "", c.place[0].text, flags=re.I) if c.place else None


def round_of(c: ContactEvidence) -> int | None:
    """The number of a round of talks, if the evidence gives one."""
    match = ROUND.search(c.evidence[0].text)
    if not match:
        return None
    return int(match[2]) if match[2] else ORDINALS.index(match[1].lower()) + 1


def when_of(c: ContactEvidence, report: Report) -> When | None:
    """The interval that the report states; a contact still ahead lies on the coming such day."""
    if report.day is None:
        return None
    for span in c.when:
        found = interval(span.text, report.day, future=c.status in AHEAD)
        if found and (found.first or found.last):
            return When(found.first, found.last, "stated", found.precision, (span,))
    return None
