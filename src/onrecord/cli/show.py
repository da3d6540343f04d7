"""`onrecord show`: one report with everything that the record holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import echo_block, echo_json, echo_wrapped
from onrecord.model import Entries, Statement
from onrecord.record import Record
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.wording import CLOSE, OPEN, cite, count, describe_actor, describe_contact, describe_statement, join


@click.command()
@click.argument("report", metavar="REPORT")
@record_option
@json_option
def show(report: str, record: Path, as_json: bool) -> None:
    """Show a report with its statements, contacts and actors. REPORT is a name, URL or id.

    In the text, ⟦1 …⟧ marks the content of statement 1.

    \b
    Example:
      onrecord show evening-post --record talks.db
    """
    with Record.open(record, create=False) as opened:
        entries = opened.report(report)
    if as_json:
        echo_json(entries)
    else:
        _print_report(entries)


def _print_report(entries: Entries) -> None:
    report = entries.report
    echo_block(
        (report.title or report.name, cite(report), *filter(None, (report.url, report.id)), *(f"note: {note}" for note in report.notes))
    )
    statements = sorted(entries.statements, key=_place)
    echo_wrapped(mark_contents(report.text, statements).strip())
    click.echo()
    numbers = {s.id: number for number, s in enumerate(statements, 1)}
    for s in statements:
        heading, *details = describe_statement(FoundStatement.of(entries, s))
        inside = [f"inside [{numbers[s.inside]}]"] if s.inside else []
        echo_block((f"[{numbers[s.id]}] {heading}", *details, *inside))
    for contact in entries.contacts:
        per = [f"told in [{numbers[contact.per]}]"] if contact.per else []
        echo_block((*describe_contact(FoundContact.of(entries, contact)), *per))
    if entries.actors:
        mentions = (join((describe_actor(a), a.type, count(len(a.mentions), "mention")), " · ") for a in entries.actors)
        echo_block(("Actors", *mentions))


def _place(statement: Statement) -> tuple[int, int]:
    """Where a content begins; of two that begin together, the outer one comes first."""
    return min((span.start, -span.end) for span in statement.content or statement.cue or statement.source)


def mark_contents(text: str, statements: Sequence[Statement]) -> str:
    """The text with marks around the contents of statements, which are numbered from 1; an outer mark opens first."""
    marks = []
    for number, s in enumerate(statements, 1):
        for span in s.content:
            marks.append((span.start, 1, -span.end, number, f"{OPEN}{number} "))
            marks.append((span.end, 0, 0, number, CLOSE))
    out, at = [], 0
    for position, *_, mark in sorted(marks):
        out += [text[at:position], mark]
        at = position
    return "".join([*out, text[at:]])
