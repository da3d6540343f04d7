"""The tellings of one contact, and statements that fit words and days."""

from __future__ import annotations

from datetime import date

from onrecord.store.database import Database
from onrecord.store.occasions import find_occasion
from onrecord.store.words import match_words


def list_tellings(db: Database, contact: str) -> list[tuple[str, str]]:
    """Report and id of each telling of what a contact is a telling of, the earliest first.

    Raises:
        QueryError: there is no such contact.
    """
    members = find_occasion(db, contact)
    rows = db.rows(
        f"""SELECT report, contacts.id FROM contacts JOIN reports ON reports.id = report
            WHERE contacts.id IN ({", ".join("?" * len(members))}) ORDER BY day, reports.id, contacts.number""",  # noqa: S608 - ours
        members,
    )
    return [(row["report"], row["id"]) for row in rows]


def find_said(db: Database, words: str | None, since: date | None, until: date | None, most: int | None = None) -> list[tuple[str, str]]:
    """Report and id of each statement that has all the words and can have been said within some days, by day; so many at most.

    Raises:
        QueryError: there are no words in `words`.
    """
    matches = "statements.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :words)"
    clauses = {
        matches: words if words is None else match_words(words),
        "coalesce(said_to, said_from, day) >= :since": since and since.isoformat(),
        "coalesce(said_from, said_to, day) <= :until": until and until.isoformat(),
    }
    where = " AND ".join(["superseded_by IS NULL", *(clause for clause, value in clauses.items() if value is not None)])
    rows = db.rows(
        f"""SELECT report, statements.id FROM statements JOIN reports ON reports.id = report WHERE {where}
            ORDER BY coalesce(said_from, said_to, day), day, reports.id, statements.number LIMIT :most""",  # noqa: S608 - ours
        dict(zip(("words", "since", "until"), clauses.values(), strict=True)) | {"most": -1 if most is None else most},
    )
    return [(row["report"], row["id"]) for row in rows]
