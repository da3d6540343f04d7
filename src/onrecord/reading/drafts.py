"""Attributions in the making, in code points of the whole text, and what form alone tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Span
from onrecord.reading.answers import find_answers
from onrecord.reading.attributions import Frame
from onrecord.reading.classes import Classes, Told
from onrecord.reading.encoder import Encoded, Range
from onrecord.reading.headlines import find_headline
from onrecord.reading.introduced import find_introduced, find_named
from onrecord.reading.performatives import part_acts
from onrecord.reading.pullquotes import find_pull_quotes
from onrecord.reading.sentences import sentence_of
from onrecord.reading.silences import find_silences

WHILE = re.compile(r",?\s+(?:while|whereas)\s+$")
RELAYING = re.compile(r"according to|as (?:reported|quoted|cited) by|citing", re.I)
#: Contents that stand for what the sentence before says: "This became known to the Courier."
DEMONSTRATIVE = re.compile(r"This|That")
FIRST_PERSON = re.compile(r"I|we", re.I)
THINKS = re.compile(r"\b(?:think|believe|hope|guess|suppose|feel|mean|know|want|need)\b", re.I)
#: What questions and answers are labelled with.
LABEL = re.compile(r"[QA]\.?|Question|Answer")
#: Signed quotations and answers are found by their form alone, which the model's scores say nothing about.
FORM_CONFIDENCE = 0.8


@dataclass(frozen=True)
class Draft:
    """An attribution found at some depth, in code points of the whole text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    inside: int | None = None
    spoken: bool = False

    def moved_into(self, outer: Draft, index: int, by: int) -> Draft:
        """The same draft inside another one, whose content begins `by` characters into the text."""
        source, cue, content = (tuple(span.shift(by) for span in role) for role in (self.source, self.cue, self.content))
        return Draft(source, cue, content, self.confidence * outer.confidence, index)

    def told(self, encoded: Encoded) -> Told:
        """What its classes are told by, in its text."""
        return Told(encoded, self.source, self.cue, self.content, self.spoken, self.inside is not None)

    def attribution(self, classes: Classes) -> Attribution:
        """The draft with its classes."""
        return Attribution(
            classes.kind, self.source, self.cue, self.content, classes.act, classes.issue, classes.stance, round(self.confidence, 4),
            inside=self.inside, issue_why=classes.issue_why, meaning=classes.meaning,
        )  # fmt: skip


