"""The sentence around a clause that tells of saying, and its main clause: “Veld [, says her aide,] answered that it rains”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from onrecord.model import Attribution, Span
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.cues import QUESTIONED
from onrecord.reading.language.verbs import ADVERBIAL, TO_WHOM
from onrecord.reports.masthead import DATELINE
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.teller_clauses import JOINS, Telling
from onrecord.resolving.names.forms import PRONOUNS

_ADVERB = (
    "(?:(?:also|later|then|now|still|since|further|only|again|earlier|not|never|already|even|therefore|repeatedly|nevertheless|meanwhile"
    "|privately|publicly|again|has|have|had|is|are|was|were|would|will|could|can|may|might) )*"
)
#: What people say, wish and decide, in the forms that a verb has behind its subject or an auxiliary.
SPEAKS = (
    r"(?:said|says?|told|tells?|thinks?|thought|wants?|wanted|sees?|saw|feels?|felt|den(?:y|ies|ied)|reject(?:s|ed)?|insist(?:s|ed)?"
    r"|demand(?:s|ed)?|offer(?:s|ed)?|accept(?:s|ed)?|threaten(?:s|ed)?|warn(?:s|ed)?|ask(?:s|ed)?|call(?:s|ed)?|vow(?:s|ed)?|intend(?:s|ed)?"
    r"|consider(?:s|ed)?|fear(?:s|ed)?|regard(?:s|ed)?|expect(?:s|ed)?|inform(?:s|ed)?|complain(?:s|ed)?|admit(?:s|ted)?|suggest(?:s|ed)?"
    r"|answer(?:s|ed)?|repl(?:y|ies|ied)|stress(?:es|ed)?|confirm(?:s|ed)?|add(?:s|ed)?|recall(?:s|ed)?|remark(?:s|ed)?|explain(?:s|ed)?|doubt(?:s|ed)?|object(?:s|ed)?"
    r"|(?:agree|refuse|propose|promise|urge|pledge|assure|accuse|believe|hope|argue|acknowledge|concede|decline|oppose|note|indicate|advise"
    r"|reiterate|declare|undertake|assume|dispute|criticise|criticize|welcome|require|describe|compare|praise|blame|mock|ridicule)[sd]?"
    r"|undertook|undertaken|liken(?:s|ed)?|dismiss(?:es|ed)?|condemn(?:s|ed)?|caution(?:s|ed)?|sp(?:eaks?|oke|oken) of"
    r"|(?:has|have|had) (?:no|every) (?:intention|plans?|wish|objections?|doubts?)"
    r"|ready|willing|unwilling|prepared|reluctant|determined|opposed|open|against)"
)
#: What somebody wishes, thinks or is resolved to do, of which others tell: "Strand wants it postponed, his aide said".
_ATTITUDE = (
    r"(?:wants?|wanted|wishes|intends?|intended|prefers?|preferred|favou?rs|rejects?|insists?|demands?|refuses?|opposes|fears?|feared|regards?"
    r"|considers?|doubts?|believes?|hopes|rules out|objects|means|do(?:es)? not (?:want|wish|insist|intend|mind|object|rule out|believe)"
    r"|(?:is|are|was|were)(?: (?:also|now|not|still|no longer))? (?:ready|willing|unwilling|prepared|reluctant|loath|determined|resolved"
    r"|opposed|inclined|convinced|confident|against)"
    r"|(?:has|have|had) (?:no (?:intention|plans?|wish|objections?)|rejected|accepted|refused|declined|given [^,;.\n“”]{0,20}consent)"
    r"|(?:will|would|could)(?: (?:not|only|never|rather))? (?:accept|agree|entertain|consider|welcome|consent|settle|study|allow"
    r"|permit|tolerate|live with|let nobody|have no(?:ne|thing)?))\b"
)
_APPOSED = r"(?:, (?:an?|the|his|her|its|their|whose|who) [^,;:.\n“”\"]{2,80})?,?"
#: Behind a subject: ", on the contrary,".
_LINKED = (
    r"(?:, (?:(?:on|in|by|for) (?:the |his |her |its |their )?(?:contrary|contrast|other hand|part|turn|response|reply)|however|meanwhile"
    r"|too|though|instead|moreover|nevertheless|conversely),)?"
)
_LISTENERS = r"(?: (?:[a-z]+ )?[a-z]+s)?"
_SPOKE = re.compile(rf"(?:{_APPOSED}|{_LINKED}) (?P<cue>{_ADVERB}{SPEAKS})\b(?:{TO_WHOM}|{_LISTENERS}){ADVERBIAL},?(?: that)? ?,? ?")
_SPEAKS = re.compile(rf"{_ADVERB}{SPEAKS}\b")
_HOLDS = re.compile(rf"(?:{_APPOSED}|{_LINKED}) (?P<cue>{_ATTITUDE})[ ,]*")
ATTITUDE = re.compile(_ATTITUDE)
_DATELINE = re.compile(DATELINE)
_WHEN = (
    r"(?:On|In|At|By|For|From|To|With|After|Before|During|Since|As|If|When|While|There|Here|Last|Earlier|This|Late"
    rf"|{QUESTIONED.title()}|Citing|Quoting)\b"
)
_BEGINS = r"(?:^|(?<=[.!?:;—–-] )|(?<=[”\"»] )|(?<=\n)) ?(?:(?:But|And|Yet|Still,|However,) )?"
#: What may stand between the beginning of a sentence and its subject.
_OPENING = re.compile(rf" ?(?:(?:But|And|Yet|Still,|However,) )?(?:{_WHEN}[^,;:\n“”\"]{{0,80}},? )?(?:the )?", re.I)
#: A subject, or what else no preposition begins, and an aside that its verb may follow: "The council, meeting on Friday, ".
_SUBJECT = re.compile(
    rf"{_BEGINS}(?:{_WHEN}[^,;:\n“”\"]{{0,80}}?(?:, | (?=the )))?(?P<who>(?!{_WHEN})[^\W\d_][^.,;:!?\n—–“”«»\"]{{0,80}}?)"
    r"(?:, [^;:.\n“”\"]{2,150})?,?,? $"
)
#: The subject of a second clause of a sentence.
_SECOND = re.compile(rf", (?:and|but) (?P<who>(?!{_WHEN})[^.,;:!?\n—–“”«»\"]{{1,80}}),?,? $")
_CONNECTIVE = re.compile(r"(?:but|and|yet|still|so|nevertheless|however|meanwhile)", re.I)
_VERBAL = re.compile(rf"\b(?:{AUXILIARY}|been)\b")
#: "He came, an aide said, stressing that …": the aide stresses.
PARTICIPLE = re.compile(r"\w+ing\b|with\b|by\b|according\b", re.I)
#: "He came, an aide said, and begged us to wait": the aide begs.
_AND = re.compile(r",? (?:and|but) ")
#: Subjects of clauses that belong to others.
RELATIVE = frozenset(["which", "who", "that", "this", "whom"])
#: Who speaks of himself.
PERSONAL = re.compile(r"I|we", re.I)
#: A subject and its verb are nearer than that.
_FAR = 150


@dataclass(frozen=True)
class Around:
    """A text without one clause; places in it are those of the text, less what is left out before them."""

    whole: str
    text: str
    cut: int
    width: int

    @classmethod
    def of(cls, text: str, clause: Span) -> Self:
        """The text without a clause and the commas around it."""
        start, end = len(text[: clause.start].rstrip(" ,–—-")), clause.end
        end += next((len(mark) for mark in (",", " –", " —", " -") if text.startswith(mark, end)), 0)
        return cls(text, text[:start] + text[end:], start, end - start)

    def at(self, place: int) -> int:
        """Where a place of the text is here."""
        return place if place <= self.cut else max(self.cut, place - self.width)

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end` here, as a span of the text."""
        return Span.of(self.whole, start + self.width * (start >= self.cut), end + self.width * (end > self.cut))


