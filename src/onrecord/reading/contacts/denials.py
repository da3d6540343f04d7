"""What says of a contact that it never was, or that nobody vouches for it: denials, reports that are called untrue, rumours."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.auxiliaries import AUXILIARY

#: So far before some evidence what governs it is looked for.
REACH = 80
#: What can stand between a verb and what it governs: the day, an article with an adjective.
SAID_ON = r"(?: (?:late |early )?(?:on )?(?:\w+day|today))?"
ONE = (
    r"(?: (?:an?|any|the|another|such an?|his|her|their|its|further|new))?"
    r"(?: (?!(?:of|in|on|with|for|from|to|at|by|and|that|which|who|as)\b)[a-z][a-z-]+)?"
)
#: A verb that says what became of a contact, so that it is more than named.
FINITE = re.compile(
    rf"\b(?:{AUXILIARY}|met|meets?|took|takes?|spoke|talked|told|went|goes|flew|flies|sent"
    r"|gave|handed|wrote|said|began|opened|ended|resumed|refused|agreed|offered|proposed|invited|cancelled|suspended|denied|visited|held)\b"
)
#: What denies what others tell: "dismissed reports of a meeting".
DISMISSES = re.compile(
    rf"(?<!not )(?<!never )\b(?:den(?:y|ies|ied)|(?:reject|dismiss|refut)(?:s|es|ed)){SAID_ON}(?: as [“\"]?\w+(?: \w+)?[”\"]?)?"
    r" (?:(?:any|all|the|an?|press|media|earlier|recent|these|such|(?-i:[^\W\d_a-z])[\w-]+[’']s?) )*"
    r"(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|speculation)(?:, [^,;.\n]{2,60},| (?:by|in) [^,;.\n]{2,40}?)?"
    rf"(?: \w+)? (?:that|of|about){ONE} $",
    re.I,
)
#: "Denied that its leader, Ivo Strand,": what follows is denied.
DENIES_THAT = re.compile(
    rf"(?<!not )(?<!never )\b(?:den(?:y|ies|ied|ying)|rul(?:es|ed) out){SAID_ON}(?: (?:an?|the|any|all) (?:\w+ )?(?:reports?|claims?"
    r"|rumou?rs?|allegations?))? that (?P<subject>(?:(?!, (?:and|but|while)\b)[^.;:\n“”\"]){2,100}) $"
)
#: What says behind some evidence that it is not so: "do not correspond to the truth".
UNTRUE = re.compile(
    r"(?:,? (?:in|at|on|of|with)\b[^.;:\n]{1,40})?,? (?:(?:(?:is|are|was|were) [“\"‘']?(?:an? )?(?:entirely |simply "
    r"|completely |utterly |pure |sheer |total |complete )?(?:without foundation|untrue|false"
    r"|unfounded|baseless|groundless|inventions?|invented|fiction|fantasy|fabrications?|fabricated|nonsense|lies?|fake|fairy[ -]tales?"
    r"|hoax|myth))"
    r"|(?:does|do|did) not correspond to (?:the truth|reality|the facts))\b"
)
#: What says that nothing of the kind is planned.
NO_PLANS = re.compile(rf"\b(?:no|without) (?:\w+ )?(?:plans?|preparations)(?: yet)? (?:for|of|on|about|to){ONE} $", re.I)
#: What nobody vouches for: "rumours of a secret meeting".
RUMOURS = re.compile(rf"\b(?:rumou?rs?|speculation|gossip)(?: \w+)? (?:that|of|about|on){ONE}{ONE} $", re.I)


def is_denied(text: str, evidence: Span) -> bool:
    """Whether what some evidence tells is denied from before it, or called untrue behind it."""
    start, end = max(0, evidence.start - REACH), evidence.start
    that = len("that ") if evidence.text.startswith("that ") else 0
    if DISMISSES.search(text, start, end + that) or NO_PLANS.search(text, start, end):
        return True
    denied = DENIES_THAT.search(text, max(0, start - REACH), end)
    if denied and not FINITE.search(denied["subject"]):
        return True
    return UNTRUE.match(text, evidence.end, evidence.end + REACH) is not None


def is_rumoured(text: str, evidence: Span) -> bool:
    """Whether some evidence is only what rumours are of, which nobody denies."""
    start = max(0, evidence.start - REACH)
    return bool(RUMOURS.search(text, start, evidence.start)) and not DISMISSES.search(text, start, evidence.start)
