"""Readings, kept so that a report is read once, and can be resolved again without being read again."""

from __future__ import annotations

import json

from onrecord.model import Reading
from onrecord.store.database import Database


def write_reading(db: Database, reading: Reading, run: int) -> None:
    """Keep the reading of a report in place of any earlier one."""
    db.execute(
        "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)",
        (reading.report, reading.model, run, json.dumps(reading.to_json(), ensure_ascii=False)),
    )


def is_read(db: Database, report: str, code: str, model: str) -> bool:
    """Whether this report has been read by this code with this model."""
    return bool(
        db.rows(
            "SELECT 1 FROM readings JOIN runs ON runs.number = run WHERE report = ? AND code = ? AND readings.model = ?",
            (report, code, model),
        )
    )


def list_read(db: Database) -> list[str]:
    """The ids of all reports that have a reading, in the order of their arrival."""
    return [row["id"] for row in db.rows("SELECT id FROM reports JOIN readings ON report = id ORDER BY number")]


def load_reading(db: Database, report: str) -> Reading:
    """The reading of this report, which must be in the record."""
    (row,) = db.rows("SELECT reading FROM readings WHERE report = ?", (report,))
    return Reading.from_json(json.loads(row["reading"]))
