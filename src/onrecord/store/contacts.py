"""Contacts and the parties that took part in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import Contact
from onrecord.store.database import Database, Row
from onrecord.store.days import columns_of, when_of
from onrecord.store.evidence import Evidence

_WRITTEN = ("id", "kind", "status", "place", "round", "per", "confidence", "state", "added_by")


def write_contacts(db: Database, report: str, contacts: Sequence[Contact]) -> None:
    """Keep the contacts of a report, whose actors must be in the record."""
    db.execute_many(
        """INSERT INTO contacts (id, report, kind, status, mediator, place, round, when_from, when_to, when_basis, when_precision,
                                 per, confidence, state, added_by)
           VALUES (:id, :report, :kind, :status, :mediator, :place, :round, :when_from, :when_to, :when_basis, :when_precision,
                   :per, :confidence, :state, :added_by)
           ON CONFLICT DO NOTHING""",
        ({key: getattr(c, key) for key in _WRITTEN} | {"report": report, "mediator": c.by} | columns_of("when", c.when) for c in contacts),
    )
    _write_parties(db, contacts)


def update_contact(db: Database, c: Contact) -> None:
    """Write a contact, with its parties, in place of what it was."""
    row = {key: getattr(c, key) for key in ("id", "kind", "status", "place", "round", "state")}
    row |= {"mediator": c.by, "machine": json.dumps(c.machine, ensure_ascii=False)} | columns_of("when", c.when)
    db.execute(
        """UPDATE contacts SET kind = :kind, status = :status, mediator = :mediator, place = :place, round = :round,
               when_from = :when_from, when_to = :when_to, when_basis = :when_basis, when_precision = :when_precision,
               state = :state, machine = :machine
           WHERE id = :id""",
        row,
    )
    if [row["actor"] for row in db.rows("SELECT actor FROM contact_parties WHERE contact = ? ORDER BY position", (c.id,))] != [*c.parties]:
        db.execute("DELETE FROM contact_parties WHERE contact = ?", (c.id,))
        _write_parties(db, [c])


def load_contacts(db: Database, report: str, evidence: Evidence) -> tuple[Contact, ...]:
    """The contacts of a report, in its order."""
    parties: dict[str, list[str]] = defaultdict(list)
    for row in db.rows(
        "SELECT contact, actor FROM contact_parties JOIN contacts ON id = contact WHERE report = ? ORDER BY position", (report,)
    ):
        parties[row["contact"]].append(row["actor"])
    rows = db.rows("SELECT * FROM contacts WHERE report = ? ORDER BY number", (report,))
    return tuple(contact_of(row, parties[row["id"]], evidence, row["mediator"]) for row in rows)


def _write_parties(db: Database, contacts: Iterable[Contact]) -> None:
    db.execute_many(
        """INSERT INTO contact_parties (contact, position, actor, who, side)
           VALUES (?1, ?2, ?3, (SELECT identity FROM actors WHERE id = ?3), (SELECT coalesce(side, party) FROM actors WHERE id = ?3))
           ON CONFLICT DO NOTHING""",
        ((c.id, position, actor) for c in contacts for position, actor in enumerate(c.parties)),
    )


def contact_of(row: Row, parties: Sequence[str], evidence: Evidence, by: str | None) -> Contact:
    """The contact that a row of `contacts` holds, with the ids of its actors."""
    return Contact(
        **{key: row[key] for key in _WRITTEN},
        parties=tuple(parties),
        by=by,
        when=when_of("when", row, evidence[row["id"], "when", 0]),
        evidence=evidence[row["id"], "evidence", 0],
        machine=json.loads(row["machine"]),
    )
