"""`onrecord actors`: why actors of several reports are one, and what people judge of it."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.judging import add_history, add_pair, echo_judged, judgement_options
from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record


@click.group()
def actors() -> None:
    """Say why actors are one or are not, and correct it.

    An actor is given by its id or by a name; if several have that name, they are listed with their ids. Corrections are
    judgements: they are kept with who made them, when and why, hold when reports are read again, and can be undone.
    `onrecord list actors` shows who appears in the reports.

    \b
    Example:
      onrecord actors explain Kostan "Mirela Kostan" --record talks.db
    """


@actors.command()
@click.argument("a", metavar="ACTOR")
@click.argument("b", metavar="ACTOR")
@record_option
@json_option
def explain(a: str, b: str, record: Path, as_json: bool) -> None:
    """Say why two actors are one, or are not: each piece of evidence, its weight, and the total.

    \b
    Example:
      onrecord actors explain "M. Kostan" "Mirela Kostan" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        explanation = opened.explain(a, b)
    if as_json:
        echo_json(explanation)
    else:
        echo_block(tuple(explanation.describe()))


@actors.command()
@click.argument("actor", metavar="ACTOR")
@click.argument("reports", metavar="REPORTS...", nargs=-1, required=True)
@judgement_options
def split(actor: str, reports: tuple[str, ...], record: Path, as_json: bool, by: str, why: str) -> None:
    """Judge that what some REPORTS tell of an actor is of somebody else of that name.

    \b
    Example:
      onrecord actors split "Ivo Strand" courier --by "A. Veld" --why "the judge, not the envoy" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        echo_judged(opened.split_actor(actor, reports, by, why), as_json)


@actors.command()
@click.argument("actor", metavar="ACTOR")
@click.argument("name", metavar="NAME")
@judgement_options
def rename(actor: str, name: str, record: Path, as_json: bool, by: str, why: str) -> None:
    """Judge what an actor is called; its other names still find it.

    \b
    Example:
      onrecord actors rename Costan "Mirela Kostan" --by "A. Veld" --why "as her office spells it" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        echo_judged(opened.rename_actor(actor, name, by, why), as_json)


add_pair(
    actors, "merge", "ACTOR", "Judge that two actors are one.", '"I. Strand" "Ivo Strand" --why "same office on the same day"',
    Record.merge_actors,
)  # fmt: skip
add_pair(
    actors, "distinct", "ACTOR", "Judge that two actors are not one, whatever later reports call them.",
    '"Ivo Strand" "Ivar Strand" --why "brothers"', Record.distinguish_actors,
)  # fmt: skip
add_history(actors, "judgement", "actor", Record.undo_judgement, Record.judgements)
