"""Passages: single statements and contacts with the words around them, loaded without the rest of their reports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.model import Actor, Contact, Span, Statement
from onrecord.model.entries import contact_to_json, statement_to_json
from onrecord.model.span import Spans
from onrecord.store.contacts import name_contacts
from onrecord.store.database import Database, Row
from onrecord.store.statements import name_statements

#: So many code points are shown on each side of an entry's words, and so many in all.
MARGIN, MOST = 90, 700

#: The columns of `reports` that a citation is made of.
CITED = """reports.id, reports.name, reports.outlet, reports.title, reports.day, reports.url, reports.superseded_by,
    reports.details ->> '$.language' AS language"""

#: Where a sentence ends, and the next begins; good enough to show words in.
SENTENCE_END = re.compile(r"[.!?][”’\"')]*(\s+)(?=\S)")


@dataclass(frozen=True)
class Window:
    """A stretch of a report's text in which an entry is shown; whether it begins and ends where sentences do."""

    span: Span
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Citation:
    """A report without its text: where an entry stands."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    day: date | None
    url: str | None
    superseded_by: str | None = None
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON, like the report of every finding."""
        day = self.day.isoformat() if self.day else None
        return {"id": self.id, "name": self.name, "outlet": self.outlet, "title": self.title, "day": day, "url": self.url}


@dataclass(frozen=True)
class StatementPassage:
    """A statement, where it stands, the actors that it names by their ids in the record, and the text around it.

    `window` is a stretch of the report's text with the words of the statement in it, None if it has none; the report's own
    name of an actor is kept.
    """

    report: Citation
    statement: Statement
    actors: tuple[Actor, ...]
    window: Window | None

    @property
    def speaker(self) -> Actor | None:
        """Who said it, by the name that the report gives; None if the report does not tell."""
        return next((actor for actor in self.actors if actor.id == self.statement.speaker), None)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        row = statement_to_json(self.statement, {actor.id: actor for actor in self.actors})
        return {"report": self.report.to_json(), **row}


@dataclass(frozen=True)
class ContactPassage:
    """A contact, where it stands, the actors that it names, whose account it is if not the report's, and the text around it."""

    report: Citation
    contact: Contact
    actors: tuple[Actor, ...]
    told_by: Actor | None
    window: Window | None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        row = contact_to_json(self.contact, {actor.id: actor for actor in self.actors})
        return {"report": self.report.to_json(), **row}


def load_statement_passages(db: Database, ids: Sequence[str]) -> tuple[StatementPassage, ...]:
    """The statements of these ids, in this order; ids of none are left out."""
    rows = _load_rows(db, "statements", ids)
    named = name_statements(db, rows)
    reports = load_citations(db, {row["report"] for row in rows})
    windows = _load_windows(db, [(row["report"], s.content, s.source + s.cue) for row, (s, _) in zip(rows, named, strict=True)])
    return tuple(StatementPassage(reports[row["report"]], *one, window) for row, one, window in zip(rows, named, windows, strict=True))


def load_contact_passages(db: Database, ids: Sequence[str]) -> tuple[ContactPassage, ...]:
    """The contacts of these ids, in this order; ids of none are left out."""
    rows = _load_rows(db, "contacts", ids)
    named = name_contacts(db, rows)
    reports = load_citations(db, {row["report"] for row in rows})
    windows = _load_windows(db, [(row["report"], c.evidence, ()) for row, (c, *_) in zip(rows, named, strict=True)])
    return tuple(ContactPassage(reports[row["report"]], *one, window) for row, one, window in zip(rows, named, windows, strict=True))


def load_citations(db: Database, ids: Iterable[str]) -> dict[str, Citation]:
    """Reports of these ids, without their texts."""
    rows = db.rows_for(f"SELECT {CITED} FROM reports WHERE id IN (...)", sorted(ids))  # noqa: S608 - our own columns
    return {row["id"]: citation_of(row) for row in rows}


def citation_of(row: Row) -> Citation:
    """The citation that some columns of `reports` hold."""
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Citation(row["id"], row["name"], row["outlet"], row["title"], day, row["url"], row["superseded_by"], row["language"])


def _load_rows(db: Database, table: str, ids: Sequence[str]) -> list[Row]:
    """The rows of these ids, in this order."""
    found = {row["id"]: row for row in db.rows_for(f"SELECT * FROM {table} WHERE id IN (...)", ids)}  # noqa: S608 - our own tables
    return [found[key] for key in ids if key in found]


def _load_windows(db: Database, wanted: Sequence[tuple[str, Spans, Spans]]) -> list[Window | None]:
    """For each report, the stretch of text that has the first spans and, if they are near, the others, and a margin of words."""
    ranges: list[tuple[str, int, int, int, int]] = []
    for report, core, others in wanted:
        spans = core or others
        if not spans:
            ranges.append((report, 0, 0, 0, 0))
            continue
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        for span in others:
            if max(end, span.end) - min(start, span.start) <= MOST:
                start, end = min(start, span.start), max(end, span.end)
        first = max(0, start - MARGIN)
        ranges.append((report, first, end + MARGIN, start, end))
    rows = db.rows(
        """SELECT substr(text, (value ->> 1) + 1, (value ->> 2) - (value ->> 1)) AS text FROM json_each(?) AS wanted
           CROSS JOIN reports ON reports.id = value ->> 0 ORDER BY wanted.key""",
        (json.dumps(ranges),),
    )
    return [_trim(row["text"], first, start, end) if end else None for row, (_, first, _, start, end) in zip(rows, ranges, strict=True)]


def _trim(text: str, first: int, start: int, end: int) -> Window:
    """A stretch of text that begins at `first`, cut to whole sentences around [start, end), or else to whole words."""
    before, after = text[: start - first], text[end - first :]
    begins = ends = True
    if "\n" in before:
        before = before[before.rindex("\n") + 1 :]
    elif first:
        sentence = SENTENCE_END.search(before)
        begins = sentence is not None
        before = before[sentence.end() :] if sentence else before[before.find(" ") + 1 :]
    if "\n" in after:
        after = after[: after.index("\n")]
    elif len(after) >= MARGIN:
        sentences = list(SENTENCE_END.finditer(after))
        ends = bool(sentences)
        after = after[: sentences[-1].start(1)] if sentences else after[: max(0, after.rfind(" "))]
    return Window(Span.of(text, start - first - len(before), end - first + len(after)).shift(first), begins, ends)
