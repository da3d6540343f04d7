"""What governs some evidence of a contact from before, and so tells what becomes of it: "ruled out", "put forward", "ahead of"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.contacts.denials import FINITE, ONE, REACH, SAID_ON
from onrecord.reading.contacts.status_words import CHANCE

_NOT = r"(?: not|n[’']t)"
_WITHOUT_NOT = r"(?<!not )(?<!n[’']t )(?<!never )(?<!nor )"
_ARE = r"(?:is|are|was|were|be|been|being)"
#: Status → the verbs, nouns and adjectives that govern a contact of that status. Each can stand in the active or in the passive voice.
GOVERNORS = {
    "proposed": (
        r"(?:not|n[’']t|nor|neither|never) (?:rul(?:es?|ed|ing) out|exclud(?:es?|ed|ing))|could|might"
        r"|propos(?:es?|ed|ing)|suggest(?:s|ed|ing)?|offer(?:s|ed|ing)?|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|hop(?:es?|ed|ing)"
        r"|(?:ask|call|press|push|plead|appeal|hop)(?:e?s|ed|ing)? for|(?:call|appeal)(?:s|ed|ing)? (?:on|upon|to)"
        r"|seek(?:s|ing)?|sought|urg(?:es?|ed|ing)|favou?r(?:s|ed|ing)?|want(?:s|ed)?|would (?:like|welcome|prefer)"
        r"|put(?:s|ting)? forward|float(?:s|ed|ing)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|contemplat(?:es?|ed|ing)"
        rf"|(?:talk|idea) of|open to|in mind for|{_WITHOUT_NOT}(?:ready|willing|prepared)|{CHANCE} (?:of|for|to|that)"
    ),
    "refused": (
        rf"{_WITHOUT_NOT}(?:rul(?:es?|ed|ing) out|exclud(?:es?|ed|ing)|reject(?:s|ed|ing)?|refus(?:es?|ed|ing|al)|declin(?:es?|ed|ing)"
        r"|turn(?:s|ed|ing)? down|brush(?:es|ed|ing)? (?:aside|off|away)|spurn(?:s|ed|ing)?|snub(?:s|bed|bing)?|shun(?:s|ned|ning)?"
        r"|rebuff(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|oppos(?:es?|ed|ing)|boycott(?:s|ed|ing)?|stay(?:s|ed|ing)? away from)"
        rf"|(?:will|would){_NOT}(?: hear of)?|won[’']t|sa(?:ys?|id|ying) no to|(?:vot|decid)(?:es?|ed|ing) against|not to [a-z]+"
        rf"|no (?:intention|wish|desire|interest|need|reason|point|basis|grounds|possibility|prospect|chance) (?:for|of|in|to)"
        rf"|{_ARE}{_NOT} (?:[a-z]+ )?(?:ready|prepared|willing|going|interested|inclined)|unwilling"
        rf"|(?:do|does|did){_NOT} (?:take|answer|attend|accept|want|wish)"
    ),
    "cancelled": (
        r"pull(?:s|ed|ing)? out of|withdr(?:aws?|ew|awn|awing)(?: from)?|withdrawal (?:of [\w’ -]{2,30} )?from|call(?:s|ed|ing)? off"
        r"|cancel(?:s|led|ling)?|postpon(?:es?|ed|ing)"
        r"|(?:cancellation|postponement) of|put(?:s|ting)? (?:off|paid to)|scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)|abandon(?:s|ed|ing)?"
        r"|drop(?:s|ped|ping)|str(?:ikes|uck)|delay(?:s|ed|ing)?|nothing came of|instead of"
        r"|(?:kept|prevented|barred|stopped) [^.,;:\n]{2,40}? from"
    ),
    "suspended": (
        r"(?:walk|storm)(?:s|ed|ing)? out of|suspend(?:s|ed|ing)?|suspension of|(?:breaks?|broke|broken|breaking) off"
        r"|fr(?:eezes|oze|ozen|eezing)|interrupt(?:s|ed|ing)?|adjourn(?:s|ed|ing)?|halt(?:s|ed|ing)?|paus(?:es|ed|ing)"
    ),
    "denied": (
        rf"{_WITHOUT_NOT}(?:den(?:y|ies|ied|ying){SAID_ON}(?: having| any knowledge of)?|disput(?:es?|ed|ing))"
        rf"|(?:know|knows|knew|heard) nothing (?:of|about)|(?:{_ARE} (?:not aware|unaware)|no (?:knowledge|record|recollection)) of"
        r"|it (?:is|was) (?:not true|untrue|false)"
    ),
    "planned": (
        rf"expects?|{_ARE} (?:now |still )?(?:due|expected|scheduled|set|supposed)|plann?(?:s|ed|ing)?|agree[sd]?|agreeing"
        r"|intend(?:s|ed|ing)?|announc(?:es?|ed|ing)(?! that)|await(?:s|ed|ing)?|preparations? (?:for|of)"
    ),
}  # fmt: skip
#: "Ruled out the possibility of a meeting" rules out the meeting.
_OF_IT = r"(?: (?:the|any|every) (?:very )?(?:possibility|prospect|idea|option|chance) of)?"
_BEFORE = {status: re.compile(rf"\b(?:{words})(?: (?:that|to|for|of|in))?{_OF_IT}{ONE} $", re.I) for status, words in GOVERNORS.items()}
#: "Ahead of his", "preparing for the": before the name of what is still to come.
_COMES = re.compile(
    r"\b(?:ahead of|in the run-up to|on the eve of|(?:prepar(?:es?|ed|ing)|packing|agenda|date) for)(?: (?:an?|the|his|her|their"
    r"|its))? $",
    re.I,
)
#: What begins so is no object of what stands before it: "made the offer │ in Bergen", "announced │ after he had met her".
ADJUNCT = re.compile(r"(?:in|at|on|by|with|from|during|after|before|when|as|while|since|until|where|who|which|whether|if|how)\b")
#: By which words alone a status is known.
LABELS = {
    "proposed": "possibility of ", "refused": "refused ", "cancelled": "cancelled ", "suspended": "suspended ", "denied": "denied ",
    "planned": "planned for ",
}  # fmt: skip
#: "Nobody from Bergen will", "neither of them has": whom the verb of the evidence is said of.
NOBODY = re.compile(
    r"\b(?:nobody|no one|none|neither|not one)(?: (?:of|from|in|on|among)\b[^.,;:\n]{1,40}?)?"
    r"(?P<ahead> (?:will|would|is to|are to|is going to))?(?: has| have| had)? $",
    re.I,
)
#: "There will be no second": of what is only named.
NO_SUCH = re.compile(r"\b(?P<ahead>(?:will|would|can|could) be )?no(?: (?!longer|doubt|to\b)[a-z]+)? $", re.I)
WILL_BE = re.compile(r"\b(?:will|would|can|could) be $", re.I)
NOR = re.compile(r"\b(?:neither|nor) $", re.I)
INVERTED = re.compile(r"(?:did|do|does|has|have|had|will|would|is|are|was|were)\b")
TO_BE = re.compile(r"(?:will|would)\b")


def governor_of(text: str, evidence: Span) -> str | None:
    """The status that what stands right before some evidence gives it: "refused" after "ruled out any"; None if nothing does."""
    if ADJUNCT.match(evidence.text):
        return None
    start = max(0, evidence.start - REACH)
    found = {status: m.start() for status, words in _BEFORE.items() if (m := words.search(text, start, evidence.start))}
    if not found:
        return "planned" if _COMES.search(text, start, evidence.start) else None
    return min(found, key=found.__getitem__)  # "ruled out" of "ruled out the possibility of"


def negated_subject_of(text: str, evidence: Span) -> str | None:
    """ "Refused" where the evidence says of nobody what he will do, "denied" where it says so of what he did."""
    start = max(0, evidence.start - REACH)
    if NOR.search(text, start, evidence.start) and INVERTED.match(evidence.text):
        return "refused" if TO_BE.match(evidence.text) else "denied"
    if WILL_BE.search(text, start, evidence.start) and evidence.text.startswith("no "):
        return "refused"
    nobody = NOBODY.search(text, start, evidence.start)
    if nobody is None and not FINITE.search(evidence.text):
        nobody = NO_SUCH.search(text, start, evidence.start)
    if nobody is None or not evidence.text[:1].islower():
        return None
    return "refused" if nobody["ahead"] else "denied"
