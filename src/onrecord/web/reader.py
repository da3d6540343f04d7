"""A report as its reader shows it: a page of its text in segments, and beside it the list of what stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Entries
from onrecord.model.span import Spans
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.web.highlight import SLOTS, Mark, Segment, assign_slots, find_paragraphs, flatten, split_pages

#: So many code points, and so many entries, are on a page at most.
PAGE_LENGTH, PAGE_ENTRIES = 6000, 40
#: The roles of spans that are drawn, in the order of the legend.
ROLES = ("content", "source", "cue", "said", "via", "contact")
#: A mark of words that were searched for.
SOUGHT = "sought"


@dataclass(frozen=True)
class Entry:
    """A statement or a contact of a report, with its number in the order of the text and the spans it stands on by role."""

    id: str
    number: str
    found: FoundStatement | FoundContact
    spans: tuple[tuple[str, Spans], ...]

    @property
    def start(self) -> int:
        """Where its chief words begin."""
        return min(span.start for span in self.spans[0][1])

    @property
    def label(self) -> str:
        """What it is, for those who do not see where it stands."""
        if isinstance(self.found, FoundStatement):
            return f"Statement {self.number}, {self.found.speaker.name if self.found.speaker else 'not identified'}"
        return f"Contact {self.number}, {self.found.contact.kind}"


@dataclass(frozen=True)
class Piece:
    """Words of a text that the same marks cover, as HTML needs them; `refs` are entries whose words begin here."""

    text: str
    start: int
    classes: str
    entries: str
    more: int
    refs: tuple[Entry, ...]
    is_sought: bool


@dataclass(frozen=True)
class ReaderPage:
    """One page of a report: paragraphs of pieces, the entries that begin there, and where in the report this is."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    entries: tuple[Entry, ...]
    number: int
    pages: int
    start: int
    end: int


def list_entries_of(entries: Entries) -> tuple[Entry, ...]:
    """All entries of a report that can be shown in its text, in its order; statements are numbered, contacts too, with a C."""
    statements = [
        Entry(s.id, "", FoundStatement.of(entries, s), _first((("content", s.content), ("source", s.source), ("cue", s.cue),
              ("said", s.said.spans if s.said else ()), ("via", tuple(span for relay in s.via for span in relay.spans)))))
        for s in entries.statements
    ]  # fmt: skip
    contacts = [Entry(c.id, "", FoundContact.of(entries, c), (("contact", c.evidence),)) for c in entries.contacts]
    return tuple(
        sorted([*_number(statements, ""), *_number([one for one in contacts if one.spans[0][1]], "C")], key=_place),
    )


def make_page(entries: Entries, wanted: int = 1, selected: str | None = None, sought: tuple[int, int] | None = None) -> ReaderPage:
    """A page of a report.

    Args:
        entries: the report and all that the record holds of it.
        wanted: the number of the page, from 1, if nothing else says which.
        selected: the id of an entry; the page with its words is shown.
        sought: code points that were searched for; the page with them is shown.
    """
    text = entries.report.text
    shown = list_entries_of(entries)
    pages = split_pages(text, [entry.start for entry in shown], PAGE_LENGTH, PAGE_ENTRIES)
    place = next((entry.start for entry in shown if entry.id == selected), sought[0] if sought else None)
    number = max(1, min(len(pages), wanted))
    if place is not None:
        number = next((n for n, (start, end) in enumerate(pages, 1) if start <= place < end), number)
    start, end = pages[number - 1]
    marks = [Mark(span.start, span.end, entry.id, role) for entry in shown for role, spans in entry.spans for span in spans]
    slots = assign_slots(marks)
    if sought:
        marks.append(Mark(*sought, "", SOUGHT))
    refs: dict[int, list[Entry]] = {}
    for entry in shown:
        refs.setdefault(entry.start, []).append(entry)
    paragraphs = tuple(
        tuple(_make_piece(text, segment, slots, refs) for segment in flatten(a, b, marks)) for a, b in find_paragraphs(text, start, end)
    )
    return ReaderPage(paragraphs, tuple(e for e in shown if start <= e.start < end), number, len(pages), start, end)


def find_sought(text: str, asked: str) -> tuple[int, int] | None:
    """The code points that a query asks for, as "120-131"; None if they are not in the text."""
    first, _, last = asked.partition("-")
    if first.isdecimal() and last.isdecimal() and 0 <= int(first) < int(last) <= len(text):
        return int(first), int(last)
    return None


def _make_piece(text: str, segment: Segment, slots: dict[Mark, int], refs: dict[int, list[Entry]]) -> Piece:
    drawn = [mark for mark in segment.marks if mark.role != SOUGHT]
    lines = {slots[mark]: mark.role for mark in drawn}
    classes = " ".join(f"u{slot + 1}-{role}" for slot, role in sorted(lines.items()) if slot < SLOTS)
    return Piece(
        text=text[segment.start : segment.end],
        start=segment.start,
        classes=classes,
        entries=" ".join(dict.fromkeys(mark.entry for mark in drawn)),
        more=sum(slot >= SLOTS for slot in lines),
        refs=tuple(refs.get(segment.start, ())),
        is_sought=len(drawn) < len(segment.marks),
    )


def _first(spans: tuple[tuple[str, Spans], ...]) -> tuple[tuple[str, Spans], ...]:
    """Roles that have spans; a statement without content begins at its other words."""
    return tuple(one for one in spans if one[1])


def _number(entries: Sequence[Entry], letter: str) -> list[Entry]:
    ordered = sorted((entry for entry in entries if entry.spans), key=_place)
    return [Entry(entry.id, f"{letter}{number}", entry.found, entry.spans) for number, entry in enumerate(ordered, 1)]


def _place(entry: Entry) -> tuple[int, int, str]:
    span = min((span.start, -span.end) for span in entry.spans[0][1])
    return (*span, entry.id)
