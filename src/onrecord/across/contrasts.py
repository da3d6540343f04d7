"""Statements that tell one thing differently though neither denies the other: neighbours in a report, weighed by a logistic regression.

Reports say so themselves: "two accounts", "tells it differently", "puts the figure at", "…, by his count; …, by hers". Such words beside
two facts of two speakers about one thing are what counts most.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.across.claims import Claim
from onrecord.across.meanings import cosine
from onrecord.across.words import stem
from onrecord.reading.language.weekdays import SURE_MONTH, WEEKDAY

#: So many statements behind one can tell it differently; so many of others may stand between.
REACH, BETWEEN = 12, 3
#: More words in common count no more than so many.
MANY = 3
FACTS = ("report", "accuse")
POSITIONS = ("demand", "propose", "urge", "warn", "refuse", "promise", "threaten")
#: Units, as stems, that do not say what is counted.
SHARES = frozenset(map(stem, ("percent", "percentage", "per", "cent", "point", "points")))
#: Words by which a report says that two tell it differently.
DIFFERING = re.compile(
    r"""\b(?:differ\w*|disagree\w*|disput\w+|versions?|otherwise|at[ ]odds|contrary|whereas|by[ ]contrast|contradict\w*|conflicting
    |two[ ](?:\w+[ ])?(?:accounts|stories|tellings|transcripts|readings|answers|figures|explanations|truths)
    |(?:its|his|her|their|another|other|own)[ ](?:\w+[ ])?(?:account|story|reading|explanation|spectacles)
    |squares?[ ]with|correct(?:s|ed|ions?)|something[ ]else|counter(?:s|ed)|retort\w*|rejoin\w*|specif(?:y|ies|ied)|blam\w+
    |(?:cannot|can['’]t|could[ ]not|nor[ ]can[ ]they|unable[ ]to)[ ](?:\w+[ ])?(?:agree|settle)|in[ ]common|lost[ ](?:something|a))\b""",
    re.I | re.X,
)
#: Words that set one sentence against another.
AGAINST = re.compile(
    r"\b(?:but|however|while|whereas|yet|though|although|instead|another|other|otherwise|only|actually|in fact|rather|itself)\b", re.I
)
#: Cues by which a speaker stands for a fact against others.
FIRM = re.compile(
    r"\b(?:insist\w*|maintain\w*|claim\w*|assert\w*|alleg\w*|accus\w*|blam\w*|telling|version|account|according to|reckoning|puts?|counts?"
    r"|hold[s]?|held|attribut\w*|ascrib\w*|date[sd])\b", re.I
)  # fmt: skip
#: Words that date what is told.
DATING = re.compile(
    rf"\b(?:{WEEKDAY}|{SURE_MONTH}|weekend|yesterday|today|tonight|morning|afternoon|evening|night|noon|midnight"
    r"|(?:minutes?|hours?|days?|weeks?|months?|years?) (?:before|after|ago|earlier|later))\b", re.I
)  # fmt: skip
#: The words before so many statements are kept, each to be looked at once.
KEPT = 1024
#: How near the second statement the sign stands that sets it against the first, in code points; and how near are halves of one sentence.
NEAR, HALF = 200, 90


def list_contrasts(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Mapping[str, float]]]:
    """Statements of a report that deny nothing, each with those of others behind it that could tell it differently, and the features."""
    statements = [claim for claim in claims if claim.kind == "statement"]
    for i, a in enumerate(statements):
        for j in range(i + 1, min(len(statements), i + 1 + REACH)):
            b = statements[j]
            if a.denies or b.denies or b.inside == a.entry or a.inside == b.entry or (a.who and a.who == b.who):
                continue
            if a.act == b.act == "accuse" and (not (a.side and b.side) or a.side == b.side):
                # Two who find fault with a third one agree.
                continue
            between = sum(other.inside not in (a.entry, b.entry) and other.who != b.who for other in statements[i + 1 : j])
            if between > BETWEEN:
                break
            yield a, b, compare_contrast(a, b, between)


def compare_contrast(a: Claim, b: Claim, between: int) -> Mapping[str, float]:
    """The features by which the second of two statements of one report tells differently what the first tells.

    Args:
        a: the statement that comes first.
        b: the other one.
        between: how many statements of others stand between them.
    """
    gap = max(0, b.start - a.end)
    # What stands between them, as far as it is near and in the paragraph of the second.
    middle = b.lead[-min(gap, NEAR) :] if gap else ""
    shared = len(a.matter & b.matter)
    found: dict[str, float] = {
        "next": between == 0,
        "distance": math.log1p(gap) / 3,
        "paragraph": a.paragraph == b.paragraph,
        "two sides": bool(a.side and b.side) and a.side != b.side,
        "issue": a.issue == b.issue != "other",
        "told to differ": _is_told_to_differ(b.lead, b.cue),
        "set against": bool(AGAINST.search(middle)),
        "halves of a sentence": gap < HALF and ";" in middle,
        "firm": _is_firm(a.cue) + _is_firm(b.cue),
        "facts": a.act in FACTS and b.act in FACTS,
        "positions": (a.act in POSITIONS) + (b.act in POSITIONS),
        "agrees": b.act == "agree",
        "accusations": a.act == b.act == "accuse",
        "words": min(MANY, shared),
        "meaning": max(0.0, cosine(a.meaning, b.meaning)),
        "counted": counts_alike(a, b),
        "counted otherwise": count_otherwise(a, b),
        "one negative": a.is_negative != b.is_negative and shared > 0,
        "nested": bool(a.inside or b.inside),
        "left open": a.leaves_open or b.leaves_open or a.asks or b.asks,
        "in the title": a.paragraph == 0,
        "of a saying": a.speaks_of_saying or b.speaks_of_saying,
        "says little": len(b.matter) <= 1,
        "": 1.0,
    }
    return {name: float(value) for name, value in found.items()}


@lru_cache(maxsize=KEPT)
def _is_told_to_differ(lead: str, cue: str) -> bool:
    return bool(DIFFERING.search(lead) or DIFFERING.search(cue))


@lru_cache(maxsize=KEPT)
def _is_firm(cue: str) -> bool:
    return bool(FIRM.search(cue))


def counts_alike(a: Claim, b: Claim) -> bool:
    """Whether two statements count one thing, or one of them has a number that stands alone ("and hers at four")."""
    if not (a.numbers and b.numbers):
        return False
    units = [{number.unit for number in claim.numbers} - SHARES for claim in (a, b)]
    return all(units) and (bool(units[0] & units[1]) or "" in units[0] | units[1])


def count_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two statements count one thing, and not as many of it."""
    if not (a.numbers and b.numbers):
        return False
    one, other = ({number.unit: number.value for number in claim.numbers if number.unit} for claim in (a, b))
    return any(unit in other and other[unit] != value for unit, value in one.items())


def name_contrast(a: Claim, b: Claim) -> str:
    """In what two statements differ that tell one thing differently: one of `onrecord.model.contradictions.KINDS`."""
    if a.act == b.act == "accuse":
        return "who"
    if counts_alike(a, b) and not {number.value for number in a.numbers} & {number.value for number in b.numbers}:
        return "number"
    days = [{found.lower() for found in DATING.findall(claim.words)} for claim in (a, b)]
    if all(days) and not days[0] & days[1]:
        return "time"
    return "words" if a.speaks_of_saying or b.speaks_of_saying else "whether"
