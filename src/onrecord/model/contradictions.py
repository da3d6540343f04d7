"""Pairs of entries that cannot both be right, or of which one denies the other: proposals, and what people decide about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from onrecord.model.judgements import Anchor

#: What a contradiction is about: that something is not so, how much, when, where, who, what was said, whether it happened.
KINDS = ("denial", "number", "time", "place", "who", "words", "whether")
DECISIONS = ("confirmed", "rejected", "unsure")


@dataclass(frozen=True)
class Proposal:
    """Two entries of a record that may contradict each other: never a verdict.

    For a denial `a` is what is denied and `b` what denies it; otherwise `a` comes first in the record. `differs` are the words in
    which they differ, those of `a` first; `score` in [0, 1] says how likely a reader would agree.
    """

    kind: str
    a: str
    b: str
    differs: tuple[str, str]
    score: float


@dataclass(frozen=True)
class Decision:
    """What somebody decided about a pair of entries, by whom, why and when.

    `kind` is one of DECISIONS, or "undo"; `about` and `differs` are the kind and the words of the proposal; the entries are given by
    their words, because ids change when reports are read again. `undoes` is the number of the decision that an undo takes back.
    """

    number: int
    kind: str
    about: str
    differs: tuple[str, str]
    a: Anchor | None
    b: Anchor | None
    undoes: int | None
    by: str
    why: str
    made_at: datetime
    undone: bool = False

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "number": self.number, "kind": self.kind, "about": self.about, "differs": list(self.differs),
            "a": self.a.to_json() if self.a else None, "b": self.b.to_json() if self.b else None, "undoes": self.undoes, "by": self.by,
            "why": self.why, "made_at": self.made_at.isoformat(timespec="seconds"), "undone": self.undone,
        }  # fmt: skip

    def describe(self) -> str:
        """The decision in words."""
        if self.a is None or self.b is None:
            what = f"decision {self.undoes} is taken back"
        else:
            words = " / ".join(f"“{' '.join(anchor.text.split())}”" for anchor in (self.a, self.b))
            what = f"{self.kind} ({self.about}): {words}"
        return f"{self.number}: {what}, by {self.by} on {self.made_at.date()}: {self.why}{' (taken back)' if self.undone else ''}"
