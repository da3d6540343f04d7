"""Where an answer goes over to another act: sentences that say which act they are, those that begin with a condition or a conjunct, and
sentences as long as statements by themselves.

"I ask", "we promise" name the act that they perform (Austin 1962), so that what stands before them is another one; "but", "as for" and
"what I can offer is" turn to something else (Quirk et al. 1985, §§ 8.134 and 18.27).
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.model import Span
from onrecord.reading.language.sentences import split_sentences

_VERB = (
    r"(?:accept|advise|appeal|ask|beg|call up?on|demand|deny|expect|fear|guarantee|hope|insist|invite|like|offer|promise|propose|rather"
    r"|recommend|refuse|reject|suggest|swear|urge|want(?! to ask)|warn)"
)
_LEAD = r"(?:(?:Then|All the same,?) )?"
#: "I would ask her", "We are prepared to", "If it snows, …", "But …", "What I can offer is …".
_OPENS = re.compile(
    rf"{_LEAD}(?:(?:I|[Ww]e)(?:[’'](?:d|m|re))?(?: (?:would|must|should|can only|do|also|still|therefore|only|again|am|are))*"
    rf" (?:{_VERB}|prepared|ready|willing|afraid)\b|(?:I|[Ww]e)(?:[’']ve| have)(?: also| again| only)? {_VERB}e?d\b"
    r"|(?:[Ii]f|[Ww]hen|[Uu]nless|[Uu]ntil|[Ww]ithout)\b|(?:But|And|So|Yet|Still|However|What|As for|In return)\b)"
)
#: Two sentences are two statements where the words of the one times those of the other are so many, and a third of that where the second
#: opens like another act (by the answers of talks and own reports).
LONG = 225


def part_acts(answer: Span) -> list[Span]:
    """The parts of an answer that are statements of their own, without the full stops that end them; itself if it is one."""
    sentences = split_sentences(answer.text)
    starts = [0, *(second[0] for first, second in pairwise(sentences) if _are_two(answer.text, first, second))]
    return [_without_stop(answer, start, end) for start, end in pairwise([*starts, len(answer.text)])]


def _are_two(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    words = len(text[slice(*first)].split()) * len(text[slice(*second)].split())
    return words >= (LONG / 3 if _OPENS.match(text, second[0]) else LONG)


def _without_stop(answer: Span, start: int, end: int) -> Span:
    words = answer.text[start:end]
    if end < len(answer.text):
        words = words.rstrip()
        words = words.removesuffix(".") or words
    return Span(answer.start + start, answer.start + start + len(words), words)
