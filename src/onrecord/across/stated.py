"""A statement of a side on an issue, as it is compared with the others of its ladder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: What an act does to a position: asks of others, offers, refuses, threatens, or says how things are.
TURNS = {
    "demand": "ask", "urge": "ask", "propose": "offer", "agree": "offer", "promise": "offer", "refuse": "refuse", "deny": "refuse",
    "accuse": "refuse", "threaten": "threat", "warn": "threat", "report": "say", "assess": "say",
}  # fmt: skip


@dataclass(frozen=True)
class Stated:
    """What is compared of a statement.

    `first` and `last` are the days between which it was said; `weight` says how much its speaker speaks for the side, greater is more;
    `meaning` is empty if it is not known; `report` and `place` say where its words begin, in code points, where that is known.
    """

    content: str
    stance: str
    act: str
    speaker: str | None = None
    condition: str = ""
    meaning: bytes = b""
    first: date | None = None
    last: date | None = None
    weight: int = 0
    issue: str = ""
    report: str | None = None
    place: int = 0

    @property
    def turn(self) -> str:
        """What its act does to a position."""
        return TURNS[self.act]


def is_one_speaker(before: Stated, after: Stated) -> bool:
    """Whether two statements are known to be of one speaker."""
    return before.speaker is not None and before.speaker == after.speaker


def are_same_days(before: Stated, after: Stated) -> bool:
    """Whether two statements were said on the same days."""
    return (before.first, before.last) == (after.first, after.last) and after.first is not None


def is_one_occasion(before: Stated, after: Stated) -> bool:
    """Whether one speaker said both on the same days: then the one explains the other rather than moves from it."""
    return are_same_days(before, after) and is_one_speaker(before, after)