def find_main_clause(
    text: str, a: Attribution, telling: Telling, types: Mapping[Span, str], claimed: Sequence[int], outside: bool
) -> Attribution | None:
    """The statement given to the subject of the sentence around the clause of who was read to make it.

    Its verb was read as nobody's, or as the beginning of what is told, or as the verb of who tells:

    - "Veld had argued | for it |, according to | an aide"
    - "Veld |, the radio | reported |, had warned of it", where an outlet tells, or a phrase names who does
    - "Veld, says | her aide |, answered | that it rains"
    - "| Veld wants to wait |, her aide | said", for what she wishes, thinks or is resolved to do

    Args:
        text: the report's text.
        a: the statement.
        telling: the clause in which its source stands.
        types: the mentions, and what each is.
        claimed: where the cues of statements begin.
        outside: whether who tells is an outlet or named by a phrase, so that what he tells cannot be what he says himself.
    """
    around, cue = Around.of(text, telling.span), a.cue[0]
    start, _ = sentence_at(text, min(part.start for part in (a.source[0], cue, a.content[0])))
    dateline = _DATELINE.match(around.text, around.at(start))
    start = dateline.end() if dateline else around.at(start)
    if not cue.overlaps(telling.span):
        if ATTITUDE.match(cue.text) and _AND.match(text, telling.span.end, cue.start):
            return _of_second_verb(a, telling, types, around, start)
        lead = start, around.at(cue.start)
        found = _SECOND.search(around.text, *lead) or _SUBJECT.search(around.text, *lead)
        if (
            found is None
            or JOINS.match(found["who"])
            or PARTICIPLE.match(cue.text)
            or _AND.match(text, telling.span.end, cue.start)
            or _VERBAL.search(found["who"])
            or a.content[0].start < cue.end
        ):
            return None
        return _give(a, around.span(*found.span("who")), cue, a.content)
    told = [part for part in a.content if not part.overlaps(telling.span)]
    if len(told) > 1 and _CONNECTIVE.fullmatch(told[0].text):
        told.pop(0)
    head = told.pop(0) if len(told) > 1 and told[0] in types else None
    before = (m for m in types if told and m.end < told[0].start and m.text.lower() not in RELATIVE)
    for subject in sorted(before, key=lambda m: (-m.start, -m.end)):
        at, rest = around.at(subject.end), around.at(told[0].start)
        begin = max(start, around.text.rfind(";", start, around.at(subject.start)) + 1)
        if rest - at > _FAR or subject == a.source[0] or not _OPENING.fullmatch(around.text, begin, around.at(subject.start)):
            continue
        if spoke := _SPOKE.fullmatch(around.text, at, rest):
            verb = around.span(*spoke.span("cue"))
        elif outside and subject == head and rest == at + 1 and (speaks := _SPEAKS.match(told[0].text)):
            verb = Span.of(text, told[0].start, told[0].start + speaks.end())
            told[:1] = [Span.of(text, verb.end + 1, told[0].end)] if verb.end + 1 < told[0].end else []
        else:
            continue
        if told and not any(verb.start <= at < verb.end for at in claimed):
            return _give(a, subject, verb, told)
    return _of_attitude(a, telling, types, claimed, around, start)


