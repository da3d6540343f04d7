"""When a contact was, by the dates told with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model import ContactEvidence, Report, Span, When
from onrecord.model.entries import AHEAD, FALLEN, UNDER_WAY
from onrecord.reading.contacts.date_lists import listed_day
from onrecord.reading.contacts.status_words import OFF
from onrecord.reading.contacts.statuses import NOTHING
from onrecord.reading.language.numerals import NUMBERS, spelled
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.chronologies import day_of_entry, within_entry
from onrecord.resolving.dates.contact_dates import OWN_VERB, REACH, UNTIL, date_expressions
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.durations import lasting
from onrecord.resolving.dates.grammar import UNIT, M, N
from onrecord.resolving.dates.live import time_of_entry
from onrecord.resolving.dates.narrative import DAY_MONTH, read_history
from onrecord.resolving.dates.stated import LATER
from onrecord.resolving.dates.tenses import TENSE, coming, is_ahead
from onrecord.resolving.dates.timeline import Timeline

#: What has to be done by a day is not what happens on it: "the deadline is 12 April".
LIMIT = re.compile(r"\b(?:deadline|limit|expir(?:es|ed|y))\b[^.;\n]{0,30}$", re.I)
#: What is not to be: a date without a year is the nearer one, "turned down a meeting in March".
NEVER = frozenset({"cancelled", "refused"})
IN_MONTH = re.compile(rf"(?:(?:in|for|by) )?(?:(?:early|late|mid-?) ?)?{M}", re.I)
#: News of what is off: "a session on Monday has been cancelled" is rather of the coming one.
IS_OFF = re.compile(rf"\b(?:has|have) been (?:\w+ )?(?:{OFF})\b")
NO_PLANS = re.compile(
    r"\bno (?:\w+ )?(?:plans?|preparations|intention)\b|\b(?:no|nor|not|any)\b[^.;]*\b(?:planned|scheduled|foreseen|envisaged|expected)\b",
    re.I,
)
DUE = re.compile(
    r"\b(?:planned|due|scheduled|set|fixed|meant|expected|pencilled in|slated|agreed|arranged"
    r"|announced|foreseen|booked)\b[^.;]*$|\b(?:will|would) not\b[^.;]*$"
    r"|\b(?:invitations?|invited|offer(?:s|ed)?|propos(?:als?|ed)|requests?)\b[^.;]* to [a-z]+\b[^.;]*$",
    re.I,
)
#: What would have been so long ago is rather so soon, if its year is not named.
LONG_AGO, SOON = timedelta(days=330), timedelta(days=14)
MONTH = timedelta(days=31)
#: Expressions that are counted from another that the text names before, and those of them that a month is enough for.
COUNTS = re.compile(r"\b(?:that|same|next|following|previous|preceding|before|after|later|earlier)\b|\bthe \d\d?(?:st|nd|rd|th)$", re.I)
OF_MONTH = re.compile(r"\b(?:month|year)\b|\bthe \d", re.I)
WAS_TO = re.compile(r"\b(?:had been|was|were) (?:\w+ )?(?:scheduled|planned|due|supposed|meant|expected|to)\b", re.I)
#: A time of day without a day is one of the day of a live report.
CLOCK = re.compile(
    r"\b(?:at|by|around) (?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\d{1,2}[:.]\d\d|noon|midnight"
    rf"|(?:{spelled(NUMBERS, 1, 12)})\b(?! [a-z]+s\b))"
)
#: What is no news of the day: "had met", "last week’s round".
TOLD_BACK = re.compile(
    r"\b(?:had|ago|last|previous|earlier|first"
    rf"|(?:before|after|since)(?! (?:\d|{spelled(NUMBERS, 1, 12)}|noon|midnight|dawn)\b))\b",
    re.I,
)
#: "Are now meeting, for the first time since May".
NOW = re.compile(r"\b(?:is|are) (?:now|currently|still) [a-z]+ing\b|\b(?:now|currently) (?:meeting|talking)\b")
#: How long something has been going on, and within how long it has been several times: "for two weeks", "twice in eight days".
FOR = re.compile(rf"\bfor (?:the (?:past|last) )?(?P<length>(?:{N}) {UNIT})\b(?! (?:ago|later|earlier|before|after))", re.I)
IN_ALL = re.compile(rf"\b(?:has|have)\b[^.;]*\b(?:once|twice|\w+ times|\w+ letters) (?:with)?in (?P<length>(?:{N}) {UNIT})\b", re.I)
SINCE_MORNING = re.compile(r"\bsince (?:the |early )?(?:morning|dawn|noon|midday)\b", re.I)
#: The same where it opens a sentence.
LATER_OPENS = re.compile(
    r"(?:(?:Later|Earlier) (?:in the day|that day|the same day)"
    r"|(?:Later )?(?:[Ii]n|[Tt]hat|[Tt]he same) (?:the )?(?:morning|afternoon|evening|night))\b"
)
#: "It is sixteen days since the delegations rose": so long ago.
IT_IS_SINCE = re.compile(rf"\b[Ii]t (?:is|was|has been|will be) (?:now )?(?P<length>(?:{N}) {UNIT}) (?P<on>on \w+day )?since\b")
#: "Hours after the ministers met", "three days after the round fell through": by how much another event came before or after a contact.
APART = re.compile(
    rf"(?P<gap>(?:{N}) (?:day|week)s?|the day|(?:(?:{N}) )?(?:hours?|minutes)|shortly|soon|moments|immediately|just) (?P<way>before|after)"
    r" (?:the |an? |his |her |their |its )?",
    re.I,
)
DAYS = re.compile(r"day|week", re.I)
SENTENCE = re.compile(r"[.!?][”\"’»)]*\s+(?=[A-Z“\"])|\n")


def when_of(
    c: ContactEvidence, report: Report, context: date | None = None, dates: Sequence[Span] = (), spoken: date | None = None
) -> When | None:
    """The interval that the report states; a contact still ahead lies on the coming such day.

    The dates in the evidence come first, then one that its clause begins with, then one right behind it. A date that only says
    since when there had been no such contact does not date it.

    Args:
        c: the contact.
        report: that tells of it.
        context: the day spoken of before, which "two days later" counts from.
        dates: the words of time that the reading model found in the report.
        spoken: the day on which somebody says the words that tell of it, if that is not publication.
    """
    day = spoken or report.day
    if day is None:
        return None
    text, history = report.text, read_history(report.text, day)
    published = day
    if (entry := day_of_entry(text, c.evidence[0].start, published)) and entry.last:
        day = min(published, entry.last)
    if len(c.evidence) > 1 and (words := listed_day(text, c.evidence[-1])):
        listed = coming(words, day, None) if c.status in AHEAD else interval(words, day)
        return When(listed.first, listed.last, "stated", listed.precision, (c.evidence[-1],)) if listed else None
    told: list[tuple[Span, bool, Interval]] = []
    for span in date_expressions(text, c, dates):
        ahead = c.status in AHEAD or (c.status in FALLEN and (_was_due(text, c, span) or is_ahead(text, span.start, span.end)))
        ahead = ahead or (c.status in NEVER and bool(DAY_MONTH.search(span.text) or IN_MONTH.fullmatch(span.text)))
        ahead = ahead or (c.status == "cancelled" and any(IS_OFF.search(e.text) for e in c.evidence))
        ahead = ahead or (c.status == "ongoing" and UNTIL.match(span.text) is not None)
        ahead = ahead or (c.status == "denied" and any(NO_PLANS.search(e.text) for e in c.evidence))
        # What "never took place" was to be on a day gone by.
        ahead = ahead and not any(NOTHING.search(e.text) for e in c.evidence)
        # What is still ahead is counted from publication, not from where a history stands.
        there = None if c.status in AHEAD else within_entry(text, span, published) or history.at(span)
        if there == interval(span.text, day):
            there = None  # which stands first in the telling, and may as well be ahead
        found = _as_label(text, span, published) or there or _counted(text, day, c, span, ahead, context)
        if found and (found.first or found.last):
            told.append((span, ahead, found))
    if apart := _from_other_event(text, c, day):
        return apart
    if not told:
        return _going_on(text, c, day) or _live(c, report) or _of_entry(entry, c, published) or _of_hours(text, c, day)
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
    return lasting(c, When(first, last, "stated", found.precision, (span,)))


def _as_label(text: str, span: Span, day: date) -> Interval | None:
    """The day of a chronology's entry, where an expression is what the entry begins with: the days before and after it tell its year."""
    label = day_of_entry(text, span.start, day)
    return Interval(label.first, label.last, label.precision) if label and label.spans[0].overlaps(span) else None


