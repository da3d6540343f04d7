"""When a contact was, by the dates told with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.model import ContactEvidence, Report, Span, When
from onrecord.model.entries import AHEAD
from onrecord.resolving.calendar import find_expressions, interval, widen
from onrecord.resolving.chronologies import day_of_entry
from onrecord.resolving.days import Interval
from onrecord.resolving.grammar import M
from onrecord.resolving.live import time_of_entry
from onrecord.resolving.narrative import DAY_MONTH, read_history
from onrecord.resolving.tenses import coming

#: What was not yet when it was called off, broken off or refused.
FALLEN = frozenset({"cancelled", "suspended", "refused"})
#: What is not to be: a date without a year is the nearer one, "turned down a meeting in March".
NEVER = frozenset({"cancelled", "refused"})
IN_MONTH = re.compile(rf"(?:(?:in|for|by) )?(?:(?:early|late|mid-?) ?)?{M}", re.I)
DUE = re.compile(
    r"\b(?:planned|due|scheduled|set|fixed|meant|expected|pencilled in|slated|agreed|arranged"
    r"|announced|foreseen|booked)\b[^.;]*$|\b(?:will|would) not\b[^.;]*$",
    re.I,
)
AFTER = re.compile(r"(?:after|before|following|ahead of|since)\s+", re.I)
#: "Since 2031" says how long there had been none; of what still goes on, it says since when.
SINCE = re.compile(r"since\b", re.I)
#: "Have met three times since November": some time from then on.
TIMES = re.compile(
    r"\b(?:has|have|had) (?:\w+ ){0,2}?(?:met|spoken|talked|exchanged|written|sent|visited|telephoned|seen)\b[^.;]*?"
    r"\b(?:once|twice|\w+ times|(?:two|three|four|five|several) \w+s)\b"
)
EVERY = re.compile(r"\b(?:every|each) $", re.I)
SAID_ON = re.compile(
    r"\b(?:said|says|told (?:[\w’]+ ){1,3}?|reported|wrote|noted|added)(?: (?:at|in|during) (?:an?|the) (?:\w+ )?(?:briefing|statement"
    r"|interview|conference|post|message))? (?:on |late |early )*$"
)
SINCE_WHAT = re.compile(r"\b(?:since|until|till) [^,;.]*$", re.I)
#: "Adjourned until Monday": when it is to go on, not when it was.
UNTIL = re.compile(r"(?:until|till|to|by)\b", re.I)
TO_UNTIL = re.compile(r"\b(?:until|till|to|by)(?: the)? $", re.I)
#: What would have been so long ago is rather so soon, if its year is not named.
LONG_AGO, SOON = timedelta(days=330), timedelta(days=14)
MONTH = timedelta(days=31)
#: Expressions that are counted from another that the text names before, and those of them that a month is enough for.
COUNTS = re.compile(r"\b(?:that|same|next|following|previous|preceding|before|after|later|earlier)\b|\bthe \d\d?(?:st|nd|rd|th)$", re.I)
OF_MONTH = re.compile(r"\b(?:month|year)\b|\bthe \d", re.I)
#: A date in a clause that says more of a thing dates the thing: "the mandate, which lapses on 30 June".
ASIDE = re.compile(r",? (?:which|who|that|whose) [^,;]*$", re.I)
#: Between the beginning of a clause and the words of the contact nothing but a date: "On Tuesday the ministers met".
CLAUSE_START = re.compile(
    r"(?:^|[.!?,;:–—(“\"»-]|\b(?:and|but|that|while|where|when))\s*"
    r"(?:(?:(?:shortly|just|soon)? ?(?:before|after|at|around) [\w.:]+|for) )?$",
    re.I,
)
BARE = re.compile(r"[\s,]*")
#: Between the date that a clause begins with and the words of the contact: "On Monday, too, a deputy …".
OPENED = re.compile(r"[\s,]*(?:(?:too|also|meanwhile|however),\s*)?", re.I)
#: What tells, behind its subject, what became of a contact: "the round of talks … broke up on Wednesday evening".
SAME_CLAUSE = re.compile(r"[^,.;:–—()“”\"]{0,60}")
ENDS = re.compile(r"\b(?:took place|began|opened|ended|closed|broke (?:up|off|down)|resumed?|starts?|opens?|will|is to|are to)\b", re.I)
#: "Met" of a clause that tells of the contact itself; a date behind a mere noun is that of the words around it.
TELLS = re.compile(
    r"\b(?:met|meet|meets|spoke|speak|talked|called|phoned|telephoned|rang|visited|travel(?:led|s)?|flew|arrived|held|took place|ended"
    r"|began|opened|closed|broke|handed|sent|wrote|received|delivered|conveyed|submitted|will|signed|gathered|sat|resumed?)\b",
    re.I,
)
#: "The delegations met": where and when stands behind.
CUT_SHORT = re.compile(r"\b(?:met|spoke|talked|gathered|sat down|were held|was held|took place)$")
NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
#: "Two days of talks", "a three-day meeting".
LASTED = re.compile(rf"\b({'|'.join(NUMBERS)}|\d)(?: days of|-day)\b", re.I)
BEGINS = re.compile(r"\b(?:begins?|starts?|opens?|began|started|opened)\b", re.I)
OVER = re.compile(r"\b(?:end(?:ed|s)?|clos(?:ed|es)|broke (?:up|off|down)|conclud(?:ed|es)|finish(?:ed|es)|wrapped up)\b", re.I)
#: What says that somebody wants a contact, right before its own date; and what it leads to.
SAYING = re.compile(
    r"\b(?:agreed|said|announced|offered|promised|proposed|suggested|invited (?:[\w’']+ ){1,4}|decided|vowed|pledged|asked"
    r"|confirmed|called)\s+$"
)
WHAT = re.compile(r",? (?:to|that|for)\b")
WAS_TO = re.compile(r"\b(?:had been|was|were) (?:\w+ )?(?:scheduled|planned|due|supposed|meant|expected|to)\b", re.I)
POSSESSIVE = re.compile(r"(\w+day)[’']s ", re.I)
REACH = 200
#: A time of day without a day is one of the day of a live report.
CLOCK = re.compile(
    r"\b(?:at|by|around) (?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\d{1,2}[:.]\d\d|noon|midnight"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! [a-z]+s\b))"
)
TIME_OF_DAY = re.compile(r"\b(?:noon|midnight|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|o[’']clock)\b", re.I)
LONGEST = 40
UNDER_WAY = frozenset({"held", "ongoing", "suspended"})
#: What is no news of the day: "had met", "last week’s round".
TOLD_BACK = re.compile(r"\b(?:had|ago|last|previous|earlier|since|before|first|after)\b", re.I)


def when_of(c: ContactEvidence, report: Report, context: date | None = None, dates: Sequence[Span] = ()) -> When | None:
    """The interval that the report states; a contact still ahead lies on the coming such day.

    The dates in the evidence come first, then one that its clause begins with, then one right behind it. A date that only says
    since when there had been no such contact does not date it.

    Args:
        c: the contact.
        report: that tells of it.
        context: the day spoken of before, which "two days later" counts from.
        dates: the words of time that the reading model found in the report.
    """
    day = report.day
    if day is None:
        return None
    text, history = report.text, read_history(report.text, day)
    told: list[tuple[Span, bool, Interval]] = []
    for span in date_expressions(text, c, dates):
        ahead = c.status in AHEAD or (c.status in FALLEN and _was_due(text, c, span))
        ahead = ahead or (c.status in NEVER and bool(DAY_MONTH.search(span.text) or IN_MONTH.fullmatch(span.text)))
        # What is still ahead is counted from publication, not from where a history stands.
        found = (None if c.status in AHEAD else history.at(span)) or _counted(report, c, span, ahead, context)
        if found and (found.first or found.last):
            told.append((span, ahead, found))
    if not told:
        return _live(c, report) or day_of_entry(text, c.evidence[0].start, day)
    if c.status in AHEAD:
        told.sort(key=lambda one: one[2].last is not None and one[2].last < day)  # "agreed in May to meet in June"
    # "The only meeting this year … was ten days ago": the day is told within the year.
    around = next((e for e in c.evidence if e.covers(told[0][0])), None)
    beside = [one for one in told[1:] if around and around.covers(one[0]) and not one[0].overlaps(told[0][0])]
    span, ahead, found = min([told[0], *beside], key=lambda one: _within(one[2], told[0][2]))
    first, last = found.first, found.last
    if last and (first or date.min) <= day <= last and (first or not ahead):
        # What has been was over by then, and what is ahead had not begun.
        first, last = (day, last) if ahead else (first, day)
    return _lasting(c, When(first, last, "stated", found.precision, (span,)))


def _within(a: Interval, b: Interval) -> int:
    """How many days shorter an interval is than the one that it lies in, below 0; 0 if it does not lie in it."""
    if not (a.first and a.last and b.first and b.last and b.first <= a.first <= a.last <= b.last):
        return 0
    return (a.last - a.first).days - (b.last - b.first).days


def _counted(report: Report, c: ContactEvidence, span: Span, ahead: bool, context: date | None) -> Interval | None:
    """What an expression means where it stands.

    Of what is ahead it is the day that has just gone by, where the next such day is most of a year away; of what fell through or was
    to be the nearer of the two.
    """
    day = report.day
    assert day is not None
    if COUNTS.search(span.text):
        context = _spoken_of(report.text, day, span, context)
    past = interval(span.text, day, context=context)
    if ahead and c.status in AHEAD and not any(WAS_TO.search(e.text) for e in c.evidence):
        return coming(span.text, day, context)
    if not ahead and not (past and past.last and day - past.last > LONG_AGO):
        return past
    found = interval(span.text, day, future=True, context=context)
    if not ahead:
        # "The 27 October meeting", on the 26th, is rather tomorrow's than last year's.
        return found if found and found.first and day < found.first <= day + SOON else past
    if found is None or found.first is None or past is None or past.last is None or past.last > day:
        return found
    return past if day - past.last < found.first - day else found


def _spoken_of(text: str, day: date, span: Span, context: date | None) -> date | None:
    """What "the 20th of that month" and "three weeks later" count from: what the paragraph named last, which "later" needs to the day."""
    exact = True
    for start, end in find_expressions(text, text.rfind("\n", 0, span.start) + 1, span.start):
        named = interval(text[start:end], day, context=context)
        if named and named.precision == "bound" and named.last and named.last <= day:
            context, exact = named.last.replace(day=1), False
        elif named and named.first and named.last and named.first <= day and named.last - named.first < MONTH:
            context, exact = named.first, named.first == named.last
    return context if exact or OF_MONTH.search(span.text) else None


def _was_due(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that on which it was to be: "planned for Tuesday", "has pulled out of Friday’s talks"."""
    due = DUE.search(text, max(0, c.evidence[0].start - REACH), span.start)
    possessive = text[span.end : span.end + 2] in ("’s", "'s") or span.text.endswith(("’s", "'s"))
    return due is not None or (c.status == "cancelled" and possessive)


