"""Tellings of one contact: what two reports tell of one occasion, and groups that keep two occasions apart.

Two contacts are linked if their kinds can be one, nobody took part who cannot have, their days fit, and enough speaks for one
occasion: the day, the round, the place, the time of the reports. What differs in a round's number is never one. Of links that
contradict each other the surer holds, and what could be a telling of two occasions and is nearer to neither stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import combinations

from onrecord.across.course import PHASES
from onrecord.across.days import Fit, are_days_apart, compare_days, of_one_round
from onrecord.across.finding import FAMILIES, alike_key, find_alike, keys_of, lookups_of
from onrecord.across.parties import Meeting, match_loosely, match_parties
from onrecord.model.entries import FALLEN, GIVEN, JOURNEYS, TALKS, TOOK_PLACE
from onrecord.store.database import Database
from onrecord.store.groups import Link, Part
from onrecord.store.tellings import Telling, find_by_sketch, find_reports, load_tellings, write_sketches
from onrecord.store.words import fold_words

#: What must speak for one occasion where the actors are the same, and where only the sides are.
NEEDED, NEEDED_OF_SIDES = 1.0, 2.0
#: Points for days that are one, or two or three that overlap; and for a part of a month.
ONE_DAY, FEW_DAYS = 3.0, 2.0
#: Points beyond which a link is as sure as it can be; and how sure it is where parties do not fit as they should.
SURE, LOOSE = 8.0, 0.75


def compare_tellings(a: Telling, b: Telling) -> Link | None:
    """The link between two contacts that are tellings of one; None if they are not, or too little says so."""
    if a.id > b.id:
        a, b = b, a
    if not _can_be_one(a, b):
        return None
    days, place = compare_days(a, b), _compare_places(a.place, b.place)
    if days is None:
        return None
    whole = match_parties(a, b)
    met = whole or (match_loosely(a, b) if _are_pinned(a, b, days, place) else None)
    if met is None:
        return None
    why = [met.why, days.why]
    points = days.points
    needed = _needed(a, b, met)
    if of_one_round(a, b):
        points += 2.5
        why.append(f"both of round {a.round}")
    if a.status == b.status and a.status in FALLEN:
        points += 0.5
        why.append(f"both {a.status}")
    if place:
        points += 1.5
        why.append(f"in the same place: {a.place}")
    elif place is False:
        points -= 1.5
        why.append(f"in different places: {a.place}, {b.place}")
    if a.kind in GIVEN and met.whole and [p.who for p in a.parties] != [p.who for p in b.parties]:
        points -= 1.5
    if points < needed:
        return None
    sure = min(1.0, (points + met.same + 0.5 * met.sided) / SURE)
    return Link(a.id, b.id, round(sure if whole else LOOSE * sure, 3), tuple(why))


def link_contacts(db: Database, contacts: Sequence[str]) -> Iterator[Link]:
    """The links that hold some contacts of the record to others.

    Tellings that are alike in all that is compared are linked to the first of them, and that one to the first of each other kind of
    telling: so a thousand reports of one meeting have thousands of links, not a million.
    """
    left = find_alike(db, contacts)
    told = load_tellings(db, sorted({*contacts, *left}))
    write_sketches(db, {key: set() for key in contacts} | {key: keys_of(telling) for key, telling in told.items()})
    alike = find_by_sketch(db, {alike_key(telling) for telling in told.values()})
    reports = find_reports(db, sorted({key for keys in alike.values() for key in keys}))
    heads = {}
    for key, telling in told.items():
        same = [other for other in sorted(alike[alike_key(telling)]) if other != key and other in reports]
        before = [other for other in same if other < key and reports[other] == telling.report]
        fellows = [other for other in same if reports[other] != telling.report]
        nearest = load_tellings(db, (before or fellows)[:1])
        links = [link for other in nearest.values() if (link := compare_tellings(telling, other))]
        yield from links
        if not before and (not links or key < fellows[0]):
            heads[key] = telling
    yield from _link_heads(db, heads)


def _link_heads(db: Database, heads: Mapping[str, Telling]) -> Iterator[Link]:
    """The links of the first ones of their kind with the first of each other kind.

    What a report tells a second time in just the same way is linked to nothing else: nobody can say which of the two is meant.
    """
    wanted = {key: lookups_of(telling) for key, telling in heads.items()}
    found = find_by_sketch(db, {number for numbers in wanted.values() for number in numbers})
    near = {key: {other for number in numbers for other in found.get(number, ())} - {key} for key, numbers in wanted.items()}
    others = load_tellings(db, sorted({*heads, *(other for those in near.values() for other in those)}))
    kinds = {key: alike_key(telling) for key, telling in others.items()}
    first: dict[tuple[int, str], str] = {}
    for key in sorted(others):
        first.setdefault((kinds[key], others[key].report), key)
    firsts = set(first.values())
    recognized = {key for key in firsts if is_recognized(others[key])}
    for key, telling in heads.items():
        seen = {kinds[key]} if key in recognized else set()
        for other in sorted(near[key] & firsts):
            if kinds[other] not in seen and (link := compare_tellings(telling, others[other])):
                yield link
            if other in recognized:
                seen.add(kinds[other])


def is_recognized(telling: Telling) -> bool:
    """Whether another report that tells just the same is of the same contact."""
    return compare_tellings(telling, replace(telling, id=f"{telling.id}+", report="")) is not None


def part_contacts(db: Database) -> Part:
    """What parts contacts that links hold together, by what the record tells of them."""
    return lambda contacts, links: part_tellings(load_tellings(db, contacts), contacts, links)


def part_tellings(told: Mapping[str, Telling], contacts: Sequence[str], links: Sequence[Link]) -> dict[str, str]:
    """Each contact's group, called by its smallest id: the surest links join first, and never two that are apart."""
    units = _unite_alike(told, contacts)
    reports = {head: {told[key].report: key for key in keys} for head, keys in units.items() if head in told}
    head_of = {key: head for head, keys in units.items() for key in keys}

    @cache
    def apart(a: str, b: str) -> bool:
        shared = reports[a].keys() & reports[b].keys()
        pairs = [(reports[a][report], reports[b][report]) for report in shared]
        return are_apart(told[a], replace(told[b], report="")) or any(are_apart(told[x], told[y]) for x, y in pairs)

    between: dict[tuple[str, str], float] = {}
    for link in links:
        pair = tuple(sorted((head_of[link.a], head_of[link.b])))
        if pair[0] != pair[1]:
            between[pair[0], pair[1]] = max(link.score, between.get((pair[0], pair[1]), 0.0))
    between = {pair: score for pair, score in between.items() if not apart(*pair)}
    unsure = _unsure(between, apart)
    groups = {head: [head] for head in units}
    for (a, b), _ in sorted(between.items(), key=lambda item: (-item[1], item[0])):
        one, other = groups[a], groups[b]
        if one is not other and not {a, b} & unsure and not any(apart(min(x, y), max(x, y)) for x in one for y in other):
            one += other
            groups |= dict.fromkeys(other, one)
    return {key: min(groups[head]) for key, head in head_of.items()}


