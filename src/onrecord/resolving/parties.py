"""Who takes part in a contact: those that its words name, then its sentence, then what was spoken of before."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Report, Span
from onrecord.resolving.cast import Cast, Entity
from onrecord.resolving.forms import PRONOUNS

PARTY_TYPES = frozenset({"person", "country", "organization", "group"})
#: "Their proposals" names who proposes, not who takes part.
POSSESSIVES = frozenset(["his", "her", "its", "their", "my", "our", "your"])
CAME_FOR = re.compile(r"\b(?:delegations?|sides?|teams?|colleagues|negotiators|representatives|counterparts)\b", re.I)
FIRST_PERSON = re.compile(r"\b(?:I|we|us|our|me|my)\b", re.I)
#: Words that mean everybody who takes part, and nobody by name.
SIDES = re.compile(
    r"\b(?:the|both|two|all|each|neither) (?:(?-i:[a-z])\w* )?(?:sides?|part(?:y|ies)|delegations?|capitals|ministers|leaders|countries)\b"
    r"|\beach other\b",
    re.I,
)
WHERE = re.compile(r"\b(?:in|at|near|to)\s+(?:the\s+)?$", re.I)
#: "The first three took place …": one of a series that was spoken of before.
ONE_OF_SERIES = re.compile(r"(?:the|an?)\s+(?:first|second|third|fourth|fifth|last|latest|next|previous|final)\b", re.I)
#: Those named after it take part; others in the clause arrange it.
BETWEEN = re.compile(r"\bbetween\b", re.I)
#: What stands before a name that is a party's rather than a place's: "between Orvania and Melkar".
NO_PLACE = re.compile(r"\b(?:between|with|and|by|of)\s+(?:the\s+)?$", re.I)
SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”’\"»)]*\s")


def find_parties(report: Report, c: ContactEvidence, cast: Cast, hosts: list[Entity], teller: Entity | None) -> list[Entity]:
    """The parties of a contact, in the order of the text.

    The evidence itself counts first, and in it those that the contact is "between". If it names fewer than two, then the
    one who tells of it in the first person, the rest of its sentence, the sentence before, and at last the two sides of
    the report are asked, in this order; a contact that names one country cannot be with the same country again.
    """
    found: list[Entity] = []
    for span in c.evidence:
        if len(named := _between(report.text, span, cast, hosts, c)) > 1:
            return list(dict.fromkeys(_country_of(e, cast) for e in named))
        if len(found) < 2:
            found += [e for e in _named_in(report.text, span, cast, hosts, c) if e not in found]
    sides = main_sides(cast)
    if any(SIDES.search(span.text) for span in c.evidence) and len(sides) == 2:
        found = [e for e in found if e in sides]
    for more in _further(report.text, c, cast, hosts, teller):
        if len(found) >= 2:
            break
        for entity in more:
            if len(found) < 2 and entity not in found and not _one_side(entity, found):
                found.append(entity)
    return list(dict.fromkeys(_country_of(e, cast) for e in found))


def _between(text: str, span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    between = BETWEEN.search(span.text)
    return _named_in(text, Span.of(text, span.start + between.end(), span.end), cast, hosts, c) if between else []


def _country_of(entity: Entity, cast: Cast) -> Entity:
    """The country itself where its capital or those who came for it stand for it: "Moscow", "the Orvanian delegation"."""
    came_for_it = entity.type in ("organization", "group", "person") and CAME_FOR.search(entity.name)
    if not (entity.type in ("country", "place") or came_for_it) or entity.party in (None, entity.name):
        return entity
    same = [e for e in cast.entities if e.type == "country" and e is not entity and e.party == entity.party]
    return next((e for e in same if e.name == e.party), same[0] if same and came_for_it else entity)


def _further(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity], teller: Entity | None) -> list[list[Entity]]:
    evidence = c.evidence[0]
    paragraph = text.rfind("\n", 0, evidence.start) + 1
    starts = [paragraph, *(paragraph + m.end() for m in SENTENCE_END.finditer(text[paragraph : evidence.start]))]
    own = Span.of(text, starts[-1], max(evidence.end, _sentence_end(text, evidence.end)))
    first_person = teller is not None and teller.type in PARTY_TYPES and FIRST_PERSON.search(evidence.text)
    out = [[teller] if first_person and teller else []]
    sides = SIDES.search(evidence.text) or c.kind in ("talks", "mediation")
    if ONE_OF_SERIES.match(evidence.text) and (series := _series(text, paragraph, evidence.start, cast, hosts, c)):
        return [series]
    out.append([] if sides else _named_in(text, own, cast, hosts, c))
    if len(starts) > 1:
        before = _named_in(text, Span.of(text, starts[-2], starts[-1]), cast, hosts, c)
        out.append([e for e in before if e.type != "person"] if sides else before)
    out.append(main_sides(cast) if sides else [])
    return out


def _series(text: str, start: int, end: int, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """The countries or groups that the paragraph named for the series that this contact is one of."""
    named = _named_in(text, Span.of(text, start, end), cast, hosts, c) if start < end else []
    sides = [e for e in named if e.type in ("country", "group")]
    return sides[:2] if len(sides) > 1 else []


def places_in(text: str, c: ContactEvidence) -> list[Span]:
    """The places told with a contact that are names, and are not named as its parties."""
    named = (span for span in c.place if any(word[0].isupper() for word in span.text.split()))
    return [span for span in named if not NO_PLACE.search(text[max(0, span.start - 20) : span.start])]


def main_sides(cast: Cast) -> list[Entity]:
    """The two countries or groups that a report speaks of most, counting those who belong to them."""
    weight: dict[int, int] = {}
    sides = [e for e in cast.entities if e.type in ("country", "group")]
    for e in cast.entities:
        for side in sides:
            if e is side or (e.party and e.party == (side.party or side.name) and side.type == "country"):
                weight[side.key] = weight.get(side.key, 0) + len(e.mentions)
    chosen = sorted(sides, key=lambda side: -weight[side.key])
    distinct: list[Entity] = []
    for side in chosen:
        if not _one_side(side, distinct):
            distinct.append(side)
    return distinct[:2]


def _sentence_end(text: str, at: int) -> int:
    stop = SENTENCE_END.search(text, at)
    line = text.find("\n", at)
    return min(stop.start() + 1 if stop else len(text), line if line >= 0 else len(text))


def _one_side(entity: Entity, found: list[Entity]) -> bool:
    """Whether a country is the side of somebody found already, or the other way round."""
    return any(entity.party is not None and entity.party == other.party and "country" in (entity.type, other.type) for other in found)


def _introduces(span: Span, mention: Span, after: list[tuple[Span, Entity]]) -> bool:
    """Whether a description only introduces the person named directly after it: "his counterpart Ivo Strand"."""
    follower = next(((m, e) for m, e in after if m.start >= mention.end), None)
    if follower is None or follower[1].type != "person":
        return False
    return span.text[mention.end - span.start : follower[0].start - span.start] == " "


def _is_where(span: Span, mention: Span, entity: Entity) -> bool:
    """Whether a country is where it was, not who took part: "met in Orvania"."""
    return entity.type == "country" and bool(WHERE.search(span.text[: mention.start - span.start]))


def _named_in(text: str, span: Span, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """The parties named in a span: outermost mentions only, since "Girelia's envoy" is the envoy, and no places or hosts."""
    out: list[Entity] = []
    reached = 0
    aside = (*places_in(text, c), *c.by, *c.when)
    inner = cast.within(span)
    for n, (mention, entity) in enumerate(inner):
        outermost = mention.start >= reached
        reached = max(reached, mention.end)
        if not outermost or any(part.covers(mention) for part in aside) or entity in hosts or entity in out:
            continue
        if (
            mention.text.lower() in POSSESSIVES
            or entity.type not in PARTY_TYPES
            or _is_where(span, mention, entity)
            or (mention.text.lower() in PRONOUNS and not entity.names)
        ):
            continue
        if SIDES.fullmatch(mention.text) or _introduces(span, mention, inner[n + 1 :]):
            continue
        before = span.text[: mention.start - span.start].rstrip()
        apposition = before.endswith(",") and out and out[-1].type == "person" and entity.type != "person"
        if not apposition:
            out.append(entity)
    return out
