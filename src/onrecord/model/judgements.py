"""What people decide about actors: that two are one, or are not, or what one is called. Judgements are added, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Anchor:
    """Where an actor stands in one report: words of it, as half-open code points of the report's text, and its name there.

    Ids of actors change when a report is read again; the report and its words do not.
    """

    report: str
    start: int
    end: int
    text: str
    name: str

    def to_json(self) -> list[Any]:
        """The value as JSON."""
        return [self.report, self.start, self.end, self.text, self.name]


@dataclass(frozen=True)
class Judgement:
    """One decision: of what kind, on which actors, by whom, why and when.

    `a` is the actor meant, as it stood in each report then; `b` the other one of two, or for a split the rest of it. `undoes`
    is the number of the judgement that an undo takes back; `undone` whether a later one takes this back.
    """

    number: int
    kind: str
    a: tuple[Anchor, ...]
    b: tuple[Anchor, ...]
    name: str | None
    undoes: int | None
    by: str
    why: str
    made_at: datetime
    undone: bool = False

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "number": self.number, "kind": self.kind, "a": [x.to_json() for x in self.a], "b": [x.to_json() for x in self.b],
            "name": self.name, "undoes": self.undoes, "by": self.by, "why": self.why,
            "made_at": self.made_at.isoformat(timespec="seconds"), "undone": self.undone,
        }  # fmt: skip

    def describe(self) -> str:
        """The decision in words."""
        of = ["/".join(dict.fromkeys(anchor.name for anchor in anchors)) for anchors in (self.a, self.b)]
        what = {
            "merge": f"{of[0]} and {of[1]} are one",
            "distinct": f"{of[0]} and {of[1]} are not one",
            "split": f"{of[0]} in {len({x.report for x in self.a})} of the reports is somebody else",
            "rename": f"{of[0]} is called {self.name}",
            "undo": f"judgement {self.undoes} is taken back",
        }[self.kind]
        return f"{self.number}: {what}, by {self.by} on {self.made_at.date()}: {self.why}{' (taken back)' if self.undone else ''}"


@dataclass(frozen=True)
class Verdict:
    """A judgement that stands, on actors by their ids now; those of a side are one, and for `apart` the two sides are not."""

    number: int
    kind: str
    sides: tuple[frozenset[str], ...]
    apart: bool
    name: str | None = None
