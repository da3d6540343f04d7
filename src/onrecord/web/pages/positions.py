"""Positions: what sides hold on issues, and how what a side or an actor says of one moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypedDict
from urllib.parse import quote

from onrecord.errors import QueryError
from onrecord.reading.encoder.layout import ISSUES
from onrecord.web.facets import Blank, make_blanks, read_day, read_number
from onrecord.web.places import Asked, MissingError, Place, Shown, Table
from onrecord.wording import LISTS

if TYPE_CHECKING:
    from onrecord.views.positions import Position

#: So many sides are shown at once, and so many steps of a ladder.
SIDES, STEPS = 16, 40
#: What was last said so many months ago is dropped, if no other number is asked for.
MONTHS = 3
COLUMNS = ("side", "issue", "stance", "movement", "day", "age", "utterances", "address")
STEP_COLUMNS = (
    "statement", "said_from", "said_to", "speaker", "act", "stance", "movement", "why", "quote", "compared_with", "conditions", "red_line",
    "tellings", "outlet", "published", "address",
)  # fmt: skip
MATRIX_BLANKS = (Blank("side", "side"), Blank("issue", "issue", options=ISSUES))
LADDER_BLANKS = (Blank("since", "from day", "date"), Blank("until", "to day", "date"), Blank("months", "dropped after months", "number"))


class Period(TypedDict):
    """The days that a ladder is asked for, and after how many months what was said is dropped."""

    since: date | None
    until: date | None
    months: int


def show_matrix(asked: Asked) -> Shown:
    """What every side holds now on every issue."""
    side, issue = asked.query.get("side"), asked.query.get("issue")
    record = asked.catalogue.record
    matrix = record.matrix(side or None, issue or None, SIDES)
    return Shown(
        "positions.html",
        "Positions",
        matrix.to_json() | {"left_out": matrix.left_out},
        {"matrix": matrix, "blanks": make_blanks(asked, MATRIX_BLANKS), "coverage": asked.catalogue.coverage(), "address": address},
        Table(COLUMNS, lambda: [
            (c.side, c.issue, c.stance, c.movement, c.day, c.age, c.count, f"{asked.site}{address(c.issue, c.side)}")
            for c in record.matrix(side or None, issue or None).cells
        ]),
    )  # fmt: skip


def show_side(asked: Asked) -> Shown:
    """What a side has said on one issue, the latest first."""
    issue, side = asked.keys["issue"], asked.keys["side"]
    load = partial(asked.catalogue.record.positions, side=side, issue=issue, **_read_period(asked))
    try:
        found = load(most=STEPS)
    except QueryError as error:
        if read_day(asked, "since") or read_day(asked, "until"):
            raise
        raise MissingError(str(error)) from error
    return _show_ladder(asked, load, found, side, issue, None)


def show_actor_positions(asked: Asked) -> Shown:
    """What an actor has said on every issue; with `issue`, step by step."""
    actor = asked.catalogue.identity(asked.keys["key"])
    if actor is None:
        raise MissingError(f"There is no actor {asked.keys['key']} in this record.")
    issue, record = asked.query.get("issue"), asked.catalogue.record
    if issue:
        load = partial(record.positions, actor=actor.id, issue=issue, **_read_period(asked))
        return _show_ladder(asked, load, load(most=STEPS), actor.name, issue, actor.id)
    positions = record.positions(actor=actor.id, most=1)
    return Shown(
        "actor_positions.html",
        f"Positions of {actor.name}",
        {"actor": actor.id, "positions": [one.to_json() for one in positions]},
        {"actor": actor, "positions": positions},
        Table(("issue", *STEP_COLUMNS), lambda: [(one.issue, *row) for one in positions for row in _list_steps(asked, one)]),
    )


def address(issue: str, side: str) -> str:
    """Where the ladder of a side on an issue is."""
    return f"/positions/{quote(issue, safe='')}/{quote(side)}"


def _show_ladder(
    asked: Asked, load: Callable[[], Sequence[Position]], found: Sequence[Position], of: str, issue: str, actor: str | None
) -> Shown:
    position = found[0] if found else None
    steps = position.steps if position else ()
    compared = (step.before for step in steps if step.before)
    passages = asked.catalogue.statement_passages([found.statement.id for found in (*(step.found for step in steps), *compared)])
    lists = {words: own for name, words in LISTS.items() if position and (own := getattr(position, name))}
    return Shown(
        "position.html",
        f"{of} on {issue}",
        {"of": of, "issue": issue, "position": position and position.to_json()},
        {
            "position": position, "of": of, "issue": issue, "passages": passages, "lists": lists, "actor": actor,
            "blanks": make_blanks(asked, LADDER_BLANKS), "kept": {"issue": issue} if actor else {},
            "months": read_number(asked, "months", MONTHS),
        },
        Table(STEP_COLUMNS, lambda: [row for whole in load() for row in _list_steps(asked, whole)]),
    )  # fmt: skip


def _list_steps(asked: Asked, position: Position) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for step in position.steps:
        s, report = step.found.statement, step.found.report
        said = s.said.to_json() if s.said else {}
        rows.append(
            (s.id, said.get("from"), said.get("to"), step.found.speaker and step.found.speaker.name, s.act, s.stance, step.movement.kind,
             "; ".join(step.movement.why), " … ".join(span.text for span in s.content), step.before and step.before.statement.id,
             "; ".join(step.conditions), step.red_line, step.tellings, report.outlet, report.day, f"{asked.site}/statements/{s.id}")
        )  # fmt: skip
    return rows


def _read_period(asked: Asked) -> Period:
    return {"since": read_day(asked, "since"), "until": read_day(asked, "until"), "months": read_number(asked, "months", MONTHS)}


PLACES = (
    Place("/positions", show_matrix, csv=True),
    Place("/positions/{issue}/{side:path}", show_side, csv=True),
    Place("/actors/{key}/positions", show_actor_positions, csv=True),
)
