"""What the record holds, in numbers: for its first page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database
from onrecord.store.failures import Failure, load_failures

#: So many outlets are named.
OUTLETS = 100


@dataclass(frozen=True)
class RunRow:
    """One run: which code and model, when, and how many reports it read and could not read."""

    number: int
    code: str
    model: str
    started_at: str
    finished_at: str | None
    reports: int
    failures: tuple[Failure, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**vars(self), "failures": [failure.to_json() for failure in self.failures]}


@dataclass(frozen=True)
class Overview:
    """How much there is, of which days and from whom; counts of versions that are superseded are part of it.

    `outlets` are those of most reports, with how many; there are `other_outlets` besides.
    """

    reports: int
    superseded: int
    statements: int
    contacts: int
    actors: int
    confirmed: int
    failures: int
    first: str | None
    last: str | None
    undated: int
    outlets: tuple[tuple[str, int], ...]
    other_outlets: int
    unnamed: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**vars(self), "outlets": [{"outlet": outlet, "reports": n} for outlet, n in self.outlets]}


def look_over(db: Database) -> Overview:
    """Count what the record holds."""

    def ask(question: str) -> Any:
        return db.rows(question)[0][0]

    outlets = db.rows(
        """SELECT outlet, count(*) AS n, count(*) OVER () AS whole FROM reports WHERE outlet > '' GROUP BY outlet
           ORDER BY n DESC, outlet LIMIT ?""",
        (OUTLETS,),
    )
    return Overview(
        reports=ask("SELECT count(*) FROM reports"),
        superseded=ask("SELECT count(*) FROM reports WHERE superseded_by IS NOT NULL"),
        statements=ask("SELECT coalesce(sum(n), 0) FROM tallies WHERE (entries, name) = ('statements', '')"),
        contacts=ask("SELECT count(*) FROM contacts"),
        actors=ask("SELECT count(*) FROM identities"),
        confirmed=ask("SELECT count(*) FROM confirmed"),
        failures=ask("SELECT count(*) FROM failures"),
        first=ask("SELECT min(coalesce(day, '')) FROM reports WHERE coalesce(day, '') > ''"),
        last=ask("SELECT max(coalesce(day, '')) FROM reports WHERE coalesce(day, '') > ''"),
        undated=ask("SELECT count(*) FROM reports WHERE coalesce(day, '') = ''"),
        outlets=tuple((row["outlet"], row["n"]) for row in outlets),
        other_outlets=outlets[0]["whole"] - len(outlets) if outlets else 0,
        unnamed=ask("SELECT count(*) FROM reports WHERE outlet IS NULL OR outlet = ''"),
    )


def list_runs(db: Database, limit: int, before: int | None = None) -> tuple[RunRow, ...]:
    """Runs, the last first.

    Args:
        db: the record.
        limit: how many at most.
        before: only those of a lower number.
    """
    rows = db.rows(
        """SELECT runs.*, (SELECT count(*) FROM readings WHERE run = runs.number) AS reports FROM runs
           WHERE number < coalesce(:before, number + 1) ORDER BY number DESC LIMIT :limit""",
        {"before": before, "limit": limit},
    )
    return tuple(
        RunRow(
            row["number"], row["code"], row["model"], row["started_at"], row["finished_at"], row["reports"],
            load_failures(db, row["number"]),
        )
        for row in rows
    )  # fmt: skip
