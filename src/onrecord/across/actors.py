"""Actors of the record brought together where reports have changed: the same as bringing all of them together at once.

It goes by the steps of `resolving.actors`, each with what it depends on. Who bears a name depends on what is told under it. Which full
names join depends on names that share a key with them, and on links from there. What a shorter name means depends on the clusters of
names that it could be short for; nothing depends on it but names that are shorter still. So a change goes from names to links, along
links to clusters, and by keys from clusters down to shorter names, and whatever it does not reach is as it was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from onrecord.across.bearers import Change, bearer_of, dump_profile, join_names, link_names, load_profile
from onrecord.across.shortnames import mean_bodies, mean_people
from onrecord.model import Actor
from onrecord.resolving.actors import blocks
from onrecord.resolving.actors.bearers import BODY, FULL, INITIALS, WORD, Told, bearers_of, block_keys, name_of, shelf_keys
from onrecord.resolving.actors.joining import rank_head
from onrecord.resolving.actors.likeness import Profile, profile_of
from onrecord.resolving.actors.naming import asked_by, asking_for, is_name, settle, told_by
from onrecord.store.bearers import Kept, load_bearers, pairs_between, write_bearers, write_keys
from onrecord.store.database import Database, Row
from onrecord.store.facts import StoredFacts
from onrecord.store.profiles import (
    changed_profiles,
    drop_profiles,
    first_actor,
    keep_changes,
    move_profiles,
    new_actors,
    orphaned_profiles,
    profiles_by,
    scatter,
    settle_profile,
    stand_alone,
    write_head,
    write_profiles,
)

#: So many new actors are looked at together.
BATCH = 5000


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
        change = Change(profiles={*orphaned, *(row["number"] for row in changed)})
        _bear(db, sorted(_settle(db, changed, change)), change)
        link_names(db, change)
        join_names(db, change)
        mean_bodies(db, change)
        for kind in (INITIALS, WORD):
            mean_people(db, kind, change)
        heads |= _stand(db, change)
        keep_changes(db)


def _profile(db: Database, actors: Sequence[Actor]) -> None:
    """Give a profile to actors that have names; the others stand for themselves."""
    told: dict[Profile, list[str]] = defaultdict(list)
    for actor in actors:
        if is_name(actor):
            told[profile_of(actor)].append(actor.id)
    stand_alone(db, {actor.id for actor in actors} - {key for ids in told.values() for key in ids})
    write_profiles(db, {dump_profile(profile): ids for profile, ids in told.items()})


# Names and their bearers


def _settle(db: Database, changed: Sequence[Row], change: Change) -> set[str]:
    """Settle profiles that are new, and those that ask for what is now told, or no more.

    Returns:
        The names under which more or less is told than before.
    """
    tells, asks = StoredFacts(db), StoredFacts(db, asked=True)
    names = {row["name"] for row in changed if row["name"]}
    gone = {row["number"]: load_profile(row["told"]) for row in changed if not row["actors"]}
    new = {row["number"]: load_profile(row["told"]) for row in changed if row["actors"] and not row["settled"]}
    flipped = tells.change(_keys(told_by, new), _keys(told_by, gone))
    asks.change(_keys(asked_by, new), _keys(asked_by, gone))
    drop_profiles(db, gone)
    asking = asks.profiles({asked for key in flipped for asked in asking_for(key, asks)})
    for row in profiles_by(db, "number", {row["number"] for row in changed if not row["settled"]} | asking):
        settled = settle(load_profile(row["told"]), tells)
        name = name_of(settled)
        if (dump_profile(settled), name) != (row["settled"], row["name"]):
            names |= {one for one in (row["name"], name) if one}
            settle_profile(db, row["number"], dump_profile(settled), name)
            change.moved.add(row["number"])
    return names


def _keys(keys_of: Callable[[Profile], frozenset[str]], profiles: Mapping[int, Profile]) -> dict[int, frozenset[str]]:
    return {number: keys_of(profile) for number, profile in profiles.items()}


def _bear(db: Database, names: Sequence[str], change: Change) -> None:
    """See who bears some names now."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in profiles_by(db, "name", names):
        told[row["name"]].append(row)
    kept: dict[str, list[Kept]] = defaultdict(list)
    for one in load_bearers(db, "name", names):
        kept[one.name].append(one)
    for name in names:
        _bear_name(db, name, told[name], kept[name], change)


def _bear_name(db: Database, name: str, rows: Sequence[Row], kept: list[Kept], change: Change) -> None:
    new = bearers_of(name, [Told(row["number"], load_profile(row["settled"]), row["actors"]) for row in rows])
    owner = {number: one.id for one in new for number in one.members}
    moved = {row["number"]: owner[row["number"]] for row in rows if row["bearer"] != owner[row["number"]]}
    move_profiles(db, moved)
    change.moved.update(moved)
    old = [bearer_of(one) for one in kept]
    change.clusters.update(one.cluster for one in kept if one.cluster)
    if set(old) == set(new):
        return
    change.names[name] = kept
    change.longer.update(old, new)
    change.cores.update(one.core for one in kept if one.core)
    before, after = block_keys(old), block_keys(new)
    change.pairs.update(pairs_between(db, name, before ^ after, blocks.LARGEST))
    write_keys(db, name, before | shelf_keys(old), after | shelf_keys(new))
    # A short name has a core only if there is nobody whom it could mean.
    joins = name[0] in (FULL, BODY)
    write_bearers(db, kept, [Kept(b.id, name, dump_profile(b.profile), b.alone, core=b.id if joins and not b.alone else None) for b in new])


# Who stands for a cluster


def _stand(db: Database, change: Change) -> set[str]:
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
    clusters = {one.id: one.cluster for one in load_bearers(db, "cluster", labels)}
    members: dict[str | None, list[Row]] = defaultdict(list)
    for row in profiles_by(db, "bearer", clusters):
        members[clusters[row["bearer"]]].append(row)
    for _, own in sorted(members.items()):
        heads.add(head := _head(db, own))
        write_head(db, [row["number"] for row in own], head)
    return heads


def _head(db: Database, members: Sequence[Row]) -> str:
    """The actor who stands for a cluster: of the fullest name, of equals the one used most, then the smallest id."""
    told = {row["number"]: load_profile(row["told"]) for row in members}
    used: Counter[str] = Counter()
    for row in members:
        used[told[row["number"]].name] += row["actors"]
    ranks = {
        row["number"]: rank_head(one.name, one.person, load_profile(row["settled"]).person, used[one.name])
        for row in members
        for one in [told[row["number"]]]
    }
    best = min(ranks.values())
    return min(first_actor(db, number) for number, rank in ranks.items() if rank == best)
