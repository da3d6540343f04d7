"""What the day of a statement follows from where its own words give none: what was said before or around it, or introduces it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from itertools import pairwise

from onrecord.model import Attribution, Contact, Report, Span, When
from onrecord.resolving.attribution.relayers import sentence_at
from onrecord.resolving.attribution.speakers import Speaker
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.timeline import Timeline
from onrecord.resolving.names.forms import LINE_OR_SENTENCE_END

#: A date still holds for what the same person says later in the report if it is no further back than this.
FRESH = timedelta(days=4)
#: "Has since conceded": not what was said then.
SINCE_THEN = re.compile(r"(?:has|have)\b|(?:now|still|later|since|then)\b", re.I)
PAST = re.compile(
    r"(?:\w+ed|was|were|did|gave|held|made|took|spoke|put|said|told|set|drew|laid|undertook|stood|sought|let|thought|felt|found)\b"
)
_OFTEN = (
    r"(?: (?:repeatedly|always|often|long|frequently|consistently|regularly|(?:many|several) times|time and again|more than once"
    r"|on (?:several|many) occasions|for (?:many |several |some )?(?:weeks|months|years|decades))\b)"
)
#: What was said again and again: "has repeatedly mentioned", "has said more than once".
AGAIN = re.compile(rf"(?:\b(?:has|have|had)|[’'](?:s|ve|d))(?P<before>{_OFTEN})?(?: been)? (?P<verb>\w+)(?P<behind>{_OFTEN})?")
#: Such words stand so many characters around the cue at most.
AROUND = 40
#: An occasion gone by that nobody dates: "during a recent meeting", "in an earlier interview".
SOME_TIME_AGO = re.compile(
    r"\b(?:during|in|at|on) (?:an?|(?:one|several|some|most|any|all|each|both) of (?:the|his|her|their|its)|several|some|his|her|their|its)"
    r" (?:recent|earlier|previous|past) (?:[\w-]+ ){0,2}?(?:meetings?|calls?|conversations?|talks|visits?|trips?|interviews?|speech(?:es)?"
    r"|address(?:es)?|briefings?|letters?|notes?|messages?|statements?|articles?|reports?|posts?|sessions?|sittings?|hearings?|conferences?"
    r"|rall(?:y|ies)|events?|debates?|broadcasts?)\b",
    re.I,
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
    if not is_told_back(a) and not (past and scene.attributions[a.inside].kind == "direct"):
        return outer
    return _named_in(scene, scene.attributions[a.inside], a.start, outer) or When(None, outer.last, "stated", "bound", outer.spans)


def at_some_time(scene: Scene, i: int, dated: Sequence[When | None]) -> When | None:
    """Any time up to the day of telling, for what was said again and again or on an occasion gone by that has no date."""
    a, text, day = scene.attributions[i], scene.report.text, scene.report.day
    if not a.cue or day is None or not (_is_said_again(text, a.cue[0]) or _is_of_some_occasion(text, a)):
        return None
    outer = dated[a.inside] if a.inside is not None else None
    return When(None, outer.last if outer and outer.last else day, "published", "bound")


def _is_said_again(text: str, cue: Span) -> bool:
    """Whether something is told as said more than once: "has repeatedly mentioned"."""
    told = AGAIN.finditer(text, max(0, cue.start - AROUND), cue.end + AROUND)
    return any((m["before"] or m["behind"]) and cue.start <= m.start("verb") < cue.end for m in told)


def _is_of_some_occasion(text: str, a: Attribution) -> bool:
    """Whether an occasion gone by stands in the sentence of a statement's cue, and not in what is said."""
    occasions = (Span.of(text, *m.span()) for m in SOME_TIME_AGO.finditer(text, *sentence_at(text, a.cue[0].start)))
    return any(not any(content.overlaps(occasion) for content in a.content) for occasion in occasions)


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


def is_told_back(a: Attribution) -> bool:
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
        return replace(when, basis="stated") if (near or not (is_told_back(other) or is_told_back(a))) else None
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


def of_headline(scene: Scene, i: int) -> When | None:
    """The day of the first statement below, for what the headline says of it."""
    a = scene.attributions[i]
    line = scene.report.text.find("\n")
    if a.start > line:
        return None
    below = [j for j in scene.order if scene.attributions[j].start > line and scene.attributions[j].inside is None]
    when = scene.own[below[0]] if below else None
    return replace(when, basis="stated") if when and is_news(scene, when) else None


def is_news(scene: Scene, when: When) -> bool:
    """Whether a day is one of those that the report brings news of."""
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
