"""What a view of the whole record stands on: how many reports, of which outlets and days, and how much people have looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database


@dataclass(frozen=True)
class Coverage:
    """Reports and outlets of a record, its first and last day of publication, its statements, and on how many somebody has decided."""

    reports: int
    outlets: int
    first: str | None
    last: str | None
    statements: int
    reviewed: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return dict(vars(self))


def measure_coverage(db: Database) -> Coverage:
    """What the record covers, superseded versions of reports left out of the count of reports."""
    (row,) = db.rows(
        """SELECT (SELECT coalesce(sum(n), 0) FROM tallies WHERE (entries, name) = ('reports', ''))
                  - (SELECT count(*) FROM reports WHERE superseded_by IS NOT NULL) AS reports,
                  (SELECT count(DISTINCT outlet) FROM reports INDEXED BY reports_by_outlet) AS outlets,
                  (SELECT min(day) FROM reports) AS first, (SELECT max(day) FROM reports) AS last,
                  (SELECT coalesce(sum(n), 0) FROM tallies WHERE (entries, name) = ('statements', '')) AS statements,
                  (SELECT count(*) FROM statements WHERE state <> 'machine') AS reviewed"""
    )
    return Coverage(**{name: row[name] for name in ("reports", "outlets", "first", "last", "statements", "reviewed")})
