"""The tellings of one contact, and statements that fit words and days."""

from __future__ import annotations

from datetime import date

from onrecord.errors import QueryError
from onrecord.store.database import Database
from onrecord.store.words import match_words


def find_occasion(db: Database, contact: str) -> str:
    """What a contact, given by the id of any telling, is called as an occasion.

    Raises:
        QueryError: there is no such contact.
    """
    for row in db.rows("SELECT coalesce(occasion, id) AS occasion FROM contacts WHERE id = ?", (contact,)):
        return str(row["occasion"])
    raise QueryError(contact, "is not the id of a contact in this record; onrecord list contacts shows them")


def list_tellings(db: Database, occasion: str) -> list[tuple[str, str]]:
    """Report and id of each telling of an occasion, the earliest first."""
    rows = db.rows(
        """SELECT report, contacts.id FROM contacts JOIN reports ON reports.id = report
           WHERE (occasion = :occasion OR occasion IS NULL AND contacts.id = :occasion) AND superseded_by IS NULL
           ORDER BY day, reports.id, contacts.number""",
        {"occasion": occasion},
    )
    return [(row["report"], row["id"]) for row in rows]


def find_said(db: Database, words: str | None, since: date | None, until: date | None) -> list[tuple[str, str]]:
    """Report and id of each statement that has all the words and can have been said within some days, by day.

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
            ORDER BY coalesce(said_from, said_to, day), day, reports.id, statements.number""",  # noqa: S608 - ours
        dict(zip(("words", "since", "until"), clauses.values(), strict=True)),
    )
    return [(row["report"], row["id"]) for row in rows]
