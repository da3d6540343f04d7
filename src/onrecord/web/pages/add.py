"""Adding reports: files or a text, how far the reading is, and what could not be read."""

from __future__ import annotations

import json
from pathlib import PurePath

from onrecord.reports import Source
from onrecord.web.places import Action, Asked, Form, MissingError, Place, Shown

#: Fields of a report that can be given with a text.
FIELDS = ("title", "outlet", "published", "url", "language")


def show_form(asked: Asked) -> Shown:
    """The form, and what was brought since the server was started."""
    batches = asked.intake.batches()
    return Shown("add.html", "Add reports", {"batches": [batch.to_json() for batch in batches]}, {"batches": batches})


def show_batch(asked: Asked) -> Shown:
    """How far the reading of some files is."""
    number = asked.keys["number"]
    batch = asked.intake.batch(int(number)) if number.isdecimal() else None
    if batch is None:
        raise MissingError(f"Nothing was brought under the number {number} since the server was started; /runs has all that was read.")
    reports = tuple(row for key in batch.ids if (row := asked.catalogue.report(key)))
    return Shown("batch.html", "What you brought", batch.to_json(), {"batch": batch, "reports": reports})


def take_in(asked: Asked, form: Form) -> str | Shown:
    """Take files and a text in, to be read."""
    sources = [Source(PurePath(name).name, data) for name, data in form.files]
    if text := form.get("text"):
        fields = {name: form.get(name) for name in FIELDS if form.get(name)}
        report = {"name": form.get("name") or form.get("title") or "pasted", **fields, "text": text.replace("\r\n", "\n")}
        sources.append(Source("pasted.jsonl", json.dumps(report, ensure_ascii=False).encode()))
    if not sources:
        message = "Choose a file, or paste a text."
        return Shown("add.html", "Add reports", {"error": message}, {"batches": asked.intake.batches(), "problem": message}, status=400)
    return f"/add/{asked.intake.add(sources).number}"


PLACES = (
    Place("/add", show_form, role="admin"),
    Place("/add/{number}", show_batch, role="admin"),
)
ACTIONS = (Action("/add", take_in, role="admin"),)
