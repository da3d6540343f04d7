"""Quotation marks as evidence: which stretches are quoted, and what that makes of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span
from onrecord.model.quotation import single_stretches

#: Marks that words in quotation marks can begin with.
QUOTATION_MARKS = frozenset("“„«\"'‘")
#: What opens a quotation, and what closes it.
PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‟": "”"}
_OPENING = re.compile('[“«„"‟]')
_WORD = re.compile(r"\w+(?:['’]\w+)*")
#: Speech behind a dash begins like a sentence; a point of a list, "- a ceasefire;", need not. It goes on behind a dash or sentence.
_DASH = re.compile(r"\s*[—–-]\s*[^\W_a-zß-öø-ÿ](?:.*(?:[—–-][.,;:]?|[.!?…])\s*\w)?")
#: Marks that end a quoted sentence, or part it from its cue, inside the quotation marks.
_ENDS = tuple(".,;:!?…")
#: Wholly quoted words that do not begin like a sentence are a clause from so many words on, if they end like one.
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
            closing = next((i for i in range(start + 1, end) if text[i] in PAIRS[text[start]]), None)
            at = end if closing is None else closing + 1
            out.append((start, at))
    return out


def _may_open(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def kind_of(text: str, content: Sequence[Span], stretches: Sequence[tuple[int, int]], teller: Sequence[Span] = ()) -> str:
    """Direct, mixed or indirect: how much of the content's words stands within quotation marks.

    Wholly quoted words are direct if they begin like a sentence, or end like one and are a clause; otherwise they are a fragment in
    somebody else's sentence, and mixed.

    Args:
        text: the report's text.
        content: the spans of the statement's content.
        stretches: what is quoted in the text, as `quoted_stretches` finds it.
        teller: source and cue of a statement inside another one: a quotation around these as well is that other speaker's.
    """
    words = [m.span() for span in content for m in _WORD.finditer(text, span.start, span.end)]
    own = [(a, b) for a, b in stretches if not any(a <= span.start and span.end <= b for span in teller)]
    own += [one for span in content for one in single_stretches(text, max(0, span.start - 1), span.end + 1)]
    quoted = [any(start <= a and b <= end for start, end in own) for a, b in words]
    if not any(quoted):
        spoken = words and not teller and _DASH.fullmatch(text, text.rfind("\n", 0, words[0][0]) + 1, words[0][0] + 1)
        return "direct" if spoken else "indirect"
    if not all(quoted):
        return "mixed"
    begins, ends = not text[words[0][0]].islower(), text[words[-1][1] :][:1] in _ENDS
    return "direct" if begins or (ends and len(words) >= CLAUSE_WORDS) else "mixed"
