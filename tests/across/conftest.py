"""Invented reports in which invented people say what a test needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model import Actor, Entries, Relay, Report, Span, Statement, When
from onrecord.model.span import content_id
from onrecord.store.database import Database


@dataclass(frozen=True)
class Said:
    """One statement of a report: who says what; of `via`, `venue`, `to` and `cue` the names or words; from `day` to `last`."""

    speaker: str | None
    content: str
    day: str | None = None
    basis: str = "stated"
    act: str = "refuse"
    issue: str = "talks"
    stance: str = "against"
    kind: str = "direct"
    type: str = "person"
    party: str | None = "Orvania"
    via: tuple[str, ...] = ()
    relayer: str = "outlet"
    venue: str = ""
    to: str = ""
    cue: str = ""
    inside: int | None = None
    last: str | None = None


def make_entries(
    name: str, said: Iterable[Said], published: str = "2031-03-14", outlet: str | None = "Courier", title: str = "News", end: str = ""
) -> Entries:
    """A report with a title, a line for each statement, and what else it ends with; a content that the title has stands in the title."""
    said = tuple(said)
    lines = [f"{one.speaker or 'Somebody'} at {one.venue} to {one.to} via {' '.join(one.via)} {one.cue}: {one.content}" for one in said]
    text = "\n\n".join((title, "\n".join(lines), end)).strip() + "\n"
    report = Report(name, text, outlet=outlet, title=title, published=date.fromisoformat(published))
    actors: dict[str, Actor] = {}

    def actor(name: str, kind: str, party: str | None, mentions: tuple[Span, ...] = ()) -> str:
        key = content_id("act", report.id, name)
        actors.setdefault(key, Actor(key, name, kind, None, party, mentions))
        return key

    def span(words: str, start: int = 0) -> tuple[Span, ...]:
        at = text.index(words, start)
        return (Span(at, at + len(words), words),)

    statements: list[Statement] = []
    at = len(title)
    for one, line in zip(said, lines, strict=True):
        at = text.index(line, at)
        days = (date.fromisoformat(one.day or published), date.fromisoformat(one.last or one.day or published))
        statements.append(
            Statement(
                id=content_id("stm", report.id, len(statements)),
                kind=one.kind,
                source=(),
                cue=span(one.cue, at) if one.cue else (),
                content=span(one.content) if one.content in title else span(one.content, at + line.index(": ")),
                speaker=actor(one.speaker, one.type, one.party, span(one.speaker, at)) if one.speaker else None,
                via=tuple(Relay(actor(via, one.relayer, None), span(via, at)) for via in one.via),
                inside=None if one.inside is None else statements[one.inside].id,
                said=When(*days, one.basis if one.day else "published"),
                addressee=span(one.to, at) if one.to else (),
                venue=span(one.venue, at) if one.venue else (),
                condition=(),
                act=one.act,
                issue=one.issue,
                stance=one.stance,
                confidence=0.9,
            )
        )
    return Entries(report, tuple(statements), (), tuple(actors.values()))


def groups_of(db: Database) -> set[frozenset[str]]:
    """Groups of two or more statements, each statement by its report and content."""
    found: dict[str, set[str]] = {}
    for row in db.rows("SELECT utterance, name, content FROM statements JOIN reports ON reports.id = report"):
        found.setdefault(row["utterance"], set()).add(f"{row['name']}: {row['content']}")
    return {frozenset(group) for group in found.values() if len(group) > 1}
