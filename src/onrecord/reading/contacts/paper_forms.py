"""Forms of words that plainly tell of letters and documents: who wrote, handed over, got, tabled or answered one."""

from __future__ import annotations

import re

from onrecord.reading.contacts.encounter_words import NAME, SOMEBODY, THING
from onrecord.reading.contacts.form import Form
from onrecord.reading.language.weekdays import MONTH

#: What one side gives the other in writing, by words that elsewhere mean no paper.
_ANSWER = (
    rf"(?:{THING}|answers?|repl(?:y|ies)|responses?|comments|remarks|amendments|outlines?|invitations?|texts?"
    r"|versions?(?: of (?:the|its|their|his|her) \w+)?)"
)
_ITS = r"(?:its|their|his|her|the|an?)"
_TO = rf"to (?:the |an? |both |each |all |{NAME}|[a-z]+ (?:mediators|officials|negotiators))"
PAPER_FORMS = (
    Form(
        re.compile(
            r"\b(?:gave|given|handed|presented|passed|submitted|conveyed|sent)(?: over| out)?"
            rf" (?:{_ITS} )?(?:[\w-]+ ){{0,2}}?{_ANSWER} (?:of (?:its|their|his|her) own )?(?:[^.;:,\n]{{0,30}}? )?{_TO}"
            rf"|\b(?:handed|gave|passed)(?: over)? {NAME} {_ITS} (?:[\w-]+ ){{0,2}}?{_ANSWER}\b"
            r"|\b(?:will|would|(?:is|are|was|were|promised|agreed|instructed [^.;:,\n]{2,40}?) to) (?:convey|deliver|transmit|submit"
            rf"|hand(?: over)?) (?:{_ITS} )?(?:[\w-]+ ){{0,2}}?{THING} {_TO}"
        ),
        "document",
    ),
    Form(
        re.compile(
            rf"\b{_ANSWER} (?:was|were|(?:had|has|have) been)"
            r" (?:presented|handed(?: over)?|submitted|conveyed|delivered|given|passed|transmitted) to (?!(?:pass|be)\b)\w+"
            rf"|\breceived {_ITS} (?:[\w-]+ ){{0,2}}?{_ANSWER} from (?:the |{NAME})"
            rf"|\b{_ANSWER} (?:had |have )?reached (?:us|them|the |{NAME})"
            rf"|\bshared {_ITS} (?:[\w-]+ ){{0,2}}?(?:drafts?|papers?|documents?|texts?)\b"
        ),
        "document",
    ),
    Form(
        re.compile(
            r"\b(?:wrote|written|(?:will|would|(?:promised|intends|wants|is|was) to) write) (?:back )?to (?:me|us|him|her|them|your|"
            r"(?:the |his |her |its |this |our )?(?!this\b|our\b|the\b|(?:news)?paper|editor|press|readers?|journalists?|reporters?)\w+)\b"
        ),
        "letter",
    ),
    Form(
        re.compile(rf"\b(?:gave|handed|left|passed|presented) (?:the \w+|both \w+|him|her|them|us|{NAME}) [^.;:,\n]{{0,30}}?\b{THING}\b"),
        "document",
    ),
    Form(
        re.compile(
            r"\b(?:received|sent|got|(?:was|were|been) (?:given|handed|passed)) (?:no|any|such an?|an?|the|two|three) (?:[\w-]+ ){0,2}?"
            r"(?:letter|note|message)s?\b"
        ),
        "letter",
    ),
    Form(
        re.compile(
            rf"\b{THING}(?: that| which| whom)? [^.;:,\n]{{2,50}}? (?:delivered|handed|sent|gave|left|got|received|brought|carried|passed)"
            rf" (?:over |us |him |her |them |me )?(?:to|with|from) (?:the|{NAME}|both|us|him|her|them)\b"
        ),
        "document",
    ),
    Form(re.compile(rf"\b(?:his|her|its|their|my|our) (?:\w+ )?(?:letter|note) (?:of|dated) \d{{1,2}} {MONTH}"), "letter", whole=False),
    Form(re.compile(rf"\b(?:exchange[ds]? (?:of )?(?:their )?(?:two |sealed )*{THING}|[Ll]etters exchanged)\b"), "document"),
    Form(re.compile(rf"\bhanded (?:over (?:an?|the|their|his|her)|(?:an?|the) [^.;:,\n]{{0,30}}?{THING} to) "), "document"),
    Form(
        re.compile(
            rf"\b(?:laid|placed|put) (?:before|in front of) (?:{SOMEBODY}|us|me)\b[^.;:,\n]{{0,30}}?{THING}\b"
            rf"|\b(?:gave|given|handed|distributed)(?: to)? (?:both|each)\b[^.;:,\n]{{0,40}}?{THING}\b"
        ),
        "document",
    ),
    Form(
        re.compile(
            r"\b(?:repl(?:ied|y)|answer(?:s|ed)?|respond(?:s|ed)?|notified|informed|ask(?:s|ed)|requested|protested|invited)\b"
            r"(?:(?! that\b)[^.;:,\n]){0,50}? by (?:an? |two |three )?(?:letters?|notes?|telegram)\b"
            r"|\b(?:replied|notified|informed)\b[^.;:,\n]{0,40}? in writing\b"
        ),
        "letter",
    ),
)
