"""Occasions: contacts, each once with all that reports tell of it, and what each side says of one or of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import QueryError
from onrecord.reading.encoder.layout import CONTACT_KINDS, STATUSES
from onrecord.store.occasions import OccasionFilters
from onrecord.web.facets import Blank, make_blanks, read_day, read_number
from onrecord.web.pages import contacts, statements
from onrecord.web.paging import turn_to
from onrecord.web.places import MOST, Asked, MissingError, Place, Shown, Table

if TYPE_CHECKING:
    from onrecord.views.contacts import Occasion

#: So many are on a page, if no other number is asked for: each loads what all its reports tell.
PAGE = 20
#: So many statements that fit words and days are compared.
SAID = 150
COLUMNS = (
    "id", "kind", "round", "status", "disputed", "parties", "through", "days_from", "days_to", "places", "reports", "origins", "gap_from",
    "gap_to", "address",
)  # fmt: skip
BLANKS = (
    Blank("party", "took part"), Blank("with", "and also"), Blank("kind", "kind", options=CONTACT_KINDS),
    Blank("status", "status", options=STATUSES), Blank("place", "place"), Blank("since", "from day", "date"),
    Blank("until", "to day", "date"), Blank("at_least", "reports at least", "number"),
)  # fmt: skip
ACCOUNT_BLANKS = (
    Blank("words", "words"), Blank("since", "from day", "date"), Blank("until", "to day", "date"), Blank("side", "only the side"),
)  # fmt: skip


def list_occasions(asked: Asked) -> Shown:
    """Contacts, each once, the latest day first."""
    filters = OccasionFilters(
        party=[words for name in ("party", "with") if (words := asked.query.get(name))], kind=asked.query.get("kind") or None,
        status=asked.query.get("status") or None, place=asked.query.get("place") or None, since=read_day(asked, "since"),
        until=read_day(asked, "until"), at_least=read_number(asked, "at_least", 1) if asked.query.get("at_least") else None,
    )  # fmt: skip
    oldest = asked.query.get("order") == "oldest"
    page = turn_to(asked, lambda limit, after: asked.catalogue.occasions(filters, limit, after, oldest), PAGE, MOST)
    return Shown(
        "occasions.html",
        "Each contact once",
        {"occasions": page.to_json(), "next": page.following},
        {"page": page, "oldest": oldest, "blanks": make_blanks(asked, BLANKS), "coverage": asked.catalogue.coverage()},
        Table(COLUMNS, lambda: [_row(asked, one) for one in page.whole()]),
    )


def _row(asked: Asked, one: Occasion) -> tuple[object, ...]:
    return (
        one.id, one.kind, one.round and one.round.number, one.status, one.disputed, "; ".join(a.name for a in one.parties),
        "; ".join(a.name for a in one.by), one.days[0].first if one.days else None, one.days[-1].last if one.days else None,
        "; ".join(one.places), one.reports, one.origins, one.gap and one.gap.at_least, one.gap and one.gap.at_most,
        f"{asked.site}/occasions/{one.id}",
    )  # fmt: skip


def show_occasion(asked: Asked) -> Shown:
    """One contact with all its tellings: what was told of it when, by whom, and where they have it from."""
    record = asked.catalogue.record
    try:
        found = record.occasion(asked.keys["key"])
    except QueryError as error:
        raise MissingError(str(error)) from error
    passages = asked.catalogue.contact_passages([told.contact.id for told in found.tellings])
    origins = record.origins(found.id)
    return Shown(
        "occasion.html",
        f"{found.kind.capitalize()}, {'disputed' if found.disputed else found.status}",
        found.to_json(),
        {"found": found, "passages": passages, "origins": origins},
        Table(contacts.COLUMNS, lambda: [contacts.list_row(asked, passages[told.contact.id]) for told in found.tellings]),
    )


def show_accounts(asked: Asked) -> Shown:
    """What each side says of a contact, or of what words and days tell of, side by side."""
    contact, words, side = (asked.query.get(name) or None for name in ("contact", "words", "side"))
    since, until = read_day(asked, "since"), read_day(asked, "until")
    asks = bool(contact or words or since or until)
    record = asked.catalogue.record
    found = record.accounts(contact, words, since, until, (side,) if side else (), SAID) if asks else None
    accounts = found.accounts if found else ()
    passages = asked.catalogue.statement_passages([s.statement.id for one in accounts for s in one.statements])
    held = asked.catalogue.contact_passages([c.contact.id for one in accounts for c in one.tellings])
    return Shown(
        "accounts.html",
        "Accounts, side by side",
        found.to_json() if found else {"accounts": [], "contradictions": []},
        {"found": found, "passages": passages, "held": held, "contact": contact, "most": SAID, "coverage": asked.catalogue.coverage(),
         "blanks": make_blanks(asked, ACCOUNT_BLANKS), "whole": sum(len(one.statements) for one in accounts) < SAID},
        Table(("account_of", *statements.COLUMNS), lambda: [
            (one.side, *statements.list_row(asked, passages[s.statement.id])) for one in accounts for s in one.statements
        ]),
    )  # fmt: skip


PLACES = (
    Place("/occasions", list_occasions, csv=True),
    Place("/occasions/{key}", show_occasion, csv=True),
    Place("/accounts", show_accounts, csv=True),
)
