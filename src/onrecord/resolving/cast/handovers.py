"""Where a report turns from one speaker to another: "The minister, for her part, …", "In his turn, the envoy …"."""

from __future__ import annotations

import re

from onrecord.model import Span

#: What turns from one speaker to another: "The minister, for her part, …".
TURN = re.compile(r"\b(?:[Ff]or (?P<part>his|her|its|their) part|[Ii]n (?P<turn>his|her|its|their) turn)\b")
#: Behind a speaker, and before him.
BEHIND, BEFORE = re.compile(rf",? {TURN.pattern}"), re.compile(rf"{TURN.pattern},? $")
#: No such phrase is longer.
REACH = 24


def turned_to(text: str, speaker: Span) -> str | None:
    """The possessive with which a report turns to somebody, "her" of "the minister, for her part"; None if it does not."""
    found = BEHIND.match(text, speaker.end) or BEFORE.search(text, max(0, speaker.start - REACH), speaker.start)
    return (found["part"] or found["turn"]) if found else None
