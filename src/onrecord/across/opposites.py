"""Facts that two speakers of one report tell otherwise, seen by their slots: that something was and was not, who began, and when it was.

What both speak of must be one thing by words that are no names and by meaning. A denial is a matter of `denials.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.across.claims import Claim
from onrecord.across.conflicts import shorten
from onrecord.across.contrasts import DATING
from onrecord.across.meanings import cosine
from onrecord.across.words import stem
from onrecord.model.contradictions import Proposal

#: Statements of one thing have at least so alike meanings (cosine), by what differs.
ALIKE = {"whether": 0.7, "who": 0.8, "time": 0.75}
#: How often a reader agrees: of what was found in the talks corpus and the reports for training, four of five.
LIKELY = {"whether": 0.75, "who": 0.7, "time": 0.6}
#: So many statements of others may stand between the two, and one is compared with so many behind it.
BETWEEN, REACH = 1, 8
FACTS, NOT_DONE, DONE = ("report", "accuse"), ("report", "accuse", "refuse", "deny"), ("report", "accuse", "agree")
#: Words for who began.
BEGINNING = re.compile(r"\bfirst\b(?! [a-z])|\b(?:beg[au]n|start(?:ed|s)?|open(?:ed|s)? fire|provok\w+)\b", re.I)
#: A time of day.
CLOCK = re.compile(
    r"\b(?:at|by|from|until|before|after|since) (?:about |around |nearly |half past )?"
    r"(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dawn|dusk)\b(?! \w+s\b)",
    re.I,
)
NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+|^[A-Z]\w+ (?=[a-z])")
PLAIN = re.compile(r"\b[a-z]\w+")


def find_opposites(claims: Sequence[Claim]) -> Iterator[Proposal]:
    """Pairs of statements near each other in one report that tell one thing otherwise.

    Args:
        claims: the entries of one report, in the order of its text.
    """
    statements = [claim for claim in claims if claim.kind == "statement"]
    telling = [(i, claim) for i, claim in enumerate(statements) if claim.act in NOT_DONE or claim.act in DONE]
    for n, (i, a) in enumerate(telling):
        for j, b in telling[n + 1 : n + 1 + REACH]:
            between = sum(other.inside not in (a.entry, b.entry) for other in statements[i + 1 : j])
            if between > BETWEEN:
                break
            if b.inside != a.entry and a.inside != b.entry and (kind := compare_facts(a, b)):
                yield Proposal(kind, a.entry, b.entry, (shorten(a.words), shorten(b.words)), LIKELY[kind])


def compare_facts(a: Claim, b: Claim) -> str | None:
    """In what two statements of two speakers differ that tell of one thing, if they do."""
    shared = a.matter & b.matter
    if not shared or (a.who and a.who == b.who) or any(one.denies or one.asks or one.leaves_open for one in (a, b)):
        return None
    kind = _differ(a, b)
    # Names in common are no thing in common.
    if kind is None or shared.isdisjoint(_plain_stems(a) & _plain_stems(b)):
        return None
    return kind if cosine(a.meaning, b.meaning) >= ALIKE[kind] else None


def _differ(a: Claim, b: Claim) -> str | None:
    if a.is_negative != b.is_negative:
        done, undone = (b, a) if a.is_negative else (a, b)
        return "whether" if done.act in DONE and undone.act in NOT_DONE else None
    if a.act not in FACTS or b.act not in FACTS:
        return None
    if BEGINNING.search(a.words) and BEGINNING.search(b.words) and _names(a) - _names(b) and _names(b) - _names(a):
        return "who"
    times = _times(a), _times(b)
    return "time" if all(times) and not times[0] & times[1] else None


def _times(claim: Claim) -> frozenset[str]:
    """The days and times of day that a statement names."""
    return frozenset(found.lower() for pattern in (DATING, CLOCK) for found in pattern.findall(claim.words))


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(found.strip() for found in NAME.findall(claim.words))


def _plain_stems(claim: Claim) -> frozenset[str]:
    """The stems of its words that are written small, which names are not."""
    return frozenset(stem(word) for word in PLAIN.findall(claim.words))
