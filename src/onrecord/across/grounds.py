"""What speaks for and against two statements' being renderings of one utterance, added up to a score, with the reasons in words.

Each ground has a weight for statements of one report and one for statements of two; the sum becomes a score by the logistic function.
The weights were fitted to four worlds of the talks corpus (logistic regression) and rounded. For two reports, pairs of sentences of one
speaker in one report were taken as examples of what is not one, because reports of one speech quote different sentences of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.across.meanings import cosine
from onrecord.across.renderings import NAMELESS, SOON, Rendering, Saying

#: What each ground counts between statements of one report, and of two.
WITHIN = {
    "base": -5.9, "shared": 1.9, "all": 0.7, "number": 1.9, "order": 0.9, "meaning": 2.5, "act": 1.4, "issue": 0.6, "stance": 0.7,
    "quoted": 1.0, "direct": -1.3, "voice": -1.0, "far": 0.0, "farther": 0.0, "denies": -0.8, "brief": 1.5,
    "announced": 2.0, "headline": 1.9, "follows": 0.6, "reworded": 2.2,
}  # fmt: skip
ACROSS = {
    "base": -4.6, "shared": 2.8, "all": 1.1, "number": 2.3, "order": 0.9, "meaning": 2.1, "act": 0.8, "issue": 1.5, "stance": 0.6,
    "quoted": 0.3, "direct": 0.2, "voice": -1.0, "far": -0.7, "farther": -1.7, "denies": -1.1, "brief": 0.0,
}  # fmt: skip
#: Meanings count by how far their cosine is from this: statements of one issue are hardly further apart.
USUAL = 0.7
#: More words in common count no more than so many.
MANY = 4


def weigh(facts: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How surely two statements of which these are the facts are renderings of one utterance, in [0, 1]."""
    return 1 / (1 + math.exp(-weights["base"] - sum(weights[name] * value for name, value in facts.items())))


def list_reasons(facts: Mapping[str, float], weights: Mapping[str, float]) -> tuple[str, ...]:
    """What of the facts speaks for it, in words, by how much it counts."""
    counted = {name: weights[name] * value for name, value in facts.items() if name in WORDS and weights[name] * value > 0}
    values = {**facts, "cosine": facts["meaning"] + USUAL}
    return tuple(WORDS[name].format(**values) for name in sorted(counted, key=lambda name: (-counted[name], name)))


#: How each ground reads that can speak for it; the others only speak against.
WORDS = {
    "shared": "{shared:.0%} of the words of the shorter one",
    "order": "{order:.0%} of its words in the same order",
    "meaning": "like in meaning ({cosine:.2f})",
    "act": "of one act",
    "issue": "on one issue",
    "stance": "of one stance",
    "quoted": "one quotes what the other puts otherwise",
    "announced": "the headline announces what most resembles it",
    "follows": "one follows on the other",
    "reworded": "what was said, and at once how it is relayed",
}


def compare(a: Saying, b: Saying, gap: int) -> dict[str, float]:
    """The facts about two statements with so many days between them, each a number, mostly between 0 and 1."""
    one, other = a.wording, b.wording
    words, pairs = one.says & other.says, one.pairs & other.pairs
    return {
        "shared": len(words) / max(1, min(len(one.says), len(other.says))),
        "all": len(words) / max(1, len(one.says | other.says)),
        "number": min(len(words), MANY) / MANY,
        "order": len(pairs) / max(1, min(len(one.pairs), len(other.pairs))),
        "meaning": max(cosine(a.meaning, b.meaning), 0.0) - USUAL if a.meaning and b.meaning else 0.0,
        "act": float(a.act == b.act),
        "issue": float(a.issue == b.issue),
        "stance": float(a.stance == b.stance),
        "quoted": float(a.kind != b.kind),
        "direct": float(a.kind == b.kind == "direct"),
        "voice": float(not is_same_speaker(a, b)),
        "far": float(gap > 0),
        "farther": float(gap > SOON.days),
        "denies": float((a.act == "deny") != (b.act == "deny")),
        "brief": float(min(len(one.words), len(other.words)) <= 2),
    }


def is_same_speaker(a: Saying, b: Saying) -> bool:
    """Whether one actor of the record says both."""
    return a.who is not None and a.who == b.who


def speaks_for(a: Saying, b: Saying) -> bool:
    """Whether one can be a body and the other whoever speaks for it, or an office and who holds it: both are of one side."""
    return a.side is not None and a.side == b.side and a.who != b.who and (a.is_nobody or b.is_nobody)


def relays(a: Rendering, b: Rendering) -> bool:
    """Whether one report has from the other's outlet what somebody without a name told it."""
    nameless = a.said.type in NAMELESS and b.said.type in NAMELESS
    return nameless and (a.outlet in b.outlets or b.outlet in a.outlets)


def days_between(a: Saying, b: Saying) -> int:
    """How many days lie between those in which two statements were said, 0 if they overlap or are not known."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def are_of_one_time(a: Saying, b: Saying, gap: int) -> bool:
    """Whether both can have been said at once: their days meet, or the later report can recall what was said before.

    It cannot if it states the day, nor if it quotes word for word what it does not have through anybody: then it was said again.
    """
    if gap <= 1:
        return True
    assert a.first
    assert b.first
    later = a if a.first > b.first else b
    return later.basis != "stated" and (later.kind != "direct" or later.is_relayed)


def tell_speakers(a: Saying, b: Saying, is_relay: bool) -> str:
    """Why the speakers of two statements can be one, in words."""
    if is_same_speaker(a, b):
        return "one speaker"
    if speaks_for(a, b):
        return "a body or an office, and who can speak for it"
    return "sources without a name, which one report has from the other" if is_relay else "words that only one speaker can have chosen"


def tell_days(a: Saying, b: Saying, gap: int) -> str:
    """What the days of two statements say, in words."""
    if a.first is None or b.first is None:
        return "a day is not known"
    return "days that meet" if gap <= 1 else f"{gap} days apart, but only by publication"