def _unite_alike(told: Mapping[str, Telling], contacts: Sequence[str]) -> dict[str, list[str]]:
    """The first of each kind of telling, with all that tell the same in other reports."""
    units: dict[str, list[str]] = {}
    heads: dict[int, str] = {}
    reports: set[tuple[str, str]] = set()
    for key in sorted(told.keys() & set(contacts)):
        telling = told[key]
        head = heads.setdefault(alike_key(telling), key) if is_recognized(telling) else key
        head = key if (head, telling.report) in reports else head
        units.setdefault(head, []).append(key)
        reports.add((head, telling.report))
    return units | {key: [key] for key in contacts if key not in told}


def _unsure(links: Mapping[tuple[str, str], float], apart: Callable[[str, str], bool]) -> set[str]:
    """What is linked as surely as to anything to two that are apart: it could be of either."""
    best: dict[str, tuple[float, list[str]]] = {}
    for pair, score in links.items():
        for key, other in (pair, pair[::-1]):
            most, others = best.get(key, (0.0, []))
            if score >= most:
                best[key] = (score, [*others, other] if score == most else [other])
    return {key for key, (_, others) in best.items() if any(apart(*sorted(pair)) for pair in combinations(others, 2))}


def are_apart(a: Telling, b: Telling) -> bool:
    """Whether two contacts cannot be one, whatever links them."""
    return not _can_be_one(a, b) or not (match_parties(a, b) or match_loosely(a, b)) or are_days_apart(a, b)


