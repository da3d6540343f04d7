"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

#: The record that is meant where none is named.
DEFAULT_RECORD = Path("onrecord.db")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def record_option(command: Command) -> Command:
    """The record to ask, which must be there."""
    return click.option(
        "--record", type=click.Path(path_type=Path), default=DEFAULT_RECORD, show_default=True, metavar="PATH", help="The record file."
    )(command)


def days_options(command: Command) -> Command:
    """A first and a last day."""
    for name, end in (("--until", "last"), ("--since", "first")):
        option = click.option(
            name, type=click.DateTime(["%Y-%m-%d"]), callback=_to_day, metavar="DAY", help=f"The {end} day, as 2031-03-14."
        )
        command = option(command)
    return command


def _to_day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None
