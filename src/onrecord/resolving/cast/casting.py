"""Mentions → cast: which mentions of one report mean the same, each joining with its reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import chain, islice, takewhile

from onrecord.model import Mention, Reading, Report
from onrecord.resolving.cast.belonging import settle_own_and_other, settle_parties, settle_sides
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.cast.incumbents import Incumbents
from onrecord.resolving.cast.introductions import find_holders, share_offices
from onrecord.resolving.cast.joint_offices import part_offices
from onrecord.resolving.cast.namesakes import SIDE, find_named, find_namesake
from onrecord.resolving.cast.references import BOTH, LATTER, find_antecedent, find_two
from onrecord.resolving.cast.relations import Relations
from onrecord.resolving.cast.respective import give_offices
from onrecord.resolving.cast.shortenings import INITIALS, find_abbreviated, find_longer, find_movements, is_surname
from onrecord.resolving.cast.sight import Sight
from onrecord.resolving.cast.unfolding import find_unfolded
from onrecord.resolving.names.compounds import find_members
from onrecord.resolving.names.countries import names_of_states
from onrecord.resolving.names.forms import MOVEMENT, OWN_OUTLET, PEOPLE_PRONOUNS, PRONOUNS, is_person, name_of
from onrecord.resolving.names.genders import find_genders, is_courteous
from onrecord.resolving.names.known import NOBODY, Known, KnownActor
from onrecord.resolving.names.places import demonym_stem, find_country, party_of
from onrecord.resolving.names.titles import RANKS, office_beside, split_title

#: What only says more of somebody: "the envoy, who …", "the other, a friend of hers".
RELATIVE = re.compile(r",? (?:who|whom|whose|which) |, an? (?=[a-z])")
#: A word with a capital.
NAME_WORD = re.compile(r"[A-Z][\w’'-]+")
#: What a report calls its country where it has named it in full.
REPUBLIC = re.compile(r"Republic|Kingdom|Federation|Sultanate|Emirate|Commonwealth")
#: A capital is taken for its country if the reading model is so sure of the link.
SURE_CAPITAL = 0.7


def assemble_cast(report: Report, reading: Reading, known: Known = NOBODY) -> Cast:
    """Bring the mentions of one report together.

    Whom the user's file names first, then full names, then shorter names, then offices, descriptions and pronouns, which look
    back for whom they mean: a text's first "Veld" may stand before the first "Anna Veld", but no "he" stands before its man.
    """
    casting = _Casting(report, reading, known)
    mentions = list(enumerate(reading.mentions))
    groups = {i: members for i, m in mentions if m.type == "group" and (members := casting.members_of(i))}
    for i, m in mentions:
        if i not in groups and (found := known.find(m.span.text, name_of(m))):
            casting.add_known(i, m, *found)
    for i, m, words in find_named([(i, m) for i, m in mentions if i not in {*groups, *casting.owner}]):
        casting.add_name(i, m, words)
    for i, m in mentions:
        if i not in casting.owner and report.outlet and OWN_OUTLET.match(m.span.text):
            casting.add_name(i, replace(m, type="outlet"), report.outlet)
    give_offices(casting.entities, report.text)
    share_offices(casting.entities)
    casting.join_capitals()
    casting.join_adjectives()
    casting.join_republic()
    casting.settle_genders()
    for i, m in mentions:
        for j in groups.get(i, ()):
            if j not in casting.owner:
                casting.add_reference(j, reading.mentions[j])
        if i in groups:
            casting.add_group(i, m, groups[i])
        elif i not in casting.owner:
            casting.add_reference(i, m)
    casting.find_holders()
    incumbents = Incumbents(report, reading, known)
    casting.find_incumbents(incumbents)
    casting.settle(incumbents, report.day, report.outlet)
    return casting.cast(report)


class _Casting:
    """Entities as they grow, mention by mention."""

    def __init__(self, report: Report, reading: Reading, user: Known) -> None:
        self._text = report.text
        self._user = user
        self.entities: list[Entity] = []
        self.owner: dict[int, int] = {}
        self._sight = Sight(report, reading, self.entities, self.owner)
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

    def add_known(self, i: int, mention: Mention, name: str, actor: KnownActor) -> None:
        """Join a mention to the actor of the user's file that it names, or make it."""
        entity = next((e for e in self.entities if e.called == actor.name), None)
        if entity:
            self._join(i, mention, entity)
        else:
            entity = self._new(i, mention, actor.type)
            entity.called, entity.party = actor.name, actor.party
            entity.names.update(dict.fromkeys(actor.names, 0))
        entity.why[f"“{name}” is named in {self._user.file}"] = None
        if actor.type == "person":
            self._add_role(entity, mention)

    def add_name(self, i: int, mention: Mention, name: str) -> None:
        """Join a named mention to the entity of that name, or make one."""
        person = is_person(mention) or is_surname(name, self.entities)
        entity, why = self._find_bearer(mention, person, name)
        if entity is None and (short := self._shortened(mention, name)):
            self._join(i, mention, short, f"“{mention.span.text}” is short for {short.name}")
            return
        if entity:
            self._join(i, mention, entity, why)
        else:
            entity = self._new(i, mention, "person" if person else mention.type)
        if entity.names and INITIALS.fullmatch(name):
            return
        entity.names[name] += 1
        self._known[person, name] = entity
        if person:
            self._add_role(entity, mention)
        if mention.type != "outlet" and (party := party_of(mention.span.text)):
            entity.party = entity.party or party

    def _add_role(self, entity: Entity, mention: Mention) -> None:
        titled = split_title(mention.span.text)
        office = titled.role or ""
        if not office or office.lower() in RANKS:  # "Sheikh Strand, Minister of Energy, …"
            office = office_beside(self._text, mention.span.start, mention.span.end) or office
        entity.roles += [role for role in (office, titled.role, titled.rank) if role and role not in entity.roles]

    def join_capitals(self) -> None:
        """Join a capital to the country that the reading model says it stands for, if its name holds the country's, "Melkar City".

        The model by itself takes a capital for the other side's as often as for the right one.
        """
        for i, m in enumerate(self._sight.mentions):
            pointed = self._sight.pointed(i) if m.score >= SURE_CAPITAL else None
            entity = self._sight.entity(i)
            if not entity or not pointed or entity is pointed or {entity.type, pointed.type} - {"country", "place"}:
                continue
            capital, country = sorted((entity, pointed), key=lambda e: e.type == "country" and len(e.mentions))
            if country.type != "country" or country.name not in capital.name:
                continue
            own = find_country(capital.name) or find_country(country.name) or capital.name in names_of_states(self._text)
            if not own:
                self._merge(capital, country, f"“{capital.name}” stands for {country.name}, as the model reads it")

    def join_adjectives(self) -> None:
        """Join what is named by the adjective of one country of the report only, as "Orvanian-Tameshi talks" name both, to that country."""
        for entity in [e for e in self.entities if e.type == "country" and e.mentions and " " not in e.name]:
            others = [e for e in self.entities if e.type == "country" and e.mentions and e is not entity]
            fits = [e for e in others if e.name != entity.name and demonym_stem(entity.name, [e.name])]
            if len(fits) == 1:
                self._merge(entity, fits[0], f"“{entity.name}” is of {fits[0].name}")

    def join_republic(self) -> None:
        """Join "the Republic" to the only country that the report calls the Republic of that name."""
        for entity in [e for e in self.entities if e.type == "country" and e.mentions and REPUBLIC.fullmatch(e.name)]:
            named = {found[1] for found in re.finditer(rf"\b{entity.name} of (?:the )?({NAME_WORD.pattern})", self._text)}
            meant = [e for e in self.entities if e.type == "country" and e.mentions and e.name in named]
            if len(named) == len(meant) == 1:
                self._merge(entity, meant[0], f"“{entity.name}” is short for {entity.name} of {meant[0].name}")

    def settle_genders(self) -> None:
        """Learn from titles, sure pronouns and names who is he and who is she, before the other pronouns are looked at."""
        names = {e.key: e.name for e in self.entities if e.type == "person" and e.names}
        self._sight.genders = find_genders(self._sight.mentions, self.owner, PEOPLE_PRONOUNS.__contains__, names)

    def cast(self, report: Report) -> Cast:
        """What has grown, without entities whose mentions have all gone to others."""
        kept = [e for e in self.entities if e.mentions]
        place = {e.key: n for n, e in enumerate(kept)}
        for e in kept:
            e.key, e.members = place[e.key], frozenset(place[key] for key in e.members)
        return Cast(tuple(kept), {m.span: place[self.owner[i]] for i, m in enumerate(self._sight.mentions)}, report.id)

    def _find_bearer(self, mention: Mention, person: bool, name: str) -> tuple[Entity | None, str]:
        known = None if person and is_courteous(mention.span.text) else self._known.get((person, name))
        return (known, "") if known else find_namesake(mention.span.text, name, person, mention.type == "country", self.entities)

    def _shortened(self, mention: Mention, name: str) -> Entity | None:
        """Whom "the NF", "the Front" or "the Girelian side" is short for."""
        given = find_abbreviated(name, self.entities, self._text)
        bare = MOVEMENT.search(name)  # headlines have no articles
        if mention.type == "person" or given or not (bare or re.match(r"(?i)the\s", mention.span.text)):
            return given
        if side := SIDE.match(mention.span.text):
            country = demonym_stem(side[1], self._countries())
            return next((e for e in self.entities if e.type == "country" and e.name == country), None)
        return find_longer(name, self.entities)

    def _countries(self) -> list[str]:
        return [*(e.name for e in self.entities if e.type == "country" and e.names and e.name[:1].isupper()), *self._user.countries]

    def _country(self, words: str) -> str | None:
        """The country that words belong to, real or only known from this report."""
        if party := party_of(words):
            return party
        named = NAME_WORD.findall(words)
        known = self._countries() if named else []
        return next((stem for word in named if (stem := demonym_stem(word, known))), None)

    def members_of(self, i: int) -> list[int]:
        """The mentions that a mention joins, as "Kostan and Ashkadi" does."""
        mentions = self._sight.mentions
        near = takewhile(lambda pair: pair[1].span.start < mentions[i].span.end, enumerate(islice(mentions, i + 1, None), i + 1))
        inner = [(j, m) for j, m in near if mentions[i].span.covers(m.span)]
        found = find_members(self._text, mentions[i].span, [m for _, m in inner])
        return [j for j, m in inner if m in found]

    def add_group(self, i: int, mention: Mention, members: list[int]) -> None:
        """Join a mention of several to the group of these, or make it."""
        self._add_group(i, mention, [self.owner[j] for j in members])

    def _add_group(self, i: int, mention: Mention, members: list[int]) -> None:
        keys = frozenset(members)
        group = next((e for e in self.entities if e.members == keys), None)
        if group:
            self._join(i, mention, group)
            return
        group = self._new(i, mention, "group")
        group.members = keys
        group.names[" and ".join(dict.fromkeys(self.entities[key].name for key in members))] += 1
        parties = {self.entities[key].party for key in keys}
        group.party = parties.pop() if len(parties) == 1 else None

    def add_reference(self, i: int, mention: Mention) -> None:
        """A pronoun, an office or a description: join it to whom it means, or let it stand for itself."""
        words = mention.span.text
        if (inner := self._without_clause(i)) is not None:
            if inner not in self.owner:
                self.add_reference(inner, self._sight.mentions[inner])
            self._join(i, mention, self.entities[self.owner[inner]])
            return
        target, why = find_antecedent(self._sight, i, self._country)
        if target is None and (two := find_two(self._sight, i)):
            self._add_group(i, mention, [e.key for e in two])
            return
        if target is None:
            entity = self._new(i, mention, mention.type)
            entity.party = party_of(words)
            if BOTH.fullmatch(words) or LATTER.fullmatch(words):
                entity.why[f"“{words}”: who is meant is not clear"] = None
            return
        self._join(i, mention, target, f"“{words}” at {mention.span.start} {why}")
        if words.lower() in ("he", "she") and self._sight.speaks(i):
            self._sight.genders.setdefault(target.key, words.lower())
        described = mention.type == "person" and words.lower() not in PRONOUNS
        if described and (role := split_title(words).role) and role not in target.roles:
            target.roles.append(role)

    def _without_clause(self, i: int) -> int | None:
        """The mention that one is with a clause about it: "the diplomat" of "the diplomat, who asked not to be named"."""
        outer = self._sight.mentions[i].span
        same = takewhile(lambda pair: pair[1].span.start == outer.start, enumerate(islice(self._sight.mentions, i + 1, None), i + 1))
        return next((j for j, m in same if m.span.end < outer.end and RELATIVE.match(self._text, m.span.end, outer.end)), None)

    def find_holders(self) -> None:
        """Join each office that stands before its holder's name to its holder."""
        holders = find_holders(self.entities, self._country, self._text)
        for e, holder, why in chain(holders, find_unfolded(self.entities, self._text), find_movements(self.entities)):
            self._merge(e, holder, why)

    def find_incumbents(self, incumbents: Incumbents) -> None:
        """Name those who are called by an office only, and whom the user's file or the table of offices knows for the day."""
        people = [e for e in self.entities if e.type == "person" and e.names]
        for e in self.entities:
            if e.type not in ("person", "unnamed") or e.names or e.called or not e.mentions:
                continue
            found = incumbents.of(e, self._country, people)
            holder = found.answer.holder if found else None
            if not e.roles and (role := split_title(e.mentions[0].text).role):
                e.roles.append(role)
            if found and holder:
                same = [p for p in people if p.mentions and any(holder.is_called(name) for name in p.names)]
                if len(same) == 1:
                    same[0].roles += [role for role in e.roles if role not in same[0].roles]
                    self._merge(e, same[0], found.why)
                    continue
                e.type, e.party = "person", found.country
                e.names[holder.name] += 1
                people.append(e)
            if found:
                e.why[found.why] = None

    def _merge(self, entity: Entity, into: Entity, why: str) -> None:
        """Give all mentions of one entity to another; what is left of it is taken out when the cast is made."""
        self.owner |= {i: into.key for i, key in self.owner.items() if key == entity.key}
        into.mentions += entity.mentions
        into.why[why] = None
        entity.mentions = []
        for e in self.entities:
            e.members = frozenset(into.key if key == entity.key else key for key in e.members)

    def settle(self, incumbents: Incumbents, day: date | None, outlet: str | None) -> None:
        """Name those who are called by whose they are ("his office"), and say to which party and side each belongs."""
        part_offices(self.entities, self._text, self._country)
        Relations(self.entities, self._sight, self._country, self._merge).name_all()
        settle_parties(self.entities, self._sight, self._country, incumbents)
        settle_own_and_other(self.entities, self._sight, outlet, self._country)
        settle_sides(self.entities, self._user, day)
