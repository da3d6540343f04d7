"""`onrecord contradictions`: statements and contacts that may contradict each other, and what people decide about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Unpack

import click

from onrecord.cli.columns import echo_columns
from onrecord.cli.judging import add_history, add_pair
from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import echo_json
from onrecord.model.contradictions import DECISIONS, KINDS, Decision
from onrecord.record import Record
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.views.contradictions import OPEN, ContradictionFilters, FoundContradiction
from onrecord.wording import cite, describe_contact, describe_statement


@click.group()
def contradictions() -> None:
    """List what may contradict each other, and decide about it.

    A machine proposes pairs of entries that cannot both be right, or of which one denies the other, with both sources; it says
    nothing about who is right. Decisions are kept with who made them, when and why, hold when reports are read again, and can be
    undone. What is rejected is not listed any more, unless asked for.

    \b
    Example:
      onrecord contradictions list --record talks.db --kind denial
    """


@contradictions.command("list")
@record_option
@json_option
@click.option("--kind", type=click.Choice(KINDS), help="What it is about.")
@click.option("--party", metavar="WORDS", help="Somebody of this name or side says one of the two, or took part.")
@click.option("--issue", metavar="ISSUE", help="What one of the two is about, as talks or prisoners.")
@days_options
@click.option("--decision", type=click.Choice((OPEN, *DECISIONS)), help="What was decided; all but the rejected, if not given.")
def list_contradictions(record: Path, as_json: bool, **filters: Unpack[ContradictionFilters]) -> None:
    """List pairs that may contradict each other, by day, side by side.

    \b
    Example:
      onrecord contradictions list --record talks.db --party Orvania --decision open
    """
    with Record.open(record, create=False) as opened:
        found = opened.contradictions(**filters)
    for one in found:
        if as_json:
            echo_json(one)
        else:
            echo_contradiction(one)
    if not found:
        click.echo("Nothing in the record fits.", err=True)


def _deciding(kind: str) -> Callable[[Record, str, str, str, str], Decision]:
    return lambda record, a, b, by, why: record.judge_contradiction(a, b, kind, by, why)


for _kind, _name, _summary in (
    ("confirmed", "confirm", "Decide that two entries contradict each other"),
    ("rejected", "reject", "Decide that two entries do not contradict each other"),
    ("unsure", "unsure", "Say that it cannot be decided whether two entries contradict each other"),
):
    _example = 'stm_1 stm_2 --why "read both reports"'
    add_pair(contradictions, _name, "ENTRY", f"{_summary}, given by their ids.", _example, _deciding(_kind))
add_history(contradictions, "decision", "contradiction", Record.undo_contradiction, Record.contradiction_decisions)


def echo_contradiction(found: FoundContradiction) -> None:
    """Print a pair: what differs, then both entries side by side."""
    score = f"score {found.score:.2f}" if found.score else "no longer proposed"
    decided = f"{found.decision.kind} by {found.decision.by}" if found.decision else "not decided"
    click.secho(f"May contradict each other ({found.kind}) · {score} · {decided}", bold=True)
    differs = (() if found.kind == "denial" else (f"“{words}”",) for words in found.differs)
    echo_columns(*([*words, *describe_end(end)] for words, end in zip(differs, (found.a, found.b), strict=True)))


def describe_end(end: FoundStatement | FoundContact) -> Iterator[str]:
    """A statement or contact in words, with the report that it stands in."""
    entry = end.statement.id if isinstance(end, FoundStatement) else end.contact.id
    yield from describe_statement(end) if isinstance(end, FoundStatement) else describe_contact(end)
    yield f"{cite(end.report)} · {entry}"
