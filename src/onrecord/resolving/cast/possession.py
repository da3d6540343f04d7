"""Whose somebody is, or of what: "Veld’s spokesman" is not Strand’s, "the envoy of Melkar" nobody who is never called of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.names.holders import without_country
from onrecord.resolving.names.kinds import tokens_of
from onrecord.resolving.names.offices import same_office

#: "Veld" of "Anna Veld’s spokesman".
OWNER = re.compile(r"\b([^\W\d_a-z][\w-]+)[’'](?:s|(?<=s[’'])) (?=[a-z])")
OF_NAME = re.compile(r" of ([^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)*)$")
#: Who is only called the head of something, and the head of what is named.
HEAD = re.compile(r"(?:the )?(?:head|chief|director|leader)", re.I)
HEAD_OF = re.compile(rf"{HEAD.pattern} of ", re.I)


def is_of_another(words: str, entity: Entity) -> bool:
    """Whether somebody is called the one of others only: "Veld’s spokesman" is not whoever is "Strand’s spokesman"."""
    own = OWNER.findall(words)
    others = {owner for m in entity.mentions for owner in OWNER.findall(m.text)}
    return bool(own and others) and own[-1] not in others


def same_office_of(role: str, known: str, of: str | None) -> float:
    """How alike an office that words tell is to one that somebody is known to hold, in [0, 1].

    "The Orvanian premier" is "the premier of Orvania", though no list has the adjective. "Their chief" is not known to be the head of the
    water board.
    """
    if HEAD_OF.match(role) and HEAD.fullmatch(known):
        return 0.0
    plain = without_country(role, of), without_country(known, of)
    of_both = of is not None and plain[0] != role and plain[1] != known
    return same_office(*(plain if of_both else (role, known))).score


def is_of_elsewhere(words: str, entity: Entity) -> bool:
    """Whether an office is said to be of something that has a name, and nothing that somebody is called has it: "the envoy of Melkar"."""
    named = OF_NAME.search(words)
    if named is None or any(t.kind not in ("name", "place") for t in tokens_of(named[1])):
        return False
    return not any(named[1] in known for known in (entity.party or "", *entity.roles, *(m.text for m in entity.mentions)))


def home_of(entity: Entity, country_of: Callable[[str], str | None]) -> str | None:
    """The country that somebody is known or said to be of."""
    return entity.party or next(filter(None, map(country_of, (*(m.text for m in entity.mentions), *entity.roles))), None)


def is_owner(words: str, entity: Entity) -> bool:
    """Whether words say whose somebody is, and an entity is that one: "Veld's wife" is not Veld."""
    return any(owner in name.split() for owner in OWNER.findall(words)[-1:] for name in entity.names)
