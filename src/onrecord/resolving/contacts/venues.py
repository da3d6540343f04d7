"""Where a contact took place: a place named as its venue, never one that is only the seat of somebody who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Contact, ContactEvidence, Span
from onrecord.model.entries import UNDER_WAY
from onrecord.resolving.cast.cast import Cast
from onrecord.resolving.contacts.datelines import NAME, NOT_PLACE, interview_of, scene_of
from onrecord.resolving.dates.calendar import find_expressions
from onrecord.resolving.dates.live import time_of_entry
from onrecord.resolving.dates.tenses import TENSE
from onrecord.resolving.dates.timing import CLOCK
from onrecord.resolving.names.places import find_country

#: What a place does not go on with: a day, or another journey.
PLACE_ENDS = re.compile(
    r" from (?=[A-Z])| (?:on|at|in) (?=(?:[A-Z][a-z]+ )?\d)| (?:on|late|early) (?=[A-Z][a-z]+day\b)| and (?:then )?(?:to|on)\b"
    r"|, (?:which|where|planned|set|due|scheduled|expected|originally|initially)\b"
)
#: What a place ends before: "the Varsel meeting on fishing on", "Bergen,".
LOOSE_END = re.compile(r"(?:[\s,;]+(?:on|in|at|to|for|from|with|by|of|and|or|which|who|where|when|that|the))*[\s,;]*$")
PREPOSITION = re.compile(r"^(?:in|at|on|to|near|for|from)\s+(?:the\s+)?", re.I)
#: What stands before a name that is a party's rather than a place's: "between Orvania and Melkar".
NO_PLACE = re.compile(r"\b(?:between|with|and)\s+(?:the\s+)?$", re.I)
#: "The Bergen round", "Bergen talks": what stands before the noun can be the venue.
COMPOUND = re.compile(
    rf"\b(?:[Tt]he )?(?P<place>{NAME})(?:[’']s)? (?:[a-z]+ )?(?:talks|rounds?|meetings?|summit|session|conference"
    r"|consultations|negotiations|encounter|invitation)\b"
)
#: A venue that a relative clause follows: "in Bergen, where the sides met", "good morning from Bergen, where …".
WHERE = re.compile(rf"\b(?:in|at|from|to) (?:the )?(?P<place>{NAME}),? where\s*$")
#: The same within what tells of the contact: "visited Bergen, where he held talks".
THERE_WHERE = re.compile(rf"\b(?:in|at|from|to|visited) (?:the )?(?P<place>{NAME}), where\b")
#: A sentence that opens with it: "In Bergen on Tuesday, …".
OPENS = re.compile(rf"(?:^|[.!?]\s+|\n)(?:In|At) (?:the )?(?P<place>{NAME})[\s,]*$")
#: What a body tells of its own day, face to face, was where it signs.
TODAY = re.compile(r"\btoday\b", re.I)
FACE_TO_FACE = frozenset({"meeting", "talks", "document"})
#: "Hosted by Orvania in Bergen": the place in more words.
LAST_NAMED = re.compile(rf".*\b(?:in|at) (?:the )?(?P<place>{NAME})")
#: "The first since the ferry was boarded in the Gryt Narrows": where something else was.
SINCE_IT = re.compile(rf"\bsince\b[^,;.]*{TENSE.pattern}[^,;.]*\Z", re.I)
#: What is told back in an opening was not where the report comes from: "the delegations had met four times".
HAD_MET = re.compile(r"\bhad (?:\w+ )?(?:met|spoken|talked)\b|\btimes since\b")
#: Between a date and a place in one span: "on 2 June in Dunhaven".
AT = re.compile(r"(?: of the [a-z]+)?,? (?=(?:in|at|on) )")
HERE = re.compile(r"\b(?:here|in this (?:city|town|port))\b", re.I)
THERE = re.compile(r"\b(?:there(?=$| (?:on|in|at|late|early|for)\b)|in that (?:city|town|country)\b)", re.I)
SAME = re.compile(
    r"\b(?:in|at) the same (?:city|town|village|port|place|hotel|venue|building|hall|house|palace|villa|school|centre|site)\b",
    re.I,
)
#: "Is set for Bergen next Tuesday", "will send deputies to Bergen on Thursday": where it is to be.
SET_FOR = re.compile(
    rf"\b(?:set|fixed|scheduled|planned|due|pencilled in) for (?:the )?(?P<place>{NAME})"
    r"|\b(?:(?:send|sends|sent) (?:[a-z]+ ){0,2}?(?:deputies|delegations?|delegates|negotiators|envoys?|teams?|experts)|returns?)"
    rf" to (?:the )?(?P<to>{NAME})"
)
KIND_BEHIND = re.compile(r" (?:capital|city|border|coast)\b")
#: "In the Gulf city of Sharjah": the name is that of the city.
_CITY = rf"(?:city|town|port|resort|village|island|capital) of (?P<place>{NAME})"
CITY_OF = re.compile(rf"(?:(?:in|at|on|to|near) )?the (?:[\w-]+ ){{0,2}}{_CITY}")
CITY_BEHIND = re.compile(rf" (?:[a-z]+ )?{_CITY}")
CAPITAL = re.compile(r"(?P<country>[^\W\d_a-z]\w+) capital\b")
IN_CAPITAL = re.compile(rf"\b(?:in|to|near|outside) the {CAPITAL.pattern}")
#: "Invited the sides to Bergen", "meet in the middle of the Linden Bridge", "aboard the Meridian".
INVITED = re.compile(rf"\binvit(?:(?:e|es|ed|ing)\b[^.;:]{{1,60}}?|ations?) to (?:the )?(?P<place>{NAME})(?![\w’-]| to\b| (?-i:[A-Z]))")
ON_THE = re.compile(
    r"\b(?:(?:on|in|at) the (?:[a-z]+ )?(?:middle|cent(?:re|er)|edge|foot|deck|shores?|banks?|outskirts|grounds|steps|gates|heart"
    rf"|pier|quay|harbour|port|island|village|town) of|aboard) (?:the )?(?P<place>{NAME})"
    rf"|\b(?:on|at|in) the (?P<site>{NAME} (?:bridge|palace|hotel|airport|castle|monastery|barracks|pier|villa|crossing|checkpoint|pass"
    r"|station|residence|embassy|ferry|lock|mill|school|refinery))\b"
)
#: "Crossed to Bergen to see the commander": where a journey leads.
JOURNEY = re.compile(
    r"\b(?:cross|fl[yi]|flew|flown|travel|go|went|gone|drove|sail|journey|proceed|head)(?:e[sd]|s|led|ed|ing|ling)?"
    rf" (?:[a-z]+ ){{0,2}}?to (?:the )?(?P<place>{NAME})(?! and\b)"
)
#: "At the Palace of the Winds": the rest of a name.
REST_OF_NAME = re.compile(rf" (?:of(?: the)?|des?|du|da|dos?|di|della|del|der|von)(?: la| los| las)? {NAME}")
#: Talks that go on, go on where they were.
RESUMES = re.compile(r"\b(?:resum(?:e|es|ed|ing|ption)|reconven(?:e|es|ed|ing)|restart(?:s|ed)?)\b", re.I)
#: "Came back from Bergen …. The round took two days": where those who came back had been.
CAME_BACK = re.compile(rf"\b(?:came|come|is|was|are|were|flew|flown|travelled|returned)(?: [a-z]+)?(?: back| home)? from (?P<place>{NAME})")
#: "At 15:00 (21:00 in Bergen)": where it is that time.
CLOCK_THERE = re.compile(r"\((?:\d{1,2}[:.]\d\d|\d{1,2}(?=[ ap]))(?: ?[ap]\.?m\.?)?(?: in)? ?\Z", re.I)
BROKERED = re.compile(r"-(?:brokered|mediated|led|backed|sponsored|hosted|run)$", re.I)
TALKS_ON = re.compile(r"\b(?:talks|negotiations|discussions|consultations|meeting|dialogue) (?:on|about|over) (?:the )?\Z")
#: Contacts of those who are in two places.
AFAR = frozenset({"call", "letter"})
BEFORE_NAME = r"\b(?:in|at|for|to|from) (?:the )?"
REACH = 120
#: No line is looked at further back than so many characters.
LINE = 1500


def place_of(text: str, c: ContactEvidence, cast: Cast, before: Sequence[Contact] = ()) -> str | None:
    """The place as the report words it, without the preposition; None if no venue is named, and for what brings nobody to one place.

    `before` are the contacts told before this one, for "in the same city" and for talks that resume. Talks that the opening of a
    report tells of are where its dateline says that it comes from.
    """
    if c.kind in AFAR:
        return None
    for place in (*places_in(text, c), *(place for e in c.evidence for place in _named(text, e, c.kind))):
        if not _is_seat(c, place, cast) and not NOT_PLACE.match(place.text) and not _is_no_place(text, place, cast):
            return _words(text, place, c, cast)
    for evidence in c.evidence:
        for mention, entity in cast.within(evidence):
            lead = evidence.text[: mention.start - evidence.start].rstrip()
            # Who travels to two places has the visit in neither.
            to = c.kind == "visit" and lead.endswith((" to", " visited", " visits", " visit")) and not text.startswith(" and ", mention.end)
            there = to or (
                lead.endswith((" in", " at", " on") if entity.type == "place" else (" in", " at")) and not CLOCK_THERE.search(lead)
            )
            there = there and not text.startswith(("’s", "'s"), mention.end)
            if entity.type in ("place", "country") and there and not _is_seat(c, mention, cast):
                return mention.text
    words = [span.text for span in (*c.place, *c.evidence)]
    if capital := next((found for w in words if (found := IN_CAPITAL.search(w))), None):
        return _seat_of(text, capital, c, cast)
    if any(SAME.search(w) for w in words):
        return next((b.place for b in reversed(before) if b.place), None)
    if any(THERE.search(w) for w in words):
        return _named_last(text, c)
    return _where_before(c, before) or _scene(text, c, words, cast)


def _named_last(text: str, c: ContactEvidence) -> str | None:
    """The place named last before a contact in its line, for "there"."""
    line = text[max(0, c.evidence[0].start - LINE) : c.evidence[0].start].rpartition("\n")[2]
    named = [m["place"] for m in re.finditer(rf"{BEFORE_NAME}(?P<place>{NAME})", line) if not find_expressions(line, *m.span())]
    return named[-1] if named else None


def _where_before(c: ContactEvidence, before: Sequence[Contact]) -> str | None:
    """Where those talks were that a contact resumes."""
    if c.kind not in FACE_TO_FACE or not any(RESUMES.search(e.text) for e in c.evidence):
        return None
    return next((b.place for b in reversed(before) if b.kind in FACE_TO_FACE and b.status in UNDER_WAY and b.place), None)


def _scene(text: str, c: ContactEvidence, words: Sequence[str], cast: Cast) -> str | None:
    """Where the report comes from, for what it tells as seen there: what opens it, news of a live one, and "here"."""
    live = c.kind in FACE_TO_FACE and time_of_entry(text, c.evidence[0].start)
    near = live or (c.kind == "talks" and text.count("\n\n", 0, c.evidence[0].start) < 2)
    opening = c.status in UNDER_WAY and near and not any(HAD_MET.search(e.text) for e in c.evidence)
    # What is to begin at a time of day begins where the live report is.
    opening = opening or (bool(live) and c.status == "planned" and any(CLOCK.search(e.text) for e in c.evidence))
    own = c.kind in FACE_TO_FACE and c.status in UNDER_WAY and any(TODAY.search(w) for w in words)
    here = any(HERE.search(w) for w in words)
    scene = scene_of(text, cast) if opening or own or here else None
    back = _came_back(text, c) if c.kind == "talks" and c.status == "held" else None
    return scene or (interview_of(text) if here else back)


def places_in(text: str, c: ContactEvidence) -> list[Span]:
    """The places told with a contact that are names, and are not named as its parties; "at Orvania’s (request)" is none."""
    named = (span for span in c.place if any(word[0].isupper() for word in span.text.split()) and not span.text.endswith(("’s", "'s")))
    told = (span for span in named if not any(no.search(text[max(0, span.start - 20) : span.start]) for no in (NO_PLACE, CLOCK_THERE)))
    return [span for span in told if not any(e.covers(span) and SINCE_IT.search(text, e.start, span.start) for e in c.evidence)]


def _came_back(text: str, c: ContactEvidence) -> str | None:
    """Where those had been who came back, in the paragraph of a round that names no place."""
    start = c.evidence[0].start
    found = [m["place"] for m in CAME_BACK.finditer(text, text.rfind("\n", 0, start) + 1, start)]
    return found[-1] if len(set(found)) == 1 and not NOT_PLACE.match(found[-1]) else None


def _words(text: str, place: Span, c: ContactEvidence, cast: Cast) -> str:
    if PREPOSITION.sub("", place.text)[0].islower() and (named := LAST_NAMED.match(place.text)):
        return named["place"]  # "hosted by Orvania in Bergen"
    if city := CITY_OF.match(text, place.start) or CITY_BEHIND.match(text, place.end):
        return city["place"]
    day = next((start for start, _ in find_expressions(text, place.start, place.end)), place.end)
    words = LOOSE_END.sub("", PLACE_ENDS.split(PREPOSITION.sub("", text[place.start : day] or place.text))[0])
    if rest := REST_OF_NAME.match(text, place.end):
        return words + rest[0]
    whole = place.text + _kind_behind(text, place.end)
    if capital := CAPITAL.fullmatch(PREPOSITION.sub("", whole)):
        return _seat_of(text, capital, c, cast)
    return words if whole == place.text else PREPOSITION.sub("", whole)


def _seat_of(text: str, capital: re.Match[str], c: ContactEvidence, cast: Cast) -> str:
    """ "Vienna" for "the Austrian capital".

    For a country that is not known it is where the report comes from, if the opening tells of it; or else these words.
    """
    country = find_country(capital["country"])
    if country:
        return country.capitals[0] if country.capitals else capital[0]
    opening = c.status in UNDER_WAY and text.count("\n\n", 0, c.evidence[-1].start) < 2
    return (scene_of(text, cast) if opening else None) or capital[0]


def _kind_behind(text: str, end: int) -> str:
    """ " capital" of "the Sadafi capital", which is not Sadafi."""
    return found[0] if (found := KIND_BEHIND.match(text, end)) else ""


def _named(text: str, evidence: Span, kind: str) -> Iterator[Span]:
    """Venues by their form: in the evidence, or right before it with nothing but a date between."""
    for found in COMPOUND.finditer(text, evidence.start, evidence.end):
        if re.search(rf"{BEFORE_NAME}{re.escape(found['place'])}\b|^{re.escape(found['place'].upper())}\b", text, re.M):
            yield Span.of(text, *found.span("place"))
    for pattern in (THERE_WHERE, INVITED, ON_THE, SET_FOR, *((JOURNEY,) if kind in ("visit", "meeting") else ())):
        for found in pattern.finditer(text, evidence.start, evidence.end):
            place = Span.of(text, *found.span(found.lastgroup or 0))
            if pattern not in (SET_FOR, JOURNEY) or not find_expressions(text, place.start, place.end):
                yield place
    start, end = max(0, evidence.start - REACH), evidence.start
    for a, b in find_expressions(text, start, end)[-1:]:
        if not text[b:end].strip(" ,"):
            end = a
    if before := WHERE.search(text[start:end]) or OPENS.search(text[start:end]):
        yield Span.of(text, start + before.start("place"), start + before.end("place"))


def _is_no_place(text: str, place: Span, cast: Cast) -> bool:
    """Whether words name a person, say who brokered it, or what it is about: "late-night Veld talks", "the talks on Ilde"."""
    words = PREPOSITION.sub("", place.text)
    people = (name.split() for e in cast.entities if e.type == "person" for name in e.names)
    is_person = any(len(name) > 1 and words.split()[-1] in (name[0], name[-1]) for name in people) and find_country(words) is None
    return is_person or BROKERED.search(words) is not None or TALKS_ON.search(text, max(0, place.start - REACH), place.start) is not None


def _is_seat(c: ContactEvidence, place: Span, cast: Cast) -> bool:
    """Whether a place only says more of somebody: "the high commissioner in Varsel"."""
    around = (cast.within(Span(e.start, e.end, e.text)) for e in c.evidence)
    return any(
        m.covers(place) and m != place and entity.type in ("person", "unnamed", "organization", "group")
        for mentions in around
        for m, entity in mentions
    )
