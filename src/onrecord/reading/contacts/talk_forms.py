"""Forms of words that plainly tell of talks: rounds, the table, sides that are brought together, captives that are exchanged."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import CAPTIVES, NOT_YET, PEOPLE, TEAMS
from onrecord.reading.contacts.form import Form

TALK_FORMS = (
    Form(
        re.compile(
            r"\b(?:(?<!no )return(?:s|ed|ing)?|(?:go(?:es|ing)?|went|gone|com(?:e|es|ing)|came)(?: back)?) to"
            r" (?:the|one|the same) (?:(?:negotiating|bargaining|conference) )?table\b"
            rf"|{NOT_YET}\b(?:leaves|left|quit|walk(?:s|ed) away from|(?:rose|got up|stood up) from) the"
            r" (?:(?:negotiating|bargaining|conference|long|round) )?table\b(?=[^,]*$|[^,]*[.;:\n]| (?:at|in)\b)"
            r"|\brefus(?:es|ed) to sit (?:down )?at (?:the|one) (?:[\w-]+ )?table\b"
        ),
        "talks",
    ),
    Form(
        re.compile(
            r"\b(?:bring(?:s|ing)?|brought) (?:[^.;:,\n]{2,70}? (?:(?:back )?together|(?:in)?to one (?:room|table|building)"
            r"|to the (?:negotiating )?table)\b|together [^.;:,\n]{2,60})"
        ),
        "talks",
    ),
    Form(
        re.compile(rf"\b(?:{TEAMS}|{PEOPLE}) to (?:be back|meet|come back|return|resume|reconvene|sit down|gather)\b"), "talks", dated=True
    ),
    Form(
        re.compile(
            r"\b(?:propos(?:es|ed|ing)|suggest(?:s|ed|ing)|offer(?:s|ed)|agreed?|want(?:s|ed)?) (?:(?:to|on) )?(?:reconven(?:e|ing)"
            r"|hold(?:ing)? (?:it|them|talks|(?:the|an?|another) (?:[\w-]+ ){0,2}?(?:talks|round|session)))\b"
        ),
        "talks",
    ),
    Form(
        re.compile(
            r"\b(?:an?|its|their|his|her|any) (?:seat|place|chair) at (?:the |(?:[\w-]+ )?[\w-]+[’']s |[^\W\d_a-z][\w-]+ )(?:[\w-]+ ){0,2}?"
            r"(?:talks|table|negotiations|round|conference|dialogue)\b"
        ),
        "talks",
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:exchanged|swapped|(?:will|would|shall|(?:is|are|was|were) to|agreed? to) (?:exchange|swap)) (?:the |all |their )?"
            rf"(?:[\w-]+ ){{0,3}}?{CAPTIVES}\b|\bhandover of (?:[\w-]+ ){{0,3}}?{CAPTIVES}\b"
            rf"|\b{CAPTIVES}\b[^.;:,\n]{{0,30}}? (?:was|were|have been|has been|had been|(?:are|is|were) to be|will be)"
            r" (?:exchanged|swapped)\b"
        ),
        "meeting",
        dated=True,
    ),
)
