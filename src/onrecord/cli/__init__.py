"""The command line: reports in, questions answered. Data goes to standard output, words about it to standard error."""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from onrecord.cli.accounts import accounts
from onrecord.cli.actors import actors
from onrecord.cli.contacts import contacts
from onrecord.cli.contradictions import contradictions
from onrecord.cli.list import list_entries
from onrecord.cli.origins import origins
from onrecord.cli.positions import positions
from onrecord.cli.read import read
from onrecord.cli.review import review
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.users import users
from onrecord.cli.utterances import utterances
from onrecord.cli.verify import verify
from onrecord.errors import OnRecordError

__all__ = ["main"]


class Commands(click.Group):
    """Commands whose errors are one line each and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Turn news reports into a record of who said what, when and according to whom.

    Every entry of the record stands on words of a report, and can be checked against them.

    \b
    Example:
      onrecord read sample --record talks.db
      onrecord list statements --record talks.db --speaker Kostan
      onrecord verify --record talks.db

    \b
    Exit codes:
      0  all went well
      1  something cannot be used; the message says what, and what to do
      2  the command or the question cannot be understood
      3  verification found differences
      4  finished, but some reports could not be read
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # reports have words of any script, whatever the system's encoding
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


for command in (
    read, show, list_entries, utterances, contacts, positions, accounts, contradictions, origins, actors, review, search, serve,
    users, verify,
):  # fmt: skip
    main.add_command(command)
