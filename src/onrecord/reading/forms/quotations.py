"""Quotations of whole sentences that stand by themselves: “She spoke for an hour.”, and below it her words, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.forms.introduced import MARK, NAME, NAMES, OFFICE
from onrecord.reading.language.quotes import QUOTATION_MARKS
from onrecord.reading.language.sentences import sentence_of
from onrecord.reading.statements.paragraphs import is_open, long_quotations

#: Fewer words are a name or a word held at a distance.
_FEWEST = 3
#: What a quotation by itself stands behind: the beginning of its line, a sentence, a colon.
_BEGINS = re.compile(r"(?:^|\n|[.!?…:][”’\"»)]?) ?$")
#: … and before: the end of its line, another sentence.
_GOES_ON = re.compile(r"\s*(?:$|\n|[—–-] |[“„«\"(]?[^\W\d_a-z])")
#: What a quoted sentence ends with, within its marks.
_ENDS = re.compile(r"[.!?…][”»\"]?$")
_TITLE_CASE = re.compile(r"\W*(?:(?:[^\W\d_a-z][\w’'-]*|of|the|and|in|on|for|with|a|to|&)\W*)+")
#: The subject of the sentence before: a pronoun, an office, a name in full, since a sentence begins with a capital whatever its first word
#: is; not the place of “In Dorvik …”.
_NO_NAME = r"(?!(?:In|At|On|Of|From|To|By|After|Before|For|As|If|Wh\w+|How|An?|It|Th[ae]\w{0,3}|This|Not?|So|Maybe|Perhaps)\b)"
_SUBJECT = re.compile(
    rf"{MARK}(?:(?:But|And|Then|Later,?|Earlier,?) )?"
    rf"(?P<who>[HS]he|They|(?:(?:The|An?|His|Her|Its|Their) )?(?:[\w’'-]+ )?{OFFICE}(?: {NAMES})?|{_NO_NAME}{NAME} {NAMES})"
    r"(?:, [^,\n“”\"]{2,80},)? (?=[a-z]+\b)"
)


@dataclass(frozen=True)
class Bare:
    """A quotation that stands by itself, paragraph by paragraph, and the sentence before it, half-open, in whose scene it is."""

    content: tuple[Span, ...]
    before: tuple[int, int]


def find_bare(text: str, sentences: list[tuple[int, int]], quoted: Sequence[tuple[int, int]], read: Sequence[Span]) -> Iterator[Bare]:
    """The quotations below the headline that begin and end like sentences, and of which nothing is among the spans that were `read`."""
    chains = list(long_quotations(text, quoted))
    single: list[tuple[Span, ...]] = [
        (Span.of(text, *one),) for one in quoted if not any(one[0] == piece.start for chain in chains for piece in chain)
    ]
    headline = text.find("\n")
    for chain in sorted(chains + single):
        first, last = chain[0], chain[-1]
        words = first.text.strip('“„«" ')
        if (
            first.start > headline >= 0
            and not any(span.overlaps(piece) for piece in chain for span in read)
            and len(words.split()) >= _FEWEST
            and words[0].isupper()
            and _ENDS.search(last.text)
            and not is_open(text, last)
            and not _TITLE_CASE.fullmatch(words)
            and _BEGINS.search(text, max(0, first.start - 3), first.start)
            and _GOES_ON.match(text, last.end)
        ):
            yield Bare(chain, sentence_of(sentences, len(text[: first.start].rstrip()) - 1))


def find_subject(text: str, sentence: tuple[int, int]) -> Span | None:
    """Who does something in a sentence, if it begins with a pronoun, a name or an office."""
    found = _SUBJECT.match(text, *sentence)
    return Span.of(text, *found.span("who")) if found and text[sentence[0]] not in QUOTATION_MARKS else None
