"""Contacts whose verb is not said again: "received by Veld on Monday and by Strand two days later", "…, a fourth in Bergen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from onrecord.model import Span
from onrecord.reading.contacts.denials import FINITE
from onrecord.reading.contacts.encounter_words import MEET, NAME, OFFICER
from onrecord.reading.language.dates import DATE
from onrecord.reading.language.numerals import NUMBERS, ORDINALS, spelled

#: A verb that the second contact shares.
SHARED = re.compile(rf"\b(?:{MEET}|spoken?|speaks?|talk(?:ed|s)?|wrote|held|took place)\b")
#: Between two days of one verb: whom the second was with, or where: "and by Strand two days later", "and in Utrecht on 7 May".
SECOND = re.compile(
    r",? and (?P<rest>(?:again |then |later )?(?:(?:by|with|to|in|at) )?(?:(?:the|his|her|its|their) )?[^,.;:()\n]{0,70}?)(?: on)? ?"
)
AGAIN = re.compile(r"(?:again|then|later)\b")
#: The same with the time first: "and, an hour later, to Strand", "and on 18 October, in Bergen, with Strand".
AND = re.compile(r",? and,? ")
LATER = re.compile(
    rf"(?:(?:an?|the|{spelled(NUMBERS, 2, 10)}|\d+) )?(?:hours?|days?|weeks?|months?) (?:later|after)\b|(?:later|then|afterwards)\b"
    r"|the (?:next|same|following) (?:day|morning|afternoon|evening)\b"
)
WITH = re.compile(
    rf",? (?:(?:in|at) {NAME}(?: {NAME})*,? )?(?:by|with|to) (?:{NAME}|{OFFICER})[^,.;:()\n]{{0,60}}(?:, {NAME}(?: {NAME})+)?"
)
_NTH = rf"{spelled(ORDINALS, 2, 10)}|last|final"
#: What says that several were held one after the other.
SEVERAL = re.compile(rf"\b(?:rounds?|sessions?|sittings?|meetings|first|{_NTH})\b", re.I)
#: The next of several, without a verb: ", then by video link", "and a fourth in Bergen on 9 May".
NEXT = re.compile(
    rf"(?:,| and|, and) (?P<rest>(?:then|later|(?:the|an?) (?:{_NTH})(?: (?:one|round|session|sitting|meeting))?)"
    r" (?:again )?(?:in|at|on|by|via|over|through) [^,.;:()\n]+?)(?=[,.;:()\n]| and (?:the|an?|then|later) |$)"
)
#: "Spoke with Veld, the envoy, and with Strand": each had a talk of his own.
WITH_BOTH = re.compile(
    rf"[^.,;:\n]{{0,40}}? with (?P<one>[^.;:\n]{{3,90}}?),? and,? (?:(?:separately|then|later|also),? )?"
    rf"(?P<rest>with (?:(?:the|his|her|an?) (?:[a-z]+ ){{0,3}})?{NAME}[^,.;:()\n]{{0,60}}(?:, {NAME}(?: {NAME})+)?)"
)
SENTENCE_END = re.compile(r"[.!?][”\"»]?(?=\s|$)|[\n;]")


def part_gapped(text: str, evidences: Iterable[Span]) -> Mapping[Span, Span]:
    """Each piece of evidence → that which has its verb: itself, unless it is one of those that share the verb of another.

    The evidence of the first ends where the next begins; what other evidence covers is not told a second time.
    """
    known = sorted(evidences)
    out: dict[Span, Span] = {}
    for evidence in known:
        rests = find_gapped(text, evidence)
        rests = [rest for rest in rests if not any(other.overlaps(rest) for other in known if other != evidence)]
        first = Span.of(text, evidence.start, _end_before(text, rests[0].start)) if rests else evidence
        if any(other.overlaps(first) for other in known if other != evidence):
            first, rests = evidence, []
        out |= {first: first, **dict.fromkeys(rests, first)}
    return out


def find_gapped(text: str, evidence: Span) -> list[Span]:
    """The further contacts of the sentence of some evidence that share its verb, in the order of the text."""
    verb = SHARED.search(text, evidence.start, evidence.end)
    stop = SENTENCE_END.search(text, evidence.end)
    end = stop.start() if stop else len(text)
    if verb is None:
        return []
    if SEVERAL.search(text, evidence.start, verb.end()):
        return _next_of_several(text, verb.end(), end)
    days = [found.span() for found in DATE.finditer(text, verb.end(), end)]
    out = []
    for (_, before), (day, behind) in pairwise(days):
        second = SECOND.fullmatch(text, before, day)
        if second is None or before < evidence.start or FINITE.search(second["rest"]):
            break
        if any(c.isupper() for c in second["rest"]) or AGAIN.match(second["rest"]):
            out.append(Span.of(text, second.start("rest"), behind))
    return out or _later(text, verb.end(), end) or _with_both(text, verb.end(), end)


def _later(text: str, start: int, end: int) -> list[Span]:
    """What shares a verb and begins with its time."""
    for join in AND.finditer(text, start, end):
        time = LATER.match(text, join.end(), end) or next(
            (day for on in ("", "on ") if text.startswith(on, join.end()) and (day := DATE.match(text, join.end() + len(on), end))), None
        )
        second = WITH.match(text, time.end(), end) if time else None
        if second and not FINITE.search(second[0]):
            return [Span.of(text, join.end(), second.end())]
    return []


def _with_both(text: str, start: int, end: int) -> list[Span]:
    """The second of two whom somebody spoke "with" one by one."""
    both = WITH_BOTH.match(text, start, end)
    told = both and not FINITE.search(both["one"]) and not FINITE.search(both["rest"])
    return [Span.of(text, *both.span("rest"))] if both and told else []


def _next_of_several(text: str, start: int, end: int) -> list[Span]:
    out = []
    found = NEXT.search(text, start, end)
    while found and not FINITE.search(found["rest"]) and not FINITE.search(text, start, found.start()):
        out.append(Span.of(text, *found.span("rest")))
        start = found.end()
        found = NEXT.match(text, start, end)
    return out


def _end_before(text: str, start: int) -> int:
    """Where the words before a piece of evidence end, without what joins the two."""
    return len(re.sub(r"[\s,]*(?:and\s)?$", "", text[:start]))
