"""What became of a contact by the words of its evidence, those that govern it and what is said of it behind: its status."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import Span
from onrecord.model.entries import AHEAD, FALLEN
from onrecord.reading.contacts.denials import FINITE, REACH, is_denied
from onrecord.reading.contacts.governors import LABELS, governor_of, negated_subject_of
from onrecord.reading.contacts.occasions import SITTING
from onrecord.reading.contacts.status_words import (
    ARRANGED,
    BE,
    BROKEN,
    CAME_TO_NOTHING,
    FELL_THROUGH,
    IDLE,
    MAY_BE,
    MOVED,
    NO_ANSWER,
    NO_MORE,
    NOT_AS_PLANNED,
    OFF,
    SPURNED,
    STALLED,
    STATUS_WORDS,
    UNPLANNED,
    UNTHINKABLE,
    UNWANTED,
    WAS,
)
from onrecord.reading.encoder.layout import STATUSES

#: Who is invited, or to do what, stands between: "invited Veld to", "proposed that the commanders of both armies".
INVITES = re.compile(r"\b(?:invit(?:es|ed|ing)|invitation to) [^.;:\n]{2,120}? $")
PROPOSES = re.compile(r"\b(?:propos(?:es|ed)|suggest(?:s|ed)) that (?:the |both |two )[^.,;:\n]{2,80} $")
#: "Called on both sides", before what they are "to" do.
BIDS = re.compile(
    r"\b(?:ask|urg|press|beg|implor|want|encourag|advis|(?:call|appeal)(?:s|ed|ing)? (?:on|upon|to)|would (?:like|love|have))(?:g?e?s"
    r"|g?e?d|ing)?"
    r"(?: [^.,;:\n]{2,80})? $"
)
#: What was proposed and is accepted is planned.
ACCEPTS = re.compile(
    r"\baccept(?:s|ed) (?:an? |the |his |her |their |this )?(?:(?:invitation|proposal|offer|idea) )?(?:to|that)(?: [a-z]+)? $"
)
ACCEPTED = re.compile(r"\baccept(?:s|ed|ing) $")
HAS_ACCEPTED = re.compile(r"\b(?<!not )accept(?:s|ed) (?:an?|the|his|her|their|its|this) (?:\w+ )?(?:invitation|proposal|offer)\b")
INVITATION = re.compile(r"(?:an?|the|his|her|their|its|this) (?:\w+ )?(?:invitation|proposal|offer)\b")
TAKEN_UP = re.compile(r"[;.] (?:The|This|His|Her) (?:invitation|proposal|offer) (?:was|has been) (?:[a-z]+ )?accepted\b")
#: What is proposed and turned down directly behind: "…; Veld turned down the idea".
TURNED_DOWN = re.compile(
    r"[;.] (?:But )?(?:[^\W\d_a-z][\w’.-]* ){1,4}(?:refused(?=[:.,;]| the (?:idea|offer|invitation|proposal))"
    r"|(?:turned down|declined|rejected) (?:it\b|the (?:idea|offer|invitation|proposal)))"
)
_FALLEN = rf"(?:{SPURNED}|{OFF}|off(?! the)|{BROKEN}|denied|{IDLE}|{UNTHINKABLE})\b"
_FELL = (
    rf"(?:{BE} (?:(?:now|thus|again|since|also|later|then|therefore|still|simply) )?{_FALLEN}"
    rf"|{CAME_TO_NOTHING}|(?:has |have |had )?{FELL_THROUGH}|came to nothing|aborted|(?:will|would)(?: not"
    rf"|n[’']t) (?:now )?(?:take place|happen|go ahead|be held)"
    rf"|{STALLED}|{UNWANTED}|(?:was |were )?turned (?:back|around)\b)"
)
#: The same in the active voice, behind what it is done to: "a meeting in person she ruled out", "the invitation that Strand declined".
FRONTED = re.compile(
    r"(?: that| which)? (?:he|she|they|it|we|I|(?:the )?(?:[a-z]+ )?[^\W\d_a-z][\w’-]+(?: [^\W\d_a-z][\w’-]+)?)(?: has| have| had)?"
    rf" (?:{SPURNED}|called off|cancelled|postponed|put off|broke off|suspended|(?:will|would) not (?:attend|hear of|go|travel|come))\b"
)
#: What is said of some evidence right behind it: "a planned call between the two was postponed".
PREDICATE = re.compile(
    rf" (?:{_FELL}|{BE} (?:{UNPLANNED}|not (?:excluded|ruled out))\b|(?:was|were|is|are|has been"
    rf"|have been|had been) (?:(?:now|again|since|also) )?"
    rf"(?:under way|held|proposed|planned|scheduled|uncertain|in doubt|(?:under|in) preparation|{MOVED})\b|{ARRANGED}\b)"
    rf"| (?:on|in) (?:ice|hold|abeyance)\b|[;,] (?:but )?(?:both|all|they|it) {_FELL}|,? (?:but|and) (?:(?:he|she|they"
    rf"|[^\W\d_a-z][\w’-]+) )?{NO_ANSWER}\b"
    rf"|,? (?:but|and|and then|but then|yet|before) (?:(?:it|this|that|they) )?(?:(?:later|then|being) )?(?:{_FELL}|{_FALLEN})"
)
#: The same further behind, where the evidence only names a contact: "a meeting, set for May in Bergen, was cancelled".
LATER_PREDICATE = re.compile(
    rf"(?:,? (?:in|at|on|to|with|of|for|between|over|from|by|near|set|due|planned|scheduled) [^,.;:\n]{{1,60}}?)?,?"
    rf" (?:{_FELL}|{ARRANGED}\b|(?:is|are|was|were|remains?) (?:now |still |again )?(?:uncertain|in doubt)\b)"
)
#: What such a word adds to the score of its status, as a natural logarithm: verbs tell it plainly.
STATUS_SCORE = 5.0
#: Makes a class impossible.
NEVER = -1e4
#: What is said in the past tense to have happened is not ahead.
PAST = re.compile(rf"\b(?:{WAS}|ago|yesterday)\b", re.I)
#: A sentence that begins so says that something was, and so do the words "After Tuesday’s talks" alone.
THERE_WAS = re.compile(
    r"(?:.*\bwas (?:the|their) (?:(?:only|last|latest|first|second|third|[a-z]+th) )?(?:such )?(?:meeting|call|conversation|visit"
    r"|round)\b)"
    r"|There (?:was|were|had been|has been) (?!no\b|never\b|nothing\b)"
    r"|(?:After|Following) [A-Z]\w+day[’']s [\w -]+$"
)
#: What was to be and was not is cancelled, not denied.
NEVER_CAME = re.compile(
    rf"\b(?:never began|{CAME_TO_NOTHING}|will not (?:now )?(?:take place|happen|be held|go ahead)"
    rf"|{NOT_AS_PLANNED})\b"
)
#: "There will be no meeting", "no meeting before the prisoners are home".
NONE_TO_COME = re.compile(rf"\b(?:{NO_MORE})\b", re.I)
#: "It would be the first time that they have met": what the perfect tense tells there is still to come.
FIRST_TIME = re.compile(r"\b(?:would|will) be (?:the|their) (?:[a-z]+ )?time(?: that)? $")
#: What is only put off without a day is suspended.
UNTIL_FURTHER = re.compile(r"\b(?:until further notice|indefinitely)\b")
_OWN = r"(?:an?|any|his|her|its|their|such) "
BEGINS_WITH_OWN = re.compile(_OWN)
#: What is wanted need not have been: "the public does not “crave” his meeting with Strand".
WANTED = re.compile(
    rf"\b(?:crav|desir|seek|want|need)(?:e?s|ed|ing|e)?[”’\"']* {_OWN}$"
    r"|\b(?:wish|long|yearn)(?:e?s|ed|ing)? for $"
)
#: "Not until May did they meet": they did.
NOT_UNTIL = re.compile(
    r"\b(?:not until|only (?:on|in|after)) [^.;:]*? did\b|\b(?:did|had)(?: not|n[’']t) (?:meet|met|speak|spoken|talk(?:ed)?"
    r"|seen?)\b[^.;]* until\b",
    re.I,
)
#: "Have not held talks since the round in May": that round was held.
NONE_SINCE = re.compile(
    r"\b(?:ha(?:s|ve|d)(?: not|n[’']t) (?:held|met|spoken|talked|sat down)|no (?:talks|meetings?|contacts?) ha(?:s|ve|d) been held)\b"
    r"[^.;]*? since (?:the|their|an?) (?:\w+ ){0,2}?(?:round|talks|meeting|summit|session|conference|call|visit)\b",
    re.I,
)
#: "Have not spoken since │ a call in December".
SINCE_IT = re.compile(r"\bsince $", re.I)
OCCASION = re.compile(r"(?:the|an?|their|his|her) ")
NOT_UNTIL_THEN = re.compile(r"\b(?:Not until|Only (?:on|in|after)) (?:[^.,;:\n]* )?$")
#: What is only said by the way, where the rest tells what became of something: "Talks, suspended since May, are to resume", "met Veld on
#: Monday and Strand, who refused to sit in one room, on Tuesday".
BY_THE_WAY = re.compile(rf", (?:(?:who|which|whose)|(?:[a-z]+ )?(?:{OFF}|{BROKEN}))\b[^,.;]*,(?= )")
#: "Was to fly on, but a strike grounded her plane": it did not come to that.
BUT = re.compile(r"\b(?:was|were) to (?!have\b)[a-z]+\b[^.;]*?, but (?!also\b|not\b|only\b)")
#: "He would" of "he would have met us", where the evidence leaves it out.
MODAL = re.compile(r"\b(?:would|should) $")
IF_BEFORE = re.compile(r"(?<!as )\b(?:[Ii]f|[Uu]nless) $")
#: What did not come about was not.
NOTHING = re.compile(rf"\b(?:{CAME_TO_NOTHING})\b")
#: What puts a condition on something right behind it, where no day is fixed: "will meet Strand if the truce holds".
CONDITION = re.compile(
    r",? (?:but |and )?(?:only )?(?:if|provided|on (?:the )?condition)\b|\bonly (?:[\w’ ]{1,40} )?(?:when|once|after|in exchange)\b"
)
#: "Neither side has ruled out a meeting".
NOBODY = re.compile(
    r"\b(?:neither|nobody|none|no one)(?: (?:side|party|of them|government|minister))?(?: (?:has|had|have))?(?= rul(?:es?"
    r"|ed) out\b)",
    re.I,
)
POSSIBLE = re.compile(rf"\b{MAY_BE}\b", re.I)
IF_THEN = re.compile(r"(?:^|[.!?:“\"]\s+|\n)(?:If|Should|Provided|Were) [^.!?:\n]*, (?:then )?$")
FIXED = re.compile(r"\b(?:due|expected|planned|scheduled|set|fixed|agreed)\b|\d|[a-z]day\b")
#: What a headline leaves out of "Veld and Strand are to hold talks".
ARE_TO = re.compile(r"(?<=\w) (?=to (?:hold|meet|host|visit|resume|talk|attend|receive|travel|sign|speak)\b)", re.I)
#: "If the ministers met before then": what is only supposed has not been.
SUPPOSED = re.compile(r"(?:(?:if|unless)\b|(?:should|were) (?:(?:the|an?|he|she|it|they|we|both|his|her|their)\b|(?-i:[^\W\d_a-z])))", re.I)
#: What only tells since when or after what, "the first since it was suspended", or that it will be so again.
SINCE_THEN = re.compile(
    r", who (?:have|has|had) (?:not|never) (?:yet )?[a-z]+(?: since [^,;.]+)?"
    r"|,? (?:and|but) (?:will|would) (?:not )?(?:do so|meet|speak) again\b"
    r"|,? (?:[\w-]+ )?(?:[\w-]+ )?(?:since|after) (?:[\w’-]+ ){1,4}?(?:was|were|had been) [a-z]+\b"
)
#: "Have met every day since Monday" goes on.
SINCE = re.compile(r"\bsince\b", re.I)
#: "Agreed to exchange lists, which they did".
WHICH_DID = re.compile(r"\bwhich (?:they|he|she|it|both) (?:then |also |later )?did\b")
#: "Was to begin on 1 July and began on the 4th", "was due to open on Monday but opened a day later".
WAS_TO_AND_DID = re.compile(
    r"\b(?:was|were|had been) (?:\w+ ){0,2}?(?:to (?:begin|start|open|take place|be held|resume|meet|convene)|for)\b[^.;]*?"
    r"\b(?:and|but)(?: (?:in the end|eventually|finally|actually|only|it|they))* "
    r"(?P<did>(?:began|started|opened|took place|was held|were held|resumed|met|convened)\b)"
)
#: What there are minutes of was held, whatever becomes of these: "refused to publish the minutes of last week’s talks".
MINUTES_OF = re.compile(
    r"\b(?:minutes|transcripts?|recordings?|records?|accounts?|details?|contents?|summar(?:y|ies)|readouts?) of "
    r"(?:(?:the|their|his|her|its|this|that|last|[\w-]+[’']s) ){1,2}(?:[\w-]+ ){0,2}?"
    rf"(?:{SITTING})\b"
)
#: Who asks for something in a call has called: "in a call with Strand she called for the round to be put off".
ASKED_IN_IT = re.compile(
    r"(?<!no )\b(?:in|during|at) (?:an?|the|his|her|their) (?:[\w-]+ ){0,2}?(?:conversation|call|meeting|talks) (?:with|between) "
    r"[^.;:\n]{2,90}? (?:called for|asked|demanded|urged|insisted|requested|suggested|appealed)\b",
    re.I,
)
#: Who writes to propose has written.
WROTE = re.compile(r"\bwrote to\b", re.I)
IN_LETTER = re.compile(r"\bin an? (?:\w+ )?(?:letter|note|message)\b", re.I)
#: Before what is ahead: "Today’s programme:".
AGENDA = re.compile(r"\b(?:programme|agenda|schedule|diary|calendar)(?: (?:for|of|on) [^.:;\n]{1,40})?: $", re.I)


def governed(text: str, evidence: Span) -> str:
    """The words of some evidence with the verb that governs it from before, and with what is said of it behind.

    What denies or wants no contact in a roundabout way stands as "denied" and "refused".
    """
    start = max(0, evidence.start - REACH)
    governor = governor_of(text, evidence)
    before = LABELS[governor] if governor else ""
    if FIRST_TIME.search(text, start, evidence.start):
        return LABELS["planned"]
    if is_denied(text, evidence):
        before = "denied "
    elif evidence.text.startswith("have ") and (modal := MODAL.search(text, start, evidence.start)):
        before = modal[0]
    elif not before and (nobody := negated_subject_of(text, evidence)):
        before = LABELS[nobody]
    elif until := NOT_UNTIL_THEN.search(text, start, evidence.start):
        before = until[0]
    elif OCCASION.match(evidence.text) and SINCE_IT.search(text, start, evidence.start):
        before = "There was "
    elif AGENDA.search(text, start, evidence.start):
        before = "planned for "
    elif _is_accepted(text, evidence):
        before = "agreed to meet "
    elif not before and _is_wanted(text, evidence):
        before = "possibility of "
    elif not before and not evidence.text[:1].isupper() and _is_proposed(text, evidence):
        before = "proposed "
    words = SINCE_THEN.sub("", with_predicate(text, evidence).text)
    rest = BY_THE_WAY.sub("", words)
    words = rest if prior_of(rest, STATUS_WORDS) else words
    if not before and BUT.search(text, evidence.start, evidence.end + len(", but it")):
        before = "cancelled "
    if SUPPOSED.match(words) or IF_BEFORE.search(text, start, evidence.start):
        return f"possibility of {PAST.sub('', words)}"
    if not before and _is_conditional(text, evidence):
        before = "possibility of "
    if STATUS_WORDS["proposed"].search(before + words) and TURNED_DOWN.match(text, evidence.end):
        before = "refused "
    if evidence.end <= text.find("\n") and not FINITE.search(words):
        words = ARE_TO.sub(" are ", words)
    return before + words


def _is_conditional(text: str, evidence: Span) -> bool:
    """Whether some evidence is so only if something else is, and no day is fixed for it."""
    if IF_THEN.search(text, max(0, evidence.start - 2 * REACH), evidence.start):
        return " would " in evidence.text or not FIXED.search(evidence.text)
    condition = CONDITION.search(text, evidence.start, evidence.end) or CONDITION.match(text, evidence.end)
    return condition is not None and not FIXED.search(text, evidence.start, condition.start())


def _is_accepted(text: str, evidence: Span) -> bool:
    """Whether what was proposed is accepted, before some evidence or in the next sentence."""
    offered = INVITATION.match(evidence.text)
    accepted = ACCEPTED.search if offered else ACCEPTS.search
    return bool(accepted(text, max(0, evidence.start - REACH), evidence.start) or TAKEN_UP.match(text, evidence.end))


def _is_wanted(text: str, evidence: Span) -> bool:
    """Whether the words right before some evidence, or before the "his" that it begins with, say that somebody wants it."""
    owned = BEGINS_WITH_OWN.match(evidence.text)
    end = evidence.start + (owned.end() if owned else 0)
    return WANTED.search(text, max(0, evidence.start - REACH), end) is not None


def _is_proposed(text: str, evidence: Span) -> bool:
    """Whether what stands before some evidence invites somebody to it, proposes that somebody do it or bids him to."""
    start = max(0, evidence.start - 2 * REACH)
    if evidence.text.startswith("to ") and BIDS.search(text, start, evidence.start):
        return True
    return any(words.search(text, start, evidence.start) for words in (INVITES, PROPOSES))


def with_predicate(text: str, evidence: Span) -> Span:
    """Some evidence with what is said of it behind: "a planned call" of "a planned call was postponed"."""
    behind = PREDICATE.match(text, evidence.end)
    if behind is None and not FINITE.search(evidence.text):
        behind = LATER_PREDICATE.match(text, evidence.end) or FRONTED.match(text, evidence.end)
    return Span.of(text, evidence.start, behind.end()) if behind else evidence


def prior_of(words: str, lexicon: Mapping[str, re.Pattern[str]], score: float = 1.0) -> dict[str, float]:
    """What the words of some evidence add to the scores of the classes: `score` to each that they tell of."""
    return {name: score for name, pattern in lexicon.items() if pattern.search(words)}


def prior_of_status(words: str, kind: str | None = None) -> dict[str, float]:
    """The same of the statuses; words that something did not come about outweigh those that it was to: "called off Friday’s meeting"."""
    words = NOBODY.sub("not", words)
    prior = prior_of(words, STATUS_WORDS, STATUS_SCORE)
    prior = {name: score for name, score in prior.items() if name in FALLEN} or prior
    if {"held", "ongoing"} <= set(prior) and SINCE.search(words):
        prior = {"ongoing": prior["ongoing"]}
    if (WROTE.search(words) or (kind == "letter" and IN_LETTER.search(words))) and not FALLEN & set(prior):
        prior = {"held": STATUS_SCORE}
    if not (FALLEN | {"held"}) & set(prior) and HAS_ACCEPTED.search(words):
        prior = {"planned": STATUS_SCORE}
    if "planned" in prior and not FALLEN & set(prior) and POSSIBLE.search(words):
        prior = {"proposed": STATUS_SCORE}
    if {"refused", "denied"} <= set(prior) and NONE_TO_COME.search(words):
        prior = {"refused": STATUS_SCORE}
    if "cancelled" in prior and NEVER_CAME.search(words):
        prior = {"cancelled": prior["cancelled"]}
    if "suspended" in prior and UNTIL_FURTHER.search(words):
        prior = {"suspended": prior["suspended"]}
    if any(told.search(words) for told in (WHICH_DID, WAS_TO_AND_DID, NOT_UNTIL, MINUTES_OF, NONE_SINCE)):
        prior = {"held": STATUS_SCORE}
    if "denied" not in prior and ASKED_IN_IT.search(words):
        prior = {"held": STATUS_SCORE}
    if not prior and NOTHING.search(words):
        return dict.fromkeys(("held", "ongoing", *AHEAD), NEVER)
    if set(prior) <= {"held"}:
        if THERE_WAS.match(words):
            return {status: STATUS_SCORE if status == "held" else NEVER for status in STATUSES}
        return prior | dict.fromkeys(AHEAD if PAST.search(words) else (), NEVER)
    if "held" in prior:
        return prior
    # What is only planned, still goes on or fell through must not be counted as held: the words decide alone.
    return {name: prior.get(name, NEVER) for name in STATUSES}
