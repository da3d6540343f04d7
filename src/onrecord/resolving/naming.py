"""What actors go by, as the whole record tells it: a country is a country, whatever one report takes it for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from onrecord.model import Actor
from onrecord.resolving.arabic import LETTERS
from onrecord.resolving.likeness import Profile
from onrecord.resolving.names import acronyms_of
from onrecord.resolving.places import demonym_stem, find_country
from onrecord.resolving.spelling import PARTICLES, person_name

BODIES = frozenset({"organization", "country", "group", "outlet", "place"})


def settle_profiles(profiles: Mapping[str, Profile]) -> dict[str, Profile]:
    """The profiles, with what the record knows of countries and bodies put in where one report does not.

    A word alone that a report takes for a person is the country, or the abbreviation of a body, that other reports know it
    for, unless it is somebody's surname. Adjectives of countries that no list has become their names.
    """
    parsed = {key: person_name(p.name).words for key, p in profiles.items()}
    people = {
        word
        for key, words in parsed.items()
        if profiles[key].person and len(words) > 1 and any(len(word) > 1 for word in words[:-1])
        for word in words
    }
    countries = {words[0] for key, words in parsed.items() if profiles[key].country and len(words) == 1}
    short = {letters for p in profiles.values() if not p.person for letters in acronyms_of(p.name)}

    lands = sorted({p.name for p in profiles.values() if p.country and " " not in p.name and not find_country(p.name)})

    def settle(profile: Profile, words: tuple[str, ...]) -> Profile:
        if not profile.person:
            return replace(profile, name=_with_countries(profile.name, tuple(lands))) if lands else profile
        taken = len(words) == 1 and words[0] not in people
        if taken and (words[0] in countries or profile.name in short):
            return replace(profile, person=False, role=None, gender=None, country=words[0] in countries)
        return profile

    return {key: settle(profile, parsed[key]) for key, profile in profiles.items()}


@lru_cache(maxsize=65_536)
def _with_countries(name: str, lands: tuple[str, ...]) -> str:
    """A body's name with the countries that no list has for their adjectives, and a country for its side: "the Orvanian side"."""
    words = [demonym_stem(word, lands) or word if word[:1].isupper() else word for word in name.split()]
    return words[0] if len(words) == 2 and words[1] in ("side", "camp") and words[0] in lands else " ".join(words)


def is_name(actor: Actor) -> bool:
    """Whether an actor goes by a proper name: "the minister's aide" and "I" of two reports are not one."""
    if actor.type == "person":
        words = [w for w in re.split(r"[\s’'-]+", actor.name) if w and w.lower() not in PARTICLES]
        letters = "".join(person_name(actor.name).words)
        return len(letters) > 1 and " of " not in actor.name and all(not w[0].islower() or not w.isascii() or len(w) < 3 for w in words)
    return actor.type in BODIES and (any(c.isupper() for c in actor.name) or bool(LETTERS.search(actor.name)))
