"""`onrecord accounts`: what each side says of one contact or event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from onrecord.cli.columns import echo_columns
from onrecord.cli.contradictions import describe_end, echo_contradiction
from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.views.accounts import Account

NO_SIDE = "Those on no side"


@click.command()
@click.argument("contact", required=False)
@record_option
@json_option
@click.option("--words", metavar="WORDS", help="Of what statements with all of these words tell, where no CONTACT is given.")
@days_options
@click.option("--side", "sides", multiple=True, metavar="WORDS", help="The account of this side; may be given several times.")
def accounts(
    contact: str | None, record: Path, as_json: bool, words: str | None, since: date | None, until: date | None, sides: tuple[str, ...]
) -> None:
    """Show what each side says of one contact or event, side by side.

    CONTACT is the id of any telling of the contact; `onrecord list contacts` shows them. An account is what a side's own outlets
    report and what others quote it with. Issues, numbers and names that only one account mentions are listed with it, and pairs that
    may contradict each other at the end; nothing is said about who is right.

    \b
    Example:
      onrecord accounts --words "pause" --since 2031-03-10 --record talks.db
    """
    with Record.open(record, create=False) as opened:
        found = opened.accounts(contact, words, since, until, sides)
    if as_json:
        echo_json(found)
        return
    if len(found.accounts) == 2:
        echo_columns(*(list(describe_account(one)) for one in found.accounts))
    else:
        for one in found.accounts:
            echo_block(tuple(describe_account(one)))
    for pair in found.contradictions:
        echo_contradiction(pair)
    if not found.accounts:
        click.echo("Nothing in the record fits.", err=True)


def describe_account(account: Account) -> Iterator[str]:
    """An account in words: what it tells, and what no other one mentions."""
    yield f"Account of {account.side}" if account.side else NO_SIDE
    entries: tuple[FoundContact | FoundStatement, ...] = (*account.tellings, *account.statements)
    for entry in entries:
        yield from describe_end(entry)
        yield ""
    for name in ("issues", "numbers", "names"):
        if only := getattr(account, name):
            yield f"only here, {name}: {'; '.join(only)}"
