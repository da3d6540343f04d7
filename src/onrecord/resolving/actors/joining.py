"""Which bearers of names are one actor: full names that are alike join, and shorter ones join the only one whom they fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.resolving.actors.bearers import Bearer, order_of
from onrecord.resolving.actors.likeness import APART, SAME, Profile, compare_profiles
from onrecord.resolving.names.genders import given_genders
from onrecord.resolving.names.names import compare_people, fold
from onrecord.resolving.names.spelling import person_name

#: A short name that more actors than these could have is nobody's.
MOST = 24
#: So many names of a cluster, those that joined first, are looked at for contradictions.
CLOSEST = 8
#: A first name that lists do not know, and that nobody else in the record has, is as good as this much more.
RARE = 0.25

Cluster = Sequence[Bearer]


def compare_bearers(a: Bearer, b: Bearer) -> float:
    """How surely two are one, in [0, 1], whichever comes first; 0 if either could be any of several."""
    if a.alone or b.alone:
        return 0.0
    return _score(a.profile, b.profile)


def join_bearers(bearers: Iterable[Bearer], links: Mapping[tuple[str, str], float]) -> list[list[Bearer]]:
    """Clusters of bearers, the likest joining first, as long as no two of a cluster contradict each other (complete linkage).

    Args:
        bearers: with all that hang together with them by links.
        links: ids of two, the smaller first, that are enough like each other to be one, with the score of `compare_bearers`.
    """
    ordered = sorted(bearers, key=lambda bearer: (*bearer.order, bearer.id))
    place = {bearer.id: n for n, bearer in enumerate(ordered)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in links.items():
        near[place[one]][place[other]] = near[place[other]][place[one]] = score
    torn = {n for n, others in near.items() if _is_torn(others, ordered)}
    pairs = sorted((-score, a, b) for a, others in near.items() for b, score in others.items() if a < b)
    clusters = {n: [n] for n in range(len(ordered))}
    owner = list(range(len(ordered)))
    for _, a, b in pairs:
        p, q = owner[a], owner[b]
        if p == q or torn & {a, b}:
            continue
        if all(_agree(ordered[x], ordered[y]) for x in clusters[p][:CLOSEST] for y in clusters[q][:CLOSEST]):
            clusters[p] += clusters.pop(q)
            for n in clusters[p]:
                owner[n] = p
    return [[ordered[n] for n in members] for members in clusters.values()]


def _is_torn(near: Mapping[int, float], bearers: Sequence[Bearer]) -> bool:
    """Whether somebody is like two that contradict each other: then it is neither, for all that can be told."""
    some = sorted(near, key=lambda n: (-near[n], n))[:CLOSEST]
    return any(not _agree(bearers[a], bearers[b]) for n, a in enumerate(some) for b in some[n + 1 :])


def _agree(a: Bearer, b: Bearer) -> bool:
    return _score(a.profile, b.profile) >= APART


def _score(a: Profile, b: Profile) -> float:
    first, second = sorted((a, b), key=order_of)
    return compare_profiles(first, second).score


# Short names


@dataclass(frozen=True)
class Shelf:
    """Where longer names are looked up by the words of shorter ones, as a surname or as a first name; and the cluster of each."""

    by_surname: Callable[[Sequence[str]], Iterable[Bearer]]
    by_given: Callable[[Sequence[str]], Iterable[Bearer]]
    cluster_of: Callable[[Bearer], Cluster]


@dataclass(frozen=True)
class Meant:
    """The clusters that a short name can mean, by names alone; None for more than `MOST`."""

    surnames: Sequence[Cluster] | None
    given: Sequence[Cluster] | None


def find_meant(name: str, shelf: Shelf) -> Meant:
    """The clusters of which a name is the surname, or else of which it is the first name."""
    words = person_name(name).words
    surnames = _named(name, shelf.by_surname(words), SAME, shelf)
    given = _named(name, shelf.by_given(words), APART, shelf) if len(words) == 1 and surnames == [] else []
    return Meant(surnames, given)


def can_be_short(name: str, longer: str) -> bool:
    """Whether a name can be short for a longer one, as its surname or as its first name."""
    return compare_people(*sorted((name, longer))).score >= APART


def _named(name: str, bearers: Iterable[Bearer], least: float, shelf: Shelf) -> list[Cluster] | None:
    out: dict[str, Cluster] = {}
    for bearer in bearers:
        if compare_people(*sorted((name, bearer.profile.name))).score >= least:
            cluster = shelf.cluster_of(bearer)
            out[cluster[0].id] = cluster
            if len(out) > MOST:
                return None
    return list(out.values())


def choose_meant(profile: Profile, meant: Meant) -> list[Cluster] | None:
    """The clusters that somebody of a short name can be, by all that is told of them: none, one, or None for any of several."""
    for clusters, least in ((meant.surnames, SAME), (meant.given, SAME - (0.0 if profile.name in given_genders() else RARE))):
        if clusters is None:
            return None
        fits = [cluster for cluster in clusters if _fits(profile, cluster, least)]
        if fits:
            return fits if len(fits) == 1 and not fits[0][0].alone else None
    return []


def _fits(profile: Profile, cluster: Cluster, least: float) -> bool:
    scores = [_score(profile, bearer.profile) for bearer in cluster]
    return max(scores) >= least and min(scores) >= APART


def could_mean(short: Cluster, long: Cluster) -> bool:
    """Whether a body that is called for short so can be another, if nobody else in the record can."""
    return max(_score(a.profile, b.profile) for a in short for b in long) >= SAME - RARE


# Heads


def rank_head(name: str, person: bool, cluster_person: bool, used: int) -> tuple[object, ...]:
    """The rank of a name among those of a cluster: of its kind first, the fullest, of equals the one used most.

    Args:
        name: as reports have it.
        person: whether reports take it for a person's.
        cluster_person: whether it is one, as the record knows.
        used: by how many actors of reports in the cluster.
    """
    words = sum(len(word) > 1 for word in fold(name))
    return person != cluster_person, -min(words, 3), -used, -words, -len(name), name
