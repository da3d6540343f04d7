"""The same actor in several reports: clusters of actors, the same whatever the order of the reports.

1. Actors of one name are one, unless two sides have somebody of that name.
2. Full names that are alike join, the likest first; what fits two that are not one joins neither.
3. Initials, then surnames, then first names alone join the only one whom they fit.

Here all actors are brought together at once, in memory. `across.actors` does the same in a record, where only what new reports
touch is looked at; each step is the same function.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Actor
from onrecord.resolving.actors.bearers import (
    BODY,
    CALLED,
    FORM,
    FULL,
    GIVEN,
    INITIALS,
    SURNAME,
    WORD,
    Bearer,
    Told,
    bearers_of,
    block_keys,
    name_of,
    shelf_keys,
)
from onrecord.resolving.actors.blocks import keys_of_surname, pairs_of
from onrecord.resolving.actors.joining import (
    Cluster,
    Meant,
    Shelf,
    choose_meant,
    compare_bearers,
    could_mean,
    find_meant,
    join_bearers,
    rank_head,
)
from onrecord.resolving.actors.likeness import SAME, Profile, profile_of
from onrecord.resolving.actors.naming import AllFacts, is_name, settle


def merge_actors(actors: Sequence[Actor]) -> dict[str, str]:
    """Actor id → id of the actor that stands for its cluster.

    Unnamed sources never join. The fullest name stands for the cluster, then the smallest id.
    """
    out = {actor.id: actor.id for actor in actors}
    told: dict[Profile, list[Actor]] = defaultdict(list)
    for actor in sorted(actors, key=lambda actor: actor.id):
        if is_name(actor):
            told[profile_of(actor)].append(actor)
    facts = AllFacts(told)
    numbered = [Told(n, settle(profile, facts), len(own)) for n, (profile, own) in enumerate(told.items())]
    own, names = list(told.values()), _by_name(numbered)
    bearers = {name: bearers_of(name, ones) for name, ones in names.items()}
    for cluster in (*_cluster_people(bearers), *_cluster_bodies(bearers)):
        members = [n for bearer in cluster if not bearer.alone for n in bearer.members]
        if members:
            head = _head([(numbered[n].profile.person, actor) for n in members for actor in own[n]])
            out |= {actor.id: head for n in members for actor in own[n]}
    return out


def _by_name(told: Iterable[Told]) -> dict[str, list[Told]]:
    names: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if name := name_of(one.profile):
            names[name].append(one)
    return names


def _head(members: Sequence[tuple[bool, Actor]]) -> str:
    """Who stands for a cluster."""
    used = Counter(actor.name for _, actor in members)
    return min(members, key=lambda m: (*rank_head(m[1].name, m[1].type == "person", m[0], used[m[1].name]), m[1].id))[1].id


def _cluster_people(bearers: Mapping[str, Sequence[Bearer]]) -> list[Cluster]:
    clusters: list[Cluster] = list(_join({name: own for name, own in bearers.items() if name[0] == FULL}))
    for kind in (INITIALS, WORD):
        shelf, meant = _shelf(clusters), dict[str, Meant]()
        joined: dict[int, list[Bearer]] = {id(cluster): list(cluster) for cluster in clusters}
        free: dict[str, Sequence[Bearer]] = {}
        scattered: list[Cluster] = []
        for name, (bearer,) in ((name, own) for name, own in sorted(bearers.items()) if name[0] == kind):
            called = bearer.profile.name
            if called not in meant:
                meant[called] = find_meant(called, shelf)
            fits = choose_meant(bearer.profile, meant[called])
            if fits is None:
                scattered.append([Bearer(bearer.id, name, bearer.profile, alone=True)])
            elif fits:
                joined[id(fits[0])].append(bearer)
            else:
                free[name] = [bearer]
        clusters = [*joined.values(), *scattered, *_join(free, [name for name in bearers if name[0] == kind], bearers)]
    return clusters


def _join(
    free: Mapping[str, Sequence[Bearer]], names: Sequence[str] | None = None, bearers: Mapping[str, Sequence[Bearer]] | None = None
) -> list[list[Bearer]]:
    """Clusters of those who bear some names; blocks hold other names of the kind as well."""
    ordered = sorted(free if names is None else names)
    keys = [block_keys((bearers or free)[name]) for name in ordered]
    pairs = [(ordered[a], ordered[b]) for a, b in pairs_of(keys, ordered)] + [(name, name) for name in free]
    links: dict[tuple[str, str], float] = {}
    for one, other in pairs:
        for a in free.get(one, ()):
            for b in free.get(other, ()):
                if a.id < b.id and (score := compare_bearers(a, b)) >= SAME:
                    links[a.id, b.id] = score
                elif b.id < a.id and (score := compare_bearers(a, b)) >= SAME:
                    links[b.id, a.id] = score
    return join_bearers((bearer for own in free.values() for bearer in own), links)


def _shelf(clusters: Sequence[Cluster]) -> Shelf:
    shelves: dict[str, list[Bearer]] = defaultdict(list)
    owner = {bearer.id: cluster for cluster in clusters for bearer in cluster}
    for cluster in clusters:
        for bearer in cluster:
            for key in shelf_keys([bearer]):
                # A full name and initials are looked up together.
                shelves[key[0] + key[2:]].append(bearer)

    def look(side: str, words: Sequence[str]) -> list[Bearer]:
        found = {bearer.id: bearer for key in keys_of_surname(words[-1]) for bearer in shelves.get(side + key, ())}
        return list(found.values())

    return Shelf(lambda words: look(SURNAME, words), lambda words: look(GIVEN, words), lambda bearer: owner[bearer.id])


def _cluster_bodies(bearers: Mapping[str, Sequence[Bearer]]) -> list[Cluster]:
    """Clusters, with those of one short name added to the only longer one that it can mean: the Front, a translated abbreviation."""
    clusters = _join({name: own for name, own in bearers.items() if name[0] == BODY})
    shelf: dict[str, list[int]] = defaultdict(list)
    for n, cluster in enumerate(clusters):
        for key in shelf_keys(cluster):
            shelf[key].append(n)
    meant: dict[int, int] = {}
    for n, cluster in enumerate(clusters):
        called = {FORM + key.removeprefix(CALLED) for key in shelf_keys(cluster) if key[0] == CALLED}
        found = {place for key in called for place in shelf.get(key, ()) if place != n}
        fits = [m for m in sorted(found) if could_mean(cluster, clusters[m])]
        if len(fits) == 1:
            meant[n] = fits[0]
    for n in sorted(meant):
        if meant[n] not in meant:
            clusters[meant[n]] = clusters[meant[n]] + clusters[n]
    return [cluster for n, cluster in enumerate(clusters) if meant.get(n) is None or meant[n] in meant]
