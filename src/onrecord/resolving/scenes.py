"""What the day of a statement follows from where its own words give none: what was said before, and what the report tells of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from itertools import pairwise

from onrecord.model import Attribution, Contact, Report, Span, When
from onrecord.model.entries import SPOKEN
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.cast.outlets import is_body
from onrecord.resolving.contacts.tellers import is_handed_over
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END

COMMUNIQUE = re.compile(r"\b(?:statement|communiqu[eé]|readout|press release|summary)\b", re.I)
#: A date still holds for what the same person says later in the report if it is no further back than this.
FRESH = timedelta(days=4)
#: "Has since conceded": not what was said then.
SINCE_THEN = re.compile(r"(?:has|have)\b|(?:now|still|later|since|then)\b", re.I)
#: "Intends", "has invited": not what was said at a meeting gone by.
NOW = re.compile(r"(?:has|have|intends?|plans?|wants?|hopes?|expects?)\b")
PAST = re.compile(
    r"(?:\w+ed|was|were|did|gave|held|made|took|spoke|put|said|told|set|drew|laid|undertook|stood|sought|let|thought|felt|found)\b"
)
#: "It was agreed" is as past as "agreed".
TOLD = re.compile(rf"(?:it )?{PAST.pattern}", re.I)
#: A readout tells in so many paragraphs, from its title on, of what talks it is.
LEAD = 2
#: Cues that are no verbs: "according to", "in the words of".
PREPOSITION = re.compile(r"(?:in|according|for)\b", re.I)
#: Where people speak who come out of talks.
SPOT = re.compile(
    r"\b(?:(?:on|from) the (?:\w+ )?(?:steps|stairs|doorstep|podium|rostrum)|(?:in|from) the (?:\w+ )?(?:lobby|corridors?|foyer|doorway)"
    r"|at the exit|(?<!eve of )(?:the|a) (?:closing|opening|final) (?:session|briefing|ceremony|sitting))\b",
    re.I,
)
#: "On the eve of the talks", "of their closing session", and the kinds of contact that are called so.
EVENTS = {
    "talks": ("talks",), "negotiations": ("talks",), "round": ("talks",), "session": ("talks", "meeting"), "summit": ("talks", "meeting"),
    "meeting": ("meeting",), "call": ("call",), "visit": ("visit",), "signing": ("document",),
}  # fmt: skip
EVE = re.compile(
    rf"\bon the eve(?: of (?:the|an?|his|her|their|its) (?P<last>closing |final )?(?:[\w-]+ )?(?P<noun>{'|'.join(EVENTS)}))?\b(?! of)", re.I
)
#: A line of speech behind its speaker's name: "Anna Veld, minister: we shall not sign".
SPEECH_LINE = re.compile(r"[A-Z@][^:“”\"\n]{2,80}: \S")


@dataclass(frozen=True)
class Scene:
    """A report with everything that the date of a statement can follow from."""

    report: Report
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    contacts: Sequence[Contact]
    parties: Sequence[tuple[Contact, frozenset[int]]]
    own: Sequence[When | None]
    timeline: Timeline

    @cached_property
    def order(self) -> list[int]:
        """The statements in the order of the text."""
        return sorted(range(len(self.attributions)), key=lambda j: self.attributions[j].start)

    @cached_property
    def place(self) -> Mapping[int, int]:
        """Each statement's place among those that stand inside the same one."""
        seen: Counter[int | None] = Counter()
        out = {}
        for j in self.order:
            out[j] = seen[self.attributions[j].inside]
            seen[self.attributions[j].inside] += 1
        return out

    @cached_property
    def beside(self) -> Mapping[tuple[int, int | None], list[int]]:
        """(speaker, outer statement) → the statements that share both, in the order of the text."""
        out: dict[tuple[int, int | None], list[int]] = defaultdict(list)
        for j in self.order:
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


def is_exact(when: When | None) -> bool:
    """Whether a date is known to the day."""
    return when is not None and when.first is not None and when.first == when.last


def within(scene: Scene, i: int, dated: Sequence[When | None]) -> When | None:
    """A statement inside a dated one: of its time ("Orvania intends"), of the day named in it before, or of any time up to it."""
    a = scene.attributions[i]
    outer = dated[a.inside] if a.inside is not None else None
    if a.inside is None or outer is None or outer.basis != "stated":
        return None
    past = bool(a.cue) and bool(PAST.match(a.cue[0].text))
    if not _told_back(a) and not (past and scene.attributions[a.inside].kind == "direct"):
        return outer
    return _named_in(scene, scene.attributions[a.inside], a.start, outer) or When(None, outer.last, "stated", "bound", outer.spans)


