"""Occasions: contacts that are one, found by filters, with all that their tellings need to be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from onrecord.errors import QueryError
from onrecord.model import Actor, Span
from onrecord.store.actors import NAMED, OF_PARTY
from onrecord.store.contacts import contact_of
from onrecord.store.database import Database, Row
from onrecord.store.evidence import Evidence
from onrecord.store.findings import FoundContact
from onrecord.store.groups import chunks
from onrecord.store.questions import TAKES_PART
from onrecord.store.reports import report_of
from onrecord.store.words import fold_words


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
#: Occasions with a telling that fits; whether the occasion itself does is for those who know all its tellings.
LIVE = "superseded_by IS NULL AND contacts.state != 'rejected'"
FITTING = f"SELECT {HEAD} FROM contacts JOIN reports ON reports.id = report WHERE {LIVE} AND {{0}}"  # noqa: S608
CLAUSES = {
    "days": "when_basis IS NOT NULL AND coalesce(when_to, '9999') >= :since AND coalesce(when_from, '') <= :until",
    "kind": "kind = :kind",
    "status": "status = :status",
    "place": "has_words(place, :place)",
    "at_least": f"TRUE GROUP BY {HEAD} HAVING count(DISTINCT report) >= :at_least",
}


def find_occasions(db: Database, filters: OccasionFilters) -> dict[str, list[str]]:
    """Occasion → its contacts, for those with a telling that fits each filter, by the first day that any telling gives.

    Raises:
        QueryError: a party or a place is asked for without words.
    """
    parties = filters.get("party") or ()
    parties = (parties,) if isinstance(parties, str) else tuple(parties)
    asked = {name: filters.get(name) for name in ("kind", "status", "place", "at_least") if filters.get(name) is not None}
    asked |= {f"party{n}": words for n, words in enumerate(parties)}
    since, until = filters.get("since"), filters.get("until")
    days = {"since": (since or date.min).isoformat(), "until": (until or date.max).isoformat()}
    for name, value in asked.items():
        if (name == "place" or name.startswith("party")) and not fold_words(str(value)):
            raise QueryError(repr(value), f"has no words to find the {name.rstrip('0123456789')} by")
    fits = [FITTING.format(CLAUSES.get(name) or TAKES_PART.format(NAMED.format(name), OF_PARTY.format(name))) for name in asked]
    fits += [FITTING.format(CLAUSES["days"])] if since or until else []
    rows = db.rows(
        f"""SELECT {HEAD} AS head, contacts.id FROM contacts JOIN reports ON reports.id = report
            WHERE {LIVE}{f" AND {HEAD} IN ({' INTERSECT '.join(fits)})" if fits else ""}
            ORDER BY coalesce(when_from, when_to, day), day, contacts.id""",  # noqa: S608 - our own clauses
        asked | days,
    )
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row["head"]].append(row["id"])
    return found


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
    for marks, some in chunks(heads):
        for column in ("occasion", "occasion IS NULL AND contacts.id"):
            for row in db.rows(
                f"""SELECT {HEAD} AS head, contacts.id FROM contacts CROSS JOIN reports ON reports.id = report
                    WHERE {column} IN ({marks}) AND {LIVE} ORDER BY contacts.id""",  # noqa: S608 - question marks only
                some,
            ):
                found[row["head"]].append(row["id"])
    return found


def load_found_contacts(db: Database, contacts: Iterable[str]) -> dict[str, FoundContact]:
    """Contact id → the contact with its report and its actors, by the names that the report gives them and without their mentions."""
    found: dict[str, FoundContact] = {}
    for marks, some in chunks(list(contacts)):
        rows = db.rows(f"SELECT * FROM contacts WHERE id IN ({marks})", some)  # noqa: S608 - question marks only
        reports = {
            row["id"]: report_of(row)
            for row in db.rows(f"SELECT * FROM reports WHERE id IN (SELECT report FROM contacts WHERE id IN ({marks}))", some)  # noqa: S608
        }
        evidence = _load_evidence(db, marks, some)
        actors: dict[tuple[str, str], list[Actor]] = defaultdict(list)
        for row in db.rows(
            f"""SELECT contact, 'party' AS part, position, actors.*, confirmed.actor AS judged FROM contact_parties
                JOIN actors ON actors.id = contact_parties.actor LEFT JOIN confirmed ON confirmed.actor = identity
                WHERE contact IN ({marks})
                UNION ALL SELECT contacts.id, 'by', 0, actors.*, confirmed.actor FROM contacts
                JOIN actors ON actors.id = mediator LEFT JOIN confirmed ON confirmed.actor = identity WHERE contacts.id IN ({marks})
                UNION ALL SELECT contacts.id, 'per', 0, actors.*, confirmed.actor FROM contacts JOIN statements ON statements.id = per
                JOIN actors ON actors.id = speaker LEFT JOIN confirmed ON confirmed.actor = identity WHERE contacts.id IN ({marks})
                ORDER BY 1, 2, 3""",  # noqa: S608 - question marks only
            (*some, *some, *some),
        ):
            actors[row["contact"], row["part"]].append(_actor_of(row))
        for row in rows:
            parties, by, told_by = (actors[row["id"], part] for part in ("party", "by", "per"))
            contact = contact_of(row, list(dict.fromkeys(actor.id for actor in parties)), evidence, by[0].id if by else None)
            named = {actor.id: actor for actor in reversed((*parties, *by))}
            found[row["id"]] = FoundContact(reports[row["report"]], contact, tuple(named.values()), told_by[0] if told_by else None)
    return found


def load_named_actors(db: Database, actors: Iterable[str]) -> dict[str, Actor]:
    """Id in the record → actor by the name that a judgement gives it, or else its own."""
    found: dict[str, Actor] = {}
    for marks, some in chunks(sorted(set(actors))):
        for row in db.rows(
            f"""SELECT actors.*, confirmed.actor AS judged, coalesce(confirmed.name, actors.name) AS known FROM actors
                LEFT JOIN confirmed ON confirmed.actor = actors.id WHERE actors.id IN ({marks})""",  # noqa: S608 - question marks only
            some,
        ):
            found[row["id"]] = replace(_actor_of(row), id=row["id"], name=row["known"])
    return found


def _load_evidence(db: Database, marks: str, contacts: Sequence[str]) -> Evidence:
    out: Evidence = defaultdict(tuple)
    for row in db.rows(
        f"""SELECT evidence.* FROM contacts JOIN evidence ON evidence.report = contacts.report AND entry = contacts.id
            WHERE contacts.id IN ({marks}) ORDER BY entry, role, link, position""",  # noqa: S608 - question marks only
        contacts,
    ):
        out[row["entry"], row["role"], row["link"]] += (Span(row["start"], row["end"], row["text"]),)
    return out


def _actor_of(row: Row) -> Actor:
    plain = {key: row[key] for key in ("name", "type", "role", "party", "side")}
    return Actor(row["identity"], **plain, confirmed=row["judged"] is not None)
