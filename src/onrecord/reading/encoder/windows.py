"""Text as the encoder sees it: word pieces, their case shapes, and overlapping windows of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
SIZE = 384
MARGIN = 48
#: The last window of a text has at least so many pieces: enough to look back on, and fewer than it has room for, which take time.
LAST = 254

#: Case shape of a word piece; the second half of the table is the same shapes at the start of a paragraph.
SHAPES = ("other", "lower", "Title", "UPPER", "mixed", "digit")
_BREAK = re.compile("\n")


@lru_cache(maxsize=1 << 15)
def shape_of(piece: str) -> int:
    """The index into `SHAPES` of one piece's surface form."""
    if piece.isdigit():
        return 5
    if not any(c.isalpha() for c in piece):
        return 0
    if piece.islower():
        return 1
    if piece.isupper():
        return 3 if len(piece) > 1 else 2
    return 2 if piece[0].isupper() and piece[1:].islower() else 4


@dataclass(frozen=True)
class Pieces:
    """A text's word pieces.

    `ids` and `shapes` are int64 arrays of shape (n,); `spans` is (n, 2), half-open code points of the text.
    """

    ids: np.ndarray
    shapes: np.ndarray
    spans: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def _edges(self) -> tuple[np.ndarray, np.ndarray]:
        return self.spans[:, 0], self.spans[:, 1]

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of pieces that overlap the characters [start, end)."""
        starts, ends = self._edges
        return int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))


def split_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Split a text into word pieces with offsets into it; nothing is cut off, no special pieces are added."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = encoding.offsets
    spans = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    shapes = np.array([shape_of(text[start:end]) for start, end in offsets], dtype=np.int64)
    breaks = np.array([m.start() for m in _BREAK.finditer(text)], dtype=np.int64)
    fresh = np.diff(np.searchsorted(breaks, spans[:, 0]), prepend=-1) != 0
    shapes += len(SHAPES) * fresh
    return Pieces(np.array(encoding.ids, dtype=np.int64), shapes, spans)


@dataclass(frozen=True)
class Window:
    """Pieces [start, end) go in; the answer is kept for [keep_start, keep_end) only, away from the edges."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def split_windows(n: int, size: int = SIZE, margin: int = MARGIN) -> Iterator[Window]:
    """Cover n pieces with windows of at most `size` (two of them special); kept parts tile [0, n) exactly.

    The last window goes back no further than its margin needs, or until it has `LAST` pieces.
    """
    room = size - 2
    if n <= room:
        yield Window(0, n, 0, n)
        return
    start = 0
    kept = 0
    while True:
        end = min(start + room, n)
        keep_end = n if end == n else end - margin
        yield Window(start, end, kept, keep_end)
        if end == n:
            return
        kept = keep_end
        start = min(kept - margin, n - min(room, LAST))
