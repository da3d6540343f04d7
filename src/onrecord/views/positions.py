"""Positions: what a side, or an actor, has said on an issue over time, and how that moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from onrecord.across.movement import LOOK_BACK, Movement, find_silent, trace_movement
from onrecord.across.redlines import find_red_line
from onrecord.across.stated import TURNS, Stated
from onrecord.store.database import Database
from onrecord.store.findings import FoundStatement
from onrecord.store.ladders import Rung, Spot, count_tellings, last_day, load_rungs, load_spots
from onrecord.store.singles import load_single_statements


@dataclass(frozen=True)
class Step:
    """An utterance by its earliest telling, the movement to it, and the statement that it is compared with.

    `tellings` says how many statements tell of the utterance. `silent` says that nothing has been said about the same thing since, for as
    long as was asked for. `red_line` says by which rule it draws one; None if it does not.
    """

    found: FoundStatement
    movement: Movement
    before: FoundStatement | None
    tellings: int
    silent: bool = False
    red_line: str | None = None

    @property
    def conditions(self) -> tuple[str, ...]:
        """The words that it makes depend on a condition."""
        return tuple(span.text for span in self.found.statement.condition)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "movement": self.movement.kind, "why": list(self.movement.why), "disagrees": self.movement.disagrees,
            "statement": self.found.to_json(), "before": self.before and self.before.to_json(), "conditions": list(self.conditions),
            "tellings": self.tellings, "silent": self.silent, "red_line": self.red_line,
        }  # fmt: skip


@dataclass(frozen=True)
class Position:
    """What a side, or an actor, has said on one issue: steps, the latest first; none if nothing is on record.

    `of` is the name of the side or actor; `until` is the day up to which was asked, or the last day of the record; `left_out` is a number
    of earlier steps that were not asked for.
    """

    of: str
    issue: str
    steps: tuple[Step, ...]
    until: date | None
    left_out: int = 0

    @property
    def now(self) -> Step | None:
        """The latest step."""
        return self.steps[0] if self.steps else None

    @property
    def age(self) -> int | None:
        """How many days before `until` the latest was said; None if that is not known."""
        return days_between(_said(self.now.found), self.until) if self.now else None

    @property
    def demands(self) -> tuple[Step, ...]:
        """What is asked of others."""
        return tuple(step for step in self.steps if TURNS[step.found.statement.act] == "ask")

    @property
    def offers(self) -> tuple[Step, ...]:
        """What is offered, accepted or promised."""
        return tuple(step for step in self.steps if TURNS[step.found.statement.act] == "offer")

    @property
    def refusals(self) -> tuple[Step, ...]:
        """What is refused."""
        return tuple(step for step in self.steps if step.found.statement.act == "refuse")

    @property
    def preconditions(self) -> tuple[Step, ...]:
        """What is made to depend on a condition that has words of its own."""
        return tuple(step for step in self.steps if step.conditions)

    @property
    def red_lines(self) -> tuple[Step, ...]:
        """What is ruled out for good, or refused or threatened again and again."""
        return tuple(step for step in self.steps if step.red_line)

    @property
    def disagreements(self) -> tuple[Step, ...]:
        """Where two of the side say opposite things."""
        return tuple(step for step in self.steps if step.movement.disagrees)

    @property
    def dropped(self) -> tuple[Step, ...]:
        """What was said last about a thing that has not been spoken of for long."""
        return tuple(step for step in self.steps if step.silent)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON; the lists name statements by id."""
        lists = ("demands", "offers", "refusals", "preconditions", "red_lines", "disagreements", "dropped")
        return {
            "of": self.of, "issue": self.issue, "until": self.until and self.until.isoformat(), "age": self.age,
            "stance": self.now and self.now.found.statement.stance, "steps": [step.to_json() for step in self.steps],
            "left_out": self.left_out,
            **{name: [step.found.statement.id for step in getattr(self, name)] for name in lists},
        }  # fmt: skip


def find_positions(
    db: Database, *, who: str | None = None, name: str | None = None, side: str | None = None, issue: str | None = None,
    since: date | None = None, until: date | None = None, months: int = 3, most: int | None = None,
) -> Iterator[Position]:  # fmt: skip
    """Positions of an actor or a side, or of all sides, by side and issue; only those with a step in the period.

    Movement is told from all that was said before, whether in the period or not.

    Args:
        db: the record.
        who: an actor, by its id in the record; `name` is what it is called.
        name: see `who`.
        side: a side, by its exact name.
        issue: one issue; all if None.
        since: the first day of the period, `until` the last; what can have been said in it counts.
        until: see `since`.
        months: what has not been spoken of for so many months is dropped.
        most: so many steps of each ladder at most, the latest; all if None.
    """
    end = until or last_day(db)
    spots = load_spots(db, who, side, issue)
    for (of, about), group in groupby(sorted(spots, key=lambda r: _ladder_of(r, name)), key=lambda r: _ladder_of(r, name)):
        ladder = [spot for spot in group if until is None or spot.overlaps(None, until)]
        shown = [i for i, spot in enumerate(ladder) if spot.overlaps(since, until)]
        left_out = max(0, len(shown) - most) if most else 0
        if steps := _steps(db, ladder, shown[left_out:], end, months):
            yield Position(of, about, steps, end, left_out)


def _steps(db: Database, spots: Sequence[Spot], shown: Sequence[int], end: date | None, months: int) -> tuple[Step, ...]:
    """Some steps of a ladder, by their places in it, the latest first."""
    if not shown:
        return ()
    # A step is compared with the few before it alone, so what is far from those that are shown changes nothing.
    begin = max(0, shown[0] - LOOK_BACK)
    ladder, shown = load_rungs(db, spots[begin : shown[-1] + LOOK_BACK + 1]), [i - begin for i in shown]
    stated = [stated_of(rung) for rung in ladder]
    moves = dict(enumerate(trace_movement(stated, shown[0]), shown[0]))
    silent = find_silent(stated, tuple(moves.values()), end, months) if end else frozenset()
    compared = {i: ladder[at].id for i in shown if (at := moves[i].since) is not None}
    found = load_single_statements(db, [*(ladder[i].id for i in shown), *compared.values()])
    tellings = count_tellings(db, (ladder[i].utterance for i in shown))
    return tuple(
        Step(
            found[ladder[i].id],
            moves[i],
            found[compared[i]] if i in compared else None,
            tellings[ladder[i].utterance],
            i in silent,
            find_red_line(stated, moves[i], i),
        )
        for i in reversed(shown)
    )


def _ladder_of(rung: Spot, name: str | None) -> tuple[str, str]:
    return name or rung.side or "", rung.issue


def stated_of(rung: Rung) -> Stated:
    """What movement is told from."""
    return Stated(
        rung.content, rung.stance, rung.act, rung.who, rung.condition, rung.meaning, rung.first, rung.last or rung.day, _weight(rung),
        rung.issue, rung.report, rung.place,
    )  # fmt: skip


def _weight(rung: Rung) -> int:
    """How much a speaker speaks for the side: a country or body most, then who holds an office, then anybody else."""
    if rung.type in ("country", "organization", "group"):
        return 2
    return 1 if rung.role and rung.type == "person" else 0


def _said(found: FoundStatement) -> date | None:
    return (found.statement.said and found.statement.said.last) or found.report.day


def days_between(day: date | None, end: date | None) -> int | None:
    """How old what was said on a day is at the end; None if either is not known."""
    return (end - day).days if day and end else None
