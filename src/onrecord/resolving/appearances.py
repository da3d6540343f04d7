"""Occasions at which one person speaks: "Veld briefed donors on 11 May. She said …" dates what she said."""

from __future__ import annotations

import re

from onrecord.model import Span, When
from onrecord.model.entries import GIVEN
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.stated import LATER
from onrecord.resolving.names.forms import DOCUMENT
from onrecord.resolving.occasions import LEAD
from onrecord.resolving.scenes import FRESH, Scene, is_exact, is_one_line

_APPEARED = re.compile(
    r"\b(?:briefed|addressed|testified|spoke (?:to|before|at|on)|appeared (?:before|in front of|on|at)|took questions"
    r"|faced (?:reporters|the press)"
    r"|(?:gave|held|delivered|made) (?:an? |his |her |their |the )?(?:[\w-]+ ){0,3}"
    r"(?:briefing|conference|speech|address|statement|interview)"
    r"|lectured|went on (?:air|television|the radio))\b"
)
#: "The answer came on Monday": what the next sentence says was said then, whoever says it.
_ANSWERED = re.compile(
    r"\b(?:[Aa]nswer|[Rr]eply|[Rr]esponse|[Dd]enial|[Rr]eaction|[Rr]ebuttal|[Rr]etort)s? (?:came|arrived|followed|was sent)\b"
)

#: Whom somebody saw to say it: "receives us on Saturday", "granted this paper an hour".
_SAW_US = re.compile(
    r"\b(?:receiv(?:e[sd]|ing)|met|meets|s[ae]ws?|welcome[sd]|grant(?:s|ed)|g[ai]ve[sn]?|spoke (?:to|with)"
    r"|talked (?:to|with)|sat down with)"
    r" (?:us|me|this (?:news)?(?:paper|weekly|daily|magazine|journal|station|channel))\b"
)


#: Whose letter it is: "a letter from Veld", "the letter of President Veld", "Veld’s letter".
_LETTER_OF = re.compile(r"\b(?:letter|message|note|appeal|memorandum) (?:from|of|by) (?:the )?$")
_OWN_LETTER = re.compile(r"[’']s? (?:[\w-]+ ){0,2}(?:letter|message|note|appeal|memorandum)\b")
_PRESENT = re.compile(r"(?:is|are|has|have|[a-z]{2,}s)\b")
_BEFORE = 30


def in_letter(scene: Scene, i: int) -> When | None:
    """The day of the letter that the lead tells of, for what its writer says there in the present tense: "finds no shame in counting"."""
    text, a, speaker = scene.report.text, scene.attributions[i], scene.speakers[i].entity
    if speaker is None or a.inside is not None or not (a.cue and _PRESENT.match(a.cue[0].text)):
        return None
    for c in scene.contacts:
        start = c.evidence[0].start
        if c.kind not in GIVEN or c.status != "held" or not is_exact(c.when) or text.count("\n\n", 0, start) > LEAD:
            continue
        begin, end = sentence_at(text, start)
        inside = [m for m in speaker.mentions if begin <= m.start < end]
        if any(_LETTER_OF.search(text, max(begin, m.start - _BEFORE), m.start) or _OWN_LETTER.match(text, m.end) for m in inside):
            return c.when
    return None


#: What somebody writes "in it", or what the note itself asks for.
_A_PAPER = rf"(?:{DOCUMENT}|message|paper|draft|annex|memorandum|non-paper)"
_PAPER = re.compile(rf"\b{_A_PAPER}\b", re.I)
_IN_IT = re.compile(r"\b(?:in|by) (?:it|which)\b", re.I)
_THE_PAPER = re.compile(rf"(?:the|this) {_A_PAPER}", re.I)


def in_paper(scene: Scene, i: int) -> When | None:
    """The day named with a letter or paper in the same sentence or the one before, for what is asked "in it", or by "the note" itself."""
    text, a = scene.report.text, scene.attributions[i]
    if a.inside is not None or not a.content:
        return None
    start, _ = sentence_at(text, a.start)
    itself = bool(a.source) and _THE_PAPER.fullmatch(a.source[0].text) is not None
    at = a.source[0].start if itself else next((m.start() for m in _IN_IT.finditer(text, start, a.content[0].start)), None)
    if at is None:
        return None
    before = sentence_at(text, start - 2)[0] if start and is_one_line(text, start - 1, start) else start
    if not _PAPER.search(text, before, at):
        return None
    day = next((day for place, day in reversed(scene.timeline.days) if before <= place < at), None)
    return When(day, day, "stated", spans=scene.timeline.words(day, at)) if day else None


def of_visit(scene: Scene, i: int) -> When | None:
    """The one exact day on which the report tells that a statement's speaker received whoever writes it."""
    text, a, speaker = scene.report.text, scene.attributions[i], scene.speakers[i].entity
    if speaker is None or a.inside is not None or (a.cue and a.cue[0].text.startswith("had ")):
        return None
    for saw in _SAW_US.finditer(text):
        start, end = sentence_at(text, saw.start())
        days = list(find_expressions(text, start, end))
        named = interval(text[slice(*days[0])], scene.timeline.published) if len(days) == 1 else None
        theirs = any(start <= m.start < saw.start() for m in speaker.mentions)
        if theirs and named and named.first and named.first == named.last and named.first <= scene.timeline.published:
            return When(named.first, named.last, "stated", named.precision, (Span.of(text, *days[0]),))
    return None


def of_appearance(scene: Scene, i: int) -> When | None:
    """The one exact day in the sentence before a statement, if it tells that the statement's speaker spoke in public then."""
    text, a, speaker = scene.report.text, scene.attributions[i], scene.speakers[i].entity
    start, _ = sentence_at(text, a.start)
    if speaker is None or a.inside is not None or not start or not is_one_line(text, start - 1, start):
        return None
    before, end = sentence_at(text, start - 2)
    appeared, answered = _APPEARED.search(text, before, end), _ANSWERED.search(text, before, end)
    if not answered and (appeared is None or not any(before <= m.start < appeared.start() for m in speaker.mentions)):
        return None
    days = list(find_expressions(text, before, end))
    if answered and not days and (later := LATER.search(text, answered.end(), end)) and (day := scene.timeline.spoken_of(later.start())):
        return When(day, day, "stated", spans=(Span.of(text, *later.span()),))
    named = interval(text[slice(*days[0])], scene.timeline.published) if len(days) == 1 else None
    if named is None or named.first is None or named.first != named.last:
        return None
    fresh = named.first <= scene.timeline.published <= named.first + FRESH
    return When(named.first, named.last, "stated", named.precision, (Span.of(text, *days[0]),)) if fresh else None
