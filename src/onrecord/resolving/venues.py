"""Where a contact took place: a place named as its venue, never one that is only the seat of somebody who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import ContactEvidence, Span
from onrecord.resolving.calendar import find_expressions
from onrecord.resolving.cast import Cast
from onrecord.resolving.live import find_entries, time_of_entry
from onrecord.resolving.places import find_country

#: A name of one to four words, with what joins them: "Port Evaine", "Puerto del Rey", "Ust-Kamen".
NAME = r"[^\W\d_a-z][\w’'-]+(?: (?:(?:of|al-|de|del) )?[^\W\d_a-z][\w’'-]+){0,3}"
#: Months and days are no places, nor are events and bodies.
NOT_PLACE = re.compile(
    r"(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day|Spring|Summer|Autumn|Winter|.* (?:Day|Year|Week))\b",
    re.I,
)
#: What a place does not go on with: a day, or another journey.
PLACE_ENDS = re.compile(r" (?:on|at|in) (?=(?:[A-Z][a-z]+ )?\d)| (?:on|late|early) (?=[A-Z][a-z]+day\b)| and (?:then )?(?:to|on)\b")
PREPOSITION = re.compile(r"^(?:in|at|on|to|near|for|from)\s+(?:the\s+)?", re.I)
#: What stands before a name that is a party's rather than a place's: "between Orvania and Melkar".
NO_PLACE = re.compile(r"\b(?:between|with|and|by|of)\s+(?:the\s+)?$", re.I)
#: "The Bergen round", "Bergen talks": what stands before the noun can be the venue.
COMPOUND = re.compile(
    rf"\b(?:The )?(?P<place>{NAME})(?:[’']s)? (?:[a-z]+ )?(?:talks|rounds?|meetings?|summit|session|conference"
    r"|encounter|invitation|track)\b"
)
#: A venue that a relative clause follows: "in Bergen, where the sides met", "good morning from Bergen, where …".
WHERE = re.compile(rf"\b(?:in|at|from|to) (?:the )?(?P<place>{NAME}),? where\s*$")
#: The same within what tells of the contact: "visited Bergen, where he held talks".
THERE_WHERE = re.compile(rf"\b(?:in|at|from|to|visited) (?:the )?(?P<place>{NAME}), where\b")
#: A sentence that opens with it: "In Bergen on Tuesday, …".
OPENS = re.compile(rf"(?:^|[.!?]\s+|\n)(?:In|At) (?:the )?(?P<place>{NAME})[\s,]*$")
FOLLOWS = re.compile(rf"[\s,]*\b(?:in|at) (?:the )?(?P<place>{NAME})")
GREETING = re.compile(rf"\bGood (?:morning|afternoon|evening) from (?P<scene>{NAME})")
#: "VARSEL — …", "VARSEL, 3 May (Agency) – …", "Good morning from Varsel": where a report comes from.
DATELINE = re.compile(
    rf"^(?P<place>[^\W\d_a-z](?:[^\W\d_a-z]|[’' -])+[^\W\d_a-z])(?=[,. ] ?[^\n]{{0,40}}?[—–-] |\. [A-Z]| [—–-])"
    rf"|{GREETING.pattern}",
    re.M,
)
#: "Varsel, 3 May 2031.": how a statement for the press begins.
SIGNED = re.compile(rf"^(?P<place>{NAME}), \d{{1,2}} [A-Z][a-z]+(?: \d{{4}})?\. ", re.M)
#: What a body tells of its own day, face to face, was where it signs.
TODAY = re.compile(r"\btoday\b", re.I)
FACE_TO_FACE = frozenset({"meeting", "talks", "document"})
#: "Hosted by Orvania in Bergen": the place in more words.
LAST_NAMED = re.compile(rf"\b(?:in|at) (?:the )?(?P<place>{NAME})$")
HERE = re.compile(r"\b(?:here|in this (?:city|town|port))\b", re.I)
THERE = re.compile(r"\bthere$", re.I)
SAME = re.compile(r"\b(?:in|at) the same (?:city|town|place|hotel|venue)\b", re.I)
KIND_BEHIND = re.compile(r" (?:capital|city|border|coast)\b")
#: "In the Gulf city of Sharjah": the name is that of the city.
_CITY = rf"(?:city|town|port|resort|village|island|capital) of (?P<place>{NAME})"
CITY_OF = re.compile(rf"(?:(?:in|at|on|to|near) )?the (?:[\w-]+ ){{0,2}}{_CITY}")
CITY_BEHIND = re.compile(rf" (?:[a-z]+ )?{_CITY}")
CAPITAL = re.compile(r"(?P<country>[^\W\d_a-z]\w+) capital\b")
IN_CAPITAL = re.compile(rf"(?<=\b(?:in|to) the ){CAPITAL.pattern}")
#: Contacts that a report from the place itself tells of first.
ON_THE_SPOT = frozenset({"held", "ongoing", "suspended"})
BEFORE_NAME = r"\b(?:in|at|for|to|from) (?:the )?"
REACH = 120
#: No line is looked at further back than so many characters.
LINE = 1500
#: A report says within so many characters where it comes from.
OPENING = 600


def place_of(text: str, c: ContactEvidence, cast: Cast, last: str | None = None) -> str | None:
    """The place as the report words it, without the preposition; None if no venue is named.

    `last` is the place of the contact told before this one, for "in the same city". Talks that the opening of a report tells of
    are where its dateline says that it comes from.
    """
    for place in (*places_in(text, c), *(place for e in c.evidence for place in _named(text, e))):
        if not _is_seat(c, place, cast) and not NOT_PLACE.match(place.text):
            return _words(text, place)
    for evidence in c.evidence:
        for mention, entity in cast.within(evidence):
            before = evidence.text[: mention.start - evidence.start].rstrip()
            # Who travels to two places has the visit in neither.
            to = (
                c.kind == "visit"
                and before.endswith((" to", " visited", " visits", " visit"))
                and not text.startswith(" and ", mention.end)
            )
            there = to or before.endswith((" in", " at"))
            if entity.type in ("place", "country") and there and not _is_seat(c, mention, cast):
                return mention.text
    words = [span.text for span in (*c.place, *c.evidence)]
    if capital := next((found for w in words if (found := IN_CAPITAL.search(w))), None):
        return _seat_of(capital)
    if any(SAME.search(w) for w in words):
        return last
    if any(THERE.search(w) for w in words):
        named = [
            m["place"]
            for m in re.finditer(
                rf"{BEFORE_NAME}(?P<place>{NAME})", text[max(0, c.evidence[0].start - LINE) : c.evidence[0].start].rpartition("\n")[2]
            )
        ]
        return named[-1] if named else None
    live = c.kind in FACE_TO_FACE and time_of_entry(text, c.evidence[0].start)
    near = live or (c.kind == "talks" and text.count("\n\n", 0, c.evidence[0].start) < 2)
    opening = c.status in ON_THE_SPOT and near
    own = c.kind in FACE_TO_FACE and c.status in ON_THE_SPOT and any(TODAY.search(w) for w in words)
    return scene_of(text) if opening or own or any(HERE.search(w) for w in words) else None


def places_in(text: str, c: ContactEvidence) -> list[Span]:
    """The places told with a contact that are names, and are not named as its parties."""
    named = (span for span in c.place if any(word[0].isupper() for word in span.text.split()))
    return [span for span in named if not NO_PLACE.search(text[max(0, span.start - 20) : span.start])]


def scene_of(text: str) -> str | None:
    """The place that a report says it comes from, at the beginning of its first lines, or where a live one greets its readers."""
    found = DATELINE.search(text, 0, OPENING) or SIGNED.search(text, 0, OPENING) or (GREETING.search(text) if find_entries(text) else None)
    place = found and (found.groupdict().get("place") or found["scene"])
    if place and place.isupper():
        place = " ".join(word.capitalize() for word in place.split())  # a dateline is in capitals only there
    return place if place and not NOT_PLACE.match(place) else None


def _words(text: str, place: Span) -> str:
    if place.text[0].islower() and not PREPOSITION.match(place.text) and (named := LAST_NAMED.search(place.text)):
        return named["place"]  # "hosted by Orvania in Bergen"
    if city := CITY_OF.match(text, place.start) or CITY_BEHIND.match(text, place.end):
        return city["place"]
    words = PLACE_ENDS.split(PREPOSITION.sub("", place.text))[0]
    whole = place.text + _kind_behind(text, place.end)
    if capital := CAPITAL.fullmatch(PREPOSITION.sub("", whole)):
        return _seat_of(capital)
    return words if whole == place.text else PREPOSITION.sub("", whole)


def _seat_of(capital: re.Match[str]) -> str:
    """ "Vienna" for "the Austrian capital", or these words if the country is not known."""
    country = find_country(capital["country"])
    return country.capitals[0] if country and country.capitals else capital[0]


def _kind_behind(text: str, end: int) -> str:
    """ " capital" of "the Sadafi capital", which is not Sadafi."""
    return found[0] if (found := KIND_BEHIND.match(text, end)) else ""


def _named(text: str, evidence: Span) -> Iterator[Span]:
    """Venues by their form: in the evidence, or right before or behind it with nothing but a date between."""
    for found in COMPOUND.finditer(text, evidence.start, evidence.end):
        if re.search(rf"{BEFORE_NAME}{re.escape(found['place'])}\b|^{re.escape(found['place'].upper())}\b", text, re.M):
            yield Span.of(text, *found.span("place"))
    for found in THERE_WHERE.finditer(text, evidence.start, evidence.end):
        yield Span.of(text, *found.span("place"))
    start, end = max(0, evidence.start - REACH), evidence.start
    for a, b in find_expressions(text, start, end)[-1:]:
        if not text[b:end].strip(" ,"):
            end = a
    if before := WHERE.search(text[start:end]) or OPENS.search(text[start:end]):
        yield Span.of(text, start + before.start("place"), start + before.end("place"))
    start, end = evidence.end, evidence.end + REACH
    for a, b in find_expressions(text, start, end)[:1]:
        if not text[start:a].strip(" ,"):
            start = b
    if behind := FOLLOWS.match(text, start, end):
        yield Span.of(text, *behind.span("place"))


def _is_seat(c: ContactEvidence, place: Span, cast: Cast) -> bool:
    """Whether a place only says more of somebody: "the high commissioner in Varsel"."""
    around = (cast.within(Span(e.start, e.end, e.text)) for e in c.evidence)
    return any(
        m.covers(place) and m != place and entity.type in ("person", "unnamed", "organization", "group")
        for mentions in around
        for m, entity in mentions
    )