def _within(a: Interval, b: Interval) -> int:
    """How many days shorter an interval is than the one that it lies in, below 0; 0 if it does not lie in it."""
    if not (a.first and a.last and b.first and b.last and b.first <= a.first <= a.last <= b.last):
        return 0
    return (a.last - a.first).days - (b.last - b.first).days


def _counted(text: str, day: date, c: ContactEvidence, span: Span, ahead: bool, context: date | None) -> Interval | None:
    """What an expression means where it stands.

    Of what is ahead it is the day that has just gone by, where the next such day is most of a year away; of what fell through or was
    to be the nearer of the two.
    """
    if COUNTS.search(span.text):
        context = _spoken_of(text, day, span, context, c.status in AHEAD or ahead)
    past = interval(span.text, day, context=context)
    to_come = c.status in AHEAD or _is_to_be(c, span)
    if ahead and to_come and not any(WAS_TO.search(e.text) for e in c.evidence):
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


def _is_to_be(c: ContactEvidence, span: Span) -> bool:
    """Whether the verb before a date says that it is still to come: "will not meet on Saturday"."""
    around = next((e for e in c.evidence if e.covers(span)), None)
    tenses = list(TENSE.finditer(around.text, 0, span.start - around.start)) if around else []
    return bool(tenses) and tenses[-1]["ahead"] is not None


