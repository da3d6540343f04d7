"""Interviews: which statements answer, and who is interviewed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.model import Attribution, Reading
from onrecord.reading.language.quotes import QUOTATION_MARKS
from onrecord.resolving.cast.cast import Cast, Entity

#: So many answers make a text an interview.
ANSWERS = 3
#: What stands before a colon and names nobody.
LABEL = re.compile(r"A\.?|Answer|(?:Exclusive )?Interview|Q ?& ?A", re.I)
#: Before the name of whoever is interviewed; whom he or she "spoke to" is who asks.
SPOKE_WITH = re.compile(
    r"(?<![Hh]e )\b(?:(?:sp(?:oke|eaks|oken)|talk(?:ed|s)|s[ai]ts? down) (?:with|to)|interview(?:s|ed|ing)?(?: with)?) (?:the )?$"
)
LONGEST_VERB = 30
#: What Markdown sets before a label.
EMPHASIS = "*_"
CLOSING_MARKS = frozenset('”“»"')
#: A line that asks, or that stands in bold as questions do.
_ASKS = re.compile(r"[^\n]*\?[”’\"»)]*[*_]{0,2}\s*|\s*(?P<mark>\*\*|__)[^*\n]+(?P=mark)\s*")


def is_answer(a: Attribution, text: str) -> bool:
    """Whether these words are spoken, but neither quoted nor attributed, as answers in an interview are; a label may name who answers.

    Answers may be quoted: then they stand below a line that asks.
    """
    labelled = bool(a.source) and not text[text.rfind("\n", 0, a.source[0].start) + 1 : a.source[0].start].strip(EMPHASIS)
    if not _is_spoken(a):
        return False
    if _is_quotation(a.content[0].text):
        return opens_line(a, text) and bool(_ASKS.fullmatch(_line_above(text, a.start)))
    return labelled or not a.source


def opens_line(a: Attribution, text: str) -> bool:
    """Whether a quotation that is given to nobody stands at the beginning of a line below the headline."""
    begin = text.rfind("\n", 0, a.start) + 1
    return _is_spoken(a) and not a.source and begin > 0 and not text[begin : a.start].strip()


def _is_spoken(a: Attribution) -> bool:
    """Whether words are somebody's own and no cue says so."""
    return a.kind == "direct" and not a.cue and a.inside is None


def _line_above(text: str, at: int) -> str:
    """The line with words before the one that `at` stands in; nothing in the first."""
    above = text[: text.rfind("\n", 0, at) + 1].rstrip()
    return above[above.rfind("\n") + 1 :]


def _is_quotation(words: str) -> bool:
    """Whether words stand in quotation marks as a whole; in “Lay down” is their verb, the first two do only."""
    closed = [n for n, c in enumerate(words) if n and c in CLOSING_MARKS]
    return words[0] in QUOTATION_MARKS and (not closed or closed[-1] >= len(words) - 1)


def find_guest(text: str, reading: Reading, cast: Cast, speakers: Sequence[Entity | None], answers: Sequence[int]) -> Entity | None:
    """Who is interviewed: whom the labels of answers name; the speaker of the headline, whom it is told that somebody spoke with, or who
    spoke to an outlet, or else the person most spoken of before the first answer; not who is named in quotations there."""
    labels = Counter(entity for i in answers if (entity := speakers[i]))
    if labels:
        return max(labels, key=lambda entity: labels[entity])
    first = reading.attributions[answers[0]].start
    said = [span for a in reading.attributions if a.start < first and a.kind == "direct" and not a.cue for span in a.content]
    before = [(m, e) for m, e in cast.mentions() if m.start < first and not any(s.start <= m.start < s.end for s in said)]
    spoken_with = [e for m, e in before if SPOKE_WITH.search(text, max(0, m.start - LONGEST_VERB), m.start)]
    quoted = [entity for entity, a in zip(speakers, reading.attributions, strict=True) if a.start < first and not a.cue and entity]
    named = [e for e in dict.fromkeys([*quoted, *(e for _, e in before)]) if e.type == "person" and e.names and not LABEL.fullmatch(e.name)]
    return max(named, key=lambda e: (e in quoted, e in spoken_with, sum(m.start < first for m in e.mentions)), default=None)
