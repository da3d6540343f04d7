"""Persons named behind a title, "Major Anna Veld", where the reading model has left them unmarked."""

from __future__ import annotations

import re

from onrecord.model import Mention, Reading, Span
from onrecord.reading.language.agreement import LOOSE_GENITIVE
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.titles import BY_NAME, PERSONAL_TITLES, split_title

#: Such a title with the name behind it; "Prime" and the like belong to it.
TITLED = re.compile(
    rf"\b(?:{PERSONAL_TITLES}|(?:Prime |[A-Z][a-z]+ )Minister)\.? "
    r"(?P<name>(?:[A-Z]\. )?[^\W\d_a-z][a-zß-ÿ][\w’'-]+(?: [^\W\d_a-z][a-zß-ÿ][\w’'-]+){0,2})"
)
#: "A young man called Ivo Strand".
CALLED = re.compile(rf"\b[Aa]n? (?:[a-z-]+ ){{0,2}}(?P<noun>[a-z]+) {BY_NAME} (?P<name>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){{0,2}})")
#: "The foreign minister, Anna Veld,": the holder behind an office that was read.
APPOSED = re.compile(r", (?P<name>[^\W\d_a-z][a-zß-ÿ][\w’'-]*(?: [^\W\d_a-z][\w’'-]+){1,2})(?=[,.;:)\n])")
#: What is called after somebody.
PLACE = re.compile(r"\b(?:Square|Street|Avenue|Boulevard|Road|Bridge|Hotel|Airport|Hospital|Hall|Barracks|Port|Dam|Park|Stadium|Library)$")


def add_titled(text: str, reading: Reading) -> Reading:
    """The reading with a mention for each person who is named behind a title and whom no mention overlaps."""
    found = [Span.of(text, m.start(), m.start() + len(LOOSE_GENITIVE.sub("", m[0]))) for m in TITLED.finditer(text)]
    people = kind_words("office") | kind_words("relation")
    found += [Span.of(text, *m.span("name")) for m in CALLED.finditer(text) if m["noun"] in people]
    offices = (m.span for m in reading.mentions if m.type == "person" and split_title(m.span.text).role)
    found += [Span.of(text, *m.span("name")) for office in offices if (m := APPOSED.match(text, office.end))]
    new = [
        Mention(span, "person")
        for span in found
        if not any(m.span.overlaps(span) for m in reading.mentions) and not PLACE.search(span.text) and split_title(span.text).name
    ]
    return with_mentions(reading, reading.mentions, new) if new else reading
