"""What a line says of itself before a colon: the kind of piece ("Interview:"), or the part of an item ("Details:", "Quote:")."""

from __future__ import annotations

import re

#: What kind of piece a line says it is: "Interview: “We wait”".
GENRE = (
    r"(?:Interview|Exclusive|Analysis|Opinion|Comment|Commentary|Editorial|Explainer|Explained|Profile|Transcript|Video|Watch|Listen|Photos?"
    r"|Live|Updated?|Breaking|Correction|Background|Read more|See also|Podcast|Report|Quotes? of the (?:day|week))"
)
#: The parts in which some papers print an item, beside its source.
_PART = (
    r"(?:Details?|More details|(?:Direct |Full )?[Qq]uotes?|Verbatim|Literally|Background|Context|Reminder|(?:For )?[Rr]eference|Previously"
    r"|Earlier|What happened|What we know|What preceded|Why it matters|Key points?)"
)
LABEL = rf"(?:{GENRE}|{_PART})"
_PARTS = re.compile(rf"^[^\w\n]*{_PART}:", re.M)
_LABEL = re.compile(rf"(?:{LABEL}):")
#: What a line can begin with before its first word.
_MARK = re.compile(r"[^\w\n“\"«]*")
_SOURCE = re.compile(r"Sources?:")


def is_label(text: str, start: int) -> bool:
    """Whether a place in a text is where such a label stands at the beginning of a line.

    "Source:" is one in an item that has other parts, and somebody who speaks elsewhere.
    """
    opens = _MARK.fullmatch(text, text.rfind("\n", 0, start) + 1, start)
    return opens is not None and bool(_LABEL.match(text, start) or (_SOURCE.match(text, start) and _PARTS.search(text)))
