"""Whose words they are where who tells of them stands in a comment clause or a phrase: “Veld had argued for it, according to an aide”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model import Attribution, Span
from onrecord.reading.language.verbs import ADVERBIAL, TO_WHOM, VERB
from onrecord.reading.statements.parts import ACCORDING
from onrecord.reports.masthead import DATELINE
from onrecord.resolving.attribution.quoting import is_outlet
from onrecord.resolving.attribution.relayers import sentence_at

_ADVERB = (
    "(?:(?:also|later|then|now|still|since|further|only|again|earlier|not|never|already|even|therefore|repeatedly|nevertheless|meanwhile"
    "|privately|publicly|again|has|have|had|is|are|was|were|would|will|could|can|may|might) )*"
)
#: What people say, wish and decide, in the forms that a verb has behind its subject or an auxiliary.
SPEAKS = (
    r"(?:said|says?|told|tells?|thinks?|thought|wants?|wanted|sees?|saw|feels?|felt|den(?:y|ies|ied)|reject(?:s|ed)?|insist(?:s|ed)?"
    r"|demand(?:s|ed)?|offer(?:s|ed)?|accept(?:s|ed)?|threaten(?:s|ed)?|warn(?:s|ed)?|ask(?:s|ed)?|call(?:s|ed)?|vow(?:s|ed)?|intend(?:s|ed)?"
    r"|consider(?:s|ed)?|fear(?:s|ed)?|regard(?:s|ed)?|expect(?:s|ed)?|inform(?:s|ed)?|complain(?:s|ed)?|admit(?:s|ted)?|suggest(?:s|ed)?"
    r"|stress(?:es|ed)?|confirm(?:s|ed)?|add(?:s|ed)?|recall(?:s|ed)?|remark(?:s|ed)?|explain(?:s|ed)?|doubt(?:s|ed)?|object(?:s|ed)?"
    r"|(?:agree|refuse|propose|promise|urge|pledge|assure|accuse|believe|hope|argue|acknowledge|concede|decline|oppose|note|indicate|advise"
    r"|reiterate|declare|undertake|assume|dispute|criticise|criticize|welcome|require)[sd]?|undertook|undertaken"
    r"|ready|willing|unwilling|prepared|reluctant|determined|opposed|open|against)"
)
_APPOSED = r"(?:, (?:an?|the|his|her|its|their|whose|who) [^,;:.\n“”\"]{2,80})?,?"
_LISTENERS = r"(?: (?:[a-z]+ )?[a-z]+s)?"
_SPOKE = re.compile(rf"{_APPOSED} (?P<cue>{_ADVERB}{SPEAKS})\b(?:{TO_WHOM}|{_LISTENERS}){ADVERBIAL},?(?: that)? ?,? ?")
_SPEAKS = re.compile(rf"{_ADVERB}{SPEAKS}\b")
_CLAUSE = re.compile(VERB)
#: Phrases that name who tells of it and leave the sentence to whom it is about.
_DATELINE = re.compile(DATELINE)
#: What may stand between the beginning of a sentence and its subject.
_OPENING = re.compile(
    r" ?(?:(?:But|And|Yet|Still,|However,) )?"
    r"(?:(?:On|In|At|During|After|Before|By|Last|Earlier|This|Late|Two|Three|For)\b[^,;:\n“”\"]{0,80},? )?(?:the )?",
    re.I,
)
_COMMA = re.compile(r",?[”\"]? (?:the )?")
_SAYS = re.compile(rf",? {_ADVERB}{VERB}\b")
#: Between a subject and its verb.
_ASIDE = re.compile(r"(?:, [^;:.\n“”\"]{2,150},)? ")
#: Subjects of clauses that belong to others.
RELATIVE = frozenset(["which", "who", "that", "this", "whom"])


def find_main_clause(text: str, a: Attribution, types: Mapping[Span, str], claimed: Sequence[int]) -> Attribution | None:
    """The statement given to the subject of the sentence, if who was read to make it only tells of it there; he relays it.

    Its verb was read as nobody's, or as the beginning of what is told:

    - "Veld had argued | for it |, according to | an aide"
    - "Veld | has told deputies | that it rains |, the radio | reported"
    - "Veld argued, by the account of | an aide |, that it rains"
    - "Veld |, the radio | reported |, had warned of it", where an outlet tells, or a phrase names who does

    `claimed` are where the cues of statements begin.
    """
    if not a.source or not a.content:
        return None
    source, cue = a.source[0], a.cue[0]
    if cue.end <= a.content[0].start and a.content[-1].end < source.start:
        return _around_own(text, a, types)
    first, last = sorted((source, cue))
    phrase = bool(ACCORDING.fullmatch(cue.text))
    if len(text[first.end : last.start].strip()) > len("the") or not (phrase or _CLAUSE.fullmatch(cue.text)):
        return None
    start, _ = sentence_at(text, min(first.start, a.content[0].start))
    dateline = _DATELINE.match(text, start)
    start = dateline.end() if dateline else start
    for subject, verb, content in _clauses(text, a, types, first.start, last.end, phrase or is_outlet(source, types)):
        opens = subject == a.content[0] or _OPENING.fullmatch(text, start, subject.start)
        if opens and content and subject != source and not any(verb.start <= at < verb.end for at in claimed):
            return replace(a, source=(subject,), cue=(verb,), content=content, via=(*(v for v in a.via if not v.overlaps(source)), source))
    return None


def find_verb(text: str, start: int, end: int) -> Span | None:
    """The verb of speech that is all that stands between a subject and what is said, with whom it is said to and when."""
    spoke = _SPOKE.fullmatch(text, start, end)
    return Span.of(text, *spoke.span("cue")) if spoke else None


def _around_own(text: str, a: Attribution, types: Mapping[Span, str]) -> Attribution | None:
    """In "the council, meeting on Friday, | reaffirmed | that it rains |, its secretary | said" the verb that was read is the council's."""
    source, cue = a.source[0], a.cue[0]
    if not _COMMA.fullmatch(text, a.content[-1].end, source.start) or not _SAYS.match(text, source.end):
        return None
    start, _ = sentence_at(text, cue.start)
    dateline = _DATELINE.match(text, start)
    opens = _OPENING.match(text, dateline.end() if dateline else start)
    at = opens.end() if opens else start
    subject = max((m for m in types if at - len("the ") <= m.start <= at and m.end < cue.start), key=lambda m: m.end, default=None)
    if subject is None or not _ASIDE.fullmatch(text, subject.end, cue.start):
        return None
    return replace(a, source=(subject,), via=(*(v for v in a.via if not v.overlaps(source)), source))


def _clauses(
    text: str, a: Attribution, types: Mapping[Span, str], start: int, end: int, around: bool
) -> Iterator[tuple[Span, Span, tuple[Span, ...]]]:
    """(subject, verb, content) of what may be the main clause of a statement whose teller stands between `start` and `end`."""
    head = a.content[0]
    if len(a.content) > 1 and head in types and head.end <= start:
        told = a.content[1]
        if told.end <= start or told.start >= end:
            if verb := find_verb(text, head.end, told.start):
                yield head, verb, a.content[1:]
            elif around and text[head.end : start] in (", ", ", the ", ", as ") and (speaks := _SPEAKS.match(told.text)):
                verb = Span.of(text, told.start, told.start + speaks.end())
                rest = Span.of(text, verb.end + 1, told.end) if verb.end + 1 < told.end else None
                yield head, verb, (*((rest,) if rest else ()), *a.content[2:])
    elif len(a.content) == 1:
        behind = head.start if head.end <= start else start if head.start >= end else 0
        for subject in sorted((m for m in types if m.end < behind and behind - m.end < 150), key=lambda m: (-m.start, -m.end)):
            verb = find_verb(text, subject.end, behind)
            if verb and subject.text.lower() not in RELATIVE:
                yield subject, verb, a.content
