"""When a statement was made: the words that date it, a date given before that still holds, or publication."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from onrecord.model import Attribution, Contact, Reading, Report, Span, When
from onrecord.resolving.calendar import find_expressions, interval, widen
from onrecord.resolving.cast import Cast
from onrecord.resolving.speakers import ANSWERS, Speaker, is_answer

COMMUNIQUE = re.compile(r"\b(?:statement|communiqu[eé]|readout|press release|summary)\b", re.I)
#: What is told of an interview before its first answer: "We met her on Sunday", "received the Courier on Friday".
MET = re.compile(
    r"\b(?:received|(?:we|I) (?:met|spoke|talked|sat down|visited)|interview(?:ed)?|transcript|recorded|conversation|edition)\b", re.I
)
SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”’\"»)]*\s|\n")
#: A date still holds for what the same person says later in the report if it is no further back than this.
FRESH = timedelta(days=4)
#: Contacts in which the parties speak to each other, so that what is told of their words was said there.
SPOKEN = frozenset({"call", "meeting"})


@dataclass(frozen=True)
class _Scene:
    """A report with everything that the date of a statement can follow from."""

    report: Report
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    parties: Sequence[tuple[Contact, frozenset[int]]]
    own: Sequence[When | None]

    @cached_property
    def beside(self) -> Mapping[tuple[int, int | None], list[int]]:
        """(speaker, outer statement) → the statements that share both, in the order of the text."""
        out: dict[tuple[int, int | None], list[int]] = defaultdict(list)
        for j in sorted(range(len(self.attributions)), key=lambda j: self.attributions[j].start):
            if entity := self.speakers[j].entity:
                out[entity.key, self.attributions[j].inside].append(j)
        return out

    def before(self, i: int) -> Iterator[int]:
        """The statements of the same speaker beside this one, the nearest before it first; after a headline those that follow."""
        a, entity = self.attributions[i], self.speakers[i].entity
        same = [j for j in self.beside[entity.key, a.inside] if j != i] if entity else []
        yield from (j for j in reversed(same) if self.attributions[j].start <= a.start)
        if is_one_line(self.report.text, 0, a.start):
            yield from (j for j in same if self.attributions[j].start > a.start)


def is_one_line(text: str, start: int, end: int) -> bool:
    """Whether no line ends in [start, end)."""
    return text.find("\n", start, end) < 0


def date_statements(
    report: Report, reading: Reading, cast: Cast, speakers: list[Speaker], contacts: Sequence[Contact]
) -> list[When | None]:
    """The interval in which each statement was made, in order.

    Without a date of its own, a statement takes that of the statement that it stands inside, of the same speaker's statement
    before it, of the interview, or of the call or meeting in its paragraph that its speaker took part in. A communiqué on a
    dated contact lies between the contact and publication. Everything else was said by the day of publication. A report that
    has no date fixes nothing: None.
    """
    day = report.day
    if day is None:
        return [None] * len(speakers)
    attributions = reading.attributions
    order = sorted(range(len(speakers)), key=lambda i: (attributions[i].start, -attributions[i].end))
    out: list[When | None] = [None] * len(speakers)
    context: date | None = None
    for i in order:
        out[i] = stated = stated_in(report.text, attributions[i], day, context)
        if stated and stated.first == stated.last:
            context = stated.first
    by_id = {cast.actor_id(e): e.key for e in cast.entities}
    parties = [(c, frozenset(by_id[p] for p in c.parties)) for c in contacts if c.status == "held" and _exact(c.when)]
    scene = _Scene(report, attributions, speakers, parties, tuple(out))
    interview = interview_day(report, reading)
    for i in order:
        out[i] = (
            out[i]
            or _within(attributions[i], out)
            or _carried_over(scene, i)
            or (_in_interview(attributions[i], interview) if interview else None)
            or _at_contact(scene, i)
            or _since_contact(scene, i)
            or When(day, day, "published", "day")
        )
    return out


def stated_in(text: str, a: Attribution, day: date, context: date | None) -> When | None:
    """What the statement's own date expressions say, counted from publication, or from the day that was spoken of before."""
    for span in (widen(text, span) for span in a.when):
        found = interval(span.text, day, context=context)
        if found and found.first and found.last and found.first <= day:
            return When(found.first, min(found.last, day), "stated", found.precision, (span,))
    return None


def interview_day(report: Report, reading: Reading) -> When | None:
    """The day that an interview took place, as the sentence that tells of it before the first answer dates it."""
    answers = sorted(a.start for a in reading.attributions if is_answer(a, report.text))
    if len(answers) < ANSWERS or report.day is None:
        return None
    start = 0
    for stop in SENTENCE_END.finditer(report.text, 0, answers[0]):
        sentence = report.text[start : stop.end()]
        if MET.search(sentence):
            for a, b in find_expressions(sentence):
                found = interval(sentence[a:b], report.day)
                if found and found.first and found.first == found.last and found.first <= report.day:
                    return When(found.first, found.last, "stated", found.precision, (Span.of(report.text, start + a, start + b),))
        start = stop.end()
    return None


def _exact(when: When | None) -> bool:
    return when is not None and when.first is not None and when.first == when.last


def _within(a: Attribution, dated: list[When | None]) -> When | None:
    """A statement inside a dated one: of its time ("Orvania intends"), or of any time up to it ("had promised")."""
    outer = dated[a.inside] if a.inside is not None else None
    if outer is None or outer.basis != "stated":
        return None
    return When(None, outer.last, "stated", "bound", outer.spans) if _told_back(a) else outer


def _told_back(a: Attribution) -> bool:
    """Whether the statement is told as earlier than the rest: "had promised"."""
    return bool(a.cue) and a.cue[0].text.lower().startswith("had ")


def _carried_over(scene: _Scene, i: int) -> When | None:
    """The date of the same speaker's statement before: in its paragraph, or anywhere if it is an exact day of the news."""
    day, text, a = scene.report.day, scene.report.text, scene.attributions[i]
    for j in scene.before(i):
        when, other = scene.own[j], scene.attributions[j]
        if when is None or day is None:
            continue
        near = other.start <= a.start and is_one_line(text, other.start, a.start)
        fresh = _exact(when) and when.last is not None and day - when.last <= FRESH and not _told_back(other)
        return replace(when, basis="stated") if near or (fresh and not _told_back(a)) else None
    return None


def _in_interview(a: Attribution, interview: When) -> When | None:
    """Words of an interview, or of its questions, are of its day or before."""
    return interview if a.inside is None else None


def _at_contact(scene: _Scene, i: int) -> When | None:
    """The day of the call or meeting that the paragraph tells of before, for what those who took part said."""
    a, entity = scene.attributions[i], scene.speakers[i].entity
    if entity is None or a.inside is not None or _told_back(a):
        return None
    for c, parties in reversed(scene.parties):
        begun = c.evidence[0].start < a.start and is_one_line(scene.report.text, c.evidence[0].start, a.start)
        if c.kind in SPOKEN and entity.key in parties and begun and c.when:
            return c.when
    return None


def _since_contact(scene: _Scene, i: int) -> When | None:
    """From the day of the held contact that the paragraph tells of before, for what was issued on it in writing."""
    a, day = scene.attributions[i], scene.report.day
    if not COMMUNIQUE.search(" ".join(span.text for span in (*a.cue, *a.venue))):
        return None
    for c, _ in reversed(scene.parties):
        for evidence in reversed(c.evidence):
            if evidence.start < a.start and is_one_line(scene.report.text, evidence.start, a.start) and c.when and day:
                return When(c.when.first, day, "published", "bound", c.when.spans)
    return None
