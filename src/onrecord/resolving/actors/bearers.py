"""Who bears a name: what reports tell under one name, parted by whose side somebody is on and what office they hold.

All that reports tell of actors is first made few: a thousand reports of one minister tell a handful of different things, each of
them a profile with the number of its actors. A name has one bearer, unless two sides have somebody of that name.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.resolving.actors.blocks import keys_of_body, keys_of_person, keys_of_surname, short_forms, short_key, surnames_of
from onrecord.resolving.actors.likeness import SAME, Profile, compare_posts, compare_profiles, is_common
from onrecord.resolving.names.names import body_words
from onrecord.resolving.names.offices import SAME_OFFICE
from onrecord.resolving.names.spelling import person_name

#: What names begin with: full names, initials with a surname, a word alone, bodies.
FULL, INITIALS, WORD, BODY = "0", "1", "2", "b"
#: What the keys under which a name is looked up begin with, after the kind of name: as a surname, as a first name, as letters or a
#: word that a longer name of a body can be called by, and as one that is called so.
SURNAME, GIVEN, FORM, CALLED = "s", "g", "f", "k"


@dataclass(frozen=True)
class Told:
    """A profile after it was settled, with its number and how many actors of reports have it."""

    number: int
    profile: Profile
    actors: int = 1


@dataclass(frozen=True)
class Bearer:
    """One of those who bear a name; `profile` is what most of its actors say.

    Actors that could be any of several of a name are no one: all of them together are `alone`, each for itself.
    """

    id: str
    name: str
    profile: Profile
    alone: bool = False
    members: tuple[int, ...] = field(default=(), compare=False)

    @property
    def kind(self) -> str:
        """What kind of name it is: FULL, INITIALS, WORD or BODY."""
        return self.name[0]

    @property
    def order(self) -> tuple[str, ...]:
        """A place in an order that does not depend on when reports came."""
        return order_of(self.profile)


def order_of(p: Profile) -> tuple[str, ...]:
    """The place of a profile among others."""
    return p.name, p.party or "", p.role or "", p.gender or ""


def name_of(profile: Profile) -> str | None:
    """The name that a settled profile is found by, the same for each spelling that comes to the same words; None for no name.

    A full name is all that counts; for less than that, everything else that a report tells is part of it. Names of one kind sort
    by their words.
    """
    if not profile.person:
        words = body_words(profile.name)
        return _dump(BODY, " ".join(sorted(words)), profile.party if is_common(profile.name) else None) if words else None
    parsed = person_name(profile.name)
    kind = _kind(parsed.words)
    if kind == FULL:
        return _dump(kind, " ".join(parsed.words), parsed.suffix)
    return _dump(kind, " ".join(parsed.words), profile.party, profile.role, profile.gender)


def words_of(name: str) -> str:
    """The words of a name; no quotation mark is among them."""
    return name[3 : name.index('"', 3)]


def _dump(kind: str, *parts: str | None) -> str:
    return kind + json.dumps([part or "" for part in parts], ensure_ascii=False)


def _kind(words: Sequence[str]) -> str:
    if len(words) == 1:
        return WORD
    return INITIALS if all(len(word) == 1 for word in words[:-1]) else FULL


def bearers_of(name: str, told: Iterable[Told]) -> list[Bearer]:
    """Those who bear a name, by all that reports tell under it."""
    ordered = sorted(told, key=lambda one: (*order_of(one.profile), one.number))
    if not ordered:
        return []
    if name[0] == FULL:
        return _part_namesakes(name, ordered)
    one = _unite(name, ordered)
    if name[0] == BODY:
        return [one]
    return [replace(one, profile=replace(one.profile, name=" ".join(person_name(one.profile.name).words)))]


def _part_namesakes(name: str, told: Sequence[Told]) -> list[Bearer]:
    """Those of one side are one, and sides join that do not contradict each other."""
    sides: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        sides[one.profile.party or ""].append(one)
    unknown = sides.pop("", [])
    parts: list[list[list[Told]]] = []
    for _, own in sorted(sides.items(), key=lambda side: (-sum(one.actors for one in side[1]), side[0])):
        profile = _most(own)
        known = next((part for part in parts if all(compare_profiles(profile, _most(side)).score >= SAME for side in part)), None)
        if known:
            known.append(own)
        else:
            parts.append([own])
    if len(parts) < 2:
        return [_unite(name, [*(one for part in parts for side in part for one in side), *unknown])]
    firsts = [_most(part[0]) for part in parts]
    alone: list[Told] = []
    for one in unknown:
        role = one.profile.role
        fits = [n for n, first in enumerate(firsts) if role and first.role and compare_posts(role, first.role).score >= SAME_OFFICE]
        if len(fits) == 1:
            parts[fits[0]].append([one])
        else:
            alone.append(one)
    out = [replace(_unite(name, [one for side in part for one in side]), profile=first) for part, first in zip(parts, firsts, strict=True)]
    out = [replace(bearer, id=f"{name}{bearer.profile.party}") for bearer in out]
    return [*out, replace(_unite(name, alone), id=f"{name}?", alone=True)] if alone else out


def _unite(name: str, told: Sequence[Told]) -> Bearer:
    return Bearer(name, name, _most(told), members=tuple(one.number for one in told))


def _most(told: Sequence[Told]) -> Profile:
    """What most of some actors say, of equals the first in order."""

    def most(values: Iterable[tuple[str | None, int]]) -> str | None:
        counts: Counter[str] = Counter()
        for value, actors in values:
            if value:
                counts[value] += actors
        return min(counts, key=lambda value: (-counts[value], value), default=None)

    first = told[0].profile
    name = most((one.profile.name, one.actors) for one in told)
    party, role, gender = (most((getattr(one.profile, field), one.actors) for one in told) for field in ("party", "role", "gender"))
    return Profile(name or "", first.person, party, role, gender, any(one.profile.country for one in told))


# Keys


def block_keys(bearers: Iterable[Bearer]) -> frozenset[str]:
    """The keys of the blocks in which a name stands, by those who bear it: names that share one are compared."""
    out: set[str] = set()
    for bearer in bearers:
        name = bearer.profile.name
        if bearer.kind == FULL:
            out |= {FULL + _text(key) for key in keys_of_person(name)}
        elif bearer.kind == BODY:
            out |= {BODY + _text(key) for key in keys_of_body(name)}
        else:
            out |= {bearer.kind + key for key in keys_of_surname(person_name(name).words[-1])}
    return frozenset(out)


def shelf_keys(bearers: Iterable[Bearer]) -> frozenset[str]:
    """The keys under which a name is looked up by shorter ones that it can be called by."""
    out: set[str] = set()
    for bearer in bearers:
        name, kind = bearer.profile.name, bearer.kind
        if kind in (FULL, INITIALS):
            out |= {SURNAME + kind + key for word in surnames_of(name) for key in keys_of_surname(word)}
            out |= {GIVEN + kind + key for key in keys_of_surname(person_name(name).words[0])}
        elif kind == BODY:
            out |= {FORM + str(form) for form in short_forms(name)}
            out |= {CALLED + str(short)} if (short := short_key(name)) is not None else set()
    return frozenset(out)


def _text(key: object) -> str:
    if isinstance(key, str):
        return key
    if isinstance(key, frozenset):
        return " ".join(sorted(key))
    return "/".join(map(_text, key)) if isinstance(key, tuple) else str(key)
