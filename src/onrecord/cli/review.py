"""`onrecord review`: what people decide about statements and contacts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.cli.options import json_option, record_option
from onrecord.cli.output import CONTROL, echo_block, echo_json
from onrecord.model.decisions import ANCHORS, VERDICTS, Decision
from onrecord.record import Record
from onrecord.review.agreement import Measured
from onrecord.review.queue import ORDERS, TURNS, Ask
from onrecord.store.passages import StatementPassage
from onrecord.wording import cite, describe_contact, describe_statement

Command = TypeVar("Command", bound=Callable[..., Any])

changes_option = click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="What is right; a VALUE in JSON, or words.")


def reviewer_options(command: Command) -> Command:
    """Who decides, and perhaps why."""
    by = click.option("--by", required=True, metavar="NAME", help="Who decides.")
    why = click.option("--why", default="", metavar="WORDS", help="For what reason.")
    return record_option(json_option(by(why(command))))


@click.group()
def review() -> None:
    """Decide on what the machine found: confirm, reject, correct, or say that you are not sure.

    Decisions are kept with who made them and when, hold when reports are read again, and can be undone. Entries keep what the
    machine found beside what people say is right.

    \b
    Example:
      onrecord review list --by "A. Veld" --record talks.db
    """


@review.command("list")
@record_option
@json_option
@click.option("--by", default="", metavar="NAME", help="Whose queue: what NAME has decided on is left out.")
@click.option("--of", "of", type=click.Choice(["statements", "contacts"]), default="statements", show_default=True, help="What to look at.")
@click.option("--order", type=click.Choice(ORDERS), default="doubt", show_default=True, help="The doubtful first, or what most stands on.")
@click.option("--turn", type=click.Choice(TURNS), default="first", show_default=True, help="What nobody decided on yet, or others did, …")
@click.option("--filter", "filters", multiple=True, metavar="NAME=VALUE", help="As in addresses of pages: act=refuse, outlet=Courier.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.option("--orphans", is_flag=True, help="Decisions instead, whose words tell of no entry any more.")
def list_queue(
    record: Path, as_json: bool, by: str, of: str, order: str, turn: str, filters: tuple[str, ...], limit: int, orphans: bool
) -> None:
    """List what to look at next, and why.

    \b
    Example:
      onrecord review list --by "A. Veld" --order effect --filter act=refuse --record talks.db
    """
    choice = dict(one.partition("=")[::2] for one in filters)
    with Record.open(record, create=False) as opened:
        if orphans:
            _echo(opened.orphans(), as_json, "Every decision has its entry.")
            return
        queue = opened.queue(Ask(of, choice, order, turn, by), limit)
    for item in queue.items:
        if as_json:
            echo_json(item)
        else:
            found = item.found
            words = describe_statement(found) if isinstance(found, StatementPassage) else describe_contact(found)
            echo_block((*words, f"{cite(found.report)} · {item.entry}", f"why: {'; '.join(item.reasons)}"))
    click.echo(f"{queue.left} left, {queue.done} decided by {by or 'nobody'}.", err=True)


@review.command()
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("entries", metavar="ENTRIES...", nargs=-1, required=True)
@reviewer_options
@changes_option
def decide(verdict: str, entries: tuple[str, ...], record: Path, as_json: bool, by: str, why: str, changes: tuple[str, ...]) -> None:
    """Decide on ENTRIES, given by their ids; several are undone as one.

    \b
    Example:
      onrecord review decide confirmed stm_e911748e015251a2 --by "A. Veld" --record talks.db
      onrecord review decide corrected stm_e911748e015251a2 --set act=demand --by "A. Veld" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo(opened.decide(entries, verdict, by, why, _read_changes(changes)), as_json)


