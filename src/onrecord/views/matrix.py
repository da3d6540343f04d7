"""What every side holds now on every issue: a matrix, and how each of its cells has moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.across.movement import last_movement
from onrecord.store.database import Database
from onrecord.store.ladders import count_utterances, last_day, list_loudest, load_latest_rungs
from onrecord.views.positions import days_between, stated_of

#: So many of the latest statements are looked at for an arrow.
LATEST = 20


@dataclass(frozen=True)
class Cell:
    """What a side holds on an issue: latest stance, the movement to it, the last day on which it can have been said, its age in days up to
    the last day of the record, and how many utterances there are.
    """

    side: str
    issue: str
    stance: str
    movement: str
    day: date | None
    age: int | None
    count: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**vars(self), "day": self.day and self.day.isoformat()}


@dataclass(frozen=True)
class Matrix:
    """Sides × issues; where there is no cell, nothing is on record, which is not neutrality.

    `left_out` is a number of sides that fit, but have said least and were not asked for.
    """

    cells: tuple[Cell, ...]
    until: date | None
    left_out: int = 0

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that have any position, in the order of their letters."""
        return tuple(sorted({cell.side for cell in self.cells}))

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues that any side has a position on, in the order of their letters."""
        return tuple(sorted({cell.issue for cell in self.cells}))

    def cell(self, side: str, issue: str) -> Cell | None:
        """What a side holds on an issue; None if nothing is on record."""
        return next((cell for cell in self.cells if (cell.side, cell.issue) == (side, issue)), None)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "until": self.until and self.until.isoformat(), "sides": list(self.sides), "issues": list(self.issues),
            "cells": [cell.to_json() for cell in self.cells],
        }  # fmt: skip


def find_matrix(db: Database, side: str | None = None, issue: str | None = None, most: int | None = None) -> Matrix:
    """What sides hold now on issues.

    Args:
        db: the record.
        side: words of the names of the sides; all if None.
        issue: one issue; all if None.
        most: so many sides at most, those that have said most; all if None.
    """
    end = last_day(db)
    kept, whole = list_loudest(db, side, issue, most)
    cells = []
    for name, about, number in count_utterances(db, kept):
        if issue not in (None, about):
            continue
        ladder = load_latest_rungs(db, name, about, LATEST)
        rung, movement = ladder[-1], last_movement([stated_of(one) for one in ladder])
        day = rung.last or rung.day
        kind = "disagreement" if movement.disagrees else movement.kind
        cells.append(Cell(name, about, rung.stance, kind, day, days_between(day, end), number))
    return Matrix(tuple(cells), end, whole - len(kept))
