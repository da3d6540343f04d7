"""What is said without a word of who says it: "it is reported", "rumour has it", "it was agreed"."""

from __future__ import annotations

import re

_SAID = (
    "(?:said|reported|claimed|alleged|rumou?red|whispered|murmured|heard|understood|believed|thought|reputed|remarked|announced|stated"
    "|indicated|suggested|assumed|supposed|told|learn(?:ed|t)|mentioned|expected|feared|talk)"
)
_HOW = "(?:(?:has|have|had|been|being|also|now|even|widely|only|generally|officially) )*"
#: Cues that attribute without saying to whom.
HEARSAY = re.compile(
    rf"(?:as )?(?:(?:it|there|I|we|which) )?{_HOW}(?:is|are|was|were|am|been|being) {_HOW}{_SAID}(?: that| to)?"
    r"|reportedly|allegedly|supposedly|purportedly|reputedly|(?:I|we) (?:hear|understand)|as is expected"
    r"|(?:a |the )?(?:rumou?rs?|gossip|hearsay)(?: (?:has it|have it|says?))?|(?:a|the) (?:story|rumou?r) (?:goes|is going) a?round",
    re.I,
)
_WAS = r"(?:was|were|has been|have been|is) (?:(?:also|further|again|jointly|finally|furthermore|moreover|likewise) )*"
#: What takes more than one.
AGREED = re.compile(rf"it {_WAS}(?:agreed|decided|resolved|arranged|settled)(?: upon)?(?: that| to)?", re.I)
#: What one side does, and says in the passive.
VOICED = re.compile(
    rf"it {_WAS}(?:emphasi[sz]ed|stressed|underlined|underscored|highlighted|pointed out|clarified|noted|recalled|added|stated"
    r"|reiterated|reaffirmed|explained|made clear|observed)(?: that)?"
    rf"|(?:(?:deep|grave|serious|full) )?(?:satisfaction|concern|regret|hope|gratitude|appreciation|confidence|readiness|support) {_WAS}"
    r"(?:voiced|expressed)",
    re.I,
)
RUMOUR = re.compile(r"rumou?rs?\b|gossip|hearsay|story", re.I)


def name_of_hearsay(cue: str) -> str:
    """What an actor is called whom nothing names."""
    return "rumour" if RUMOUR.search(cue) else "unnamed source"
