"""Attributions in the making, in code points of the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Span
from onrecord.reading.encoder.encoder import Encoded, Range
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.attributions import WORD, Frame
from onrecord.reading.statements.classes import Classes, Told

WHILE = re.compile(r",?\s+(?:while|whereas)\s+$")
RELAYING = re.compile(r"according to|as (?:reported|quoted|cited) by|citing", re.I)
#: Contents that stand for what the sentence before says: "This became known to the Courier.", "So, at least, the Courier says."
DEMONSTRATIVE = re.compile(r"This|That|So(?:, at least)?")
#: "They were told by soldiers to leave": a passive, and between it and what was said its agent.
PASSIVE = re.compile(r"(?:(?:has|have|had|is|are|was|were|been|being|also|then|later|again) )+\w+(?:ed|old|ought)", re.I)
#: "We were told that it would sail": by nobody that is named.
TOLD = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|been|being|also|then|later|again|only) )+(?:told|informed|assured|warned|promised)", re.I
)
AGENT = re.compile(r" by (?P<who>(?:(?!(?:to|that|whether)\b)[\w’'-]+ ){1,7})(?:(?:not )?to|that|whether)\b")
#: One thing without an article is a means, "told by telephone that …".
SOMEBODY = re.compile(r"(?:the|an?|his|her|its|their|my|our|one)\b|[^\W\d_a-z]|.*(?:s|people|police) $")


@dataclass(frozen=True)
class Passage:
    """Words that are read as a text of their own: a piece of a text, or the pieces of a sentence that others break in two."""

    pieces: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The pieces with a space between them."""
        return " ".join(piece.text for piece in self.pieces)

    def put_back(self, span: Span) -> tuple[Span, ...]:
        """Words of the passage where they stand in the whole text."""
        out, at = [], 0
        for piece in self.pieces:
            start, end = max(span.start - at, 0), min(span.end - at, len(piece.text))
            if start < end:
                out.append(Span(piece.start + start, piece.start + end, piece.text[start:end]))
            at += len(piece.text) + 1
        return tuple(out)


@dataclass(frozen=True)
class Draft:
    """An attribution found at some depth, in code points of the whole text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    inside: int | None = None
    spoken: bool = False

    def of(self, passage: Passage) -> Draft:
        """The same draft in the text that its own is a passage of."""
        roles = (self.source, self.cue, self.content)
        source, cue, content = (tuple(part for span in role for part in passage.put_back(span)) for role in roles)
        return replace(self, source=source, cue=cue, content=content)

    def with_content(self, content: tuple[Span, ...]) -> Draft:
        """The draft with this content; itself where that is its own."""
        return self if content == self.content else replace(self, content=content)

    def moved_into(self, outer: Draft, index: int, passage: Passage) -> Draft:
        """The same draft inside another one, of whose content a passage was read."""
        return replace(self.of(passage), confidence=self.confidence * outer.confidence, inside=index)

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
    """A frame in code points, without pieces that hold no word."""

    def spans(ranges: tuple[Range, ...]) -> tuple[Span, ...]:
        return tuple(Span.of(encoded.text, *encoded.characters(r)) for r in ranges)

    content = tuple(_without_stop_before(encoded.text, span) for span in spans(frame.content))
    return Draft(
        spans(frame.source), spans(frame.cue), tuple(span for span in content if WORD.search(span.text)) or content, frame.confidence
    )


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

    Statements that stand there are what "This" is about, and are left to the second reading of that sentence.
    """
    out = list(drafts)
    for draft in drafts:
        meant = _find_meant(encoded, draft)
        if meant is None:
            continue
        there = [d for d in drafts if any(meant.overlaps(span) for span in d.source + d.cue + d.content)]
        if all(meant.covers(span) for d in there for span in d.source + d.cue + d.content):
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


def with_agent(text: str, draft: Draft) -> Draft:
    """The draft with whom its passive cue names as its source, if it has none: "they were told by soldiers to leave"."""
    if draft.source or not draft.cue or not PASSIVE.fullmatch(draft.cue[0].text):
        return draft
    agent = AGENT.match(text, draft.cue[0].end)
    if agent is None or not SOMEBODY.match(agent["who"]):
        return draft
    return replace(draft, source=(Span.of(text, agent.start("who"), agent.end("who") - 1),))


def relays(draft: Draft) -> bool:
    """Whether a statement may only say whose report another's statement comes from: "according to the Courier, she demanded …"."""
    return bool(draft.cue) and bool(RELAYING.match(draft.cue[0].text))


def is_told(draft: Draft) -> bool:
    """Whether a passive says that somebody was told something, and not by whom: "we were told that it would sail"."""
    return bool(draft.cue and TOLD.fullmatch(draft.cue[0].text))
