"""Talks and meetings that are only spoken of: a possibility, how two stand to each other, a body that sits by itself, a rumour."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.contacts.denials import FINITE, is_rumoured
from onrecord.reading.contacts.encounter_words import BY_LINE
from onrecord.reading.contacts.occasions import MATTER
from onrecord.reading.contacts.scenery import place_in
from onrecord.reading.language.auxiliaries import ASKING
from onrecord.reading.language.cues import JOURNALISTS
from onrecord.reading.language.dates import DATE
from onrecord.reading.language.numerals import ORDINALS, spelled
from onrecord.reading.language.weekdays import MONTH, WEEKDAY

#: Talks as something that is talked about: "prepares the ground for talks".
PREPARES = re.compile(
    r"\b(?:prepar(?:es?|ed|ing) (?:the )?(?:ground|way|terrain)|pav(?:es?|ed|ing) the way|set(?:s|ting)? the stage) for\b", re.I
)
#: "Before, on the eve of the round": when something else was.
EVE = re.compile(r"(?:before,? )?(?:on the eve of|ahead of)\b")
#: How two stand to each other, not an occasion: "is having a dialogue with", "remains in contact", "keeps the channel open".
RELATIONS = re.compile(
    r"\b(?:(?:is|are|was|were) (?:having|conducting|in) (?:an? )?(?:(?:constant|regular|close|permanent|direct|active) )?"
    r"(?:dialogue|contacts?|touch)"
    r"|(?:maintain|keep|kept|remain|stay)(?:s|ed|ing)? (?:in |up )?(?:(?:an?|the|their) )?"
    r"(?:(?:constant|regular|close|permanent|direct|active|open) )?(?:dialogue|contacts?|touch|channels?)"
    r"|(?:contacts?|dialogue|channels?) (?:is|are|was|were) (?:being )?(?:maintained|kept))\b",
    re.I,
)
LINE = re.compile(BY_LINE)
#: A round with a number is one that is to be held, however likely; so is what a day or a place is thought of for.
COUNTED = re.compile(rf"\b(?:{spelled(ORDINALS, 1, 10)}|\d+(?:st|nd|rd|th)) ")
FIXED = re.compile(rf"\b(?:{MONTH}|{WEEKDAY}|\d+)\b")
#: A body that sits by itself meets nobody.
OWN_SITTING = re.compile(
    r"\b(?:Council of Ministers|cabinet),? (?:met|meeting|sat|convened|gathered)\b(?! with)"
    r"|\b(?:cabinet|government|parliament|senate|court|security council|council of ministers),?"
    r" (?:will |is (?:due )?to |was to |is |has )?(?:me(?:t|ets?|eting)|sat|sits?|convene[sd]?|debat(?:es|ed|ing))"
    r"(?= (?:on|in|at|for|to|this|late|early|again|until|behind|today|tomorrow|yesterday)\b|[.,;]|$)(?![^.;]*\bwith\b)"
    r"|\b(?:meetings?|sessions?|sittings?) of (?:the |his |her |its )?(?:\w+ )?(?:government|cabinet|parliament|senate|security council"
    r"|council of ministers)\b(?! (?:and|with)\b)"
    r"|\b(?:cabinet|parliamentary|party|committee|board|staff|editorial|news|press) (?:meetings?|sessions?|sittings?|conferences?)\b"
    r"|\b(?:council|assembly|parliament|commission|committee|congress|board) (?:[\w-]+ ){1,3}?in"
    r" (?:ordinary|extraordinary|plenary|closed|regular) session\b",
    re.I,
)
#: Whoever receives the press speaks to all: "met reporters", "has received on Thursday at the palace the press of the capital".
PRESS = re.compile(rf"\b(?:receiv(?:es|ed)|met|meets) (?:(?:on|at|in) (?:the )?\w+ )*(?:the )?(?:press|{JOURNALISTS}|media)\b", re.I)
#: Who takes the floor speaks to all: "The representatives of Orvania and Tamesh also spoke"; a heading: "9911th Meeting (AM)".
TOOK_FLOOR = re.compile(r"\balso sp(?:oke|eaking)(?: today)?\W*$|\btook the floor\b|\d{2,}(?:st|nd|rd|th) meeting \(?$", re.I)
#: Who joins those who met is told beside their meeting: "They were joined after lunch by the envoy".
JOINED_BY = re.compile(r"\A(?:He|She|They|Both|The (?:two|pair)(?: \w+)?) (?:was|were) (?:later )?joined (?:[\w ]{1,20} )?by\b")
#: How something is to come about, or where it stands, not an occasion: "to end the war through negotiations", "no progress in the talks".
MEANS = re.compile(
    r"\b(?:(?:through|by way of|by means of) (?:direct |peaceful |political )?(?:negotiations?|talks|dialogue|diplomacy)"
    r"|in the (?:negotiations|talks|dialogue))$",
    re.I,
)
#: An ambassador who is recalled meets nobody.
RECALLED = re.compile(r"\brecall(?:s|ed|ing)? (?:(?:its|the|their|his|her) (?:\w+ )?(?:ambassador|envoy|charg[eé]|consul)|$)")
#: What is only threatened, or denied, has not been broken off: "threatened to suspend the talks", "denied that it had broken off contact".
NOT_BROKEN_OFF = re.compile(
    r"\b(?:threat(?:s|en(?:s|ed|ing)?)? to (?:break off|suspend|freeze|leave|quit|abandon|boycott)"
    r"|den(?:y|ies|ied) (?:that (?:\w+ ){1,3}?(?:had|has|have) |having )(?:broken off|suspended|cut)) (?:(?:all|any|its|the|their|such) )*"
    r"(?:contacts?|talks|negotiations|dialogue|conversations|cooperation)\b"
)
#: How long there has been nothing, which is no occasion: "have not held talks since May".
NOTHING_SINCE = re.compile(
    r"\bha(?:s|ve|d)(?: not|n[’']t) (?:held|met|spoken|talked|sat down)\b[^.;]*? since (?:[A-Z]|\d|last|early|late|mid|then|the (?:spring"
    r"|summer|autumn|winter|war|attack|coup|election))"
)
#: What is only asked: "Have you met Strand?", "pressed on whether she had met him".
ASKS = re.compile(rf"\b{ASKING}\s+$")
SOMEBODY = re.compile(r"(?:you|he|she|they|we|I)\b|[^\W\d_a-z]")
#: Who says where he was met nobody there: "I was in Utrecht all day".
ALIBI = re.compile(r"I was (?:in|at) (?![^.;:]*\b(?:with|talks|meeting|to see|to meet)\b)")
#: What nobody vouches for, or denies, is left open, with its day: "would neither confirm nor deny that the two had met".
UNVOUCHED = re.compile(
    r"\bconfirm(?:s|ed|ing)? n?or den(?:y|ies|ied|ying)(?: that)? $"
    r"|\bneither (?:confirm\w*|den\w+) nor (?:den\w+|confirm\w*) (?:that|reports? (?:of|that)|an?|any) $"
)
WHETHER = re.compile(r"\b(?:whether|if) $")
#: So far before some evidence the words that make a matter of it are looked for.
REACH = 40


def is_matter(text: str, evidence: Span) -> bool:
    """Whether words speak of talks as a matter, of how two stand to each other, of a body that sits by itself, or ask for talks."""
    before = text[max(0, evidence.start - REACH) : evidence.start]
    only_when = EVE.match(evidence.text) and not FINITE.search(evidence.text)
    if any(
        evidence.start < m.end() <= evidence.end + 1
        for m in NOT_BROKEN_OFF.finditer(text, max(0, evidence.start - 2 * REACH), evidence.end)
    ):
        return True
    if ALIBI.match(text, max(0, evidence.start - len("I ")), evidence.end) or ALIBI.match(evidence.text):
        return True
    if (
        UNVOUCHED.search(text, max(0, evidence.start - 2 * REACH), evidence.start)
        or RECALLED.search(before)
        or RECALLED.search(evidence.text)
    ):
        return True
    if RELATIONS.search(evidence.text) and not DATE.search(evidence.text) and not LINE.search(evidence.text):
        return True
    if MEANS.search(evidence.text) and not FINITE.search(evidence.text):
        return True
    if only_when or any(words.search(evidence.text) for words in (PREPARES, OWN_SITTING, PRESS, TOOK_FLOOR, NOTHING_SINCE, JOINED_BY)):
        return True
    asked = (evidence.text.startswith("there") and ASKS.search(before)) or _is_asked(evidence, before)
    if asked or is_rumoured(text, evidence):
        return True
    fixed = COUNTED.search(evidence.text) or FIXED.search(evidence.text) or place_in(text, evidence)
    return bool(MATTER.search(before)) and not fixed


def _is_asked(evidence: Span, before: str) -> bool:
    """Whether some evidence is what is asked, or what is left open and has no day."""
    if ASKS.search(before) and SOMEBODY.match(evidence.text):
        return True
    return bool(WHETHER.search(before) and FINITE.search(evidence.text)) and not DATE.search(evidence.text)
