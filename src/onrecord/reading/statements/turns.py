"""Quotations that a clause of their own leads in: “…,” she said; her neighbour was blunter: “…”"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span
from onrecord.reading.language.quotes import QUOTATION_MARKS
from onrecord.reading.statements.drafts import Draft

#: A subject and a verb, then at most a few words, and a colon.
TURN = re.compile(
    r"(?:(?i:but|and|while|whereas|though)\s+)?"
    r"(?P<who>(?:(?i:the|an?|his|her|its|their|one|another)\s+|[^\W\d_a-z])[^.;:!?,\n“”«»\"]{1,60}?)\s+"
    r"(?P<cue>(?:was|were|is|sounded|seemed|struck|put it|went|added|replied|answered|followed|responded|countered|retorted|disagreed"
    r"|agreed|wrote|shouted|offered|had (?:a|an|this|only|another|one)|took|used|chose|preferred)\b[^.;:!?,\n“”«»\"]{0,50}):\s*",
)
#: A name and a colon: "Strand: “…”", "Anna Veld, the mayor, on her channel: “…”"; a label in capitals is none.
NAMED = re.compile(
    r"(?P<who>(?![^\W\d_a-zß-ÿ]{4,}:)(?:[Tt]he )?[^\W\d_a-z][\w’'.-]*(?: [\w’'.-]+){0,5}?"
    r"(?:, (?!(?:in|on|at|via|to) )[^,:\n“”«»\"]{2,80})?)(?:,? (?:in|on|at|via|to) [^:\n“”«»\"]{2,60})?(?<!\d):\s*",
)
#: What a line may begin with: a bullet, a sign of alarm.
MARKS = re.compile(r"[^\w\n“”«»\"]*")
#: A label in capitals: "PRESIDENT'S OFFICE:".
CAPITALS = re.compile(r"(?P<who>[^\W\d_a-zß-ÿ][^a-zß-ÿ:\n]{2,60}):\s+")
#: Behind a quotation, who says it: "“…?” a reporter asked."
BEHIND = re.compile(
    r"\s(?!(?:To|At|After|Upon|In|With) which\b)"
    r"(?P<who>(?:(?:the|an?|one|another|his|her|its|their)\s+|[^\W\d_a-z])[^.;:!?,\n“”«»\"]{1,50}?)\s+"
    r"(?P<cue>asked|said|says|replied|answered|added|wrote|shouted|countered|retorted|responded|interjected|wondered)(?=[.,;\n]|$)"
)
#: What ends a sentence inside a quotation.
ENDS = re.compile(r"[.!?][”\"»]$")
BREAKS = re.compile(r"[;\n]\s*|[.!?][”’»\")]*\s+")
#: "Orvania: “We wait,” said Foreign Minister Anna Veld", "Orvania: President Anna Veld: “We wait.”": the line is of the country, the words
#: are hers.
INVERTED = re.compile(r" (?P<who>(?:[^\W\d_a-z][\w’'.-]*|of|the)(?: (?:[^\W\d_a-z][\w’'.-]*|of|the))+)(?=[.,;\n]|$)")


def unlabel(text: str, draft: Draft) -> Draft:
    """A statement that was given to the label of its line, of whom is named behind its cue or right before its quotation."""
    source = draft.source[0] if len(draft.source) == 1 else None
    if (
        source is None
        or text[source.end : source.end + 2] != ": "
        or text[text.rfind("\n", 0, source.start) + 1 : source.start].strip("-•* ")
    ):
        return draft
    named = NAMED.fullmatch(text, source.end + 2, draft.content[0].start)
    behind = INVERTED.match(text, draft.cue[0].end) if draft.cue and draft.cue[0].start >= draft.content[0].end else None
    found = named or behind
    if found is None or any(span.start < found.end("who") and found.start("who") < span.end for span in draft.content):
        return draft
    who = Span.of(text, found.start("who"), found.start("who") + len(found["who"].rstrip(".")))
    return replace(draft, source=(who,), cue=() if named else draft.cue)


def label(text: str, draft: Draft) -> Draft:
    """What was read right behind a name and a colon at the beginning of a line, but given to somebody further off, given to the name.

    A label in capitals is one below another's; else it is a name if it stands elsewhere within a sentence, as "Venue" does not.
    """
    start = draft.content[0].start
    line = text.rfind("\n", 0, start) + 1
    if draft.cue or any(source.start >= line for source in draft.source):
        return draft
    capitals = CAPITALS.fullmatch(text, line, start) if len(draft.source) == 1 else None
    begins = MARKS.match(text, line)
    named = capitals or (NAMED.fullmatch(text, begins.end(), start) if begins else None)
    if named is None:
        return draft
    elsewhere = text[: named.start()] + text[start:]
    is_name = capitals or re.search(rf"[\w,] {re.escape(named['who'].partition(',')[0].split()[-1])}\b", elsewhere)
    return replace(draft, source=(Span.of(text, *named.span("who")),)) if is_name else draft


def part_turns(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Part a statement from a quotation that was read on to it, but is led in by a subject and a verb of its own."""
    out: list[Draft] = []
    for draft in (label(text, unlabel(text, one)) for one in drafts):
        kept = list(draft.content)
        told = []
        for content in draft.content if len(draft.content) > 1 and draft.cue else ():
            others = [span for span in (*draft.source, *draft.cue, *draft.content) if span != content]
            before = _turn_before(text, content)
            turn = before if before and all(span.end <= before[0].start for span in others) else _turn_around(text, content, others)
            if turn:
                told.append(replace(draft, source=turn[:1], cue=turn[1:], content=(content,)))
                kept.remove(content)
        out += [replace(draft, content=tuple(kept)), *told] if told and kept else [draft]
    return out


def _turn_around(text: str, content: Span, others: Sequence[Span]) -> tuple[Span, ...]:
    """Who is named with a colon before a quotation of whole sentences, or with a verb right behind a quotation: source and cue."""
    if content.text[0] not in QUOTATION_MARKS:
        return ()
    line = text.rfind("\n", 0, content.start) + 1
    start = max((m.end() for m in BREAKS.finditer(text, line, content.start)), default=line)
    named = NAMED.fullmatch(text, start, content.start) if ENDS.search(content.text) else None
    behind = None if named else BEHIND.match(text, content.end)
    found = named or behind
    turn = tuple(Span.of(text, *found.span(part)) for part in found.groupdict()) if found else ()
    return turn if turn and not any(span.overlaps(part) for span in others for part in turn) else ()


def _turn_before(text: str, content: Span) -> tuple[Span, Span] | None:
    """Subject and verb of the clause that ends in a colon right before a quotation."""
    if content.text[0] not in QUOTATION_MARKS or not text[: content.start].rstrip().endswith(":"):
        return None
    line = text.rfind("\n", 0, content.start) + 1
    start = max((m.end() for m in BREAKS.finditer(text, line, content.start)), default=line)
    turn = TURN.fullmatch(text, start, content.start)
    return (Span.of(text, *turn.span("who")), Span.of(text, *turn.span("cue"))) if turn else None
