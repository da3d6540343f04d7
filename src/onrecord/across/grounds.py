"""What speaks for and against two statements' being tellings of one utterance, added up to a score, with the reasons in words.

Each ground has a weight for statements of one report and one for statements of two; the sum becomes a score by the logistic function.
The weights were fitted to four worlds of the talks corpus (logistic regression) and rounded. For two reports, pairs of sentences of one
speaker in one report were taken as examples of what is not one, because reports of one speech quote different sentences of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.across.tellings import BODIES, SOON, Telling

#: What each ground counts between statements of one report, and of two.
WITHIN = {
    "base": -5.9, "shared": 1.9, "all": 0.7, "number": 1.9, "order": 0.9, "meaning": 2.5, "act": 1.4, "issue": 0.6, "stance": 0.7,
    "quoted": 1.0, "direct": -1.3, "voice": -1.0, "far": 0.0, "farther": 0.0, "denies": -0.8, "brief": 1.5,
    "announced": 2.0, "headline": 1.9, "follows": 0.6,
}  # fmt: skip
ACROSS = {
    "base": -4.6, "shared": 2.8, "all": 1.1, "number": 2.3, "order": 0.9, "meaning": 2.1, "act": 0.8, "issue": 1.5, "stance": 0.6,
    "quoted": 0.3, "direct": 0.2, "voice": -1.0, "far": -0.7, "farther": -1.7, "denies": -1.1, "brief": 0.0,
}  # fmt: skip
#: Speakers of whom nobody knows that they are one with those of another report.
NAMELESS = ("unnamed", "outlet")
#: Meanings count by how far their cosine is from this: statements of one issue are hardly further apart.
USUAL = 0.7
#: More words in common count no more than so many.
MANY = 4


@dataclass(frozen=True)
class Grounds:
    """Facts about two statements, each a number, mostly between 0 and 1."""

    a: Telling
    b: Telling
    facts: Mapping[str, float] = field(default_factory=dict)

    def score(self, weights: Mapping[str, float]) -> float:
        """How surely the two are tellings of one utterance, in [0, 1]."""
        return 1 / (1 + math.exp(-weights["base"] - sum(weights[name] * value for name, value in self.facts.items())))

    def reasons(self, weights: Mapping[str, float]) -> tuple[str, ...]:
        """What speaks for it, in words: first the speakers and the days, then the rest by how much it counts."""
        counted = {name: weights[name] * value for name, value in self.facts.items() if name in WORDS and weights[name] * value > 0}
        words = (WORDS[name] for name in sorted(counted, key=lambda name: (-counted[name], name)))
        values = {**self.facts, "cosine": self.facts["meaning"] + USUAL}
        return (_about_speakers(self.a, self.b), _about_days(self.a, self.b), *(text.format(**values) for text in words))


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
}


def compare(a: Telling, b: Telling, **more: float) -> Grounds:
    """The facts about two statements, and more that only their report can tell."""
    words, pairs = a.says & b.says, a.pairs & b.pairs
    gap = days_between(a, b)
    facts = {
        "shared": len(words) / max(1, min(len(a.says), len(b.says))),
        "all": len(words) / max(1, len(a.says | b.says)),
        "number": min(len(words), MANY) / MANY,
        "order": len(pairs) / max(1, min(len(a.pairs), len(b.pairs))),
        "meaning": max(a.likeness(b), 0.0) - USUAL if a.meaning and b.meaning else 0.0,
        "act": float(a.act == b.act),
        "issue": float(a.issue == b.issue),
        "stance": float(a.stance == b.stance),
        "quoted": float(a.kind != b.kind),
        "direct": float(a.kind == b.kind == "direct"),
        "voice": float(not is_same_speaker(a, b)),
        "far": float(gap > 0),
        "farther": float(gap > SOON.days),
        "denies": float((a.act == "deny") != (b.act == "deny")),
        "brief": float(min(len(a.words), len(b.words)) <= 2),
    }
    return Grounds(a, b, facts | more)


def is_same_speaker(a: Telling, b: Telling) -> bool:
    """Whether one actor of the record says both."""
    return a.who is not None and a.who == b.who


def speaks_for(a: Telling, b: Telling) -> bool:
    """Whether one can be a body and the other whoever speaks for it: both are of one side."""
    return a.side is not None and a.side == b.side and a.who != b.who and (a.type in BODIES or b.type in BODIES)


def relays(a: Telling, b: Telling) -> bool:
    """Whether one report has from the other's outlet what somebody without a name told it."""
    nameless = a.type in NAMELESS and b.type in NAMELESS
    return nameless and (a.outlet in b.outlets or b.outlet in a.outlets)


def days_between(a: Telling, b: Telling) -> int:
    """How many days lie between those in which two statements were said, 0 if they overlap or are not known, or in copies of one report."""
    if a.report != b.report and a.original == b.original:
        return 0
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def are_of_one_time(a: Telling, b: Telling) -> bool:
    """Whether both can have been said at once: their days meet, or the later report can recall what was said before.

    It cannot if it states the day, nor if it quotes word for word what it does not have through anybody: then it was said again.
    """
    gap = days_between(a, b)
    if gap <= 1:
        return True
    assert a.first
    assert b.first
    later = a if a.first > b.first else b
    return later.basis != "stated" and (later.kind != "direct" or later.is_relayed)


def _about_speakers(a: Telling, b: Telling) -> str:
    if is_same_speaker(a, b):
        return "one speaker"
    if speaks_for(a, b):
        return "a body, and who can speak for it"
    return "sources without a name, which one report has from the other" if relays(a, b) else "words that only one speaker can have chosen"


def _about_days(a: Telling, b: Telling) -> str:
    gap = days_between(a, b)
    if a.first is None or b.first is None:
        return "a day is not known"
    return "days that meet" if gap <= 1 else f"{gap} days apart, but only by publication"
