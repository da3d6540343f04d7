"""`onrecord actors`: why actors of several reports are one, and what people judge of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import CONTROL, echo_block, echo_json
from onrecord.model.judgements import Judgement
from onrecord.record import Record

Command = TypeVar("Command", bound=Callable[..., Any])


def judgement_options(command: Command) -> Command:
    """Who judges, and why: no judgement without."""
    by = click.option("--by", required=True, metavar="NAME", help="Who judges.")
    why = click.option("--why", required=True, metavar="WORDS", help="For what reason.")
    return record_option(json_option(by(why(command))))


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
@click.argument("a", metavar="ACTOR")
@click.argument("b", metavar="ACTOR")
@judgement_options
def merge(a: str, b: str, record: Path, as_json: bool, by: str, why: str) -> None:
    """Judge that two actors are one.

    \b
    Example:
      onrecord actors merge "I. Strand" "Ivo Strand" --by "A. Veld" --why "same office on the same day" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo(opened.merge_actors(a, b, by, why), as_json)


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
        _echo(opened.split_actor(actor, reports, by, why), as_json)


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
        _echo(opened.rename_actor(actor, name, by, why), as_json)


@actors.command()
@click.argument("a", metavar="ACTOR")
@click.argument("b", metavar="ACTOR")
@judgement_options
def distinct(a: str, b: str, record: Path, as_json: bool, by: str, why: str) -> None:
    """Judge that two actors are not one, whatever later reports call them.

    \b
    Example:
      onrecord actors distinct "Ivo Strand" "Ivar Strand" --by "A. Veld" --why "brothers" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo(opened.distinguish_actors(a, b, by, why), as_json)


@actors.command()
@click.argument("number", type=int)
@judgement_options
def undo(number: int, record: Path, as_json: bool, by: str, why: str) -> None:
    """Take a judgement back, by its number; both stay in the record.

    \b
    Example:
      onrecord actors undo 3 --by "A. Veld" --why "wrong report" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo(opened.undo_judgement(number, by, why), as_json)


@actors.command()
@record_option
@json_option
def judgements(record: Path, as_json: bool) -> None:
    """List all judgements on actors, in the order in which they were made.

    \b
    Example:
      onrecord actors judgements --record talks.db
    """
    with Record.open(record, create=False) as opened:
        found = opened.judgements()
    for judgement in found:
        _echo(judgement, as_json)
    if not found:
        click.echo("Nobody has judged any actor of the record.", err=True)


def _echo(judgement: Judgement, as_json: bool) -> None:
    if as_json:
        echo_json(judgement)
    else:
        click.echo(CONTROL.sub("\ufffd", judgement.describe()))
