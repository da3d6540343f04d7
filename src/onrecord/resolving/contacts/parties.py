"""Who takes part in a contact: both sides, guests, those that its words name, and the country that somebody stands for."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Report
from onrecord.model.entries import SIDE_TYPES, TALKS
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.contacts.company import Around
from onrecord.resolving.contacts.completion import GOES_ON, complete, people_told, sentence_starts
from onrecord.resolving.contacts.encounters import TALK, who_met
from onrecord.resolving.contacts.guests import invited, visited
from onrecord.resolving.contacts.participants import BETWEEN, named_parties
from onrecord.resolving.contacts.sides import EVERYBODY, one_side, side_of
from onrecord.resolving.contacts.teams import both_sides, sent_by

CAME_FOR = re.compile(
    r"\b(?:delegations?|sides?|teams?|envoys|emissaries|diplomats|colleagues|negotiators|representatives|counterparts)\b", re.I
)
#: "The talks that Veld held in Bergen", "Veld held talks": with whom nothing says.
HELD_BY = re.compile(rf"\b(?:held|holds?|holding|having|had)(?: \w+){{0,2}}? {TALK}\b|\b{TALK} (?:that )?(?=[A-Z]).* (?:held|had|holds)\b")
AND_I = re.compile(r"\band I\b|\bI and\b")
#: What says that there is another beside the one that is named.
WITH = re.compile(r"\b(?:with|and|between|together|counterpart|each other|them|him|her)\b", re.I)
WHOSE = re.compile(r"\b(?:between|with)\b", re.I)


def find_parties(report: Report, c: ContactEvidence, cast: Cast, hosts: list[Entity], around: Around) -> list[Entity]:
    """The parties of a contact, in the order of the text.

    Talks and mediations are between sides: those that the evidence names, or else those of the report. Of everything else the
    evidence counts first; if it names fewer than two, then whoever tells of it in the first person, another contact of the kind
    that whoever is named took part in, the rest of the sentence and the sentence before are asked, in this order. A contact
    that names one country cannot be with the same country again.
    """
    found = named_parties(report.text, c, cast, hosts)
    met = who_met(report.text, c, cast, hosts)
    # A lead may call by their offices whom other words of the same contact name.
    if met and (all(map(_is_named, met)) or sum(map(_is_person, found)) < len(met)):
        return _members(met, cast)
    if c.kind in TALKS and around.teller and any(AND_I.search(span.text) for span in c.evidence):
        return _members([*(e for e in found if e is not around.teller), around.teller], cast)
    if both := both_sides(c, found, around.sides, cast):
        return both
    if c.kind in TALKS:
        # "Talks between Veld and Strand" are theirs; that two propose talks does not say whose they are.
        people = len(found) > 1 and all(map(_is_person, found))
        theirs = people and (c.status != "proposed" or any(WHOSE.search(span.text) for span in c.evidence))
        theirs = theirs or (len(found) == 1 and _is_person(found[0]) and any(HELD_BY.search(span.text) for span in c.evidence))
        apart = any(_is_person(e) and side_of(e, around.sides) is None for e in found)
        theirs = theirs or (len(found) > 1 and apart and any(BETWEEN.search(span.text) for span in c.evidence))
        found = found if theirs else _talking(found, cast, around) or _unknown_sides(c, cast)
    elif guests := invited(report.text, sentence_starts(report.text, c.evidence[0])[-1], c, cast, hosts):
        found = guests
    elif not _is_whole(c, found) or people_told(report.text, c, cast, around):
        found = complete(report.text, c, cast, hosts, around, found)
    if c.kind == "visit" and len(found) == 1:
        found = list(dict.fromkeys([*found, *visited(report.text, c, found[0], cast)]))
    return _members(found, cast)


def _members(found: list[Entity], cast: Cast) -> list[Entity]:
    """Some entities, and of groups their members, with the country of whoever stands for one."""
    each = [member for e in found for member in ([cast.entities[key] for key in sorted(e.members)] or [e])]
    return list(dict.fromkeys(country_of(e, cast) for e in each))


def _is_named(e: Entity) -> bool:
    return bool(e.names) or e.type != "person"


def _is_person(e: Entity) -> bool:
    return e.type == "person" and bool(e.names) and not is_plural(e)


def _talking(found: list[Entity], cast: Cast, around: Around) -> list[Entity]:
    """The sides of talks: those named, or else those of the report, with whoever is named among them."""
    named = list(dict.fromkeys(country_of(e, cast) for e in found if e.type in SIDE_TYPES))
    named = [e for n, e in enumerate(named) if not any(one_side(e, other) for other in named[:n])]
    known = [e for e in named if e in around.sides]
    if len(named) > 1:
        return named
    if len(around.sides) > 1 and (not named or known):
        return list(around.sides)
    theirs = [side_of(e, around.sides) or e for e in found if e not in named]
    other = [side for side in around.sides if named and not one_side(side, named[0])]
    return list(dict.fromkeys([*named, *theirs, *other]))[:2]


def _unknown_sides(c: ContactEvidence, cast: Cast) -> list[Entity]:
    """What the evidence calls those who talk, "the negotiators", where nothing tells whose they are."""
    mentions = (found for span in c.evidence for found in cast.within(span))
    return next(([e] for m, e in mentions if e.type in SIDE_TYPES and not e.names and EVERYBODY.fullmatch(m.text)), [])


def _is_whole(c: ContactEvidence, found: list[Entity]) -> bool:
    """Whether who is named is all who take part: of a visit, or a body that meets, or several named as one."""
    if len(found) != 1 or (c.kind != "visit" and GOES_ON.match(c.evidence[0].text)):
        return False
    words = c.evidence[0].text.replace(found[0].mentions[0].text, "")
    if c.kind == "visit":
        return not GOES_ON.match(c.evidence[0].text)
    return c.kind == "meeting" and not WITH.search(words) and (found[0].type == "organization" or is_plural(found[0]))


def country_of(entity: Entity, cast: Cast) -> Entity:
    """The country itself where its capital or those who came for it stand for it: "Moscow", "the Orvanian delegation"."""
    came_for_it = entity.type in ("organization", "group", "person") and CAME_FOR.search(entity.name) and " and " not in entity.name
    if entity.party is None and (sent := sent_by(entity, cast)):
        return sent
    if not (entity.type in ("country", "place") or came_for_it) or entity.party in (None, entity.name):
        return entity
    same = [e for e in cast.entities if e.type == "country" and e is not entity and e.party == entity.party]
    return next((e for e in same if e.name == e.party), same[0] if same and came_for_it else entity)