def _of_second_verb(a: Attribution, telling: Telling, types: Mapping[Span, str], around: Around, start: int) -> Attribution | None:
    """What the subject of the sentence wishes too: "Veld would study it, according to her aide, and wants two days"."""
    opens = [m for m in types if m.end < telling.span.start and start <= around.at(m.start)]
    subject = next((m for m in sorted(opens) if _OPENING.fullmatch(around.text, start, around.at(m.start))), None)
    if subject is None or a.inside is not None or PERSONAL.fullmatch(subject.text) or _are_one(subject, a.source[0], types):
        return None
    return _give(a, subject, a.cue[0], a.content)


def _of_attitude(
    a: Attribution, telling: Telling, types: Mapping[Span, str], claimed: Sequence[int], around: Around, start: int
) -> Attribution | None:
    """What somebody wishes or thinks, given to the subject that its words begin with: "Veld wants to wait, her aide said"."""
    if a.kind == "direct" or a.inside is not None or not a.content:
        return None
    first, last = a.content[0].start, a.content[-1].end
    for subject in sorted(m for m in types if first <= m.start < m.end <= last):
        begin = max(start, around.text.rfind(";", start, around.at(subject.start)) + 1)
        if not _OPENING.fullmatch(around.text, begin, around.at(subject.start)):
            continue
        holds = _HOLDS.match(around.text, around.at(subject.end))
        if holds is None or subject.overlaps(telling.span) or PERSONAL.fullmatch(subject.text) or _are_one(subject, a.source[0], types):
            continue
        verb, at = around.span(*holds.span("cue")), around.at(subject.end) + len(holds[0])
        rest = [part for part in a.content if part.end > verb.end and not part.overlaps(telling.span)]
        said = around.span(at, at + 1).start
        rest[:1] = [Span.of(around.whole, max(said, part.start), part.end) for part in rest[:1] if part.end > said]
        if rest and not any(verb.start <= place < verb.end for place in claimed):
            return _give(a, subject, verb, rest)
    return None


def _are_one(subject: Span, teller: Span, types: Mapping[Span, str]) -> bool:
    """Whether who tells speaks of himself, or a person for his country or body."""
    pronouns = subject.text.lower() in PRONOUNS and teller.text.lower() in PRONOUNS
    return pronouns or (types[subject] not in ("person", "unnamed") and types.get(teller) == "person")


def _give(a: Attribution, subject: Span, verb: Span, content: Iterable[Span]) -> Attribution:
    via = (*(v for v in a.via if not v.overlaps(a.source[0]) and not v.overlaps(subject)), a.source[0])
    return replace(a, source=(subject,), cue=(verb,), content=tuple(content), via=via)
