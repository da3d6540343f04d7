"""Contacts: the list with its filters, and one contact with what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.store.listing import CONTACTS
from onrecord.store.passages import ContactPassage
from onrecord.web.evidence import tabulate_evidence
from onrecord.web.facets import choose, make_filters
from onrecord.web.paging import turn_to
from onrecord.web.places import Asked, MissingError, Place, Shown, Table
from onrecord.wording import name_contact

COLUMNS = (
    "id", "report", "outlet", "published", "title", "url", "kind", "round", "status", "parties", "through", "place", "when_from",
    "when_to", "when_basis", "told_by", "confidence", "state", "added_by", "words", "address",
)  # fmt: skip


def list_contacts(asked: Asked) -> Shown:
    """The contacts that are chosen, a page at a time."""
    choice = choose(asked, tuple(CONTACTS.clauses))
    oldest = asked.query.get("order") == "oldest"
    page = turn_to(asked, lambda limit, after: asked.catalogue.contacts(choice, limit, after, oldest))
    tally = asked.catalogue.count("contacts", choice)
    return Shown(
        "contacts.html",
        "Contacts",
        {"contacts": page.to_json(), "next": page.following, "count": tally.to_json()},
        {"page": page, "filters": make_filters(asked, choice, tally), "oldest": oldest},
        Table(COLUMNS, lambda: [list_row(asked, one) for one in page.whole()]),
    )


def show_contact(asked: Asked) -> Shown:
    """One contact: who, when, where, according to whom, and what proves it."""
    found = asked.catalogue.contact(asked.keys["key"])
    if found is None:
        raise MissingError(f"There is no contact {asked.keys['key']} in this record.")
    proof = asked.catalogue.proof(found.report.id, found.contact.id)
    decisions = asked.catalogue.record.decisions(found.contact.id)
    return Shown(
        "contact.html",
        f"{name_contact(found.contact).capitalize()}, {found.contact.status}",
        {
            "contact": found.to_json(),
            "state": found.contact.state,
            "decisions": [one.to_json() for one in decisions],
            "proof": proof.to_json(),
        },
        {"found": found, "proof": proof, "decisions": decisions},
        tabulate_evidence(proof),
    )


def list_row(asked: Asked, found: ContactPassage) -> Sequence[Any]:
    """A contact as a row of a table."""
    c, report = found.contact, found.report
    names = {actor.id: actor.name for actor in found.actors}
    when = c.when.to_json() if c.when else {}
    return (
        c.id, report.name, report.outlet, report.day, report.title, report.url, c.kind, c.round, c.status,
        "; ".join(names[key] for key in c.parties), names.get(c.by or ""), c.place, when.get("from"), when.get("to"), when.get("basis"),
        found.told_by and found.told_by.name, round(c.confidence, 4), c.state, c.added_by, " … ".join(span.text for span in c.evidence),
        f"{asked.site}/contacts/{c.id}",
    )  # fmt: skip


PLACES = (
    Place("/contacts", list_contacts, csv=True),
    Place("/contacts/{key}", show_contact, csv=True),
)