def _are_pinned(a: Telling, b: Telling, days: Fit, place: bool | None) -> bool:
    """Whether day and place, or day and round, say that two tellings are of one occasion, whoever is named as having taken part."""
    if a.kind != b.kind or place is False:
        return False
    return (bool(place) and days.points >= ONE_DAY) or (of_one_round(a, b) and days.points >= FEW_DAYS)


def _needed(a: Telling, b: Telling, met: Meeting) -> float:
    """What must speak for one occasion: more where bodies meet, which they do in many ways, than where people or talks are the same."""
    sure = not met.sided and (_of_people(a) or a.kind in TALKS or a.kind in GIVEN)
    return (NEEDED if sure else NEEDED_OF_SIDES) + 0.5 * met.extra + (0.5 if a.kind != b.kind else 0)


def _can_be_one(a: Telling, b: Telling) -> bool:
    """Whether kinds, rounds and reports allow that two contacts are one."""
    if a.round is not None and b.round is not None and a.round != b.round:
        return False
    return _kinds_fit(a, b) and (a.report != b.report or _can_be_told_twice(a, b))


def _kinds_fit(a: Telling, b: Telling) -> bool:
    """Whether kinds can be one: a meeting of people in the margins of talks of their sides is another contact."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1:
        return True
    if not all(kind in FAMILIES for kind in kinds) or ("mediation" in kinds and not kinds <= JOURNEYS):
        return False
    if "talks" not in kinds:
        return True
    talks, other = (a, b) if a.kind == "talks" else (b, a)
    return _of_people(talks) == _of_people(other)


def _of_people(telling: Telling) -> bool:
    return any(party.type == "person" for party in telling.parties)


def _can_be_told_twice(a: Telling, b: Telling) -> bool:
    """Whether one report tells of one contact as two: what it tells of in the same way twice are two, if the days do not say the same."""
    met = match_parties(a, b) or match_loosely(a, b)
    if met is None or (met.extra and not a.kind == b.kind == "talks"):
        return False
    phases = {PHASES[a.status], PHASES[b.status]}
    one_day = a.first is not None and (a.first, a.last) == (b.first, b.last)
    if len(phases) == 1:
        return met.whole and ((one_day and a.first == a.last and a.kind == b.kind) or (a.kind == b.kind == "visit" and not one_day))
    if phases == {"done", "ahead"}:
        # What is planned beside what was held is the next one, unless it only goes on the day after.
        done, ahead = (a, b) if a.status in TOOK_PLACE else (b, a)
        return bool(done.last and ahead.first and (ahead.first - done.last) == timedelta(1))
    if "suspended" in (a.status, b.status):
        # Talks as such can be suspended; of one round that is said with its day, its number or its place.
        return one_day or (a.round is not None and a.round == b.round) or (a.place is not None and a.place == b.place)
    return True


def _compare_places(a: str | None, b: str | None) -> bool | None:
    """Whether two places can be one, as one names a part of the other; None if one is not told."""
    if not a or not b:
        return None
    one, other = fold_words(a), fold_words(b)
    return bool(one and other) and (one <= other or other <= one)
