"""Reports → readings: one pass of the encoder over the text, and one more over every content for what is nested in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.reading.answers import find_answers
from onrecord.reading.attributions import Frame, find_frames
from onrecord.reading.classes import Classes, Told, classify
from onrecord.reading.contacts import find_contacts, whole
from onrecord.reading.dates import add_dates
from onrecord.reading.encoder import Encoded, Encoder, Range
from onrecord.reading.issues import Issues, load_issues
from onrecord.reading.layout import ATTRIBUTION
from onrecord.reading.long import PART, join_readings, shift_reading, split_parts
from onrecord.reading.mentions import find_mentions
from onrecord.reading.parts import attach_parts
from onrecord.reading.pullquotes import find_pull_quotes
from onrecord.reading.sentences import sentence_of
from onrecord.reading.tags import find_spans

#: A content of fewer characters is not read again for statements inside it.
NESTED_FLOOR = 24
#: A statement is kept from this confidence on, and one inside another from the second: below, most are none (PolNeAR and
#: talks development sets).
SURE = 0.4
NESTED_SURE = 0.55
#: What a quoted stretch that no statement covers adds to the scores of content tags at the second look.
QUOTE_BOOST = 3.0
#: What the sentence of a cue that has no source adds to the scores of source tags at the second look.
SOURCE_BOOST = 1.0
SOURCE_TAGS = [ATTRIBUTION.index("B-source"), ATTRIBUTION.index("I-source")]
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


Tagged = Mapping[str, Sequence[tuple[str, Range]]]
WHILE = re.compile(r",?\s+(?:while|whereas)\s+$")
RELAYING = re.compile(r"according to|as (?:reported|quoted|cited) by|citing", re.I)
#: Contents that stand for what the sentence before says: "This became known to the Courier."
DEMONSTRATIVE = re.compile(r"This|That")
#: Parts of a statement that do not break off in the middle of a phrase.
PHRASES = ("to", "venue", "cond")
FIRST_PERSON = re.compile(r"I|we", re.I)
THINKS = re.compile(r"\b(?:think|believe|hope|guess|suppose|feel|mean|know|want|need)\b", re.I)


class Reader:
    """The reading model, ready to read.

    Statements that it is less sure of than `sure`, in [0, 1], are left out; each is given one of the `issues`.
    """

    def __init__(self, encoder: Encoder, sure: float = SURE, issues: Issues | None = None):
        self.encoder = encoder
        self.sure = sure
        self.issues = issues or load_issues()

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 0, sure: float = SURE, issues: Path | None = None) -> Reader:
        """Load the shipped model, or the one in the folder `path`; `threads` of 0 means all cores.

        Raises:
            ModelError: there is no usable model.
            SettingsError: the file of issues cannot be understood.
        """
        return cls(Encoder(path, threads), sure, load_issues(issues))

    @property
    def name(self) -> str:
        """The version of the weights, and the limit of confidence and the issues where they are not the usual ones."""
        limit = f"-{self.sure:g}" if self.sure != SURE else ""
        return self.encoder.parameters.name + limit + (f"-{self.issues.digest}" if self.issues.digest != load_issues().digest else "")

    @cached_property
    def _issues(self) -> Issues:
        """The issues with the meanings of their examples."""
        encoded = self.encoder.encode([example for _, example in self.issues.examples])
        meanings = [one.head("meaning").mean(0) for one in encoded]
        return replace(self.issues, vectors=np.array(meanings, dtype=np.float32))

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        """Read some reports, together; each reading depends on its own report only.

        Long texts are read in parts, and only so many parts at once that memory stays flat.
        """
        parts = [(i, start, end) for i, report in enumerate(reports) for start, end in split_parts(report.text)]
        found: list[list[Reading]] = [[] for _ in reports]
        for group in _groups(parts):
            pieces = [replace(reports[i], text=reports[i].text[start:end]) for i, start, end in group]
            for (i, start, _), reading in zip(group, self._read_parts(pieces), strict=True):
                found[i].append(shift_reading(reading, start) if start else reading)
        return [join_readings(report, self.name, readings) for report, readings in zip(reports, found, strict=True)]

    def _read_parts(self, reports: Sequence[Report]) -> list[Reading]:
        texts = self.encoder.encode([report.text for report in reports])
        drafts = self._find_outermost(texts)
        self._find_nested(drafts)
        drafts = [part_coordinates(encoded.text, own) for encoded, own in zip(texts, drafts, strict=True)]
        parameters = self.encoder.parameters
        tagged = (find_spans(texts, parameters, family) for family in ("bio", "mention"))
        classes = classify([draft.told(one) for one, own in zip(texts, drafts, strict=True) for draft in own], self._issues)
        attributions = [[draft.attribution(next(classes)) for draft in own] for own in drafts]
        return [self._finish(*one) for one in zip(reports, texts, attributions, *tagged, strict=True)]

    def look(self, texts: Sequence[Encoded]) -> list[list[Frame]]:
        """The outermost attributions of each text, however sure, with a second look where something is missing."""
        parameters = self.encoder.parameters
        frames = find_frames(texts, parameters)
        boosts = [second_look(encoded, own) for encoded, own in zip(texts, frames, strict=True)]
        again = [i for i, boost in enumerate(boosts) if boost is not None]
        for i, own in zip(again, find_frames([texts[i] for i in again], parameters, [boosts[i] for i in again]), strict=True):
            frames[i] = own
        return frames

    def _find_outermost(self, texts: Sequence[Encoded]) -> list[list[Draft]]:
        out = []
        for encoded, own in zip(texts, self.look(texts), strict=True):
            drafts = [draft_of(encoded, frame) for frame in own if frame.confidence >= self.sure]
            drafts = [spell_out(encoded, draft, drafts) for draft in drafts]
            out.append(add_answers(encoded.text, add_pull_quotes(encoded.text, drafts)))
        return out

    def _find_nested(self, drafts: list[list[Draft]]) -> None:
        """Read contents again as texts of their own, level by level, and add what is inside them to each text's drafts."""
        level = [(text, i) for text, own in enumerate(drafts) for i in range(len(own))]
        while level:
            jobs = [(text, i, span) for text, i in level for span in drafts[text][i].content if span.end - span.start >= NESTED_FLOOR]
            inner = self.encoder.encode([span.text for *_, span in jobs])
            level = []
            for (text, i, span), encoded, frames in zip(jobs, inner, find_frames(inner, self.encoder.parameters), strict=True):
                for draft in (draft_of(encoded, frame).moved_into(drafts[text][i], i, span.start) for frame in frames):
                    sure = self.sure if relays(drafts[text][i]) else max(self.sure, NESTED_SURE)
                    if draft.source and draft.cue and draft.confidence >= sure and not is_own_thought(draft):
                        level.append((text, len(drafts[text])))
                        drafts[text].append(draft)

    def _finish(self, report: Report, encoded: Encoded, attributions: list[Attribution], bio: Tagged, names: Tagged) -> Reading:
        text = encoded.text
        parameters = self.encoder.parameters
        tagged = {head: [Span.of(text, *encoded.characters(r)) for _, r in spans] for head, spans in bio.items()}
        tagged |= {head: [whole(text, span) for span in tagged[head]] for head in PHRASES}
        sources = sorted({encoded.pieces.range_of(s.start, s.end) for attribution in attributions for s in attribution.source})
        return Reading(
            report=report.id,
            model=self.name,
            attributions=attach_parts(attributions, tagged, encoded.sentences),
            mentions=find_mentions(encoded, parameters, names, sources),
            dates=add_dates(text, tagged["date"]),
            contacts=find_contacts(encoded, tagged),
        )


