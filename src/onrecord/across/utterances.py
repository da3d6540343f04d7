"""Utterances: which statements tell of one saying, and how links between two become groups.

A link is a matter of the two statements and their reports alone, so the record is the same whatever the order of its reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.across.grounds import ACROSS, WITHIN, Grounds, are_of_one_time, compare, is_same_speaker, relays, speaks_for
from onrecord.across.tellings import BODIES, Telling, find_candidates, load_reports, load_tellings
from onrecord.resolving.names import body_words, common_words
from onrecord.store.database import Database
from onrecord.store.groups import Link, batched, chunks

#: From this score on, two statements are linked.
SURE = 0.5
#: The statements of so many reports are at hand at once.
AT_ONCE = 50
#: In one report, what follows a statement begins at most so many code points after it, on the same line.
REACH = 250
#: Words in common that tell who is called by an office in a headline, unless one has no other words.
FEWEST = 2
#: Of speakers of whom nothing says that they are one, only so much in the same order, of so many words, is taken for one saying.
NEARLY_ALL, LONG = 0.8, 6
#: Two groups become one if the scores of links between them come to so much for each pair; a pair without a link counts 0.
HELD = 0.25


def link_tellings(db: Database, statements: Sequence[str]) -> Iterator[Link]:
    """Every link of some statements: with others of their reports, and with those of other reports; some reports at a time."""
    reports: dict[str, list[str]] = defaultdict(list)
    for marks, some in chunks(statements):
        for row in db.rows(f"SELECT id, report FROM statements WHERE id IN ({marks})", some):  # noqa: S608 - question marks only
            reports[row["report"]].append(row["id"])
    for part in batched(reports.values(), AT_ONCE):
        yield from _link_some(db, [one for own in part for one in own])


def _link_some(db: Database, statements: Sequence[str]) -> Iterator[Link]:
    own = load_tellings(db, statements)
    for tellings in load_reports(db, sorted({one.report for one in own.values()})).values():
        yield from (link for link in link_within(tellings) if link.a in own or link.b in own)
    for one, other in find_candidates(db, list(own.values())):
        if link := link_across(one, other):
            yield link


def part_tellings(statements: Sequence[str], links: Sequence[Link]) -> Mapping[str, str]:
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


def link_across(a: Telling, b: Telling) -> Link | None:
    """The link between statements of two reports, if they tell of one utterance and have words in common to show for it."""
    if a.says.isdisjoint(b.says) or not are_of_one_time(a, b):
        return None
    known = is_same_speaker(a, b) or speaks_for(a, b) or relays(a, b)
    return _link(compare(a, b), ACROSS) if known or are_same_words(a, b) else None


def link_within(tellings: Sequence[Telling]) -> Iterator[Link]:
    """The links among the statements of one report; one that stands inside the other is not another telling of it."""
    order = sorted(tellings, key=lambda one: (one.start, one.end, one.id))
    announced = find_announced(order)
    for a, b in combinations(order, 2):
        if can_be_one(a, b):
            more = {
                "announced": float(announced.get(a.id) == b.id),
                "headline": float(a.is_head and not b.is_head),
                "follows": float(follows(a, b, order)),
            }
            if link := _link(compare(a, b, **more), WITHIN):
                yield link


def can_be_one(a: Telling, b: Telling) -> bool:
    """Whether two statements of one report can be tellings of one utterance."""
    nested = b.id == a.outer or a.id == b.outer
    known = is_same_speaker(a, b) or speaks_for(a, b) or (a.is_head != b.is_head and is_called(*sorted((a, b), key=lambda one: one.start)))
    return not nested and known and are_of_one_time(a, b)


def is_called(head: Telling, one: Telling) -> bool:
    """Whether the speaker in a headline can be called by body or office alone ("minister: …") and be the speaker of one below.

    A headline has no room for names, and its report need not say who belongs to which side; so they must share words as well.
    """
    words = head.says & one.says
    if len(words) < FEWEST and (not words or words not in (head.says, one.says)):
        return False
    bare = head.type in BODIES or (head.speaker is not None and body_words(head.speaker) <= common_words())
    return bare and one.who is not None and (head.side is None or one.side is None or head.side == one.side)


def follows(a: Telling, b: Telling, order: Sequence[Telling]) -> bool:
    """Whether `b` is what the speaker of `a` says next, close behind it, outside the headline."""
    between = any(a.start < one.start < b.start and is_same_speaker(one, a) for one in order)
    return is_same_speaker(a, b) and not a.is_head and 0 <= b.start - a.end < REACH and not between


def find_announced(order: Sequence[Telling]) -> dict[str, str]:
    """Each statement in a headline with the one below that it announces: the one that is most like it, the first among equals."""
    out = {}
    for head in (one for one in order if one.is_head):
        body = [one for one in order if not one.is_head and can_be_one(head, one)]
        if body:
            out[head.id] = max(body, key=lambda one: (_likeness(head, one), -one.start, one.id)).id
    return out


def _likeness(a: Telling, b: Telling) -> float:
    facts = compare(a, b).facts
    return facts["shared"] + facts["number"] + facts["meaning"] + 0.5 * facts["act"] + 0.3 * facts["issue"] - 0.5 * facts["voice"]


def are_same_words(a: Telling, b: Telling) -> bool:
    """Whether two statements have so many words in the same order that only one speaker can have chosen them.

    That is for a speaker whom one report does not name, and for reports that are copies of one.
    """
    if a.who is not None and b.who is not None and a.original != b.original:
        return False
    shorter = min(len(a.pairs), len(b.pairs))
    return shorter + 1 >= LONG and len(a.pairs & b.pairs) >= NEARLY_ALL * shorter


def _link(grounds: Grounds, weights: Mapping[str, float]) -> Link | None:
    score = grounds.score(weights)
    if score < SURE:
        return None
    a, b = sorted((grounds.a.id, grounds.b.id))
    return Link(a, b, round(score, 4), grounds.reasons(weights))
