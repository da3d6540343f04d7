"""`onrecord list`: statements, contacts and actors that fit some filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar, Unpack

import click

from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import Printable, echo_block, echo_json
from onrecord.model.decisions import STATES
from onrecord.reading.encoder.layout import ACTS, CONTACT_KINDS, MENTION_TYPES, STATUSES
from onrecord.record import Record
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.store.questions import ActorFilters, ContactFilters, StatementFilters
from onrecord.wording import cite, describe_contact, describe_found_actor, describe_statement, join

Found = TypeVar("Found", bound=Printable)

state_option = click.option("--state", type=click.Choice(STATES), help="What people have decided of it.")
outlet_option = click.option("--outlet", metavar="WORDS", help="In reports of this outlet.")


@click.group("list")
def list_entries() -> None:
    """List statements, contacts or actors; filters add up.

    Names are asked for by words; case, accents and script do not matter.

    \b
    Example:
      onrecord list statements --record talks.db --speaker Kostan --since 2031-03-10
    """


@list_entries.command()
@record_option
@json_option
@click.option("--speaker", metavar="WORDS", help="Said by somebody of this name.")
@click.option("--party", metavar="WORDS", help="Said by somebody of this side.")
@days_options
@click.option("--act", type=click.Choice(ACTS), help="What the statement does.")
@click.option("--issue", metavar="ISSUE", help="What it is about, as talks or prisoners.")
@state_option
@outlet_option
def statements(record: Path, as_json: bool, **filters: Unpack[StatementFilters]) -> None:
    """List who said what, by the day it was said.

    \b
    Example:
      onrecord list statements --record talks.db --party Tamesh --act refuse
    """
    with Record.open(record, create=False) as opened:
        _print(opened.statements(**filters), as_json, describe_with_source)


@list_entries.command()
@record_option
@json_option
@click.option("--party", metavar="WORDS", help="Somebody of this name or side took part.")
@days_options
@click.option("--kind", type=click.Choice(CONTACT_KINDS), help="What kind of contact.")
@click.option("--status", type=click.Choice(STATUSES), help="Whether it was held.")
@state_option
@outlet_option
def contacts(record: Path, as_json: bool, **filters: Unpack[ContactFilters]) -> None:
    """List meetings, calls, rounds of talks and other contacts, by their day.

    \b
    Example:
      onrecord list contacts --record talks.db --status planned
    """
    with Record.open(record, create=False) as opened:
        _print(opened.contacts(**filters), as_json, _describe_contact_with_source)


@list_entries.command()
@record_option
@json_option
@click.option("--name", metavar="WORDS", help="By any of its names.")
@click.option("--party", metavar="WORDS", help="Of this side.")
@click.option("--type", type=click.Choice(MENTION_TYPES), help="What it is.")
@outlet_option
def actors(record: Path, as_json: bool, **filters: Unpack[ActorFilters]) -> None:
    """List who appears in the reports, by name.

    \b
    Example:
      onrecord list actors --record talks.db --party Orvania --type person
    """
    with Record.open(record, create=False) as opened:
        _print(opened.actors(**filters), as_json, describe_found_actor)


def describe_with_source(found: FoundStatement) -> Iterator[str]:
    """A statement in words, with the report that it stands in."""
    yield from describe_statement(found)
    inside = f"inside {found.statement.inside}" if found.statement.inside else None
    yield join((cite(found.report), found.statement.id, inside), " · ")


def _describe_contact_with_source(found: FoundContact) -> Iterator[str]:
    yield from describe_contact(found)
    yield f"{cite(found.report)} · {found.contact.id}"


def _print(found: Sequence[Found], as_json: bool, describe: Callable[[Found], Iterator[str]]) -> None:
    for one in found:
        if as_json:
            echo_json(one)
        else:
            echo_block(tuple(describe(one)))
    if not found:
        click.echo("Nothing in the record fits.", err=True)
