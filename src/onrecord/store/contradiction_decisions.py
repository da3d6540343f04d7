"""Decisions on contradictions: kept as they were made, found again in the record as it is now."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from onrecord.errors import QueryError
from onrecord.model.contradictions import Decision, Proposal
from onrecord.model.judgements import Anchor
from onrecord.store.contradictions import load_proposal
from onrecord.store.database import Database
from onrecord.store.undoing import find_undone

#: Where a statement and a contact stand in a report.
ROLES = "evidence.role IN ('content', 'evidence')"


def write_decision(db: Database, kind: str, a: str, b: str, by: str, why: str) -> Decision:
    """Add what somebody decided about two entries, given by id; the caller holds the transaction.

    Raises:
        QueryError: it is not proposed that they contradict each other, or it is not said who decides and why.
    """
    proposal = load_proposal(db, a, b) or _decided(db, a, b)
    if proposal is None:
        raise QueryError(f"{a} and {b}", "are not proposed as a contradiction; onrecord contradictions list shows what is")
    return _write(db, kind, proposal.kind, proposal.differs, (anchor_of(db, proposal.a), anchor_of(db, proposal.b)), None, by, why)


def undo_decision(db: Database, number: int, by: str, why: str) -> Decision:
    """Take a decision back; the caller holds the transaction.

    Raises:
        QueryError: there is no such decision, or it is taken back already; or it is not said who decides and why.
    """
    decision = next((one for one in list_decisions(db) if one.number == number), None)
    if decision is None or decision.undone:
        raise QueryError(str(number), "is no decision of this record" if decision is None else "is taken back already")
    return _write(db, "undo", decision.about, decision.differs, (None, None), number, by, why)


def list_decisions(db: Database) -> tuple[Decision, ...]:
    """All decisions, in the order in which they were made."""
    rows = db.rows("SELECT * FROM contradiction_decisions ORDER BY number")
    undone = find_undone(reversed(rows))
    return tuple(
        Decision(row["number"], row["kind"], row["about"], _pair(json.loads(row["differs"])), _load(row["a"]), _load(row["b"]),
                 row["undoes"], row["by"], row["why"], datetime.fromisoformat(row["made_at"]), row["number"] in undone)
        for row in rows
    )  # fmt: skip


def standing_decisions(db: Database) -> list[tuple[Decision, str, str]]:
    """The decisions that stand, with the entries that their words mean now; what is no longer in the record is left out."""
    out = []
    for decision in list_decisions(db):
        if decision.a and decision.b and not decision.undone:
            a, b = entry_at(db, decision.a), entry_at(db, decision.b)
            if a and b:
                out.append((decision, a, b))
    return out


def anchor_of(db: Database, entry: str) -> Anchor:
    """Where an entry stands: its first words, and who speaks or takes part."""
    (row,) = db.rows(
        f"""SELECT evidence.report, start, "end", evidence.text, coalesce(actors.name, contacts.kind, '') AS name FROM evidence
            LEFT JOIN statements ON statements.id = entry LEFT JOIN actors ON actors.id = speaker LEFT JOIN contacts ON contacts.id = entry
            WHERE evidence.report = coalesce(statements.report, contacts.report) AND entry = ? AND {ROLES} AND position = 0""",  # noqa: S608
        (entry,),
    )
    return Anchor(row["report"], row["start"], row["end"], row["text"], row["name"])


def entry_at(db: Database, anchor: Anchor) -> str | None:
    """The entry whose first words overlap those of an anchor most; of several, that of the same name."""
    rows = db.rows(
        f"""SELECT entry, start, "end", coalesce(actors.name, contacts.kind, '') AS name FROM evidence
            LEFT JOIN statements ON statements.id = entry LEFT JOIN actors ON actors.id = speaker LEFT JOIN contacts ON contacts.id = entry
            WHERE evidence.report = ? AND {ROLES} AND position = 0 AND start < ? AND "end" > ?""",  # noqa: S608 - ours
        (anchor.report, anchor.end, anchor.start),
    )

    def likeness(row: Sequence[int | str]) -> tuple[float, bool, str]:
        _, start, end, name = row
        shared = min(int(end), anchor.end) - max(int(start), anchor.start)
        return shared / (max(int(end), anchor.end) - min(int(start), anchor.start)), name == anchor.name, str(row[0])

    return max((tuple(row) for row in rows), key=likeness)[0] if rows else None


def _decided(db: Database, a: str, b: str) -> Proposal | None:
    """What a decision that stands says of two entries that are no longer proposed."""
    for decision, one, other in reversed(standing_decisions(db)):
        if {one, other} == {a, b}:
            return Proposal(decision.about, one, other, decision.differs, 0.0)
    return None


def _write(
    db: Database, kind: str, about: str, differs: tuple[str, str], ends: tuple[Anchor | None, Anchor | None], undoes: int | None,
    by: str, why: str,
) -> Decision:  # fmt: skip
    if not by.strip() or not why.strip():
        raise QueryError("decision", "needs who makes it and why")
    now = datetime.now(UTC).replace(microsecond=0)
    number = db.execute(
        'INSERT INTO contradiction_decisions (kind, about, differs, a, b, undoes, "by", why, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        (kind, about, json.dumps(differs, ensure_ascii=False), _dump(ends[0]), _dump(ends[1]), undoes, by, why, now.isoformat()),
    )
    return Decision(number, kind, about, differs, *ends, undoes, by, why, now)


def _dump(anchor: Anchor | None) -> str:
    return json.dumps(anchor.to_json() if anchor else None, ensure_ascii=False)


def _load(text: str) -> Anchor | None:
    value = json.loads(text)
    return Anchor(*value) if value else None


def _pair(values: Sequence[str]) -> tuple[str, str]:
    return values[0], values[1]