def draft_of(encoded: Encoded, frame: Frame) -> Draft:
    """A frame in code points."""

    def spans(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        return tuple(Span.of(encoded.text, *encoded.characters(r)) for r in ranges)

    content = tuple(_without_stop_before(encoded.text, span) for span in spans(frame.content))
    return Draft(spans(frame.source), spans(frame.cue), content, frame.confidence)


def _without_stop_before(text: str, span: Span) -> Span:
    """A span without the comma or colon that it begins with, if more than that stands in it."""
    words = span.text.lstrip(" ,;:")
    return Span.of(text, span.end - len(words), span.end) if words else span


def part_coordinates(text: str, drafts: list[Draft]) -> list[Draft]:
    """In "A says that X, while B says that Y", B's statement stands beside A's, not inside it."""
    out = list(drafts)
    for j, inner in enumerate(drafts):
        if inner.inside is None:
            continue
        spans = inner.source + inner.cue + inner.content
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        outer = out[inner.inside]
        for n, content in enumerate(outer.content):
            before = WHILE.search(text, content.start, start) if content.start < start and end >= content.end - 1 else None
            if before and before.start() > content.start:
                cut = Span.of(text, content.start, before.start())
                out[inner.inside] = replace(outer, content=(*outer.content[:n], cut, *outer.content[n + 1 :]))
                out[j] = replace(inner, inside=outer.inside)
                break
    return out


def spell_out(encoded: Encoded, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements whose content is only "This" get the sentence that it stands for, the one before it in its paragraph.

    A statement that stands there and is less sure is what "This" is about, and is left to the second reading of that sentence;
    for a surer one, "This" is left as it is.
    """
    out = list(drafts)
    for draft in drafts:
        meant = _find_meant(encoded, draft)
        if meant is None:
            continue
        there = [d for d in drafts if any(meant.overlaps(span) for span in d.source + d.cue + d.content)]
        if all(d.confidence < draft.confidence and meant.covers(span) for d in there for span in d.source + d.cue + d.content):
            out = [replace(d, content=(meant,)) if d is draft else d for d in out if d not in there]
    return out


def _find_meant(encoded: Encoded, draft: Draft) -> Span | None:
    """The sentence before a content that is only "This"."""
    if len(draft.content) != 1 or not DEMONSTRATIVE.fullmatch(draft.content[0].text):
        return None
    text, at = encoded.text, draft.content[0].start
    start, end = sentence_of(encoded.sentences, at - 1) if at else (0, 0)
    words = text[start:end].rstrip().rstrip(".")
    return Span.of(text, start, start + len(words)) if words.strip() and "\n" not in text[start:at] else None


def relays(draft: Draft) -> bool:
    """Whether a statement may only say whose report another's statement comes from: "according to the Courier, she demanded …"."""
    return bool(draft.cue) and bool(RELAYING.match(draft.cue[0].text))


def is_own_thought(draft: Draft) -> bool:
    """Whether "I think" or the like only softens what its speaker says."""
    return bool(FIRST_PERSON.fullmatch(draft.source[0].text) and THINKS.search(draft.cue[0].text))


def add_pull_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each signed quotation in the place of whatever was read into its paragraph."""
    for content, source in find_pull_quotes(text):
        if any(s.overlaps(source) and c.overlaps(content) for d in drafts for s in d.source for c in d.content):
            continue
        drafts = [d for d in drafts if not any(s.overlaps(content) or s.overlaps(source) for s in d.content)]
        drafts.append(Draft((source,), (), (content,), FORM_CONFIDENCE, spoken=True))
    return drafts


def add_introduced(text: str, sentences: list[tuple[int, int]], drafts: list[Draft]) -> list[Draft]:
    """Add what a colon leads in, where nothing was read of it."""
    named = [] if find_answers(text) else find_named(text, sentences, [span for d in drafts for span in d.source if d.cue])
    for found, spoken in (*((one, True) for one in find_introduced(text)), *((one, False) for one in named)):
        if not any(span.overlaps(found.content) or span.overlaps(found.source) for d in drafts for span in d.content):
            cue = (found.cue,) if found.cue else ()
            drafts = [*drafts, Draft((found.source,), cue, (found.content,), FORM_CONFIDENCE, spoken=spoken)]
    return drafts


def add_headline(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what the headline says by its form, where nothing was read of it."""
    for source, content in find_headline(text, [span for d in drafts for span in d.source]):
        if not any(content.overlaps(span) for d in drafts for span in d.source + d.cue + d.content):
            drafts = [*drafts, Draft((source,) if source else (), (), (content,), FORM_CONFIDENCE)]
    return drafts


def add_silences(text: str, sentences: list[tuple[int, int]], drafts: list[Draft]) -> list[Draft]:
    """Add that somebody does not answer, where nothing was read of it."""
    for source, cue, content in find_silences(text, sentences):
        if not any(cue.overlaps(span) or content.overlaps(span) for d in drafts for span in d.source + d.cue + d.content):
            drafts = [*drafts, Draft((source,), (cue,), (content,), FORM_CONFIDENCE)]
    return drafts


def add_answers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each answer of an interview, a statement for each act, in the place of what was read into it."""
    answers = find_answers(text)
    if answers:  # "A." is nobody
        drafts = [replace(d, source=()) if d.source and LABEL.fullmatch(d.source[0].text) else d for d in drafts]
    labelled = [answer.line(text) for answer in answers if answer.source]
    drafts = [draft for one in drafts if (draft := keep_to_lines(one, labelled))]
    for answer in answers:
        line = answer.line(text)
        if any(span.overlaps(line) and not line.covers(span) for d in drafts for span in d.content):
            continue
        drafts = [d for d in drafts if not any(line.covers(span) for span in d.content + d.cue)]
        *parts, last = ((part,) for part in part_acts(answer.content))
        source = (answer.source,) if answer.source else ()
        drafts += [Draft(source, (), content, FORM_CONFIDENCE, spoken=True) for content in (*parts, last + answer.more)]
    return drafts


def keep_to_lines(draft: Draft, labelled: Sequence[Span]) -> Draft | None:
    """A draft without what stands in lines that are labelled with another's name; None if nothing is left of it."""
    own = [line for line in labelled if any(line.covers(span) for span in draft.source)]
    others = [line for line in labelled if line not in own]
    labels = any(line.start == span.start for line in own for span in draft.source)
    content = tuple(span for span in draft.content if not any(span.overlaps(line) for line in others))
    if labels:  # whose label it is speaks in his own line only, not in the question before it
        content = tuple(span for span in content if any(span.overlaps(line) for line in own))
    return replace(draft, content=content) if content else None
