"""Quotations over several paragraphs: each opens with a quotation mark, and only the last one closes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.statements.drafts import Draft

CLOSING = frozenset("”»“\"'’")


def long_quotations(text: str, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """The paragraphs of each quotation that goes on in the next one, as stretches of `quoted`.

    What is not closed by the end of its paragraph goes on if the next paragraph opens with a quotation mark.
    """
    chain: list[Span] = []
    for start, end in quoted:
        if chain and not (is_open(text, chain[-1]) and not text[chain[-1].end : start].strip()):
            if len(chain) > 1:
                yield tuple(chain)
            chain = []
        chain.append(Span.of(text, start, end))
    if len(chain) > 1:
        yield tuple(chain)


def is_open(text: str, quotation: Span) -> bool:
    """Whether a quotation ends with its paragraph and without a closing mark."""
    return quotation.text[-1] not in CLOSING and text[quotation.end : quotation.end + 1] == "\n"


def join_paragraphs(text: str, quoted: Sequence[tuple[int, int]], drafts: Sequence[Draft]) -> list[Draft]:
    """Give all paragraphs of a quotation to the only statement with a source and a cue that has one of them.

    If there are two, the one whose cue stands in those paragraphs has them, rather than one further up that a paragraph was read on
    from; if both cues stand there, a quotation mark is likely to be missing, and everything stays as it is.
    """
    out = list(drafts)
    for chain in long_quotations(text, quoted):
        mine = [i for i, draft in enumerate(out) if any(piece.overlaps(span) for piece in chain for span in draft.content)]
        told = [i for i in mine if out[i].cue]
        tellers = [i for i in told if _is_beside(text, out[i], chain)] if len(told) > 1 else told
        if (
            len(tellers) != 1
            or not out[tellers[0]].source
            or _within(out[tellers[0]], chain)
            or len({piece.text[0] for piece in chain}) > 1
        ):
            continue
        for i in mine:
            kept = tuple(span for span in out[i].content if not any(span.overlaps(piece) for piece in chain))
            content = tuple(sorted((*kept, *chain), key=lambda span: span.start)) if i in tellers else kept
            out[i] = replace(out[i], content=content)
        out = [draft for draft in out if draft.content]
    return out


def _is_beside(text: str, draft: Draft, chain: Sequence[Span]) -> bool:
    """Whether its cue stands in one of the paragraphs of the quotation."""
    return any("\n" not in text[min(piece.end, cue.end) : max(piece.start, cue.start)] for piece in chain for cue in draft.cue)


def _within(draft: Draft, chain: Sequence[Span]) -> bool:
    """Whether it is told within the quotation itself, not about it."""
    return any(piece.covers(span) for piece in chain for span in draft.source + draft.cue)
