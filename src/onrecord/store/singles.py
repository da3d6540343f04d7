"""Single statements, and parts of reports, without the rest of the reports that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from onrecord.model import Actor, Contact, Entries, Statement
from onrecord.store.actors import actor_of, load_confirmed
from onrecord.store.clusters import unite_actors
from onrecord.store.contacts import contacts_of
from onrecord.store.database import Database, Row
from onrecord.store.findings import FoundStatement
from onrecord.store.reports import report_of
from onrecord.store.statements import statements_of


def load_single_statements(db: Database, ids: Iterable[str]) -> dict[str, FoundStatement]:
    """Id → statement, for those of some ids that are in the record.

    Each is the same as one loaded with its whole report, but that the actors are without their mentions.
    """
    statements = _load_statements(db, list(db.rows_for("SELECT * FROM statements WHERE id IN (...)", ids)))
    named = {key for own in statements.values() for s in own for key in (s.speaker, *(relay.actor for relay in s.via)) if key}
    actors, clusters = _load_actors(db, _NAMED, sorted(named))
    parts = _make_entries(db, statements, statements, actors, clusters)
    return {s.id: FoundStatement.of(entries, s) for _, entries in parts for s in entries.statements}


def load_parts(db: Database, reports: Iterable[str], entries: Iterable[str]) -> dict[str, Entries]:
    """Report → its actors, and those of some statements and contacts that it has, with the statements that these stand in.

    All is as if loaded with the whole report, but that actors are without their mentions.
    """
    held = _load_contacts(db, sorted(set(entries)))
    rows: dict[str, Row] = {}
    new = sorted({*entries, *(contact.per for own in held.values() for contact in own if contact.per)})
    while new:
        asked = {row["id"]: row for row in db.rows_for("SELECT * FROM statements WHERE id IN (...)", new)}
        rows |= asked
        new = sorted({row["inside"] for row in asked.values() if row["inside"]} - rows.keys())
    said = _load_statements(db, sorted(rows.values(), key=itemgetter("number")))
    wanted = sorted({*reports, *said, *held})
    actors, clusters = _load_actors(db, _OF_REPORTS, wanted)
    return dict(_make_entries(db, wanted, said, actors, clusters, held))


def _load_contacts(db: Database, ids: Sequence[str]) -> dict[str, list[Contact]]:
    """Report → those of some contacts that it has."""
    rows = sorted(db.rows_for("SELECT * FROM contacts WHERE id IN (...)", ids), key=itemgetter("number"))
    found: dict[str, list[Contact]] = defaultdict(list)
    for row, contact in zip(rows, contacts_of(db, rows), strict=True):
        found[row["report"]].append(contact)
    return found


def _load_statements(db: Database, rows: Sequence[Row]) -> dict[str, list[Statement]]:
    """Report → those statements of it that some rows hold."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for row, statement in zip(rows, statements_of(db, rows), strict=True):
        found[row["report"]].append(statement)
    return found


def _make_entries(
    db: Database, reports: Iterable[str], statements: Mapping[str, Sequence[Statement]], actors: Mapping[str, Sequence[Actor]],
    clusters: Mapping[str, str], contacts: Mapping[str, Sequence[Contact]] = MappingProxyType({}),
) -> Iterator[tuple[str, Entries]]:  # fmt: skip
    """Reports with what is loaded of each, actors by their ids in the record."""
    confirmed = load_confirmed(db, clusters.values())
    for row in db.rows_for("SELECT * FROM reports WHERE id IN (...)", reports):
        key = row["id"]
        own = Entries(report_of(row), tuple(statements.get(key, ())), tuple(contacts.get(key, ())), tuple(actors.get(key, ())))
        yield key, unite_actors(own, clusters, confirmed)


#: Actors that are one with some of their report; all actors of some reports.
_NAMED = """
    SELECT others.* FROM actors CROSS JOIN actors AS others ON others.report = actors.report AND +others.identity = actors.identity
    WHERE actors.id IN (...)"""
_OF_REPORTS = "SELECT * FROM actors WHERE report IN (...)"


def _load_actors(db: Database, question: str, keys: Sequence[str]) -> tuple[dict[str, list[Actor]], dict[str, str]]:
    """Report → actors that a question finds there; and the actor of the record that each of them is."""
    rows = {row["id"]: row for row in db.rows_for(question, keys)}
    actors: dict[str, list[Actor]] = defaultdict(list)
    for row in sorted(rows.values(), key=itemgetter("number")):
        actors[row["report"]].append(actor_of(row))
    return actors, {key: row["identity"] for key, row in rows.items()}
