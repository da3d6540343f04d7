"""Who met whom by the grammar of the clause: the subject and the object of "met", "held talks with", "spoke by phone with"."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import GIVEN, SPOKEN
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.participants import named_in
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END

#: What two hold with each other.
TALK = r"(?:talks|negotiations|consultations|discussions|meetings?|conversations?|sessions?|calls?|lunch|dinner|breakfast|chat)"
_FEW = r"(?: (?!(?:with|between|that|who|which|and|but|to|been|from)\b)[\w’-]+){0,6}?"
#: A verb of meeting up to its object.
MEETS = re.compile(
    rf"\b(?:m(?:et|eets?|eeting)(?! by\b){_FEW}(?: with)?"
    rf"|(?:held|hold(?:s|ing)?|ha[ds]|have|having|conducted|resumed|opened|began){_FEW} {TALK}{_FEW} with"
    rf"|(?:sp(?:oke|eaks?|oken|eaking)|talk(?:ed|ing)|conferred){_FEW} (?:with|to)"
    rf"|for{_FEW} {TALK} with)(?= )"
)
#: What only says why, when, or about what they met.
BESIDE = re.compile(
    r",? (?:in an? (?:[\w-]+ ){0,2}(?:attempt|bid|effort|push|move)|in order to|to [a-z]+(?<!ed)|amid|aimed|as part of|so (?:that|as)"
    r"|(?:who|which|where|whom|whose|during which|at which|while|when|before|after|ahead of|following|since|until|about|over"
    r"|regarding|concerning|because|saying|adding|for (?:talks|consultations))\b)"
)
#: Those whom other sentences name: "both presidents".
SEVERAL = re.compile(r"(?:the )?(?:two|both|three|all|each|other)\b", re.I)
#: A clause about somebody in between, "the envoy, who arrived today, met", or in front, "before flying to Bergen, she met".
ASIDE = re.compile(r", (?:who|which|whose|whom)\b[^,]*,|(?:\A|\b(?:[Bb]efore|[Aa]fter|[Ww]hile|[Oo]n) )[a-z]+ing\b[^,]*,")

#: So far back a sentence begins at most.
REACH = 400
#: A clause of its own on a place or a time: "the town held by the movement, where she met".
OPENS = re.compile(r"(?:, |\b)(?:where|when|during which|at which) ")

#: "She spoke with Veld and, │ two days later, with Strand": another contact of the same subject.
AND_WITH = re.compile(
    r"(?:(?:and|then|also|later|afterwards|separately|subsequently),? |[\w ]{3,20} (?:later|before|earlier),? )*(?:with|to) ", re.I
)
SPEAKS = re.compile(r"\b(?:met|meets?|sp(?:oke|eaks?|oken)|talked|conferred|held|had)\b")


def who_met(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """The subject and the object of the verb of meeting in a contact's words, the subject first; nobody where either has no name here.

    What else the sentence names, a purpose ("to revive the talks between A and B") or another occasion, takes no part.
    """
    if another := _and_with(text, c, cast, hosts):
        return another
    for span in c.evidence if c.kind not in GIVEN else ():
        for verb in MEETS.finditer(span.text):
            start, end = span.start + verb.start(), span.start + verb.end()
            stop = BESIDE.search(text, end, span.end)
            whom = _named(text, end, stop.start() if stop else span.end, cast, hosts, c)
            who = _subject(text, span.start, start, cast, hosts, c)
            if whom and who and not any(e in who or (not e.names and SEVERAL.match(e.name)) for e in whom):
                return [*who, *whom]
    return []


def _and_with(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """The subject of a sentence whose verb of meeting has one more object, "and with Strand", and who that is."""
    span = c.evidence[0]
    goes_on = AND_WITH.match(span.text) if c.kind in SPOKEN else None
    stops = (stop.end() for stop in LINE_OR_SENTENCE_END.finditer(text, max(0, span.start - REACH), span.start))
    start = max((at for at in stops if not text[at].isdigit()), default=0)  # "on Oct. 9" goes on
    verb = SPEAKS.search(text, start, span.start) if goes_on else None
    if verb is None or goes_on is None:
        return []
    stop = BESIDE.search(text, span.start + goes_on.end(), span.end)
    whom = _named(text, span.start + goes_on.end(), stop.start() if stop else span.end, cast, hosts, c)
    who = _subject(text, start, verb.start(), cast, hosts, c)
    return [*who, *whom] if len(who) == 1 and whom and who[0] not in whom else []


def _subject(text: str, start: int, end: int, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    """Those named before a verb in its evidence, without what a clause in between tells of them; the verb's own, if it has a subject."""
    opens = [m.end() for m in OPENS.finditer(text, start, end)]
    if opens and (own := _named(text, opens[-1], end, cast, hosts, c)):
        return own
    aside = [m.span() for m in ASIDE.finditer(text, start, end)]
    pieces = [start, *(at for span in aside for at in span), end]
    return [e for a, b in zip(pieces[::2], pieces[1::2], strict=True) for e in _named(text, a, b, cast, hosts, c)]


def _named(text: str, start: int, end: int, cast: Cast, hosts: list[Entity], c: ContactEvidence) -> list[Entity]:
    return named_in(text, Span.of(text, start, end), cast, hosts, c) if start < end else []
