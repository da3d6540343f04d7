"""Minutes and summary records: a paragraph keeps what its first words name the speaker of, though only its first sentence says so.

"Mr Strand said that it rained. The road was closed." By the custom of such records (United Nations, summary records) all of a
paragraph is reported speech of whoever opens it, up to the next who speaks or the body that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.forms.introduced import NAME

#: What such a text calls itself in its first lines.
_KEPT = re.compile(
    r"^[^\n]{0,60}\b(?:[Mm]inutes of|[Ss]ummary records?|[Rr]ecord of (?:the )?(?:\w+ )?(?:meeting|sitting|discussion|proceedings)"
    r"|[Pp]roceedings of|MINUTES|SUMMARY RECORD)\b|^Minutes$",
    re.M,
)
_TOP = 300
#: Somebody with a title or an office, or with two names.
_SPEAKER = (
    rf"(?:(?:(?:Mr|Ms|Mrs|Mme|Dr|Sir|Lord|Lady|Baroness|Ambassador|Minister|Senator)\.? )+{NAME}(?: {NAME})*"
    r"|The (?:[Rr]epresentative|[Oo]bserver|[Dd]elegate|[Dd]elegation|[Mm]ember|[Mm]inister|[Ss]ecretary|[Rr]apporteur)\b"
    rf"(?: (?:of|for|from) [^,.:;\n()]{{2,40}}?)?|(?!(?:The|A|An|His|Her|Its|Their|No|Two|In|On|At|If|This|That)\b){NAME} {NAME})"
)
#: A paragraph, perhaps with a number, that somebody opens who speaks; opening, closing and leaving is no speech.
_OPENS = re.compile(
    rf"^\s*(?:\d{{1,3}}\.\s+)?(?P<source>{_SPEAKER})(?: \([^()\n]*\))?"
    r"(?:,? (?:speaking|also|then|again|in reply|replying|turning)\b[^,.\n]*)?,? "
    r"(?!(?:opened|closed|adjourned|arrived|joined|suspended|resumed|presided|attended|seconded)\b)"
    r"(?:could|would|did|[a-z]+ed|said|thought|took the view|drew attention|spoke|made clear)\b",
    re.M,
)
#: Who speaks next, or what the body does.
_NEXT = re.compile(
    rf"(?:{_SPEAKER}\b|It was (?:so )?(?:agreed|decided|resolved)\b|The (?:Chair\w*|[Pp]resident|Speaker|Committee|Council|Assembly"
    r"|Commission|Board|House|[Mm]eeting|[Ss]itting|[Mm]otion|[Aa]mendment)\b)"
)


def find_kept(text: str, sentences: Sequence[tuple[int, int]], read: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Who speaks, and each stretch of sentences of his paragraph behind the first in which nothing was read."""
    if not _KEPT.search(text, 0, _TOP):
        return
    for opening in _OPENS.finditer(text):
        line = text.find("\n", opening.end())
        behind = [s for s in sentences if opening.end() < s[0] < (len(text) if line < 0 else line)]
        stretch: list[tuple[int, int]] = []
        for start, end in behind:
            words = Span.of(text, start, start + len(text[start:end].rstrip()))
            if _NEXT.match(words.text):
                break
            if any(words.overlaps(other) for other in read) or not words.text.endswith((".", "!", "?")):
                yield from _joined(text, opening, stretch)
                stretch = []
            else:
                stretch.append((words.start, words.end))
        yield from _joined(text, opening, stretch)


def _joined(text: str, opening: re.Match[str], stretch: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, Span]]:
    if stretch:
        yield Span.of(text, *opening.span("source")), Span.of(text, stretch[0][0], stretch[-1][1] - text.endswith(".", 0, stretch[-1][1]))
