"""Utterances: which statements tell of one saying, and how links between two become groups.

A link is a matter of the two statements and their reports alone, so the record is the same whatever the order of its reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.across.grounds import (
    ACROSS,
    WITHIN,
    are_of_one_time,
    compare,
    days_between,
    is_same_speaker,
    list_reasons,
    relays,
    speaks_for,
    tell_days,
    tell_speakers,
    weigh,
)
from onrecord.across.renderings import Rendering, Saying, find_candidates, load_reports
from onrecord.model.entries import BODIES
from onrecord.resolving.names.names import body_words, common_words
from onrecord.store.batches import batched
from onrecord.store.database import Database
from onrecord.store.groups import Link

#: From this score on, two statements are linked.
SURE = 0.5
#: The statements of so many reports are at hand at once, and so many of them are looked for among others: each can be like a thousand.
AT_ONCE, SOUGHT = 200, 500
#: In one report, what follows a statement begins at most so many code points after it, on the same line.
REACH = 250
#: A headline that quotes has so many of the words of what it quotes.
QUOTED = 0.5
#: Words in common that tell who is called by an office in a headline, unless one has no other words.
FEWEST = 2
#: Of speakers of whom nothing says that they are one, only so much in the same order, of so many words, is taken for one saying.
NEARLY_ALL, LONG = 0.8, 6
#: Two groups become one if the scores of links between them come to so much for each pair; a pair without a link counts 0. So one sure
#: link holds two groups of two: a sentence with its headline, and how two outlets relay it.
HELD = 0.125
#: Copies of reports have the same statements: so many comparisons of two are kept, to be made once.
KEPT = 1024

#: The score of a link, and its reasons.
Weight = tuple[float, tuple[str, ...]]


def link_statements(db: Database, statements: Sequence[str]) -> Iterator[Link]:
    """Every link of some statements: with others of their reports, and with those of other reports; some reports at a time."""
    reports: dict[str, list[str]] = defaultdict(list)
    for row in db.rows_for("SELECT id, report FROM statements WHERE id IN (...)", statements):
        reports[row["report"]].append(row["id"])
    for part in batched(reports.items(), AT_ONCE):
        yield from _link_some(db, dict(part))


def _link_some(db: Database, statements: Mapping[str, Sequence[str]]) -> Iterator[Link]:
    """The links of statements, given by their reports."""
    wanted = {one for own in statements.values() for one in own}
    own: list[Rendering] = []
    for renderings in load_reports(db, sorted(statements)).values():
        yield from (link for link in link_within(renderings) if link.a in wanted or link.b in wanted)
        own += (one for one in renderings if one.id in wanted)
    for some in batched(own, SOUGHT):
        yield from (link for pair in find_candidates(db, some) if (link := link_across(*pair)))


def part_statements(statements: Sequence[str], links: Sequence[Link]) -> Mapping[str, str]:
    """Each statement with the first id of its group: average linkage, so that one weak link does not glue two groups together.

    Links are taken by their scores, of equal ones that of the smaller ids first; each joins the groups of its ends if what holds these
    together is enough for all pairs between them (Sokal and Michener 1958).
    """
    group = {one: frozenset([one]) for one in statements}
    held: dict[frozenset[str], dict[frozenset[str], float]] = defaultdict(lambda: defaultdict(float))
    for link in links:
        a, b = group[link.a], group[link.b]
        held[a][b] += link.score
        held[b][a] += link.score
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        a, b = group[link.a], group[link.b]
        if a == b or held[a][b] < HELD * len(a) * len(b):
            continue
        joined = a | b
        for near, score in [*held.pop(a).items(), *held.pop(b).items()]:
            if near not in (a, b):
                held[joined][near] += score
                held[near][joined] += score
                held[near].pop(a, None)
                held[near].pop(b, None)
        group |= dict.fromkeys(joined, joined)
    return {one: min(members) for one, members in group.items()}


def link_across(a: Rendering, b: Rendering) -> Link | None:
    """The link between statements of two reports, if they tell of one utterance and have words in common to show for it."""
    return _link(a, b, _weigh_across(a.said, b.said, a.original == b.original, relays(a, b)))


@lru_cache(maxsize=KEPT)
def _weigh_across(a: Saying, b: Saying, are_copies: bool, is_relay: bool) -> Weight | None:
    """What links statements of two reports, of which one may be a copy of the other, or have it from there."""
    gap = 0 if are_copies else days_between(a, b)
    if a.wording.says.isdisjoint(b.wording.says) or not are_of_one_time(a, b, gap):
        return None
    known = is_same_speaker(a, b) or speaks_for(a, b) or is_relay
    return _weigh(a, b, gap, ACROSS, {}, is_relay) if known or are_same_words(a, b, are_copies) else None


def link_within(renderings: Sequence[Rendering]) -> Iterator[Link]:
    """The links among the statements of one report; one that stands inside the other is not another telling of it."""
    order = sorted(renderings, key=lambda one: (one.start, one.end, one.id))
    announced = find_announced(order)
    for a, b in combinations(order, 2):
        if can_be_one(a, b):
            is_announced = announced.get(a.id) == b.id
            if link := _link(a, b, _weigh_within(a.said, b.said, is_announced, a.is_head and not b.is_head, follows(a, b, order))):
                yield link


@lru_cache(maxsize=KEPT)
def _weigh_within(a: Saying, b: Saying, is_announced: bool, is_headline: bool, is_next: bool) -> Weight | None:
    """What links statements of one report, where the first may announce the second or be its headline, or the second come next."""
    is_reworded = is_next and b.is_relayed and not a.is_relayed and a.act == b.act
    if is_headline and a.kind == "direct" and compare(a, b, 0)["shared"] < QUOTED:
        return None
    more = {"announced": is_announced, "headline": is_headline, "follows": is_next, "reworded": is_reworded}
    return _weigh(a, b, days_between(a, b), WITHIN, {name: float(fact) for name, fact in more.items()}, is_relay=False)


def can_be_one(a: Rendering, b: Rendering) -> bool:
    """Whether two statements of one report can be renderings of one utterance."""
    if b.id == a.outer or a.id == b.outer:
        return False
    known = is_same_speaker(a.said, b.said) or speaks_for(a.said, b.said)
    if not known and a.is_head != b.is_head:
        known = is_called(*(one.said for one in sorted((a, b), key=lambda one: one.start)))
    return known and are_of_one_time(a.said, b.said, days_between(a.said, b.said))


@lru_cache(maxsize=KEPT)
def is_called(head: Saying, one: Saying) -> bool:
    """Whether the speaker in a headline can be called by body or office alone ("minister: …") and be the speaker of one below.

    A headline has no room for names, and its report need not say who belongs to which side; so they must share words as well.
    """
    words = head.wording.says & one.wording.says
    if len(words) < FEWEST and (not words or words not in (head.wording.says, one.wording.says)):
        return False
    if one.type == "outlet" and head.type != "outlet":
        return False  # a ministry in a headline is not the paper whose report it denies
    own = body_words(one.speaker or "") - common_words()
    if one.side is None and (one.type == "unnamed" or (head.type == "country" and one.type in BODIES and own)):
        # Nothing says that sources, or a body with a name of its own, are of the country that the headline names.
        return False
    bare = head.type in BODIES or (head.speaker is not None and body_words(head.speaker) <= common_words())
    return bare and one.who is not None and (head.side is None or one.side is None or head.side == one.side)


def follows(a: Rendering, b: Rendering, order: Sequence[Rendering]) -> bool:
    """Whether `b` is what the speaker of `a` says next, close behind it, outside the headline."""
    if a.is_head or not is_same_speaker(a.said, b.said) or not 0 <= b.start - a.end < REACH:
        return False
    return not any(a.start < one.start < b.start and is_same_speaker(one.said, a.said) for one in order)


def find_announced(order: Sequence[Rendering]) -> dict[str, str]:
    """Each statement in a headline with the one below that it announces: the one that is most like it, the first among equals."""
    out = {}
    for head in (one for one in order if one.is_head):
        body = [one for one in order if not one.is_head and can_be_one(head, one)]
        if body:
            out[head.id] = max(body, key=lambda one: (_likeness(head.said, one.said), -one.start, one.id)).id
    return out


@lru_cache(maxsize=KEPT)
def _likeness(a: Saying, b: Saying) -> float:
    facts = compare(a, b, days_between(a, b))
    return facts["shared"] + facts["number"] + facts["meaning"] + 0.5 * facts["act"] + 0.3 * facts["issue"] - 0.5 * facts["voice"]


def are_same_words(a: Saying, b: Saying, are_copies: bool) -> bool:
    """Whether two statements have so many words in the same order that only one speaker can have chosen them.

    That is for a speaker whom one report does not name, and for reports that are copies of one.
    """
    if a.who is not None and b.who is not None and not are_copies:
        return False
    one, other = a.wording.pairs, b.wording.pairs
    shorter = min(len(one), len(other))
    return shorter + 1 >= LONG and len(one & other) >= NEARLY_ALL * shorter


def _weigh(a: Saying, b: Saying, gap: int, weights: Mapping[str, float], more: Mapping[str, float], is_relay: bool) -> Weight | None:
    facts = {**compare(a, b, gap), **more}
    score = weigh(facts, weights)
    if score < SURE:
        return None
    return round(score, 4), (tell_speakers(a, b, is_relay), tell_days(a, b, gap), *list_reasons(facts, weights))


def _link(a: Rendering, b: Rendering, weight: Weight | None) -> Link | None:
    return Link(min(a.id, b.id), max(a.id, b.id), *weight) if weight else None
