"""Countries by their known names, where the reading model has left them unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Mention, Reading, Span
from onrecord.resolving.compounds import with_mentions
from onrecord.resolving.places import PERSONAL, is_country_name

_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*[\w.](?: (?:of |and )?[^\W\d_a-z][\w.’'-]*[\w.]){0,3}")
_POSSESSIVE = re.compile(r"[’']s$")
#: After these words a country is where something happens, not who takes part.
_WHERE = re.compile(r"\b(?:in|at|to|into|near|outside|inside)(?: the)? $", re.I)


def add_countries(text: str, reading: Reading) -> Reading:
    """The reading with a mention for each country named in the evidence of a contact that no mention covers.

    "Representatives of Russia and Ukraine" has two parties, whether the model marks them or not.
    """
    known = [m.span for m in reading.mentions]
    new = {
        span
        for contact in reading.contacts
        for evidence in contact.evidence
        for span in _countries_in(text, evidence)
        if not any(span.overlaps(other) for other in known)
    }
    return with_mentions(reading, reading.mentions, [Mention(span, "country") for span in sorted(new)]) if new else reading


def _countries_in(text: str, evidence: Span) -> Iterator[Span]:
    for match in _NAME.finditer(text, evidence.start, evidence.end):
        for start, end in _parts(match[0]):
            words = _POSSESSIVE.sub("", match[0][start:end])
            alone = match[0][start:end] == match[0]
            before = text[max(evidence.start, match.start() + start - 12) : match.start() + start]
            if is_country_name(words) and (alone or words.lower() not in PERSONAL) and not _WHERE.search(before):
                yield Span.of(text, match.start() + start, match.start() + start + len(words))


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """A run of names whole, and each side of an "and" in it."""
    yield 0, len(words)
    if joint := re.search(r" and ", words):
        yield 0, joint.start()
        yield joint.end(), len(words)
