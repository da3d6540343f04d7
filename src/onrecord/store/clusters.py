"""Entries in which every actor goes by its id in the record, not in the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Actor, Entries


def unite_actors(entries: Entries, clusters: Mapping[str, str]) -> Entries:
    """Give every actor the id of its cluster; names stay those of the report.

    Actors of one report that fall together become one: it has the name of the one that stands for the cluster, or else
    of the first, and the mentions of all.

    Args:
        entries: what the record holds of one report.
        clusters: actor id → id of the actor that stands for its cluster.
    """

    def find(actor: str) -> str:
        return clusters.get(actor, actor)

    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in entries.actors:
        groups[find(actor.id)].append(actor)
    return replace(
        entries,
        actors=tuple(_unite(key, group) for key, group in groups.items()),
        statements=tuple(
            replace(
                s,
                speaker=s.speaker and find(s.speaker),
                via=tuple(replace(relay, actor=find(relay.actor)) for relay in s.via),
            )
            for s in entries.statements
        ),
        contacts=tuple(replace(c, parties=tuple(dict.fromkeys(map(find, c.parties))), by=c.by and find(c.by)) for c in entries.contacts),
    )


def _unite(key: str, group: Sequence[Actor]) -> Actor:
    first, *others = sorted(group, key=lambda actor: actor.id != key)
    return replace(
        first,
        id=key,
        role=next((actor.role for actor in (first, *others) if actor.role), None),
        party=next((actor.party for actor in (first, *others) if actor.party), None),
        side=next((actor.side for actor in (first, *others) if actor.side), None),
        mentions=tuple(sorted({span for actor in group for span in actor.mentions})),
        why=tuple(dict.fromkeys(reason for actor in (first, *others) for reason in actor.why)),
    )
