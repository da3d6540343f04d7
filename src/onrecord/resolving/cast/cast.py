"""Who appears in one report: entities, and which mention is whose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model import Actor, Span
from onrecord.model.span import content_id
from onrecord.resolving.names.forms import OWN_PRONOUNS, strip_article
from onrecord.resolving.names.kinds import are_several
from onrecord.resolving.names.places import demonym_stem

#: "Our head of state" is somebody's only in what that one says.
SPEAKERS_OWN = re.compile(r"^(?:our|your) (?:own )?(?=\w)", re.I)
SURNAME = re.compile(r"\b[^\W\d_a-z][\w-]{2,}")


@dataclass(eq=False)
class Entity:
    """An actor in the making; `key` is its place in the cast."""

    key: int
    type: str
    names: Counter[str] = field(default_factory=Counter)
    roles: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    #: The reasons for which mentions of other words were joined; a dict keeps their order.
    why: dict[str, None] = field(default_factory=dict)
    party: str | None = None
    #: What the user's file calls it, and the side that it puts it on.
    called: str | None = None
    side: str | None = None
    #: The keys of those who make up a group.
    members: frozenset[int] = frozenset()

    @property
    def name(self) -> str:
        """The fullest name; among equals the one used most, then first."""
        if self.called:
            return self.called
        if not self.names:
            words = strip_article(self.mentions[0].text)
            return SPEAKERS_OWN.sub("", words) if self.type in ("person", "unnamed") else words
        if len(self.names) == 1:
            return next(iter(self.names))
        return max(self.names, key=lambda name: (self._fullness(name), self.names[name]))

    def _fullness(self, name: str) -> int:
        """How full a name is beside the others: a person's by its words, a body's if it is no abbreviation, a country's if no adjective."""
        if self.type == "person":
            return min(len(name.split()), 3)
        if self.type in ("organization", "group"):
            return int(not name.isupper())
        return int(self.type != "country" or not demonym_stem(name, [other for other in self.names if len(other) < len(name)]))


def is_plural(entity: Entity) -> bool:
    """Whether several are meant by their office: "the foreign ministers of Orvania and Melkar"."""
    return not entity.members and are_several(entity.name)


def is_own_voice(entity: Entity) -> bool:
    """Whether somebody is only called "I" or "we"."""
    return not entity.names and all(m.text.lower() in OWN_PRONOUNS for m in entity.mentions)


@dataclass(frozen=True)
class Cast:
    """The entities of one report; `owner` leads from a mention to the key of its entity."""

    entities: tuple[Entity, ...]
    owner: dict[Span, int]
    report: str

    @cached_property
    def _order(self) -> list[Span]:
        return sorted(self.owner, key=lambda m: (m.start, -m.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self._order]

    def entity_at(self, span: Span) -> Entity | None:
        """The entity that exactly these words mention."""
        key = self.owner.get(span)
        return None if key is None else self.entities[key]

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The mentions inside a span, leftmost and outermost first."""
        near = self._order[bisect_left(self._starts, span.start) : bisect_right(self._starts, span.end)]
        return [(m, self.entities[self.owner[m]]) for m in near if span.covers(m)]

    @cached_property
    def _surnames(self) -> dict[str, Entity | None]:
        """The last word of a person's name → that person; None where two persons have it."""
        out: dict[str, Entity | None] = {}
        for e in self.entities:
            if e.type == "person" and e.names:
                last = e.name.split()[-1]
                out[last] = e if out.get(last, e) is e else None
        return out

    @cached_property
    def _countries(self) -> dict[str, Entity]:
        """The name of each country → that country."""
        return {e.name: e for e in self.entities if e.type == "country" and e.names and e.name[:1].isupper()}

    def named(self, span: Span) -> list[tuple[Span, Entity]]:
        """Where a span has a person's surname, or a country's inhabitants, that no mention covers: what the reading overlooked."""
        known = [m for m, _ in self.within(span)]
        out = []
        for word in SURNAME.finditer(span.text):
            place = Span(span.start + word.start(), span.start + word.end(), word[0])
            entity = self._surnames.get(word[0]) or self._inhabited(word[0], span.text[: word.start()])
            if entity and not any(m.overlaps(place) for m in known):
                out.append((place, entity))
        return out

    def _inhabited(self, word: str, before: str) -> Entity | None:
        """The country whose people are meant, "the Orvanians"."""
        country = demonym_stem(word, self._countries) if word.endswith("s") and before.lower().endswith("the ") else None
        return self._countries[country] if country and country != word else None

    def mentions(self) -> list[tuple[Span, Entity]]:
        """Every mention with its entity, in the order of the text."""
        return [(m, self.entities[self.owner[m]]) for m in self._order]

    def actor_id(self, entity: Entity) -> str:
        """The id of an entity as an actor: of this report only, until actors of several reports are brought together."""
        return content_id("act", self.report, entity.name, entity.type, entity.key)

    def actors(self) -> tuple[Actor, ...]:
        """Every entity as an actor of the record."""
        return tuple(map(self._actor_of, self.entities))

    def _actor_of(self, e: Entity) -> Actor:
        role = e.roles[0] if e.roles else None
        return Actor(self.actor_id(e), e.name, e.type, role, e.party, tuple(sorted(set(e.mentions))), tuple(e.why), e.side)
