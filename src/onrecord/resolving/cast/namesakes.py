"""Names of a report from the fullest on, and which entity each is another form of: "Veld" of Anna Veld."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Mention
from onrecord.reading.language.agreement import GENITIVE
from onrecord.resolving.cast.cast import Entity
from onrecord.resolving.cast.shortenings import INITIALS, find_bearer
from onrecord.resolving.names.forms import is_person, name_of
from onrecord.resolving.names.genders import ENDING, gender_of, gender_of_name, is_courteous
from onrecord.resolving.names.kinds import are_several
from onrecord.resolving.names.names import compare_bodies, compare_people

SIDE = re.compile(r"^(?:the )?(\w+) (?:side|camp)$", re.I)
#: Names this much alike are one person or body without further evidence.
SAME = 0.85
#: A first name used alone, as a careless translation does, is accepted if nobody else fits.
PERHAPS = 0.55


def find_namesake(words: str, name: str, person: bool, country: bool, entities: Sequence[Entity]) -> tuple[Entity | None, str]:
    """The entity whose name is most like another, and why; none if nobody's is. No "Mrs Veld" is Ivo Veld.

    Args:
        words: of a mention.
        name: that it gives.
        person: whether it is that of a person.
        country: whether it is that of a country.
        entities: found so far.
    """
    if person and INITIALS.fullmatch(name):
        bearer = find_bearer(name, entities)
        return bearer, f"“{name}” are the initials of {bearer.name}" if bearer else ""
    compare = compare_people if person else compare_bodies
    alike = [
        (likeness.score, -e.key, e, f"“{name}” is “{other}”: {likeness.why} ({likeness.score:.2f})")
        for e in entities
        if (e.type == "person") == person
        for other in e.names
        if not (country and (are_several(other) or e.type == "outlet"))  # "Orvania envoys" are not Orvania, nor is an Orvania Today
        if not (person and " " not in name and _are_he_and_she(words, e))
        if (likeness := compare(name, other)).score >= PERHAPS
    ]
    best = max(alike, key=lambda a: a[:2], default=None)
    if best and (best[0] >= SAME or (person and len({a[2].key for a in alike}) == 1)):
        return best[2], best[3]
    return None, ""


def _are_he_and_she(words: str, entity: Entity) -> bool:
    """Whether a courtesy before a name is not of the gender of somebody's own courtesies, or else of his full name."""
    if not is_courteous(words):
        return False
    known = {gender_of(m.text) for m in entity.mentions if is_courteous(m.text)}
    known = known or {told[0] for name in entity.names if (told := gender_of_name(name)) and told[1] > ENDING}
    return bool(known) and gender_of(words) not in known


def find_named(mentions: Sequence[tuple[int, Mention]]) -> list[tuple[int, Mention, str]]:
    """The mentions with a name, the fullest names first.

    The surname of somebody named in full can be an office too, or stand in capitals: "King" beside "Olga King".
    """
    named = [(i, m, words) for i, m in mentions if (words := name_of(m))]
    surnames = {surname.casefold(): surname for _, m, words in named if is_person(m) and " " in words for surname in words.split()[-1:]}
    rest = dict(mentions)
    for i, _, _ in named:
        del rest[i]
    bare = ((i, m, GENITIVE.sub("", m.span.text)) for i, m in rest.items())
    named += [(i, m, surnames[word.casefold()]) for i, m, word in bare if word[:1].isupper() and word.casefold() in surnames]
    return sorted(named, key=_fullest_first)


def _fullest_first(item: tuple[int, Mention, str]) -> tuple[bool, bool, bool, int, int]:
    """Full names of persons, bodies, surnames, "the Girelian side": what is read as a body may be a surname that joins its person."""
    _, mention, words = item
    person, length = is_person(mention), len(words.split())
    return bool(SIDE.match(mention.span.text)), not (person and length > 1), person, -length, mention.span.start