@review.command()
@click.argument("kind", type=click.Choice(tuple(ANCHORS)))
@click.argument("report")
@reviewer_options
@changes_option
def add(kind: str, report: str, record: Path, as_json: bool, by: str, why: str, changes: tuple[str, ...]) -> None:
    """Add a statement or contact that the machine has missed to REPORT, given by its name, URL or id.

    A statement needs `content`, `kind` and `act`; a contact `evidence`, `kind` and `status`. It is marked as added by a person, and
    undone like any decision.

    \b
    Example:
      onrecord review add statement border-radio --set content=[[182,192]] --by "A. Veld" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo((opened.add(report, kind, _read_changes(changes), by, why),), as_json)


@review.command()
@click.argument("entry")
@click.argument("number", type=int)
@reviewer_options
def settle(entry: str, number: int, record: Path, as_json: bool, by: str, why: str) -> None:
    """Settle what reviewers dispute about ENTRY: the decision of this NUMBER holds. Only somebody who is none of them can.

    \b
    Example:
      onrecord review settle stm_e911748e015251a2 4 --by "C. Oss" --why "the cue says so" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo((opened.settle(entry, number, by, why),), as_json)


@review.command()
@click.argument("number", type=int)
@reviewer_options
def undo(number: int, record: Path, as_json: bool, by: str, why: str) -> None:
    """Take a decision back, by its number, with those that were made with it; all stay in the record.

    \b
    Example:
      onrecord review undo 3 --by "A. Veld" --record talks.db
    """
    with Record.open(record, create=False) as opened:
        _echo((opened.undo_decision(number, by, why),), as_json)


@review.command()
@record_option
@json_option
@click.option("--blind", is_flag=True, help="Count only decisions that were made without seeing those of others.")
def agreement(record: Path, as_json: bool, blind: bool) -> None:
    """Say how far reviewers agree: Krippendorff's alpha, over whether entries stand, and over each field.

    \b
    Example:
      onrecord review agreement --record talks.db
    """
    with Record.open(record, create=False) as opened:
        found = opened.agreement(blind)
    for one in found:
        if as_json:
            echo_json(one)
        else:
            click.echo(describe_measured(one))
    if not found:
        click.echo("No entry has been decided on by two people.", err=True)


@review.command()
@record_option
def export(record: Path) -> None:
    """Print what people decided, as JSON lines to train from: one report a line, with its text and spans.

    \b
    Example:
      onrecord review export --record talks.db > decided.jsonl
    """
    with Record.open(record, create=False) as opened:
        for line in opened.training_lines():
            click.echo(json.dumps(line, ensure_ascii=False))


def describe_measured(one: Measured) -> str:
    """Agreement on one field, in words."""
    alpha = "alpha not defined: all values are the same" if one.alpha is None else f"alpha {one.alpha:.2f}"
    same = "" if one.same is None else f", {one.same:.0%} of pairs the same"
    entries = f"{one.units} {'entry' if one.units == 1 else 'entries'}"
    return f"{one.kind} {one.field}: {alpha}{same}, {entries}"


def describe_decision(decision: Decision) -> str:
    """A decision in words."""
    made = f"by {decision.by} on {decision.made_at.date() if decision.made_at else 'no day'}"
    if decision.undoes:
        what = f"{decision.undoes} is taken back"
    else:
        words = next((span.text for spans in list((decision.evidence or {}).values())[::-1] for span in spans), "")
        fields = f" ({', '.join(decision.changes)})" if decision.changes else ""
        settles = ", which settles it" if decision.settles else ""
        what = f"{decision.kind} {decision.verdict}{fields}{settles}: “{' '.join(words.split())}”"
    why = f": {decision.why}" if decision.why else ""
    return CONTROL.sub("\ufffd", f"{decision.number}: {what}, {made}{why}{' (taken back)' if decision.undone else ''}")


def _read_changes(changes: tuple[str, ...]) -> dict[str, Any]:
    return {name: _read_value(value) for name, value in (one.partition("=")[::2] for one in changes)}


def _read_value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _echo(decisions: tuple[Decision, ...], as_json: bool, nothing: str = "") -> None:
    for decision in decisions:
        if as_json:
            echo_json(decision)
        else:
            click.echo(describe_decision(decision))
    if not decisions and nothing:
        click.echo(nothing, err=True)
