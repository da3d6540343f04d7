"""Attributions in the making, in code points of the whole text, and what form alone tells of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Attribution, Span
from onrecord.reading.answers import find_answers
from onrecord.reading.attributions import Frame
from onrecord.reading.classes import Classes, Told
from onrecord.reading.declared import find_declared
from onrecord.reading.encoder import Encoded, Range
from onrecord.reading.introduced import find_introduced, find_points
from onrecord.reading.operative import find_operative
from onrecord.reading.posts import find_posts
from onrecord.reading.pullquotes import find_pull_quotes
from onrecord.reading.quotes import QUOTATION_MARKS
from onrecord.reading.sentences import sentence_of

WHILE = re.compile(r",?\s+(?:while|whereas)\s+$")
RELAYING = re.compile(r"according to|as (?:reported|quoted|cited) by|citing", re.I)
#: Contents that stand for what the sentence before says: "This became known to the Courier."
DEMONSTRATIVE = re.compile(r"This|That")
FIRST_PERSON = re.compile(r"I|we", re.I)
THINKS = re.compile(r"\b(?:think|believe|hope|guess|suppose|feel|mean|know|want|need)\b", re.I)
#: What is asked has not been said, "Did Veld say that …?", nor has what somebody ought to say or do.
ASKED = re.compile(
    r"(?:^|[.!?:;“\"»\n(—–,‘']\s*|\b(?:But|And|So|Then|Why|How|When|What|Where),? )"
    r"(?:[Dd](?:id|oes|o)|[Hh]a(?:s|ve|d)|[Ww](?:ill|ould)|[Cc](?:an|ould)|Should) (?:not )?(?:the |an? )?$"
)
OUGHT = re.compile(r"(?:should|must|ought to|needs? to)\b", re.I)
#: "The patrol was denied access": by somebody else.
SUFFERED = re.compile(r"(?:was|were|been|being) (?:\w+ )?(?:denied|refused)", re.I)
#: Between the first and the second thing that a point of a resolution does.
BESIDES = re.compile(r",? and $|, $")
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


def is_unsaid(text: str, draft: Draft) -> bool:
    """Whether a clause asks whether somebody has said something, or wants him to, or tells what he was denied; "I must say" says it."""
    if not draft.cue or not draft.source or draft.source[0].end > draft.cue[0].start:
        return False
    ought = OUGHT.match(draft.cue[0].text) and not FIRST_PERSON.fullmatch(draft.source[0].text)
    return bool(
        ought or SUFFERED.fullmatch(draft.cue[0].text) or ASKED.search(text, max(0, draft.source[0].start - 30), draft.source[0].start)
    )


def add_pull_quotes(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each signed quotation in the place of whatever was read into its paragraph."""
    for content, source in find_pull_quotes(text):
        if any(s.overlaps(source) and c.overlaps(content) for d in drafts for s in d.source for c in d.content):
            continue
        drafts = [d for d in drafts if not any(s.overlaps(content) or s.overlaps(source) for s in d.content)]
        drafts.append(Draft((source,), (), (content,), FORM_CONFIDENCE, spoken=True))
    return drafts


def add_introduced(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what its line says by whom it is, where nothing was read of it; what is led in stands in the place of whatever was read into it,
    but for a single paragraph that was read as led in. The second look finds what is nested in it."""
    for found in find_introduced(text):
        end = text.find("\n", found.content[-1].end)
        line = Span.of(text, found.content[0].start, end if end >= 0 else len(text))
        if any((span.overlaps(line) and not line.covers(span)) or span.overlaps(found.source) for d in drafts for span in d.content):
            continue
        own = [d for d in drafts if found.cue and any(found.cue.overlaps(span) for span in d.cue)]
        if len(found.content) == 1 and any(span.overlaps(line) for d in (own if found.cue else drafts) for span in d.content):
            continue
        source = next((span for d in own for span in d.source if span.overlaps(found.source)), found.source)
        drafts = [d for d in drafts if d not in own and not any(line.covers(span) for span in d.content)]
        spoken = bool(found.cue) or found.content[0].text[0] in QUOTATION_MARKS
        drafts.append(Draft((source,), (found.cue,) if found.cue else (), found.content, FORM_CONFIDENCE, spoken=spoken))
    return drafts


def add_declared(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add what the text itself declares, where nothing was read."""
    for found in find_declared(text):
        sentence = Span.of(text, found.source.start, found.content.end)
        if not any(span.overlaps(sentence) for d in drafts for span in d.source + d.cue + d.content):
            drafts = [*drafts, Draft((found.source,), (found.cue,), (found.content,), FORM_CONFIDENCE)]
    return drafts


def add_points(text: str, drafts: list[Draft]) -> list[Draft]:
    """Part what is said in points below its cue, "The parties agreed that:", into a statement for each, in the place of what was read."""
    out = list(drafts)
    for draft in drafts:
        points = find_points(text, draft.cue[-1].end) if draft.cue and draft.inside is None else []
        if points:
            out = [d for d in out if d is not draft and not any(s.overlaps(p) for s in d.source + d.cue + d.content for p in points)]
            out += [replace(draft, content=(point,)) for point in points]
    return out


def add_operative(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give the points of a resolution to the body that they stand under, in the place of what was read into them.

    What a point does besides, "and encourages both to go on", is a statement of its own.
    """
    for point in find_operative(text):
        (whole,) = point.content
        there = [d for d in drafts if any(s.overlaps(whole) for s in d.content)]
        besides = [
            (and_.start(), d) for d in there if d.cue and not d.source and (and_ := BESIDES.search(text, whole.start, d.cue[0].start))
        ]
        content = Span.of(text, whole.start, min((at for at, _ in besides), default=whole.end))
        drafts = [d for d in drafts if d not in there] + [replace(d, source=(point.source,)) for _, d in besides]
        drafts.append(Draft((point.source,), (point.cue,) if point.cue else (), (content,), FORM_CONFIDENCE))
    return drafts


def add_posts(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each post in the place of what was read into it: "we" in it is whose post it is."""
    for post in find_posts(text):
        drafts = [d for d in drafts if not any(s.overlaps(part) for s in d.content + d.cue for part in post.content)]
        drafts.append(Draft((post.source,), (), post.content, FORM_CONFIDENCE, spoken=True))
    return drafts


def add_answers(text: str, drafts: list[Draft]) -> list[Draft]:
    """Put each answer of an interview in the place of what was read into it; the second look finds what is nested in it."""
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
        drafts.append(Draft((answer.source,) if answer.source else (), (), (answer.content, *answer.more), FORM_CONFIDENCE, spoken=True))
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
