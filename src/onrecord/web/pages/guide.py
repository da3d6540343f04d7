"""Help: what the pages show, and the keys."""

from __future__ import annotations

from onrecord.web.places import Asked, Place, Shown

KEYS = {
    "j": "next entry", "k": "previous entry", "Enter": "open the link in focus", "o": "open the source of a report",
    "/": "go to the search box", "?": "this page",
    "y": "review: confirm", "n": "review: reject", "u": "review: unsure", "e": "review: edit", "s": "review: skip", "z": "review: undo",
}  # fmt: skip


def show_help(_: Asked) -> Shown:
    """The words of the pages, and the keys."""
    return Shown("help.html", "Help", {"keys": KEYS}, {"keys": KEYS})


PLACES = (Place("/help", show_help),)
