"""`onrecord users`: who may use a record that is served to others."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import echo_json
from onrecord.users import ROLES, Users, users_path


@click.group()
def users() -> None:
    """Say who may use a record that `onrecord serve` serves to other machines.

    Users are kept in a file beside the record (talks.users.db for talks.db), so that a record can be handed on without them.
    A reader looks; a reviewer decides and judges too; an admin also brings reports in.

    \b
    Example:
      onrecord users add "A. Veld" --role reviewer --record talks.db
    """


@users.command()
@click.argument("name")
@record_option
@click.option("--role", type=click.Choice(ROLES), required=True, help="What NAME may do.")
@click.option(
    "--token", "as_token", is_flag=True, help="For a program: print a token to be sent as Authorization: Bearer; it is shown once."
)
def add(name: str, record: Path, role: str, as_token: bool) -> None:
    """Make an account, or change the role and the password of one. The password is asked for.

    \b
    Example:
      onrecord users add "A. Veld" --role reviewer --record talks.db
      onrecord users add dashboard --role reader --token --record talks.db
    """
    known = Users(users_path(record))
    if as_token:
        click.echo(known.add_token(name, role))
    else:
        known.add(name, role, click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    click.echo(f"{name} is a {role}.", err=True)


@users.command()
@click.argument("name")
@record_option
def remove(name: str, record: Path) -> None:
    """Take an account away; what NAME decided stays in the record.

    \b
    Example:
      onrecord users remove "A. Veld" --record talks.db
    """
    Users(users_path(record)).remove(name)
    click.echo(f"{name} has no account any more.", err=True)


@users.command("list")
@record_option
@json_option
def list_users(record: Path, as_json: bool) -> None:
    """List who has an account, and in what role.

    \b
    Example:
      onrecord users list --record talks.db
    """
    path = users_path(record)
    found = Users(path).users() if path.exists() else ()
    for user in found:
        if as_json:
            echo_json(user)
        else:
            click.echo(f"{user.name}: {user.role}")
    if not found:
        click.echo("Nobody has an account.", err=True)
