"""Conditions by the words that bring them in: "only if the blockade is lifted", "in return for two ships".

The tagger finds many of them, but often a word too late ("return for two ships") or too early; a conjunction says where one begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.model import Span

#: What brings in a condition and nothing else.
SURE = (
    r"(?:only )?if|unless|provided(?: that)?(?! (?:by|for|to|with)\b)|providing that|on (?:the |one )?condition (?:that|of)"
    r"|on the understanding that|with the proviso that|assuming(?: that)?|(?:as|so) long as|only (?:when|after|once)"
    r"|in (?:return|exchange) for|subject to"
)
CONNECTOR = re.compile(rf"\b(?:{SURE})\b", re.I)
#: What may bring one in: it tells where a condition that was read begins, and brings in none by itself.
POSSIBLE = re.compile(rf"\b(?:{SURE}|as soon as|only (?:with|in)|on condition|in case|once|until|before|while|without|when|after)\b", re.I)
#: Before "if" what makes of it a comparison, a concession or a question: "as if", "even if", "asked whether or if".
NO_CONDITION = re.compile(
    r"\b(?:as|even|what|wonder(?:s|ed)?|ask(?:s|ed)?(?: \w+)?|know|knows|knew|see|sees|saw|sure|doubts?|or|and|if) $|\bno$", re.I
)
#: What closes a quotation behind a condition, and what stands beside that.
CLOSING = "”’\"»“' ,."
#: Closing marks and what opens them.
PAIRS = {"”": "“„", "»": "«", "’": "‘", '"': '"'}
#: Behind it what is left of a clause: "if at all", "if not", "if any".
FRAGMENT = re.compile(
    r"\s*(?:at all|any(?:thing)?|not|so|only|necessary|possible|ever|need be|(?:I|you|he|she|they|we) (?:like|want|wish|please)s?)\b", re.I
)
#: Where the clause of a condition ends, and where one that opens its sentence does.
END, END_OF_OPENING = re.compile(r"[.;:!?](?=\s|[”’\"»]|$)|\s[—–]\s|\n"), re.compile(r"[,.;:!?—–”\"»\n]")
#: What may stand between the beginning of a sentence and a condition that opens it.
OPENS = re.compile(r"(?:^|[.;:!?,“„‘\"«\n]\s*|\bthat )(?:and |but |for )?$")
#: A connector may end no further before a condition that was read.
BEFORE = 24
#: A condition has no fewer letters.
LEAST = 8


def settle_conditions(text: str, read: Sequence[Span], contents: Iterable[Span]) -> list[Span]:
    """The conditions of a text: those read, from the word that brings each in, and those that only such a word tells.

    Args:
        text: the text.
        read: the conditions that the model reads.
        contents: what is said by anybody; only there a connector brings in a condition by itself.
    """
    settled = [finish(text, begin(text, span)) for span in read]
    found = (by_connector(text, content, match) for content in contents for match in CONNECTOR.finditer(text, content.start, content.end))
    for span in found:
        if span is not None and not any(span.overlaps(other) for other in settled):
            settled.append(span)
    return sorted(settled)


def begin(text: str, span: Span) -> Span:
    """A condition that was read, from its connector."""
    for match in POSSIBLE.finditer(text, max(0, span.start - BEFORE), span.end):
        straddles = match.start() < span.start and not text[match.end() : span.start].strip()
        within = span.start < match.start() and CONNECTOR.fullmatch(match[0])
        if (straddles or within) and not _is_none(text, match):
            return Span.of(text, match.start(), span.end)
    return span


def finish(text: str, span: Span) -> Span:
    """A condition that begins with its connector, up to the end of its clause: the first comma, if it opens its sentence."""
    match = CONNECTOR.match(text, span.start)
    if match is None or match.end() > span.end:
        return _close(text, span.start, span.end) if span.text.strip(CLOSING) else span
    inside = span.start + len(span.text.rstrip(CLOSING))
    stop = END_OF_OPENING.search(text, match.end() if _opens(text, match.start()) else inside)
    return _close(text, span.start, stop.start() if stop else len(text))


def by_connector(text: str, content: Span, match: re.Match[str]) -> Span | None:
    """The condition that a connector in a content brings in, up to the end of its clause."""
    if _is_none(text, match):
        return None
    stop = (_opens(text, match.start()) and END_OF_OPENING.search(text, match.end(), content.end)) or END.search(
        text, match.end(), content.end
    )
    span = _close(text, match.start(), stop.start() if stop else content.end)
    return span if span.end - match.end() >= LEAST else None


def _close(text: str, start: int, end: int) -> Span:
    """[start, end) with the marks of a quotation that it fills, or that stands in it, and without marks of one that only ends there."""
    end = start + len(text[start:end].rstrip(CLOSING))
    after = text[end : end + 1]
    if after in PAIRS and start and text[start - 1] in PAIRS[after]:
        return Span.of(text, start - 1, end + 1)
    opened = after in PAIRS and sum(map(text[start:end].count, PAIRS[after])) > (text[start:end].count(after) if after != '"' else 0)
    return Span.of(text, start, end + opened)


def _opens(text: str, at: int) -> bool:
    return bool(OPENS.search(text, max(0, at - BEFORE), at))


def _is_none(text: str, match: re.Match[str]) -> bool:
    is_if = match[0].casefold() == "if"
    return is_if and bool(NO_CONDITION.search(text, max(0, match.start() - BEFORE), match.start()) or FRAGMENT.match(text, match.end()))
