"""People whom the words of a contact name, and whom the reading model has left unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Mention, Reading, Span
from onrecord.reading.contacts.encounter_words import MEET
from onrecord.reading.language.weekdays import WEEKDAY
from onrecord.resolving.contacts.sides import is_place
from onrecord.resolving.dates.grammar import M
from onrecord.resolving.names.compounds import with_mentions
from onrecord.resolving.names.kinds import are_several
from onrecord.resolving.names.places import find_country

#: Contacts that people have with people; whom a journey is "to" is a place as often.
AMONG_PEOPLE = frozenset({"letter", "call", "meeting"})
_NAME = r"[^\W\d_a-z][\w’-]+"
#: A name where somebody stands whom a contact is with: "wrote to Ivo Strand on Monday".
WHOM = re.compile(
    rf"\b(?:{MEET}|with|to|by) (?P<name>"
    rf"(?!{WEEKDAY}){_NAME}(?: {_NAME}){{0,2}})(?![’'\w-])"
    r"(?=[.,;:]|$| (?:on|in|at|of|and|who|that|for|from|by|to|late|early|again|this|last|next|yesterday|today|before|after|about)\b)"
)
#: Whom somebody met who has no name: "received the ambassadors of six countries", "had met a senior officer of the gendarmerie".
WHOM_NAMELESS = re.compile(
    rf"\b(?:{MEET}|with) (?P<who>"
    r"(?:(?:an?|the) (?:[a-z-]+ )?(?:officer|commander|emissary|representative|delegate|general|colonel)"
    r"|(?:(?:the|two|three|four|five|six|several|some) )?(?:[a-z-]+ )?(?:officers|commanders|ambassadors|envoys|emissaries|officials"
    r"|diplomats|representatives|delegates|generals|colonels|elders|families|relatives|prisoners|mayors|lawmakers|deputies|leaders|owners"
    r"|activists|traders|captains))"
    r"(?: (?:of|from) (?:the |an? |his |her |their |its |both |two |three |four |five |six |several )?"
    r"(?:(?:[a-z]+(?:al|ic|ary|ive|ed) )?[a-z]+|[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)?))?)(?![’'\w-])"
)
#: Those are the sides themselves.
OF_SIDES = re.compile(r" of (?:both|the two|all|the) (?:sides|parties|camps)$")
#: A month is nobody.
DATED = re.compile(M, re.I)
#: Words that are of no name.
NO_NAME = re.compile(
    r"\b(?:Minister|President|Ministry|Council|Committee|Government|Front|Movement|Party|Union|Nations|House|Palace|Office|Commission"
    r"|Cross|Crescent|Army|Bank|Court|Parliament|Assembly|Republic|Kingdom|States|Ambassador|General|Secretary|Envoy|Street|Hotel)\b"
)


def add_unread(text: str, reading: Reading) -> Reading:
    """The reading with a mention of each person whom a letter, call or meeting names as the other and whom no mention covers."""
    known = [m.span for m in reading.mentions]
    new = {span: "person" for span in _named(text, reading) if not any(span.overlaps(other) for other in known)}
    new |= {
        span: kind for span, kind in _nameless(text, reading) if not any(span.overlaps(other) and not span.covers(other) for other in known)
    }
    return with_mentions(reading, reading.mentions, [Mention(span, new[span]) for span in sorted(new)]) if new else reading


def _named(text: str, reading: Reading) -> Iterator[Span]:
    for contact in reading.contacts:
        for evidence in contact.evidence if contact.kind in AMONG_PEOPLE else ():
            for found in WHOM.finditer(text, evidence.start, evidence.end):
                name = found["name"]
                if not (NO_NAME.search(name) or name.isupper() or find_country(name) or DATED.match(name) or is_place(text, name)):
                    yield Span.of(text, *found.span("name"))


def _nameless(text: str, reading: Reading) -> Iterator[tuple[Span, str]]:
    known = {m.span.start for m in reading.mentions}
    for contact in reading.contacts:
        for evidence in contact.evidence if contact.kind == "meeting" else ():
            for found in WHOM_NAMELESS.finditer(text, evidence.start, evidence.end):
                span = Span.of(text, *found.span("who"))
                head = re.sub(r"^(?:the|an?) ", "", span.text)
                if not known & {span.start, span.end - len(head)} and not OF_SIDES.search(span.text):
                    yield span, "group" if are_several(span.text) else "unnamed"
