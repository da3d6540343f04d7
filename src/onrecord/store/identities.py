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
_MOST = "coalesce(head.{0}, (SELECT {0} FROM own WHERE {0} IS NOT NULL GROUP BY {0} ORDER BY count(*) DESC, {0}))"

#: All that an actor is summed up from is read once: some have thousands of rows.
SUMMARY = f"""
    WITH own AS MATERIALIZED (SELECT id, name, role, party, side, report FROM actors WHERE identity = :actor),
    live AS MATERIALIZED (SELECT report FROM own WHERE {LIVE.format("own")})
    INSERT INTO identities
    SELECT head.id, coalesce(confirmed.name, head.name), head.type,
        {_MOST.format("role")}, {_MOST.format("party")}, {_MOST.format("side")},
        (SELECT group_concat(name, char(10)) FROM (SELECT name FROM own GROUP BY name ORDER BY count(*) DESC, name)),
        (SELECT count(DISTINCT report) FROM live),
        (SELECT count(*) FROM statements WHERE who = head.id AND {LIVE.format("statements")}),
        (SELECT count(DISTINCT statements.id) FROM own CROSS JOIN statement_via ON statement_via.actor = own.id
            CROSS JOIN statements ON statements.id = statement WHERE {LIVE.format("statements")}),
        (SELECT count(*) FROM contacts WHERE {LIVE.format("contacts")} AND id IN
            (SELECT contact FROM contact_parties WHERE who = head.id
             UNION SELECT contacts.id FROM own CROSS JOIN contacts ON mediator = own.id))
    FROM actors AS head LEFT JOIN confirmed ON confirmed.actor = head.id
    WHERE head.id = :actor AND head.identity = head.id AND EXISTS (SELECT 1 FROM live)"""  # noqa: S608 - our own columns


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
