"""Identities: the actors of the record with their names and how often they speak, relay or take part, kept for lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database, Row

#: Versions of a report that a later one has taken the place of: few, in an index of their own, which SQLite would not choose by itself.
SUPERSEDED = "SELECT id FROM reports INDEXED BY reports_superseded WHERE superseded_by IS NOT NULL"
#: Their entries are left out; to be filled with a table's name.
LIVE = f"{{0}}.report NOT IN ({SUPERSEDED})"

#: The commonest value of a column among all rows of an actor, where the row that stands for them has none.
_MOST = "coalesce(head.{0}, (SELECT {0} FROM called WHERE {0} IS NOT NULL GROUP BY {0} ORDER BY sum(n) DESC, {0}))"
#: Of statements or contacts of versions of reports that others have taken the place of, those that fit; to be taken off.
_GONE = "(SELECT count(*) FROM gone CROSS JOIN {0} ON {0}.report = gone.report WHERE {1})"
_RELAYS = "EXISTS (SELECT 1 FROM statement_via WHERE who = head.id AND statement = statements.id)"
_TOOK_PART = "EXISTS (SELECT 1 FROM contact_parties WHERE who = head.id AND contact = contacts.id)"

#: An actor is summed up from indexes alone, see sums.sql: some have thousands of rows.
SUMMARY = f"""
    WITH called AS MATERIALIZED (SELECT name, role, party, side, count(*) AS n FROM actors INDEXED BY actors_as_called
        WHERE identity = :actor GROUP BY name, role, party, side),
    gone AS MATERIALIZED (SELECT DISTINCT report FROM actors INDEXED BY actors_by_identity
        WHERE identity = :actor AND report IN ({SUPERSEDED})),
    live AS MATERIALIZED (SELECT count(DISTINCT report) - (SELECT count(*) FROM gone) AS reports
        FROM actors INDEXED BY actors_by_identity WHERE identity = :actor)
    INSERT INTO identities
    SELECT head.id, coalesce(confirmed.name, head.name), head.type,
        {_MOST.format("role")}, {_MOST.format("party")}, {_MOST.format("side")},
        (SELECT group_concat(name, char(10)) FROM (SELECT name FROM called GROUP BY name ORDER BY sum(n) DESC, name)),
        live.reports,
        (SELECT count(*) FROM statements WHERE who = head.id AND {LIVE.format("statements")}),
        (SELECT count(DISTINCT statement) FROM statement_via WHERE who = head.id) - {_GONE.format("statements", _RELAYS)},
        (SELECT count(DISTINCT contact) FROM contact_parties WHERE who = head.id)
        + (SELECT count(*) FROM contacts WHERE broker = head.id AND NOT {_TOOK_PART})
        - {_GONE.format("contacts", f"broker = head.id OR {_TOOK_PART}")}
    FROM actors AS head CROSS JOIN live LEFT JOIN confirmed ON confirmed.actor = head.id
    WHERE head.id = :actor AND head.identity = head.id AND live.reports > 0"""  # noqa: S608 - our own columns


@dataclass(frozen=True)
class Identity:
    """One actor of the record: every name that reports give it, the commonest first, and counts of its entries.

    `relayed` counts the statements that came through it; `confirmed` says whether a person has judged who this is.
    """

    id: str
    name: str
    type: str
    role: str | None
    party: str | None
    side: str | None
    names: tuple[str, ...]
    reports: int
    statements: int
    relayed: int
    contacts: int
    confirmed: bool

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(self).items()}


def is_due(db: Database) -> bool:
    """Whether some identities have changed since they were summed up."""
    return bool(db.rows("SELECT 1 FROM identities_due LIMIT 1"))


def summarize_identities(db: Database) -> None:
    """Sum up again the identities that have changed; the caller holds the transaction."""
    db.execute("DELETE FROM identities WHERE actor IN (SELECT actor FROM identities_due)")
    db.execute_many(SUMMARY, [{"actor": row["actor"]} for row in db.rows("SELECT actor FROM identities_due")])
    db.execute("DELETE FROM identities_due")


def identity_of_row(row: Row) -> Identity:
    """The identity that a row of `identities`, with a column `confirmed`, holds."""
    values = {key: row[key] for key in ("name", "type", "role", "party", "side", "reports", "statements", "relayed", "contacts")}
    return Identity(id=row["actor"], names=tuple(row["names"].split("\n")), confirmed=bool(row["confirmed"]), **values)
