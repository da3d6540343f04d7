"""Where an answer goes over to another act: sentences that say which act they are, and those that begin with a condition.

"I ask", "we promise" name the act that they perform (Austin 1962), so that what stands before them is another one.
"""

from __future__ import annotations

import re

from onrecord.model import Span

_VERB = (
    r"(?:accept|advise|appeal|ask|beg|call up?on|demand|deny|expect|fear|guarantee|hope|insist|invite|like|offer|promise|propose|rather"
    r"|recommend|refuse|reject|suggest|swear|urge|want(?! to ask)|warn)"
)
_LEAD = r"(?:(?:But|And|So|Yet|Then|Still|All the same,?) )?"
#: "But I would ask her", "We are prepared to", "If it snows, …".
_OPENS = re.compile(
    rf"{_LEAD}(?:(?:I|[Ww]e)(?:[’'](?:d|m|re))?(?: (?:would|must|should|can only|do|also|still|therefore|only|again|am|are))*"
    rf" (?:{_VERB}|prepared|ready|willing|afraid)\b|(?:I|[Ww]e)(?:[’']ve| have)(?: also| again| only)? {_VERB}e?d\b"
    r"|(?:[Ii]f|[Ww]hen|[Uu]nless|[Uu]ntil|[Ww]ithout)\b)"
)
_STOP = re.compile(r"[.?!…][”\"]?\s+(?=\S)")


def part_acts(answer: Span) -> list[Span]:
    """The parts of an answer that are acts of their own, without the full stops between them; itself if it is one."""
    stops = [stop for stop in _STOP.finditer(answer.text) if _OPENS.match(answer.text, stop.end())]
    starts = [0, *(stop.end() for stop in stops)]
    ends = [*(stop.start() + len(stop[0].rstrip().lstrip(".")) for stop in stops), len(answer.text)]
    return [Span(answer.start + start, answer.start + end, answer.text[start:end]) for start, end in zip(starts, ends, strict=True)]
