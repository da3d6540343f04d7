"""Statements read as the words of who only tells of them: “Veld, says her aide, answered …”, “Veld said it rains, the radio reported”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.attribution.main_clauses import PARTICIPLE, find_main_clause, find_verb
from onrecord.resolving.attribution.quoting import is_outlet, is_version
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.teller_clauses import Tellings
from onrecord.resolving.names.forms import DOCUMENT, RECORD

#: Between an outlet that begins a sentence and its verb: ", the state agency,", " (Orvania)", " on Monday", " for its part".
_APPOSED = re.compile(
    r"(?:\)| \([^()\n]{2,30}\))?(?:, [^,;.:\n“”\"]{2,80},)?(?: (?:on|in|for|also|later|then|at|yesterday|today|meanwhile|earlier)\b"
    r"[^,;.:\n“”\"]{0,40}?)?,? "
)
#: "Read out a letter in which he …", "published what it said was a letter in which he …": whoever does so relays it.
_IN_WHICH = re.compile(
    r"(?:reads?|published|publishes|released|played|quoted|passed|relayed|delivered|circulated|distributed|leaked|posted|printed|aired"
    r"|broadcast|carried|cited|conveyed|handed over|forwarded|showed|produced|presented) (?:[^,.;:\n“”\"]{0,40} )??"
    r"(?:what (?:it|he|she|they) (?:said|called|described as)(?: was| were)? )?(?:an?|the|parts of an?|excerpts (?:of|from) an?) "
    rf"(?:[\w-]+ ){{0,3}}?(?:{DOCUMENT}|{RECORD}|video|order|decree)"
    r"(?: [^,.;:\n“”\"]{0,80}?)?,? in which (?:the )?"
)
_BEFORE_VERB = re.compile(r",? (?:(?:also|later|then|has|had|have) )*")
#: "Experts, through the foreign press, say".
_THROUGH = re.compile(r"(?P<who>[^,]{3,80}?),? (?:through|via) (?P<by>(?:the|an?|his|her|its|their) [^,]{3,60}?),?")


def restore_speakers(text: str, reading: Reading) -> Reading:
    """The reading with each statement that was given to who tells of it given to whose it is; who tells of it relays it."""
    types = {m.span: m.type for m in reading.mentions}
    tellings = Tellings(text, types)
    claimed = sorted(a.cue[0].start for a in reading.attributions if a.cue)
    return replace(reading, attributions=tuple(_restore(text, a, types, claimed, tellings) for a in reading.attributions))


def _restore(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution:
    if not a.cue:
        return a
    if not a.source:
        return _of_outlet(text, a, types)
    if through := _THROUGH.fullmatch(a.source[0].text):
        at = a.source[0].start
        who, by = (Span.of(text, at + through.start(name), at + through.end(name)) for name in ("who", "by"))
        return replace(a, source=(who,), via=(*a.via, by))
    return _in_which(text, a, types) or _of_main_clause(text, a, types, claimed, tellings) or a


def _of_outlet(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """In "the Herald, the oldest daily, reported that …" the outlet speaks for itself, if nobody else is read to."""
    if is_version(text, a) or PARTICIPLE.match(a.cue[0].text):
        return a
    before = (v for v in a.via if v.end + 1 < a.cue[0].start and _APPOSED.fullmatch(text, v.end, a.cue[0].start))
    own = next(before, None)
    named = own and next((m for m, kind in types.items() if m.start == own.start and kind == "outlet"), None)
    source = named if own and named and own.covers(named) else own
    if own is None or source is None or not is_outlet(source, types):
        return a
    return replace(a, source=(source,), via=tuple(v for v in a.via if v != own))


def _in_which(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution | None:
    """In "the radio published a letter in which Veld promised rain" the radio relays what she promised, whoever was read to say so."""
    source, cue = a.source[0], a.cue[0]
    start, end = sentence_at(text, source.start)
    led = next((m for m in _IN_WHICH.finditer(text, start, end) if a.content and m.end() < a.content[-1].end), None)
    who = [m for m in types if led and start <= m.start < m.end < led.end() and _BEFORE_VERB.fullmatch(text, m.end, led.start())]
    if not led or not who:
        return None
    teller = max(who, key=lambda m: m.end - m.start)
    if source.start >= led.end() - len("the "):
        return replace(a, via=(*(v for v in a.via if not v.overlaps(teller)), teller)) if source.start <= led.end() else None
    subjects = [m for m in types if led.end() - len("the ") <= m.start <= led.end()]
    for subject in sorted(subjects, key=lambda m: -m.end):
        verb = find_verb(text, subject.end, a.content[0].start)
        if verb and source.end <= cue.end <= led.end():
            return replace(a, source=(subject,), cue=(verb,), via=(*a.via, teller))
    return None


def _of_main_clause(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int], tellings: Tellings) -> Attribution | None:
    """In "Veld, says her aide, answered that …" the aide stands in a clause of his own, and what is around it is hers."""
    if not a.content or not (telling := tellings.around(a.source[0])):
        return None
    return find_main_clause(text, a, telling, types, claimed, bool(telling.lead) or is_outlet(a.source[0], types))
