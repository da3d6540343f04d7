"""Forms of words that plainly tell of meetings: who sat, dined, stayed or stood with whom, received whom, or went to see whom."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import BROADCASTER, ENVOY, MEAL, NAME, OFFICER, OFFICERS, SOMEBODY
from onrecord.reading.contacts.form import Form
from onrecord.reading.contacts.scenery import TITLES
from onrecord.reading.language.weekdays import MONTH, WEEKDAY

MEETING_FORMS = (
    Form(
        re.compile(
            r"\b(?:[Tt]he two|[Bb]oth|[Tt]hey|[^\W\d_a-z][\w’-]+ and (?:the [a-z]+|[^\W\d_a-z][\w’-]+))"
            r" (?:(?:had |have )?(?:dined|lunched|breakfasted)|dine|lunch|breakfast)\b"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            r"(?<!would have )(?<!must have )\b(?:had|has|have|held|holds?|holding) (?:(?!no\b|not\b|been\b)[\w-]+ ){0,3}?"
            rf"(?:discussions|consultations|conversations?|meetings?|session) with {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\bcall(?:s|ed) on (?:(?:{TITLES})\.? {NAME}|{OFFICER})(?![^.;:\n]* to [a-z])"
            rf"|\bpa(?:id|ys?|ying) (?:\w+ )?an? (?:\w+ )?(?:call on|visit to) {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:am|is|are|was|were|be) (?:now |also |already |about to be )?(?:meeting|receiving|sitting (?:down )?with)"
            rf" (?:with )?{SOMEBODY}"
            rf"|\b{NAME} and (?:the [a-z]+|{NAME}) (?:are|were) (?:now )?(?:meeting|sitting (?:down|together)|talking|in conversation)\b"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:{NAME}|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|who|{OFFICERS}|delegation|and)(?: [\w-]+ (?:week|month|year)| on {WEEKDAY})?"
            rf" (?:was|were|had been|has been|have been|will be|is to be|are to be) (?:then |also )?received"
            rf" (?:(?:in audience|in private|again|yesterday|today|there|on {WEEKDAY}) )*by {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\bmet (?:with )?(?:(?!{WEEKDAY}|{MONTH}){NAME}|(?:the|his|her|its|their|two|several) (?:[\w-]+ ){{0,2}}?{OFFICERS})\b"
        ),
        "meeting",
        dated=True,
    ),
    Form(re.compile(r"\b(?:sat|are|is|were|was|have been|had been) (?:together )?in (?:one|the same) (?:room|building)\b"), "meeting"),
    Form(
        re.compile(
            r"\b(?:seen|saw|met) (?:each other|one another)\b|\b(?:last|first|only) time (?:that )?[^.;:,\n]{2,50}? (?:met|saw|seen)\b"
        ),
        "meeting",
        dated=True,
    ),
    Form(re.compile(r"\bwho (?:had |have )?met (?:on|in|at)\b"), "meeting", dated=True),
    Form(re.compile(rf"\b(?:receive[sd]?|greeted) (?:(?!{BROADCASTER}){NAME}|{OFFICER})(?! of the press)"), "meeting"),
    Form(
        re.compile(
            rf"\b(?:walk(?:ed|ing)|stroll(?:ed|ing)|din(?:ed|ing)|lunched|breakfasted|(?:had|took|taken) {MEAL})"
            r" (?:together|at one table)\b"
            rf"|\b{NAME} and (?:{NAME} )+(?:are|were) (?:walking|strolling|dining|lunching)\b"
        ),
        "meeting",
    ),
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
    Form(re.compile(rf"\b(?:dined|lunched|breakfasted|had {MEAL}) with {SOMEBODY}"), "meeting"),
    Form(
        re.compile(rf"\bask(?:s|ed)(?: on {WEEKDAY}| again)? (?:to (?:see|be received by)|for an audience with) (?:{SOMEBODY}|you\b)"),
        "meeting",
    ),
    Form(
        re.compile(
            r"\b(?:go(?:es)?|went|gone|com(?:e|es|ing)|came|fl(?:y|ies|ew)|flown|travel(?:s|led)|drove|crossed|been|returned|on (?:his"
            r"|her|their) way)\b"
            rf"[^.;:,\n]{{0,50}}? to (?:see|meet|sit down with|confer with|consult(?: with)?|hold talks with|have talks with) {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:bumped into|r[au]n into|came face to face with|crosse[sd] paths with|shook hands with|shake hands with) {SOMEBODY}"
        ),
        "meeting",
    ),
    Form(
        re.compile(
            rf"\b(?:shall|will|would|was|were|is|are|am|been|to)(?: also| now| then)?(?: be)? with (?:(?:{TITLES})\.? {NAME}"
            rf"|the (?:[\w-]+ )?(?:minister|premier"
            r"|president|envoy|mayor|general|mediators?|king)\b)[^.;:\n]{0,40}? (?:for|in|at|on) "
        ),
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
    Form(
        re.compile(
            r"\breceive[sd] (?:him|her|them) (?:in|at|on|for|again|twice)\b"
            rf"|\baccept(?:s|ed) (?:{OFFICER}|(?:{TITLES})\.? {NAME})\b(?![’'])"
        ),
        "meeting",
    ),
)
