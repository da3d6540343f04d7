"""Actors of the record brought together where reports have changed: the same as bringing all of them together at once.

It goes by the steps of `resolving.actors`, each with what it depends on. Who bears a name depends on what is told under it. Which full
names join depends on names that share a key with them, and on links from there. What a shorter name means depends on the clusters of
names that it could be short for; nothing depends on it but names that are shorter still. So a change goes from names to links, along
links to clusters, and by keys from clusters down to shorter names, and whatever it does not reach is as it was.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import Actor
from onrecord.resolving import blocks
from onrecord.resolving.bearers import (
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
    words_of,
)
from onrecord.resolving.joining import (
    Cluster,
    Meant,
    Shelf,
    can_be_short,
    choose_meant,
    compare_bearers,
    could_mean,
    find_meant,
    join_bearers,
    rank_head,
)
from onrecord.resolving.likeness import SAME, Profile, profile_of
from onrecord.resolving.naming import asked_by, asking_for, is_name, settle, told_by
from onrecord.store.bearers import (
    Kept,
    StoredFacts,
    changed_profiles,
    drop_profile,
    first_actor,
    keep_changes,
    load_bearers,
    move_profiles,
    names_of_keys,
    near_names,
    new_actors,
    orphaned_profiles,
    pairs_between,
    place_bearer,
    profiles_by,
    scatter,
    settle_profile,
    some_names,
    stand_alone,
    write_bearers,
    write_head,
    write_keys,
    write_profile,
)
from onrecord.store.database import Database, Row
from onrecord.store.groups import Link, drop_links, load_links, write_links

#: So many new actors are looked at together.
BATCH = 5000


@dataclass
class _Change:
    """What has been touched so far."""

    #: Profiles whose actors are to be looked at, and those of them that have another bearer, or a bearer that is somebody else.
    profiles: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    #: Names with other bearers than before, each with those before; pairs of names that are to be compared now, or no more.
    names: dict[str, list[Kept]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    #: Ids of bearers whose links are others, and of those that they were linked to.
    linked: set[str] = field(default_factory=set)
    #: Cores that have other members, or members of whom something else is told; clusters for which somebody else may stand, and those
    #: of them that have other members.
    cores: set[str] = field(default_factory=set)
    clusters: set[str] = field(default_factory=set)
    shapes: set[str] = field(default_factory=set)
    #: Those who bear names that shorter ones can mean, before and after, and whose cluster is another than it was.
    longer: set[Bearer] = field(default_factory=set)


def cluster_actors(db: Database) -> set[str]:
    """Bring together actors of the record, where any have come, gone or changed; the caller holds the transaction.

    Returns:
        Who stands for the clusters that have changed, or that have more or fewer actors.
    """
    heads: set[str] = set()
    while True:
        _profile(db, new_actors(db, BATCH))
        changed, orphaned = changed_profiles(db), orphaned_profiles(db)
        if not changed and not orphaned:
            return heads
        change = _Change(profiles={*orphaned, *(row["number"] for row in changed)})
        for name in sorted(_settle(db, changed, change)):
            _bear(db, name, change)
        _link(db, change)
        _join(db, change)
        _mean_bodies(db, change)
        for kind in (INITIALS, WORD):
            _mean_people(db, kind, change)
        heads |= _stand(db, change)
        keep_changes(db)


def _profile(db: Database, actors: Sequence[Actor]) -> None:
    """Give a profile to actors that have names; the others stand for themselves."""
    told: dict[Profile, list[str]] = defaultdict(list)
    for actor in actors:
        if is_name(actor):
            told[profile_of(actor)].append(actor.id)
    stand_alone(db, {actor.id for actor in actors} - {key for ids in told.values() for key in ids})
    for profile, ids in told.items():
        write_profile(db, dump_profile(profile), ids)


def dump_profile(profile: Profile) -> str:
    """A profile as the record keeps it."""
    values = (profile.name, profile.person, profile.party, profile.role, profile.gender, profile.country)
    return json.dumps(values, ensure_ascii=False)


def _load(text: str) -> Profile:
    return Profile(*json.loads(text))


def _bearer(kept: Kept) -> Bearer:
    return Bearer(kept.id, kept.name, _load(kept.profile), kept.alone)


# Names and their bearers


def _settle(db: Database, changed: Sequence[Row], change: _Change) -> set[str]:
    """Settle profiles that are new, and those that ask for what is now told, or no more.

    Returns:
        The names under which more or less is told than before.
    """
    tells, asks = StoredFacts(db), StoredFacts(db, asked=True)
    names = {row["name"] for row in changed if row["name"]}
    flipped: set[str] = set()
    for row in changed:
        profile = _load(row["told"])
        if not row["actors"]:
            flipped.update(tells.remove(row["number"], told_by(profile)))
            asks.remove(row["number"], asked_by(profile))
            drop_profile(db, row["number"])
        elif not row["settled"]:
            flipped.update(tells.add(row["number"], told_by(profile)))
            asks.add(row["number"], asked_by(profile))
    asking = {number for key in flipped for asked in asking_for(key, asks) for number in asks.profiles(asked)}
    for row in profiles_by(db, "number", {row["number"] for row in changed if not row["settled"]} | asking):
        settled = settle(_load(row["told"]), tells)
        name = name_of(settled)
        if (dump_profile(settled), name) != (row["settled"], row["name"]):
            names |= {one for one in (row["name"], name) if one}
            settle_profile(db, row["number"], dump_profile(settled), name)
            change.moved.add(row["number"])
    return names


def _bear(db: Database, name: str, change: _Change) -> None:
    """See who bears a name now."""
    rows = profiles_by(db, "name", [name])
    new = bearers_of(name, [Told(row["number"], _load(row["settled"]), row["actors"]) for row in rows])
    owner = {number: one.id for one in new for number in one.members}
    moved = {row["number"]: owner[row["number"]] for row in rows if row["bearer"] != owner[row["number"]]}
    move_profiles(db, moved)
    change.moved.update(moved)
    kept = load_bearers(db, "name", [name])
    old = [_bearer(one) for one in kept]
    change.clusters.update(one.cluster for one in kept if one.cluster)
    if set(old) == set(new):
        return
    change.names[name] = kept
    change.longer.update(old, new)
    change.cores.update(one.core for one in kept if one.core)
    before, after = block_keys(old), block_keys(new)
    for key in before ^ after:
        change.pairs.update(pairs_between(db, key, name, blocks.LARGEST))
    write_keys(db, name, before | shelf_keys(old), after | shelf_keys(new))
    # A short name has a core only if there is nobody whom it could mean.
    joins = name[0] in (FULL, BODY)
    write_bearers(db, kept, [Kept(b.id, name, dump_profile(b.profile), b.alone, core=b.id if joins and not b.alone else None) for b in new])


# Links and what they hold together


def _link(db: Database, change: _Change) -> None:
    """Compare names whose bearers have changed with those that share a key with them."""
    stale = set(change.names)
    for pair in sorted(change.pairs):
        if not stale.issuperset(pair) and list(_links(*(list(map(_bearer, load_bearers(db, "name", [name]))) for name in pair))):
            stale.update(pair)
    bearers = _by_name(load_bearers(db, "name", stale))
    gone = {one.id for kept in change.names.values() for one in kept}
    ids = gone | {one.id for own in bearers.values() for one in own}
    change.linked |= ids | {end for link in load_links(db, ids) for end in (link.a, link.b)}
    drop_links(db, ids)
    for name, own in sorted(bearers.items()):
        near = {one for one in near_names(db, name, block_keys(own), blocks.LARGEST) if one not in stale or one >= name}
        links = [link for others in _by_name(load_bearers(db, "name", near)).values() for link in _links(own, others)]
        write_links(db, links)
        change.linked.update(end for link in links for end in (link.a, link.b))


def _by_name(kept: Iterable[Kept]) -> dict[str, list[Bearer]]:
    out: dict[str, list[Bearer]] = defaultdict(list)
    for one in kept:
        out[one.name].append(_bearer(one))
    return out


def _links(own: Iterable[Bearer], others: Sequence[Bearer]) -> Iterator[Link]:
    for a in own:
        for b in others:
            if a.id != b.id and (score := compare_bearers(a, b)) >= SAME:
                yield Link(min(a.id, b.id), max(a.id, b.id), score, ())


def _parted(db: Database, seeds: Iterable[str], kind: str) -> Iterator[tuple[Kept, str]]:
    """All bearers of a kind that hang together with some of them, each with its core as the links are now; only those that have one."""
    known = {one.id: one for one in load_bearers(db, "id", seeds) if one.name[0] == kind and one.core}
    left = set(known)
    while left:
        seen: set[str] = set()
        held: set[Link] = set()
        new = {min(left)}
        while new:
            seen |= new
            links = load_links(db, sorted(new))
            others = {end for link in links for end in (link.a, link.b)} - known.keys()
            known |= {one.id: one for one in load_bearers(db, "id", others) if one.core}
            held.update(link for link in links if link.a in known and link.b in known)
            new = {end for link in held for end in (link.a, link.b)} - seen
        left -= seen
        for cluster in join_bearers((_bearer(known[key]) for key in seen), {(link.a, link.b): link.score for link in held}):
            core = min(bearer.id for bearer in cluster)
            yield from ((known[bearer.id], core) for bearer in cluster)


def _join(db: Database, change: _Change) -> None:
    """Part anew what hangs together with names that have changed: full names, and names of bodies."""
    for kind in (FULL, BODY):
        for kept, core in list(_parted(db, change.linked, kind)):
            if kept.core != core or kept.name in change.names:
                change.cores.update(filter(None, (kept.core, core)))
            if kept.core != core or (kind == FULL and kept.cluster != core):
                _place(db, kept, replace(kept, core=core, cluster=core if kind == FULL else kept.cluster), change)
    change.longer.update(map(_bearer, load_bearers(db, "core", change.cores)))


def _place(db: Database, old: Kept, new: Kept, change: _Change) -> None:
    """Keep which actor of the record a bearer is."""
    if new != old:
        place_bearer(db, new)
        change.shapes.update(filter(None, (old.cluster, new.cluster)))
        if new.name[0] == INITIALS:
            change.longer.add(_bearer(new))
        if new.scattered != old.scattered:
            change.moved.update(row["number"] for row in profiles_by(db, "bearer", [new.id]))


# What shorter names mean


def _mean_bodies(db: Database, change: _Change) -> None:
    """See which longer name of a body each short one means, where either has changed."""
    known: dict[str, list[Kept]] = {}
    meant: dict[str, str | None] = {}

    def members(core: str) -> list[Kept]:
        if core not in known:
            known[core] = load_bearers(db, "core", [core])
        return known[core]

    def cores_of(keys: Iterable[str]) -> set[str]:
        return {one.core for one in load_bearers(db, "name", names_of_keys(db, keys)) if one.core}

    def callers(keys: Iterable[str]) -> set[str]:
        return cores_of({CALLED + key.removeprefix(FORM) for key in keys if key[0] == FORM})

    def mean(core: str) -> str | None:
        if core not in meant:
            own = [_bearer(one) for one in members(core)]
            forms = {FORM + key.removeprefix(CALLED) for key in shelf_keys(own) if key[0] == CALLED}
            found = sorted(cores_of(forms) - {core}) if forms else []
            fits = (other for other in found if could_mean(own, [_bearer(one) for one in members(other)]))
            first, second = next(fits, None), next(fits, None)
            meant[core] = first if second is None else None
        return meant[core]

    cores = {one.core for one in load_bearers(db, "core", change.cores) if one.core and one.name[0] == BODY}
    cores |= callers(shelf_keys(one for one in change.longer if one.kind == BODY))
    cores |= callers(shelf_keys(_bearer(one) for core in sorted(cores) for one in members(core)))
    for core in sorted(cores):
        longer = mean(core)
        cluster = longer if longer and mean(longer) is None else core
        for one in members(core):
            _place(db, one, replace(one, cluster=cluster), change)


def _mean_people(db: Database, kind: str, change: _Change) -> None:
    """See whom each short name of a kind means, where it or one whom it can mean has changed."""
    shelves, meant = _Shelf(db, FULL if kind == INITIALS else FULL + INITIALS), dict[str, Meant]()
    shelf = Shelf(lambda word: shelves.look(SURNAME, word), lambda word: shelves.look(GIVEN, word), shelves.cluster_of)
    names = {name for name in change.names if name[0] == kind}
    for longer in sorted(change.longer, key=lambda one: one.id):
        keys = {kind + key[2:] for key in shelf_keys([longer])}
        names.update(name for name in names_of_keys(db, keys) if can_be_short(words_of(name), longer.profile.name))
    placed: dict[str, Kept] = {}
    for kept in load_bearers(db, "name", names):
        bearer = _bearer(kept)
        called = bearer.profile.name
        if called not in meant:
            meant[called] = find_meant(called, shelf)
        fits = choose_meant(bearer.profile, meant[called])
        if fits is None:
            new = replace(kept, scattered=True, core=None, cluster=None)
        elif fits:
            new = replace(kept, scattered=False, core=None, cluster=shelves.label_of(fits[0]))
        else:
            new = replace(kept, scattered=False, core=kept.core or kept.id)
        _place(db, kept, new, change)
        placed[kept.id] = kept
    linked = placed.keys() | change.linked
    linked |= {end for link in load_links(db, placed) for end in (link.a, link.b)}
    for kept, core in list(_parted(db, linked, kind)):
        placed.setdefault(kept.id, kept)
        _place(db, kept, replace(kept, core=core, cluster=core), change)
    if kind == INITIALS:
        change.shapes.update(one.cluster for name in names & change.names.keys() for one in change.names[name] if one.cluster)
        change.longer.update(_bearer(one) for one in load_bearers(db, "cluster", change.shapes) if one.name[0] in (FULL, INITIALS))


class _Shelf:
    """Longer names in the record, looked up by shorter ones, with their clusters."""

    def __init__(self, db: Database, kinds: str) -> None:
        self._db = db
        self._kinds = kinds
        self._kept: dict[str, Kept] = {}
        self._clusters: dict[str, list[Bearer]] = {}

    def look(self, side: str, word: str) -> Iterator[Bearer]:
        """Those who bear a name that shares a key with a word, as the surname or as the first name."""
        for names in some_names(self._db, {side + kind + key for kind in self._kinds for key in blocks.keys_of_surname(word)}):
            for kept in load_bearers(self._db, "name", names):
                self._kept[kept.id] = kept
                yield _on_shelf(kept)

    def cluster_of(self, bearer: Bearer) -> Cluster:
        """The longer names that are one actor with somebody who was found."""
        label = self._kept[bearer.id].cluster
        if bearer.alone or label is None:
            return [bearer]
        if label not in self._clusters:
            kept = [one for one in load_bearers(self._db, "cluster", [label]) if one.name[0] in self._kinds]
            self._kept |= {one.id: one for one in kept}
            self._clusters[label] = [_on_shelf(one) for one in kept]
        return self._clusters[label]

    def label_of(self, cluster: Cluster) -> str | None:
        """By what a cluster goes."""
        return self._kept[cluster[0].id].cluster


def _on_shelf(kept: Kept) -> Bearer:
    return replace(_bearer(kept), alone=kept.alone or kept.scattered)


# Who stands for a cluster


def _stand(db: Database, change: _Change) -> set[str]:
    """Let the actor of the fullest name stand for each cluster that is not what it was; returns those who stand for them."""
    rows = profiles_by(db, "number", change.profiles | change.moved)
    bearers = {one.id: one for one in load_bearers(db, "id", {row["bearer"] for row in rows if row["bearer"]})}
    heads: set[str] = set()
    labels = change.clusters | change.shapes
    for row in rows:
        bearer = bearers.get(row["bearer"])
        if bearer and bearer.cluster:
            labels.add(bearer.cluster)
        else:
            scatter(db, row["number"], new_only=row["number"] not in change.moved)
    for label in sorted(labels):
        members = profiles_by(db, "bearer", [one.id for one in load_bearers(db, "cluster", [label])])
        if members:
            heads.add(head := _head(db, members))
            write_head(db, [row["number"] for row in members], head)
    return heads


def _head(db: Database, members: Sequence[Row]) -> str:
    """The actor who stands for a cluster: of the fullest name, of equals the one used most, then the smallest id."""
    told = {row["number"]: _load(row["told"]) for row in members}
    used: Counter[str] = Counter()
    for row in members:
        used[told[row["number"]].name] += row["actors"]
    ranks = {
        row["number"]: rank_head(one.name, one.person, _load(row["settled"]).person, used[one.name])
        for row in members
        for one in [told[row["number"]]]
    }
    best = min(ranks.values())
    return min(first_actor(db, number) for number, rank in ranks.items() if rank == best)
