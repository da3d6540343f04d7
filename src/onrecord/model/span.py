"""A stretch of a report's text, with its words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points [start, end) of `Report.text`; `text` repeats the words found there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise ValueError(f"not a span: [{self.start}, {self.end}) {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` at [start, end)."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same words, `by` code points further on."""
        return Span(self.start + by, self.end + by, self.text)

    def to_json(self) -> dict[str, Any]:
        """The span as the record JSON has it."""
        return {"start": self.start, "end": self.end, "text": self.text}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Span:
        """The inverse of `to_json`."""
        return cls(value["start"], value["end"], value["text"])


Spans = tuple[Span, ...]
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def spans_to_json(spans: Sequence[Span]) -> list[dict[str, Any]]:
    """Several spans as the record JSON has them."""
    return [span.to_json() for span in spans]


def spans_from_json(values: Sequence[dict[str, Any]]) -> Spans:
    """The inverse of `spans_to_json`."""
    return tuple(Span.from_json(value) for value in values)


def content_id(prefix: str, *parts: Any) -> str:
    """An id that depends on nothing but its content: the prefix and 16 hexadecimal digits of SHA-256."""
    return f"{prefix}_{hashlib.sha256(_CANONICAL.encode(parts).encode()).hexdigest()[:16]}"
