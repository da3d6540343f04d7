"""Where a contact plainly was by the words that tell of it: a preposition and a name."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.cues import SAID
from onrecord.reading.language.weekdays import MONTH, WEEKDAY

#: What a place does not go on with: "in Bergen President Veld met him".
TITLES = (
    "President|Prime|Foreign|Defen[cs]e|Interior|Minister|Premier|Chancellor|General|Colonel|Ambassador|Secretary|King|Queen|Sheikh|Mrs?"
    "|Ms|Dr"
)
#: Where a contact takes place, if the model marks nothing: "in Bergen", "at the Hotel Veld", and of a journey "to Bergen".
PLACE = re.compile(
    r"\b(?:(?:[Ii]n|[Aa]t)(?: the)?|(?P<journey>to)|(?<=pencilled in )for|(?<=scheduled )for|(?<=planned )for) "
    rf"(?!(?:{MONTH}|{WEEKDAY}|Spring|Summer|Autumn|Winter)\b)"
    rf"[^\W\d_a-z][\w’'-]+(?: (?!(?:{TITLES}|Envoy)\b)(?:of |al-|de )?[^\W\d_a-z][\w’'-]+)*"
)
JOURNEY = re.compile(
    r"\b(?:travel\w*|fl(?:y|ies|ew|own|ying)|visit\w*|trips?|journey\w*|(?:has|have|had) been|go(?:es|ing)?|went"
    r"|heads?|arriv\w*|takes|return\w*|delegations?)\b",
    re.I,
)
#: "Before the elections in Orvania" says when, not where.
ANOTHER_TIME = re.compile(r"\b(?:before|after|since|until|ahead of|following) (?:the|an?|his|her|their) [\w ]{3,30}$")
SAYS = re.compile(rf"\b{SAID}\b")


def place_in(text: str, evidence: Span) -> tuple[Span, ...]:
    """The first words of some evidence that plainly say where, by a preposition and a name."""
    for match in PLACE.finditer(text, evidence.start, evidence.end):
        if ANOTHER_TIME.search(text, evidence.start, match.start()):
            continue
        if match[0][0].isupper() and SAYS.search(text, match.end(), evidence.end):
            continue  # "In Varsel, a spokesman said that a round was possible"
        if not match["journey"] or JOURNEY.search(text, evidence.start, match.start()):
            return (Span.of(text, *match.span()),)
    return ()
