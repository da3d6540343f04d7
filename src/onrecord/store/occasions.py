"""Occasions: contacts that are one, found by filters, with all that their tellings need to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypedDict

from onrecord.errors import QueryError
from onrecord.store.actors import NAMED, OF_PARTY
from onrecord.store.contacts import name_contacts
from onrecord.store.database import Database
from onrecord.store.filters import check_words, values_of
from onrecord.store.findings import FoundContact
from onrecord.store.reports import report_of
from onrecord.store.words import WORDED


class OccasionFilters(TypedDict, total=False):
    """What occasions can be asked for.

    `party` is words of names or sides: for each of them somebody took part. The days ask that those of the occasion overlap them;
    `kind` and `status` are those of the occasion, the latest; `place` is words; `at_least` is a number of reports that tell of it.
    """

    party: Sequence[str] | str | None
    since: date | None
    until: date | None
    kind: str | None
    status: str | None
    place: str | None
    at_least: int | None


HEAD = "coalesce(occasion, contacts.id)"
AT_PLACE = f"place IN ({WORDED.format('place')})"
OF_KIND = f"SELECT {HEAD} FROM contacts WHERE {{0}}"  # noqa: S608 - our own words
#: What occasions have to be, or some telling of them; whether the occasion itself is of a kind is for those who know all its tellings.
CLAUSES = {
    "since": "ends >= :since",
    "until": "begins <= :until",
    "at_least": "reports >= :at_least",
    "kind": f"+id IN ({OF_KIND.format('kind = :kind')})",
    "status": f"+id IN ({OF_KIND.format('status = :status')})",
    "place": f"+id IN ({OF_KIND.format(AT_PLACE)})",
}
PARTY = "id IN (SELECT head FROM contact_parties CROSS JOIN tellings ON tellings.id = contact WHERE who IN ({0} UNION {1}))"
#: So many occasions are looked at first, and twice as many each time after that.
FIRST, MOST = 32, 512


def find_occasions(db: Database, filters: OccasionFilters, after: str | None = None, oldest: bool = True) -> Iterator[dict[str, list[str]]]:
    """Occasions that can fit → their contacts, some at a time, by the first day that any telling gives.

    Args:
        db: the record.
        filters: what they have to be; of kind, status, place and days, whatever fits is among what is found, and more.
        after: begin after the occasion of this id.
        oldest: those of the earliest day first, not of the latest.

    Raises:
        QueryError: a party or a place is asked for without words, or there is no occasion of the id `after`.
    """
    parties = filters.get("party") or ()
    parties = (parties,) if isinstance(parties, str) else tuple(parties)
    values = values_of(filters, CLAUSES)
    clauses = [CLAUSES[name] for name in values]
    for n, words in enumerate(parties):
        check_words("party", words)
        clauses.append(PARTY.format(NAMED.format(f"party{n}"), OF_PARTY.format(f"party{n}")))
        values[f"party{n}"] = words
    if after is not None and not db.rows("SELECT 1 FROM occasions WHERE id = ?", (after,)):
        raise QueryError(repr(after), "is not the mark of a page of this list")
    than, way = (">", "") if oldest else ("<", " DESC")
    begin = f"(day, published, first) {than} (SELECT day, published, first FROM occasions WHERE id = :after)"  # noqa: S608 - ours
    some, found = FIRST, [after] if after else []
    while True:
        where = " AND ".join([*clauses, *([begin] if found else [])]) or "TRUE"
        rows = db.rows(
            f"""SELECT id FROM occasions WHERE {where}
                ORDER BY day{way}, published{way}, first{way} LIMIT :some""",  # noqa: S608 - our own clauses
            {**values, "after": found[-1] if found else None, "some": some},
        )
        found = [row["id"] for row in rows]
        yield members_of(db, found)
        if len(found) < some:
            return
        some = min(MOST, 2 * some)


def find_occasion(db: Database, contact: str) -> list[str]:
    """All contacts that are one with this one, itself among them.

    Raises:
        QueryError: there is no such contact, or only in a version of a report that another has replaced.
    """
    if not (rows := db.rows(f"SELECT {HEAD} AS head FROM contacts WHERE id = ?", (contact,))):  # noqa: S608 - ours
        raise QueryError(contact, "is not the id of a contact in this record; onrecord list contacts shows them")
    members = members_of(db, [rows[0]["head"]])[rows[0]["head"]]
    if contact not in members:
        raise QueryError(contact, "stands in a version of a report that a later one has replaced")
    return members


def members_of(db: Database, heads: Sequence[str]) -> dict[str, list[str]]:
    """Occasion → its contacts, in the order of their ids, those of superseded reports left out."""
    found: dict[str, list[str]] = {head: [] for head in heads}
    for row in db.rows_for("SELECT head, id FROM tellings WHERE head IN (...) ORDER BY id", heads):
        found[row["head"]].append(row["id"])
    return found


def load_found_contacts(db: Database, contacts: Iterable[str]) -> dict[str, FoundContact]:
    """Contact id → the contact with its report and its actors, by the names that the report gives them and without their mentions."""
    rows = list(db.rows_for("SELECT * FROM contacts WHERE id IN (...)", contacts))
    told_in = db.rows_for("SELECT * FROM reports WHERE id IN (...)", sorted({row["report"] for row in rows}))
    reports = {row["id"]: report_of(row) for row in told_in}
    return {row["id"]: FoundContact(reports[row["report"]], *named) for row, named in zip(rows, name_contacts(db, rows), strict=True)}
