"""Several who are called by one office: "the foreign ministers of Orvania and Tamesh" are the minister of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.model import Mention, Reading, Span
from onrecord.model.entries import PARTY_TYPES
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.officeholders import CountryOf
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.offices import SAME_OFFICE, same_office
from onrecord.resolving.names.places import find_country
from onrecord.resolving.names.titles import JOINT_OFFICE, lands_of, office_of, split_title

JOINABLE = PARTY_TYPES | {"unnamed"}

_BODY = re.compile(r"(?<= )the (?P<name>[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)+)")
#: They stand for whoever sent them.
SENT = frozenset({"negotiator", "envoy"})


def widen_joint(text: str, reading: Reading) -> Reading:
    """The reading with such a mention over all of its words: where one ends before "and Tamesh", or evidence of a contact has none."""

    def joint(m: Mention) -> Mention:
        found = JOINT_OFFICE.match(text, m.span.start) if m.type in JOINABLE else None
        if found is None or found.end() < m.span.end or (found["held"] and office_of(found).split()[-1] in SENT):
            return m
        # Several people are no one country.
        before = None if m.antecedent is None else reading.mentions[m.antecedent]
        antecedent = m.antecedent if before and before.type != "country" else None
        return replace(m, span=Span.of(text, *found.span()), type="person", antecedent=antecedent)

    old = [joint(m) for m in reading.mentions]
    found = (m for c in reading.contacts for e in c.evidence for m in JOINT_OFFICE.finditer(text, e.start, e.end))
    told = [Span.of(text, *m.span()) for m in found if office_of(m).split()[-1] not in SENT]
    new = {span for span in told if not any((m.span.overlaps(span) and not span.covers(m.span)) or m.span == span for m in old)}
    bodies = (span for span in _bodies_in(text, old) if not any(span.covers(m.span) for m in old))
    added = [*(Mention(span, "person") for span in new), *(Mention(span, "organization") for span in bodies)]
    return with_mentions(replace(reading, mentions=tuple(old)), old, added)


def _bodies_in(text: str, mentions: Sequence[Mention]) -> Iterator[Span]:
    """The bodies that such mentions name beside a country, "the negotiators of Orvania and the Melkar Front"."""
    for m in mentions:
        found = JOINT_OFFICE.fullmatch(text, m.span.start, m.span.end) if m.type in JOINABLE else None
        for body in _BODY.finditer(text, *found.span("lands")) if found and found["lands"] else ():
            if not find_country(body["name"]):
                yield Span.of(text, *body.span())


def part_offices(entities: list[Entity], text: str, country_of: CountryOf) -> None:
    """Make of each such mention a group: of those whom the report names with the office and country, or else of the offices."""
    # A long report names the same people and countries hundreds of times.
    country_of = cache(country_of)
    for e in [e for e in entities if e.mentions and not e.names and not e.members]:
        found = JOINT_OFFICE.match(text, e.mentions[0].start)
        lands = [country_of(land) for land in lands_of(found)] if found else []
        if found and found["lands"] and any(lands):  # what stands beside a country here is one
            lands = [land or name for land, name in zip(lands, lands_of(found), strict=True)]
        if found is None or found.end() < e.mentions[0].end or None in lands or len(set(lands)) < len(lands):
            continue
        office = office_of(found)
        people = [_holder(entities, office, land, country_of) or _new_holder(entities, e, office, land) for land in lands if land]
        e.type, e.party, e.members = "group", None, frozenset(person.key for person in people)
        e.names[" and ".join(person.name for person in people)] += 1
        e.why[f"“{found[0]}”: {' and '.join(person.name for person in people)}"] = None


def _holder(entities: list[Entity], office: str, land: str, country_of: CountryOf) -> Entity | None:
    """The only person whom the report tells of with an office of a country, or with what is short for it, "the Orvanian minister".

    Who has the office of an unknown country may be a third.
    """
    theirs = [
        e
        for e in entities
        if e.type == "person" and e.mentions
        if land in (e.party, *(country_of(m.text) for m in e.mentions), *map(country_of, e.roles))
    ]
    held = [e for e in theirs if any(same_office(role, office).score >= SAME_OFFICE or _bare(role) == office for role in e.roles)]
    held = held or [e for e in theirs if any(_shorter(_bare(role), office) for role in e.roles)]
    named = [e for e in held if e.names] or held
    return named[0] if len(named) == 1 else None


def _shorter(one: str, other: str) -> bool:
    """Whether one of two offices is the last word of the other: a foreign minister is called "the minister"."""
    return one == other.split()[-1] or one.endswith(f" {other}")


def _bare(role: str) -> str:
    """An office without its country: "Tameshi foreign minister" is a foreign minister."""
    office = split_title(role).role or role
    return " ".join(word for word in office.split() if word.islower())


def _new_holder(entities: list[Entity], joint: Entity, office: str, land: str) -> Entity:
    """Somebody of whom the report tells only the office and the country."""
    entity = Entity(len(entities), "person", roles=[office], mentions=list(joint.mentions), party=land)
    entity.names[f"{office} of {land}"] += 1
    entities.append(entity)
    return entity
