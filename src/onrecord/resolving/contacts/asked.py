"""Contacts that an interviewer asks about: a question tells of none, but its answer may."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import ContactEvidence, Reading, Span
from onrecord.model.entries import AHEAD
from onrecord.reading.forms.answers import find_answers, find_questions
from onrecord.reading.language.dates import DATE
from onrecord.resolving.attribution.interviews import is_answer

#: What leaves it to the answer whether something was: "Is it true that you met?", "Did she call?".
WHETHER = re.compile(
    r"(?:.*[.!?:–—] |\W*)(?:(?:And|But|So|Then),? )?(?:is it (?:true|correct|right|a fact)|(?:can|could|do|will|would) you (?:confirm|deny)"
    r"|(?:did|have|has|had|was|were|are|is|do|does)(?:n[’']t)?)\b[^.!?]*",
    re.I,
)
#: What is asked of times to come stays a plan, unless the answer is no: "Will the two meet on Saturday?"
WILL = re.compile(
    r"(?:.*[.!?:–—] |\W*)(?:(?:And|But|So|Then),? )?(?:will|would|can|could|shall|may|(?:is|are) [^.!?]{2,60}? to)\b[^.!?]*", re.I
)
STOP = re.compile(r"[.!?]")
NEXT_LINE = re.compile(r"(?<=\n)[^\n]*\S[^\n]*")
_IS = r"(?:[’']s| is| was)"
#: The same of what an interviewer has only from hearsay: "There are reports that you met".
HEARSAY = re.compile(
    r"(?:.*[.!?:–—] |\W*)(?:(?:And|But|So),? )?(?:there (?:are|have been|were) (?:\w+ )?(?:reports?|rumou?rs?|claims?) (?:that|of)"
    r"|it (?:is|was|has been) (?:said|reported|rumou?red|claimed) that|(?:some|many|people) (?:say|claim)|(?:one|we) (?:hears?|reads?) that"
    r"|(?:the )?(?:media|press|newspapers?) (?:say|report|write|wrote|reported))\b[^.!?]*",
    re.I,
)
NO = re.compile(
    rf"[“\"]?(?:(?:no|never|nonsense|not at all|untrue|rubbish|not true|hardly|(?:absolutely|certainly|of course) not)\b"
    rf"|(?:that|this|it){_IS} (?:not (?:true|so|correct)|untrue|false|a lie|an? (?:\w+ )?(?:invention|fabrication)|nonsense|wrong)\b"
    r"|there(?:[’']s| is| was| are| were| will be| has been| have been) no(?:thing|ne)?\b"
    r"|(?:I|we|he|she|they|it|there) (?:did|have|has|had|was|were|do|does)(?: not|n[’']t| never)\b)",
    re.I,
)
YES = re.compile(
    rf"[“\"]?(?:(?:yes|yeah|true|correct|of course|certainly|indeed|naturally|absolutely|twice|once|several times|more than once)\b(?! not)"
    rf"|(?:that|this|it){_IS} (?:true|so|correct|right)\b|(?:I|we|he|she|they|it) (?:did|have|has|was|were)\b(?! not|n[’']t)"
    r"|I (?:can )?confirm\b)",
    re.I,
)


def settle_asked(text: str, reading: Reading) -> Reading:
    """The reading without the contacts that an interviewer only asks about, if the answer does not say whether they were."""
    settled = [(c, _status_by_answer(text, c) if is_left_open(text, c.evidence[0]) else c.status) for c in reading.contacts]
    return replace(reading, contacts=tuple(c if c.status == status else replace(c, status=status) for c, status in settled if status))


def is_asked(text: str, evidence: Span) -> bool:
    """Whether some evidence stands in what an interviewer says to his guest."""
    return _question(text, evidence) is not None


def is_left_open(text: str, evidence: Span) -> bool:
    """Whether an interviewer only asks if something was."""
    question, stop = _question(text, evidence), STOP.search(text, evidence.end)
    if question is None or stop is None:
        return False
    end = max(question.start, evidence.start)
    asked = stop.group() == "?" and (WHETHER.fullmatch(text, question.start, end) or WILL.fullmatch(text, question.start, evidence.end))
    return bool(asked or HEARSAY.fullmatch(text, question.start, end))


def answer_to(text: str, evidence: Span, reading: Reading) -> int | None:
    """The place among the attributions of the first answer behind some evidence."""
    after = [i for i, a in enumerate(reading.attributions) if a.start >= evidence.end and is_answer(a, text)]
    return min(after, key=lambda i: reading.attributions[i].start, default=None)


def _question(text: str, evidence: Span) -> Span | None:
    return next((question for question in find_questions(text) if question.overlaps(evidence)), None)


def _status_by_answer(text: str, c: ContactEvidence) -> str | None:
    answer = next((answer.content for answer in find_answers(text) if answer.content.start >= c.evidence[0].end), None)
    line = NEXT_LINE.search(text, c.evidence[0].end)
    # Behind a question that has no mark the next line answers, whether or not it is known as an answer.
    words = line[0] if line and (answer is None or answer.start >= line.end()) else answer.text if answer else ""
    if c.status in AHEAD:
        return ("cancelled" if DATE.search(c.evidence[0].text) else "refused") if NO.match(words) else c.status
    return "denied" if NO.match(words) else c.status if YES.match(words) else None