def _named_in(scene: Scene, outer: Attribution, end: int, said: When) -> When | None:
    """The last exact day that a statement's own words name before a place in them."""
    text, found = scene.report.text, None
    for content in outer.content:
        for at in find_expressions(text, content.start, min(content.end, end)):
            span = Span.of(text, *at)
            named = interval(span.text, scene.timeline.published, context=said.first)
            if named and named.first and named.first == named.last and said.last and named.first <= said.last:
                found = When(named.first, named.last, "stated", named.precision, (span,))
    return found


def _told_back(a: Attribution) -> bool:
    """Whether the statement is told as earlier than the rest: "had promised"."""
    return bool(a.cue) and a.cue[0].text.lower().startswith("had ")


def carried_over(scene: Scene, i: int) -> When | None:
    """The date of the same speaker's statement before, if it is an exact day of the news; one told as earlier, in its paragraph only."""
    day, text, a = scene.report.day, scene.report.text, scene.attributions[i]
    if SINCE_THEN.match(a.cue[0].text if a.cue else ""):
        return None
    for j in scene.before(i):
        when, other = scene.own[j], scene.attributions[j]
        if when is None or day is None or when.last is None:
            continue
        fresh = day - when.last <= FRESH
        if not (is_exact(when) and fresh):
            if _goes_on(scene, j, i):
                return replace(when, basis="stated")
            if is_exact(when):
                return None
            continue  # a month or a week is when something else was said
        near = other.start <= a.start and is_one_line(text, other.start, a.start)
        return replace(when, basis="stated") if (near or not (_told_back(other) or _told_back(a))) else None
    return None


def _goes_on(scene: Scene, j: int, i: int) -> bool:
    """Whether a speaker goes on from one statement to another, sentence by sentence and with nobody between: "He noted …"."""
    beside = [n for n in scene.order if scene.attributions[n].inside == scene.attributions[i].inside]
    told = beside[beside.index(j) : beside.index(i) + 1]
    pairs = list(pairwise(told))
    return bool(pairs) and all(scene.speakers[n].entity is scene.speakers[j].entity and _follows(scene, m, n) for m, n in pairs)


def _follows(scene: Scene, j: int, i: int) -> bool:
    """Whether a statement is told in the past, in the same sentence as another or the next."""
    other, a, text = scene.attributions[j], scene.attributions[i], scene.report.text
    near = is_one_line(text, other.start, a.start) and len(LINE_OR_SENTENCE_END.findall(text, other.end - 1, a.start)) <= 1
    return near and bool(a.cue) and bool(PAST.match(a.cue[0].text))


def at_contact(scene: Scene, i: int) -> When | None:
    """The day of the call or meeting that the paragraph tells of before, for what those who took part said.

    A body's own readout tells there of nobody else.
    """
    a, entity = scene.attributions[i], scene.speakers[i].entity
    if entity is None or a.inside is not None or _told_back(a) or NOW.match(a.cue[0].text if a.cue else ""):
        return None
    told = is_body(scene.report.outlet) and bool(a.cue) and TOLD.match(a.cue[0].text) is not None
    for c, parties in reversed(scene.parties):
        begun = c.evidence[0].start < a.start and is_one_line(scene.report.text, c.evidence[0].start, a.start)
        there = entity.key in parties or (told and c.when is not None and _is_news(scene, c.when))
        if c.kind in SPOKEN and there and begun and is_exact(c.when):
            return c.when
    return _at_lead(scene, i, entity.key)


def _at_lead(scene: Scene, i: int, speaker: int) -> When | None:
    """The day of the one call or meeting that the lead tells of, for what those who took part said in the past tense or the headline."""
    a, text = scene.attributions[i], scene.report.text
    headline = is_one_line(text, 0, a.start)
    if not headline and not (a.cue and PAST.match(a.cue[0].text)):
        return None
    own = [c for c, parties in scene.parties if c.kind in SPOKEN and speaker in parties]
    own = [c for c in own if headline or c.evidence[0].start < a.start]
    days = {(c.when.first, c.when.last) if c.when else None for c in own}
    if len(days) != 1 or text.count("\n\n", 0, own[0].evidence[0].start) > LEAD:
        return None
    when = own[0].when
    return when if when and _is_news(scene, when) else None


def handed_over(scene: Scene, i: int) -> When | None:
    """When the contact was at which somebody "conveyed their proposals", for the proposals."""
    a = scene.attributions[i]
    return next((c.when for c, _ in scene.parties if c.when and is_handed_over(a, c.evidence)), None)


def since_contact(scene: Scene, i: int) -> When | None:
    """From the day of the held contact that the paragraph tells of before, for what was issued on it in writing."""
    a, day = scene.attributions[i], scene.report.day
    if not COMMUNIQUE.search(" ".join(span.text for span in (*a.cue, *a.venue))):
        return None
    for c, _ in reversed(scene.parties):
        for evidence in reversed(c.evidence):
            if evidence.start < a.start and is_one_line(scene.report.text, evidence.start, a.start) and c.when and is_exact(c.when) and day:
                return When(c.when.first, day, "published", "bound", c.when.spans)
    return None


