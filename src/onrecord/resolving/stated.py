"""The words that date a saying itself: what its date expressions mean where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from onrecord.model import Attribution, Span, When
from onrecord.resolving.calendar import find_expressions, interval, widen
from onrecord.resolving.days import Interval
from onrecord.resolving.narrative import read_history
from onrecord.resolving.timeline import Timeline

#: Times of day and hours that count from the day spoken of before: "within hours", "later that evening".
LATER = re.compile(
    r"\b(?:within (?:the |an |a few |\w+ )?(?:hours?|minutes)|(?:(?:about |barely |only |just )?(?:an?|half an|a few|several|some|\w+) )?"
    r"(?:hours?|minutes) (?:later|earlier|afterwards)|later (?:that|the same) (?:day|morning|afternoon|evening|night)"
    r"|(?:later )?(?:that|the same) (?:day|morning|afternoon|evening|night|noon|hour)"
    r"|by (?:the )?(?:noon|afternoon|evening|nightfall|midnight)"
    r"|(?:late )?in the (?:morning|afternoon|evening))\b",
    re.I,
)
#: Before a date expression that opens a sentence, and between it and the source.
OPENS = re.compile(r"(?:^|\n|[.!?;:][”’\"»)]?\s)$")
TOUCH = re.compile(r",? ?")
SINCE = re.compile(r"since ", re.I)
WHEN = re.compile(r",? when\b")
#: Nobody names a month without its year for what was said so long ago.
LONG_AGO = timedelta(days=270)
YEAR = re.compile(r"\b\d{4}\b|\b(?:last|ago|previous|since|earlier|before|for)\b", re.I)
LONGEST = 60
#: Between a cue and whom was told, "told the cabinet on Monday".
TOLD = 5


def stated_in(text: str, a: Attribution, timeline: Timeline) -> When | None:
    """What the statement's own date expressions say, counted from publication, or from the day that was spoken of before.

    In a history they are counted from where the telling stands.
    """
    history = read_history(text, timeline.published)
    for span in a.when or beside(text, a):
        for words in _readings_of(text, span):
            context = timeline.spoken_of(span.start)
            found = history.at(words) or interval(words.text, timeline.published, context=context)
            if found is None and context and LATER.fullmatch(words.text):
                found = Interval(context, context)
            if found and found.first and found.last and found.first <= timeline.published and not _is_ahead(words.text, found, timeline):
                return When(found.first, min(found.last, timeline.published), "stated", found.precision, (words,))
    return None


def _is_ahead(words: str, found: Interval, timeline: Timeline) -> bool:
    """Whether a month without a year, so long ago in the past, is rather the coming one, of which the words speak."""
    long_ago = found.last is not None and timeline.published - found.last > LONG_AGO
    return long_ago and found.precision != "year" and not YEAR.search(words)


def _readings_of(text: str, span: Span) -> Iterator[Span]:
    """The whole expression around a span, then the span alone; of "since Monday, when she said …" the day alone."""
    whole = widen(text, span)
    since = SINCE.match(whole.text)
    if since and WHEN.match(text, whole.end):
        yield Span.of(text, whole.start + since.end(), whole.end)
    yield whole
    yield span


def beside(text: str, a: Attribution) -> tuple[Span, ...]:
    """Date expressions where they can only date the saying: "On Monday Veld said", "Veld on Monday said", "told them on Monday"."""
    if not a.source or not a.cue:
        return ()
    source, cue = a.source[0], a.cue[0]
    line = text.rfind("\n", 0, source.start) + 1
    start, end = max(line, min(source.start, cue.start) - LONGEST), max(source.end, cue.end) + LONGEST
    out = []
    for found in _expressions(text, start, end):
        opens = found.end <= source.start and OPENS.search(text[max(0, found.start - 3) : found.start])
        first = opens and TOUCH.fullmatch(text[found.end : source.start])
        between = text[source.end : found.start] == " " if source.end < found.end <= cue.start else False
        told = max((to.end for to in a.to if 0 < to.start - cue.end <= TOLD), default=cue.end)
        after = text[told : found.start] == " " if told < found.start else False
        if (first or between or after) and not any(found.overlaps(content) for content in a.content):
            out.append(found)
    return tuple(out)


def _expressions(text: str, start: int, end: int) -> Iterator[Span]:
    for at in find_expressions(text, start, end):
        yield Span.of(text, *at)
    for match in LATER.finditer(text, start, end):
        yield Span.of(text, *match.span())
