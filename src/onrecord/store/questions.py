"""Questions asked of the record: statements, contacts and actors that fit some filters.

A filter that is None asks nothing. Names, parties and outlets are asked for by words: accents, case and script do not
matter, and any name that any report gives to the same actor counts. A filter by words that has none, and an issue that no
statement has, is a QueryError.
Superseded versions of a report are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import TypedDict

from onrecord.errors import QueryError
from onrecord.store.actors import NAMED, OF_PARTY, load_actor
from onrecord.store.database import Database
from onrecord.store.entries import load_entries
from onrecord.store.filters import values_of
from onrecord.store.findings import Appearance, FoundActor, FoundContact, FoundStatement
from onrecord.store.words import WORDED


class StatementFilters(TypedDict, total=False):
    """What statements can be asked for.

    The speaker by words of any of its names, its party and the outlet by words of theirs; the days ask that the interval
    in which the statement was said overlaps them; `state` is what people have decided of it.
    """

    speaker: str | None
    party: str | None
    since: date | None
    until: date | None
    act: str | None
    issue: str | None
    state: str | None
    outlet: str | None


class ContactFilters(TypedDict, total=False):
    """What contacts can be asked for; `party` is words of anyone who took part, or of the side of anyone who did."""

    party: str | None
    since: date | None
    until: date | None
    kind: str | None
    status: str | None
    state: str | None
    outlet: str | None


class ActorFilters(TypedDict, total=False):
    """What actors can be asked for; `name` is words of any of the actor's names."""

    name: str | None
    party: str | None
    type: str | None
    outlet: str | None


TAKES_PART = "contacts.id IN (SELECT contact FROM contact_parties WHERE who IN ({0} UNION {1}))"

STATEMENT_CLAUSES = {
    "speaker": f"who IN ({NAMED.format('speaker')})",
    "party": f"who IN ({OF_PARTY.format('party')})",
    "since": "said_basis IS NOT NULL AND coalesce(said_to, '9999') >= :since",
    "until": "said_basis IS NOT NULL AND coalesce(said_from, '') <= :until",
    "act": "act = :act",
    "issue": "issue = :issue",
    "state": "statements.state = :state",
    "outlet": f"outlet IN ({WORDED.format('outlet')})",
}

CONTACT_CLAUSES = {
    "party": TAKES_PART.format(NAMED.format("party"), OF_PARTY.format("party")),
    "since": "when_basis IS NOT NULL AND coalesce(when_to, '9999') >= :since",
    "until": "when_basis IS NOT NULL AND coalesce(when_from, '') <= :until",
    "kind": "kind = :kind",
    "status": "status = :status",
    "state": "contacts.state = :state",
    "outlet": f"outlet IN ({WORDED.format('outlet')})",
}

ACTOR_CLAUSES = {
    "name": f"identity IN ({NAMED.format('name')})",
    "party": f"identity IN ({OF_PARTY.format('party')})",
    "type": "type = :type",
    "outlet": f"outlet IN ({WORDED.format('outlet')})",
}

STATEMENTS = """
    SELECT statements.report, statements.id FROM statements JOIN reports ON reports.id = statements.report
    WHERE superseded_by IS NULL{0} ORDER BY coalesce(said_from, said_to, day), day, reports.id, statements.number"""
CONTACTS = """
    SELECT contacts.report, contacts.id FROM contacts JOIN reports ON reports.id = contacts.report
    WHERE superseded_by IS NULL{0} ORDER BY coalesce(when_from, when_to, day), day, reports.id, contacts.number"""
ACTORS = """
    SELECT DISTINCT identity, actors.report FROM actors JOIN reports ON reports.id = actors.report
    WHERE superseded_by IS NULL{0} ORDER BY identity, day, actors.report"""


def find_statements(db: Database, filters: StatementFilters) -> Iterator[FoundStatement]:
    """Statements that fit, by the day they were said."""
    load = cache(partial(load_entries, db))
    check_issue(db, filters.get("issue"))
    for report, key in select_keys(db, STATEMENTS, STATEMENT_CLAUSES, filters):
        entries = load(report)
        yield from (FoundStatement.of(entries, s) for s in entries.statements if s.id == key)


def find_contacts(db: Database, filters: ContactFilters) -> Iterator[FoundContact]:
    """Contacts that fit, by their day."""
    load = cache(partial(load_entries, db))
    for report, key in select_keys(db, CONTACTS, CONTACT_CLAUSES, filters):
        entries = load(report)
        yield from (FoundContact.of(entries, c) for c in entries.contacts if c.id == key)


def find_actors(db: Database, filters: ActorFilters) -> tuple[FoundActor, ...]:
    """Actors that fit, by name, with every report that they appear in."""
    load = cache(partial(load_entries, db))
    found: dict[str, list[Appearance]] = {}
    for identity, report in select_keys(db, ACTORS, ACTOR_CLAUSES, filters):
        entries = load(report)
        found.setdefault(identity, []).extend(Appearance(entries.report, a) for a in entries.actors if a.id == identity)
    actors = [FoundActor(load_actor(db, identity), tuple(appearances)) for identity, appearances in found.items()]
    return tuple(sorted(actors, key=lambda found: (found.actor.name, found.actor.id)))


def check_issue(db: Database, issue: str | None) -> None:
    """Raise QueryError for an issue that no statement has, if there are statements: issues are the user's own words."""
    if issue is None or db.rows("SELECT 1 FROM statements WHERE issue = ? LIMIT 1", (issue,)):
        return
    if known := [row[0] for row in db.rows("SELECT DISTINCT issue FROM statements ORDER BY issue")]:
        raise QueryError(repr(issue), f"is the issue of no statement here; there are {', '.join(known)}")


def select_keys(db: Database, question: str, clauses: Mapping[str, str], filters: Mapping[str, object]) -> list[tuple[str, str]]:
    """The first two columns of what a question finds whose WHERE ends in `{0}`, where the clauses of the filters go.

    Raises:
        QueryError: a filter by words has none.
    """
    asked = values_of(filters, filters)
    where = "".join(f" AND ({clauses[name]})" for name in asked)
    return [(row[0], row[1]) for row in db.rows(question.format(where), asked)]
