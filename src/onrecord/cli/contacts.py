"""`onrecord contacts`: which contacts took place, each once, by all reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import days_options, json_option, record_option
from onrecord.cli.output import echo_block, echo_json
from onrecord.model.entries import AHEAD
from onrecord.reading.encoder.layout import CONTACT_KINDS, STATUSES
from onrecord.record import Record
from onrecord.store.findings import FoundContact
from onrecord.wording import cite, count, describe_actor, describe_days, join, name_actor, quote_proof

if TYPE_CHECKING:
    from onrecord.across.course import Days
    from onrecord.views.contacts import Occasion


@click.command()
@record_option
@json_option
@click.option("--party", metavar="WORDS", multiple=True, help="Somebody of this name or side took part; given twice, both did.")
@days_options
@click.option("--kind", type=click.Choice(CONTACT_KINDS), help="What kind of contact.")
@click.option("--status", type=click.Choice(STATUSES), help="The status by the latest report.")
@click.option("--place", metavar="WORDS", help="Where.")
@click.option("--at-least", type=click.IntRange(min=1), metavar="NUMBER", help="Told of by so many reports.")
def contacts(
    record: Path, as_json: bool, party: tuple[str, ...], since: date | None, until: date | None,
    kind: str | None, status: str | None, place: str | None, at_least: int | None,
) -> None:  # fmt: skip
    """Show each contact once, with what every report tells of it.

    What several reports tell of one meeting, call or round of talks is brought together: what was planned and whether it was held,
    who asserts it and who denies it, and how long it was since the last one. What was planned is never shown as held.

    \b
    Example:
      onrecord contacts --party Orvania --party Tamesh --kind call --record talks.db
    """
    with Record.open(record, create=False) as opened:
        found = opened.occasions(
            party=party, since=since, until=until, kind=kind, status=status, place=place, at_least=at_least
        )  # fmt: skip
    for occasion in found:
        if as_json:
            echo_json(occasion)
        else:
            echo_block(tuple(describe_occasion(occasion)))
    if not found:
        click.echo("Nothing in the record fits.", err=True)


def describe_occasion(occasion: Occasion) -> Iterator[str]:
    """What brought whom together and when, by the latest report; who says so; what was told before, word for word."""
    names = ", ".join(map(describe_actor, occasion.parties))
    by = occasion.by and "through " + ", ".join(map(name_actor, occasion.by))
    place = occasion.places and f"place: {' or '.join(occasion.places)}"
    yield f"{_kind(occasion)}, {_status(occasion)}: {join((names, by or None, place or None, _days(occasion.days)), '; ')}"
    yield f"{count(occasion.reports, 'report')}, {count(occasion.origins, 'origin')} · {occasion.id}"
    if occasion.gap:
        yield f"{_gap(occasion)} after the last one on record, {occasion.gap.previous}"
    for first in occasion.firsts:
        told = next(told for told in occasion.tellings if told.contact.id == first.telling)
        yield f"“{first.words.text}”, writes {told.report.outlet or told.report.name}"
    for told in occasion.tellings:
        c = told.contact
        day = told.report.day.isoformat() if told.report.day else "on a day that is not known"
        yield f"{day}: {c.status} per {_teller(told)}, {join((describe_days(c.when), c.place))}"
        yield f"{quote_proof((), c.evidence)} · {cite(told.report)} · {c.id}"


def _kind(occasion: Occasion) -> str:
    if occasion.round is None:
        return occasion.kind
    return f"{occasion.kind} (round {occasion.round.number}{', inferred' if occasion.round.inferred else ''})"


def _status(occasion: Occasion) -> str:
    """The latest status, with the day of the report that what lies ahead stands on, and who says what where tellings disagree."""
    if occasion.disputed:
        tellers = {
            status: ", ".join(dict.fromkeys(_teller(told) for told in occasion.tellings if told.contact.status in statuses))
            for status, statuses in (("held", ("held", "ongoing")), ("denied", ("denied",)))
        }
        return "; ".join(f"{status} per {who}" for status, who in tellers.items())
    days = [told.report.day for told in occasion.tellings if told.report.day]
    return f"{occasion.status} as of {max(days)}" if occasion.status in AHEAD and days else occasion.status


def _teller(told: FoundContact) -> str:
    """Who says so: the speaker whose statement tells of it, or else the outlet."""
    return name_actor(told.told_by) if told.told_by else told.report.outlet or told.report.name


def _days(versions: tuple[Days, ...]) -> str:
    """The days; where tellings disagree, each version."""
    return " or ".join(map(_interval, versions)) or "no day known"


def _interval(days: Days) -> str:
    if days.first and days.last:
        return f"on {days.first}" if days.first == days.last else f"between {days.first} and {days.last}"
    return f"from {days.first} on" if days.first else f"by {days.last}"


def _gap(occasion: Occasion) -> str:
    gap = occasion.gap
    assert gap is not None
    return count(gap.at_most, "day") if gap.at_least == gap.at_most else f"{gap.at_least} to {count(gap.at_most, 'day')}"
