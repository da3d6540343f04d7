"""Bearers of names in the record: which are compared when names come and go, and what links between them hold together."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.resolving.actors import blocks
from onrecord.resolving.actors.bearers import BODY, FULL, INITIALS, Bearer, block_keys, words_of
from onrecord.resolving.actors.joining import compare_bearers, join_bearers
from onrecord.resolving.actors.likeness import SAME, Profile
from onrecord.resolving.actors.sieves import are_worth_comparing
from onrecord.store.bearers import Kept, load_bearers, near_names, place_bearer
from onrecord.store.database import Database
from onrecord.store.groups import Link, drop_links, load_links, write_links
from onrecord.store.profiles import profiles_by


@dataclass
class Change:
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


def dump_profile(profile: Profile) -> str:
    """A profile as the record keeps it."""
    values = (profile.name, profile.person, profile.party, profile.role, profile.gender, profile.country)
    return json.dumps(values, ensure_ascii=False)


@lru_cache(maxsize=1_024)
def load_profile(text: str) -> Profile:
    """The profile that the record keeps so."""
    return Profile(*json.loads(text))


def bearer_of(kept: Kept) -> Bearer:
    """Somebody who bears a name, as the record keeps it."""
    return Bearer(kept.id, kept.name, load_profile(kept.profile), kept.alone)


# Links and what they hold together


def link_names(db: Database, change: Change) -> None:
    """Compare names whose bearers have changed with those that share a key with them."""
    stale = set(change.names)
    pairs = [pair for pair in sorted(change.pairs) if not stale.issuperset(pair) and _could_link(*pair)]
    borne = _by_name(load_bearers(db, "name", {name for pair in pairs for name in pair}))
    for one, other in pairs:
        if not stale.issuperset((one, other)) and any(_links(borne[one], borne[other])):
            stale.update((one, other))
    bearers = _by_name(load_bearers(db, "name", stale))
    gone = {one.id for kept in change.names.values() for one in kept}
    ids = gone | {one.id for own in bearers.values() for one in own}
    change.linked |= ids | {end for link in load_links(db, ids) for end in (link.a, link.b)}
    drop_links(db, ids)
    for name, own in sorted(bearers.items()):
        near = [one for one in near_names(db, name, block_keys(own), blocks.LARGEST) if one not in stale or one >= name]
        near = [one for one in near if _could_link(name, one)]
        links = [link for others in _by_name(load_bearers(db, "name", near)).values() for link in _links(own, others)]
        write_links(db, links)
        change.linked.update(end for link in links for end in (link.a, link.b))


def _could_link(one: str, other: str) -> bool:
    """Whether two names of a block are worth looking at those who bear them."""
    return one[0] != FULL or are_worth_comparing(words_of(one), words_of(other))


def _by_name(kept: Iterable[Kept]) -> dict[str, list[Bearer]]:
    out: dict[str, list[Bearer]] = defaultdict(list)
    for one in kept:
        out[one.name].append(bearer_of(one))
    return out


def _links(own: Iterable[Bearer], others: Sequence[Bearer]) -> Iterator[Link]:
    for a in own:
        for b in others:
            if a.id != b.id and (score := compare_bearers(a, b)) >= SAME:
                yield Link(min(a.id, b.id), max(a.id, b.id), score, ())


def part_bearers(db: Database, seeds: Iterable[str], kind: str) -> Iterator[tuple[Kept, str]]:
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
        for cluster in join_bearers((bearer_of(known[key]) for key in seen), {(link.a, link.b): link.score for link in held}):
            core = min(bearer.id for bearer in cluster)
            yield from ((known[bearer.id], core) for bearer in cluster)


def join_names(db: Database, change: Change) -> None:
    """Part anew what hangs together with names that have changed: full names, and names of bodies."""
    for kind in (FULL, BODY):
        for kept, core in list(part_bearers(db, change.linked, kind)):
            if kept.core != core or kept.name in change.names:
                change.cores.update(filter(None, (kept.core, core)))
            if kept.core != core or (kind == FULL and kept.cluster != core):
                place(db, kept, replace(kept, core=core, cluster=core if kind == FULL else kept.cluster), change)
    change.longer.update(map(bearer_of, load_bearers(db, "core", change.cores)))


def place(db: Database, old: Kept, new: Kept, change: Change) -> None:
    """Keep which actor of the record a bearer is."""
    if new != old:
        place_bearer(db, new)
        change.shapes.update(filter(None, (old.cluster, new.cluster)))
        if new.name[0] == INITIALS:
            change.longer.add(bearer_of(new))
        if new.scattered != old.scattered:
            change.moved.update(row["number"] for row in profiles_by(db, "bearer", [new.id]))
