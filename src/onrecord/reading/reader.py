"""Reports → readings: one pass of the encoder over the text, and one more over every content for what is nested in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.reading.attributions import Frame, best_class, find_frames
from onrecord.reading.contacts import find_contacts
from onrecord.reading.encoder import Encoded, Encoder, Range
from onrecord.reading.layout import ACTS, ATTRIBUTION, ISSUES, STANCES
from onrecord.reading.mentions import find_mentions
from onrecord.reading.parts import attach_parts
from onrecord.reading.quotes import kind_of, quoted_stretches
from onrecord.reading.sentences import split_sentences
from onrecord.reading.tags import bio_spans

#: A content of fewer characters is not read again for statements inside it.
NESTED_FLOOR = 24
#: What a quoted stretch that no statement covers adds to the scores of content tags at the second look.
QUOTE_BOOST = 3.0
#: Longer texts are read in parts of about this many characters, so that memory stays flat.
PART = 60_000


@dataclass(frozen=True)
class Draft:
    """An attribution found at some depth, in code points of the whole text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    inside: int | None = None


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
        """Read some reports together; each reading depends on its own report only."""
        return [self._read(report) for report in reports] if any(len(r.text) > PART for r in reports) else self._read_batch(reports)

    def _read(self, report: Report) -> Reading:
        parts = []
        for start, end in split_parts(report.text):
            part = replace(report, text=report.text[start:end])
            parts.append(shift_reading(self._read_batch([part])[0], start, report.text))
        return join_readings(report, self.name, parts)

    def _read_batch(self, reports: Sequence[Report]) -> list[Reading]:
        encoded = self._encoder.encode([report.text for report in reports])
        drafts = [self._find_outermost(e) for e in encoded]
        self._find_nested(encoded, drafts)
        return [self._finish(report, e, d) for report, e, d in zip(reports, encoded, drafts, strict=True)]

    def _find_outermost(self, encoded: Encoded) -> list[Draft]:
        frames = find_frames(encoded, self._encoder.parameters)
        boost = quote_boost(encoded, frames)
        if boost is not None:
            frames = find_frames(encoded, self._encoder.parameters, boost)
        return [draft_of(encoded, frame) for frame in frames]

    def _find_nested(self, encoded: Sequence[Encoded], drafts: list[list[Draft]]) -> None:
        """Read contents again as texts of their own, level by level, and add what is inside them to the drafts."""
        level = [(i, j) for i, found in enumerate(drafts) for j in range(len(found))]
        while level:
            jobs = [(i, j, span) for i, j in level for span in drafts[i][j].content if span.end - span.start >= NESTED_FLOOR]
            inner = self._encoder.encode([span.text for _, _, span in jobs])
            level = []
            for (i, j, span), part in zip(jobs, inner, strict=True):
                for frame in find_frames(part, self._encoder.parameters):
                    if frame.cue and frame.source:
                        draft = draft_of(part, frame)
                        moved = (tuple(place(encoded[i].text, s.shift(span.start)) for s in role) for role in (draft.source, draft.cue, draft.content))
                        drafts[i].append(Draft(*moved, confidence=draft.confidence * drafts[i][j].confidence, inside=j))
                        level.append((i, len(drafts[i]) - 1))

    def _finish(self, report: Report, encoded: Encoded, drafts: list[Draft]) -> Reading:
        text = encoded.text
        stretches = quoted_stretches(text)
        sentences = split_sentences(text)
        attributions = []
        for draft in drafts:
            ranges = [encoded.pieces.range_of(s.start, s.end) for s in draft.content + draft.cue]
            act, _ = best_class(encoded, "act", ACTS, ranges)
            issue, _ = best_class(encoded, "issue", ISSUES, ranges)
            stance, _ = best_class(encoded, "stance", STANCES, ranges)
            kind = kind_of(text, draft.content, stretches)
            attributions.append(
                Attribution(kind, draft.source, draft.cue, draft.content, act, issue, stance, round(draft.confidence, 4), inside=draft.inside)
            )
        sources = sorted({encoded.pieces.range_of(s.start, s.end) for draft in drafts for s in draft.source})
        return Reading(
            report=report.id,
            model=self.name,
            attributions=attach_parts(encoded, attributions, sentences),
            mentions=find_mentions(encoded, self._encoder.parameters, sources),
            dates=tuple(Span.of(text, *encoded.characters(r)) for r in bio_spans(encoded.head("date"))),
            contacts=find_contacts(encoded, sentences),
        )


def place(text: str, span: Span) -> Span:
    return Span.of(text, span.start, span.end)


def draft_of(encoded: Encoded, frame: Frame) -> Draft:
    def spans(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        return tuple(Span.of(encoded.text, *encoded.characters(r)) for r in ranges)

    return Draft(spans(frame.source), spans(frame.cue), spans(frame.content), frame.confidence)


def quote_boost(encoded: Encoded, frames: Sequence[Frame]) -> np.ndarray | None:
    """A second look at quoted clauses that no statement covers: what to add to the scores of content tags there."""
    covered = np.zeros(len(encoded.pieces), dtype=bool)
    for frame in frames:
        for start, end in frame.content + frame.source + frame.cue:
            covered[start:end] = True
    boost = np.zeros((len(encoded.pieces), len(ATTRIBUTION)), dtype=np.float32)
    for start, end in quoted_stretches(encoded.text):
        a, b = encoded.pieces.range_of(start, end)
        if b - a >= 7 and not covered[a:b].any():
            boost[a:b, ATTRIBUTION.index("I-content")] = QUOTE_BOOST
            boost[a, ATTRIBUTION.index("B-content")] = QUOTE_BOOST
    return boost if boost.any() else None


def split_parts(text: str) -> list[tuple[int, int]]:
    """Half-open ranges that tile a text, each of at most `PART` characters, cut where a sentence ends if one does."""
    out, start = [], 0
    while len(text) - start > PART:
        window = text[start : start + PART]
        cut = max(window.rfind("\n\n"), window.rfind(". "), window.rfind(" ", PART - 200))
        end = start + (cut + 1 if cut > PART // 2 else PART)
        out.append((start, end))
        start = end
    return [*out, (start, len(text))]


def shift_reading(reading: Reading, by: int, text: str) -> Reading:
    """The reading of a part of a text, in offsets of the whole."""

    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(span.shift(by) for span in spans)

    roles = ("source", "cue", "content", "via", "to", "venue", "when", "condition")
    return replace(
        reading,
        attributions=tuple(replace(a, **{role: move(getattr(a, role)) for role in roles}) for a in reading.attributions),
        mentions=tuple(replace(m, span=m.span.shift(by)) for m in reading.mentions),
        dates=move(reading.dates),
        contacts=tuple(replace(c, **{role: move(getattr(c, role)) for role in ("evidence", "place", "when", "by")}) for c in reading.contacts),
    )


def join_readings(report: Report, model: str, parts: Sequence[Reading]) -> Reading:
    """One reading of several that follow each other, with the indices between entries moved along."""
    out = Reading(report.id, model)
    for part in parts:
        a, m = len(out.attributions), len(out.mentions)
        out = replace(
            out,
            attributions=out.attributions + tuple(replace(x, inside=None if x.inside is None else x.inside + a) for x in part.attributions),
            mentions=out.mentions + tuple(replace(x, antecedent=None if x.antecedent is None else x.antecedent + m) for x in part.mentions),
            dates=out.dates + part.dates,
            contacts=out.contacts + part.contacts,
        )
    return out
