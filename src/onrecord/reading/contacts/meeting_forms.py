"""Forms of words that plainly tell of meetings: who sat, dined, stayed or stood with whom, received whom, or went to see whom."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import BROADCASTER, ENVOY, NAME, OFFICER, OFFICERS, SOMEBODY
from onrecord.reading.contacts.form import Form
from onrecord.reading.language.weekdays import MONTH, WEEKDAY

MEETING_FORMS = (
    Form(
        re.compile(
            rf"\bmet (?:with )?(?:(?!{WEEKDAY}|{MONTH}){NAME}|(?:the|his|her|its|their|two|several) (?:[\w-]+ ){{0,2}}?{OFFICERS})\b"
        ),
        "meeting",
        dated=True,
    ),
    Form(re.compile(r"\bwho (?:had |have )?met (?:on|in|at)\b"), "meeting", dated=True),
    Form(re.compile(rf"\b(?:receive[sd]?|greeted) (?:(?!{BROADCASTER}){NAME}|{OFFICER})(?! of the press)"), "meeting"),
    Form(
        re.compile(
            r"\b(?:will|would|won[’']t|wouldn[’']t|(?:ready|willing|prepared) to)(?: not)? sit (?:down )?"
            r"(?:with|(?:at|around) (?:one|the same) table)"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:spent|spends|had) (?:an? |two |three |half an |the |\w+ )?(?:hours?|minutes|evening|morning|afternoon|day)"
            rf"(?: on {WEEKDAY}| yesterday| today)?(?: (?:in|at) [^.;:,\n]{{2,40}}?)? with {SOMEBODY}"
            r"|\b(?:hours?|minutes|evening|morning|afternoon)(?: that| which)? (?:I|he|she|we|they|[^\W\d_a-z][\w’-]+) (?:had )?spent"
            r" (?:in|at|with)\b"
        ),
        "meeting",
    ),
    Form(re.compile(rf"\bsummon(?:s|ed) {ENVOY}"), "meeting"),
    Form(re.compile(rf"\bsitting down with {SOMEBODY}"), "meeting", whole=False),
    Form(re.compile(r"\btalked\b(?! (?:to|of|about)\b)[^.;:,\n]{0,40}? for (?:[\w-]+ ){0,4}?(?:hours?|minutes)\b"), "meeting"),
    Form(
        re.compile(rf"\bask(?:s|ed)(?: on {WEEKDAY}| again)? (?:to (?:see|be received by)|for an audience with) (?:{SOMEBODY}|you\b)"),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:rul(?:es?|ed) out|exclud(?:es?|ed)|reject(?:s|ed)) (?:ever |again )?(?:receiving|meeting|seeing|talking to"
            rf"|speaking to|sitting down with) {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(re.compile(r"\b(?:closeted|huddled|holed up) (?:together |in|with|at)\b"), "meeting"),
)
