"""All that the record holds of one report, written and read as one."""

from __future__ import annotations

from sqlite3 import IntegrityError

from onrecord.errors import ReportError
from onrecord.model import Entries, Reading
from onrecord.store.actors import load_clusters, load_confirmed, write_actors
from onrecord.store.clusters import unite_actors
from onrecord.store.contacts import write_contacts
from onrecord.store.corrections import apply_decisions, load_own_entries
from onrecord.store.database import Database
from onrecord.store.evidence import write_evidence
from onrecord.store.readings import write_reading
from onrecord.store.reports import Bytes, write_report
from onrecord.store.statements import write_statements


def write_entries(db: Database, source: Bytes, reading: Reading, entries: Entries, run: int) -> None:
    """Write everything about one report, in one transaction.

    Args:
        db: the record.
        source: the bytes that the report came from.
        reading: what the model found in the report.
        entries: what was made of the reading.
        run: the number of the run that did this.

    Raises:
        ReportError: the entries contradict each other, or the text is not Unicode.
        StoreError: the file cannot be written.
    """
    try:
        with db.transaction():
            write_report(db, entries.report, source, run)
            write_reading(db, reading, run)
            replace_entries(db, entries)
    except (IntegrityError, UnicodeError) as error:
        raise ReportError(entries.report.name, f"does not fit the record ({error}); please report this, with the file") from error


def replace_entries(db: Database, entries: Entries) -> None:
    """Write the entries of a report that is in the record, in place of those that a machine wrote before.

    What people have decided holds for the new ones too. The caller holds the transaction.
    """
    report = entries.report.id
    for table in ("evidence", "contacts", "statements", "actors"):
        db.execute(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608 - names of our own tables
    write_actors(db, report, entries.actors)
    write_statements(db, report, entries.statements)
    write_contacts(db, report, entries.contacts)
    write_evidence(db, entries)
    apply_decisions(db, report)


def load_entries(db: Database, report: str) -> Entries:
    """The entries of a report that is in the record, with the record's ids of actors."""
    clusters = load_clusters(db, report)
    return unite_actors(load_own_entries(db, report), clusters, load_confirmed(db, clusters.values()))
