"""Quotations that a clause of their own leads in: “…,” she said; her neighbour was blunter: “…”"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.drafts import Draft
from onrecord.reading.quotes import QUOTATION_MARKS

#: A subject and a verb, then at most a few words, and a colon.
TURN = re.compile(
    r"(?:(?i:but|and|while|whereas|though)\s+)?"
    r"(?P<who>(?:(?i:the|an?|his|her|its|their|one|another)\s+|[^\W\d_a-z])[^.;:!?,\n“”«»\"]{1,60}?)\s+"
    r"(?P<cue>(?:was|were|is|sounded|seemed|struck|put it|went|added|replied|answered|followed|responded|countered|retorted|disagreed"
    r"|agreed|wrote|shouted|offered|had (?:a|an|this|only|another|one)|took|used|chose|preferred)\b[^.;:!?,\n“”«»\"]{0,50}):\s*",
)
BREAKS = re.compile(r"[;\n]\s*|[.!?][”’»\")]*\s+")


def part_turns(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Part a statement from a quotation that was read on to it, but is led in by a subject and a verb of its own."""
    out: list[Draft] = []
    for draft in drafts:
        kept = list(draft.content)
        told = []
        for content in draft.content if len(draft.content) > 1 and draft.cue else ():
            turn = _turn_before(text, content)
            if turn and not any(span.end > turn[0].start for span in (*draft.source, *draft.cue, *draft.content) if span != content):
                told.append(replace(draft, source=(turn[0],), cue=(turn[1],), content=(content,)))
                kept.remove(content)
        out += [replace(draft, content=tuple(kept)), *told] if told and kept else [draft]
    return out


def _turn_before(text: str, content: Span) -> tuple[Span, Span] | None:
    """Subject and verb of the clause that ends in a colon right before a quotation."""
    if content.text[0] not in QUOTATION_MARKS or not text[: content.start].rstrip().endswith(":"):
        return None
    line = text.rfind("\n", 0, content.start) + 1
    start = max((m.end() for m in BREAKS.finditer(text, line, content.start)), default=line)
    turn = TURN.fullmatch(text, start, content.start)
    return (Span.of(text, *turn.span("who")), Span.of(text, *turn.span("cue"))) if turn else None
