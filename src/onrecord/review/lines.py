"""What people have decided, as lines to learn from: reports with their text and spans, in the form of gold reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.model import Contact, Entries, Span, Statement, When
from onrecord.model.decisions import list_all
from onrecord.store.corrections import load_own_entries
from onrecord.store.database import Database

#: Entries in these states are right, as they are now.
KEPT = ("added", "confirmed", "corrected")


def make_lines(db: Database) -> Iterator[dict[str, Any]]:
    """One line for each report that has been decided on; see `make_line`."""
    for row in db.rows("SELECT DISTINCT report FROM decided WHERE entry IS NOT NULL ORDER BY report"):
        line = make_line(load_own_entries(db, row["report"]))
        if line["statements"] or line["contacts"] or line["rejected"]:
            yield line


def make_line(entries: Entries) -> dict[str, Any]:
    """A report with the entries that people confirmed, corrected or added; a span is a pair of code point offsets in `text`.

    `rejected` are the contents and evidence that people say tell of nothing; `undecided` counts the entries that nobody has decided on,
    or not all alike: only where it is 0, words outside all entries are known to tell of nothing that the machine found.
    """
    statements = [s for s in entries.statements if s.state in KEPT]
    contacts = [c for c in entries.contacts if c.state in KEPT]
    kept = {entry.id for entry in list_all(entries) if entry.state in KEPT}
    named = {s.speaker for s in statements} | {relay.actor for s in statements for relay in s.via}
    named |= {actor for c in contacts for actor in (*c.parties, c.by)}
    report = entries.report
    both = list_all(entries)
    return {
        "id": report.name,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "authors": list(report.authors),
        "kind": "news",
        "text": report.text,
        "actors": {
            actor.id: {"name": actor.name, "type": actor.type, "party": actor.party, "mentions": _pairs(actor.mentions)}
            for actor in entries.actors
            if actor.id in named
        },
        "statements": [_state(s, kept) for s in statements],
        "contacts": [_tell(c, kept) for c in contacts],
        "rejected": [_pairs(x.content if isinstance(x, Statement) else x.evidence) for x in both if x.state == "rejected"],
        "undecided": sum(x.state not in (*KEPT, "rejected") for x in both),
    }


def _state(s: Statement, kept: set[str]) -> dict[str, Any]:
    return {
        "id": s.id, "speaker": s.speaker, "kind": s.kind, "act": s.act, "issue": s.issue, "stance": s.stance,
        "basis": s.said.basis if s.said else None, "said": _days(s.said), "via": [relay.actor for relay in s.via],
        "inside": s.inside if s.inside in kept else None, "source": _pairs(s.source), "cue": _pairs(s.cue), "content": _pairs(s.content),
        "via_spans": _pairs([span for relay in s.via for span in relay.spans]), "to": _pairs(s.addressee), "venue": _pairs(s.venue),
        "when": _pairs(s.said.spans if s.said else ()), "condition": _pairs(s.condition),
    }  # fmt: skip


def _tell(c: Contact, kept: set[str]) -> dict[str, Any]:
    return {
        "id": c.id, "kind": c.kind, "status": c.status, "parties": list(c.parties), "when": _days(c.when), "place": c.place,
        "round": c.round, "by": c.by, "per": c.per if c.per in kept else None, "evidence": _pairs(c.evidence), "place_spans": [],
        "when_spans": _pairs(c.when.spans if c.when else ()), "by_spans": [],
    }  # fmt: skip


def _days(when: When | None) -> list[str | None] | None:
    return [day.isoformat() if day else None for day in (when.first, when.last)] if when else None


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
