"""`onrecord serve`: the record in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import DEFAULT_RECORD


@click.command()
@click.argument("record", type=click.Path(path_type=Path), default=DEFAULT_RECORD)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; other machines only with users.")
@click.option("--port", type=click.IntRange(0, 65535), default=8731, show_default=True, help="At which port; 0 takes a free one.")
@click.option("--login", is_flag=True, help="Ask for users on this machine too, as behind a proxy.")
def serve(record: Path, host: str, port: int, login: bool) -> None:
    """Show a record in the browser. RECORD is onrecord.db if none is given.

    The pages are at the address that is printed, until the command is stopped with Ctrl-C. On this machine nobody has to log in. An
    address that other machines reach needs users, which `onrecord users` makes; put a proxy that speaks TLS before it, because
    passwords would travel as they are.

    \b
    Example:
      onrecord serve talks.db
      onrecord serve talks.db --host 0.0.0.0
    """
    from onrecord.users import Users, users_path
    from onrecord.web import check_host, is_loopback, make_app, run_app

    users = Users(users_path(record)) if login or not is_loopback(host) else None
    check_host(host, users, login)
    run_app(make_app(record, users), host, port)
