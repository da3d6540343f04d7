"""Failures: files and reports that could not be read, with the reason and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.model.span import content_id
from onrecord.store.database import Database


@dataclass(frozen=True)
class Failure:
    """What could not be read (`path`), why, and what to do about it (`message`)."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"path": self.path, "message": self.message}


def is_kept(db: Database, failure: Failure) -> bool:
    """Whether a run before had the same failure; it adds nothing."""
    return bool(db.rows("SELECT 1 FROM failures WHERE id = ?", (_id_of(failure),)))


def write_failure(db: Database, failure: Failure, run: int) -> None:
    """Keep a failure."""
    db.execute("INSERT INTO failures VALUES (?, ?, ?, ?)", (_id_of(failure), failure.path, failure.message, run))


def _id_of(failure: Failure) -> str:
    return content_id("fail", failure.path, failure.message)


def load_failures(db: Database, run: int) -> tuple[Failure, ...]:
    """The failures of a run, in the order of their paths."""
    rows = db.rows("SELECT path, message FROM failures WHERE run = ? ORDER BY path, message", (run,))
    return tuple(Failure(row["path"], row["message"]) for row in rows)
