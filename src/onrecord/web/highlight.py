"""Overlapping spans of a text as a flat row of segments: the text is cut at every edge, and each segment knows what covers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: So many lines are drawn under a text; of what lies deeper only the number is told.
SLOTS = 3


@dataclass(frozen=True)
class Mark:
    """Half-open code points [start, end) that play a role in an entry."""

    start: int
    end: int
    entry: str
    role: str


@dataclass(frozen=True)
class Segment:
    """Code points [start, end) that no edge of a mark divides, and the marks that cover all of them."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()


def flatten(start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut [start, end) at the edges of marks; the segments follow each other without a gap.

    Args:
        start: where the stretch of text begins.
        end: where it ends.
        marks: in any order; those that reach beyond the stretch count for the part inside.
    """
    near = sorted((m for m in marks if m.start < end and start < m.end), key=order)
    cuts = sorted({start, end, *(edge for m in near for edge in (m.start, m.end) if start < edge < end)})
    return tuple(Segment(a, b, tuple(m for m in near if m.start < b and a < m.end)) for a, b in pairwise(cuts))


def assign_slots(marks: Iterable[Mark]) -> dict[Mark, int]:
    """The line under the text that each mark is drawn on, from 0: the first that no mark which overlaps it has taken.

    Marks that begin earlier choose first, then longer ones, so that what is inside lies under what is around it. The same words
    in the same role have one line, however many entries they belong to.
    """
    slots: dict[tuple[int, int, str], int] = {}
    ends: list[int] = []
    ordered = sorted(set(marks), key=order)
    for mark in ordered:
        if (mark.start, mark.end, mark.role) not in slots:
            slot = next((number for number, end in enumerate(ends) if end <= mark.start), len(ends))
            ends[slot:] = [mark.end, *ends[slot + 1 :]]
            slots[mark.start, mark.end, mark.role] = slot
    return {mark: slots[mark.start, mark.end, mark.role] for mark in ordered}


def order(mark: Mark) -> tuple[int, int, str, str]:
    """Marks in the order of their beginnings; of those that begin together, the longer first."""
    return (mark.start, mark.start - mark.end, mark.entry, mark.role)


def split_pages(text: str, starts: Sequence[int], most: int, entries: int) -> tuple[tuple[int, int], ...]:
    """Cut a text into pages, between paragraphs where it can be, or else between words.

    Args:
        text: the whole text.
        starts: where entries begin, in any order.
        most: so many code points are on a page at most.
        entries: and so many entries, unless more begin in one paragraph.
    """
    pages: list[tuple[int, int]] = []
    begun = 0
    places = sorted(starts)
    for start, end in _blocks(text, most):
        inside = sum(1 for place in places if begun <= place < end)
        if start > begun and (end - begun > most or inside > entries):
            pages.append((begun, start))
            begun = start
    return (*pages, (begun, len(text)))


def find_paragraphs(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a stretch of text: what stands between line ends, without these."""
    out = []
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            out.append((at, at + len(line)))
        at += len(line) + 1
    return tuple(out)


def _blocks(text: str, most: int) -> Iterable[tuple[int, int]]:
    """Paragraphs with the line ends after them; what is too long for a page is divided."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        if end - at > most:
            end = text.rfind(" ", at, at + most) + 1 or at + most
        yield at, end
        at = end
