"""`onrecord verify`: does the record still say what its reports say?"""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import CONTROL, echo_json
from onrecord.errors import VerifyError
from onrecord.record import Record
from onrecord.wording import count


@click.command()
@record_option
@json_option
def verify(record: Path, as_json: bool) -> None:
    """Compare every span with the stored text, and every source and report with its hash.

    Prints each difference, and ends with exit code 3 if there is any.

    \b
    Example:
      onrecord verify --record talks.db
    """
    with Record.open(record, create=False) as opened:
        differences = opened.verify()
    for difference in differences:
        if as_json:
            echo_json(difference)
        else:
            click.echo(CONTROL.sub("\ufffd", str(difference)))
    if differences:
        raise VerifyError(str(record), f"{count(len(differences), 'difference')}; take a backup, or read the reports into a new record")
    click.echo(f"{record}: everything is as it was recorded", err=True)
