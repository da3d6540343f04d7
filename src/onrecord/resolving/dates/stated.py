"""The words that date a saying itself: what its date expressions mean where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from onrecord.model import Attribution, Span, When
from onrecord.reading.contacts.contact_clauses import JOIN
from onrecord.reading.language.cues import QUESTIONED, SAID
from onrecord.resolving.dates.calendar import find_expressions, interval, widen
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.narrative import read_history
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.names.forms import DOCUMENT

#: Times of day and hours that count from the day spoken of before: "within hours", "later that evening".
LATER = re.compile(
    r"\b(?:within (?:the |an |a few |\w+ )?(?:hours?|minutes)|(?:(?:about |barely |only |just )?(?:an?|half an|a few|several|some|\w+) )?"
    r"(?:hours?|minutes) (?:later|earlier|afterwards)|later (?:that|the same) (?:day|morning|afternoon|evening|night)"
    r"|(?:(?:later|late|early|earlier) )?(?:that|the same) (?:day|morning|afternoon|evening|night|noon|hour)"
    r"|by (?:the )?(?:noon|afternoon|evening|nightfall|midnight)"
    r"|(?:late )?in the (?:morning|afternoon|evening))\b",
    re.I,
)
_OPENING = r"(?:^|\n|[.!?;:][”’\"»)]?\s)"
#: Before a date expression that opens a sentence, and between it and the source.
OPENS = re.compile(rf"{_OPENING}[“„«‘\"']?(?:(?:Only|Just|Even|Already|Late|Early|As (?:recently|late|early) as) ){{0,2}}$")
TOUCH = re.compile(r",? ?")
#: "Late on Sunday, after nine hours of talks, she said": what may stand between a date that opens the sentence and its subject.
ADJUNCT = re.compile(
    r", (?:after|before|during|following|in|at|on|amid|ahead of|speaking|addressing|asked|visiting|with|as|while|hours|minutes|shortly)\b"
    r"[^.;:!?\n“”\"]*, "
)
_SAID_IN = rf"{DOCUMENT}|speech|address|interview|briefing|broadcast|sermon"
_SAID_AT = r"briefing|(?:news|press) conference|rally|meeting|ceremony|hearing|funeral|session"
#: What opens a sentence before its subject and has the date of the saying in it: "Speaking in Brenn on Monday, Marsh said", "Asked on
#: Wednesday whether he would resign, he said", "Over lunch on Thursday he told them". A date behind "about" or "after" is another's.
ASKED = re.compile(
    rf"{_OPENING}(?:(?:Speaking|Talking|Addressing|Briefing|Appearing|Testifying|Writing|Answering|Replying|Interviewed|Reached"
    rf"|In an? (?:[\w-]+ ){{0,2}}?(?:{_SAID_IN})|At an? (?:[\w-]+ ){{0,2}}?(?:{_SAID_AT})|Over (?:lunch|dinner|breakfast|tea|coffee)"
    r"|During an? (?:[\w-]+ ){0,2}?(?:visit|tour|stop))\b"
    r"(?:(?!\b(?:about|after|following|before|since|marking|condemning|on the)\b)[^.;:!?\n“”\"])*"
    rf"|(?:{QUESTIONED.title()})(?: by [\w’ ]{{1,30}}| again| about (?:it|this|that|them))? (?:late |early )?"
    r"|(?:At|Around|Shortly (?:before|after)|By) (?:\d{1,2}[:.]?\d\d(?: ?[A-Za-z]{1,4})?|\d{1,2} ?[ap]\.?m\.?"
    r"|noon|midnight|dawn|[a-z]+ o’clock),? )$"
)
#: Between who speaks and the date of the occasion, "Veld, at a rally in Brenn on Monday, said".
AT_OCCASION = re.compile(
    rf", (?:at|in|during|after|before|to) (?:[\w’-]+ ){{0,3}}?(?:{_SAID_AT}|{_SAID_IN})\b(?:(?! and\b)[^.;:,\n“”\"]){{0,40}} "
)
#: "Has twice rejected the idea, most recently in February".
LATEST = re.compile(r",? (?:most recently|(?:as )?recently as|as late as|last|again|once more) ")
BEHIND_DATE = re.compile(r"(?: [^.;:!?\n“”\",]*)?, | ")
#: On what condition somebody speaks, before the date.
CONDITION = re.compile(r" on (?:the )?condition (?:of anonymity|that (?:s?he|they) not be (?:named|identified)) ")
#: "Declined to comment on Thursday": the date behind the silence is that of the silence.
SILENT = re.compile(r"(?:to )?(?:comment|answer|reply|respond|elaborate|speak|say more|give details)(?: further)? ")
#: Between a cue and the date of the paper that it is in: "said in a statement issued Monday that …".
IN_PAPER = re.compile(
    rf" in an? (?:[\w-]+ ){{0,2}}?(?:{DOCUMENT}|interview)"
    r"(?: (?:issued|released|published|posted|carried|dated|sent|broadcast|aired|read out|recorded|given)| to [\w’ ]{1,30}?)? "
)
SINCE = re.compile(r"since ", re.I)
WHEN = re.compile(r",? when\b")
#: Nobody names a month without its year for what was said so long ago.
LONG_AGO = timedelta(days=270)
YEAR = re.compile(r"\b\d{4}\b|\b(?:last|ago|previous|since|earlier|before|for)\b", re.I)
LONGEST = 60
#: How far before its subject the date that a sentence opens with can stand.
FAR = 160
#: Between a cue and whom was told, "told the cabinet on Monday".
TOLD = 5
#: Verbs of relayers right before the day on which they relayed, or behind their name.
_RELAY = r"(?P<verb>report(?:ed|s)|wr(?:ote|ites)|said|says|told|announced|carried|published|posted|quoted|revealed|claimed)"
RELAYED = re.compile(rf"\b{_RELAY}(?:,? (?:late|early))?,? $", re.I)
RELAYS = re.compile(rf",? (?:had |has )?{_RELAY}\b(?!,)", re.I)
#: Right behind a cue: "said then that …"; before a verb it only says what came next.
THEN = re.compile(r",? (?P<then>then|at the time|at that time)\b", re.I)
AFTER = re.compile(r",? after (?:the |an? )?", re.I)
#: "Could not hide his joy last night as he told …".
WHILE = re.compile(r" (?:as|when|while) (?:the |an? )?", re.I)
PAST = re.compile(r"(?:.*\b)?(?:yesterday|last|ago|this morning)\b", re.I)
#: Whom was told, before a date and what was said; and where, behind what was said.
WHOM = re.compile(r"(?: (?!(?:that|and|but|or|who|which|in|on|at|to|for|from|after|before|about|with|by)\b)[\w’'-]+){1,6} ")
WHERE = re.compile(
    r"(?: for the (?:first|second|third|last) time)?"
    r"(?: (?!(?:that|and|but|or|who|which|of|about|after|before|ahead|following|since|until|for|to)\b)[\w’'-]+){0,6} "
)
#: "The council, meeting on Friday, said": at what the speaker speaks.
SPEAKING = re.compile(
    r", (?:meeting|speaking|talking|convening|gathered|writing|appearing|testifying|addressing|answering|briefing|interviewed|asked|reached"
    r"|contacted|quoted)\b[^,.;:\n“”]{0,40} "
)
PLACE = re.compile(
    r"(?: (?:in|at|to|before|during) (?:the|an?|his|her|its|our|their) [\w-]+(?: (?:for|of|with) (?:the )?[\w’-]+(?: [a-z]+)?)?)? "
)
ASIDE = re.compile(r",? (?:which|who|whose|where) [^.;:\n]*")
STOPS = re.compile(r"[.,;:\n]|$| and\b")
#: Between whose post or quotation it is and when: "Anna Veld @annaveld · 19 Sep", "— Anna Veld, 7 March".
POSTED = re.compile(r" \(?@\w+\)?\W{1,3}|, | \(")
STOP = re.compile(r"[.!?;:\n]")
#: "Said so", "said as much": contents of so few words.
BRIEF = 3
SAID_SO = re.compile(
    rf"[.!?]?[”\"»]?[.!?]? (?P<so>(?:(?:About|Of) this|This) (?:[\w’.-]+ ){{0,5}}?(?:{SAID}|informed)\b"
    rf"[^.!?\n]*|(?:[^\W\d_a-z][\w’.-]* ){{1,4}}{SAID} (?:this|so)\b[^.!?\n]*)"
)


def stated_in(text: str, a: Attribution, timeline: Timeline) -> When | None:
    """What the statement's own date expressions say, counted from publication, or from the day that was spoken of before.

    In a history they are counted from where the telling stands. What was said "then" is of the time named before, and what was relayed
    on a day ("the paper reported on Monday that she had refused"), or led to something on a day, was said up to it.
    """
    relayed = [span for span in a.when if _is_of_relayer(text, a, span)]
    own = [span for span in a.when if span not in relayed and not _is_aside(text, a, span)]
    found = _first_of(text, own or beside(text, a), timeline) or _of_then(text, a, timeline)
    found = found or _first_of(text, _said_so(text, a), timeline)
    if found:
        return found
    by = _first_of(text, [*relayed, *_followed(text, a)], timeline)
    return replace(by, first=None, precision="bound") if by else None


def _first_of(text: str, spans: Sequence[Span], timeline: Timeline) -> When | None:
    """What the first expression means that can date a saying."""
    history = read_history(text, timeline.published)
    for span in spans:
        for words in _readings_of(text, span):
            context = timeline.spoken_of(span.start)
            found = history.at(words) or interval(words.text, timeline.published, context=context)
            if found is None and context and LATER.fullmatch(words.text):
                found = Interval(context, context)
            if found and found.first and found.last and found.first <= timeline.published and not _is_ahead(words.text, found, timeline):
                return When(found.first, min(found.last, timeline.published), "stated", found.precision, (words,))
    return None


def _is_aside(text: str, a: Attribution, span: Span) -> bool:
    """Whether a date is that of something else: of the clause before ("it began on 3 May and Veld says it will go on"), or of a thing in
    the content of which more is said ("welcomed the inquiry into the raid, which was on 3 May")."""
    before = bool(a.source) and span.end <= a.start == a.source[0].start and JOIN.fullmatch(text, span.end, a.start) is not None
    return before or any(content.end <= span.start and ASIDE.fullmatch(text, content.end, span.start) for content in a.content)


def _is_of_relayer(text: str, a: Attribution, span: Span) -> bool:
    """Whether a date is that on which somebody relayed the words: "…, the Courier reported on Monday"."""
    line = text.rfind("\n", 0, span.start) + 1
    before = RELAYED.search(text, max(line, span.start - LONGEST), span.start)
    after = next((via for via in a.via if 0 <= via.start - span.end <= len(", the ")), None)
    verb = before or (RELAYS.match(text, after.end) if after else None)
    if verb is None or any(part.start <= verb.start("verb") < part.end for part in (*a.cue, *a.content)):
        return False
    return any(0 <= verb.start("verb") - via.end <= TOLD for via in a.via)


def _of_then(text: str, a: Attribution, timeline: Timeline) -> When | None:
    """The time named before in the paragraph, for what was said "then"; up to publication where none is."""
    then = THEN.match(text, a.cue[-1].end) if a.cue else None
    if (
        then is None
        or any(then.end() <= span.start or span.end <= then.start() for span in a.when)
        or any(content.start < then.end() and then.start() < content.end for content in a.content)
    ):
        return None
    words = Span.of(text, *then.span("then"))
    named = [Span.of(text, *at) for at in find_expressions(text, text.rfind("\n", 0, a.start) + 1, a.start)]
    told = [when for span in reversed(named) if (when := _first_of(text, [span], timeline))]
    # "On 27 August, for the third time this year": the day is told within the year.
    when = next((one for one in told[1:] if _lies_in(one, told[0])), told[0]) if told else None
    return replace(when, spans=(*when.spans, words)) if when else When(None, timeline.published, "published", "bound", (words,))


def _lies_in(a: When, b: When) -> bool:
    """Whether the days of one are some of those of the other."""
    if not (a.first and a.last and b.first and b.last):
        return False
    return b.first <= a.first <= a.last <= b.last and (a.first, a.last) != (b.first, b.last)


def _followed(text: str, a: Attribution) -> Iterator[Span]:
    """The day of what came "after" somebody had spoken: "the truce collapsed on Monday after Veld accused …"."""
    start = a.source[0].start if a.source else 0
    line = text.rfind("\n", 0, start) + 1
    for at in find_expressions(text, max(line, start - LONGEST), start):
        if AFTER.fullmatch(text, at[1], start):
            yield Span.of(text, *at)


def _is_ahead(words: str, found: Interval, timeline: Timeline) -> bool:
    """Whether a month without a year, so long ago in the past, is rather the coming one, of which the words speak."""
    long_ago = found.last is not None and timeline.published - found.last > LONG_AGO
    return long_ago and found.precision != "year" and not YEAR.search(words)


def _readings_of(text: str, span: Span) -> Iterator[Span]:
    """The whole expression around a span, the span alone, then what is an expression in it: "on Monday" of "in a call on Monday"."""
    whole = widen(text, span)
    yield whole
    yield span
    yield from (Span.of(text, *found) for found in find_expressions(text, span.start, span.end))


def _said_so(text: str, a: Attribution) -> list[Span]:
    """The dates of the sentence behind that only says when and where this was said: "This he told the channel on Tuesday"."""
    so = SAID_SO.match(text, a.end)
    return list(_expressions(text, so.start("so"), so.end())) if so else []


def beside(text: str, a: Attribution) -> tuple[Span, ...]:
    """Date expressions where they can only date the saying: "On Monday Veld said", "Veld on Monday said", "told them on Monday"."""
    if not a.source:
        return ()
    source = a.source[0]
    cue = a.cue[0] if a.cue else source
    line = text.rfind("\n", 0, source.start) + 1
    start, end = max(line, min(source.start, cue.start) - FAR), max(source.end, cue.end) + LONGEST
    out = []
    for found in _expressions(text, start, end):
        opens = found.end <= source.start and OPENS.search(text[max(0, found.start - 24) : found.start])
        first = opens and (TOUCH.fullmatch(text[found.end : source.start]) or ADJUNCT.fullmatch(text, found.end, source.start))
        first = first or (bool(ASKED.search(text, max(0, line - 1), found.start)) and BEHIND_DATE.fullmatch(text, found.end, source.start))
        first = first or (found.end <= source.start and WHILE.fullmatch(text, found.end, source.start) and PAST.match(found.text))
        between = text[source.end : found.start] == " " if not a.cue or source.end < found.end <= cue.start else False
        between = between or (bool(a.cue) and _is_put_in(text, source.end, found, cue.start))
        between = between or (not a.cue and bool(POSTED.fullmatch(text, source.end, found.start)))
        between = between or (found.end <= cue.start and bool(SPEAKING.fullmatch(text, source.end, found.start)))
        told = max((to.end for to in a.to if 0 < to.start - cue.end <= TOLD), default=cue.end)
        # "Said on Monday", "said an official last week".
        ends = {told, source.end} if source.start >= cue.end else {told}
        after = any(end < found.start and text[end : found.start] == " " for end in ends)
        said = first or between or after or _is_told(text, a, found) or _is_of_document(text, a, found)
        if _is_of_silence(text, a, found) or (said and not any(found.overlaps(content) for content in a.content)):
            out.append(found)
    return tuple(out)


def _is_put_in(text: str, start: int, found: Span, end: int) -> bool:
    """Whether a date stands behind who speaks and a comma, right before the cue: "Sheh, on Wednesday, said no", "Sheh, at a rally in Brenn
    yesterday, said no"."""
    before, behind = text[start : found.start], text[found.end : end]
    return behind in (" ", ", ") and (before == ", " or AT_OCCASION.fullmatch(before) is not None)


