"""Contacts as reports tell of them, with what tells one occasion from another, and how they are found again by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.store.database import Database, Row


@dataclass(frozen=True)
class Party:
    """Somebody who took part: the actor of the record, its side, and what its report calls it."""

    who: str
    side: str | None
    name: str
    type: str


@dataclass(frozen=True)
class Telling:
    """A contact as one report tells of it; `first` and `last` are its days, `published` is that of the report."""

    id: str
    report: str
    kind: str
    status: str
    parties: tuple[Party, ...]
    by: Party | None
    place: str | None
    round: int | None
    first: date | None
    last: date | None
    published: date | None


def load_tellings(db: Database, contacts: Sequence[str]) -> dict[str, Telling]:
    """Contact id → telling, for those of some ids whose report is not superseded."""
    parties: dict[str, list[Party]] = defaultdict(list)
    for row in db.rows_for(
        """SELECT contact, who, contact_parties.side, name, type FROM contact_parties JOIN actors ON actors.id = actor
           WHERE contact IN (...) ORDER BY contact, position""",
        contacts,
    ):
        parties[row["contact"]].append(_party_of(row))
    rows = db.rows_for(
        """SELECT contacts.*, day, identity AS who, coalesce(actors.side, party) AS side, actors.name AS name, actors.type AS type
           FROM contacts CROSS JOIN reports ON reports.id = contacts.report LEFT JOIN actors ON actors.id = mediator
           WHERE contacts.id IN (...) AND superseded_by IS NULL AND contacts.state != 'rejected'""",
        contacts,
    )
    return {row["id"]: _telling_of(row, parties[row["id"]]) for row in rows}


def write_sketches(db: Database, keys: Mapping[str, Iterable[int]]) -> None:
    """Keep the numbers by which contacts are found, in place of those that they had."""
    had = {(row["key"], row["entry"]) for row in db.rows_for("SELECT key, entry FROM sketches WHERE entry IN (...)", keys)}
    has = {(key, entry) for entry, own in keys.items() for key in own}
    db.execute_many("DELETE FROM sketches WHERE key = ? AND entry = ?", sorted(had - has))
    db.execute_many("INSERT INTO sketches VALUES (?, ?)", sorted(has - had))


def find_by_sketch(db: Database, keys: Collection[int]) -> dict[int, list[str]]:
    """Number → the entries that have it, of those asked for."""
    found: dict[int, list[str]] = defaultdict(list)
    for row in db.rows_for("SELECT key, entry FROM sketches WHERE key IN (...)", sorted(keys)):
        found[row["key"]].append(row["entry"])
    return found


def find_reports(db: Database, contacts: Sequence[str]) -> dict[str, str]:
    """Contact id → the report that it stands in, for those of some ids whose report is not superseded."""
    rows = db.rows_for(
        """SELECT contacts.id, report FROM contacts CROSS JOIN reports ON reports.id = report
           WHERE contacts.id IN (...) AND superseded_by IS NULL""",
        contacts,
    )
    return {row["id"]: row["report"] for row in rows}


def _party_of(row: Row) -> Party:
    return Party(row["who"], row["side"], row["name"], row["type"])


def _telling_of(row: Row, parties: Sequence[Party]) -> Telling:
    plain = {key: row[key] for key in ("id", "report", "kind", "status", "place", "round")}
    first, last, published = (date.fromisoformat(row[column]) if row[column] else None for column in ("when_from", "when_to", "day"))
    by = _party_of(row) if row["mediator"] else None
    return Telling(**plain, parties=tuple(parties), by=by, first=first, last=last, published=published)