def _live(c: ContactEvidence, report: Report) -> When | None:
    """The day of a live report, for what an entry under a time of day tells as news."""
    evidence = c.evidence[0]
    news = c.status in UNDER_WAY or (c.status == "planned" and bool(CLOCK.search(evidence.text)))
    if not news or report.day is None or TOLD_BACK.search(_clause_around(report.text, evidence)):
        return None
    time = time_of_entry(report.text, evidence.start)
    return When(report.day, report.day, "stated", "day", (time,)) if time else None


def _clause_around(text: str, span: Span) -> str:
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n"))
    ends = [at for mark in (". ", ", ", "\n") if (at := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]


def _lasting(c: ContactEvidence, when: When) -> When:
    """From the day that some days of talks ended on, back to their first; from that on which they begin, on to their last."""
    lasted = next((found for e in c.evidence if OVER.search(e.text) and (found := LASTED.search(e.text))), None)
    if lasted and when.last and when.first == when.last:
        days = NUMBERS.get(lasted[1].lower()) or int(lasted[1])
        return When(when.last - timedelta(days=max(days, 1) - 1), when.last, when.basis, when.precision, when.spans)
    begun = next((found for e in c.evidence if BEGINS.search(e.text) and (found := LASTED.search(e.text))), None)
    if begun and when.first and when.first == when.last:
        days = NUMBERS.get(begun[1].lower()) or int(begun[1])
        return When(when.first, when.first + timedelta(days=max(days, 1) - 1), when.basis, when.precision, when.spans)
    return when


def date_expressions(text: str, c: ContactEvidence, dates: Sequence[Span] = ()) -> list[Span]:
    """The dates told with a contact, the likeliest first."""
    inside = [of_itself(text, Span.of(text, *at)) for e in c.evidence for at in _begun_in(text, e)]
    inside += [day for e in c.evidence if (day := _possessive(text, e))]
    read = [of_itself(text, widen(text, span)) for span in c.when]
    own = [span for span in read if any(e.overlaps(span) for e in c.evidence)]
    found = list(dict.fromkeys([*own, *inside, *read, *(span for e in c.evidence for span in _beside(text, e))]))
    # Words that only the model takes for a date, "before Christmas", count where there is no other.
    found = found or [span for span in dates if any(e.covers(span) for e in c.evidence) and not TIME_OF_DAY.search(span.text)]
    ongoing = c.status == "ongoing"
    own = [span for span in found if (ongoing or not _is_edge(text, c, span)) and not _is_of_saying(text, c, span)]
    return sorted(own, key=lambda span: _is_aside(c, span))


def _begun_in(text: str, evidence: Span) -> list[tuple[int, int]]:
    """The dates in some evidence, whole where it ends within one: "a call earlier" of "a call earlier today"."""
    return [at for at in find_expressions(text, evidence.start, evidence.end + LONGEST) if at[0] < evidence.end]


def _is_edge(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date only says since or until when ("adjourned until Monday"), how often, or when it was told."""
    if EVERY.search(text, max(0, span.start - len("every ")), span.start) or SAID_ON.search(text, max(0, span.start - REACH), span.start):
        return True
    around = next((e for e in c.evidence if e.covers(span)), None)
    before = around.text[: span.start - around.start] if around else ""
    behind = next((text[e.start : span.start] for e in c.evidence if e.end <= span.start <= e.end + REACH), "")
    if SINCE.match(span.text) and c.status == "held" and TIMES.search(before):
        return False
    if SINCE.match(span.text) or SINCE_WHAT.search(before) or SINCE_WHAT.search(behind):
        return True
    return c.status in FALLEN and bool(UNTIL.match(span.text) or TO_UNTIL.search(text, max(0, span.start - len("until the ")), span.start))


def _is_of_saying(text: str, c: ContactEvidence, span: Span) -> bool:
    """Whether a date is that of the words by which something was agreed or asked for: "agreed on Saturday to meet on 1 June"."""
    before = SAYING.search(text, max(0, span.start - REACH), span.start)
    return c.status in AHEAD and before is not None and WHAT.match(text, span.end) is not None


def _possessive(text: str, evidence: Span) -> Span | None:
    """ "Saturday" of "after Saturday’s meeting", where the evidence begins with it."""
    found = POSSESSIVE.match(evidence.text)
    return Span.of(text, evidence.start, evidence.start + found.end(1)) if found else None


def _is_aside(c: ContactEvidence, span: Span) -> bool:
    around = next((e for e in c.evidence if e.covers(span)), None)
    return around is not None and ASIDE.search(around.text[: span.start - around.start]) is not None


def _beside(text: str, evidence: Span) -> Iterator[Span]:
    """The date that the clause of some evidence begins with, and the one that follows it."""
    line = max(text.rfind("\n", 0, evidence.start) + 1, evidence.start - REACH)
    for a, b in find_expressions(text, line, evidence.start):
        if OPENED.fullmatch(text[b : evidence.start]) and CLAUSE_START.search(text[line:a]):
            yield Span.of(text, a, b)
    end = text.find("\n", evidence.end)
    for a, b in find_expressions(text, evidence.end, min(end if end >= 0 else len(text), evidence.end + REACH))[:1]:
        between = text[evidence.end : a]
        goes_on = SAME_CLAUSE.fullmatch(between) and (ENDS.search(between) or CUT_SHORT.search(evidence.text))
        if goes_on or (BARE.fullmatch(between) and TELLS.search(evidence.text)):
            yield Span.of(text, a, b)


def of_itself(text: str, span: Span) -> Span:
    """ "Saturday" of "after Saturday’s meeting": it dates the meeting, and "after" what else is told."""
    before = AFTER.match(span.text)
    return Span.of(text, span.start + before.end(), span.end) if before and text[span.end : span.end + 2] in ("’s", "'s") else span
