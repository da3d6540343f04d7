"""Guests and hosts: who is invited by whom, and whose seat somebody travels to."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Span
from onrecord.resolving.cast.cast import Cast, Entity, is_plural
from onrecord.resolving.contacts.participants import named_in
from onrecord.resolving.contacts.sides import is_place, one_side
from onrecord.resolving.names.countries import names_of_states
from onrecord.resolving.names.places import demonym_stem, find_country, is_country_name

_NAME = r"[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)?"
#: Between the host, before it, and the guest.
INVITES = re.compile(r"\b(?:invit(?:es|ed)|invitation to|offer(?:s|ed) to receive|promis(?:es|ed) to receive)\b")
#: Where a journey ends: "flew to Bergen", "is due in Bergen", "a visit to Bergen".
GOES_TO = re.compile(
    r"\b(?:(?:fl(?:y|ies|ew|ying)|travel\w*|visit\w*|return\w*|arriv\w*|go(?:es|ing)?|went|com(?:es|ing)|trip|departure|journey|plane|due"
    r"|expected|awaited|been|is|was|mission)\b[^.;]*? |^)(?:(?:in)?to|in|at|for) (?:(?:neighbouring|nearby) )?"
    rf"(?P<where>the {_NAME} capital|{_NAME})"
)
#: "…, where the president expects her".
WHERE_HOST = re.compile(r",? (?:\w+ ){0,3}?where (?:the )?")
EXPECTS = re.compile(r" (?:expects?|awaits?|receives?|will receive|is to receive|is waiting for|will see|is to see) (?:him|her|them)\b")
AT_INVITATION = re.compile(r"\b(?:at|on) the (?:invitation|request) of ")
_CAPITAL = r"([^\W\d_a-z]\w+) capital"
CAPITAL = re.compile(f"the {_CAPITAL}")


def invited(text: str, start: int, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """The one who is invited to a contact and the one who invites; none if it is not an invitation of one by one.

    Args:
        text: of the report.
        start: where the sentence of the evidence begins.
        c: the contact.
        cast: who appears in the report.
        hosts: mediators and hosts, who take no part.
    """
    evidence = c.evidence[0]
    found = [m for m in INVITES.finditer(text, start, evidence.end) if m.start() <= evidence.start]
    if not found or hosts or evidence.text[:1].isupper():
        return []
    end = evidence.start if evidence.start > found[-1].end() else evidence.end
    guests = named_in(text, Span.of(text, found[-1].end(), end), cast, hosts, c)
    before = [e for e in named_in(text, Span.of(text, start, found[-1].start()), cast, hosts, c) if e not in guests]
    inviting = next((e for e in reversed(before) if e.type in ("person", "organization", "country")), None)
    one = len(guests) == 1 and guests[0].type == "person" and not is_plural(guests[0])
    return [guests[0], inviting] if inviting and one else []


def visited(text: str, c: ContactEvidence, guest: Entity, cast: Cast) -> list[Entity]:
    """Whom a guest visits: the one who invited him, or else the countries or bodies to whose seats he travels.

    Whose seat a place is, the report or the table of capitals says.
    """
    out: list[Entity] = []
    for span in c.evidence:
        where = WHERE_HOST.match(text, span.end)
        there = [(m, e) for m, e in cast.mentions() if where and m.start == where.end() and EXPECTS.match(text, m.end)]
        if there and there[0][1].type == "person" and there[0][1] is not guest:
            return [there[0][1]]
        asked = AT_INVITATION.search(span.text)
        start = span.start + asked.end() if asked else span.end
        inviting = [e for m, e in cast.within(span) if asked and m.start >= start and text[start : m.start] in ("", "the ")]
        if inviting and inviting[0] is not guest and inviting[0].type in ("person", "country", "organization"):
            return inviting[:1]
        for found in GOES_TO.finditer(span.text):
            host = _of_seat(text, span, found["where"], cast)
            if host and host is not guest and host not in out and not one_side(host, guest):
                out.append(host)
    return out


def _of_seat(text: str, evidence: Span, where: str, cast: Cast) -> Entity | None:
    """The country or body that a place is, or is the seat of: "the Orvanian capital", "Bergen" that stands for it elsewhere."""
    countries = [e for e in cast.entities if e.type == "country" and e.names]
    named = re.escape(where)
    if capital := CAPITAL.fullmatch(where) or re.search(rf"{named}, the {_CAPITAL}\b|{_CAPITAL},? {named}\b", text):
        adjective = next(filter(None, capital.groups()))
        name = demonym_stem(adjective, [e.name for e in countries])
        return next((e for e in countries if e.name == name), None)
    known = find_country(where)
    if known and not is_country_name(where):
        return next((e for e in countries if e.name == known.name), None)
    of_name = [e for m, e in cast.mentions() if m.text == where and e.type in ("country", "group", "organization") and not e.members]
    # A town that only the reading takes for a country is none.
    somewhere = is_place(text.replace(evidence.text, ""), where)
    return next((e for e in of_name if e.name != where or known or where in names_of_states(text) or not somewhere), None)
