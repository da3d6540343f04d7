"""Which statement a denial denies: words, meaning, issue and place in the report, weighed by a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from onrecord.across.claims import BRIEF, DENYING, Claim
from onrecord.across.meanings import cosine
from onrecord.across.words import stems_of

#: So many statements before and after a denial can be what it denies.
REACH = 40


def compare_denial(denied: Claim, denial: Claim, between: int) -> Mapping[str, float]:
    """The features by which a statement is what another one of the same report denies.

    Args:
        denied: the statement that may be denied.
        denial: the statement that denies something.
        between: how many statements of others stand between them.
    """
    before = denied.start < denial.start
    bare = len(denial.matter) <= BRIEF
    shared = min(3, len(denied.stems & denial.stems))
    alike = max(0.0, cosine(denied.meaning, denial.meaning))
    same = bool(denied.who) and denied.who == denial.who
    called = stems_of(denial.called)
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
        "of own saying": same and denial.speaks_of_saying,
        "same side": bool(denied.side) and denied.side == denial.side and not same,
        "of what is denied": denied.act == "deny",
        "of what is left open": denied.leaves_open,
        "of a question": denied.asks,
        "of a report": denied.act in ("report", "accuse"),
        "of an accusation": denied.act == "accuse",
        "of a position": denied.act in ("demand", "propose", "urge", "warn", "refuse", "assess"),
        "issue": denied.issue == denial.issue != "other",
        "words, bare": bare * shared,
        "words": (not bare) * shared,
        "meaning, bare": bare * alike,
        "meaning": (not bare) * alike,
        "of what says little": len(denied.matter) <= 1,
        "of the speaker": not denied.stems.isdisjoint(called),
        "nested": bool(denied.inside),
        "own saying, nested": bool(denied.inside) and same,
        "in the title": denied.paragraph == 0,
        "inside the denial": denied.inside == denial.entry,
        "around the denial": denial.inside == denied.entry,
        "act": denial.act == "deny",
        "cue": denial.denies_by_cue,
        "untrue": denial.says_untrue,
        "act, in words": denial.act == "deny" and (denial.is_negative or denial.calls_untrue),
        "negative": denial.is_negative,
        "of a negative": denied.is_negative,
        "": 1.0,
    }
    return {name: float(value) for name, value in found.items()}


def list_denials(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Mapping[str, float]]]:
    """Every denial of a report with every statement near it that it could deny, and the features of the two.

    A denial inside another one of the same speaker is a part of it.
    """
    statements = [claim for claim in claims if claim.kind == "statement"]
    by_id = {claim.entry: claim for claim in statements}
    for j, denial in enumerate(statements):
        outer = by_id.get(denial.inside)
        if not denial.denies or (outer and outer.denies and outer.who == denial.who):
            continue
        # A denial could as well be of one of these, which is nearer: not of one that denies or leaves open itself.
        nearer = [None if other.who == denial.who or other.denies or other.leaves_open else other for other in statements]
        for i in range(max(0, j - REACH), min(len(statements), j + REACH + 1)):
            if i != j and can_deny(denial, statements[i]):
                denied, others = statements[i], nearer[min(i, j) + 1 : max(i, j)]
                between = sum(other is not None and other.inside != denied.entry for other in others)
                yield denied, denial, compare_denial(denied, denial, between)


def can_deny(denial: Claim, denied: Claim) -> bool:
    """Whether a denial can be of another statement of its report.

    What says nothing of its own ("he denied it") is of what stands before it. Nobody denies what he says himself on the same occasion,
    unless somebody else tells it or he speaks of what he said.
    """
    if not denial.matter and denied.start > denial.start:
        return False
    if denial.matter and denial.inside == denied.entry:
        # Who reports that something is denied is not denied by it, unless it is his own words.
        return False
    of_himself = denied.who and denied.who == denial.who and not denied.inside and not denial.speaks_of_saying
    return not of_himself and not _are_like(denied, denial)


def _are_like(denied: Claim, denial: Claim) -> bool:
    """Whether two denials deny alike, and not for two sides: then the one bears out the other, as two of one side always do.

    So does an answer to the same charge that denies by its sense alone: who denies a denial says so, or speaks of what stands before.
    """
    if not denied.denies:
        return False
    if denied.side and denied.side == denial.side:
        return True
    if denied.act == denial.act == "deny" and denial.matter and not DENYING.search(denial.cue):
        return True
    opposed = denied.side and denial.side
    return denied.negates and denial.negates and not denial.calls_untrue and not opposed
