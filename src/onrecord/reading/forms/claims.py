"""Claims that somebody answers, told with whose they are: "denied a report in the daily Meridian that the two had met"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.reading.statements.drafts import Draft

#: What is done to a claim.
_ANSWERS = (
    r"(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|contradict\w*|disown\w*|rectif\w*|correct(?:s|ed)?|brand\w*|dispel\w*|refut\w*"
    r"|repudiat\w*|disput\w*|scotch\w*|regards? as (?:untrue|false)|t(?:akes|ook) note of|answer(?:s|ed)?|respond(?:s|ed|ing) to)"
)
_CLAIM = (
    r"(?:reports?|claims?|assertions?|allegations?|accusations?|suggestions?|stor(?:y|ies)|versions?|rumou?rs?|information|dispatch(?:es)?"
    r"|news|account)"
)
_MADE = r"(?:made|spread|put about|carried|published|broadcast|aired|printed|circulated|voiced|raised)"
#: When, where and on whose word a claim was made.
_WHERE = r"(?: (?:on|in|at|with|this|last|yesterday|and (?:ascribed|attributed))\b[^.;:\n]{0,60}?)?"
CLAIM = re.compile(
    rf"\b{_ANSWERS}\b[^.;:\n]{{0,60}}?\b(?P<cue>{_CLAIM})(?: (?:in|of|by|from|on) |, {_MADE} by )(?P<source>[^,.;:\n]{{2,70}}?){_WHERE}"
    r"(?:,? (?P<that>that [^;\n]+?)|, according to which (?P<which>[^;\n]+?))(?=[.!?][”\"»]?(?:\s|$)|[;\n]|$)"
)
#: Nobody in particular, or who answers himself.
_NOBODY = re.compile(
    r"(?:his|her|its|their|my|our|which|whom|it|them|this|yesterday|today|connection|the (?:day|week|press|media))\b", re.I
)
#: What is found by its form alone, which the model's scores say nothing about.
CONFIDENCE = 0.8


def claims_beside(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each claim that is answered, inside the answer, where nothing was read of whose it is.

    Args:
        text: of the report.
        drafts: what was read, at every depth; `inside` counts in this order.
    """
    for found in CLAIM.finditer(text):
        source = Span.of(text, *found.span("source"))
        start, end = found.span("that" if found["that"] else "which")
        if _NOBODY.match(source.text) or any(found.start("cue") <= span.start < start for d in drafts for span in d.source):
            continue
        around = [(part, i) for i, d in enumerate(drafts) for part in d.content if part.covers(source) and part.end > start]
        part, outer = max(around, key=lambda pair: pair[0].start, default=(None, None))
        content = Span.of(text, start, min(end, part.end) if part else end)
        yield Draft((source,), (Span.of(text, *found.span("cue")),), (content,), CONFIDENCE, inside=outer)
