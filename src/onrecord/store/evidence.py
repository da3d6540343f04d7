"""Evidence: the spans that entries stand on, each with its words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from onrecord.model import Entries, Span, When
from onrecord.model.span import Spans
from onrecord.store.database import Database

#: (entry id, role, link of the chain for the role via or else 0) → spans
Evidence = dict[tuple[str, str, int], Spans]

STATEMENT_ROLES = ("source", "cue", "content", "addressee", "venue", "condition")


@dataclass(frozen=True)
class Proof:
    """One span as it is kept: in which report, for which entry, and in what role."""

    report: str
    entry: str
    role: str
    start: int
    end: int
    text: str


def collect_evidence(entries: Entries) -> Iterator[tuple[str, str, int, Spans]]:
    """Every span of a report's entries, as (entry id, role, link, spans)."""
    for s in entries.statements:
        for role in STATEMENT_ROLES:
            yield s.id, role, 0, getattr(s, role)
        for link, relay in enumerate(s.via):
            yield s.id, "via", link, relay.spans
        yield s.id, "said", 0, _spans_of(s.said)
    for c in entries.contacts:
        yield c.id, "evidence", 0, c.evidence
        yield c.id, "when", 0, _spans_of(c.when)
    for actor in entries.actors:
        yield actor.id, "mention", 0, actor.mentions


def write_evidence(db: Database, entries: Entries) -> None:
    """Keep every span of a report's entries."""
    report = entries.report.id
    db.execute_many(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            (report, entry, role, link, position, span.start, span.end, span.text)
            for entry, role, link, spans in collect_evidence(entries)
            for position, span in enumerate(spans)
        ),
    )


def load_evidence(db: Database, report: str) -> Evidence:
    """All spans of a report's entries; what has none is an empty tuple."""
    out: dict[tuple[str, str, int], Spans] = defaultdict(tuple)
    for row in db.rows("SELECT * FROM evidence WHERE report = ? ORDER BY entry, role, link, position", (report,)):
        out[row["entry"], row["role"], row["link"]] += (Span(row["start"], row["end"], row["text"]),)
    return out


def load_evidence_of(db: Database, keys: Iterable[tuple[str, str]]) -> Evidence:
    """The spans of some entries, each given by its report and its id; what has none is an empty tuple.

    Those that fit no text any more are left out; proofs show them.
    """
    out: Evidence = defaultdict(tuple)
    for row in db.rows(
        """SELECT evidence.* FROM json_each(?) AS wanted CROSS JOIN evidence
           ON evidence.report = wanted.value ->> 0 AND entry = wanted.value ->> 1 ORDER BY entry, role, link, position""",
        (json.dumps(list(keys)),),
    ):
        with suppress(ValueError):
            out[row["entry"], row["role"], row["link"]] += (Span(row["start"], row["end"], row["text"]),)
    return out


def list_proofs(db: Database, report: str) -> Iterable[Proof]:
    """The spans of a report's entries just as they are kept, whether or not they are right."""
    rows = db.rows(
        'SELECT report, entry, role, start, "end", text FROM evidence WHERE report = ? ORDER BY entry, role, link, position', (report,)
    )
    return [Proof(*row) for row in rows]


def _spans_of(when: When | None) -> Spans:
    return when.spans if when else ()
