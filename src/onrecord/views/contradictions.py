"""Contradictions of the record: what is proposed, each pair of utterances once, and what people have decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypedDict

from onrecord.errors import QueryError
from onrecord.model import Entries
from onrecord.model.contradictions import DECISIONS, KINDS, Decision
from onrecord.store.batches import batched
from onrecord.store.contradictions import PairFilters, load_proposals
from onrecord.store.database import Database
from onrecord.store.filters import check_words
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.store.singles import load_parts
from onrecord.store.words import has_words
from onrecord.views.pairs import Decided, Pair, list_pairs, pairs_of, walk_pairs

#: What a filter can ask of decisions: one of them, or that there is none.
OPEN = "open"
#: Entries of so many pairs are held at hand.
AT_HAND = 100


class ContradictionFilters(TypedDict, total=False):
    """What contradictions can be asked for; each filter holds if it holds for one of the two entries.

    `party` is words of the name or side of who speaks or takes part; the days ask that the interval in which it was said or took
    place overlaps them. `decision` is "open" or one of confirmed, rejected and unsure; without it all but the rejected are meant.
    """

    kind: str | None
    party: str | None
    issue: str | None
    since: date | None
    until: date | None
    decision: str | None


@dataclass(frozen=True)
class FoundContradiction:
    """Two entries that may contradict each other, with both reports, and what somebody decided; never a verdict.

    `differs` are the words in which they differ. `score` is 0 for what is no longer proposed, but was decided.
    """

    kind: str
    a: FoundStatement | FoundContact
    b: FoundStatement | FoundContact
    differs: tuple[str, str]
    score: float
    decision: Decision | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the two entries."""
        return _id(self.a), _id(self.b)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "kind": self.kind, "differs": list(self.differs), "score": self.score, "a": _to_json(self.a), "b": _to_json(self.b),
            "decision": self.decision.to_json() if self.decision else None,
        }  # fmt: skip


def find_contradictions(db: Database, filters: ContradictionFilters) -> Iterator[FoundContradiction]:
    """Contradictions that fit, in the order of the record's days, each pair of utterances once.

    Raises:
        QueryError: a kind or a decision that there is not, or a party without words.
    """
    _check(filters)
    pairs = list_pairs(db, list(load_proposals(db)), Decided(db))
    yield from (found for found in _load_pairs(db, pairs) if _fits(found, filters))


def page_contradictions(
    db: Database, filters: ContradictionFilters, limit: int, after: tuple[str, str] | None = None
) -> tuple[tuple[FoundContradiction, ...], bool]:
    """Some of the contradictions that fit, and whether there are more; see `find_contradictions`.

    Args:
        db: the record.
        filters: what they have to be.
        limit: how many.
        after: begin after the pair of these two entries, or at the beginning if there is none.

    Raises:
        QueryError: a kind or a decision that there is not, or a party without words.
    """
    _check(filters)
    asked = PairFilters(filters.get("kind"), filters.get("party"), filters.get("issue"), filters.get("since"), filters.get("until"))
    pairs = walk_pairs(db, asked, filters.get("decision"), after)
    found = (one for one in _load_pairs(db, pairs, limit + 1) if _fits(one, filters))
    shown = tuple(islice(found, limit))
    return shown, next(found, None) is not None


def find_contradiction(db: Database, a: str, b: str) -> FoundContradiction | None:
    """The contradiction of two entries, given by id, rejected or not; None if they are neither proposed nor decided as one."""
    pairs = (pair for pair in pairs_of(db, (a, b)) if {pair.proposal.a, pair.proposal.b} == {a, b})
    return next(_load_pairs(db, pairs), None)


def contradictions_among(db: Database, entries: Iterable[str]) -> Iterator[FoundContradiction]:
    """Contradictions of some entries with each other or with anything else, but for the rejected."""
    ids = set(entries)
    pairs = (pair for pair in pairs_of(db, ids) if ids & {pair.proposal.a, pair.proposal.b})
    yield from (one for one in _load_pairs(db, pairs) if _fits(one, {}))


def _load_pairs(db: Database, pairs: Iterable[Pair], together: int = AT_HAND) -> Iterator[FoundContradiction]:
    """Pairs with their entries; so many are loaded together."""
    for some in batched(pairs, together):
        ends = [end for pair in some for end in (pair.proposal.a, pair.proposal.b)]
        parts = load_parts(db, {report for pair in some for report in pair.reports}, ends)
        for pair in some:
            proposal = pair.proposal
            a, b = (_find(parts[report], end) for report, end in zip(pair.reports, (proposal.a, proposal.b), strict=True))
            yield FoundContradiction(proposal.kind, a, b, proposal.differs, proposal.score, pair.decision)


def _find(entries: Entries, key: str) -> FoundStatement | FoundContact:
    statement = next((s for s in entries.statements if s.id == key), None)
    return (
        FoundStatement.of(entries, statement) if statement else FoundContact.of(entries, next(c for c in entries.contacts if c.id == key))
    )


def _id(end: FoundStatement | FoundContact) -> str:
    return end.statement.id if isinstance(end, FoundStatement) else end.contact.id


def _check(filters: ContradictionFilters) -> None:
    for name, known in (("kind", KINDS), ("decision", (OPEN, *DECISIONS))):
        value = filters.get(name)
        if value is not None and value not in known:
            raise QueryError(repr(value), f"is not a {name} of contradictions; there are {', '.join(known)}")
    if (party := filters.get("party")) is not None:
        check_words("party", party)


def _fits(found: FoundContradiction, filters: ContradictionFilters) -> bool:
    kind = found.decision.kind if found.decision else OPEN
    asked = filters.get("decision")
    if (kind != asked) if asked else kind == "rejected":
        return False
    if filters.get("kind") not in (None, found.kind):
        return False
    return any(_end_fits(end, filters) for end in (found.a, found.b))


def _end_fits(end: FoundStatement | FoundContact, filters: ContradictionFilters) -> bool:
    party, since, until = filters.get("party"), filters.get("since"), filters.get("until")
    when = end.statement.said if isinstance(end, FoundStatement) else end.contact.when
    own = [end.speaker] if isinstance(end, FoundStatement) else [a for a in end.actors if a.id in end.contact.parties]
    if party and not any(actor and (has_words(actor.name, party) or has_words(actor.side or actor.party, party)) for actor in own):
        return False
    if filters.get("issue") and (not isinstance(end, FoundStatement) or end.statement.issue != filters["issue"]):
        return False
    if (since or until) and when is None:
        return False
    return not when or ((not since or (when.last or date.max) >= since) and (not until or (when.first or date.min) <= until))


def _to_json(end: FoundStatement | FoundContact) -> dict[str, Any]:
    return {"type": "statement" if isinstance(end, FoundStatement) else "contact", **end.to_json()}
