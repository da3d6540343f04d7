"""Statements read as the words of who only tells of them: “Veld, says her aide, answered …”, “Veld said it rains, the radio reported”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Reading, Span
from onrecord.resolving.forms import PRONOUNS
from onrecord.resolving.quoting import is_outlet, is_version
from onrecord.resolving.relayers import sentence_at
from onrecord.resolving.reporting_clauses import ADVERBIAL, TO_WHOM, VERB

_ADVERB = "(?:(?:also|later|then|now|still|since|has|have|had|further|only|again|earlier) )*"
#: A noun phrase that begins a clause and ends before a comma; what it names is no time or place.
_WHO = (
    r"(?:^|(?<=[.!?:;—–-] )|(?<=[”\"»] )|(?<=\n))(?:But |And |Yet |Still, |However, )?"
    r"(?P<who>(?!(?:On|In|At|By|For|From|To|With|After|Before|During|Since|As|If|When|While|There|Here|Asked|Citing|Quoting)\b)"
    r"[^\W\d_][^.,;:!?\n—–“”«»\"]{0,80}?)"
)
#: What may stand between that phrase and who tells of it, where a verb follows him: "Veld, the radio reported, refused".
_BEFORE_TELLER = re.compile(rf"{_WHO}, (?:as )?$")
#: The same where the verb, or what else makes him one who tells, stands before him: "Veld, says her aide, refused".
_BEFORE_OBJECT = re.compile(
    rf"{_WHO}, (?P<lead>(?:as )?{_ADVERB}{VERB}|as (?:the |an? )?[^,.;:“”\"\n]{{3,60}} (?:with reference to|citing|quoting|referring to)"
    r"|(?:read(?: out| aloud)?|passed(?: on)?|handed|shown|relayed|quoted|conveyed|delivered|forwarded|leaked|described)"
    r"(?: (?:to|by|in) (?:the |an? )?[\w’-]+)?(?: on \w+day)? by"
    r"|(?:citing|quoting|referring to) (?:an? |the )?[a-z -]{0,30}"
    r"(?:transcript|recording|document|copy|note|letter|draft|minutes|paper|text)s?"
    r" (?:seen|obtained|reviewed|read|heard|published|taken|made|kept) by) $"
)
_TELLS = re.compile(rf" {_ADVERB}{VERB}{TO_WHOM}{ADVERBIAL}, ")
#: "He came, an aide said, stressing that …": the aide stresses.
_PARTICIPLE = re.compile(r"\w+ing\b|with\b|by\b|according\b", re.I)
_VERBAL = re.compile(r"\b(?:is|are|was|were|has|had|have|been|will|would|could|can|may|might|must|should|shall)\b")
_COMMA = re.compile(r",? ?, ")
#: "Veld told deputies on Monday": what stands before words that somebody "reported" behind them.
_SAID = re.compile(rf"(?P<cue>{_ADVERB}{VERB}){TO_WHOM}{ADVERBIAL},?(?: that)?\s*")
_DATELINE = re.compile(r"[^\W\d_]?[A-Z][A-Z -]+(?:, [\w. ]+)?(?: \([\w ]+\))? ?[-—–]+ ")
#: Between an outlet that begins a sentence and its verb: ", the state agency,", " (Orvania)", " on Monday", " for its part".
_APPOSED = re.compile(
    r"(?:\)| \([^()\n]{2,30}\))?(?:, [^,;.:\n“”\"]{2,80},)?(?: (?:on|in|for|also|later|then|at|yesterday|today|meanwhile|earlier)\b"
    r"[^,;.:\n“”\"]{0,40}?)?,? "
)
#: "Passed on a message from the captain: …": the words are the captain's.
_MESSAGE = re.compile(
    r"(?:passed|passes|passing|relayed|relays|conveyed|conveys|delivered|delivers|read|reads|brought|carried|forwarded|quoted)"
    r"(?: (?:on|out|aloud|along))?"
)
_FROM = re.compile(
    r"(?:(?:on|out|aloud|along) )?(?:an?|the|this|his|her|its|their) (?:[a-z]+ )?"
    r"(?:message|letter|note|words?|greeting|statement|answer|reply|plea|appeal)"
    r" (?:from|of|by) (?P<who>[^,.;:\n“”\"]{3,60})(?: to [^,.;:\n“”\"]{3,60})?[:,]? "
)
#: "… had warned": what an outlet tells that somebody said, wished or decided.
_SPEAKS = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|would|will) (?:(?:not|now|also|already|again|since|still|even) )*)?"
    r"(?:warned|told|said|agreed|refused|proposed|offered|rejected|demanded|insisted|threatened|promised|accepted|ready|willing|prepared|denied|called|asked|urged|pledged"
    r"|vowed|assured|informed|accused|wants?|wanted|intends?|intended|considers?|considered|considering|believes?|believed|hopes?|hoped"
    r"|fears?|feared|feels?|felt|regards?|regarded|sees?|expects?|expected|thinks?|thought)\b"
)
#: "Experts, through the foreign press, say".
_THROUGH = re.compile(r"(?P<who>[^,]{3,80}?),? (?:through|via) (?P<by>(?:the|an?|his|her|its|their) [^,]{3,60}?),?")


def restore_speakers(text: str, reading: Reading) -> Reading:
    """The reading with each statement that was given to who tells of it given to whose it is; who tells of it relays it."""
    types = {m.span: m.type for m in reading.mentions}
    claimed = sorted(a.cue[0].start for a in reading.attributions if a.cue)
    return replace(reading, attributions=tuple(_restore(text, a, types, claimed) for a in reading.attributions))


def _restore(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int]) -> Attribution:
    if not a.cue:
        return a
    if not a.source:
        return _of_outlet(text, a, types)
    if through := _THROUGH.fullmatch(a.source[0].text):
        at = a.source[0].start
        who, by = (Span.of(text, at + through.start(name), at + through.end(name)) for name in ("who", "by"))
        return replace(a, source=(who,), via=(*a.via, by))
    return _of_message(text, a) or _beside_aside(text, a) or _around_clause(text, a, types) or _before_report(text, a, types, claimed) or a


def _of_outlet(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution:
    """In "the Herald, the oldest daily, reported that …" the outlet speaks for itself, if nobody else is read to."""
    if is_version(text, a) or _PARTICIPLE.match(a.cue[0].text):
        return a
    before = (v for v in a.via if v.end + 1 < a.cue[0].start and _APPOSED.fullmatch(text, v.end, a.cue[0].start))
    own = next(before, None)
    named = own and next((m for m, kind in types.items() if m.start == own.start and kind == "outlet"), None)
    source = named if own and named and own.covers(named) else own
    if own is None or source is None or not is_outlet(source, types):
        return a
    return replace(a, source=(source,), via=tuple(v for v in a.via if v != own))


def _of_message(text: str, a: Attribution) -> Attribution | None:
    """In "she passed on a message from the captain: “…”" it is his."""
    if not a.content or not _MESSAGE.fullmatch(a.cue[-1].text) or a.source[0].end > a.cue[0].start:
        return None
    sent = _FROM.fullmatch(text, a.cue[-1].end + 1, a.content[0].start)
    return replace(a, source=(Span.of(text, *sent.span("who")),), via=(*a.via, *a.source)) if sent else None


def _beside_aside(text: str, a: Attribution) -> Attribution | None:
    """In "Veld, says her aide, answered that …" the aide stands in an aside between the subject and its verb."""
    source, cue = a.source[0], a.cue[0]
    if source.end >= cue.start:
        return None
    start, _ = sentence_at(text, source.start)
    tells = _TELLS.fullmatch(text, source.end, cue.start)
    ends = tells or _COMMA.fullmatch(text, source.end, cue.start)
    before = (_BEFORE_TELLER if tells else _BEFORE_OBJECT).search(text, start, source.start) if ends else None
    if before is None or _PARTICIPLE.match(cue.text) or _VERBAL.search(before["who"]) or any(part.start < cue.start for part in a.content):
        return None
    who = Span.of(text, *before.span("who"))
    return replace(a, source=(who,), via=(*(v for v in a.via if not v.overlaps(who)), source))


def _around_clause(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution | None:
    """In "Veld, the Herald reported, had warned of it" it is Veld who warned, though the Herald was read to say so."""
    source, cue = a.source[0], a.cue[0]
    if len(a.content) < 2 or not is_outlet(source, types) or a.content[0] not in types or not re.fullmatch(VERB, cue.text):
        return None
    subject, told = a.content[:2]
    beside = text[subject.end : source.start] in (", ", ", the ") and source.end < cue.start and text.startswith(", ", told.start - 2)
    speaks = _SPEAKS.match(told.text) if beside else None
    if speaks is None or speaks.end() >= len(told.text):
        return None
    own = Span.of(text, told.start, told.start + speaks.end())
    rest = Span.of(text, own.end + 1, told.end)
    return replace(a, source=(subject,), cue=(own,), content=(rest, *a.content[2:]), via=(*(v for v in a.via if v != source), source))


def _before_report(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int]) -> Attribution | None:
    """In "Veld said on Monday the bridge was shut, the radio reported" they are her words; no statement has her verb as its cue."""
    source, cue = a.source[0], a.cue[0]
    if len(a.content) != 1 or not (a.content[0].end <= source.start and a.content[0].end < cue.start) or not re.fullmatch(VERB, cue.text):
        return None
    start, _ = sentence_at(text, a.content[0].start)
    dateline = _DATELINE.match(text, start, a.content[0].start)
    start = dateline.end() if dateline else start
    subjects = [m for m in types if m.start - start in (0, len("the ")) and m.end < a.content[0].start and m.text.lower() not in PRONOUNS]
    for subject in sorted(subjects, key=lambda m: -m.end):
        said = _SAID.fullmatch(text, subject.end + 1, a.content[0].start)
        if said and not any(said.start() <= at < said.end() for at in claimed):
            own = Span.of(text, *said.span("cue"))
            return replace(a, source=(subject,), cue=(own,), via=(*(v for v in a.via if not v.overlaps(source)), source))
    return None
