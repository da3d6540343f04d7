"""Proofs: what one entry stands on, sliced again from the stored text whenever it is asked for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from onrecord.store.database import Database
from onrecord.store.evidence import Proof
from onrecord.store.runs import now


@dataclass(frozen=True)
class Slicing:
    """One span of an entry, and the words that stand there now."""

    proof: Proof
    found: str

    @property
    def holds(self) -> bool:
        """Whether the words are those that were recorded."""
        return self.found == self.proof.text

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        p = self.proof
        return {"role": p.role, "start": p.start, "end": p.end, "text": p.text, "found": self.found, "holds": self.holds}


@dataclass(frozen=True)
class EntryProof:
    """Everything that proves an entry: its spans, the file that its report came from, and which run read it.

    `added_by` is who added an entry that the run had not found.
    `sha256` is the hash that was stored with the file, `found_sha256` that of the stored bytes now; `checked_at` when that was.
    """

    entry: str
    report: str
    slicings: tuple[Slicing, ...]
    source: str
    sha256: str
    found_sha256: str
    code: str
    model: str
    read_at: str
    checked_at: str
    added_by: str | None = None

    @property
    def holds(self) -> bool:
        """Whether all words and the file are what they were."""
        return bool(self.slicings) and all(slicing.holds for slicing in self.slicings) and self.sha256 == self.found_sha256

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        row = {key: value for key, value in vars(self).items() if key != "slicings"}
        return {**row, "holds": self.holds, "spans": [slicing.to_json() for slicing in self.slicings]}


def check_entry(db: Database, report: str, entry: str) -> EntryProof:
    """Slice the spans of an entry, which must be in the record, again from the text of its report, and hash its file again."""
    rows = db.rows(
        """SELECT evidence.*, substr(reports.text, start + 1, "end" - start) AS found FROM evidence JOIN reports ON reports.id = report
           WHERE report = ? AND entry = ? ORDER BY start, "end", role""",
        (report, entry),
    )
    (source,) = db.rows(
        """SELECT sources.path, sources.sha256, data, code, readings.model, started_at FROM reports
           JOIN sources ON sources.sha256 = reports.source JOIN readings ON readings.report = reports.id
           JOIN runs ON runs.number = readings.run WHERE reports.id = ?""",
        (report,),
    )
    added = next(
        iter(
            db.rows("SELECT added_by FROM statements WHERE id = :id UNION ALL SELECT added_by FROM contacts WHERE id = :id", {"id": entry})
        ),
        None,
    )
    proofs = [Proof(row["report"], row["entry"], row["role"], row["start"], row["end"], row["text"]) for row in rows]
    return EntryProof(
        entry=entry,
        report=report,
        slicings=tuple(Slicing(proof, row["found"]) for proof, row in zip(proofs, rows, strict=True)),
        source=source["path"],
        sha256=source["sha256"],
        found_sha256=hashlib.sha256(source["data"]).hexdigest(),
        code=source["code"],
        model=source["model"],
        read_at=source["started_at"],
        checked_at=now(),
        added_by=added["added_by"] if added else None,
    )
