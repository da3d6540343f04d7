"""Which statement a denial denies: words, meaning, issue and place in the report, weighed by a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.claims import DENYING, NEGATIVE, SAYING, Claim, cosine, stems_of

#: What each feature counts; fitted on worlds a to d of the gold across reports (python -m evals.contradictions).
WEIGHTS: Mapping[str, float] = {
    "before": 1.9, "next before": 0.94, "next after": 1.1, "bare, next before": 0.39, "bare": 0.57, "distance": -0.6, "paragraph": 0.82,
    "same speaker": -2.09, "of own saying": 0.61, "same side": -0.22, "of what is denied": -1.22, "of what is left open": -1.07,
    "of a report": 0.28, "of an accusation": 0.79, "of a position": -1.68, "issue": 0.98, "words, bare": 1.18, "words": 1.33,
    "meaning, bare": 1.56, "meaning": 2.34, "of what says little": -0.26, "of the speaker": 0.6, "inside the denial": -0.96,
    "around the denial": -0.33, "act": 1.63, "cue": 0.21, "negative": 0.29, "of a negative": -0.57, "": -6.84,
}  # fmt: skip
#: A content of no more stems than this says too little to be found by its words.
BARE = 2


def compare_denial(denied: Claim, denial: Claim, between: int) -> Mapping[str, float]:
    """The features by which a statement is what another one of the same report denies.

    Args:
        denied: the statement that may be denied.
        denial: the statement that denies something.
        between: how many statements of others stand between them.
    """
    before = denied.start < denial.start
    bare = len(denial.matter) <= BARE
    shared = min(3, len(denied.stems & denial.stems))
    alike = max(0.0, cosine(denied.meaning, denial.meaning))
    same = bool(denied.who) and denied.who == denial.who
    gap = max(0, denial.start - denied.end if before else denied.start - denial.end)
    found: dict[str, float] = {
        "before": before,
        "next before": before and between == 0,
        "next after": not before and between == 0,
        "bare, next before": bare and before and between == 0,
        "bare": bare,
        "distance": math.log1p(gap) / 3,
        "paragraph": denied.paragraph == denial.paragraph,
        "same speaker": same,
        "of own saying": same and bool(SAYING.search(denial.words)),
        "same side": bool(denied.side) and denied.side == denial.side and not same,
        "of what is denied": denied.act == "deny",
        "of what is left open": denied.leaves_open,
        "of a report": denied.act in ("report", "accuse"),
        "of an accusation": denied.act == "accuse",
        "of a position": denied.act in ("demand", "propose", "urge", "warn", "refuse", "assess"),
        "issue": denied.issue == denial.issue != "other",
        "words, bare": bare * shared,
        "words": (not bare) * shared,
        "meaning, bare": bare * alike,
        "meaning": (not bare) * alike,
        "of what says little": len(denied.matter) <= 1,
        "of the speaker": bool(stems_of(denial.called) & denied.stems),
        "inside the denial": denied.inside == denial.entry,
        "around the denial": denial.inside == denied.entry,
        "act": denial.act == "deny",
        "cue": bool(DENYING.search(denial.cue)),
        "negative": bool(NEGATIVE.search(denial.words)),
        "of a negative": bool(NEGATIVE.search(denied.words)),
        "": 1.0,
    }
    return {name: float(value) for name, value in found.items()}


def list_denials(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Mapping[str, float]]]:
    """Every statement of a report with every other one that it could deny, and the features of the two."""
    statements = [claim for claim in claims if claim.kind == "statement"]
    for j, denial in enumerate(statements):
        if denial.denies:
            for i, denied in enumerate(statements):
                if i != j:
                    others = statements[min(i, j) + 1 : max(i, j)]
                    between = sum(other.who != denial.who and other.inside != denied.entry for other in others)
                    yield denied, denial, compare_denial(denied, denial, between)


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely it is by these features, in [0, 1]."""
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in features.items())))
