"""The same actor in several reports: clusters of actors, the same whatever the order of the reports.

1. Actors of one name are one, unless two sides have somebody of that name.
2. Full names that are alike join, the likest first; what fits two that are not one joins neither.
3. Initials, then surnames, then first names alone join the only one whom they fit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Actor
from onrecord.resolving.blocks import keys_of_body, keys_of_person, keys_of_surname, pairs_of, short_forms, short_key, surnames_of
from onrecord.resolving.genders import given_genders
from onrecord.resolving.likeness import (
    APART,
    SAME,
    Profile,
    compare_posts,
    compare_profiles,
    is_common,
    profile_of,
)
from onrecord.resolving.names import body_words, compare_people, fold
from onrecord.resolving.naming import is_name, settle_profiles
from onrecord.resolving.offices import SAME_OFFICE
from onrecord.resolving.spelling import person_name

#: A short name that so many actors could have is nobody's.
MOST = 24
#: So many names of a cluster, those that joined first, are looked at for contradictions.
CLOSEST = 8
#: A first name that lists do not know, and that nobody else in the record has, is as good as this much more.
RARE = 0.25


@dataclass(eq=False)
class _Unit:
    """Actors that one name, and what else their reports tell, make one; `profile` is what most of them say."""

    profile: Profile
    ids: list[str]


def merge_actors(actors: Sequence[Actor]) -> dict[str, str]:
    """Actor id → id of the actor that stands for its cluster.

    Unnamed sources never join. The fullest name stands for the cluster, then the smallest id.
    """
    out = {actor.id: actor.id for actor in actors}
    names = {a.id: a for a in actors if is_name(a)}
    profiles = settle_profiles({key: profile_of(a) for key, a in names.items()})
    for cluster in (*_cluster_people(profiles), *_cluster_bodies(profiles)):
        out |= dict.fromkeys(cluster, _head(cluster, names, profiles))
    return out


def _head(cluster: Sequence[str], actors: Mapping[str, Actor], profiles: Mapping[str, Profile]) -> str:
    """Who stands for a cluster: of those of its kind, the fullest name, of equals the one used most, then the smallest id."""
    used = Counter(actors[key].name for key in cluster)

    def rank(key: str) -> tuple[object, ...]:
        name = actors[key].name
        words = sum(len(word) > 1 for word in fold(name))
        other_kind = (actors[key].type == "person") != profiles[key].person
        return other_kind, -min(words, 3), -used[name], -words, -len(name), name, key

    return min(cluster, key=rank)


# People


def _cluster_people(profiles: Mapping[str, Profile]) -> list[list[str]]:
    full: dict[tuple[str, ...], list[str]] = defaultdict(list)
    short: dict[tuple[int, tuple[str, ...], Profile], list[str]] = defaultdict(list)
    for key, profile in sorted(profiles.items()):
        if profile.person:
            parsed = person_name(profile.name)
            level = _level(parsed.words)
            if level == 0:
                full[(*parsed.words, parsed.suffix)].append(key)
            else:
                short[level, parsed.words, replace(profile, name=" ".join(parsed.words))].append(key)
    units = [unit for ids in full.values() for unit in _split_namesakes(ids, profiles)]
    clusters = _join(units, [keys_of_person(u.profile.name) for u in units])
    for level in (1, 2):
        shorter = [_Unit(profile, ids) for (at, _, profile), ids in short.items() if at == level]
        clusters = _attach(shorter, clusters)
    return [[key for unit in cluster for key in unit.ids] for cluster in clusters]


def _level(words: tuple[str, ...]) -> int:
    """0 for a full name, 1 for initials and a surname, 2 for a word alone."""
    if len(words) == 1:
        return 2
    return int(all(len(word) == 1 for word in words[:-1]))


def _split_namesakes(ids: Sequence[str], profiles: Mapping[str, Profile]) -> list[_Unit]:
    """The actors of one full name by who they are: those of one side are one, and sides join that do not contradict each other."""
    sides: dict[str, list[str]] = defaultdict(list)
    for key in ids:
        sides[profiles[key].party or ""].append(key)
    unknown = sides.pop("", [])
    units: list[_Unit] = []
    for _, own in sorted(sides.items(), key=lambda side: (-len(side[1]), side[0])):
        unit = _unit(own, profiles)
        known = next((u for u in units if all(compare_profiles(unit.profile, p).score >= SAME for p in _sides(u, profiles))), None)
        if known:
            known.ids += unit.ids
        else:
            units.append(unit)
    if len(units) > 1:
        for key in unknown:
            role = profiles[key].role
            fits = [u for u in units if role and u.profile.role and compare_posts(role, u.profile.role).score >= SAME_OFFICE]
            if len(fits) == 1:
                fits[0].ids.append(key)
            else:
                units.append(_unit([key], profiles))
        return units
    return [_unit([*(units[0].ids if units else []), *unknown], profiles)]


def _sides(unit: _Unit, profiles: Mapping[str, Profile]) -> list[Profile]:
    """One profile for each side among a unit's actors."""
    sides: dict[str | None, list[str]] = defaultdict(list)
    for key in unit.ids:
        sides[profiles[key].party].append(key)
    return [_unit(own, profiles).profile for own in sides.values()]


