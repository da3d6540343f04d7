"""Decisions on statements and contacts, kept as they were made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import QueryError
from onrecord.model.decisions import Decision
from onrecord.model.span import spans_from_json, spans_to_json
from onrecord.store.database import Database, Row
from onrecord.store.undoing import find_undone


def write_decision(db: Database, decision: Decision, key: str | None = None) -> Decision:
    """Add a decision; the caller holds the transaction, and applies it to its report.

    Args:
        db: the record.
        decision: what is decided; its number and its time are given here, and a lot of 0 is one that begins with it.
        key: what the sender calls it, so that what is sent twice is added once.

    Returns:
        The decision as it is kept; the earlier one of that key, if there is one.

    Raises:
        QueryError: nobody is said to have made it.
    """
    if not decision.by.strip():
        raise QueryError("decision", "needs who makes it")
    if key and (earlier := list_decisions(db, "key = ?", (key,))):
        return earlier[0]
    evidence = None
    if decision.evidence is not None:
        evidence = json.dumps({role: spans_to_json(spans) for role, spans in decision.evidence.items()}, ensure_ascii=False)
    (row,) = db.rows("SELECT coalesce(max(number), 0) + 1 FROM decisions")
    number = int(row[0])
    now = datetime.now(UTC).replace(microsecond=0)
    db.execute(
        """INSERT INTO decisions (number, verdict, kind, report, evidence, shown, decided, blind, settles, lot, undoes, "by", why,
                                  made_at, key)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            number, decision.verdict, decision.kind, decision.report, evidence, _dump(decision.shown), _dump(decision.decided),
            int(decision.blind), int(decision.settles), number if decision.lot == 0 else decision.lot, decision.undoes,
            decision.by.strip(), decision.why.strip(), now.isoformat(), key,
        ),
    )  # fmt: skip
    return find_decision(db, number)


def find_decision(db: Database, number: int) -> Decision:
    """The decision of this number.

    Raises:
        QueryError: there is none.
    """
    found = list_decisions(db, "number = ?", (number,))
    if not found:
        raise QueryError(str(number), "is no decision of this record")
    return found[0]


def list_decisions(db: Database, where: str = "true", values: Sequence[Any] = ()) -> tuple[Decision, ...]:
    """Decisions in the order in which they were made, those that are taken back as well; `where` is SQL of our own."""
    rows = db.rows(f"SELECT * FROM decisions WHERE {where} ORDER BY number", values)  # noqa: S608 - our own words
    undone = _find_undone(db)
    return tuple(_decision_of(row, undone) for row in rows)


def find_entries(db: Database, decision: Decision) -> tuple[str, ...]:
    """The ids of the entries that a decision, or the lot that it was made in, stands on now."""
    rows = db.rows(
        "SELECT DISTINCT entry FROM decided JOIN decisions ON number = decision WHERE ? IN (number, lot) AND entry IS NOT NULL",
        (decision.lot or decision.number,),
    )
    return tuple(row["entry"] for row in rows)


def last_standing(db: Database, by: str) -> Decision | None:
    """The last decision of a reviewer that is not taken back: what an undo takes back next."""
    undone = _find_undone(db)
    before = 1 << 62
    while rows := db.rows(
        """SELECT * FROM decisions WHERE "by" = ? AND verdict <> 'undo' AND number < ? ORDER BY number DESC LIMIT 50""", (by, before)
    ):
        for row in rows:
            decision = _decision_of(row, undone)
            if not decision.undone:
                return decision
        before = rows[-1]["number"]
    return None


def _find_undone(db: Database) -> set[int]:
    """The numbers that undos name which stand themselves."""
    return find_undone(db.rows("SELECT number, undoes FROM decisions WHERE undoes IS NOT NULL ORDER BY number DESC"))


def _decision_of(row: Row, undone: set[int]) -> Decision:
    return Decision(
        verdict=row["verdict"],
        by=row["by"],
        why=row["why"],
        kind=row["kind"],
        report=row["report"],
        evidence={role: spans_from_json(spans) for role, spans in json.loads(row["evidence"]).items()} if row["evidence"] else None,
        shown=_load(row["shown"]),
        decided=_load(row["decided"]),
        blind=bool(row["blind"]),
        settles=bool(row["settles"]),
        lot=row["lot"],
        undoes=row["undoes"],
        undone=row["number"] in undone or row["lot"] in undone,
        number=row["number"],
        made_at=datetime.fromisoformat(row["made_at"]),
    )


def _dump(values: Any) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)


def _load(text: str | None) -> Any:
    return None if text is None else json.loads(text)
