"""Records of invented reports, for tests."""

from pathlib import Path

from onrecord.across.grouping import group_entries
from onrecord.model import Entries, Reading
from onrecord.reports.base import Source
from onrecord.store.database import Database
from onrecord.store.entries import write_entries


def open_record(path: Path = Path(":memory:")) -> Database:
    """An empty record in which a run has begun."""
    db = Database.open(path)
    db.execute("INSERT INTO runs (code, model, started_at) VALUES ('0', 'none', 'now')")
    return db


def source_of(entries: Entries) -> Source:
    """The bytes that a report came from."""
    return Source(entries.report.name, entries.report.text.encode())


def write(db: Database, *reports: Entries) -> None:
    """Put reports into a record, without comparing them."""
    for entries in reports:
        write_entries(db, source_of(entries), Reading(entries.report.id, "none"), entries, 1)


def group(db: Database) -> None:
    """Bring together what is the same, as one run does."""
    with db.transaction():
        group_entries(db)
