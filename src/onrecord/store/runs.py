"""Runs: which code and which model wrote what, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from onrecord.errors import ReportError
from onrecord.model import Entries, Reading, Report
from onrecord.store.database import Database
from onrecord.store.entries import write_entries
from onrecord.store.failures import Failure, is_kept, write_failure
from onrecord.store.readings import is_read
from onrecord.store.reports import Bytes

#: What is the same in several reports is brought together whenever so many have been written: often, while other processes still
#: read, since at the end all but one of them are idle.
EVERY = 50


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

    def __init__(self, db: Database, code: str, model: str, group: Callable[[Database], None]):
        self._db = db
        self._number: int | None = None
        self._started = now()
        self._code = code
        self._model = model
        self._group = group
        self._seen: dict[str, None] = {}
        self._tally: Counter[str] = Counter()
        self._failures: list[Failure] = []

    @classmethod
    def start(cls, db: Database, code: str, model: str, group: Callable[[Database], None]) -> Self:
        """A run that starts now. One that changes nothing leaves no row.

        Args:
            db: the record.
            code: the version of this code.
            model: the version of the model.
            group: brings together actors, and then entries, that are the same, where any have changed.
        """
        return cls(db, code, model, group)

    def needs(self, report: Report) -> bool:
        """Whether this report is still to be read by this code with this model; if not, it is counted as unchanged."""
        new = report.id not in self._seen and not self._is_read(report.id)
        self._seen[report.id] = None
        self._tally["unchanged"] += not new
        return new

    def write(self, source: Bytes, reading: Reading, entries: Entries) -> None:
        """Keep one report with all its entries, or else the reason why they cannot be kept.

        What is the same in several reports is brought together from time to time, so that no run, however long, has it all to do at
        its end.
        """
        try:
            write_entries(self._db, source, reading, entries, self._note())
        except ReportError as error:
            self.fail(error)
        else:
            self._tally.update(reports=1, statements=len(entries.statements), contacts=len(entries.contacts))
            if self._tally["reports"] % EVERY == 0:
                with self._db.transaction():
                    self._group(self._db)

    def fail(self, error: ReportError) -> None:
        """Keep the reason why a report cannot be read."""
        failure = Failure(error.subject, error.message)
        if not is_kept(self._db, failure):
            write_failure(self._db, failure, self._note())
        self._failures.append(failure)

    def finish(self) -> Summary:
        """Bring together what is the same in several reports, and note that the run has finished."""
        with self._db.transaction():
            self._group(self._db)
            self._db.execute("UPDATE runs SET finished_at = ? WHERE number = ?", (now(), self._number))
        return Summary(
            reports=self._tally["reports"],
            statements=self._tally["statements"],
            contacts=self._tally["contacts"],
            unchanged=self._tally["unchanged"],
            failures=tuple(self._failures),
            ids=tuple(filter(self._is_read, self._seen)),
        )

    def _note(self) -> int:
        """The number of the run."""
        if self._number is None:
            values = (self._code, self._model, self._started)
            self._number = self._db.execute("INSERT INTO runs (code, model, started_at) VALUES (?, ?, ?)", values)
        return self._number

    def _is_read(self, report: str) -> bool:
        return is_read(self._db, report, self._code, self._model)


def now() -> str:
    """The time now, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
