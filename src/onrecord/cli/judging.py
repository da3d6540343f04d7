"""What commands share that keep somebody's judgement: who judges and why, taking it back, and listing all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import CONTROL, Printable, echo_json
from onrecord.record import Record

Command = TypeVar("Command", bound=Callable[..., Any])


class Judged(Printable, Protocol):
    """A judgement, or a decision."""

    def describe(self) -> str:
        """The value in words."""


def judgement_options(command: Command) -> Command:
    """Who judges, and why: no judgement without."""
    by = click.option("--by", required=True, metavar="NAME", help="Who judges.")
    why = click.option("--why", required=True, metavar="WORDS", help="For what reason.")
    return record_option(json_option(by(why(command))))


def add_pair(
    group: click.Group, name: str, of: str, summary: str, example: str, judge: Callable[[Record, str, str, str, str], Judged]
) -> None:
    """Add a command that judges two things to a group.

    Args:
        group: the commands.
        name: what the command is called.
        of: what is judged, as ACTOR.
        summary: what the command does, as its help says it.
        example: two arguments and why, as they are typed.
        judge: what the command does with a record, the two, who judges and why.
    """

    @click.argument("a", metavar=of)
    @click.argument("b", metavar=of)
    @judgement_options
    def command(a: str, b: str, record: Path, as_json: bool, by: str, why: str) -> None:
        with Record.open(record, create=False) as opened:
            echo_judged(judge(opened, a, b, by, why), as_json)

    first, _, reason = example.partition(" --why ")
    command.__doc__ = f"""{summary}

    \b
    Example:
      onrecord {group.name} {name} {first} --by "A. Veld" --why {reason} --record talks.db
    """
    group.command(name)(command)


def add_history(
    group: click.Group, noun: str, of: str, undo: Callable[[Record, int, str, str], Judged], find: Callable[[Record], Sequence[Judged]]
) -> None:
    """Add the commands that take one back, and that list all, to a group.

    Args:
        group: the commands.
        noun: what is kept, as judgement.
        of: what it is about, as actor.
        undo: takes back the one of a number, with who does so and why.
        find: finds all of a record.
    """

    @click.argument("number", type=int)
    @judgement_options
    def take_back(number: int, record: Path, as_json: bool, by: str, why: str) -> None:
        with Record.open(record, create=False) as opened:
            echo_judged(undo(opened, number, by, why), as_json)

    take_back.__doc__ = f"""Take a {noun} back, by its number; both stay in the record.

    \b
    Example:
      onrecord {group.name} undo 3 --by "A. Veld" --why "wrong {of}" --record talks.db
    """

    @record_option
    @json_option
    def list_all(record: Path, as_json: bool) -> None:
        with Record.open(record, create=False) as opened:
            found = find(opened)
        for one in found:
            echo_judged(one, as_json)
        if not found:
            click.echo(f"Nobody has made a {noun} on any {of} of the record.", err=True)

    list_all.__doc__ = f"""List all {noun}s, in the order in which they were made.

    \b
    Example:
      onrecord {group.name} {noun}s --record talks.db
    """
    group.command("undo")(take_back)
    group.command(f"{noun}s")(list_all)


def echo_judged(one: Judged, as_json: bool) -> None:
    """Print a judgement."""
    if as_json:
        echo_json(one)
    else:
        click.echo(CONTROL.sub("\ufffd", one.describe()))
