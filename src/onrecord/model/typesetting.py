"""What setting and sending a text adds to its words: wrapped lines, hyphens at their ends, no-break spaces, ligatures, reply marks,
other languages' quotation marks.

A report keeps its text as it was published, and every span counts in that. It is read without such things, because rules and the
model know words as they are written: `Words` leads from one text to the other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar

from onrecord.model.capitals import lower_lines, lower_names
from onrecord.model.quotation import find_breaks, find_quotes, find_singles
from onrecord.model.report import Report
from onrecord.model.span import Span

T = TypeVar("T")
#: From the first of these code points on a text can have characters that only set it.
_SET = re.compile("[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufb00-\ufb06\ufeff]")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
#: What a mail that is answered or forwarded has before each of its lines.
_REPLY = re.compile(r"^(?:>[ >]*)(?=\S|$)", re.M)
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
#: Widths that texts are wrapped at, in characters; a block of so few lines does not show one.
_NARROW, _WIDE, _FEW = 50, 100, 3
#: What begins a line of its own: the mark of a list, a number, a heading, a row.
_OWN = re.compile(r"\s*(?:[-–—*•▪#|]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
_LINE = re.compile(r"[^\n]+")
_LETTERS = re.compile(r"\w*")
_HYPHEN = re.compile(r"[^\W\d_]-$")
#: (start, end, what stands there in the words).
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Words:
    """A text without typesetting, and where each of its characters stands in the printed one; no places if nothing was taken out."""

    printed: str
    text: str
    places: Sequence[int] = ()

    def of(self, report: Report) -> Report:
        """The report with these words; it is the same report, with the same id."""
        if not self.places:
            return report
        read = replace(report, text=self.text)
        read.__dict__["id"] = report.id
        return read

    def take(self, value: T) -> T:
        """Something that counts in the printed text, such as a reading, in these words."""
        return _move(value, self._take) if self.places else value

    def put_back(self, value: T) -> T:
        """Something that counts in these words, in the printed text."""
        return _move(value, self._put_back) if self.places else value

    def _take(self, span: Span) -> Span:
        start = min(bisect_left(self.places, span.start), len(self.text) - 1)
        return Span.of(self.text, start, max(start + 1, bisect_left(self.places, span.end)))

    def _put_back(self, span: Span) -> Span:
        return Span.of(self.printed, self.places[span.start], self.places[span.end - 1] + 1)


@lru_cache(maxsize=64)  # reading and resolving both ask
def words_of(text: str, names: bool = False) -> Words:
    """The words of a printed text; with `names`, those in capitals too are written as names are, which forms of text are known by."""
    if names:
        words = words_of(text)
        return _edit(words, list(lower_names(words.text)))
    words = Words(text, text)
    for find in (_find_characters, _find_marks, _find_wraps, find_quotes, find_singles, find_breaks, lower_lines):
        words = _edit(words, list(find(words.text)))
    return words


def _move(value: Any, move: Callable[[Span], Span]) -> Any:
    """A value with every span in it moved."""
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_move(one, move) for one in value)
    if isinstance(value, Report) or not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: _move(getattr(value, field.name), move) for field in fields(value) if field.init})


def _edit(words: Words, edits: Sequence[Edit]) -> Words:
    if not edits:
        return words
    places = words.places or range(len(words.text))
    text, out, at = [], [], 0
    for start, end, new in edits:
        text += [words.text[at:start], new]
        out += [*places[at:start], *(places[start:end] if len(new) == end - start else [places[start]] * len(new))]
        at = end
    return Words(words.printed, "".join((*text, words.text[at:])), (*out, *places[at:]))


def _find_characters(text: str) -> Iterator[Edit]:
    for found in () if text.isascii() else _SET.finditer(text):
        character = found[0]
        yield *found.span(), _LIGATURES.get(ord(character), " " if character.isspace() else "")


def _find_marks(text: str) -> Iterator[Edit]:
    for found in _REPLY.finditer(text) if ">" in text else ():
        yield *found.span(), ""


def _find_wraps(text: str) -> Iterator[Edit]:
    blocks = [[pair for pair in pairwise(_lines_of(text, block)) if not _begins_paragraph(text, *pair)] for block in _BLOCK.finditer(text)]
    width = max((_width_of(text, pairs) for pairs in blocks), default=0) or _width_of(text, [pair for pairs in blocks for pair in pairs])
    for (start, end), (next_start, next_end) in (pair for pairs in blocks if width for pair in pairs):
        goes_on = text[next_start].islower() and end - start > width / 2
        if _OWN.match(text, next_start) or not (goes_on or _is_full(text[start:end], text[next_start:next_end], width)):
            continue
        if not (_HYPHEN.search(text, start, end) and text[next_start].islower()):
            yield end, next_start, " "
        else:
            rest = _LETTERS.match(text, next_start, next_end)
            joined = text[text.rfind(" ", 0, end) + 1 : end] + (rest[0] if rest else "")
            yield (end, next_start, "") if joined in text else (end - 1, next_start, "")


def _lines_of(text: str, block: re.Match[str]) -> list[tuple[int, int]]:
    return [line.span() for line in _LINE.finditer(text, *block.span())]


def _begins_paragraph(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a line begins further in than the one before it."""
    first, second = (len(text[a:b]) - len(text[a:b].lstrip()) for a, b in (line, after))
    return second > first + 1


def _width_of(text: str, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> int:
    """The width that lines are wrapped at: most have no room for the next word, and many go on in small letters; 0 if they are not."""
    lines = [(text[slice(*line)], text[slice(*after)]) for line, after in pairs]
    width = max((len(line) for pair in lines for line in pair), default=0)
    if len(lines) < _FEW - 1 or not _NARROW <= width <= _WIDE:
        return 0
    full = sum(_is_full(line, after, width) for line, after in lines)
    small = sum(after.lstrip()[:1].islower() for _, after in lines)
    return width if 3 * full >= 2 * len(lines) and 2 * small >= len(lines) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether a line has no room for the word that the next one begins with."""
    return len(line) <= width and (len(line) + 1 + len(after.split()[0]) > width or bool(_HYPHEN.search(line)))
