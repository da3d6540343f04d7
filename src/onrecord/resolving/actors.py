"""The same actor in several reports: clusters of actors by name, the same whatever the order of the reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.model import Actor
from onrecord.resolving.casting import SAME
from onrecord.resolving.names import Likeness, compare_bodies, compare_people, fold

BODIES = frozenset({"organization", "country", "group", "outlet", "place"})


def merge_actors(actors: Sequence[Actor]) -> dict[str, str]:
    """Actor id → id of the actor that stands for its cluster.

    Persons with at least two names in common join, and bodies of one name; a surname alone joins only if it fits one
    full name in the record. Unnamed sources never join. The fullest name stands for the cluster, then the smallest id.
    """
    out = {actor.id: actor.id for actor in actors}
    for same_kind, compare in ((_people(actors), compare_people), (_bodies(actors), compare_bodies)):
        for cluster in _cluster(same_kind, compare):
            for actor in cluster:
                out[actor.id] = cluster[0].id
    return out


def _people(actors: Iterable[Actor]) -> list[Actor]:
    return _ordered(a for a in actors if a.type == "person" and fold(a.name) and a.name[:1].isupper())


def _bodies(actors: Iterable[Actor]) -> list[Actor]:
    return _ordered(a for a in actors if a.type in BODIES and any(c.isupper() for c in a.name))


def _ordered(actors: Iterable[Actor]) -> list[Actor]:
    return sorted(actors, key=lambda a: (-len(fold(a.name)), a.name, a.id))


def _cluster(actors: Sequence[Actor], compare: Callable[[str, str], Likeness]) -> Iterable[list[Actor]]:
    """Greedy clusters, fullest names first; only clusters that share the beginning of a word are compared."""
    clusters: list[list[Actor]] = []
    blocks: dict[str, list[int]] = defaultdict(list)
    by_name: dict[tuple[str, str | None], int] = {}
    for actor in actors:
        known = by_name.get((actor.name, actor.party))
        if known is None:
            keys = {word[:2] for word in fold(actor.name)}
            near = sorted({n for key in keys for n in blocks[key]})
            fits = [n for n in near if _same(actor, clusters[n][0], compare)]
            if fits and (len(fold(actor.name)) > 1 or len(fits) == 1):
                known = fits[0]
            else:
                known = len(clusters)
                clusters.append([])
                for key in keys:
                    blocks[key].append(known)
            by_name[actor.name, actor.party] = known
        clusters[known].append(actor)
    return clusters


def _same(a: Actor, b: Actor, compare: Callable[[str, str], Likeness]) -> bool:
    """Alike in name; where the sides differ, the names must be equal word for word."""
    if a.party and b.party and a.party != b.party:
        return fold(a.name) == fold(b.name) and len(fold(a.name)) > 1
    return compare(a.name, b.name).score >= SAME
class _L:
    def __init__(self,l): self.same=l.score>=SAME; self.l=l
    def explain(self): return str(self.l)
def compare_actors(a,b):
    return _L((compare_people if a.type=='person' else compare_bodies)(a.name,b.name))
