"""Whom a pronoun, an office or a description means: never anybody who has not been named before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice

from onrecord.model import Reading, Span
from onrecord.resolving.cast import Entity
from onrecord.resolving.forms import BODY_PRONOUNS, INDEFINITE, OUTLET_NOUNS, PEOPLE_PRONOUNS, PRONOUNS
from onrecord.resolving.genders import gender_of
from onrecord.resolving.offices import same_office
from onrecord.resolving.titles import split_title

#: "Both" after "Kostan and Ashkadi"; "the latter" of two persons.
BOTH = re.compile(r"both|neither|the two|the pair|the two of them", re.I)
LATTER = re.compile(r"the (latter|former)", re.I)
BODIES = frozenset({"organization", "outlet", "country", "group"})
#: An antecedent that the reading model is less sure of is not followed.
TRUSTED = 0.35
#: Offices this much alike are one.
SAME_OFFICE = 0.65
#: Offices less alike than this are not of one person.
OTHER_OFFICE = 0.3
#: So many mentions back nobody is meant any more.
SIGHT = 300
Antecedent = tuple[Entity | None, str]


class Sight:
    """What can be looked back on from each mention of a report while its cast grows."""

    def __init__(self, text: str, reading: Reading, entities: list[Entity], owner: dict[int, int]) -> None:
        self.text = text
        self.mentions = reading.mentions
        self.genders: dict[int, str] = {}
        self._entities = entities
        self._owner = owner
        self._index = {m.span: i for i, m in enumerate(reading.mentions)}
        self._outermost = sorted({a.source[0] for a in reading.attributions if a.source and a.inside is None})

    def entity(self, i: int) -> Entity | None:
        """The entity that a mention has been given to."""
        key = self._owner.get(i)
        return None if key is None else self._entities[key]

    def before(self, i: int) -> Iterator[Entity]:
        """The entities of the mentions before, the nearest first, without those that the mention stands in."""
        here = self.mentions[i].span
        found = (self.entity(j) for j in range(i - 1, -1, -1) if not self.mentions[j].span.covers(here))
        return (entity for entity in islice(found, SIGHT) if entity)

    def pointed(self, i: int) -> Entity | None:
        """The entity of the antecedent that the reading model gives, if it is sure enough."""
        m = self.mentions[i]
        return self.entity(m.antecedent) if m.antecedent is not None and m.score >= TRUSTED else None

    def introduced(self, i: int) -> Entity | None:
        """The person named directly after a description: "the foreign minister, Anna Veld"."""
        here = self.mentions[i].span
        for j in range(i + 1, min(len(self.mentions), i + 6)):
            there = self.mentions[j].span
            if there.start >= here.end:
                entity = self.entity(j) if self.text[here.end : there.start] in (", ", " ") else None
                return entity if entity and entity.type == "person" and entity.names else None
        return None

    def adjacent(self, i: int) -> Entity | None:
        """The entity whose mention ends where a relative pronoun begins: "the envoy, who …"."""
        here = self.mentions[i].span
        for j in range(i - 1, max(-1, i - 6), -1):
            there = self.mentions[j].span
            if there.end <= here.start and not self.text[there.end : here.start].strip(" ,"):
                return self.entity(j)
        return None

    @cached_property
    def _speaker_before(self) -> dict[Span, Span]:
        """Source → the source of the outermost statement before it in its paragraph."""
        pairs = zip(self._outermost, self._outermost[1:], strict=False)
        return {b: a for a, b in pairs if "\n" not in self.text[a.start : b.start]}

    def speaker_before(self, i: int) -> Entity | None:
        """The person who spoke last in the paragraph, where the mention is a speaker itself: "He added …"."""
        source = self._speaker_before.get(self.mentions[i].span)
        entity = None if source is None else self.entity(self._index.get(source, -1))
        return entity if entity and entity.type == "person" else None

    def can_be(self, pronoun: str, entity: Entity) -> bool:
        """Whether a person can be meant by a pronoun: nobody is both he and she."""
        gender, known = gender_of(pronoun), self.genders.get(entity.key)
        return gender is None or known is None or known == gender

    def index_of(self, span: Span) -> int:
        """The place of a mention among all."""
        return self._index[span]

    def last_named(self, span: Span, types: frozenset[str]) -> Entity | None:
        """The last entity of some types that has a name, in or before a mention."""
        i = self._index[span]
        inner = (self.entity(j) for j in range(i + 1, min(len(self.mentions), i + 6)) if span.covers(self.mentions[j].span))
        return next((e for e in (*inner, *self.before(i)) if e and e.type in types and e.names), None)


def find_antecedent(sight: Sight, i: int, country_of: Callable[[str], str | None]) -> Antecedent:
    """Whom a mention without a name means, and why; None if nothing tells.

    Args:
        sight: the mentions, and the entities found so far.
        i: the mention's index.
        country_of: the country that words belong to.
    """
    words = sight.mentions[i].span.text
    lower = words.lower()
    if lower in PRONOUNS:
        return _of_pronoun(sight, i, lower)
    if BOTH.fullmatch(words):
        group = next((e for e in sight.before(i) if e.type == "group" and e.members), None)
        return group, "are those named together before" if group else ""
    if INDEFINITE.match(words):
        return None, ""
    if ordinal := LATTER.fullmatch(words):
        two = list(islice(dict.fromkeys(e for e in sight.before(i) if e.type in ("person", "unnamed")), 2))
        at = 0 if ordinal[1].lower() == "latter" else 1
        return (two[at], "is the last of two named" if at == 0 else "is the first of two named") if len(two) == 2 else (None, "")
    if lower.split()[-1] in OUTLET_NOUNS:
        before = list(sight.before(i))
        outlet = next((e for kind in ("outlet", "organization") for e in before if e.type == kind and e.names), None)
        if outlet:
            return outlet, "is the last outlet named"
    role = split_title(words).role
    if (role or sight.mentions[i].type == "person") and (introduced := sight.introduced(i)):
        return introduced, f"introduces {introduced.name}"
    if role:
        holder = _holder(sight, i, role, country_of)
        if holder:
            return holder, f"is the office of {holder.name}"
        speaker = sight.speaker_before(i)
        if speaker and not speaker.roles and not split_title(speaker.mentions[0].text).role and lower.startswith("the "):
            return speaker, "speaks on, and nobody else is known to hold that office"
    if lower.split()[0] in PRONOUNS:
        return None, ""  # "his office", "their envoy": somebody else than he or they
    pointed = sight.pointed(i)
    if pointed and all(m.text.lower() in PRONOUNS for m in pointed.mentions):
        return None, ""  # "I" in a quotation tells nobody who "the operator" is
    if pointed and role and _other_office(role, pointed):
        return None, ""
    return pointed, "points back, as the model reads it" if pointed else ""


def _other_office(role: str, entity: Entity) -> bool:
    """Whether somebody holds offices, and none of them is this one."""
    return bool(entity.roles) and all(same_office(role, known).score < OTHER_OFFICE for known in entity.roles)


def _of_pronoun(sight: Sight, i: int, pronoun: str) -> Antecedent:
    if pronoun in ("who", "which") and (adjacent := sight.adjacent(i)):
        return adjacent, "stands directly after"
    pointed = sight.pointed(i)
    if pronoun in PEOPLE_PRONOUNS:
        if (speaker := sight.speaker_before(i)) and sight.can_be(pronoun, speaker):
            return speaker, "speaks on"
        if pointed and pointed.type in ("person", "unnamed") and sight.can_be(pronoun, pointed):
            return pointed, "points back, as the model reads it"
        last = next((e for e in sight.before(i) if e.type == "person" and sight.can_be(pronoun, e)), None)
        return last, "is the last person named" if last else ""
    if pronoun in BODY_PRONOUNS and (pointed is None or pointed.type in ("person", "unnamed")):
        body = next((e for e in sight.before(i) if e.type in BODIES and e.names and not e.members), None)
        return body, "is the last body named" if body else ""
    return pointed, "points back, as the model reads it" if pointed else ""


def _holder(sight: Sight, i: int, role: str, country_of: Callable[[str], str | None]) -> Entity | None:
    """The nearest entity whose office this is, unless one of them is of another country."""
    of = country_of(sight.mentions[i].span.text)
    best: tuple[float, int, Entity] | None = None
    for distance, e in enumerate(dict.fromkeys(sight.before(i))):
        theirs = (e.party or country_of(e.mentions[0].text)) if of and e.roles else None
        if theirs and theirs != of:
            continue
        score = max((same_office(role, known).score for known in e.roles), default=0.0)
        if score >= SAME_OFFICE and (best is None or (score, -distance) > best[:2]):
            best = score, -distance, e
    return best[2] if best else None
