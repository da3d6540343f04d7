"""Forms of words that tell of a contact that was none, or is to be none: "no such meeting", "refused to see him", "suspended the talks"."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import NEGOTIATIONS, OCCASION
from onrecord.reading.contacts.form import Form
from onrecord.reading.language.weekdays import WEEKDAY

ABSENCES = (
    Form(
        re.compile(
            rf"\b(?:[Nn]o such (?:{OCCASION}|evening)|any such {OCCASION}|[Tt]here (?:is|are) no {OCCASION}\b(?! (?:for|to)\b)"
            rf"|[Tt]here (?:was|were|had been|has been|have been) (?:no|any|never an?|never any) (?:secret )?{OCCASION}"
            rf"|receipt of (?:any|the|an?) letter|no (?:knowledge|record|memory) of (?:any|an?|the|such an?) {OCCASION})\b"
        ),
        whole=False,
    ),
    Form(
        re.compile(
            r"\b(?:did not|has not|have not|had not|never) (?:yet )?(?:meet|met|speak|spoken|spoke|talk|talked)"
            r" (?:face|in person|directly|each other|(?:that|this|the) (?:man|woman|lady|gentleman|gentlemen|people|men|women)\b"
            r"|(?:to|with) (?:each|one another|him|her|them)|(?:with )?(?:him|her|them)\b"
            r"|(?:with )?(?:any )?[^\W\d_a-z][\w-]+\b(?![’']))"
        ),
    ),
    Form(
        re.compile(
            rf"(?<!not )(?<!never )\bden(?:y|ies|ied)(?: on {WEEKDAY})?"
            r"(?:(?: (?:an?|the|any|all) (?:\w+ )?(?:reports?|claims?|rumou?rs?|allegations?))?"
            r" that (?P<told>[^.;:,\n]{2,60}?(?: (?:had|has|have)(?: ever| once)?)?)| having(?: ever| once)?)"
            r" (?:met|spoken|talked|seen|visited|telephoned|phoned|called (?:anybody|anyone|him|her|them|[^\W\d_a-z])|been received)\b"
        ),
        whole=False,
    ),
    Form(re.compile(r"\bmet (?:with )?(?:nobody|no ?one)\b"), "meeting"),
    Form(
        re.compile(
            r"\b(?:rul(?:es?|ed) out|refus(?:es?|ed)|reject(?:s|ed)|declin(?:es?|ed)) (?:an?|any|another|further|such an?) (?:\w+ )?"
            r"(?:meeting|talks|conversation|call|encounter|visit)\b(?! (?:for|to|on)\b|[’'])"
        ),
    ),
    Form(
        re.compile(
            rf"{NEGOTIATIONS}\b[^.;:,\n]{{0,60}}? (?:are|were|is|was|have been|has been|had been|remain|remained|stay) (?:now |still )?"
            r"(?:suspended|frozen|(?:put )?on hold|broken off|paused|halted)\b"
        ),
        "talks",
    ),
    Form(
        re.compile(
            rf"(?<!not )(?<!never )\bden(?:y|ies|ied)(?: on {WEEKDAY})? (?:any|all) (?P<told>(?:\w+ )?(?:{OCCASION})\b"
            r"(?! (?:with (?:the )?(?:press|journalists|media)|to|for)\b))"
        ),
        whole=False,
    ),
)
