"""Variants: what one telling drops, adds or changes against another, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from onrecord.across.words import split_words
from onrecord.reading.language.numerals import in_figures

#: A telling that quotes is nearer to what was said than one that puts it otherwise.
NEAREST = ("direct", "mixed", "indirect")
_TOKEN = re.compile(r"[^\W_](?:[\w.,:’'-]*[^\W_])?")


@dataclass(frozen=True)
class Change:
    """Words that one telling has in place of others; nothing where it drops or adds some."""

    was: str
    now: str

    @property
    def kind(self) -> str:
        """What it is: "dropped", "added" or "changed"."""
        return "changed" if self.was and self.now else "dropped" if self.was else "added"

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"kind": self.kind, "was": self.was, "now": self.now}


@dataclass(frozen=True)
class Variant:
    """How a telling differs from another; `numbers` are figures of the one and of the other that differ, none if one has none."""

    changes: tuple[Change, ...]
    numbers: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def is_same(self) -> bool:
        """Whether the words are the same."""
        return not self.changes

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        numbers = {"was": list(self.numbers[0]), "now": list(self.numbers[1])} if any(self.numbers) else None
        return {"changes": [change.to_json() for change in self.changes], "numbers": numbers}


@dataclass(frozen=True)
class Piece:
    """A stretch of a telling, or of what it drops; `kind` is "same", "added", or "dropped", which another telling has."""

    kind: str
    text: str


def compare_words(full: str, other: str) -> Variant:
    """How `other` differs from `full`; case, accents and marks do not count, and a number in words is the same in figures."""
    a, b = _TOKEN.findall(full), _TOKEN.findall(other)
    changes = tuple(Change(" ".join(a[i:j]), " ".join(b[k:n])) for tag, i, j, k, n in _align(a, b) if tag != "equal")
    return Variant(changes, _differing(_figures_of(full), _figures_of(other)))


def mark_words(full: str, other: str) -> tuple[Piece, ...]:
    """All words of `other`, with those that `full` has in place of them before them; what `compare_words` finds, in its place."""
    a, b = list(_TOKEN.finditer(full)), list(_TOKEN.finditer(other))
    pieces, at = [], 0
    for tag, i, j, k, n in _align([m[0] for m in a], [m[0] for m in b]):
        if i < j and tag != "equal":
            start = b[k].start() if k < n else b[k - 1].end() if k else 0
            pieces += [Piece("same", other[at:start]), Piece("dropped", full[a[i].start() : a[j - 1].end()])]
            at = start
        if k < n:
            start = at if tag == "equal" else b[k].start()
            end = b[n - 1].end()
            pieces += [Piece("same", other[at:start]), Piece("same" if tag == "equal" else "added", other[start:end])]
            at = end
    return tuple(piece for piece in (*pieces, Piece("same", other[at:])) if piece.text)


def _align(a: Sequence[str], b: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    keys = [[" ".join(split_words(token)) for token in tokens] for tokens in (a, b)]
    return list(SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes())


def find_fullest(tellings: Sequence[tuple[str, str]]) -> int:
    """The place of the telling that the others are compared with: a quotation before a paraphrase, then most words, then the first.

    Args:
        tellings: kind and content of each, what was published first first.
    """
    return min(range(len(tellings)), key=lambda i: (NEAREST.index(tellings[i][0]), -len(split_words(tellings[i][1])), i))


def _figures_of(text: str) -> frozenset[str]:
    return frozenset(word for word in split_words(in_figures(text)) if word[0].isdigit())


def _differing(a: frozenset[str], b: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers that only one has, if both have such."""
    only = (tuple(sorted(a - b, key=_value)), tuple(sorted(b - a, key=_value)))
    return only if all(only) else ((), ())


def _value(figure: str) -> tuple[float, str]:
    digits = re.sub(r"[,:]", "", figure)
    return (float(digits) if digits.replace(".", "", 1).isdigit() else 0.0, figure)
