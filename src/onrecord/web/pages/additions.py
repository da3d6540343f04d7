"""Adding a statement or contact that the machine has missed: a page of the report beside a form."""

from __future__ import annotations

import secrets

from onrecord.errors import QueryError
from onrecord.model.decisions import ANCHORS
from onrecord.review.values import blank_values
from onrecord.web.fields import fill_fields, list_fields, read_changes
from onrecord.web.pages.review import name_reviewer
from onrecord.web.places import Action, Asked, Form, MissingError, Place, Shown
from onrecord.web.reader import make_page

#: The fields that are asked for first, in this order; the others are below them.
FIRST = {
    "statement": ("content", "source", "cue", "speaker", "kind", "act", "issue", "stance", "said"),
    "contact": ("evidence", "kind", "status", "parties", "when", "place"),
}


def show_blank(asked: Asked) -> Shown:
    """The text of a report, and a form for what stands there; words that the query gives are filled in."""
    return _show(asked, Form({name: (value,) for name, value in asked.query.items()}))


def add(asked: Asked, form: Form) -> str | Shown:
    """Add what a form says, and go to where it stands."""
    report, kind, by = asked.keys["key"], form.get("of"), name_reviewer(asked)
    record = asked.catalogue.record
    try:
        entries = asked.catalogue.entries(report) if asked.catalogue.report(report) else None
        if entries is None:
            raise MissingError
        shown = blank_values(kind, entries.report)
        made = record.add(report, kind, read_changes(kind, shown, form, entries.report.text), by, form.get("why"), form.get("key"))
    except QueryError as error:
        return _show(asked, form, str(error), 400)
    (entry,) = record.entries_of(made) or ("",)
    return f"/reports/{report}?s={entry}&added={made.number}#{entry}"


def _show(asked: Asked, form: Form, problem: str = "", status: int = 200) -> Shown:
    row = asked.catalogue.report(asked.keys["key"])
    if row is None:
        raise MissingError(f"There is no report {asked.keys['key']} in this record.")
    kind = form.get("of") or "statement"
    entries = asked.catalogue.entries(row.report.id)
    values = blank_values(kind, entries.report)
    (main, *_) = ANCHORS[kind][::-1]
    number = form.get("page")
    page = make_page(entries, int(number) if number.isdecimal() else 1, form.get("s"))
    fields = {field.name: field for field in fill_fields(list_fields(kind, values, values), form)}
    return Shown(
        "addition.html",
        f"Add a {kind}",
        {"report": row.report.to_json(), "kind": kind, "blank": values, "problem": problem or None},
        {
            "row": row, "report": entries.report, "page": page, "kind": kind, "main": main, "problem": problem, "key": secrets.token_hex(8),
            "first": [fields[name] for name in FIRST[kind]], "others": [field for name, field in fields.items() if name not in FIRST[kind]],
            "names": tuple(dict.fromkeys(actor.name for actor in entries.actors)), "why": form.get("why"),
        },
        status=status,
    )  # fmt: skip


PLACES = (Place("/reports/{key}/add", show_blank, role="reviewer"),)
ACTIONS = (Action("/reports/{key}/add", add),)
