"""Whether a name stands behind a description in apposition: "the foreign minister, Anna Veld", "his deputy, a woman called Lila Amon"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.cues import QUESTIONED
from onrecord.resolving.names.kinds import kind_words
from onrecord.resolving.names.titles import BY_NAME, KNOWN_AS

#: Between an office and its holder: "the former envoy to Geneva, Lila Amon,".
POSTED = re.compile(r" (?:to|of|for|in|at) [^,.;:\n“”«»\"]{2,40}, ")
#: Between an office and what it is of: "the president of Orvania, Ivo Strand".
OF_WHAT = re.compile(r" (?:to|of|for|in|at) (?:the )?")
#: Between a description and whom it introduces: "the mediator, retired judge Ivo Strand".
DESCRIBED = re.compile(r",? (?:(?:retired|former|veteran|acting|long-time|senior) )?(?:(?P<noun>[a-z-]+) )?")
PEOPLE = kind_words("office") | kind_words("rank")
#: Or whom it is said to be: "his deputy, a young woman called Lila Amon".
CALLED = re.compile(rf"{KNOWN_AS.pattern}|, an? (?:[\w-]+ ){{1,3}}{BY_NAME} ")
#: What opens a sentence before its subject, up to the description that ends it; and what closes an apposition.
ADVERBIAL = re.compile(
    r"(?:[^\w\n]*\d{1,2}[.:h]\d\d\W+)?"
    rf"(?:According to|After|As for|{QUESTIONED.title()}|At|Before|By|Commenting|Concerning|Despite|During|Following|For|From|In|On"
    r"|Per|Regarding|Speaking|Through|To|Upon|Via|With|Without)\b[^,.;:\n]*"
)
CLOSED = re.compile(r"\s*[,.;:)\n]|$")


def is_apposition(text: str, sentence: int, description: Span, name: Span) -> bool:
    """Whether a name is that of whom the description before it means.

    Args:
        text: of the report.
        sentence: where the sentence of the description begins.
        description: what may introduce the name.
        name: the next one behind it.
    """
    between = text[description.end : name.start]
    if between.startswith(",") and ADVERBIAL.fullmatch(text, sentence, description.start) and not CLOSED.match(text, name.end):
        return False  # "On the fate of the negotiator, Anna Veld said …"
    described = DESCRIBED.fullmatch(between)
    if CALLED.fullmatch(between) or (described and (not described["noun"] or described["noun"] in PEOPLE)):
        return True
    return POSTED.fullmatch(between) is not None and text.startswith(",", name.end)
