"""Identities: the actors of the record with their names and how often they speak, relay or take part, kept for lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database, Row

#: Versions of a report that a later one has taken the place of: few, in an index of their own, which SQLite would not choose by itself.
SUPERSEDED = "SELECT id FROM reports INDEXED BY reports_superseded WHERE superseded_by IS NOT NULL"
#: Their entries are left out; to be filled with a table's name.
LIVE = f"{{0}}.report NOT IN ({SUPERSEDED})"

_OWN = "SELECT id FROM actors WHERE identity = head.id"

#: The commonest value of a column among all rows of an actor, where the row that stands for them has none.
_MOST = "coalesce(head.{0}, (SELECT {0} FROM actors WHERE identity = head.id AND {0} IS NOT NULL GROUP BY {0} ORDER BY count(*) DESC, {0}))"

SUMMARY = f"""
    INSERT INTO identities
    SELECT head.id, coalesce(confirmed.name, head.name), head.type,
        {_MOST.format("role")}, {_MOST.format("party")}, {_MOST.format("side")},
        (SELECT group_concat(name, char(10)) FROM
            (SELECT name FROM actors WHERE identity = head.id GROUP BY name ORDER BY count(*) DESC, name)),
        (SELECT count(DISTINCT report) FROM actors WHERE identity = head.id AND {LIVE.format("actors")}),
        (SELECT count(*) FROM statements WHERE who = head.id AND {LIVE.format("statements")}),
        (SELECT count(DISTINCT statements.id) FROM statement_via JOIN statements ON statements.id = statement
            WHERE actor IN ({_OWN}) AND {LIVE.format("statements")}),
        (SELECT count(*) FROM contacts WHERE {LIVE.format("contacts")} AND id IN
            (SELECT contact FROM contact_parties WHERE who = head.id UNION SELECT id FROM contacts WHERE mediator IN ({_OWN})))
    FROM identities_due CROSS JOIN actors AS head ON head.id = identities_due.actor AND head.identity = head.id
    LEFT JOIN confirmed ON confirmed.actor = head.id
    WHERE EXISTS (SELECT 1 FROM actors WHERE identity = head.id AND {LIVE.format("actors")})"""  # noqa: S608 - our own columns


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
    db.execute(SUMMARY)
    db.execute("DELETE FROM identities_due")


def identity_of_row(row: Row) -> Identity:
    """The identity that a row of `identities`, with a column `confirmed`, holds."""
    values = {key: row[key] for key in ("name", "type", "role", "party", "side", "reports", "statements", "relayed", "contacts")}
    return Identity(id=row["actor"], names=tuple(row["names"].split("\n")), confirmed=bool(row["confirmed"]), **values)
