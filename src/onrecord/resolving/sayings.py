"""When a statement was made: the words that date it, a date given before that still holds, or publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.model import Attribution, Contact, Reading, Report, When
from onrecord.resolving.appearances import in_letter, in_paper, of_appearance, of_visit
from onrecord.resolving.attribution.interviews import is_answer
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.cast.cast import Cast
from onrecord.resolving.contacts.sittings import interview_day, sitting_day
from onrecord.resolving.dates.chronologies import day_of_entry
from onrecord.resolving.dates.stated import stated_in
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.occasions import (
    after_event,
    at_contact,
    by_those_who_met,
    goes_on,
    handed_over,
    in_readout,
    on_the_eve,
    on_the_spot,
    since_contact,
)
from onrecord.resolving.scenes import Scene, at_some_time, carried_over, of_headline, of_introduction, within

NEXT_LINE = re.compile(r"\s+(\S[^\n]*)")
#: What stands around the words of a pull quote.
DISPLAY = ' *_>“”"«»‘’.,'
PRESENT = re.compile(
    r"(?:[a-z]+ly )?(?:says?|denies|deny|insists?|claims?|maintains?|argues?|calls?|wants?|refuses?|accuses?|demands?|thinks?)\b"
)
#: A line that asks.
QUESTION = re.compile(r"^\W*(?:Q|Question)\b[.:]|\?\W*$")


def date_statements(
    report: Report, reading: Reading, cast: Cast, speakers: list[Speaker], contacts: Sequence[Contact]
) -> list[When | None]:
    """The interval in which each statement was made, in order.

    Without a date of its own, a statement takes that of the eve of talks, of the contact at which it was handed over, of the statement
    that it stands inside, of the chronology's entry, of the occasion on which its speaker spoke, of the same speaker's statement before
    it, of the interview in which its speaker answers, of the line that introduces it, of what its headline stands over, of the call or
    meeting in its paragraph that its speaker took part in, of the talks that a body's readout tells of, or of the day at whose doors it
    was said. What has been said again and again, or on an occasion gone by that has no date, was said at any time up to then. A
    communiqué on a dated contact lies between the contact and publication, and what minutes keep was said on the day of the sitting.
    Everything else was said by the day of publication, and what a question in an interview tells by that of the interview. A report
    that has no date fixes nothing: None.
    """
    day = report.day
    if day is None:
        return [None] * len(speakers)
    attributions = reading.attributions
    timeline = Timeline.of(report.text, day, (span for a in attributions for span in a.content))
    interview = interview_day(report, reading)
    sitting = sitting_day(report, reading)
    answering = {speaker.entity for a, speaker in zip(attributions, speakers, strict=True) if speaker.entity and is_answer(a, report.text)}
    # What is said in an interview counts days from it, what is told of it does from publication.
    spoken = replace(timeline, published=interview.last) if interview and interview.last else timeline
    in_interview = [interview is not None and _is_spoken(report.text, a, attributions) for a in attributions]
    out: list[When | None] = [
        stated_in(report.text, a, spoken if inside else timeline) for a, inside in zip(attributions, in_interview, strict=True)
    ]
    by_id = {cast.actor_id(e): e.key for e in cast.entities}
    parties = [(c, frozenset(by_id[p] for p in c.parties)) for c in contacts if c.status == "held"]
    scene = Scene(report, attributions, speakers, contacts, parties, tuple(out), timeline)
    for i in reading.order:
        entry = day_of_entry(report.text, attributions[i].start, day)
        stated = out[i]
        out[i] = (
            (None if stated and entry and stated.spans == entry.spans else stated)
            or on_the_eve(scene, i)
            or handed_over(scene, i)
            or after_event(scene, i)
            or at_some_time(scene, i, out)
            or within(scene, i, out)
            or (entry if entry and entry.last and entry.last <= day else None)
            or (interview if is_answer(attributions[i], report.text) or _is_displayed(report.text, attributions[i]) else None)
            or (_by(interview.last) if in_interview[i] and _is_told_now(attributions[i]) and interview and interview.last else None)
            or in_paper(scene, i)
            or of_appearance(scene, i)
            or carried_over(scene, i)
            or of_visit(scene, i)
            or in_letter(scene, i)
            or (interview if attributions[i].inside is None and speakers[i].entity in answering else None)
            or of_introduction(scene, i)
            or of_headline(scene, i)
            or goes_on(scene, i, out)
            or at_contact(scene, i)
            or by_those_who_met(scene, i)
            or in_readout(scene, i)
            or on_the_spot(scene, i)
            or since_contact(scene, i)
            or sitting
            or _by(interview.last if in_interview[i] and interview and interview.last else day)
        )
    return out


def _by(day: date) -> When:
    """The day by which something was said, where nothing else dates it: that of publication, or of the interview that speaks of it."""
    return When(day, day, "published", "day")


def _is_told_now(a: Attribution) -> bool:
    """Whether a statement is told in the present tense: "She says that nobody asked her"."""
    return a.inside is None and bool(a.cue) and PRESENT.match(a.cue[0].text) is not None


def _is_displayed(text: str, a: Attribution) -> bool:
    """Whether words stand in the headline or in a line of their own without a cue, as an interview shows some of its answers."""
    if a.kind != "direct" or a.cue or a.inside is not None:
        return False
    end = text.find("\n", a.end)
    line = text[text.rfind("\n", 0, a.start) + 1 : end if end >= 0 else len(text)]
    return a.start < text.find("\n") or line.strip(DISPLAY) == " ".join(span.text for span in a.content).strip(DISPLAY)


def _is_spoken(text: str, a: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether a statement stands in a question or an answer of an interview."""
    outer = a
    while outer.inside is not None:
        outer = attributions[outer.inside]
    end = text.find("\n", a.end)
    line = text[text.rfind("\n", 0, a.start) + 1 : end if end >= 0 else len(text)]
    next_line = NEXT_LINE.match(text, end) if end >= 0 else None
    before_answer = next_line and any(
        next_line.start(1) <= other.start < next_line.end() and is_answer(other, text) for other in attributions
    )
    return is_answer(outer, text) or bool(before_answer or QUESTION.search(line))
