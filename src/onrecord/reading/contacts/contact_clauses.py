"""Several contacts told in one stretch of words: where what was ends and what is still to be begins, and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.model import Span
from onrecord.reading.contacts.encounter_words import NAME, OFFICER
from onrecord.reading.contacts.encounters import END_OF_WORDS
from onrecord.reading.contacts.occasions import SITTING
from onrecord.reading.language.weekdays import WEEKDAY

#: Whom somebody meets.
WHO = rf"(?:{NAME}|{OFFICER})"
THEN = re.compile(r"(?P<stop>,? and (?:then|afterwards|later) )(?=[a-z])")
#: "That Veld flew to Bergen, and that Strand had telephoned Roe": two things that are told.
AND_THAT = re.compile(r"(?P<stop>, (?:and )?that )(?=[\w’'-]+ [^,;]*\b(?:had|has|have|was|were|will|would|meet|visit)\b)")
SEMICOLON = re.compile(";")
#: "Spoke by telephone in May and met in June", "met him and handed him a list", "a meeting in May and a call in June".
AND_MET = re.compile(
    r"\b(?:spoke|telephoned|phoned|rang|wrote)\b[^,;]*?(?P<stop> and )(?=met\b)"
    r"|\b(?:met|spoke|visited|received|telephoned|saw|held|talked|wrote)\b[^;]*?(?P<other>, (?:and|while) )"
    r"(?=(?:[\w’'-]+ ){1,5}?(?:met|spoke|talked|telephoned|phoned|rang|visited|received|wrote|handed|flew)\b)"
    r"|\b(?:met|dined|lunched|spoke|talked|telephoned)\b[^;]*?(?:\d|[A-Z]\w+day\b)[^;]*?(?P<again>,? and )"
    r"(?=(?:again |then |later )?(?:met|dined|lunched|spoke|talked|telephoned)\b[^.;]*(?:\d|[A-Z]\w+day\b))"
    r"|\b(?:met|received|visited|saw)\b[^;]*?(?P<given> and |, (?:and |who |to whom \w+ ))(?=(?:handed|gave|passed|presented)\b)"
    r"|\b(?:met|received|held talks|visited|telephoned|saw)\b[^;]*?(?P<listed>, (?:and )?| and )"
    r"(?=(?:then |later |also )?(?:held talks with|met (?:with )?(?:the |his |her |[A-Z])|was received by|spoke (?:by \w+ )?with"
    r"|telephoned (?:the |his |her |[A-Z])))"
    r"|\b(?:is|was) due in [A-Z][^;,]*?(?P<onward> and )(?=(?:then )?(?:goes|travels|flies|went|flew) on to\b)"
    r"|\b(?:once|twice|\w+ times)\b[^;]*?(?P<counted>, and | and (?=[A-Z]))(?=[^.;]{3,90}?\b(?:once|twice|\w+ times)\b)"
    r"|\w(?P<one>,? and )(?=(?:an?|another) (?:\w+ )?(?:conversation|call|meeting|letter|visit|round)\b)"
)
_WAS = (
    r"(?:met|spoke|spoken|visited|received|telephoned|saw|seen|held|talked|conferred|sat|ended|adjourned|suspended|postponed|cancelled"
    r"|took place|broke (?:up|off|down)|concluded|closed|arrived|flew|travelled|went|spent)"
)
_TO_BE = (
    r"(?:will|would|could|might|may|(?:is|are|was|were) (?:now |still |then )?(?:to|due|set|scheduled|expected|planned)"
    r"|(?:plan|expect|intend|hope)(?:s|ed)? (?!that\b)|agreed to)"
)
#: What was and what is still to be, of one subject or in one sentence: "had met twice and would meet again on 3 May", "two rounds were
#: held, and three more are planned". What follows "after" or "that" belongs to the clause that these words open.
AND_WILL = re.compile(
    rf"\b{_WAS}\b(?:(?!\b(?:after|when|that)\b)[^;])*?(?P<stop>,? (?:and|but|while|where) )"
    rf"(?=(?P<rest>(?:(?!and |but )[\w’'-]+ ){{0,5}}?{_TO_BE}\b[^.;\n]*))"
)
#: What tells of one more contact in the second part: a verb, or "three more", "a third".
ONE_MORE = re.compile(
    r"\b(?:meet|talks?|brief|speak|see|receive|visit|call|telephone|phone|write|send|return(?! home)|resume|reconvene|continue(?! to\b)"
    r"|sit|gather|hold|host|travel|fly|shuttle|mediate"
    r"|open|begin|take place|be held|more|another|the (?:next|other)|(?:second|third|fourth|fifth|new))\b"
)
#: "After Tuesday’s talks, a second round is set for the 30th": an occasion with its own day, before another.
AFTER_IT = re.compile(rf"(?:After|Following) {WEEKDAY}[’']s (?:[\w-]+ ){{0,3}}?(?:{SITTING})(?P<stop>, )")
#: "Was turned back on Friday, a day after she met Strand": an event that is counted from another.
COUNTED = re.compile(
    r"(?P<stop>, (?:[a-z]+ )?(?:days?|weeks?|hours?) (?:after|before) )"
    r"(?=(?:[\w’'.-]+,? ){1,14}?(?:met|spoken?|talked|received|telephoned)\b)"
)
#: "Meets for the first time since it met in Bergen": the time before, told beside this one.
TIME_SINCE = re.compile(
    r"(?P<stop>,? ?\b(?:for )?the first time since )"
    r"(?=(?:it|they|he|she|we|the two|both|the [a-z]+)\b[^,;]{0,30}? ?\b(?:met|spoke|talked|sat)\b)"
)
#: One meeting, then another: "had seen Veld on Wednesday before dining with Strand", "handed it over after he had spent a day with Veld".
BEFORE_OTHER = re.compile(
    r"\b(?:met|seen|saw|spoke|spoken|held|received|visited|handed|talked|dined|telephoned)\b[^.;]*?(?P<stop>,? (?:before|after) )"
    r"(?=(?:(?:he|she|they) (?:had )?)?(?:then |later )?"
    rf"(?:(?:dining|dined|lunching|lunched|breakfasting|conferring|conferred|holding talks|spen(?:t|ding) [^.;,]{{2,40}}?) with {WHO}"
    rf"|(?:meeting|seeing|being received by|(?:speaking|talking) (?:by \w+ )?(?:with|to)) {WHO}"
    rf"|(?:flew|flying|went|going|travell(?:ed|ing)|driving|drove) (?:on )?to {NAME} (?:to (?:see|meet)|for talks with) {WHO}))"
)
JOIN = re.compile(r",? (?:and|but|while) ")


def clauses_of(text: str, span: Span, sentences: Sequence[tuple[int, int]]) -> list[Span]:
    """A span cut where another contact begins: at the ends of sentences and of words said, at semicolons, at "and then", and between
    what was and what is to be."""
    ends = (start for start, _ in sentences if span.start < start < span.end)
    edges = sorted({span.start, *(span.start + at for at in _cuts(span.text)), *ends, span.end})
    return [Span.of(text, a, b) for a, b in pairwise(edges)]


def _cuts(words: str) -> Iterator[int]:
    """The places at which some words are cut; what joins two clauses is a piece of its own."""
    for stop in (SEMICOLON, END_OF_WORDS):
        yield from (m.end() for m in stop.finditer(words))
    for join in (THEN, AND_THAT, AND_MET, AND_WILL, AFTER_IT, COUNTED, BEFORE_OTHER, TIME_SINCE):
        for m in join.finditer(words):
            if join is not AND_WILL or ONE_MORE.search(m["rest"]):
                yield from m.span("stop" if join is not AND_MET else m.lastgroup or 0)
