"""Clauses that look like statements, and in which nobody has said anything."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.agreement import FIRST_PERSON
from onrecord.reading.language.auxiliaries import ASKING, AUXILIARY
from onrecord.reading.language.cues import QUESTIONED
from onrecord.reading.statements.drafts import Draft

THINKS = re.compile(r"\b(?:think|believe|hope|guess|suppose|feel|mean|know|want|need)\b", re.I)
#: What is asked has not been said, "Did Veld say that …?", nor has what somebody ought to say or do.
ASKED = re.compile(
    r"(?:^|[.!?:;“\"»\n(—–,‘']\s*|\b(?:But|And|So|Then|Why|How|When|What|Where),? )"
    rf"(?:{AUXILIARY}|{ASKING}) (?:not )?(?:the |an? )?$"
)
#: "The second article has the president telling donors that …" asks nothing.
HAS_TELLING = re.compile(r"\bha(?:s|d|ve) (?:the |an? )?$")
#: "Her aide, asked for a reaction, hung up": a participle.
BEING_ASKED = re.compile(rf"(?:{QUESTIONED})\b")
#: "Mr Strand, do you still believe that …?"
ADDRESSED = re.compile(r", (?:do|did|does|have|had|are|were|will|would|can|could|should) you ")
OUGHT = re.compile(r"(?:should|must|ought to|needs? to)\b", re.I)
#: "You will say that it rains": who writes so says what he expects to hear.
EXPECTED = re.compile(r"(?:will|[’']ll|may)\b", re.I)
#: "Contrary to what the army claimed, no bridge was hit": what follows is said against the army.
AGAINST = re.compile(r"\b(?:(?:contrary|counter|in contrast|as opposed) to|unlike|despite|in spite of) (?:what|all that) (?:\w+ )?$", re.I)
#: "The patrol was denied access": by somebody else.
SUFFERED = re.compile(r"(?:was|were|been|being) (?:\w+ )?(?:denied|refused)", re.I)
_ALSO = r"(?:(?:also|then|later|further|again|just|had|has|have|is|are|was|were|been|being|to) )*"
#: What two talk about is not yet said by either, nor is what somebody hears or learns, or calls off.
NO_SAYING = re.compile(
    rf"{_ALSO}(?:discuss(?:es|ed|ing)?|(?:talk(?:s|ed|ing)?|sp(?:oke|oken|eaks?|eaking)) (?:about|over)|(?:went|gone|go(?:es|ing)?) over"
    r"|reviewed|compared notes on|exchanged (?:views|opinions) (?:on|about)|heard (?:about|views on|of)|hears? (?:about|views on)"
    r"|phone[sd]?|telephone[sd]?|calls? off|called off|diverge[sd]? on|did not (?:respond|reply) to)"
    r"|(?:\w+ )*(?:was|were|been|being) (?:\w+ )?(?:informed|notified|told|briefed|apprised) (?:of|about|on)",
    re.I,
)
#: "Tweeted photographs of the river": what is shown is not said.
SHOWS = re.compile(rf"{_ALSO}(?:tweet|post|publish|shar|releas|circulat|upload|show)(?:s|es|ed|ing)?", re.I)
PICTURES = re.compile(
    r"(?:(?:the|an?|some|two|three|several|his|her|its|their|[a-z]+) ){0,2}(?:photo(?:graph)?s?|pictures?|images?|videos?|footage)\b", re.I
)
#: "As noted, …", "It is worth recalling that …": so the report speaks of itself.
OWN_VOICE = re.compile(
    r"as (?:(?:already|previously|earlier) )?(?:noted|reported|mentioned|recalled)(?: earlier| before)?"
    r"|it (?:is|should be|will be|must be) (?:worth )?(?:recall(?:ed|ing)|remember(?:ed|ing)|not(?:ed|ing))|(?:is|are) known for",
    re.I,
)


def is_own_thought(draft: Draft) -> bool:
    """Whether "I think" or the like only softens what its speaker says."""
    return bool(draft.source and FIRST_PERSON.fullmatch(draft.source[0].text) and THINKS.search(draft.cue[0].text))


def is_no_saying(draft: Draft) -> bool:
    """Whether a cue only tells of a topic, "the ministers discussed grain", or of the report itself, "as reported"."""
    cue, content = draft.cue[0].text, draft.content[0].text
    if not draft.source and OWN_VOICE.fullmatch(cue):
        return True
    if SHOWS.fullmatch(cue) and PICTURES.match(content):
        return True
    told = content[0] in '“„«"' or any(FIRST_PERSON.fullmatch(part.text) for part in draft.source)
    return not told and NO_SAYING.fullmatch(cue) is not None


def is_unsaid(text: str, draft: Draft) -> bool:
    """Whether a clause asks whether somebody has said something, or wants him to, or tells what he was denied or asked.

    Nor has he said what stands against his words; "I must say" says it.
    """
    if not draft.cue:
        return False
    if is_no_saying(draft):
        return True
    if not draft.source or draft.source[0].end > draft.cue[0].start:
        return False
    start = draft.source[0].start
    if "," in text[draft.cue[-1].end : draft.content[0].start] and AGAINST.search(text, max(0, start - 40), start):
        return True
    ought = OUGHT.match(draft.cue[0].text) and not FIRST_PERSON.fullmatch(draft.source[0].text)
    ought = ought or (EXPECTED.match(draft.cue[0].text) and draft.source[0].text.lower() == "you")
    source, cue = draft.source[-1], draft.cue[0]
    aside = text[source.end : cue.start] == ", " and text[draft.content[-1].end :].startswith(",") and "," not in source.text
    return bool(
        ought
        or (aside and BEING_ASKED.match(cue.text))
        or ADDRESSED.fullmatch(text, draft.source[-1].end, draft.cue[0].start)
        or SUFFERED.fullmatch(draft.cue[0].text)
        or _is_asked(text, start, cue)
    )


def _is_asked(text: str, start: int, cue: Span) -> bool:
    """Whether the verb of a question stands before whom it asks about, who begins at `start`."""
    begin = max(0, start - 30)
    telling = cue.text.endswith("ing") and HAS_TELLING.search(text, begin, start)
    return not telling and ASKED.search(text, begin, start) is not None
