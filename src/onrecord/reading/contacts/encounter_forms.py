"""Forms of words that plainly tell of a contact in other words than those of an occasion: "wrote to", "no such meeting", "flies to"."""

from __future__ import annotations

import re

from onrecord.reading.contacts.absences import ABSENCES
from onrecord.reading.contacts.encounter_words import (
    BY_LINE,
    MEET_AGAIN,
    NAME,
    OFFICER,
    TEAMS,
)
from onrecord.reading.contacts.form import Form
from onrecord.reading.contacts.meeting_forms import MEETING_FORMS
from onrecord.reading.contacts.paper_forms import PAPER_FORMS
from onrecord.reading.contacts.scenery import TITLES
from onrecord.reading.contacts.talk_forms import TALK_FORMS
from onrecord.reading.language.numerals import NUMBERS, spelled
from onrecord.reading.language.weekdays import MONTH, WEEKDAY

#: Where the words of several overlap, the first says what they tell of.
FORMS = (
    *ABSENCES,
    Form(re.compile(rf"\b(?:before|after) (?P<told>calling on (?i:{OFFICER}))(?! to\b)"), "meeting", whole=False),
    Form(
        re.compile(
            r"(?<!was )(?<!were )\b(?:flies|flew|will fly|is to fly|travels|travelled|will travel|is to travel|would travel"
            r"|(?:is|will be|would be) (?:flying|travell?ing)"
            rf"|heads|goes|will go|is (?:expected|due|awaited)|has gone|went) (?:to|in) (?!{MONTH}){NAME}"
            rf"|{NAME} (?:has |had )?(?:left|leaves) (?:{NAME} )?for {NAME}|\bdepart(?:s|ed) (?:for|to) (?!{MONTH}){NAME}"
        ),
        "visit",
        dated=True,
    ),
    Form(re.compile(r"\b[Tt]here (?:was|had been) an? (?:call|meeting|conversation|letter)\b"), whole=False),
    Form(re.compile(rf"\b(?:[Tt]he|[Bb]oth) {TEAMS} (?:return|come back) to {NAME}"), "talks", dated=True),
    Form(
        re.compile(rf"\b(?:[Tt]he |[Bb]oth |[Aa]ll )?(?:two |three )?(?:\w+ )?{TEAMS}\b[^.;:,\n]{{0,30}}? {MEET_AGAIN}"),
        "talks",
        dated=True,
    ),
    Form(
        re.compile(
            r"\binvit(?:ed|es) (?:both|the|them|him|her|me|us|[^\W\d_a-z]\w+)[^.;:,\n]{0,40}? (?:to|for) (?!(?:say|think|see|comment)\b)\w+"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:offer(?:s|ed)?|ready|willing|propos(?:es|ed)) (?:once more |again )?to (?:host|seat) (?:both|the (?:two )?|their)"
        ),
        "talks",
        whole=False,
    ),
    Form(re.compile(rf"\b(?:sp(?:oke|oken|eaks?|eaking)|talk(?:s|ed|ing)?|confer(?:s|red)?) (?:\w+ ){{0,2}}{BY_LINE}"), "call"),
    Form(
        re.compile(
            r"\b(?:shuttle[sd]?|commute[sd]?"
            r"|(?:is|was|are|were|has been|have been|begins|began) (?:shuttling|commuting|travell?ing|mediating))"
            r" between (?:the |both )?(?:two )?"
            r"(?:capitals|sides|parties|delegations|governments|camps|[^\W\d_a-z])"
        ),
        "mediation",
    ),
    Form(re.compile(rf"\b[Tt]he (?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}) (?:call|meeting|conversation|summit|talks|round)\b"), whole=False),
    Form(
        re.compile(
            rf"\bafter (?P<told>(?:an?|{spelled(NUMBERS, 2, 10)}|\d+|several) (?:days?|hours?|weeks?|rounds?) of"
            r" (?:\w+ ){0,2}(?:talks|negotiations|consultations)\b)"
        ),
        "talks",
        whole=False,
    ),
    Form(
        re.compile(rf"\b(?:go(?:es)?|goes|went|gone|flies|flew|travels|travelled) back and forth between (?:the )?(?:{NAME}|two )"),
        "mediation",
    ),
    Form(
        re.compile(
            rf"\b(?:telephoned|phoned|rang) (?:me|us|him|her|them|you|back\b|(?:his|her|the|an?) [\w’-]+|{NAME})"
            rf"|(?<!-)\bcalled (?:me|us|him|her|them|you|{NAME}) (?:on {WEEKDAY}|this (?:morning|evening|afternoon)|yesterday|last night"
            r"|again|back|twice)\b"
        ),
        "call",
    ),
    Form(
        re.compile(
            r"\b(?:telephoned|phoned|rang|called|spo(?:ken|ke) (?:to|with)) (?:each other|one another)\b"
            r"|\b(?:last|first|only) time (?:that )?[^.;:,\n]{2,50}? (?:spoke|spoken|talked|heard)\b"
        ),
        "call",
        dated=True,
    ),
    Form(
        re.compile(
            r"(?:\b(?:will|shall|would|is to|are to|(?:promise[sd]?|intend(?:s|ed)?|undertook) to)|[’'](?:ll|d)) (?:also |then |soon )?"
            rf"(?:call|phone|ring|telephone|(?:speak|talk) (?:to|with)) (?:{NAME}|{OFFICER})"
        ),
        "call",
    ),
    Form(
        re.compile(
            rf"\b(?:promise[sd]?|intend(?:s|ed)?|undertook|offer(?:s|ed)) to"
            rf" (?:visit {NAME}|(?:meet|receive) (?:with )?(?:{NAME}|{OFFICER}|them))"
        ),
    ),
    Form(
        re.compile(
            r"\b(?:on leaving|leaving|emerging from|coming out of|emerged from|came out of) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}"
            r"(?:meeting|talks|conversation|lunch|dinner|audience) with\b"
        ),
        whole=False,
    ),
    Form(re.compile(r"\boffer(?:s|ed)?\b[^.;:,\n]{0,30}? to mediate\b|\b(?:invitation|offer) to mediate\b"), "mediation", whole=False),
    Form(
        re.compile(
            rf"\b(?:since|after|following|until|before|in|during) (?P<told>an? (?:[\w-]+ (?:and [\w-]+ )?){{0,3}}?"
            rf"(?:call|meeting|conversation|round|session|summit|visit|lunch|dinner|encounter)"
            rf" (?:in|on) (?:early |late |mid-|the )?(?:{MONTH}|{WEEKDAY}|\d))"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:demand(?:s|ed)?|request(?:s|ed)?|(?:call(?:s|ed)|ask(?:s|ed)|appeal(?:s|ed)|request|demand|plea) for|seeks|sought"
            r"|(?:proposal|suggestion)(?:, [^,.;\n]{2,50},)? for"
            r"|propos(?:es|ed)|suggest(?:s|ed)|urg(?:es|ed)) (?:an?|another) (?:[\w-]+ ){0,2}?"
            r"(?:meeting|session|round|summit|visit|audience|encounter)\b(?! for\b)"
        ),
    ),
    Form(
        re.compile(
            r"\b(?:an|the|his|her|their|its|[^\W\d_a-z][\w-]+[’']s) (?:[\w-]+ )?invitation to"
            rf" (?:him|her|them|visit|come|join|meet|both|(?:{TITLES})\b"
            r"|(?:the|an?) (?:[\w-]+ )?(?:summit|talks|meeting|conference|dinner|lunch|round)\b)"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            rf"\b(?:{NAME}|[Tt]hey|[Bb]oth|[Ww]e|I|[Ss]he|[Hh]e|sides|parties|delegations)"
            rf" (?:will|would|shall|won[’']t|(?:is|are) to)(?: not| now)?"
            r" (?:be (?:there|present|in the room|at the table)|attend|turn up|show up|take part) (?:on|at|in|next|this|tomorrow)\b"
        ),
        "talks",
        dated=True,
    ),
    Form(
        re.compile(
            rf"\b{NAME} (?:will|would|shall|won[’']t|(?:is|are) to)(?: not| now)? (?:be in|come to) {NAME} (?:on|next|this|tomorrow)\b"
        ),
        "visit",
        dated=True,
    ),
    Form(
        re.compile(
            r"\b(?:refus(?:es|ed) to|declin(?:es|ed) to|would not|will not|did not|does not|wouldn[’']t|didn[’']t) (?:come to|go to"
            r"|answer|pick up|take)"
            r" (?:the (?:tele)?phone|(?:his|her|the|their|any|my) (?:tele)?(?:phone )?calls?)\b"
        ),
        "call",
    ),
    *PAPER_FORMS,
    *MEETING_FORMS,
    *TALK_FORMS,
)
