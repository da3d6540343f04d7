"""What a question finds: each value has all that a reader needs to check it, and prints as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.model import Actor, Contact, Entries, Report, Statement
from onrecord.model.span import Spans, spans_to_json


def cite(report: Report) -> dict[str, Any]:
    """Where a finding stands: a report without its text, as JSON."""
    day = report.day.isoformat() if report.day else None
    return {"id": report.id, "name": report.name, "outlet": report.outlet, "title": report.title, "day": day, "url": report.url}


@dataclass(frozen=True)
class FoundStatement:
    """A statement, the report that it stands in, and the actors that it names by id."""

    report: Report
    statement: Statement
    actors: tuple[Actor, ...]

    @classmethod
    def of(cls, entries: Entries, statement: Statement) -> FoundStatement:
        """A statement found among the entries of its report."""
        named = {statement.speaker, *(relay.actor for relay in statement.via)}
        return cls(entries.report, statement, tuple(actor for actor in entries.actors if actor.id in named))

    @property
    def speaker(self) -> Actor | None:
        """Who said it, by the name that the report gives; None if the report does not tell."""
        return next((actor for actor in self.actors if actor.id == self.statement.speaker), None)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        (row,) = Entries(self.report, statements=(self.statement,), actors=self.actors).to_json()["statements"]
        return {"report": cite(self.report), **row}


@dataclass(frozen=True)
class FoundContact:
    """A contact, the report that it stands in, the actors that it names by id, and whose account it is, if not the report's."""

    report: Report
    contact: Contact
    actors: tuple[Actor, ...]
    told_by: Actor | None = None

    @classmethod
    def of(cls, entries: Entries, contact: Contact) -> FoundContact:
        """A contact found among the entries of its report."""
        named = {contact.by, *contact.parties}
        teller = next((s.speaker for s in entries.statements if s.id == contact.per), None)
        return cls(
            entries.report,
            contact,
            actors=tuple(actor for actor in entries.actors if actor.id in named),
            told_by=next((actor for actor in entries.actors if actor.id == teller), None),
        )

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        (row,) = Entries(self.report, contacts=(self.contact,), actors=self.actors).to_json()["contacts"]
        return {"report": cite(self.report), **row}


@dataclass(frozen=True)
class Appearance:
    """An actor in one report: under which name, and where it is mentioned."""

    report: Report
    actor: Actor

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"report": cite(self.report), "name": self.actor.name, "mentions": spans_to_json(self.actor.mentions)}


@dataclass(frozen=True)
class FoundActor:
    """An actor of the record, with every report that it appears in."""

    actor: Actor
    appearances: tuple[Appearance, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All names that reports give it, its own first."""
        return tuple(dict.fromkeys((self.actor.name, *sorted(a.actor.name for a in self.appearances))))

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**self.actor.brief(), "names": list(self.names), "appearances": [a.to_json() for a in self.appearances]}


@dataclass(frozen=True)
class Hit:
    """Words that were searched for and found: a statement's content, or a paragraph of a report (`statement` is None)."""

    report: Report
    spans: Spans
    statement: FoundStatement | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        statement = self.statement.to_json() if self.statement else None
        return {"report": cite(self.report), "spans": spans_to_json(self.spans), "statement": statement}
