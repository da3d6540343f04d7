"""Clauses that source and cue follow, "Orvania is ready to meet, Veld said": all of the clause is what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.cues import QUESTIONED
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.drafts import Draft

#: What a clause begins behind: a dateline, a colon, the clause before it.
_LEADS_IN = re.compile(r".*(?:[:;—–]|[.!?][”»\"’]?| -) ", re.S)
_CONJUNCTION = re.compile(r"(?:But|And|Yet|So|Still|However,|Meanwhile,) ")
#: The subject of a clause, and what of its verb stands before what was read; no adverbial and no clause before the main one.
_BEGINNING = re.compile(
    rf"(?!(?:[Aa]s|[Ww]h\w+|(?i:{QUESTIONED})|[Ii]f|[Aa]fter|[Bb]efore|[Ii]n|[Oo]n|[Aa]t|[Tt]o|[Ff]or|[Ff]rom|[Ww]ith|[Bb]y|[Aa]bout)\b|\w+ing\b)"
    r"[^\W\d_a-z][^\n“”«»\"]*[\w’'%),] "
)

#: What stands between a cue and the clause that is its object: nothing, or whom it addresses.
_OBJECT = re.compile(r" (?:(?:him|her|them|us|me|reporters|journalists|deputies|[^\W\d_a-z][\w’'-]+) )?(?=that \w)")


def complete_clauses(text: str, sentences: list[tuple[int, int]], drafts: Sequence[Draft]) -> list[Draft]:
    """Give paraphrases that source and cue follow the beginning of their clause, and those whose cue "that" follows all of their clause,
    where nothing else was read of it."""
    told = [span for draft in drafts for span in draft.source + draft.cue + draft.content]
    return [_from_that(text, sentences, _complete(text, sentences, draft, told), told) for draft in drafts]


def _from_that(text: str, sentences: list[tuple[int, int]], draft: Draft, told: Sequence[Span]) -> Draft:
    """A draft from the "that" right behind its cue, not from one further on: "reminds him | that an aide admitted | that it rained"."""
    that = _OBJECT.match(text, draft.cue[-1].end) if draft.cue and draft.content else None
    if that is None:
        return draft
    first = min(draft.content)
    _, end = sentence_of(sentences, that.end())
    if not that.end() < first.start < end or any(span.start < first.start and span.end > that.end() for span in told):
        return draft
    return replace(draft, content=(Span.of(text, that.end(), first.end), *(span for span in draft.content if span != first)))


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
