"""Origins of what is told several times: on how many independent ones an utterance or a contact rests, and by which ways it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.across.copies import sort_moment
from onrecord.across.origins import Branch, Told, find_branches, trace_chain
from onrecord.across.renderings import HEADLINE
from onrecord.errors import QueryError
from onrecord.model import Report
from onrecord.model.span import Spans
from onrecord.store.database import Database
from onrecord.store.findings import cite
from onrecord.store.singles import load_parts
from onrecord.store.statements import GAP

_TELLINGS = """
    SELECT {0}.id, {0}.report, {0}.{2}, coalesce(original, {0}.report) FROM {0} JOIN reports ON reports.id = {0}.report
    WHERE {0}.id = :head OR ({1} = :head AND superseded_by IS NULL)"""
#: The tellings of an utterance, or of a contact, that one of them stands for, as `collect_told` takes them.
OF_UTTERANCE, OF_CONTACT = _TELLINGS.format("statements", "utterance", "id"), _TELLINGS.format("contacts", "occasion", "per")


@dataclass(frozen=True)
class Way:
    """How one telling came: the report that it stands in, and the names of those through whom it came, nearest the speaker first.

    `speaker` is who says it there, None where nobody is known or the report tells it itself; `words` are those that tell it.
    """

    telling: str
    report: Report
    through: tuple[str, ...]
    speaker: str | None
    words: str
    copy_of: Report | None = None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        copy = cite(self.copy_of) if self.copy_of else None
        said = {"telling": self.telling, "speaker": self.speaker, "words": self.words}
        return said | {"report": cite(self.report), "through": list(self.through), "copy_of": copy}


@dataclass(frozen=True)
class FoundOrigins:
    """The origins of a statement or contact, `id`, that is told once or several times, each with the ways of its tellings."""

    id: str
    branches: tuple[Branch, ...]
    ways: tuple[Way, ...]

    @property
    def reports(self) -> int:
        """How many reports tell it, copies among them."""
        return len({way.report.id for way in self.ways})

    def ways_of(self, branch: Branch) -> tuple[Way, ...]:
        """The ways of the tellings that have one origin, what was published first first."""
        return tuple(way for way in self.ways if way.telling in branch.tellings)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        branches = [
            {"origin": branch.origin.to_json(), "ways": [way.to_json() for way in self.ways_of(branch)]} for branch in self.branches
        ]
        return {"id": self.id, "reports": self.reports, "origins": len(self.branches), "branches": branches}


def find_entry_origins(db: Database, entry: str) -> FoundOrigins:
    """The origins of the utterance that a statement tells of, or of the contact that a record of it tells of.

    Raises:
        QueryError: there is no such statement or contact.
    """
    for table, column, question in (("statements", "utterance", OF_UTTERANCE), ("contacts", "occasion", OF_CONTACT)):
        if rows := db.rows(f"SELECT coalesce({column}, id) FROM {table} WHERE id = ?", (entry,)):  # noqa: S608 - our own names
            head = rows[0][0]
            return make_origins(head, load_told(db, question, head))
    raise QueryError(entry, "is not the id of a statement or contact in this record")


def load_told(db: Database, question: str, head: str) -> list[Told]:
    """What a question, `OF_UTTERANCE` or `OF_CONTACT`, finds of the entry that stands for others, what was published first first."""
    return order_told(collect_told(db, [tuple(row) for row in db.rows(question, {"head": head})]))


def collect_told(db: Database, keys: Sequence[tuple[str, str, str | None, str]]) -> list[Told]:
    """Tellings with what their reports tell of them and of whom these know.

    Args:
        db: the record.
        keys: of each telling its id, its report, the statement that tells it, if there is one, and the report that its own is a copy of.
    """
    out = []
    parts = load_parts(db, {report for _, own, _, original in keys for report in (own, original)}, {key for _, _, key, _ in keys if key})
    for entry, report, key, original in keys:
        entries = parts[report]
        statement = next((s for s in entries.statements if s.id == key), None)
        is_head = statement is not None and _stands_in_headline(entries.report.text, statement.content)
        out.append(Told(entry, entries, statement, parts[original], is_head))
    return out


def order_told(group: Sequence[Told]) -> list[Told]:
    """What was published first first; in one report as it stands there."""
    return sorted(group, key=_place)


def make_origins(entry: str, group: Sequence[Told]) -> FoundOrigins:
    """The origins of tellings that are in order."""
    return FoundOrigins(entry, find_branches(group), tuple(_way_of(told) for told in group))


def _way_of(told: Told) -> Way:
    chain = trace_chain(told.entries, told.statement) if told.statement else ()
    original = told.original.report
    copy = original if original.id != told.entries.report.id else None
    return Way(told.id, told.entries.report, tuple(actor.name for actor in chain), _speaker_of(told), _words_of(told), copy)


def _speaker_of(told: Told) -> str | None:
    speaker = told.statement.speaker if told.statement else None
    return next((actor.name for actor in told.entries.actors if actor.id == speaker), None)


def _words_of(told: Told) -> str:
    """The content of the statement, or the words that tell of the contact."""
    contact = next((c for c in told.entries.contacts if c.id == told.id), None)
    spans = contact.evidence if contact else told.statement.content if told.statement else ()
    return GAP.join(span.text for span in spans)


def _place(told: Told) -> tuple[str, str, int, str]:
    report = told.entries.report
    start = min((span.start for span in told.statement.content), default=0) if told.statement else 0
    published = report.published.isoformat() if report.published else None
    return sort_moment(published), report.id, start, told.id


def _stands_in_headline(text: str, content: Spans) -> bool:
    return bool(content) and min(span.start for span in content) < text.find("\n\n") <= HEADLINE
