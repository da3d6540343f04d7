"""What actors go by, as the whole record tells it: a country is a country, whatever one report takes it for.

What a record tells is a matter of keys. A profile tells some: that a word is of somebody's name, that a word is a country. It asks
for others, and has to be settled anew only when one of those is told for the first time, or no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from onrecord.model import Actor
from onrecord.model.entries import BODIES
from onrecord.resolving.actors.likeness import Profile
from onrecord.resolving.names.arabic import LETTERS
from onrecord.resolving.names.names import acronyms_of
from onrecord.resolving.names.places import beginnings_of, demonym_stem, find_country
from onrecord.resolving.names.spelling import PARTICLES, person_name

#: What keys begin with: a word of somebody's full name, a country of one word, letters for a body, a country that no list has.
NAMED, COUNTRY, LETTERED, LAND = "named ", "country ", "letters ", "land "
#: What the key of a capitalised word in a body's name begins with: it may be an adjective of a country that no list has.
WORD = "word "


class Facts(Protocol):
    """What all profiles of a record tell."""

    def has(self, key: str) -> bool:
        """Whether any profile tells this."""

    def starting(self, beginning: str) -> Sequence[str]:
        """The keys that begin so, in order, each once; used for a country's beginning."""


class AllFacts:
    """What some profiles tell, in memory."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self._keys = {key for profile in profiles for key in told_by(profile)}
        self._lands: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._keys):
            if key.startswith(LAND):
                self._lands[key.split("|")[0] + "|"].append(key)

    def has(self, key: str) -> bool:
        """Whether any profile tells this."""
        return key in self._keys

    def starting(self, beginning: str) -> Sequence[str]:
        """The keys of countries that begin so, in order, each once."""
        return self._lands.get(beginning, ())


def told_by(profile: Profile) -> frozenset[str]:
    """The keys that a profile tells."""
    words = person_name(profile.name).words
    if profile.person:
        full = len(words) > 1 and any(len(word) > 1 for word in words[:-1])
        return frozenset(NAMED + word for word in words) if full else frozenset()
    out = {LETTERED + letters for letters in acronyms_of(profile.name)}
    if profile.country and len(words) == 1:
        out.add(COUNTRY + words[0])
    if profile.country and " " not in profile.name and not find_country(profile.name):
        out.add(f"{LAND}{beginnings_of(profile.name)[1]}|{profile.name}")
    return frozenset(out)


def asked_by(profile: Profile) -> frozenset[str]:
    """The keys that a profile asks for; the words of a body's name stand for the countries that they may be adjectives of."""
    if profile.person:
        words = person_name(profile.name).words
        return frozenset({NAMED + words[0], COUNTRY + words[0], LETTERED + profile.name}) if len(words) == 1 else frozenset()
    return frozenset(f"{WORD}{beginnings_of(word)[0]}|{word}" for word in profile.name.split() if word[:1].isupper())


def asking_for(key: str, facts: Facts) -> Iterator[str]:
    """The keys that a profile asks for, to which what another tells under a key may be the answer; `facts` are what profiles ask for."""
    if not key.startswith(LAND):
        yield key
        return
    beginning, land = key.removeprefix(LAND).split("|", 1)
    for asked in facts.starting(f"{WORD}{beginning}|"):
        if demonym_stem(asked.split("|", 1)[1], (land,)):
            yield asked


def settle(profile: Profile, facts: Facts) -> Profile:
    """The profile, with what the record knows of countries and bodies put in where its report does not.

    A word alone that a report takes for a person is the country, or the abbreviation of a body, that other reports know it
    for, unless it is somebody's surname. Adjectives of countries that no list has become their names.
    """
    if not profile.person:
        return replace(profile, name=_with_countries(profile.name, facts))
    words = person_name(profile.name).words
    if len(words) == 1 and not facts.has(NAMED + words[0]):
        country = facts.has(COUNTRY + words[0])
        if country or facts.has(LETTERED + profile.name):
            return replace(profile, person=False, role=None, gender=None, country=country)
    return profile


def _with_countries(name: str, facts: Facts) -> str:
    """A body's name with the countries that no list has for their adjectives, and a country for its side: "the Orvanian side"."""
    own = name.split()
    lands = {word: _lands(word, facts) if word[:1].isupper() else [] for word in own}
    words = [demonym_stem(word, lands[word]) or word for word in own]
    side = len(words) == 2 and words[1] in ("side", "camp") and words[0] in _lands(words[0], facts)
    return words[0] if side else " ".join(words)


def _lands(word: str, facts: Facts) -> list[str]:
    beginning, _ = beginnings_of(word)
    return [key.split("|", 1)[1] for key in facts.starting(f"{LAND}{beginning}|")] if beginning else []


def is_name(actor: Actor) -> bool:
    """Whether an actor goes by a proper name: "the minister's aide" and "I" of two reports are not one."""
    if actor.type == "person":
        words = [w for w in re.split(r"[\s’'-]+", actor.name) if w and w.lower() not in PARTICLES]
        letters = "".join(person_name(actor.name).words)
        return len(letters) > 1 and " of " not in actor.name and all(not w[0].islower() or not w.isascii() or len(w) < 3 for w in words)
    return actor.type in BODIES | {"place"} and (any(c.isupper() for c in actor.name) or bool(LETTERS.search(actor.name)))
