"""`onrecord positions`: what a side or an actor has said on an issue over time, and how that moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record
from onrecord.store.findings import FoundStatement
from onrecord.wording import ARROWS, CLOSE, LISTS, OPEN, cite, count, describe_days, describe_statement, join, name_actor, quote_proof

if TYPE_CHECKING:
    from onrecord.views.matrix import Cell, Matrix
    from onrecord.views.positions import Position, Step


@click.command()
@record_option
@json_option
@click.option("--actor", metavar="ACTOR", help="Of this actor, by id or name.")
@click.option("--side", metavar="WORDS", help="Of this side.")
@click.option("--issue", metavar="ISSUE", help="On this issue, as talks or prisoners.")
@days_options
@click.option("--months", type=click.IntRange(min=1), default=3, show_default=True, help="What was last said so long ago is dropped.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="The latest so many on each issue of each side."
)
@click.option("--matrix", is_flag=True, help="Only what each side holds now on each issue.")
def positions(
    record: Path, as_json: bool, actor: str | None, side: str | None, issue: str | None, since: date | None, until: date | None,
    months: int, limit: int, matrix: bool,
) -> None:  # fmt: skip
    """Show what sides demand, offer and refuse, and how that moves.

    For each side and issue, the latest statement comes first. Each is compared with the latest earlier one about the same thing, which is
    shown beside it: first, repeated, hardened, softened, conditional or reversed. What cannot be compared is first. Movement is found by
    machine from act, stance, conditions and meaning; read the two sentences before you rely on it.

    \b
    Example:
      onrecord positions --record talks.db --side Orvania --issue prisoners
      onrecord positions --record talks.db --matrix
    """
    if matrix and (actor or side or issue or since or until):
        raise click.UsageError("--matrix shows all sides and issues; leave out the filters, or --matrix")
    with Record.open(record, create=False) as opened:
        if matrix:
            _print_matrix(opened.matrix(), as_json)
            return
        found = opened.positions(actor=actor, side=side, issue=issue, since=since, until=until, months=months, most=limit)
    for position in found:
        if as_json:
            echo_json(position)
        else:
            _print_position(position)
    if not found:
        click.echo("Nothing in the record fits.", err=True)


def _print_position(position: Position) -> None:
    echo_block(tuple(describe_position(position)))
    for step in position.steps:
        echo_block(tuple(describe_step(step)))
    if position.left_out:
        echo_block((f"{count(position.left_out, 'earlier statement')} left out; see --limit",))


def describe_position(position: Position) -> Iterator[str]:
    """Whose position on what, what it is now and since when, and the lists of its steps, by the days on which they were said."""
    now = position.now
    if now is None:
        yield f"{position.of} on {position.issue}: nothing on record"
        return
    age = f", {count(position.age, 'day')} before {position.until}" if position.age is not None else ""
    split = "; the side is not of one mind" if now.movement.disagrees else ""
    yield f"{position.of} on {position.issue}: {now.found.statement.stance}, last said {_days(now.found)}{age}{split}"
    for name, words in LISTS.items():
        if steps := getattr(position, name):
            yield f"{words}: " + "; ".join(_describe_item(name, step) for step in steps)


def describe_step(step: Step) -> Iterator[str]:
    """A statement in words, the movement to it and why, and the sentence that it is compared with."""
    heading, proof, *details = describe_statement(step.found)
    movement = step.movement
    yield f"{ARROWS[movement.kind]} {heading}"
    yield proof
    yield from details
    others = f"in {count(step.tellings, 'telling')}" if step.tellings > 1 else None
    yield join((cite(step.found.report), step.found.statement.id, others), " · ")
    if step.before is None:
        yield f"first: {movement.why[0]}"
    else:
        differs = f"differs from another of the side ({movement.kind})" if movement.disagrees else movement.kind
        speaker = name_actor(step.before.speaker) if step.before.speaker else None
        yield f"{differs}: {'; '.join(movement.why)}"
        yield f"compared with {join((speaker, _days(step.before), cite(step.before.report)))}:"
        yield quote_proof((), step.before.statement.content)
    if step.red_line:
        yield f"a red line: {step.red_line}"


def _describe_item(name: str, step: Step) -> str:
    content = tuple(span.text for span in step.found.statement.content)
    words = step.conditions if name == "preconditions" else content
    return f"{OPEN}{' '.join(' … '.join(words).split())}{CLOSE} ({_days(step.found)})"


def _days(found: FoundStatement) -> str:
    return describe_days(found.statement.said).split(" (")[0]


def _print_matrix(matrix: Matrix, as_json: bool) -> None:
    if as_json:
        echo_json(matrix)
        return
    for side in matrix.sides:
        cells = (cell for issue in matrix.issues if (cell := matrix.cell(side, issue)))
        echo_block((side, *map(_describe_cell, cells)))
    if not matrix.cells:
        click.echo("No side has taken a position in this record.", err=True)


def _describe_cell(cell: Cell) -> str:
    age = f"{count(cell.age, 'day')} ago" if cell.age is not None else None
    said = join((cell.stance, cell.movement, age, count(cell.count, "utterance")))
    return f"{ARROWS[cell.movement]} {cell.issue}: {said}"
