"""Contacts and the parties that took part in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Actor, Contact
from onrecord.store.actors import each_once, load_own_actors
from onrecord.store.database import Database, Row
from onrecord.store.days import columns_of, when_of
from onrecord.store.evidence import Evidence, load_evidence_of

_WRITTEN = ("id", "kind", "status", "place", "round", "per", "confidence", "state", "added_by")


def write_contacts(db: Database, report: str, contacts: Sequence[Contact]) -> None:
    """Keep the contacts of a report, whose actors must be in the record."""
    db.execute_many(
        """INSERT INTO contacts (id, report, kind, status, mediator, broker, place, round, when_from, when_to, when_basis, when_precision,
                                 per, confidence, state, added_by)
           VALUES (:id, :report, :kind, :status, :mediator, (SELECT identity FROM actors WHERE id = :mediator), :place, :round,
                   :when_from, :when_to, :when_basis, :when_precision, :per, :confidence, :state, :added_by)
           ON CONFLICT DO NOTHING""",
        ({key: getattr(c, key) for key in _WRITTEN} | {"report": report, "mediator": c.by} | columns_of("when", c.when) for c in contacts),
    )
    _write_parties(db, contacts)


def update_contact(db: Database, c: Contact) -> None:
    """Write a contact, with its parties, in place of what it was."""
    row = {key: getattr(c, key) for key in ("id", "kind", "status", "place", "round", "state")}
    row |= {"mediator": c.by, "machine": json.dumps(c.machine, ensure_ascii=False)} | columns_of("when", c.when)
    db.execute(
        """UPDATE contacts SET kind = :kind, status = :status, mediator = :mediator,
               broker = (SELECT identity FROM actors WHERE id = :mediator), place = :place, round = :round,
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
    return contacts_of(db, db.rows("SELECT * FROM contacts WHERE report = ? ORDER BY number", (report,)), evidence)


def contacts_of(db: Database, rows: Sequence[Row], evidence: Evidence | None = None) -> tuple[Contact, ...]:
    """The contacts that some rows of `contacts` hold, with the actors of their reports; their spans are looked up if not given."""
    if evidence is None:
        evidence = load_evidence_of(db, ((row["report"], row["id"]) for row in rows))
    parties: dict[str, list[str]] = defaultdict(list)
    sql = "SELECT contact, actor FROM contact_parties WHERE contact IN (...) ORDER BY contact, position"
    for row in db.rows_for(sql, [row["id"] for row in rows]):
        parties[row["contact"]].append(row["actor"])
    return tuple(_contact_of(row, parties[row["id"]], evidence) for row in rows)


def name_contacts(db: Database, rows: Sequence[Row]) -> list[tuple[Contact, tuple[Actor, ...], Actor | None]]:
    """The contacts that some rows of `contacts` hold, with the actors of the record that each of them names, and whose account it is."""
    contacts = contacts_of(db, rows)
    per = sorted({c.per for c in contacts if c.per})
    tellers = {row["id"]: row["speaker"] for row in db.rows_for("SELECT id, speaker FROM statements WHERE id IN (...)", per)}
    actors = load_own_actors(db, (key for c in contacts for key in (*c.parties, c.by, tellers.get(c.per)) if key))
    return [
        (
            replace(c, parties=tuple(dict.fromkeys(actors[key].id for key in c.parties)), by=actors[c.by].id if c.by else None),
            each_once(actors[key] for key in (*c.parties, c.by) if key),
            actors.get(tellers.get(c.per) or ""),
        )
        for c in contacts
    ]


def _write_parties(db: Database, contacts: Iterable[Contact]) -> None:
    db.execute_many(
        """INSERT INTO contact_parties (contact, position, actor, who, side)
           VALUES (?1, ?2, ?3, (SELECT identity FROM actors WHERE id = ?3), (SELECT coalesce(side, party) FROM actors WHERE id = ?3))
           ON CONFLICT DO NOTHING""",
        ((c.id, position, actor) for c in contacts for position, actor in enumerate(c.parties)),
    )


def _contact_of(row: Row, parties: Sequence[str], evidence: Evidence) -> Contact:
    return Contact(
        **{key: row[key] for key in _WRITTEN},
        parties=tuple(parties),
        by=row["mediator"],
        when=when_of("when", row, evidence[row["id"], "when", 0]),
        evidence=evidence[row["id"], "evidence", 0],
        machine=json.loads(row["machine"]),
    )