def _spoken_of(text: str, day: date, span: Span, context: date | None, ahead: bool) -> date | None:
    """What "the 20th of that month" and "three weeks later" count from: what the paragraph named last, which "later" needs to the day.

    What has been counts from no day to come.
    """
    exact, paragraph = True, text.rfind("\n", 0, span.start) + 1
    for start, end in find_expressions(text, paragraph, span.start):
        if LIMIT.search(text, paragraph, start):
            continue
        named = coming(text[start:end], day, context) if is_ahead(text, start, end) else interval(text[start:end], day, context=context)
        if named and named.first and named.first > day:
            context, exact = (named.first, named.first == named.last) if ahead else (context, exact)
        elif named and named.precision == "bound" and named.last and named.last <= day:
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
    back = TOLD_BACK.search(_clause_around(report.text, evidence)) and not NOW.search(evidence.text)
    if not news or report.day is None or back:
        return None
    time = time_of_entry(report.text, evidence.start)
    return When(report.day, report.day, "stated", "day", (time,)) if time else None


def _of_entry(entry: When | None, c: ContactEvidence, published: date) -> When | None:
    """The days of a chronology's entry; those that are past are when a plan was told, not when what was planned is to be."""
    return None if entry and entry.last and entry.last <= published and c.status in AHEAD else entry


def _of_hours(text: str, c: ContactEvidence, day: date) -> When | None:
    """The day that the text speaks of, for what was "within hours", "in the afternoon" or several times "since the morning"."""
    told = ((e, found) for e in c.evidence if (found := _hours_in(text, e)))
    evidence, found = next(told, (c.evidence[0], None))
    spoken = Timeline.of(text, day, ()).spoken_of(evidence.start) if found and c.status in UNDER_WAY else None
    return When(spoken, spoken, "stated", "day", (Span.of(text, *found.span()),)) if spoken and found else None


