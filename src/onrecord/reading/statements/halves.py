"""Sentences that their cue breaks in two, “The mill, she said, was never lit”: both halves are one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.quotes import QUOTATION_MARKS
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.drafts import Draft, Passage

#: What ends the words that break in: "…, she said at the time, …".
CLOSES = re.compile(r"[^,.;:!?\n—–“”«»\"]{0,30},\s+")
#: A verb whose subject stands before the words that break in.
VERB = re.compile(rf"(?:(?:{AUXILIARY}|needs?|cannot|never|not)\b|\w+n[’']t\b)")
#: A subject that has no verb: "The mill", "President Anna Veld".
SUBJECT = re.compile(
    r"(?:(?:[Tt]he|An?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Nn]o) [\w’'-]+|[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]*){0,3})"
)
#: "… elaborated: the mill, she said, …"
LEADS_IN = re.compile(r"[:;—–]\s+")
#: What no half ends with: "works for the radio and, he said, has …".
UNFINISHED = re.compile(r"\b(?:and|but|or|nor|that|which|who|as|while|because|since|if|when|though|although)$", re.I)
REST = re.compile(r"[a-z“«\"][^.!?;:\n]*[^.!?;:\s](?:[.!?][”»\"])?")


#: An object clause, whose verb stands in the first half.
OBJECT = re.compile(r"(?:that|whether|to)\b")
#: A quotation that a colon leads in.
LED_IN = re.compile(r":\s*")


def goes_on(text: str, first: Span, second: Span) -> bool:
    """Whether a piece of what somebody says goes on the clause of the piece before it, which his source and cue break in two."""
    is_object = OBJECT.match(second.text) and VERB.search(first.text)
    led_in = LED_IN.fullmatch(text, first.end, second.start)
    return bool(VERB.match(second.text) or SUBJECT.fullmatch(first.text) or is_object or led_in)


def passages_of(text: str, draft: Draft) -> list[Passage]:
    """What a draft says, in the passages that it is read again in: "The minister, she said, had promised lorries" is one."""
    out: list[Passage] = []
    for piece in draft.content:
        if out and goes_on(text, out[-1].pieces[-1], piece):
            out[-1] = Passage((*out[-1].pieces, piece))
        else:
            out.append(Passage((piece,)))
    return out


def join_halves(text: str, sentences: list[tuple[int, int]], drafts: Sequence[Draft]) -> list[Draft]:
    """Give statements of which only one half was read the other one.

    The first half is what stands before source and cue, from the beginning of the sentence; the second one what stands behind them. They
    belong together where the second begins with a verb that has no subject of its own, or the first is only a subject.
    """
    out = list(drafts)
    for i, draft in enumerate(drafts):
        halves = _find_halves(text, sentences, draft)
        if halves is None:
            continue
        first, second = halves
        rest = out[:i] + out[i + 1 :]
        if any(half.overlaps(span) for half in halves for other in rest for span in other.source + other.cue) or not all(
            first.covers(span) and span.end == first.end
            for other in rest
            for span in other.content
            if span.overlaps(first) or span.overlaps(second)
        ):
            continue
        # The piece of the first half that was read, by whichever statement, is the better one.
        read = [span for other in out for span in other.content]
        first = next((span for span in read if span.overlaps(first)), first)
        second = next((span for span in read if span.overlaps(second)), second)
        out = [replace(other, content=tuple(span for span in other.content if span != first)) for other in out]
        out[i] = replace(draft, content=(first, second))
    return [draft for draft in out if draft.content]


def _find_halves(text: str, sentences: list[tuple[int, int]], draft: Draft) -> tuple[Span, Span] | None:
    """The halves of a statement's sentence, of which it has one."""
    if not draft.source or not draft.cue or len(draft.content) != 1:
        return None
    parts = sorted((*draft.source, *draft.cue))
    start, end = sentence_of(sentences, parts[0].start)
    start += max((m.end() for m in LEADS_IN.finditer(text[start : parts[0].start])), default=0)
    before, closes = text[start : parts[0].start], CLOSES.match(text, parts[-1].end, end)
    if parts[-1].end > end or not closes or not before.endswith(", ") or text[parts[0].end : parts[-1].start].strip():
        return None
    second = REST.match(text, closes.end(), end)
    if not second or not before.rstrip(", ") or UNFINISHED.search(before.rstrip(", ")) or QUOTATION_MARKS & set(before):
        return None
    halves = Span.of(text, start, start + len(before.rstrip(", "))), Span.of(text, *second.span())
    broken = bool(SUBJECT.fullmatch(halves[0].text)) or bool(VERB.match(second[0]))
    mine = [any(half.overlaps(content) for content in draft.content) for half in halves]
    return halves if broken and sum(mine) == 1 else None
