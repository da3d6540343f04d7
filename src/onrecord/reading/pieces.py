"""The pieces of a statement: what somebody was asked is none of what he said, nor is another clause before a cue that has its object
behind it; a paraphrase has no holes within a clause, and "according to" has its source right behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.auxiliaries import AUXILIARY
from onrecord.reading.drafts import Draft
from onrecord.reading.parts import ACCORDING
from onrecord.reading.quotes import QUOTATION_MARKS

#: "Asked on Friday | whether …": a participle that begins its clause; "To the question | whether …".
_ASKED = re.compile(r"(?:^|\n|[.!?,;:—–(*]\s*)(?:[Aa]sked\b|[Tt]o (?:the|a) question\b)[^.,;:!?\n]*\s$")
_QUESTION = re.compile(r"(?:whether|if|about|why|how|when|what|where|who)\b")
#: What may stand in a hole, an object or an adverbial, and what the piece behind it then begins with: "told | the Assembly | that …".
_HOLE = re.compile(r"(?!.*\b(?:and|but|or|who|which|what|if|when|while|as)\b)\s[^,.;:!?\n“”«»\"—–-]*\w[^,.;:!?\n“”«»\"—–-]*\s")
_GOES_ON = re.compile(r"(?:that|whether|to|as|for)\b")
_WIDEST = 60
#: What parts a clause from the one before it, or a cue from what is no object of it.
_PARTED = re.compile(r"[,;:.!?—–\n]")
#: A condition belongs to what is said on it, a quotation goes on behind its cue, and a subject before it has its verb there.
_CONDITION = re.compile(r"(?:if|unless|while|as long as|as soon as|when|once|until|provided)\b", re.I)
_VERB = re.compile(rf"(?:{AUXILIARY}|it)\b|\W+$")
#: In the passive, the subject of a verb of addressing is whom it addresses; "is assured of" is certain.
_ADDRESSED = re.compile(
    r"\b(?:is|are|am|was|were|been|being) (?:\w+ )?"
    r"(?:asked|told|informed|warned|urged|advised|ordered|instructed|assured(?! of)|reminded|invited|promised)\b",
    re.I,
)
#: Whom a sentence says that it is according to; a clause follows.
_WHOM = re.compile(r" (?P<source>[^,.;:\n“”\"]{2,60}), ")


def leave_out_questions(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements without the pieces that tell what their speaker was asked, where he says something beside."""

    def is_question(span: Span) -> bool:
        line = text.rfind("\n", 0, span.start) + 1
        return bool(_QUESTION.match(span.text) and _ASKED.search(text[line : span.start]))

    said = [tuple(span for span in draft.content if not is_question(span)) for draft in drafts]
    return [replace(draft, content=content) if content else draft for draft, content in zip(drafts, said, strict=True)]


def leave_out_strays(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements whose cue has its object behind it, without clauses before them: "Orvania wants a date, Veld calls it closed"."""
    return [replace(draft, content=_without_strays(text, draft)) for draft in drafts]


def _without_strays(text: str, draft: Draft) -> tuple[Span, ...]:
    if not draft.source or not draft.cue:
        return draft.content
    parts = sorted(draft.source + draft.cue)
    before = [span for span in draft.content if span.end <= parts[0].start]
    behind = [span for span in draft.content if span.start >= parts[-1].end]
    if not before or not behind:
        return draft.content
    gap = text[parts[-1].end : behind[0].start]
    is_object = not (_PARTED.search(gap) or QUOTATION_MARKS & set(gap) or _VERB.match(behind[0].text))
    is_stray = _PARTED.search(text, before[-1].end, parts[0].start) and not any(
        span.text[0] in QUOTATION_MARKS or _CONDITION.match(span.text) for span in before
    )
    return tuple(span for span in draft.content if span not in before) if is_object and is_stray else draft.content


def fill_holes(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Join the pieces of a paraphrase that only some words of its clause part, in which nobody is read as speaking."""
    told = [span for draft in drafts for span in draft.source + draft.cue + draft.content]

    def belong_together(first: Span, second: Span) -> bool:
        hole = text[first.end : second.start]
        return (
            len(hole) <= _WIDEST
            and bool(_HOLE.fullmatch(hole) and _GOES_ON.match(second.text))
            and not any(span.start < second.start and span.end > first.end for span in told)
        )

    out = []
    for draft in drafts:
        pieces: list[Span] = []
        for span in draft.content:
            if pieces and belong_together(pieces[-1], span):
                pieces[-1] = Span.of(text, pieces[-1].start, span.end)
            else:
                pieces.append(span)
        out.append(replace(draft, content=tuple(pieces)))
    return out


def right_sources(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Give what stands behind "According to the paper," to the paper, where its source was read within the clause behind it.

    Whoever "was asked" or "was told" something has not said it.
    """
    return [_right_source(text, draft) for draft in drafts]


def _right_source(text: str, draft: Draft) -> Draft:
    if draft.source and draft.cue and _ADDRESSED.search(draft.cue[0].text) and draft.source[0].end <= draft.cue[0].start:
        return replace(draft, source=())
    if not (draft.source and draft.cue and ACCORDING.fullmatch(draft.cue[0].text)):
        return draft
    whom = _WHOM.match(text, draft.cue[0].end)
    if whom is None or not whom.end() <= draft.source[0].start < draft.content[-1].end or "\n" in text[whom.end() : draft.content[-1].end]:
        return draft
    content = Span.of(text, whom.end(), draft.content[-1].end)
    return replace(draft, source=(Span.of(text, *whom.span("source")),), content=(content,))
