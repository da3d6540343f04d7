"""Who met whom by the grammar of the clause: the subject and the object of "met", "held talks with", "spoke by phone with"."""

from __future__ import annotations

import re

from onrecord.model import ContactEvidence, Span
from onrecord.model.entries import GIVEN
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.participants import named_in

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

#: A clause of its own on a place or a time: "the town held by the movement, where she met".
OPENS = re.compile(r"(?:, |\b)(?:where|when|during which|at which) ")


def who_met(text: str, c: ContactEvidence, cast: Cast, hosts: list[Entity]) -> list[Entity]:
    """The subject and the object of the verb of meeting in a contact's words, the subject first; nobody where either has no name here.

    What else the sentence names, a purpose ("to revive the talks between A and B") or another occasion, takes no part.
    """
    for span in c.evidence if c.kind not in GIVEN else ():
        for verb in MEETS.finditer(span.text):
            start, end = span.start + verb.start(), span.start + verb.end()
            stop = BESIDE.search(text, end, span.end)
            whom = _named(text, end, stop.start() if stop else span.end, cast, hosts, c)
            who = _subject(text, span.start, start, cast, hosts, c)
            if whom and who and not any(e in who or (not e.names and SEVERAL.match(e.name)) for e in whom):
                return [*who, *whom]
    return []


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
