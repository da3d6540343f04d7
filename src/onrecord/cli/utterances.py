"""`onrecord utterances`: what was said once and is told by several reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from onrecord.cli.list import outlet_option
from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record
from onrecord.wording import NOBODY, cite, count, describe_actor, describe_days, join, quote_proof

if TYPE_CHECKING:
    from onrecord.across.variants import Variant
    from onrecord.views.utterances import FoundUtterance, UtteranceFilters


@click.command()
@record_option
@json_option
@click.option("--speaker", metavar="WORDS", help="Said by somebody of this name.")
@click.option("--side", metavar="WORDS", help="Said by somebody of this side.")
@click.option("--issue", metavar="ISSUE", help="What it is about, as talks or prisoners.")
@days_options
@outlet_option
@click.option("--at-least", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="Told by so many reports.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="The first so many, by their day.")
def utterances(record: Path, as_json: bool, **filters: Unpack[UtteranceFilters]) -> None:
    """List what was said once and is told by several reports: who was first, how tellings differ, how many origins they have.

    The words are those of the telling that quotes most; each other one is compared with it.

    \b
    Example:
      onrecord utterances --record talks.db --speaker Kostan --at-least 3
    """
    with Record.open(record, create=False) as opened:
        found = opened.utterances(**filters)
    for one in found:
        if as_json:
            echo_json(one)
        else:
            echo_block(tuple(describe_utterance(one)))
    if not found:
        click.echo("Nothing in the record fits.", err=True)


def describe_utterance(found: FoundUtterance) -> Iterator[str]:
    """Who said what and when, how often it is told, and each telling with how it differs."""
    fullest = found.fullest
    speaker = describe_actor(fullest.speaker) if fullest.speaker else NOBODY
    yield f"{speaker}, {describe_days(found.said)}"
    yield quote_proof((), fullest.statement.content)
    origins = count(len(found.origins.branches), "origin")
    yield f"said once, {count(found.reports, 'report')}, {origins}; first in {cite(found.first)}"
    for telling, variant in zip(found.tellings, found.variants, strict=True):
        differs = "" if telling is fullest else f": {describe_variant(variant)}"
        yield f"{join((cite(telling.report), telling.statement.id), ' · ')}{differs}"


def describe_variant(variant: Variant) -> str:
    """How a telling differs from the fullest one."""
    if variant.is_same:
        return "the same words"
    forms = {"dropped": "drops “{0}”", "added": "adds “{1}”", "changed": "has “{1}” for “{0}”"}
    numbers = f"numbers differ: {', '.join(variant.numbers[1])} for {', '.join(variant.numbers[0])}" if any(variant.numbers) else None
    return join((numbers, *(forms[change.kind].format(change.was, change.now) for change in variant.changes)), "; ")
