"""Proposals of contradictions as the record keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model.contradictions import Proposal
from onrecord.store.database import Database, Row
from onrecord.store.groups import chunks


@dataclass(frozen=True)
class Placed:
    """An entry: its report, what it is a telling of, whether it is a contact, the day of its report and its number."""

    report: str
    telling_of: str
    is_contact: bool
    day: str
    number: int


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
        yield _proposal_of(row)


def load_proposals_of(db: Database, entries: Sequence[str]) -> list[Proposal]:
    """The proposals of some entries, in the order of their entries."""
    found = {
        (row["a"], row["b"]): _proposal_of(row)
        for marks, some in chunks(entries)
        for end in "ab"
        for row in db.rows(f"SELECT * FROM contradictions WHERE {end} IN ({marks})", some)  # noqa: S608 - question marks only
    }
    return [found[key] for key in sorted(found)]


def load_proposal(db: Database, a: str, b: str) -> Proposal | None:
    """The proposal of two entries, in whichever order; None if there is none."""
    for row in db.rows("SELECT * FROM contradictions WHERE a = ? AND b = ? OR a = ? AND b = ?", (a, b, b, a)):
        return _proposal_of(row)
    return None


def place_entries(db: Database, entries: Sequence[str]) -> dict[str, Placed]:
    """Where some entries stand, those of superseded reports left out."""
    out = {}
    for marks, some in chunks(entries):
        for row in db.rows(
            f"""SELECT entries.*, day FROM (
                    SELECT id, report, coalesce(utterance, id) AS telling_of, 0 AS is_contact, number FROM statements WHERE id IN ({marks})
                    UNION ALL SELECT id, report, coalesce(occasion, id), 1, number FROM contacts WHERE id IN ({marks})) AS entries
                CROSS JOIN reports ON reports.id = report WHERE superseded_by IS NULL""",  # noqa: S608 - question marks only
            (*some, *some),
        ):
            out[row["id"]] = Placed(row["report"], row["telling_of"], bool(row["is_contact"]), row["day"] or "", row["number"])
    return out


def _proposal_of(row: Row) -> Proposal:
    return Proposal(row["kind"], row["a"], row["b"], (row["a_differs"], row["b_differs"]), row["score"])
