"""Reports, the versions of them, and the bytes they came from."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Protocol

from onrecord.errors import QueryError
from onrecord.model import Report
from onrecord.store.database import Database, Row

COLUMNS = ("id", "name", "outlet", "title", "published", "url", "text")


class Bytes(Protocol):
    """What a report was read from."""

    @property
    def path(self) -> str:
        """Where the bytes were found."""

    @property
    def data(self) -> bytes:
        """The bytes as they were found."""

    @property
    def sha256(self) -> str:
        """Their SHA-256, in hexadecimal digits."""


def write_report(db: Database, report: Report, source: Bytes, run: int) -> None:
    """Keep a report and the bytes it came from; one that is there already stays as it is."""
    # A file of thousands of reports is handed over once, not with each of them.
    if not db.rows("SELECT 1 FROM sources WHERE sha256 = ?", (source.sha256,)):
        db.execute("INSERT INTO sources VALUES (?, ?, ?)", (source.sha256, source.path, source.data))
    value = report.to_json()
    row = {column: value.pop(column) for column in COLUMNS}
    row |= {"day": report.day and report.day.isoformat(), "details": json.dumps(value, ensure_ascii=False)}
    row |= {"revised": _revised(report), "source": source.sha256, "run": run}
    db.execute(
        """INSERT INTO reports (id, name, outlet, title, published, day, url, text, details, revised, source, run)
           VALUES (:id, :name, :outlet, :title, :published, :day, :url, :text, :details, :revised, :source, :run)
           ON CONFLICT DO NOTHING""",
        row,
    )
    db.execute(
        """UPDATE reports SET superseded_by = later.id
           FROM (SELECT number, lead(id) OVER (ORDER BY revised, number) AS id FROM reports WHERE url = :url) AS later
           WHERE later.number = reports.number""",
        {"url": report.url},
    )


def load_report(db: Database, report: str) -> Report:
    """The report of this id, which must be in the record."""
    (row,) = db.rows("SELECT * FROM reports WHERE id = ?", (report,))
    return report_of(row)


def report_of(row: Row) -> Report:
    """The report that a row of `reports` holds."""
    value: dict[str, Any] = json.loads(row["details"])
    return Report.from_json(value | {column: row[column] for column in COLUMNS})


def find_report(db: Database, wanted: str) -> str:
    """The id of the report with this id, name or URL; of several versions the last.

    Raises:
        QueryError: there is none, or several.
    """
    if db.rows("SELECT 1 FROM reports WHERE id = ?", (wanted,)):
        return wanted
    found = [row["id"] for row in db.rows("SELECT id FROM reports WHERE ? IN (name, url) AND superseded_by IS NULL", (wanted,))]
    if not found:
        raise QueryError(wanted, "is not the name, URL or id of a report in this record")
    if len(found) > 1:
        raise QueryError(wanted, f"is the name of several reports; say which by its id: {', '.join(found)}")
    return str(found[0])


def _revised(report: Report) -> str:
    """When this version of the text was made, in a form that sorts; versions without dates sort by arrival."""
    moment = report.modified or report.published
    if isinstance(moment, datetime) and moment.tzinfo:
        with suppress(OverflowError):  # in the years 1 and 9999 UTC may have no name for it
            moment = moment.astimezone(UTC)
        moment = moment.replace(tzinfo=None)
    return moment.isoformat() if moment else ""
