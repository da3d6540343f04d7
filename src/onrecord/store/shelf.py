"""Reports as lists show them: without their texts, with how much they hold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database
from onrecord.store.passages import CITED, Citation, citation_of


@dataclass(frozen=True)
class ReportRow:
    """A report with the number of its entries; `notes` says what was missing or broken when it was read, `source` which file."""

    report: Citation
    statements: int
    contacts: int
    actors: int
    notes: tuple[str, ...]
    source: str
    sha256: str
    run: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        counts = {"statements": self.statements, "contacts": self.contacts, "actors": self.actors}
        return {**self.report.to_json(), **counts, "notes": list(self.notes), "source": self.source, "sha256": self.sha256, "run": self.run}


def load_report_rows(db: Database, ids: Sequence[str]) -> tuple[ReportRow, ...]:
    """The reports of these ids, in this order; ids of none are left out."""
    rows = db.rows(
        f"""SELECT {CITED}, details ->> '$.notes' AS notes,
               sources.path AS file, sha256, reports.run AS run,
               (SELECT count(*) FROM statements WHERE report = reports.id) AS statements,
               (SELECT count(*) FROM contacts WHERE report = reports.id) AS contacts,
               (SELECT count(DISTINCT identity) FROM actors WHERE report = reports.id) AS actors
           FROM json_each(?) AS wanted CROSS JOIN reports ON reports.id = wanted.value JOIN sources ON sources.sha256 = reports.source
           ORDER BY wanted.key""",  # noqa: S608 - our own columns
        (json.dumps(ids),),
    )
    return tuple(
        ReportRow(
            citation_of(row), row["statements"], row["contacts"], row["actors"], tuple(json.loads(row["notes"] or "[]")),
            row["file"], row["sha256"], row["run"],
        )
        for row in rows
    )  # fmt: skip
