"""`onrecord serve`: the record in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import DEFAULT_RECORD


@click.command()
@click.argument("record", type=click.Path(path_type=Path), default=DEFAULT_RECORD)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; only this machine can.")
@click.option("--port", type=click.IntRange(0, 65535), default=8731, show_default=True, help="At which port; 0 takes a free one.")
def serve(record: Path, host: str, port: int) -> None:
    """Show a record in the browser, on this machine. RECORD is onrecord.db if none is given.

    The pages are at the address that is printed, until the command is stopped with Ctrl-C.

    \b
    Example:
      onrecord serve talks.db
    """
    from onrecord.web import check_host, make_app, run_app

    check_host(host)
    run_app(make_app(record), host, port)
