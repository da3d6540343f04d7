"""Claims that somebody answers, told with whose they are: "denied a report in the daily Meridian that the two had met"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.forms.introduced import Introduced

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


def find_claims(text: str) -> Iterator[Introduced]:
    """Each claim that the text says is answered, in its order: the words to the end of its sentence, and who claims it."""
    for found in CLAIM.finditer(text):
        if not _NOBODY.match(found["source"]):
            content = Span.of(text, *found.span("that" if found["that"] else "which"))
            yield Introduced(Span.of(text, *found.span("source")), Span.of(text, *found.span("cue")), (content,))
