"""Contacts as reports tell of them, with what tells one occasion from another, and how they are found again by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.store.database import Database, Row
from onrecord.store.groups import chunks


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
    found: list[Row] = []
    for marks, some in chunks(contacts):
        for row in db.rows(
            f"""SELECT contact, who, contact_parties.side, name, type FROM contact_parties JOIN actors ON actors.id = actor
                WHERE contact IN ({marks}) ORDER BY contact, position""",  # noqa: S608 - question marks only
            some,
        ):
            parties[row["contact"]].append(_party_of(row))
        found += db.rows(
            f"""SELECT contacts.*, day, identity AS who, coalesce(actors.side, party) AS side, actors.name AS name, actors.type AS type
                FROM contacts CROSS JOIN reports ON reports.id = contacts.report LEFT JOIN actors ON actors.id = mediator
                WHERE contacts.id IN ({marks}) AND superseded_by IS NULL AND contacts.state != 'rejected'""",  # noqa: S608 - question marks only
            some,
        )
    return {row["id"]: _telling_of(row, parties[row["id"]]) for row in found}


def write_sketches(db: Database, keys: Mapping[str, Iterable[int]]) -> None:
    """Keep the numbers by which contacts are found, in place of those that they had."""
    db.execute_many("DELETE FROM sketches WHERE entry = ?", ((entry,) for entry in keys))
    rows = ((key, entry) for entry, own in keys.items() for key in own)
    db.execute_many("INSERT INTO sketches (key, entry) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def find_by_sketch(db: Database, keys: Collection[int]) -> dict[int, list[str]]:
    """Number → the entries that have it, of those asked for."""
    found: dict[int, list[str]] = defaultdict(list)
    for marks, some in chunks(sorted(keys)):
        for row in db.rows(f"SELECT key, entry FROM sketches WHERE key IN ({marks})", some):  # noqa: S608 - question marks only
            found[row["key"]].append(row["entry"])
    return found


def find_reports(db: Database, contacts: Sequence[str]) -> dict[str, str]:
    """Contact id → the report that it stands in, for those of some ids whose report is not superseded."""
    found: dict[str, str] = {}
    for marks, some in chunks(contacts):
        sql = f"""SELECT contacts.id, report FROM contacts CROSS JOIN reports ON reports.id = report
                  WHERE contacts.id IN ({marks}) AND superseded_by IS NULL"""  # noqa: S608 - question marks only
        found |= {row["id"]: row["report"] for row in db.rows(sql, some)}
    return found


def _party_of(row: Row) -> Party:
    return Party(row["who"], row["side"], row["name"], row["type"])


def _telling_of(row: Row, parties: Sequence[Party]) -> Telling:
    plain = {key: row[key] for key in ("id", "report", "kind", "status", "place", "round")}
    first, last, published = (date.fromisoformat(row[column]) if row[column] else None for column in ("when_from", "when_to", "day"))
    by = _party_of(row) if row["mediator"] else None
    return Telling(**plain, parties=tuple(parties), by=by, first=first, last=last, published=published)
