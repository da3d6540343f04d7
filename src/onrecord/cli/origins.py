"""`onrecord origins`: on how many independent origins an utterance or a contact rests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.record import Record
from onrecord.wording import cite, count, join

if TYPE_CHECKING:
    from onrecord.across.origins import Branch
    from onrecord.views.origins import FoundOrigins, Way


@click.command()
@click.argument("entry", metavar="ID")
@record_option
@json_option
def origins(entry: str, record: Path, as_json: bool) -> None:
    """Show where the reports of one utterance or contact have it from. ID is that of any statement or contact that tells of it.

    Copies of a report, reports that cite one agency, and those that name one interview or letter have one origin.

    \b
    Example:
      onrecord origins stm_0123456789abcdef --record talks.db
    """
    with Record.open(record, create=False) as opened:
        found = opened.origins(entry)
    if as_json:
        echo_json(found)
        return
    head = found.ways[0]
    words = join((head.speaker, " ".join(head.words.split())), ": ")
    echo_block((f"{count(found.reports, 'report')}, {count(len(found.branches), 'origin')}", found.id, words))
    for branch in found.branches:
        echo_block(tuple(describe_branch(found, branch)))


def describe_branch(found: FoundOrigins, branch: Branch) -> Iterator[str]:
    """An origin, why it is one, and the ways from it."""
    yield branch.origin.name
    yield branch.origin.why
    for way in found.ways_of(branch):
        yield describe_way(way)


def describe_way(way: Way) -> str:
    """The report that tells it, through whom it came there, and its telling."""
    through = f"through {', then '.join(way.through)}" if way.through else None
    copy = f"a copy of {cite(way.copy_of)}" if way.copy_of else None
    return join((cite(way.report), through, copy, way.telling), " · ")
