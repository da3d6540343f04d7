"""`onrecord search`: words in statements and reports."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.list import describe_with_source
from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record
from onrecord.wording import cite


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@record_option
@json_option
def search(words: tuple[str, ...], record: Path, as_json: bool) -> None:
    """Find statements whose content has all the WORDS, then paragraphs of reports.

    Case and accents do not matter. Words in double quotation marks stand together.

    \b
    Example:
      onrecord search ceasefire --record talks.db
      onrecord search '"exchange of prisoners"' --record talks.db
    """
    with Record.open(record, create=False) as opened:
        hits = opened.search(" ".join(words))
    for hit in hits:
        if as_json:
            echo_json(hit)
        elif hit.statement:
            echo_block(tuple(describe_with_source(hit.statement)))
        else:
            echo_block((cite(hit.report), *(span.text for span in hit.spans)))
    if not hits:
        click.echo("Nothing in the record has these words.", err=True)
