"""Mentions → cast: which mentions of one report mean the same, each joining with its reason."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Mention, Reading, Report
from onrecord.resolving.cast import Cast, Entity
from onrecord.resolving.forms import OWN_OUTLET, PEOPLE_PRONOUNS, PRONOUNS, is_person, name_of, strip_article
from onrecord.resolving.names import compare_bodies, compare_people
from onrecord.resolving.places import demonym_stem, find_country, party_of
from onrecord.resolving.references import BODIES, Sight, find_antecedent
from onrecord.resolving.titles import split_title

SIDE = re.compile(r"^(?:the )?(\w+) (?:side|camp)$", re.I)
RELATION = re.compile(r"^(?:(?P<before>his|her|its|their) (?P<thing>.+)|(?:an?|one) (?P<thing2>.+) of (?P<after>his|hers|theirs))$", re.I)
#: Names this much alike are one person or body without further evidence.
SAME = 0.85
#: A first name used alone, as a careless translation does, is accepted if nobody else fits.
PERHAPS = 0.55


def assemble_cast(report: Report, reading: Reading) -> Cast:
    """Bring the mentions of one report together.

    Full names first, then shorter names, then offices, descriptions and pronouns, which look back for whom they mean:
    a text's first "Veld" may stand before the first "Anna Veld", but no "he" stands before its man.
    """
    casting = _Casting(report.text, reading)
    mentions = list(enumerate(reading.mentions))
    named = [(i, m, words) for i, m in mentions if (words := name_of(m))]
    for i, m, words in sorted(named, key=_fullest_first):
        casting.add_name(i, m, words)
    for i, m in mentions:
        if i not in casting.owner and report.outlet and OWN_OUTLET.match(m.span.text):
            casting.add_name(i, replace(m, type="outlet"), report.outlet)
    for i, m in mentions:
        if i not in casting.owner:
            casting.add_reference(i, m)
    casting.name_relations()
    casting.settle_parties()
    return Cast(tuple(casting.entities), {m.span: casting.owner[i] for i, m in mentions}, report.id)


def _fullest_first(item: tuple[int, Mention, str]) -> tuple[bool, bool, int, int]:
    """Full names of persons, then bodies, then surnames: what is read as a body may be a surname, and then joins its person."""
    _, mention, words = item
    person, length = is_person(mention), len(words.split())
    return not (person and length > 1), person, -length, mention.span.start


class _Casting:
    """Entities as they grow, mention by mention."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.entities: list[Entity] = []
        self.owner: dict[int, int] = {}
        self._sight = Sight(text, reading, self.entities, self.owner)
        self._known: dict[tuple[bool, str], Entity] = {}

    def _join(self, i: int, mention: Mention, entity: Entity, why: str = "") -> None:
        self.owner[i] = entity.key
        entity.mentions.append(mention.span)
        if why:
            entity.why[why] = None

    def _new(self, i: int, mention: Mention, kind: str) -> Entity:
        entity = Entity(len(self.entities), kind)
        self.entities.append(entity)
        self._join(i, mention, entity)
        return entity

    def add_name(self, i: int, mention: Mention, name: str) -> None:
        """Join a named mention to the entity of that name, or make one."""
        person = is_person(mention) or self._is_surname(name)
        entity, why = self._find_name(person, name)
        if entity is None and (short := self._shortened(mention, name)):
            self._join(i, mention, short, f"“{mention.span.text}” is short for {short.name}")
            return
        if entity:
            self._join(i, mention, entity, why)
        else:
            entity = self._new(i, mention, "person" if person else mention.type)
        entity.names[name] += 1
        self._known[person, name] = entity
        role = split_title(mention.span.text).role if person else None
        if role and role not in entity.roles:
            entity.roles.append(role)
        if party := party_of(mention.span.text):
            entity.party = entity.party or party

    def _is_surname(self, name: str) -> bool:
        """Whether one word read as a body or place is the surname of a person named in full, as in a headline."""
        if " " in name or find_country(name):
            return False
        return any(known.split()[-1] == name for e in self.entities if e.type == "person" for known in e.names)

    def _find_name(self, person: bool, name: str) -> tuple[Entity | None, str]:
        if known := self._known.get((person, name)):
            return known, ""
        compare = compare_people if person else compare_bodies
        alike = [
            (likeness.score, -e.key, e, f"“{name}” is “{other}”: {likeness.why} ({likeness.score:.2f})")
            for e in self.entities
            if (e.type == "person") == person
            for other in e.names
            if (likeness := compare(name, other)).score >= PERHAPS
        ]
        best = max(alike, key=lambda a: a[:2], default=None)
        if best and (best[0] >= SAME or (person and len({a[2].key for a in alike}) == 1)):
            return best[2], best[3]
        return None, ""

    def _shortened(self, mention: Mention, name: str) -> Entity | None:
        """The only body whose longer name holds this one, for "the Front" or "the Girelian side"."""
        if mention.type == "person" or not re.match(r"(?i)the\s", mention.span.text):
            return None
        if side := SIDE.match(mention.span.text):
            country = demonym_stem(side[1], self._countries())
            return next((e for e in self.entities if e.type == "country" and e.name == country), None)
        if " " in name:
            return None
        longer = [e for e in self.entities if e.type not in ("person", "country") and any(name in known.split()[1:] for known in e.names)]
        return longer[0] if len(longer) == 1 else None

    def _countries(self) -> list[str]:
        return [e.name for e in self.entities if e.type == "country" and e.names]

    def _country(self, words: str) -> str | None:
        """The country that words belong to, real or only known from this report."""
        known = self._countries()
        stems = (demonym_stem(word, known) for word in re.findall(r"[A-Z][\w’'-]+", words))
        return party_of(words) or next((stem for stem in stems if stem), None)

    def add_reference(self, i: int, mention: Mention) -> None:
        """A pronoun, an office or a description: join it to whom it means, or let it stand for itself."""
        words = mention.span.text
        target, why = find_antecedent(self._sight, i, self._country)
        if target is None:
            entity = self._new(i, mention, mention.type)
            entity.party = party_of(words)
            return
        self._join(i, mention, target, f"“{words}” at {mention.span.start} {why}")
        described = mention.type == "person" and words.lower() not in PRONOUNS
        if described and (role := split_title(words).role) and role not in target.roles:
            target.roles.append(role)

    def name_relations(self) -> None:
        """Give "his office" and "an aide of hers" the name of whose they are: "office of Danil Orlov"."""
        for e in self.entities:
            relation = None if e.names else RELATION.match(e.mentions[0].text)
            if not relation:
                continue
            word = (relation["before"] or relation["after"]).lower()
            whose = self._sight.last_named(e.mentions[0], frozenset(["person"]) if word in PEOPLE_PRONOUNS else BODIES)
            if whose:
                e.names[f"{strip_article(relation['thing'] or relation['thing2'])} of {whose.name}"] += 1
                e.party = e.party or whose.party
                e.why[f"“{e.mentions[0].text}”: the last one named before is {whose.name}"] = None

    def settle_parties(self) -> None:
        """Give entities without a side the country that their mentions name, real or only known from this report."""
        for e in self.entities:
            if e.type == "country":
                e.party = e.party or e.name
        for e in self.entities:
            if not e.party and e.type != "outlet":
                e.party = next((party for m in e.mentions if (party := self._country(m.text))), None)
