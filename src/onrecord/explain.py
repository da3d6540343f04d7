"""Why two actors of the record are one or are not, in words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from onrecord.model import Actor
from onrecord.model.judgements import Judgement
from onrecord.resolving.actors.likeness import SAME, Link, Profile, compare_actors, compare_profiles, profile_of

#: So many different ways in which reports speak of an actor are compared.
MOST = 200


@dataclass(frozen=True)
class Explanation:
    """Two actors, whether they are one, the names of them that speak most for it, with all evidence, and judgements on them.

    `through` are the names that lead from one to the other, where they are not alike enough themselves.
    """

    a: Actor
    b: Actor
    link: Link
    through: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def same(self) -> bool:
        """Whether they are one actor in the record."""
        return self.a.id == self.b.id

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        features = [{"name": f.name, "weight": f.weight, "why": f.why} for f in self.link.features]
        return {
            "a": self.a.brief(), "b": self.b.brief(), "same": self.same, "score": self.link.score, "least": SAME, "features": features,
            "through": list(self.through), "judgements": [judgement.to_json() for judgement in self.judgements],
        }  # fmt: skip

    def describe(self) -> Iterator[str]:
        """The explanation, a line for each thing that counts."""
        verdict = "are one actor" if self.same else "are two actors"
        yield f"{self.a.name} ({self.a.id}) and {self.b.name} ({self.b.id}) {verdict} in this record"
        for f in self.link.features:
            yield f"{f.weight:+.2f} {f.name}: {f.why}"
        yield f"{self.link.score:.2f} in all; from {SAME:.2f} on two are one"
        if self.judgements:
            yield from (f"judgement {judgement.describe()}" for judgement in self.judgements)
        elif self.same and not self.link.same:
            yield f"they are one through {' → '.join(self.through)}" if self.through else "they are one through other names in the record"
        elif self.link.same and not self.same:
            yield "they are two all the same: one name fits others in the record as well, or another name of theirs contradicts"


def explain_actors(
    a: Actor, b: Actor, mine: Sequence[Actor], theirs: Sequence[Actor], judgements: tuple[Judgement, ...] = ()
) -> Explanation:
    """Why two actors are one or are not: the likest pair of what reports call them.

    Args:
        a: one actor of the record, `b` the other.
        b: see `a`.
        mine: the first as it stands in reports, with the words of its mentions; `theirs` the other.
        theirs: see `mine`.
        judgements: those that stand on either.
    """
    pairs = product(_different(mine), _different(theirs))
    link = max((compare_actors(x, y) for x, y in pairs), key=lambda one: (one.score, len(one.features)))
    through = _path(_different(mine), _different(theirs)) if a.id == b.id and not link.same else ()
    return Explanation(a, b, link, through, judgements)


def _different(actors: Sequence[Actor]) -> list[Actor]:
    found: dict[Profile, Actor] = {}
    for actor in sorted(actors, key=lambda one: one.id):
        found.setdefault(profile_of(actor), actor)
    return list(found.values())[:MOST]


def _path(mine: Sequence[Actor], theirs: Sequence[Actor]) -> tuple[str, ...]:
    """The shortest way from one name to another by names that are alike."""
    profiles = {profile_of(actor): actor.name for actor in (*mine, *theirs)}
    start, ends = profile_of(mine[0]), {profile_of(actor) for actor in theirs}
    came: dict[Profile, Profile | None] = {start: None}
    queue = deque([start])
    while queue:
        at: Profile | None = queue.popleft()
        if at in ends:
            way: list[str] = []
            while at is not None:
                way.append(profiles[at])
                at = came[at]
            return tuple(reversed(way))
        for other in profiles:
            if at is not None and other not in came and compare_profiles(at, other).same:
                came[other] = at
                queue.append(other)
    return ()