def _unit(ids: list[str], profiles: Mapping[str, Profile]) -> _Unit:
    """Actors as one, with what most of them say, or of equals the first in order."""

    def most(values: Iterable[str | None]) -> str | None:
        counts = Counter(value for value in values if value)
        return min(counts, key=lambda value: (-counts[value], value), default=None)

    own = [profiles[key] for key in ids]
    name = most(p.name for p in own)
    rest = {field: most(getattr(p, field) for p in own) for field in ("party", "role", "gender")}
    return _Unit(Profile(name or "", own[0].person, **rest, country=any(p.country for p in own)), list(ids))


# Bodies


def _cluster_bodies(profiles: Mapping[str, Profile]) -> list[list[str]]:
    named: dict[tuple[frozenset[str], str], list[str]] = defaultdict(list)
    for key, profile in sorted(profiles.items()):
        if not profile.person and (words := body_words(profile.name)):
            named[words, (profile.party or "") if is_common(profile.name) else ""].append(key)
    units = [_unit(ids, profiles) for ids in named.values()]
    clusters = _attach_bodies(_join(units, [keys_of_body(u.profile.name) for u in units]))
    return [[key for unit in cluster for key in unit.ids] for cluster in clusters]


def _attach_bodies(clusters: list[list[_Unit]]) -> list[list[_Unit]]:
    """Clusters with those of one short name added to the only longer one that it can mean: the Front, a translated abbreviation."""
    shelf: dict[Hashable, list[int]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for key in {key for unit in cluster for key in short_forms(unit.profile.name)}:
            shelf[key].append(n)
    meant = {}
    for n, cluster in enumerate(clusters):
        profiles = [unit.profile for unit in cluster]
        found = {place for p in profiles for place in shelf.get(short_key(p.name), ()) if place != n}
        fits = [m for m in sorted(found) if _could_be(profiles, [unit.profile for unit in clusters[m]])]
        if len(fits) == 1:
            meant[n] = fits[0]
    for n in sorted(meant):
        if meant[n] not in meant:
            clusters[meant[n]] = clusters[meant[n]] + clusters[n]
    return [cluster for n, cluster in enumerate(clusters) if meant.get(n) is None or meant[n] in meant]


def _could_be(short: Sequence[Profile], long: Sequence[Profile]) -> bool:
    scores = [compare_profiles(*_ordered(a, b)).score for a in short for b in long]
    return max(scores) >= SAME - RARE


# Joining


def _join(units: Sequence[_Unit], keys: Sequence[Iterable[Hashable]]) -> list[list[_Unit]]:
    """Clusters of units, the likest joining first, as long as no two of a cluster contradict each other (complete linkage)."""
    order = [_key(unit.profile) for unit in units]
    likest: dict[int, dict[int, float]] = defaultdict(dict)
    for a, b in pairs_of(keys, [u.profile.name for u in units]):
        score = compare_profiles(*_ordered(units[a].profile, units[b].profile)).score
        if score >= SAME:
            likest[a][b] = likest[b][a] = score
    torn = {a for a, near in likest.items() if _is_torn(near, units)}
    links = sorted(
        (-score, min(order[a], order[b]), max(order[a], order[b]), (a, b))
        for a, near in likest.items()
        for b, score in near.items()
        if a < b
    )
    clusters = {n: [n] for n in range(len(units))}
    owner = list(range(len(units)))
    for _, _, _, (a, b) in links:
        p, q = owner[a], owner[b]
        if p == q or torn & {a, b} or not all(_agree(units[x], units[y]) for x in clusters[p][:CLOSEST] for y in clusters[q][:CLOSEST]):
            continue
        clusters[p] += clusters.pop(q)
        for n in clusters[p]:
            owner[n] = p
    return [[units[n] for n in members] for members in clusters.values()]


def _is_torn(near: Mapping[int, float], units: Sequence[_Unit]) -> bool:
    """Whether a unit is like two that contradict each other: then it is neither, for all that can be told."""
    some = sorted(near, key=lambda place: (-near[place], _key(units[place].profile)))[:CLOSEST]
    return any(not _agree(units[a], units[b]) for n, a in enumerate(some) for b in some[n + 1 :])


def _agree(a: _Unit, b: _Unit) -> bool:
    return compare_profiles(*_ordered(a.profile, b.profile)).score >= APART


def _ordered(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    return (a, b) if _key(a) <= _key(b) else (b, a)


def _key(p: Profile) -> tuple[str, ...]:
    return p.name, p.party or "", p.role or "", p.gender or ""


def _attach(units: Sequence[_Unit], clusters: list[list[_Unit]]) -> list[list[_Unit]]:
    """Clusters with short names added: each to the only cluster that it fits; those that fit none join among themselves."""
    shelves = _Shelves(clusters)
    out = [list(cluster) for cluster in clusters]
    lone: list[_Unit] = []
    for unit in sorted(units, key=lambda unit: _key(unit.profile)):
        fits = shelves.fits(unit.profile)
        if len(fits) == 1:
            out[fits[0]].append(unit)
        elif fits:
            out += [[_Unit(unit.profile, [key])] for key in unit.ids]
        else:
            lone.append(unit)
    return out + _join(lone, [keys_of_surname(person_name(u.profile.name).words[-1]) for u in lone])


class _Shelves:
    """Clusters of full names, to be looked up by the short names that they can have."""

    def __init__(self, clusters: Sequence[Sequence[_Unit]]) -> None:
        self._clusters = clusters
        self._by_surname: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_given: dict[str, dict[int, None]] = defaultdict(dict)
        self._alike: dict[str, tuple[list[int], list[int]]] = {}
        for n, cluster in enumerate(clusters):
            for name in {unit.profile.name for unit in cluster}:
                for key in {key for word in surnames_of(name) for key in keys_of_surname(word)}:
                    self._by_surname[key][n] = None
                for key in keys_of_surname(person_name(name).words[0]):
                    self._by_given[key][n] = None

    def fits(self, profile: Profile) -> list[int]:
        """The clusters that a short name can mean, at most two of them."""
        if profile.name not in self._alike:
            self._alike[profile.name] = self._find(profile.name)
        surnames, given = self._alike[profile.name]
        if fits := self._narrow(profile, surnames, SAME):
            return fits
        rare = 0.0 if profile.name in given_genders() else RARE
        return self._narrow(profile, given, SAME - rare)

    def _find(self, name: str) -> tuple[list[int], list[int]]:
        """The clusters of which a name is the surname, and of which it is the first name."""
        words = person_name(name).words
        surnames = self._named(name, words, self._by_surname, SAME)
        return surnames, self._named(name, words, self._by_given, APART) if len(words) == 1 and not surnames else []

    def _named(self, name: str, words: tuple[str, ...], shelf: Mapping[str, Iterable[int]], least: float) -> list[int]:
        found = sorted({n for key in keys_of_surname(words[-1]) for n in shelf.get(key, ())})
        out: list[int] = []
        for n in found:
            if any(compare_people(*sorted((name, unit.profile.name))).score >= least for unit in self._clusters[n]):
                out.append(n)
                if len(out) == MOST:
                    break
        return out

    def _narrow(self, profile: Profile, places: Sequence[int], least: float) -> list[int]:
        out: list[int] = []
        for n in places:
            scores = [compare_profiles(*_ordered(profile, unit.profile)).score for unit in self._clusters[n]]
            if max(scores) >= least and min(scores) >= APART:
                out.append(n)
                if len(out) == 2:
                    break
        return out
