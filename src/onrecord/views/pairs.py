"""Pairs of entries that may contradict each other, each pair of utterances once, in the order of the record's days."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Any

from onrecord.model.contradictions import Decision, Proposal
from onrecord.store.contradiction_decisions import standing_decisions
from onrecord.store.contradictions import (
    PairFilters,
    Placed,
    load_proposals_of,
    place_entries,
    place_pair,
    select_proposals,
    tellings_beside,
)
from onrecord.store.database import Database

#: Where a pair stands in lists: the later and the earlier day of the two reports, the likelier first.
Rank = tuple[str, str, float, str, str]


@dataclass(frozen=True)
class Pair:
    """What is proposed, or was decided on, by the earliest tellings; the latest decision; the reports of `a` and `b`; its place."""

    proposal: Proposal
    decision: Decision | None
    reports: tuple[str, str]
    rank: Rank


class Decided:
    """What people have decided of pairs, as the record has their entries now."""

    def __init__(self, db: Database):
        standing = standing_decisions(db)
        self.proposals = [Proposal(decision.about, a, b, decision.differs, 0.0) for decision, a, b in standing]
        self._placed = place_entries(db, sorted({end for proposal in self.proposals for end in (proposal.a, proposal.b)}))
        self.latest = {_key(p, self._placed): decision for p, (decision, *_) in zip(self.proposals, standing, strict=True)}
        self.latest.pop(None, None)

    def pairs(self, db: Database) -> Iterator[Pair]:
        """All pairs that somebody has decided on, proposed or not, in order."""
        ends = [end for proposal in self.proposals for end in (proposal.a, proposal.b)]
        yield from (pair for pair in list_pairs(db, load_proposals_of(db, tellings_beside(db, ends)), self) if pair.decision)


def list_pairs(db: Database, proposals: Sequence[Proposal], decided: Decided) -> list[Pair]:
    """What is proposed, and what was decided: each pair of utterances once, by its earliest tellings, in order."""
    every = (*proposals, *decided.proposals)
    placed = place_entries(db, sorted({end for proposal in every for end in (proposal.a, proposal.b)}))
    best: dict[Hashable, Proposal] = {}
    for proposal in every:
        key = _key(proposal, placed)
        if key is not None and (key not in best or _order(proposal, placed) < _order(best[key], placed)):
            best[key] = proposal
    pairs = [
        Pair(proposal, decided.latest.get(key), (placed[proposal.a].report, placed[proposal.b].report), _rank(proposal, placed))
        for key, proposal in best.items()
    ]
    return sorted(pairs, key=lambda pair: pair.rank)


def walk_pairs(db: Database, filters: PairFilters, decision: str | None, after: tuple[str, str] | None) -> Iterator[Pair]:
    """Pairs that can fit some filters, in order: what fits is among them. See `list_pairs`.

    Args:
        db: the record.
        filters: what the entries have to be.
        decision: which decisions are asked for: one, "open" for those that have none, or None for all.
        after: begin after this pair, or at the beginning if there is no such pair.
    """
    decided = Decided(db)
    known = [] if decision == "open" else list(decided.pairs(db))
    start = next((pair.rank for pair in known if after == (pair.proposal.a, pair.proposal.b)), None)
    if after and start is None and (place := place_pair(db, *after)):
        start = place
    later = (pair for pair in known if start is None or pair.rank > start)
    if decision not in (None, "open"):
        yield from later
        return
    yield from merge(_walk_open(db, filters, decided, start), later, key=lambda pair: pair.rank)


def _walk_open(db: Database, filters: PairFilters, decided: Decided, start: Rank | None) -> Iterator[Pair]:
    """Pairs that are proposed, and that nobody has decided on."""
    for proposals in select_proposals(db, filters, start):
        own = {(p.a, p.b) for p in proposals}
        others = load_proposals_of(db, tellings_beside(db, [end for pair in own for end in pair]))
        for pair in list_pairs(db, others, decided):
            if pair.decision is None and (pair.proposal.a, pair.proposal.b) in own:
                yield pair


def _key(proposal: Proposal, placed: Mapping[str, Placed]) -> Hashable | None:
    """What tells one contradiction from others; None for tellings of one utterance, which are its variants, and for what is gone."""
    if proposal.a not in placed or proposal.b not in placed:
        return None
    a, b = placed[proposal.a], placed[proposal.b]
    if a.is_contact and b.is_contact:
        return a.telling_of, b.telling_of, proposal.kind, frozenset(proposal.differs)
    return None if a.telling_of == b.telling_of else frozenset((a.telling_of, b.telling_of))


def _order(proposal: Proposal, placed: Mapping[str, Placed]) -> tuple[Any, ...]:
    """What is proposed before what is only decided, then by the days of the two reports."""
    return (not proposal.score, *_rank(proposal, placed))


def _rank(proposal: Proposal, placed: Mapping[str, Placed]) -> Rank:
    days = [placed[end].day for end in (proposal.a, proposal.b)]
    return max(days), min(days), -proposal.score, proposal.a, proposal.b


def pairs_of(db: Database, entries: Iterable[str]) -> list[Pair]:
    """Pairs that some entries are proposed for, and all that were decided on, in order."""
    return list_pairs(db, load_proposals_of(db, sorted(entries)), Decided(db))