def _hours_in(text: str, evidence: Span) -> re.Match[str] | None:
    """What says at what time of a day something was, in some evidence or where its sentence opens: "Later in the day, │ she received"."""
    inside = LATER.search(text, evidence.start, evidence.end) or SINCE_MORNING.search(text, evidence.start, evidence.end)
    return inside or LATER_OPENS.match(text, _sentence_start(text, evidence), evidence.start)


def _going_on(text: str, c: ContactEvidence, day: date) -> When | None:
    """From so long ago on, for what has been going on "for two weeks", or was "twice in eight days"."""
    for evidence in c.evidence:
        ago = IT_IS_SINCE.search(text, max(0, evidence.start - REACH), evidence.end) if c.status == "held" else None
        if ago and text.find(".", ago.end(), evidence.end) < 0 and (past := interval(f"{ago['length']} ago", day)):
            words = Span.of(text, *ago.span("length"))
            return When(past.first, past.last, "stated", past.precision, (words,))
        found = FOR.search(evidence.text) if c.status == "ongoing" else IN_ALL.search(evidence.text) if c.status == "held" else None
        since = interval(f"the past {found['length']}", day) if found else None
        if found and since and since.first:
            words = Span(evidence.start + found.start("length"), evidence.start + found.end("length"), found["length"])
            return When(since.first, day, "stated", since.precision, (words,))
    return None


def _from_other_event(text: str, c: ContactEvidence, day: date) -> When | None:
    """The day of a contact by that of what came so long before or after it: "said on Thursday, three days after the round fell through"."""
    evidence = c.evidence[0]
    opens = _sentence_start(text, evidence)
    apart = next((m for m in APART.finditer(text, opens, evidence.end) if _tells_behind(text, c, m)), None)
    if apart is None:
        return None
    stop = SENTENCE.search(text, evidence.end)
    before = find_expressions(text, opens, apart.start())
    for a, b in before[::-1] or find_expressions(text, evidence.end, stop.start() if stop else len(text)):
        told = coming(text[a:b], day, None) if c.status in AHEAD or is_ahead(text, a, b) else interval(text[a:b], day)
        if told and told.first and told.first == told.last:
            other = "before" if apart["way"].lower() == "after" else "after"
            found = interval(f"{apart['gap']} {other} {told.first}", day) if DAYS.search(apart["gap"]) else told
            words = (Span.of(text, a, b), Span.of(text, apart.start("gap"), apart.end("way")))
            return When(found.first, found.last, "stated", found.precision, words) if found else None
    return None


def _tells_behind(text: str, c: ContactEvidence, apart: re.Match[str]) -> bool:
    """Whether "three days after" stands right before or at the beginning of the evidence, or in it before the contact's own verb."""
    evidence, own = c.evidence[0], OWN_VERB.get(c.kind)
    if evidence.start in (apart.end(), apart.end("way") + 1):
        return True
    verb = own.search(text, apart.end("way"), evidence.end) if own else None
    past_perfect = verb and text.endswith("had ", 0, verb.start())  # "the day after Strand, the envoy, had spoken"
    if not past_perfect and "," in text[apart.end("way") : verb.start() if verb else evidence.end]:
        return False  # "three days after her inauguration, with a call"
    if evidence.start == apart.start():
        return True
    return own is not None and verb is not None and evidence.start < apart.start() and not own.search(text, evidence.start, apart.start())


def _sentence_start(text: str, evidence: Span) -> int:
    return max((stop.end() for stop in SENTENCE.finditer(text, 0, evidence.start + 1) if stop.end() <= evidence.start), default=0)


def _clause_around(text: str, span: Span) -> str:
    start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n"))
    ends = [at for mark in (". ", ", ", "\n") if (at := text.find(mark, span.end)) >= 0]
    return text[start + 1 : min(ends, default=len(text))]
