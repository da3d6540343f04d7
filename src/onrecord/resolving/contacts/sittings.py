"""When words were spoken: the day of an interview, of a sitting, or of a quotation, for what is counted from it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.model import Reading, Report, Span, When
from onrecord.model.entries import SPOKEN
from onrecord.reading.forms.answers import find_questions
from onrecord.reading.language.quotes import PAIRS
from onrecord.resolving.attribution.interviews import ANSWERS, is_answer
from onrecord.resolving.cast.outlets import is_own_outlet
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.stated import stated_in
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END

#: What is told of an interview before its first answer: "We met her on Sunday", "received the Courier on Friday".
MET = re.compile(
    r"\b(?:receiv(?:e[sd]|ing)|(?:grant(?:s|ed)|g[ai]ve[sn]?|allow(?:s|ed))"
    r" (?:us|me|this (?:news)?(?:paper|weekly|daily|magazine|journal|station))"
    r"|(?:we|I) (?:met|spoke|talked|sat down|visited)"
    r"|(?:met|visited|called on|(?:spoke|talked|sat down) (?:to|with)) (?:him|her|them)"
    r"|(?:spoke|talked|sat down) (?:to|with)|(?:was|were) speaking (?:to|with)|interview(?:ed)?|transcript|recorded|conversation|edition"
    r"|answer(?:s|ed) (?:our|my|this (?:news)?(?:paper|weekly|daily|magazine|journal|station)[’']s) questions"
    r"|(?:talks?|exchange) (?:with (?:him|her|them) )?(?:took place|was held)"
    r"|(?:came|was|sat|joined us|visited us) (?:to|in|at) (?:the|our) (?:studio|newsroom|editorial office))\b",
    re.I,
)
#: What a report calls itself that keeps what was said at a sitting, and the line before the first statement that says when that was.
KEPT = re.compile(
    r"\b(?:records?|minutes|transcript|proceedings|hansard|protocol|(?:press|media) (?:availability|conference|briefing))\b", re.I
)
SAT = re.compile(
    r"^[^\w\n]*(?:(?:Held|Convened|Opened|Recorded|Sitting|Session|Meeting|Date)\b[^\n]*"
    r"|(?:[^\W\d_][\w’' -]*, )?(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},)(?: \d{4})?[^\w\n]*$)",
    re.M | re.I,
)


#: Who saw a paper's people, right before its name.
SAW = re.compile(
    r"\b(?:receiv(?:e[sd]|ing)|met(?: with)?|welcomed|granted|(?:spoke|spoken|speaking|talked|sat down) (?:to|with)"
    r"|(?:conversation|interview) (?:with|to)) (?:the )?\Z"
)
#: No such words are longer.
LONGEST = len("conversation with the ")


def without_interview(report: Report, reading: Reading) -> Reading:
    """The reading without the contact that the report itself is: "received the Courier in her office and admitted …"."""
    own = [m.span for m in reading.mentions if is_own_outlet(m.span.text, report)]
    outlets = [span for span in own if SAW.search(report.text, max(0, span.start - LONGEST), span.start)]
    if not outlets:
        return reading
    contacts = []
    for c in reading.contacts:
        rest = tuple(e for e in c.evidence if c.kind not in SPOKEN or not any(e.covers(outlet) for outlet in outlets))
        contacts += [replace(c, evidence=rest)] if rest else []
    return replace(reading, contacts=tuple(contacts))


def day_of_speech(report: Report, reading: Reading, words: Span) -> date | None:
    """The day on which somebody said words that a report quotes: "tomorrow" in them is counted from it. None where none is told."""
    day, said = report.day, [a for a in reading.attributions if any(content.covers(words) for content in a.content)]
    if day and any(question.overlaps(words) for question in find_questions(report.text)):
        return interview.last if (interview := interview_day(report, reading)) else None
    if day is None or not said:
        return None
    innermost = max(said, key=lambda a: a.start)
    if is_answer(innermost, report.text) and (interview := interview_day(report, reading)):
        return interview.last
    content = next(content for content in innermost.content if content.covers(words))
    date_at = next((start for start, _ in find_expressions(report.text, words.start, words.end)), words.start)
    if not _is_quoted(report.text[content.start : date_at]):
        return None
    timeline = Timeline.of(report.text, day, (span for a in reading.attributions for span in a.content))
    when = stated_in(report.text, innermost, timeline)
    return when.last if when and when.first == when.last else None


def _is_quoted(before: str) -> bool:
    """Whether a quotation that has begun in some words is not over at their end."""
    opened: str | None = None
    for mark in before:
        if opened is None:
            opened = PAIRS.get(mark)
        elif mark in opened:
            opened = None
    return opened is not None


def interview_day(report: Report, reading: Reading) -> When | None:
    """The day that an interview took place, as the sentence that tells of it before the first answer dates it."""
    answers = sorted(a.start for a in reading.attributions if is_answer(a, report.text))
    if len(answers) < ANSWERS or report.day is None:
        return None
    start = 0
    for stop in LINE_OR_SENTENCE_END.finditer(report.text, 0, answers[0]):
        if MET.search(report.text, start, stop.end()) and (day := _day_in(report.text, start, stop.end(), report.day)):
            return day
        start = stop.end()
    return None


def sitting_day(report: Report, reading: Reading) -> When | None:
    """The day of the sitting whose minutes or transcript a report is, as a line before its first statement says: "Held on 16 May"."""
    start = min((a.start for a in reading.attributions), default=0)
    sat = SAT.search(report.text, 0, start) if KEPT.search(report.text, 0, start) else None
    return _day_in(report.text, *sat.span(), report.day) if sat and report.day else None


def _day_in(text: str, start: int, end: int, published: date) -> When | None:
    """The first exact day up to publication that is named in a stretch of a text."""
    for at in find_expressions(text, start, end):
        words = Span.of(text, *at)
        found = interval(words.text, published)
        if found and found.first and found.first == found.last and found.first <= published:
            return When(found.first, found.last, "stated", found.precision, (words,))
    return None
