"""Small invented reports in which people contradict each other, and a record of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.model import Actor, Contact, Entries, Report, Span, Statement, When
from onrecord.model.span import content_id
from onrecord.record import Record
from tests.records import group, open_record, write

SIDES = {"Ivo Strand": "Orvania", "Mirela Kostan": "Tamesh", "Tamesh ministry": "Tamesh", "Ada Ferrin": None}


@dataclass(frozen=True)
class Said:
    """One sentence of a report: who says what, by which cue."""

    who: str
    cue: str
    content: str
    act: str = "report"
    issue: str = "ceasefire"


@dataclass(frozen=True)
class Met:
    """A sentence of a report that tells of a call of two people."""

    evidence: str
    parties: tuple[str, ...]
    day: date
    place: str | None = None
    status: str = "held"


SHOT = Said("Ivo Strand", "said", "that three guards fired at the ferry", "accuse")
NOT_SHOT = Said("Mirela Kostan", "denied", "that any guards fired at the ferry", "deny")
WAITED = Said("Ada Ferrin", "expects", "the weather to turn", "assess", "other")
FORTY = Said("Ivo Strand", "said", "that the shelling of the ferry lasted forty minutes")
FOUR = Said("Mirela Kostan", "put", "it at four")


def tell(name: str, *told: Said | Met, day: date = date(2031, 3, 12), outlet: str = "Courier") -> Entries:
    """A report in which these sentences stand, each in a paragraph of its own under a title that is its name."""
    sentences = [f"{one.who} {one.cue} {one.content}." if isinstance(one, Said) else f"{one.evidence}." for one in told]
    report = Report(name=name, text="\n\n".join((name, *sentences)) + "\n", outlet=outlet, published=day)
    names = [name for one in told for name in ((one.who,) if isinstance(one, Said) else one.parties)]
    at, spans = len(name) + 2, []
    for sentence in sentences:
        spans.append(at)
        at += len(sentence) + 2

    def find(words: str, start: int) -> Span:
        begin = report.text.index(words, start)
        return Span(begin, begin + len(words), words)

    actors = {
        key: Actor(content_id("act", report.id, key), key, "person", None, SIDES.get(key), _mentions(report.text, key))
        for key in dict.fromkeys(names)
    }
    when = When(day, day, "published")
    statements = tuple(
        Statement(
            content_id("stm", report.id, start), "indirect", (find(one.who, start),), (find(f" {one.cue} ", start),),
            (find(one.content, start),), actors[one.who].id, (), None, when, (), (), (), one.act, one.issue, "none", 0.9,
        )
        for one, start in zip(told, spans, strict=True) if isinstance(one, Said)
    )  # fmt: skip
    contacts = tuple(
        Contact(
            content_id("cnt", report.id, start), "call", one.status, tuple(actors[key].id for key in one.parties), None, one.place, None,
            When(one.day, one.day, "stated"), None, (find(one.evidence, start),), 0.9,
        )
        for one, start in zip(told, spans, strict=True) if isinstance(one, Met)
    )  # fmt: skip
    return Entries(report, statements, contacts, tuple(actors.values()))


def make(path: Path, reports: Iterable[Entries]) -> Record:
    """A record of some reports, written and compared one after the other."""
    db = open_record(path)
    for entries in reports:
        write(db, entries)
        group(db)
    return Record(db)


def pairs(record: Record) -> list[tuple[str, str, str]]:
    """Kind and contents of all contradictions that are listed."""
    return [(one.kind, _words(one.a), _words(one.b)) for one in record.contradictions()]


def _words(end: object) -> str:
    spans: Sequence[Span] = end.statement.content if hasattr(end, "statement") else end.contact.evidence  # type: ignore[attr-defined]
    return " … ".join(span.text for span in spans)


def _mentions(text: str, name: str) -> tuple[Span, ...]:
    out, at = [], text.find(name)
    while at >= 0:
        out.append(Span(at, at + len(name), name))
        at = text.find(name, at + 1)
    return tuple(out)
