"""Utterances: what was said once and is told by several reports, and where they have it from."""

from __future__ import annotations

from onrecord.across.variants import mark_words
from onrecord.errors import QueryError
from onrecord.reading.encoder.layout import ISSUES
from onrecord.store.statements import GAP
from onrecord.views.utterances import FoundUtterance, UtteranceFilters
from onrecord.web.facets import Blank, make_blanks, read_day, read_number
from onrecord.web.pages.statements import COLUMNS as STATEMENT_COLUMNS
from onrecord.web.pages.statements import list_row
from onrecord.web.paging import turn_to
from onrecord.web.places import MOST, Asked, MissingError, Place, Shown, Table

#: So many are on a page, if no other number is asked for: each loads what all its reports tell.
PAGE = 20
COLUMNS = (
    "id", "speaker", "speaker_id", "said_from", "said_to", "said_basis", "reports", "origins", "first_outlet", "first_published", "quote",
    "address",
)  # fmt: skip
BLANKS = (
    Blank("speaker", "speaker"), Blank("side", "side"), Blank("issue", "issue", options=ISSUES), Blank("outlet", "outlet"),
    Blank("since", "from day", "date"), Blank("until", "to day", "date"), Blank("at_least", "reports at least", "number"),
)  # fmt: skip


def list_utterances(asked: Asked) -> Shown:
    """What was said once and is told by several reports, by the day on which it was said."""
    words = {name: asked.query.get(name) or None for name in ("speaker", "side", "issue", "outlet")}
    filters = UtteranceFilters(
        speaker=words["speaker"], side=words["side"], issue=words["issue"], outlet=words["outlet"], since=read_day(asked, "since"),
        until=read_day(asked, "until"), at_least=read_number(asked, "at_least", 2),
    )  # fmt: skip
    page = turn_to(asked, lambda limit, after: asked.catalogue.utterances(filters, limit, after), PAGE, MOST)
    passages = asked.catalogue.statement_passages([one.fullest.statement.id for one in page.items])
    return Shown(
        "utterances.html",
        "Told more than once",
        {"utterances": page.to_json(), "next": page.following},
        {"page": page, "passages": passages, "blanks": make_blanks(asked, BLANKS), "coverage": asked.catalogue.coverage()},
        Table(COLUMNS, lambda: [_row(asked, one) for one in page.whole()]),
    )


def _row(asked: Asked, one: FoundUtterance) -> tuple[object, ...]:
    speaker, said = one.fullest.speaker, one.said.to_json() if one.said else {}
    return (
        one.id, speaker and speaker.name, speaker and speaker.id, said.get("from"), said.get("to"), said.get("basis"), one.reports,
        len(one.origins.branches), one.first.outlet, one.first.day, GAP.join(span.text for span in one.fullest.statement.content),
        f"{asked.site}/utterances/{one.id}",
    )  # fmt: skip


def show_utterance(asked: Asked) -> Shown:
    """One utterance: each telling with how its words differ, and the origins of all."""
    try:
        found = asked.catalogue.record.utterance(asked.keys["key"])
    except QueryError as error:
        raise MissingError(str(error)) from error
    contents = [GAP.join(span.text for span in one.statement.content) for one in found.tellings]
    full = GAP.join(span.text for span in found.fullest.statement.content)
    pieces = {
        one.statement.id: mark_words(full, content)
        for one, content in zip(found.tellings, contents, strict=True)
        if one is not found.fullest
    }
    passages = asked.catalogue.statement_passages([one.statement.id for one in found.tellings])
    numbers = {one.statement.id: variant.numbers for one, variant in zip(found.tellings, found.variants, strict=True)}
    speaker = passages[found.fullest.statement.id].speaker
    return Shown(
        "utterance.html",
        f"Said once by {speaker.name}" if speaker else "Said once by somebody who is not identified",
        found.to_json(),
        {"found": found, "pieces": pieces, "numbers": numbers, "passages": passages},
        Table(STATEMENT_COLUMNS, lambda: [list_row(asked, passages[one.statement.id]) for one in found.tellings]),
    )


def show_origins(asked: Asked) -> Shown:
    """Where the reports of an utterance or a contact have it from."""
    key = asked.keys["key"]
    try:
        found = asked.catalogue.record.origins(key)
    except QueryError as error:
        raise MissingError(str(error)) from error
    statement = asked.catalogue.statement(key)
    contact = None if statement else asked.catalogue.contact(key)
    return Shown(
        "origins.html",
        "Where it comes from",
        found.to_json(),
        {"found": found, "entry": statement or contact, "family": "statements" if statement else "contacts"},
    )


PLACES = (
    Place("/utterances", list_utterances, csv=True),
    Place("/utterances/{key}", show_utterance, csv=True),
    Place("/origins/{key}", show_origins),
)
