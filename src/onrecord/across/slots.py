"""Facts that two speakers tell otherwise in two reports, by what they can be set against each other in: how many, when, where, who
began, opposites.

A fact has a slot for each of these that it fills. Others are looked for by slot and words, so only facts that fill one cost anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.across.antonyms import PAIRS
from onrecord.across.claims import Claim
from onrecord.across.contrasts import FACTS, SHARES
from onrecord.across.meanings import cosine
from onrecord.across.numbers import Number
from onrecord.across.opposites import BEGINNING, CLOCK, DATE, IMAGINED, PLACED, TOLD, are_elsewhere, compare_facts, proposer_of
from onrecord.across.words import stems_of
from onrecord.reading.language.weekdays import WEEKDAY

#: Two facts are told within so many days of each other: what is so later may have changed.
DAYS = 3
#: They have so many words in common, beside what is counted, and those that count one thing at least so alike meanings (cosine).
WORDS, ALIKE = 2, 0.7
#: What is to come is set against what is to come, as two sides tell of one agreement.
WILL, TO_COME = re.compile(r"\b(?:will|would|shall)\b", re.I), ("promise", "propose")
#: Words for what comes on top of what was told.
ON_TOP = re.compile(r"\b(?:again|another|further|additional|second|third|new)\b", re.I)
TIMES = {"day": DATE, "weekday": re.compile(rf"\b{WEEKDAY}\b"), "hour": CLOCK}
NAME = re.compile(r"\b[A-Z]\w+")


def slots_of(claim: Claim) -> Iterator[str]:
    """What a fact can be set against others in; nothing if it is none."""
    ahead = "ahead " if WILL.search(claim.words) else ""
    told = claim.act in TOLD or (ahead and claim.act in TO_COME)
    if claim.kind != "statement" or not told or not claim.who or claim.denies or claim.asks or claim.leaves_open:
        return
    if IMAGINED.search(WILL.sub(" ", claim.words)) or ON_TOP.search(claim.words):
        return
    yield from sorted({f"{ahead}count {number.unit}" for number in _counts_of(claim)})
    if found := PLACED.fullmatch(claim.words):
        yield f"{ahead}place {found[2].lower()}"
    if ahead:
        return
    yield from (f"pair {n}" for n, (yes, no) in enumerate(PAIRS) if bool(yes.search(claim.words)) != bool(no.search(claim.words)))
    if proposer_of(claim):
        yield "proposer"
    if claim.act in FACTS:
        yield from (name for name, words in {**TIMES, "first": BEGINNING}.items() if words.search(claim.words))


def compare_told(a: Claim, b: Claim) -> str | None:
    """In what two facts of two reports differ that tell of one thing, if they do: one of `onrecord.model.contradictions.KINDS`."""
    if not set(slots_of(a)) & set(slots_of(b)) or len(a.matter & b.matter) < WORDS or (a.side and a.side == b.side):
        return None
    if abs((date.fromisoformat(a.last) - date.fromisoformat(b.last)).days) > DAYS:
        return None
    kind = _place_otherwise(a, b) if WILL.search(a.words) else compare_facts(a, b)
    if kind not in ("who", "place") and _name_others(a, b):
        return None
    # A "not" is left to denials.
    if (kind == "time" and not _tell_times_otherwise(a, b)) or (kind == "whether" and a.is_negative != b.is_negative):
        kind = None
    return kind or ("number" if _count_otherwise(a, b) else None)


def _place_otherwise(a: Claim, b: Claim) -> str | None:
    return "place" if are_elsewhere(a, b) and cosine(a.meaning, b.meaning) >= ALIKE else None


def _count_otherwise(a: Claim, b: Claim) -> bool:
    for x in _counts_of(a):
        for y in _counts_of(b):
            if x.unit == y.unit and x.excludes(y) and len((a.matter & b.matter) - {x.unit}) >= WORDS:
                return cosine(a.meaning, b.meaning) >= ALIKE
    return False


def _name_others(a: Claim, b: Claim) -> bool:
    """Whether each of two facts has a name that the other has not: then they are of two things."""
    one, other = (stems_of(" ".join(NAME.findall(claim.words))) - _stems_of_times(claim) for claim in (a, b))
    return not (one <= b.stems or other <= a.stems)


def _tell_times_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two facts are told alike but for days, days of the week or hours: "on 3 May" and "on Tuesday" may be one."""
    told = [(set(words.findall(a.words)), set(words.findall(b.words))) for words in TIMES.values()]
    if not any(one and other for one, other in told) or any(one & other for one, other in told):
        return False
    one, other = a.matter - _stems_of_times(a), b.matter - _stems_of_times(b)
    return one <= other or other <= one


def _stems_of_times(claim: Claim) -> frozenset[str]:
    return frozenset().union(*(stems_of(found[0]) for words in TIMES.values() for found in words.finditer(claim.words)))


def _counts_of(claim: Claim) -> tuple[Number, ...]:
    return tuple(number for number in claim.numbers if number.unit and not number.is_time and number.unit not in SHARES)
