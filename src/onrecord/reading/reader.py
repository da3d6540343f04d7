"""Reports → readings: one pass of the encoder over the text, and one more over every content for what is nested in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.reading.answers import find_answers
from onrecord.reading.attributions import Frame, best_class, find_frames
from onrecord.reading.contacts import find_contacts
from onrecord.reading.encoder import Encoded, Encoder, Range
from onrecord.reading.issues import find_issue
from onrecord.reading.layout import ACTS, ATTRIBUTION, ISSUES, STANCES
from onrecord.reading.long import PART, join_readings, shift_reading, split_parts
from onrecord.reading.mentions import find_mentions
from onrecord.reading.parts import attach_parts
from onrecord.reading.pullquotes import find_pull_quotes
from onrecord.reading.quotes import kind_of
from onrecord.reading.tags import find_spans

#: A content of fewer characters is not read again for statements inside it.
NESTED_FLOOR = 24
#: A statement is kept from this confidence on, and one inside another from the second: below, most are none (PolNeAR and
#: talks development sets).
SURE = 0.4
NESTED_SURE = 0.6
#: What a quoted stretch that no statement covers adds to the scores of content tags at the second look.
QUOTE_BOOST = 3.0
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


WHILE = re.compile(r",?\s+(?:while|whereas)\s+$")
FIRST_PERSON = re.compile(r"I|we", re.I)
THINKS = re.compile(r"\b(?:think|believe|hope|guess|suppose|feel|mean|know|want|need)\b", re.I)


class Reader:
    """The reading model, ready to read; `name` is the version of its weights."""

    def __init__(self, encoder: Encoder):
        self._encoder = encoder

    @classmethod
    def load(cls, path: Path | None = None, threads: int = 0) -> Reader:
        """Load the shipped model, or the one in the folder `path`; `threads` of 0 means all cores.

        Raises:
            ModelError: there is no usable model.
        """
        return cls(Encoder(path, threads))

    @property
    def name(self) -> str:
        """The version of the weights."""
        return self._encoder.parameters.name

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        """Read some reports; each reading depends on its own report only.

        Reports never share a batch: int8 scales are those of a batch, so that its other members would be felt.
        """
        return [self._read_long(report) if len(report.text) > PART else self._read(report) for report in reports]

    def _read_long(self, report: Report) -> Reading:
        parts = []
        for start, end in split_parts(report.text):
            part = replace(report, text=report.text[start:end])
            parts.append(shift_reading(self._read(part), start))
        return join_readings(report, self.name, parts)

    def _read(self, report: Report) -> Reading:
        (encoded,) = self._encoder.encode([report.text])
        drafts = self._find_outermost(encoded)
        self._find_nested(drafts)
        return self._finish(report, encoded, part_coordinates(encoded.text, drafts))

    def _find_outermost(self, encoded: Encoded) -> list[Draft]:
        frames = find_frames(encoded, self._encoder.parameters)
        boost = quote_boost(encoded, frames)
        if boost is not None:
            frames = find_frames(encoded, self._encoder.parameters, boost)
        drafts = [draft_of(encoded, frame) for frame in frames if frame.confidence >= SURE]
        return add_answers(encoded.text, add_pull_quotes(encoded.text, drafts))

    def _find_nested(self, drafts: list[Draft]) -> None:
        """Read contents again as texts of their own, level by level, and add what is inside them to the drafts."""
        level = range(len(drafts))
        while level:
            jobs = [(i, span) for i in level for span in drafts[i].content if span.end - span.start >= NESTED_FLOOR]
            inner = self._encoder.encode([span.text for _, span in jobs])
            known = len(drafts)
            for (i, span), part in zip(jobs, inner, strict=True):
                found = (
                    draft_of(part, frame).moved_into(drafts[i], i, span.start) for frame in find_frames(part, self._encoder.parameters)
                )
                drafts += [d for d in found if d.source and d.cue and d.confidence >= NESTED_SURE and not is_own_thought(d)]
            level = range(known, len(drafts))

    def _finish(self, report: Report, encoded: Encoded, drafts: list[Draft]) -> Reading:
        text = encoded.text
        parameters = self._encoder.parameters
        found = find_spans(encoded, parameters, "bio")
        tagged = {head: [Span.of(text, *encoded.characters(r)) for _, r in spans] for head, spans in found.items()}
        attributions = [self._classify(encoded, draft) for draft in drafts]
        sources = sorted({encoded.pieces.range_of(s.start, s.end) for draft in drafts for s in draft.source})
        return Reading(
            report=report.id,
            model=self.name,
            attributions=attach_parts(attributions, tagged, encoded.sentences),
            mentions=find_mentions(encoded, parameters, sources),
            dates=tuple(tagged["date"]),
            contacts=find_contacts(encoded, tagged),
        )

    def _classify(self, encoded: Encoded, draft: Draft) -> Attribution:
        content, cue = ([encoded.pieces.range_of(s.start, s.end) for s in role] for role in (draft.content, draft.cue))
        act, _ = best_class(encoded, "act", ACTS, content, cue)
        issue = find_issue(encoded.text, draft.content) or best_class(encoded, "issue", ISSUES, content)[0]
        stance, _ = best_class(encoded, "stance", STANCES, content, cue)
        kind = "direct" if draft.spoken else kind_of(encoded.text, draft.content, encoded.quoted)
        confidence = round(draft.confidence, 4)
        return Attribution(kind, draft.source, draft.cue, draft.content, act, issue, stance, confidence, inside=draft.inside)


def add_pull_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each signed quotation in the place of whatever was read into its paragraph."""
    for content, source in find_pull_quotes(text):
        if any(s.overlaps(source) and c.overlaps(content) for d in drafts for s in d.source for c in d.content):
            continue
        drafts = [d for d in drafts if not any(s.overlaps(content) or s.overlaps(source) for s in d.content)]
        drafts.append(Draft((source,), (), (content,), FORM_CONFIDENCE))
    return drafts


def add_answers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each answer of an interview in the place of what was read into it; the second look finds what is nested in it."""
    for answer in find_answers(text):
        if any(span.overlaps(answer.content) and not answer.content.covers(span) for d in drafts for span in d.content):
            continue
        drafts = [d for d in drafts if not any(answer.content.covers(span) for span in d.content + d.cue)]
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


def is_own_thought(draft: Draft) -> bool:
    """Whether "I think" or the like only softens what its speaker says."""
    return bool(FIRST_PERSON.fullmatch(draft.source[0].text) and THINKS.search(draft.cue[0].text))


def quote_boost(encoded: Encoded, frames: Sequence[Frame]) -> np.ndarray | None:
    """A second look at quoted clauses that no statement covers: what to add to the scores of content tags there."""
    covered = np.zeros(len(encoded.pieces), dtype=bool)
    for frame in frames:
        for start, end in frame.content + frame.source + frame.cue:
            covered[start:end] = True
    boost = np.zeros((len(encoded.pieces), len(ATTRIBUTION)), dtype=np.float32)
    for start, end in encoded.quoted:
        a, b = encoded.pieces.range_of(start, end)
        if b - a >= 7 and not covered[a:b].any():
            boost[a:b, ATTRIBUTION.index("I-content")] = QUOTE_BOOST
            boost[a, ATTRIBUTION.index("B-content")] = QUOTE_BOOST
    return boost if boost.any() else None