def of_headline(scene: Scene, i: int) -> When | None:
    """The day of the first statement below, for what the headline says of it."""
    a = scene.attributions[i]
    line = scene.report.text.find("\n")
    if a.start > line:
        return None
    below = [j for j in scene.order if scene.attributions[j].start > line and scene.attributions[j].inside is None]
    when = scene.own[below[0]] if below else None
    return replace(when, basis="stated") if when and _is_news(scene, when) else None


def _is_news(scene: Scene, when: When) -> bool:
    return is_exact(when) and when.last is not None and scene.timeline.published - when.last <= FRESH


def of_introduction(scene: Scene, i: int) -> When | None:
    """The day of the line that lines of speech ("Veld: we shall not sign") stand under: "Voices collected on Monday:"."""
    text, published = scene.report.text, scene.timeline.published
    line = text.rfind("\n", 0, scene.attributions[i].start) + 1
    while line > 0 and SPEECH_LINE.match(text, line):
        end = len(text[:line].rstrip("\n"))
        line = text.rfind("\n", 0, end) + 1
        if text[line:end].endswith(":"):
            for at in find_expressions(text, line, end)[:-2:-1]:
                named = interval(text[slice(*at)], published)
                if named and named.last and named.first == named.last <= published:
                    return When(named.first, named.last, "stated", "day", (Span.of(text, *at),))
            return None
    return None


def on_the_eve(scene: Scene, i: int) -> When | None:
    """The day before the talks on whose eve something was said, or before the day that the text speaks of: "who on the eve had said"."""
    text, a = scene.report.text, scene.attributions[i]
    start, end = sentence_at(text, a.start)
    eve = next((m for m in EVE.finditer(text, start, end) if not any(s.start <= m.start() < s.end for s in a.content)), None)
    if eve is None:
        return None
    day = scene.timeline.spoken_of(eve.start())
    if eve["noun"]:
        held = [(c.evidence[0].start < eve.start(), c.when) for c, _ in scene.parties if c.when and c.kind in EVENTS[eve["noun"].lower()]]
        when = next((when for before, when in reversed(held) if before), held[0][1] if held else None)
        day = (when.last if eve["last"] else when.first) if when else None
    day = day - timedelta(days=1) if day else None
    return When(day, day, "stated", "day", (Span.of(text, *eve.span()),)) if day and day < scene.timeline.published else None


def in_readout(scene: Scene, i: int) -> When | None:
    """The day of the talks that a body's own readout tells of, for what it tells in the past tense."""
    a = scene.attributions[i]
    if not is_body(scene.report.outlet) or a.kind == "direct" or not a.cue or not (TOLD.match(a.cue[0].text) or _of_talks(scene, i)):
        return None
    day = scene.timeline.news()
    told = next((c.when for c, _ in scene.parties if c.when and c.when.first and c.when.last and not is_exact(c.when)), None)
    if told and told.first and told.last and (day is None or told.first <= day <= told.last):
        return replace(told, basis="stated")  # talks of several days
    return When(day, day, "stated", spans=scene.timeline.words(day)) if day else None


def _of_talks(scene: Scene, i: int) -> bool:
    """Whether a statement in the present is one of those who met, "The Presidents reaffirm", not the body's own on what others say."""
    a, entity = scene.attributions[i], scene.speakers[i].entity
    verb = bool(a.cue) and not PREPOSITION.match(a.cue[0].text)
    told = (parties for c, parties in scene.parties if scene.report.text.count("\n\n", 0, c.evidence[0].start) < LEAD)
    return verb and a.inside is None and entity is not None and any(entity.key in parties for parties in told)


def on_the_spot(scene: Scene, i: int) -> When | None:
    """The day that the text speaks of, for what was said at the door of what it tells of: "on the steps", "to the closing session"."""
    a, text = scene.attributions[i], scene.report.text
    start, end = sentence_at(text, a.start)
    start = max(start, text.rfind(";", start, a.start) + 1)
    stop = text.find(";", a.end, end)
    end = stop if stop >= 0 else end
    words = text[start:end]
    for first, last in ((max(s.start - start, 0), min(s.end, end) - start) for s in a.content if s.start < end and start < s.end):
        words = words[:first] + " " * (last - first) + words[last:]
    day = scene.timeline.spoken_of(end)
    spoken = day is not None and SPOT.search(words) and scene.timeline.published - day <= FRESH
    return When(day, day, "stated", spans=scene.timeline.words(day, end)) if day and spoken else None
