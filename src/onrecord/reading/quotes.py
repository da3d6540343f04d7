"""Quotation marks as evidence: which stretches are quoted, and what that makes of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span

#: Marks that words in quotation marks can begin with.
QUOTATION_MARKS = frozenset("“„«\"'‘")
_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”"}
_OPENING = re.compile('[“«„"‟]')
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_DASH = re.compile(r"^\s*[—–-]\s*\w")
#: A wholly quoted content of fewer words is a fragment in somebody else's sentence.
CLAUSE_WORDS = 4


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of quoted text, marks included, in order.

    Marks are paired within a paragraph. A mark that never closes runs to the paragraph's end, as a quotation over
    several paragraphs does; a closing mark without its opening one is passed over.
    """
    out = []
    for paragraph in re.finditer(r"[^\n]+", text):
        at, end = paragraph.span()
        while opening := _OPENING.search(text, at, end):
            start = opening.start()
            if text[start] == '"' and not _may_open(text, start):
                at = start + 1
                continue
            closing = next((i for i in range(start + 1, end) if text[i] in _PAIRS[text[start]]), None)
            at = end if closing is None else closing + 1
            out.append((start, at))
    return out


def _may_open(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def kind_of(text: str, content: Sequence[Span], stretches: Sequence[tuple[int, int]]) -> str:
    """Direct, mixed or indirect: how much of the content's words stands within quotation marks."""
    words = [m.span() for span in content for m in _WORD.finditer(text, span.start, span.end)]
    quoted = [any(start <= a and b <= end for start, end in stretches) for a, b in words]
    if not any(quoted):
        return "direct" if content and _DASH.match(text[: content[0].start].rpartition("\n")[2] + content[0].text) else "indirect"
    if all(quoted) and len(words) >= CLAUSE_WORDS:
        return "direct"
    return "mixed"
