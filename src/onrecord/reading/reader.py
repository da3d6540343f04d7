"""Reports → readings: one pass of the encoder over the text, and one more over every content for what is nested in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.model import Attribution, Reading, Report, Span
from onrecord.model.typesetting import words_of
from onrecord.reading.contacts.contacts import find_contacts, whole
from onrecord.reading.encoder.described import SURE, name_model
from onrecord.reading.encoder.encoder import Encoded, Encoder, Parameters, Range
from onrecord.reading.encoder.long import PART, join_readings, shift_reading, split_parts
from onrecord.reading.encoder.tags import find_spans
from onrecord.reading.forms.additions import add_by_form, add_claims
from onrecord.reading.forms.answers import find_questions
from onrecord.reading.language.dates import add_dates
from onrecord.reading.mentions.mentions import find_mentions
from onrecord.reading.statements.attributions import Frame, find_frames
from onrecord.reading.statements.classes import classify
from onrecord.reading.statements.clauses import complete_clauses
from onrecord.reading.statements.conditions import settle_conditions
from onrecord.reading.statements.drafts import (
    Draft,
    Passage,
    draft_of,
    is_told,
    part_coordinates,
    relays,
    spell_out,
    with_agent,
)
from onrecord.reading.statements.gaps import part_gaps
from onrecord.reading.statements.halves import join_halves, passages_of
from onrecord.reading.statements.issues import Issues, load_issues
from onrecord.reading.statements.paragraphs import join_paragraphs
from onrecord.reading.statements.parts import attach_parts
from onrecord.reading.statements.pieces import fill_holes, leave_out_questions, leave_out_strays, right_cues, right_sources
from onrecord.reading.statements.second_look import second_look
from onrecord.reading.statements.turns import part_turns
from onrecord.reading.statements.unsaid import is_no_saying, is_own_thought, is_unsaid

#: A content of fewer characters is not read again for statements inside it.
NESTED_FLOOR = 24
#: A statement inside another is kept from this confidence on: below, most are none (PolNeAR and talks development sets).
NESTED_SURE = 0.6


Tagged = Mapping[str, Sequence[tuple[str, Range]]]
#: Parts of a statement that do not break off in the middle of a phrase.
PHRASES = ("to", "venue", "cond")


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
        return name_model(self.encoder.parameters.name, self.sure, self.issues.told_apart)

    @cached_property
    def _issues(self) -> Issues:
        """The issues, with the meanings of their examples where the model has not learned them."""
        if self.issues.learned:
            return self.issues
        encoded = self.encoder.encode([example for _, example in self.issues.examples])
        meanings = [one.head("meaning").mean(0) for one in encoded]
        return replace(self.issues, vectors=np.array(meanings, dtype=np.float32))

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        """Read some reports, together; each reading depends on its own report only.

        Long texts are read in parts, and only so many parts at once that memory stays flat.
        """
        words = [words_of(report.text) for report in reports]
        parts = [(i, start, end) for i, one in enumerate(words) for start, end in split_parts(one.text)]
        found: list[list[Reading]] = [[] for _ in reports]
        for group in _groups(parts):
            pieces = [replace(reports[i], text=words[i].text[start:end]) for i, start, end in group]
            for (i, start, _), reading in zip(group, self._read_parts(pieces), strict=True):
                found[i].append(shift_reading(reading, start) if start else reading)
        joined = (join_readings(report, self.name, readings) for report, readings in zip(reports, found, strict=True))
        return [one.put_back(reading) for one, reading in zip(words, joined, strict=True)]

    def _read_parts(self, reports: Sequence[Report]) -> list[Reading]:
        texts = self.encoder.encode([report.text for report in reports])
        drafts = self.find_drafts(texts)
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

    def find_drafts(self, texts: Sequence[Encoded]) -> list[list[Draft]]:
        """The attributions of each text at every depth, as drafts."""
        drafts = self._find_outermost(texts)
        self._find_in_questions(texts, drafts)
        self._find_nested(texts, drafts)
        return [add_claims(encoded.text, own) for encoded, own in zip(texts, drafts, strict=True)]

    def _find_outermost(self, texts: Sequence[Encoded]) -> list[list[Draft]]:
        out = []
        for encoded, own in zip(texts, self.look(texts), strict=True):
            read = (with_agent(encoded.text, draft_of(encoded, frame)) for frame in own if frame.confidence >= self.sure)
            drafts = spell_out(encoded, [draft for draft in read if not is_unsaid(encoded.text, draft)])
            drafts = leave_out_questions(encoded.text, right_cues(encoded.text, right_sources(encoded.text, drafts)))
            drafts = part_gaps(encoded.text, fill_holes(encoded.text, leave_out_strays(encoded.text, drafts)))
            drafts = join_halves(encoded.text, encoded.sentences, part_turns(encoded.text, drafts))
            drafts = complete_clauses(encoded.text, encoded.sentences, drafts)
            drafts = join_paragraphs(encoded.text, encoded.quoted, drafts)
            out.append(add_by_form(encoded.text, encoded.sentences, drafts))
        return out

    def _find_in_questions(self, texts: Sequence[Encoded], drafts: list[list[Draft]]) -> None:
        """Read what an interviewer says as texts of their own, where nothing was read in it: beside his label nobody else speaks."""
        jobs = [
            (text, span)
            for text, (encoded, own) in enumerate(zip(texts, drafts, strict=True))
            for span in find_questions(encoded.text)
            if span.end - span.start >= NESTED_FLOOR and not any(span.overlaps(part) for d in own for part in d.source + d.cue + d.content)
        ]
        asked = self.encoder.encode([span.text for _, span in jobs])
        for (text, span), encoded, frames in zip(jobs, asked, self.look(asked), strict=True):
            for draft in (draft_of(encoded, frame).of(Passage((span,))) for frame in frames if frame.confidence >= self.sure):
                if draft.source and draft.cue and not is_unsaid(texts[text].text, draft):
                    drafts[text].append(draft)

    def _find_nested(self, texts: Sequence[Encoded], drafts: list[list[Draft]]) -> None:
        """Read contents again as texts of their own, level by level, and add what is inside them to each text's drafts.

        Only contents that show a sign of a cue inside are read again.
        """
        parameters = self.encoder.parameters
        # What tells the edges of spans was fitted to whole reports.
        by_paths = replace(parameters, edges=None)
        signs = [signs_of_nesting(encoded, parameters) for encoded in texts]
        level = [(text, i, False) for text, own in enumerate(drafts) for i in range(len(own))]
        while level:
            jobs = [
                (text, i, passage)
                for text, i, shown in level
                for passage in passages_of(texts[text].text, drafts[text][i])
                if len(passage.text) >= NESTED_FLOOR
                and (shown or any(signs[text][slice(*texts[text].pieces.range_of(span.start, span.end))].any() for span in passage.pieces))
            ]
            inner = self.encoder.encode([passage.text for *_, passage in jobs])
            level = []
            for (text, i, passage), encoded, frames in zip(jobs, inner, find_frames(inner, by_paths), strict=True):
                inner_signs = signs_of_nesting(encoded, parameters)
                for frame in frames:
                    draft = with_agent(encoded.text, draft_of(encoded, frame)).moved_into(drafts[text][i], i, passage)
                    sure = self.sure if relays(drafts[text][i]) else max(self.sure, NESTED_SURE)
                    said = (draft.source or is_told(draft)) and draft.cue and not (is_own_thought(draft) or is_no_saying(draft))
                    if said and draft.confidence >= sure:
                        level.append((text, len(drafts[text]), any(inner_signs[slice(*part)].any() for part in frame.content)))
                        drafts[text].append(draft)

    def _finish(self, report: Report, encoded: Encoded, attributions: list[Attribution], bio: Tagged, names: Tagged) -> Reading:
        text = encoded.text
        parameters = self.encoder.parameters
        tagged = {head: [Span.of(text, *encoded.characters(r)) for _, r in spans] for head, spans in bio.items()}
        tagged |= {head: [whole(text, span) for span in tagged[head]] for head in PHRASES}
        said = {span for attribution in attributions for span in attribution.content}
        tagged["cond"] = settle_conditions(text, tagged["cond"], sorted(said))
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


def signs_of_nesting(encoded: Encoded, parameters: Parameters) -> npt.NDArray[np.bool_]:
    """Which pieces may stand in a cue inside a content, by their scores; all of them where nobody has fitted that: (pieces,)."""
    if parameters.nesting is None:
        return np.ones(len(encoded.pieces), dtype=bool)
    signs: npt.NDArray[np.bool_] = encoded.scores @ parameters.nesting[1:] >= -parameters.nesting[0]
    return signs
