"""Runs: which code and which model wrote a row, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from onrecord.store.database import Database
from onrecord.store.failures import Failure


@dataclass(frozen=True)
class Summary:
    """What one run did: counts of what it wrote, reports that were there already, and what failed."""

    reports: int
    statements: int
    contacts: int
    unchanged: int
    failures: tuple[Failure, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        counts = {name: getattr(self, name) for name in ("reports", "statements", "contacts", "unchanged")}
        return {**counts, "failures": [failure.to_json() for failure in self.failures]}


def start_run(db: Database, code: str, model: str) -> int:
    """Note that a run has started; returns its number."""
    return db.execute("INSERT INTO runs (code, model, started_at) VALUES (?, ?, ?)", (code, model, _now()))


def finish_run(db: Database, run: int) -> None:
    """Note that a run has finished; of a run that changed nothing no row stays."""
    db.execute("UPDATE runs SET finished_at = ? WHERE number = ?", (_now(), run))
    db.execute(
        """DELETE FROM runs WHERE number = :run
           AND :run NOT IN (SELECT run FROM reports UNION SELECT run FROM readings UNION SELECT run FROM failures)""",
        {"run": run},
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
