"""Runs: which code and which model wrote what, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from onrecord.errors import ReportError
from onrecord.model import Entries, Reading, Report
from onrecord.store.actors import Merge, cluster_actors
from onrecord.store.database import Database
from onrecord.store.entries import write_entries
from onrecord.store.failures import Failure, write_failure
from onrecord.store.readings import is_read
from onrecord.store.reports import Bytes


@dataclass(frozen=True)
class Summary:
    """What one run did: counts of what it wrote, reports that were there already, and what failed.

    `ids` are those of all reports that were asked for and are in the record, in the order in which they were found.
    """

    reports: int
    statements: int
    contacts: int
    unchanged: int
    failures: tuple[Failure, ...]
    ids: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        counts = {name: getattr(self, name) for name in ("reports", "statements", "contacts", "unchanged")}
        return {**counts, "failures": [failure.to_json() for failure in self.failures], "ids": list(self.ids)}


class Run:
    """One code and one model at work on the record, from `start` to `finish`.

    A run that is killed leaves every report that it wrote whole, and the rest to the next run.
    """

    def __init__(self, db: Database, number: int, code: str, model: str):
        self._db = db
        self._number = number
        self._code = code
        self._model = model
        self._seen: dict[str, None] = {}
        self._tally: Counter[str] = Counter()
        self._failures: list[Failure] = []

    @classmethod
    def start(cls, db: Database, code: str, model: str) -> Self:
        """Note that a run starts."""
        return cls(db, db.execute("INSERT INTO runs (code, model, started_at) VALUES (?, ?, ?)", (code, model, now())), code, model)

    def needs(self, report: Report) -> bool:
        """Whether this report is still to be read by this code with this model; if not, it is counted as unchanged."""
        new = report.id not in self._seen and not self._is_read(report.id)
        self._seen[report.id] = None
        self._tally["unchanged"] += not new
        return new

    def write(self, source: Bytes, reading: Reading, entries: Entries) -> None:
        """Keep one report with all its entries, or else the reason why they cannot be kept."""
        try:
            write_entries(self._db, source, reading, entries, self._number)
        except ReportError as error:
            self.fail(error)
        else:
            self._tally.update(reports=1, statements=len(entries.statements), contacts=len(entries.contacts))

    def fail(self, error: ReportError) -> None:
        """Keep the reason why a report cannot be read."""
        failure = Failure(error.subject, error.message)
        write_failure(self._db, failure, self._number)
        self._failures.append(failure)

    def finish(self, merge: Merge, group: Callable[[Database], None]) -> Summary:
        """Bring together actors that are the same, then entries, and note that the run has finished.

        A run that changed nothing leaves no row.
        """
        with self._db.transaction():
            cluster_actors(self._db, merge)
            group(self._db)
            self._db.execute("UPDATE runs SET finished_at = ? WHERE number = ?", (now(), self._number))
            self._db.execute(
                """DELETE FROM runs WHERE number = :run
                   AND :run NOT IN (SELECT run FROM reports UNION SELECT run FROM readings UNION SELECT run FROM failures)""",
                {"run": self._number},
            )
        return Summary(
            reports=self._tally["reports"],
            statements=self._tally["statements"],
            contacts=self._tally["contacts"],
            unchanged=self._tally["unchanged"],
            failures=tuple(self._failures),
            ids=tuple(filter(self._is_read, self._seen)),
        )

    def _is_read(self, report: str) -> bool:
        return is_read(self._db, report, self._code, self._model)


def now() -> str:
    """The time now, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
