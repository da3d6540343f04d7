"""Clauses that leave out the verb of the one before, "Veld insists that the mill is his; Strand, that it is nobody's" (gapping: Quirk et
al. 1985, § 13.92)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.statements.drafts import Draft

#: Who has no verb, and what goes on behind the comma in its place.
_GAP = re.compile(
    rf"; (?:(?:and|but|while) )?(?P<who>(?!(?:that|which|who|if|when|as|in|on|at)\b)(?![^,]*\b(?:{AUXILIARY})\b)[^,;:.\n“”\"]{{2,60}}), "
    r"(?P<what>(?:[^;:.\n“”\"]|“[^“”\n]*”|\"[^\"\n]*\")+)(?=[.;]|$)"
)
#: What both contents begin with alike.
_ALIKE = re.compile(
    r"(?P<clause>(?:that|whether|to|for|as)\b)|(?:it )?(?P<quoted>[“\"])|(?P<thing>(?:the|an?|no|its|his|her|their|this)\b)", re.I
)
#: Things beside which no verb may stand.
_MOST_WORDS = 8


def part_gaps(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and a statement for each clause behind theirs that has a source and a content and no verb between them."""
    out: list[Draft] = []
    told = [(draft, span) for draft in drafts for span in draft.source + draft.cue + draft.content]
    for draft in drafts:
        found = next((m for span in draft.content if draft.cue and draft.source and (m := _GAP.match(text, span.end))), None)
        if found is None or not _are_alike(draft.content[0].text, found["what"]):
            out.append(draft)
            continue
        who, what = (Span.of(text, *found.span(part)) for part in ("who", "what"))
        if any(span.overlaps(who) or (span.overlaps(what) and other is not draft) for other, span in told):
            out.append(draft)
            continue
        kept = tuple(span for span in draft.content if not span.overlaps(what))
        out += [replace(draft, content=kept), replace(draft, source=(who,), cue=(), content=(what,))]
    return out


def _are_alike(first: str, second: str) -> bool:
    one, other = _ALIKE.match(first), _ALIKE.match(second)
    if one is None or other is None or one.lastgroup != other.lastgroup:
        return False
    return one["clause"] == other["clause"] and (one["thing"] is None or ("," not in second and len(second.split()) <= _MOST_WORDS))
