"""Entries in which every actor goes by its id in the record, not in the report; clusters of actors as judgements leave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Actor, Entries
from onrecord.model.judgements import Verdict


def judge_clusters(found: Mapping[str, str], names: Mapping[str, str], verdicts: Sequence[Verdict]) -> dict[str, str]:
    """Clusters as the machine found them, changed to what people have decided.

    What is judged to be one is one, with everything else in its clusters. Where a cluster then holds what is judged to be
    apart, it falls into what the judgements make one; the rest of it goes to the only one of them that has its name, or else
    stands for itself.

    Args:
        found: actor id → id of the actor that stands for its cluster.
        names: actor id → name.
        verdicts: judgements that stand and do not contradict each other.
    """
    joined = _join_all(found, verdicts)
    apart: dict[str, set[str]] = defaultdict(set)
    judged = _join_all({key: key for key in found}, verdicts)
    for verdict in verdicts:
        if verdict.apart and len(verdict.sides) == 2:
            for a in verdict.sides[0]:
                for b in verdict.sides[1]:
                    apart[judged[a]].add(judged[b])
                    apart[judged[b]].add(judged[a])
    members: dict[str, list[str]] = defaultdict(list)
    for key, head in joined.items():
        members[head].append(key)
    sure = {key for verdict in verdicts for side in verdict.sides for key in side}
    for cluster in members.values():
        seeds = sorted({judged[key] for key in cluster if key in sure})
        if any(apart[a] & set(seeds) for a in seeds):
            joined |= _part(sorted(cluster), seeds, judged, apart, names)
    return joined


def _join_all(found: Mapping[str, str], verdicts: Sequence[Verdict]) -> dict[str, str]:
    """The clusters after what each side of each judgement makes one; the head that comes first stands for the whole."""
    of = dict(found)

    def head(key: str) -> str:
        while of[key] != key:
            key = of[key]
        return key

    for verdict in verdicts:
        for side in verdict.sides:
            heads = list(dict.fromkeys(head(key) for key in sorted(side)))
            of |= dict.fromkeys(heads, heads[0]) if heads else {}
    return {key: head(key) for key in found}


def _part(
    cluster: Sequence[str], seeds: Sequence[str], judged: Mapping[str, str], apart: Mapping[str, set[str]], names: Mapping[str, str]
) -> dict[str, str]:
    """The members of a torn cluster, each with the head of its part."""
    heads: list[list[str]] = []
    for seed in seeds:
        place = next((part for part in heads if not apart[seed] & set(part)), None)
        if place is None:
            heads.append([seed])
        else:
            place.append(seed)
    of = {seed: part[0] for part in heads for seed in part}
    known: dict[str, set[str]] = defaultdict(set)
    for key in cluster:
        if judged[key] in of:
            known[names[key]].add(of[judged[key]])
    out = {}
    for key in cluster:
        fits = known.get(names[key], set())
        out[key] = of[judged[key]] if judged[key] in of else next(iter(fits)) if len(fits) == 1 else key
    return out


def unite_actors(entries: Entries, clusters: Mapping[str, str], confirmed: Collection[str] = ()) -> Entries:
    """Give every actor the id of its cluster; names stay those of the report.

    Actors of one report that fall together become one: it has the name of the one that stands for the cluster, or else
    of the first, and the mentions of all.

    Args:
        entries: what the record holds of one report.
        clusters: actor id → id of the actor that stands for its cluster.
        confirmed: the ids, in the record, of actors on which a judgement stands.
    """

    def find(actor: str) -> str:
        return clusters.get(actor, actor)

    groups: dict[str, list[Actor]] = defaultdict(list)
    for actor in entries.actors:
        groups[find(actor.id)].append(actor)
    return replace(
        entries,
        actors=tuple(replace(_unite(key, group), confirmed=key in confirmed) for key, group in groups.items()),
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
