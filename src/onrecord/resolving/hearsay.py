"""What nobody in particular says: "reportedly", "it is rumoured". An unnamed actor speaks, never the person named before."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.model import Attribution, Mention, Reading
from onrecord.resolving.compounds import with_mentions

_SAID = (
    "(?:said|reported|claimed|alleged|rumou?red|whispered|murmured|heard|understood|believed|thought|reputed|remarked|announced"
    "|indicated|suggested|assumed|supposed|told)"
)
_HOW = "(?:also |widely |generally |even |now |being )*"
#: Cues that attribute without saying to whom.
HEARSAY = re.compile(
    rf"(?:as )?(?:(?:it|there) )?(?:is|are|was|were|has been|have been|had been) {_HOW}(?:{_SAID}|talk)(?: that| to)?"
    r"|(?:reportedly|allegedly|supposedly|purportedly|reputedly)|(?:a |the )?(?:rumou?rs?|gossip|hearsay)(?: (?:has it|have it|says?))?"
    r"|(?:a|the) (?:story|rumou?r) (?:goes|is going) a?round|(?:I am|I was|we are|we were) told|(?:I|we) (?:hear|understand)",
    re.I,
)
#: "Orvania is said to have …": it is not Orvania that says so.
RAISED = re.compile(r"(?:is|are|was|were|has been|have been|had been)\b", re.I)
#: "… to have asked for a pause" is what Orvania asked, after all.
SAYS = re.compile(
    r"to (?:have |be )?(?:said|say|told|tell|ask|demand|propos|promis|offer|warn|call|insist|urg|agre|refus|reject|threat|accus|mus"
    r"|den(?:y|ied))"
)
#: Before somebody from whom it is heard.
FROM = re.compile(r"\b(?:from|by|among|in|of)\s+$", re.I)
RUMOUR = re.compile(r"rumou?rs?\b|gossip|hearsay|story", re.I)
IMPERSONAL = re.compile(r"(?:as )?(?:it|there)\b", re.I)


#: What those are called whom nothing names.
NAMES = ("unnamed source", "rumour")


def name_of_hearsay(cue: str) -> str:
    """What an actor is called whom nothing names."""
    return NAMES[1] if RUMOUR.search(cue) else NAMES[0]


def add_hearsay(text: str, reading: Reading) -> Reading:
    """The reading with an unnamed mention for each cue that attributes to nobody in particular, "it" being no source."""
    attributions = tuple(_without_it(text, a) for a in reading.attributions)
    cues = {a.cue[0] for a in attributions if not a.source and a.cue and HEARSAY.fullmatch(a.cue[0].text)}
    if not cues:
        return reading
    reading = replace(reading, attributions=attributions)
    old = [replace(m, type="unnamed") if m.span in cues else m for m in reading.mentions]
    return with_mentions(reading, old, [Mention(span, "unnamed") for span in sorted(cues - {m.span for m in old})])


def _without_it(text: str, a: Attribution) -> Attribution:
    """A statement without the source that "it is said" seems to have: the "it", of whom it is said, or what only stands beside."""
    cue = a.cue[0].text if a.cue else ""
    if not a.source or not HEARSAY.fullmatch(cue) or FROM.search(text[max(0, a.source[0].start - 12) : a.source[0].start]):
        return a
    raised = RAISED.match(cue) and any(part.text.startswith("to ") and not SAYS.match(part.text) for part in a.content)
    return replace(a, source=()) if raised or IMPERSONAL.match(cue) or a.source[0].text.lower() in ("it", "there") else a
