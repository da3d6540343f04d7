"""Clauses that source and cue follow, "Orvania is ready to meet, Veld said": all of the clause is what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.drafts import Draft

#: What a clause begins behind: a dateline, a colon, the clause before it.
_LEADS_IN = re.compile(r".*(?:[:;—–]|[.!?][”»\"’]?| -) ", re.S)
_CONJUNCTION = re.compile(r"(?:But|And|Yet|So|Still|However,|Meanwhile,) ")
#: The subject of a clause, and what of its verb stands before what was read; no adverbial and no clause before the main one.
_BEGINNING = re.compile(
    r"(?!(?:[Aa]s|[Ww]h\w+|[Aa]sked|[Pp]ressed|[Ii]f|[Aa]fter|[Bb]efore|[Ii]n|[Oo]n|[Aa]t|[Tt]o|[Ff]or|[Ff]rom|[Ww]ith|[Bb]y|[Aa]bout)\b|\w+ing\b)"
    r"[^\W\d_a-z][^\n“”«»\"]*[\w’'%),] "
)


def complete_clauses(text: str, sentences: list[tuple[int, int]], drafts: Sequence[Draft]) -> list[Draft]:
    """Give paraphrases that source and cue follow the beginning of their clause, where nothing else was read of it."""
    told = [span for draft in drafts for span in draft.source + draft.cue + draft.content]
    return [_complete(text, sentences, draft, told) for draft in drafts]


def _complete(text: str, sentences: list[tuple[int, int]], draft: Draft, told: Sequence[Span]) -> Draft:
    if not (draft.source and draft.cue and draft.content):
        return draft
    first = draft.content[0]
    said = min(span.start for span in draft.source + draft.cue)
    start, end = sentence_of(sentences, first.start)
    if not start < first.start < first.end <= said < end or text[first.end : said] != ", ":
        return draft
    lead = _LEADS_IN.match(text, start, first.start)
    start = lead.end() if lead else start
    conjunction = _CONJUNCTION.match(text, start, first.start)
    start = conjunction.end() if conjunction else start
    if not _BEGINNING.fullmatch(text, start, first.start) or any(span.start < first.start and span.end > start for span in told):
        return draft
    return replace(draft, content=(Span.of(text, start, first.end), *draft.content[1:]))
