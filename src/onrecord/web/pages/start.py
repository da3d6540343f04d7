"""The first page: what the record holds, and what was said last."""

from __future__ import annotations

from onrecord.web.places import Asked, Place, Shown

LATEST = 8


def show_start(asked: Asked) -> Shown:
    """What the record holds, the latest statements, and what could not be read."""
    overview = asked.catalogue.overview()
    runs = asked.catalogue.runs(limit=1)
    latest = asked.catalogue.statements({}, LATEST)
    data = {
        "holds": overview.to_json(),
        "last_run": runs[0].to_json() if runs else None,
        "latest_statements": latest.to_json()["items"],
    }
    return Shown("start.html", "What is on record", data, {"holds": overview, "run": runs[0] if runs else None, "latest": latest.items})


PLACES = (Place("/", show_start),)
