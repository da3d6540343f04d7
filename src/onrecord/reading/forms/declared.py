"""What a text itself declares, in the present tense: "Orvania strongly condemns the raid.", "We call on all sides to hold their fire."

Verbs by which saying so is doing it (Austin 1962, performatives) need no cue beside them; press statements are made of them.
"""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.forms.introduced import NAMES, Introduced

_DECLARES = (
    r"(?:also |again |further |once (?:again|more) |strongly |firmly |utterly |warmly |unequivocally |therefore |hereby )*"
    r"(?:condemns?|deplores?|denounces?|welcomes?|commends?|applauds?|congratulates?|urges?|calls? (?:up)?on|calls? for|appeals? to"
    r"|reaffirms?|reiterates?|rejects?|regrets?|expresses|express(?= our\b)|(?:remains?|is|are) (?:fully |firmly )?committed to)"
    r"(?: in the strongest (?:possible )?terms)?"
)
_NOBODY = r"(?:It|He|She|They|This|That|There|Who|What|Nobody|Nothing)\b"
_DECLARED = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=[.!?]  ))(?!{_NOBODY})"
    rf"(?P<source>We|I|(?:The )?{NAMES}) (?P<cue>{_DECLARES}) "
    r"(?P<content>(?:[^.!?\n“”\"]|(?<=\b[A-Z])\.|\.(?=\d))+)[.!?](?=\s|$)",
    re.M,
)


def find_declared(text: str) -> list[Introduced]:
    """All that sentences of a text plainly declare, in its order."""
    spans = ([Span.of(text, *m.span(role)) for role in ("source", "cue", "content")] for m in _DECLARED.finditer(text))
    return [Introduced(source, cue, (content,)) for source, cue, content in spans]
