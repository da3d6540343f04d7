"""Verification: every span is sliced again from the stored text, every hash is made again from what it stands for."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from onrecord.store.database import Database, Row
from onrecord.store.decisions import list_decisions
from onrecord.store.evidence import list_proofs
from onrecord.store.reports import report_of
from onrecord.store.statements import GAP


@dataclass(frozen=True)
class Difference:
    """Something in the record that no longer is what it was: `recorded` says what it was, `found` what it is.

    `place` is a source's path, a report's name, or a report's name with an entry's id, its role and offsets.
    """

    place: str
    recorded: str
    found: str

    def __str__(self) -> str:
        return f"{self.place}: recorded {self.recorded!r}, found {self.found!r}"

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return asdict(self)


def find_differences(db: Database) -> Iterator[Difference]:
    """Differences between sources and their hashes, reports and their ids, spans and the words that stand there.

    Raises:
        StoreError: the file cannot be read, or is damaged.
    """
    db.check()
    for row in db.rows("SELECT sha256 FROM sources ORDER BY sha256"):
        (source,) = db.rows("SELECT path, data FROM sources WHERE sha256 = ?", (row["sha256"],))
        found = hashlib.sha256(source["data"]).hexdigest()
        if found != row["sha256"]:
            yield Difference(source["path"], row["sha256"], found)
    for row in db.rows("SELECT id FROM reports ORDER BY number"):
        yield from _check_report(db, row["id"])
        yield from _check_decisions(db, row["id"])


def _check_report(db: Database, key: str) -> Iterator[Difference]:
    (row,) = db.rows("SELECT * FROM reports WHERE id = ?", (key,))
    found = _id_of(row)
    if found != key:
        yield Difference(row["name"], key, found)
    contents: dict[str, list[str]] = defaultdict(list)
    for proof in list_proofs(db, key):
        words = row["text"][proof.start : proof.end]
        if words != proof.text:
            yield Difference(f"{row['name']} {proof.entry} {proof.role} [{proof.start}, {proof.end})", proof.text, words)
        if proof.role == "content":
            contents[proof.entry].append(proof.text)
    for statement in db.rows("SELECT id, content FROM statements WHERE report = ? ORDER BY number", (key,)):
        words = GAP.join(contents[statement["id"]])
        if words != statement["content"]:
            yield Difference(f"{row['name']} {statement['id']} content", statement["content"], words)


def _check_decisions(db: Database, key: str) -> Iterator[Difference]:
    """Compare the words that decisions stand on with those that the report has there."""
    (row,) = db.rows("SELECT name, text FROM reports WHERE id = ?", (key,))
    for decision in list_decisions(db, "report = ?", (key,)):
        for role, spans in (decision.evidence or {}).items():
            for span in spans:
                words = row["text"][span.start : span.end]
                if words != span.text:
                    yield Difference(f"{row['name']} decision {decision.number} {role} [{span.start}, {span.end})", span.text, words)


def _id_of(row: Row) -> str:
    """The id that a report's row has by its content, or what is wrong with the row."""
    try:
        return report_of(row).id
    except (ValueError, TypeError, KeyError) as error:
        return f"no report ({error})"