def _groups(parts: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Parts of texts, (text, start, end), in their order, in groups that are no longer together than the longest part may be."""
    group: list[tuple[int, int, int]] = []
    for part in parts:
        if group and sum(end - start for _, start, end in [*group, part]) > PART:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def add_pull_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each signed quotation in the place of whatever was read into its paragraph."""
    for content, source in find_pull_quotes(text):
        if any(s.overlaps(source) and c.overlaps(content) for d in drafts for s in d.source for c in d.content):
            continue
        drafts = [d for d in drafts if not any(s.overlaps(content) or s.overlaps(source) for s in d.content)]
        drafts.append(Draft((source,), (), (content,), FORM_CONFIDENCE, spoken=True))
    return drafts


def add_answers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each answer of an interview in the place of what was read into it; the second look finds what is nested in it."""
    for answer in find_answers(text):
        line = answer.line(text)
        if any(span.overlaps(line) and not line.covers(span) for d in drafts for span in d.content):
            continue
        drafts = [d for d in drafts if not any(line.covers(span) for span in d.content + d.cue)]
        drafts.append(Draft((answer.source,) if answer.source else (), (), (answer.content,), FORM_CONFIDENCE, spoken=True))
    return drafts


def draft_of(encoded: Encoded, frame: Frame) -> Draft:
    """A frame in code points."""

    def spans(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        return tuple(Span.of(encoded.text, *encoded.characters(r)) for r in ranges)

    return Draft(spans(frame.source), spans(frame.cue), spans(frame.content), frame.confidence)


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


def spell_out(encoded: Encoded, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A statement whose content is only "This" gets the sentence that it stands for, the one before it in its paragraph.

    If another statement stands there, "This" is left as it is.
    """
    if len(draft.content) != 1 or not DEMONSTRATIVE.fullmatch(draft.content[0].text):
        return draft
    text, at = encoded.text, draft.content[0].start
    start, end = sentence_of(encoded.sentences, at - 1) if at else (0, 0)
    words = text[start:end].rstrip().rstrip(".")
    meant = Span.of(text, start, start + len(words)) if words.strip() and "\n" not in text[start:at] else None
    if meant is None or any(meant.overlaps(span) for other in drafts for span in other.source + other.cue + other.content):
        return draft
    return replace(draft, content=(meant,))


def relays(draft: Draft) -> bool:
    """Whether a statement may only say whose report another's statement comes from: "according to the Courier, she demanded …"."""
    return bool(draft.cue) and bool(RELAYING.match(draft.cue[0].text))


def is_own_thought(draft: Draft) -> bool:
    """Whether "I think" or the like only softens what its speaker says."""
    return bool(FIRST_PERSON.fullmatch(draft.source[0].text) and THINKS.search(draft.cue[0].text))


def second_look(encoded: Encoded, frames: Sequence[Frame]) -> np.ndarray | None:
    """What to add to the scores of tags where something is missing: (pieces, tags); None if nothing is.

    Content tags in quoted clauses that no statement covers, and source tags in the sentences of cues without a source.
    """
    boost = np.zeros((len(encoded.pieces), len(ATTRIBUTION)), dtype=np.float32)
    covered = np.zeros(len(encoded.pieces), dtype=bool)
    for frame in frames:
        for start, end in frame.content + frame.source + frame.cue:
            covered[start:end] = True
        if frame.cue and not frame.source:
            a, b = encoded.pieces.range_of(*sentence_of(encoded.sentences, encoded.characters(frame.cue[0])[0]))
            boost[a:b, SOURCE_TAGS] = SOURCE_BOOST
    for start, end in encoded.quoted:
        a, b = encoded.pieces.range_of(start, end)
        if b - a >= 7 and not covered[a:b].any():
            boost[a:b, ATTRIBUTION.index("I-content")] = QUOTE_BOOST
            boost[a, ATTRIBUTION.index("B-content")] = QUOTE_BOOST
    return boost if boost.any() else None
