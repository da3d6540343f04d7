"""Proposals of contradictions as the record keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.contradictions import Proposal
from onrecord.store.database import Database


def list_uncompared(db: Database) -> list[str]:
    """The reports with entries that have changed since they were compared."""
    return [row["report"] for row in db.rows("SELECT report FROM uncompared ORDER BY report")]


def replace_proposals(db: Database, report: str, entries: Sequence[str], proposals: Iterable[Proposal]) -> None:
    """Keep what is proposed of a report's entries, in place of what was; of two proposals of one pair, the likelier."""
    for end in "ab":
        db.execute_many(f"DELETE FROM contradictions WHERE {end} = ?", ((entry,) for entry in entries))  # noqa: S608 - a or b
    rows = ((p.a, p.b, p.kind, *p.differs, p.score) for p in sorted(proposals, key=lambda p: p.score, reverse=True))
    db.execute_many("INSERT INTO contradictions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
    db.execute("DELETE FROM uncompared WHERE report = ?", (report,))


def load_proposals(db: Database) -> Iterator[Proposal]:
    """All proposals, in the order of their entries."""
    for row in db.rows("SELECT * FROM contradictions ORDER BY a, b"):
        yield Proposal(row["kind"], row["a"], row["b"], (row["a_differs"], row["b_differs"]), row["score"])
