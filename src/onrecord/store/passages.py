"""Passages: single statements and contacts with the words around them, loaded without the rest of their reports."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.model import Actor, Contact, Span, Statement
from onrecord.model.entries import contact_to_json, statement_to_json
from onrecord.model.span import Spans
from onrecord.store.contacts import contact_of
from onrecord.store.database import Database, Row
from onrecord.store.evidence import load_evidence_of
from onrecord.store.statements import statement_of

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
    rows = {row["id"]: row for row in _select(db, "statements", ids)}
    chains: dict[str, list[str]] = defaultdict(list)
    for row in _ask(db, "SELECT statement, actor FROM statement_via WHERE statement IN ({0}) ORDER BY statement, position", ids):
        chains[row["statement"]].append(row["actor"])
    evidence = load_evidence_of(db, [(row["report"], row["id"]) for row in rows.values()])
    actors = _load_actors(db, [row["speaker"] for row in rows.values()] + [key for chain in chains.values() for key in chain])
    reports = load_citations(db, {row["report"] for row in rows.values()})
    found = [statement_of(rows[key], chains[key], evidence) for key in ids if key in rows]
    windows = _load_windows(db, [(rows[s.id]["report"], s.content, s.source + s.cue) for s in found])
    return tuple(
        StatementPassage(reports[rows[s.id]["report"]], *_name_speakers(s, actors), window)
        for s, window in zip(found, windows, strict=True)
    )


def load_contact_passages(db: Database, ids: Sequence[str]) -> tuple[ContactPassage, ...]:
    """The contacts of these ids, in this order; ids of none are left out."""
    rows = {row["id"]: row for row in _select(db, "contacts", ids)}
    parties: dict[str, list[str]] = defaultdict(list)
    for row in _ask(db, "SELECT contact, actor FROM contact_parties WHERE contact IN ({0}) ORDER BY contact, position", ids):
        parties[row["contact"]].append(row["actor"])
    told = {
        row["id"]: row["speaker"]
        for row in _ask(
            db,
            "SELECT contacts.id, speaker FROM contacts JOIN statements ON statements.id = per WHERE contacts.id IN ({0})",
            ids,
        )
    }
    evidence = load_evidence_of(db, [(row["report"], row["id"]) for row in rows.values()])
    named = [key for keys in parties.values() for key in keys] + [row["mediator"] for row in rows.values()] + list(told.values())
    actors = _load_actors(db, named)
    reports = load_citations(db, {row["report"] for row in rows.values()})
    found = [contact_of(rows[key], parties[key], evidence, rows[key]["mediator"]) for key in ids if key in rows]
    windows = _load_windows(db, [(rows[c.id]["report"], c.evidence, ()) for c in found])
    return tuple(
        ContactPassage(reports[rows[c.id]["report"]], *_name_parties(c, actors), actors.get(told.get(c.id) or ""), window)
        for c, window in zip(found, windows, strict=True)
    )


def load_citations(db: Database, ids: Iterable[str]) -> dict[str, Citation]:
    """Reports of these ids, without their texts."""
    rows = _ask(db, f"SELECT {CITED} FROM reports WHERE id IN ({{0}})", sorted(ids))  # noqa: S608 - our own columns
    return {row["id"]: citation_of(row) for row in rows}


def citation_of(row: Row) -> Citation:
    """The citation that some columns of `reports` hold."""
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return Citation(row["id"], row["name"], row["outlet"], row["title"], day, row["url"], row["superseded_by"], row["language"])


def _name_speakers(s: Statement, actors: dict[str, Actor]) -> tuple[Statement, tuple[Actor, ...]]:
    """A statement whose actors go by their ids in the record, and these actors."""
    own = {key: actors[key] for key in (s.speaker, *(relay.actor for relay in s.via)) if key}
    united = replace(
        s,
        speaker=own[s.speaker].id if s.speaker else None,
        via=tuple(replace(relay, actor=own[relay.actor].id) for relay in s.via),
    )
    return united, _one_each(own.values())


def _name_parties(c: Contact, actors: dict[str, Actor]) -> tuple[Contact, tuple[Actor, ...]]:
    own = {key: actors[key] for key in (*c.parties, c.by) if key}
    united = replace(c, parties=tuple(dict.fromkeys(own[key].id for key in c.parties)), by=own[c.by].id if c.by else None)
    return united, _one_each(own.values())


def _one_each(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({actor.id: actor for actor in reversed(list(actors))}.values())[::-1]


def _load_actors(db: Database, ids: Iterable[str | None]) -> dict[str, Actor]:
    """Actors of reports by their ids there; each has its id in the record."""
    rows = _ask(
        db,
        """SELECT actors.*, identity, confirmed.actor IS NOT NULL AS judged FROM actors
           LEFT JOIN confirmed ON confirmed.actor = identity WHERE id IN ({0})""",
        sorted({key for key in ids if key}),
    )
    return {
        row["id"]: Actor(
            row["identity"], row["name"], row["type"], row["role"], row["party"], side=row["side"], confirmed=bool(row["judged"])
        )
        for row in rows
    }


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


def _select(db: Database, table: str, ids: Sequence[str]) -> list[Row]:
    return _ask(db, f"SELECT * FROM {table} WHERE id IN ({{0}})", ids)  # noqa: S608 - a name of our own table


def _ask(db: Database, question: str, ids: Iterable[str]) -> list[Row]:
    return db.rows(question.format("SELECT value FROM json_each(?)"), (json.dumps(list(ids)),))