def _is_of_silence(text: str, a: Attribution, found: Span) -> bool:
    """Whether a date in the content is that on which somebody kept silent: "declined to comment on Thursday"."""
    said = a.content[0]
    return said.covers(found) and bool(SILENT.fullmatch(text, said.start, found.start) and STOPS.match(text, found.end))


def _is_of_document(text: str, a: Attribution, found: Span) -> bool:
    """Whether a date is that of the letter that says it: "In a letter dated 1 March the minister informed …"."""
    near = found.end <= a.start or found.end <= min((c.start for c in a.content), default=0)
    return near and text.endswith("dated ", 0, found.start) and not STOP.search(text, found.end, max(found.end, a.start))


def _is_told(text: str, a: Attribution, found: Span) -> bool:
    """Whether a date stands behind whom was told and before, or else behind, what was said: "told the chamber in May that …"."""
    start = a.cue[-1].end if a.cue else len(text)
    if found.start <= start:
        return False
    if CONDITION.fullmatch(text, start, found.start) or IN_PAPER.fullmatch(text, start, found.start):
        return True
    if all(content.start >= found.end for content in a.content):
        return bool(WHOM.fullmatch(text, start, found.start)) and a.content[0].start - found.end <= len(": “")
    if all(content.end <= start for content in a.content):
        return bool(WHERE.fullmatch(text, start, found.start) and STOPS.match(text, found.end))
    said = a.content[-1]
    if LATEST.fullmatch(text, said.end, found.start):
        return True
    brief = len(a.content) == 1 and not LATER.fullmatch(found.text) and start <= said.start and len(said.text.split()) <= BRIEF
    return brief and bool(PLACE.fullmatch(text, said.end, found.start) and STOPS.match(text, found.end))


def _expressions(text: str, start: int, end: int) -> Iterator[Span]:
    for at in find_expressions(text, start, end):
        yield Span.of(text, *at)
    for match in LATER.finditer(text, start, end):
        yield Span.of(text, *match.span())
