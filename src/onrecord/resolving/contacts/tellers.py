"""Who tells of a contact, and to whom: the statement that it stands in, who spoke after it or in it, who answers to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Attribution, ContactEvidence, Reading, Span
from onrecord.reading.contacts.occasions import HANDED
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.resolving.cast.cast import Cast, Entity
from onrecord.resolving.contacts.asked import is_asked
from onrecord.resolving.contacts.participants import named_in

#: What tells of a contact before what was said in it.
SAYS_IN_IT = re.compile(
    r"\b(?:wrote|written|telephoned|phoned|rang|met|(?:in|during|at|by) (?:an?|the|his|her|their|that) (?:\w+ ){0,2}?(?:letter|note|message"
    r"|call|conversation|meeting)|by (?:tele)?phone)\b",
    re.I,
)
HANDS_OVER = re.compile(rf"\b(?:{HANDED}|presented|passed)\b", re.I)
#: "Said on Friday after a meeting with Strand": who says so was there; and what may stand between the verb and these words.
AFTER_IT = re.compile(
    r"(?:(?:late |early )?on [A-Z]\w+ )?(?:after|following|ahead of|before) (?:an?|his|her|their|the) (?:\w+ )?"
    r"(?:meetings?|talks|calls?|conversations?|lunch|dinner) with\b",
)
#: "In a letter to Strand of 3 May, Veld warned": whoever says so wrote it.
IN_LETTER = re.compile(r"[Ii]n an? (?:[\w-]+ )?(?:letter|note|message|telegram)(?: (?:to|sent|dated|of)\b|$)")
TO_SOMEBODY = re.compile(r"\bto\b")
IN_IT = re.compile(r"(?: (?:of|dated|on|sent)\b[^.,;:\n]{0,30})?, ")
BESIDE_CUE = re.compile(rf"(?: (?:{JOURNALISTS}|late|early|on [A-Z]\w+|in [A-Z]\w+))* ?,? ?")
#: Behind the label of who speaks on a line.
LABEL_ENDS = re.compile(r"\.?:")


def innermost_teller(c: ContactEvidence, reading: Reading) -> int | None:
    """The innermost statement whose content tells of the contact; it is the report that tells of one who "conveyed proposals"."""
    around = [
        i
        for i, a in enumerate(reading.attributions)
        if any(s.overlaps(c.evidence[0]) for s in a.content) and not is_handed_over(a, c.evidence) and not _is_of_it(a, c.evidence[0])
    ]
    return max(around, key=lambda i: reading.attributions[i].start, default=None)


def sayer_of(text: str, c: ContactEvidence, reading: Reading, speakers: list[Entity | None]) -> Entity | None:
    """Who was at the meeting after which he spoke: "said on Friday after a meeting with Strand"."""
    start = c.evidence[0].start
    if not AFTER_IT.match(c.evidence[0].text):
        return None
    said = (i for i, a in enumerate(reading.attributions) if a.cue and BESIDE_CUE.fullmatch(text[a.cue[-1].end : start]))
    return next((who for i in said if (who := speakers[i]) and who.type in ("person", "country", "organization")), None)


def receivers_of(text: str, c: ContactEvidence, reading: Reading, cast: Cast) -> list[Entity]:
    """Whom a letter went to, in which somebody "informed the presidents of Orvania and Tamesh that …"."""
    if c.kind != "letter" or not IN_LETTER.match(c.evidence[0].text) or TO_SOMEBODY.search(c.evidence[0].text):
        return []
    end = c.evidence[0].end
    for a in reading.attributions:
        if a.source and a.cue and a.content and IN_IT.fullmatch(text, end, max(end, a.source[0].start)):
            start, stop = a.cue[-1].end, a.content[0].start
            return named_in(text, Span.of(text, start, stop), cast, [], c) if start < stop else []
    return []


def addressed_by(text: str, c: ContactEvidence, reading: Reading, speakers: list[Entity | None], told: bool) -> Entity | None:
    """Who answers after a question that tells of the contact: the speaker of the next words that are not inside others.

    What somebody is told to have said is a question where an answer follows on a line of its own: "Strand: I never met her."
    """
    after = [i for i, a in enumerate(reading.attributions) if a.inside is None and a.start >= c.evidence[0].end]
    if not after:
        return None
    answer = min(after, key=lambda i: reading.attributions[i].start)
    source = reading.attributions[answer].source
    labelled = source and text[source[0].start - 1 : source[0].start] == "\n" and LABEL_ENDS.match(text, source[0].end)
    if told and not labelled and not is_asked(text, c.evidence[0]):
        return None
    return speakers[answer]


def is_handed_over(a: Attribution, evidence: Sequence[Span]) -> bool:
    """Whether what somebody is read to say is what a contact says that he handed over: "conveyed their proposals"."""
    return any(e.covers(cue) and HANDS_OVER.search(cue.text) for e in evidence for cue in a.cue)


def _is_of_it(a: Attribution, evidence: Span) -> bool:
    """Whether the report tells of the contact first, and then what was said in it: "Veld wrote to Strand that it rains"."""
    start = min(s.start for s in a.content)
    return evidence.start < start and bool(SAYS_IN_IT.search(evidence.text[: start - evidence.start]))
