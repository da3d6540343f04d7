"""Dossiers: one actor of the record, by which names and in which offices reports know it, and through whom it speaks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from onrecord.errors import QueryError
from onrecord.store.database import Database
from onrecord.store.identities import LIVE, Identity, identity_of_row
from onrecord.store.passages import CITED, Citation, citation_of
from onrecord.store.words import RAREST

#: So many rows of each table of a dossier are kept.
MOST = 50

#: Actors of the record with a name that has the rarest of the words asked for, and those whom a judgement names.
NAMED_ANYHOW = f"""
    SELECT identity FROM (SELECT text FROM words WHERE word = {RAREST.format("q")}) AS called
    CROSS JOIN actors ON actors.name = called.text COLLATE NOCASE AND actors.name = called.text
    UNION SELECT actor FROM confirmed WHERE name IS NOT NULL"""  # noqa: S608 - our own words
CHOICES = {
    "q": f"""identities.actor IN ({NAMED_ANYHOW}) AND (has_words(names, :q) OR has_words(identities.name, :q))""",
    "type": "type = :type",
    "party": "party = :party",
    "state": "(confirmed.actor IS NOT NULL) = (:state = 'confirmed')",
}
ORDERS = {"statements": "statements DESC, reports DESC, identities.name, identities.actor", "name": "identities.name, identities.actor"}


@dataclass(frozen=True)
class Office:
    """What reports call an actor: office and party, the first and last day of publication of those that do, and how many."""

    role: str | None
    party: str | None
    first: str | None
    last: str | None
    reports: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return dict(vars(self))


@dataclass(frozen=True)
class Companion:
    """Another actor, and how many statements came through one from the other."""

    id: str
    name: str
    statements: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return dict(vars(self))


@dataclass(frozen=True)
class Dossier:
    """An actor with what reports say of it: names and how many reports use them, offices, and who relays it and whom it relays."""

    identity: Identity
    names: tuple[tuple[str, int], ...]
    offices: tuple[Office, ...]
    relayed_by: tuple[Companion, ...]
    relays: tuple[Companion, ...]
    why: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        lists = {name: [one.to_json() for one in getattr(self, name)] for name in ("offices", "relayed_by", "relays")}
        return {
            **self.identity.to_json(),
            "names": [{"name": name, "reports": n} for name, n in self.names],
            **lists,
            "why": list(self.why),
        }


@dataclass(frozen=True)
class AppearanceRow:
    """A report that an actor appears in, and by which names."""

    report: Citation
    names: tuple[str, ...]


def list_identities(db: Database, choice: dict[str, str], limit: int, after: str | None, order: str) -> tuple[list[Identity], str | None]:
    """A page of the actors that are chosen, and the mark of the next page.

    Raises:
        QueryError: the mark or the order is not one.
    """
    if order not in ORDERS or (after is not None and not after.isdecimal()):
        raise QueryError(repr(after or order), "is not the mark of a page, or no order; orders are " + ", ".join(ORDERS))
    where = " AND ".join(["1", *(f"({CHOICES[name]})" for name in choice)])
    start = int(after or 0)
    rows = db.rows(
        f"""SELECT identities.*, confirmed.actor IS NOT NULL AS confirmed FROM identities
            LEFT JOIN confirmed ON confirmed.actor = identities.actor WHERE {where}
            ORDER BY {ORDERS[order]} LIMIT :limit OFFSET :start""",  # noqa: S608 - our own columns
        {**choice, "limit": limit + 1, "start": start},
    )
    return [identity_of_row(row) for row in rows[:limit]], str(start + limit) if len(rows) > limit else None


def count_identities(db: Database, choice: dict[str, str], of: str) -> list[tuple[str, int]]:
    """How many of the actors that are chosen have each of the commonest values of a column."""
    where = " AND ".join([f"{of} IS NOT NULL", *(f"({CHOICES[name]})" for name in choice)])
    confirmed = "LEFT JOIN confirmed ON confirmed.actor = identities.actor" if "state" in choice else ""
    rows = db.rows(
        f"""SELECT {of} AS value, count(*) AS n FROM identities {confirmed} WHERE {where}
            GROUP BY 1 ORDER BY n DESC, value LIMIT {MOST}""",  # noqa: S608 - our own columns
        choice,
    )
    return [(str(row["value"]), row["n"]) for row in rows]


def load_identity(db: Database, key: str) -> Identity | None:
    """The actor of the record that this id, of it or of one of its rows, means."""
    rows = db.rows(
        """SELECT identities.*, confirmed.actor IS NOT NULL AS confirmed FROM identities
           LEFT JOIN confirmed ON confirmed.actor = identities.actor
           WHERE identities.actor = (SELECT identity FROM actors WHERE id = ?)""",
        (key,),
    )
    return identity_of_row(rows[0]) if rows else None


def load_dossier(db: Database, identity: Identity) -> Dossier:
    """What reports say of an actor."""
    key = (identity.id,)
    names = db.rows(
        """SELECT name, count(DISTINCT report) AS n FROM actors WHERE identity = ? GROUP BY name ORDER BY n DESC, name LIMIT 50""", key
    )
    offices = db.rows(
        f"""SELECT role, party, min(day) AS first, max(day) AS last, count(DISTINCT actors.report) AS reports
            FROM actors JOIN reports ON reports.id = actors.report
            WHERE identity = ? AND role IS NOT NULL AND {LIVE.format("actors")}
            GROUP BY role, party ORDER BY reports DESC, role LIMIT 50""",  # noqa: S608 - our own columns
        key,
    )
    why = db.rows(
        """SELECT DISTINCT value FROM (SELECT why FROM actors WHERE identity = ? LIMIT 200) JOIN json_each(why) ORDER BY value LIMIT 50""",
        key,
    )
    return Dossier(
        identity,
        tuple((row["name"], row["n"]) for row in names),
        tuple(Office(row["role"], row["party"], row["first"], row["last"], row["reports"]) for row in offices),
        _list_companions(db, _RELAYED_BY, key),
        _list_companions(db, _RELAYS, key),
        tuple(row["value"] for row in why),
    )


def list_appearances(db: Database, actor: str, limit: int) -> tuple[AppearanceRow, ...]:
    """The reports that an actor appears in, the latest first; older versions too."""
    rows = db.rows(
        f"""SELECT {CITED}, json_group_array(DISTINCT actors.name) AS names
           FROM actors JOIN reports ON reports.id = actors.report WHERE identity = ?
           GROUP BY reports.id ORDER BY day DESC, reports.number DESC LIMIT ?""",  # noqa: S608 - our own columns
        (actor, limit),
    )
    return tuple(AppearanceRow(citation_of(row), tuple(json.loads(row["names"]))) for row in rows)


#: Statements of an actor by those through whom they came, and statements that came through an actor by their speakers.
_COMPANIONS = f"""
    SELECT identities.actor, identities.name, count(DISTINCT statements.id) AS n FROM actors AS own
    {{0}} JOIN identities ON identities.actor = other.identity
    WHERE own.identity = ? AND {LIVE.format("statements")} GROUP BY 1 ORDER BY n DESC, identities.name LIMIT {MOST}"""  # noqa: S608
_RELAYED_BY = _COMPANIONS.format("""
    JOIN statements ON statements.speaker = own.id JOIN statement_via ON statement = statements.id
    JOIN actors AS other ON other.id = statement_via.actor""")
_RELAYS = _COMPANIONS.format("""
    JOIN statement_via ON statement_via.actor = own.id JOIN statements ON statements.id = statement
    JOIN actors AS other ON other.id = statements.speaker""")


def _list_companions(db: Database, question: str, key: tuple[str]) -> tuple[Companion, ...]:
    return tuple(Companion(row["actor"], row["name"], row["n"]) for row in db.rows(question, key))
