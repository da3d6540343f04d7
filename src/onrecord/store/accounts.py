"""The tellings of one contact, and statements that fit words and days."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.store.database import Database
from onrecord.store.listing import STATEMENTS, are_common, bound_days
from onrecord.store.occasions import find_occasion
from onrecord.store.words import match_words

SAID = """
    SELECT * FROM (SELECT coalesce(said_from, said_to, day) AS said, day, report, statements.number AS number, statements.id AS id FROM {0}
    WHERE {2} AND {3} ORDER BY {1}, day, report, statements.number LIMIT :most)"""
#: Ways to statements: tables, the order of days that they are in, and what bounds it. By days, first those of a known day, then the others.
BY_WORDS = (
    """(SELECT rowid AS hit FROM statement_words WHERE statement_words MATCH :words)
    CROSS JOIN statements ON statements.number = hit CROSS JOIN reports ON reports.id = report""",
    "coalesce(said_from, said_to, day)",
    "TRUE",
)
BY_DAYS = (
    (
        "statements INDEXED BY statements_by_day CROSS JOIN reports ON reports.id = report",
        STATEMENTS.day,
        f"{STATEMENTS.day} >= :lowest AND {STATEMENTS.day} <= :last AND {STATEMENTS.day} > ''",
    ),
    (
        "reports INDEXED BY reports_by_known_day CROSS JOIN statements INDEXED BY statements_by_report ON report = reports.id",
        "coalesce(day, '')",
        f"coalesce(day, '') >= :first AND coalesce(day, '') <= :last AND {STATEMENTS.day} = ''",
    ),
)


def list_tellings(db: Database, contact: str) -> list[tuple[str, str]]:
    """Report and id of each telling of what a contact is a telling of, the earliest first.

    Raises:
        QueryError: there is no such contact.
    """
    rows = db.rows_for(
        """SELECT day, report, contacts.number, contacts.id FROM contacts JOIN reports ON reports.id = report
           WHERE contacts.id IN (...)""",
        find_occasion(db, contact),
    )
    return [(report, key) for _, report, _, key in sorted((row["day"] or "", *row[1:]) for row in rows)]


def find_said(db: Database, words: str | None, since: date | None, until: date | None, most: int | None = None) -> list[tuple[str, str]]:
    """Report and id of each statement that has all the words and can have been said within some days, by day; so many at most.

    Raises:
        QueryError: there are no words in `words`.
    """
    values: dict[str, Any] = {"most": -1 if most is None else most}
    clauses = ["superseded_by IS NULL"]
    for name, day, clause in (
        ("since", since, "coalesce(said_to, said_from, day) >= :since"),
        ("until", until, "coalesce(said_from, said_to, day) <= :until"),
    ):
        if day:
            values[name] = day.isoformat()
            clauses.append(clause)
    few = False
    if words is not None:
        values["words"] = match_words(words)
        few = not are_common(db, STATEMENTS, values["words"])
        clauses += [] if few else ["+statements.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :words)"]
    lowest, _ = bound_days(db, STATEMENTS, values.get("since"), None)
    values |= {"lowest": lowest or "", "first": values.get("since", ""), "last": values.get("until", "9999-12-31")}
    ways = (BY_WORDS,) if few else BY_DAYS
    parts = " UNION ALL ".join(SAID.format(*way, " AND ".join(clauses)) for way in ways)
    rows = db.rows(f"{parts} ORDER BY said, day, report, number LIMIT :most", values)
    return [(row["report"], row["id"]) for row in rows]
