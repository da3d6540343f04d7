"""Two who are named in turn: in "the foreign ministers of Orvania and Tamesh, Anna Veld and Ivo Strand" she is the one of Orvania."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.names.places import find_country
from onrecord.resolving.names.titles import HELD, split_title

_OFFICE = rf"\b(?P<office>{HELD})s"
_LAND = r"(?-i:[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)?)"
#: What stands before the first name, and between it and the second.
FORMS = (
    # "The foreign ministers of Orvania and Tamesh, Anna Veld and Ivo Strand"
    (
        re.compile(rf"{_OFFICE} (?:of|from) (?:the )?(?P<one>{_LAND}) and (?:the )?(?P<other>{_LAND}),? (?:respectively, )?", re.I),
        re.compile(r",? and "),
    ),
    # "The foreign ministers of Orvania, Anna Veld, and Tamesh, Ivo Strand"
    (
        re.compile(rf"{_OFFICE} (?:of|from) (?:the )?(?P<one>{_LAND})(?:, | \()", re.I),
        re.compile(rf"[,)]? and (?:of |from )?(?:the )?(?P<other>{_LAND})(?:, | \()"),
    ),
)


def give_offices(entities: Sequence[Entity], text: str) -> None:
    """Give those who are named in turn behind one office of two countries the office of one each."""
    named = {m.start: (m, e) for e in entities if e.type == "person" and e.names for m in e.mentions if split_title(m.text).name}
    for form, between in FORMS:
        for found in form.finditer(text):
            first = named.get(found.end())
            joint = between.match(text, first[0].end) if first else None
            second = named.get(joint.end()) if joint else None
            if first and joint and second and first[1] is not second[1]:
                other = (found.groupdict() | joint.groupdict())["other"]
                for person, land in ((first[1], found["one"]), (second[1], other)):
                    _give(person, found["office"].lower(), land)


def _give(person: Entity, office: str, land: str) -> None:
    known = find_country(land)
    person.party = person.party or (known.name if known else land)
    if not person.roles:
        person.roles.append(f"{office} of {land}")
        person.why[f"“{office} of {land}”: one of two named in turn"] = None
