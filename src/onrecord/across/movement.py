"""How a position moves: what a statement is compared with among the earlier ones of its side on an issue, and what it changes.

It is compared with the latest that is about the same thing (`subjects.py`). What cannot be compared is `first`: a movement is only told
where two sentences can be put side by side. evals/across/README.md has the rules of the gold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.across.numbers import Number, find_numbers
from onrecord.across.stated import Stated, is_one_occasion, is_one_speaker
from onrecord.across.subjects import tell_same
from onrecord.across.weights import Weights
from onrecord.across.words import stems_of

Kind = Literal["first", "repeated", "hardened", "softened", "conditional", "reversed"]

#: So many earlier statements are looked at.
LOOK_BACK = 200
#: Two people of one side disagree if they say opposite things within so many days.
SOON = 7


@dataclass(frozen=True)
class Movement:
    """What a statement does to the position: since which earlier one, by its place in the ladder, and why, in words.

    `disagrees` says that it opposes what another of the side said just before, neither speaking for the side more than the other: then
    `kind` tells how the two differ, and the side has not moved.
    """

    kind: Kind
    since: int | None
    why: tuple[str, ...]
    disagrees: bool = False


def trace_movement(ladder: Sequence[Stated], begin: int = 0, weights: Weights | None = None) -> tuple[Movement, ...]:
    """The movement to each statement of a side, or an actor, on one issue.

    Args:
        ladder: statements with a stance, one for each utterance, in the order in which they were said.
        begin: the place of the first statement whose movement is asked for.
        weights: what each feature counts, in place of those that are stored.
    """
    return tuple(_move(ladder, i, weights) for i in range(begin, len(ladder)))


def last_movement(ladder: Sequence[Stated]) -> Movement:
    """The movement to the last statement of a ladder that is not empty."""
    return _move(ladder, len(ladder) - 1)


def find_silent(ladder: Sequence[Stated], moves: Sequence[Movement], end: date, months: int) -> frozenset[int]:
    """The places in a ladder of what was said last about a thing, where nothing has been said about it for so many months.

    Args:
        ladder: statements in the order in which they were said.
        moves: the movement to each of them.
        end: the last day of the record, or of the period that was asked for.
        months: what was last said so many months before `end`, or earlier, is silent.
    """
    taken_up = {move.since for move in moves}
    month = 12 * end.year + end.month - 1 - months
    limit = (month // 12, month % 12 + 1, end.day)
    return frozenset(
        i
        for i, stated in enumerate(ladder)
        if i not in taken_up and stated.last is not None and (stated.last.year, stated.last.month, stated.last.day) <= limit
    )


def _move(ladder: Sequence[Stated], at: int, weights: Weights | None = None) -> Movement:
    after = ladder[at]
    for i in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        if same := tell_same(ladder[i], after, at, at - i, weights):
            kind, why = _judge(ladder[i], after)
            return Movement(kind, i, (*why, *same), _disagree(ladder[i], after))
    return Movement("first", None, ("nothing earlier is about the same thing" if at else "nothing earlier is on record",))


def _judge(before: Stated, after: Stated) -> tuple[Kind, tuple[str, ...]]:
    """What changes between two statements about the same thing, and in what."""
    kind = _kind(before, after)
    figures, by_figures = _compare_figures(before, after)
    if kind == "repeated" and by_figures:
        kind = by_figures
    why = [f"{before.stance} → {after.stance}" if before.stance != after.stance else f"{after.stance} as before"]
    if before.turn != after.turn:
        why.append(f"{before.act} → {after.act}")
    why += _compare_conditions(before.condition, after.condition, kind)
    return kind, (*why, *figures)


def _kind(before: Stated, after: Stated) -> Kind:
    did, does = before.turn, after.turn
    if does == "threat" and _threatens_more(before, after):
        return "hardened"
    if does == "say" and after.stance != "conditional" and _explains(before, after):
        return "repeated"
    match before.stance, after.stance:
        case "for", "conditional":
            return "softened" if does == "offer" and did in ("ask", "threat") else "conditional"
        case "against", "conditional":
            return "softened" if does in ("offer", "say") else "conditional"
        case "conditional", "for":
            if does == "ask":
                return _drop_condition(before, after)
            return "hardened" if does == "refuse" else "softened"
        case "conditional", "against":
            return "hardened"
        case "against", "for":
            return "softened"
        case "for", "against" if (did, does) == ("ask", "refuse"):
            # Who demands refuses what is offered instead, unless it is the very thing that was demanded.
            refused = stems_of(after.content)
            return "reversed" if refused and refused <= stems_of(before.content) else "repeated"
        case "for", "against":
            return "reversed" if (did, does) in (("offer", "refuse"), ("refuse", "offer")) else "hardened"
        case "for", "for" if (did, does) == ("offer", "ask"):
            return "hardened"
        case "for", "for" if (did, does) == ("ask", "offer"):
            return "softened"
        case "conditional", "conditional" if did == does == "offer" and stems_of(before.condition) != stems_of(after.condition):
            return "softened"
    if after.condition and not before.condition and after.stance != "conditional":
        return "conditional"
    if does == "offer" and (did == "threat" or (after.stance == "conditional" and did in ("ask", "refuse"))):
        return "softened"
    if before.stance == after.stance == "against" and did == does == "refuse" and before.condition and not after.condition:
        return "repeated" if is_one_occasion(before, after) else "hardened"
    if before.stance == after.stance == "for" and did == does and does in ("ask", "offer"):
        return _drop_condition(before, after)
    return "hardened" if after.stance == "against" and does == "ask" and did in ("refuse", "say") else "repeated"


def _drop_condition(before: Stated, after: Stated) -> Kind:
    """What somebody does who asks for or offers what he asked for or offered before: without the condition that he had then, he moves."""
    if not before.condition or after.condition or before.turn not in ("ask", "offer") or is_one_occasion(before, after):
        return "repeated"
    return "hardened" if (before.turn, after.turn) == ("offer", "ask") else "softened"


def _explains(before: Stated, after: Stated) -> bool:
    """Whether a speaker explains what he holds: on the same occasion, or later, unless he turns from for to against or back."""
    return is_one_occasion(before, after) or (is_one_speaker(before, after) and {before.stance, after.stance} != {"for", "against"})


def _threatens_more(before: Stated, after: Stated) -> bool:
    """Whether a threat is new: the first, or another one that depends on a condition. Who warns of what he holds anyway adds none."""
    if after.act == "warn" and before.stance == after.stance:
        return False
    if before.turn != "threat":
        return True
    return before.stance != after.stance or (after.stance == "conditional" and stems_of(before.content) != stems_of(after.content))


def _compare_conditions(before: str, after: str, kind: Kind) -> list[str]:
    # "If they do" has no word that says something, and is a condition all the same.
    if (stems_of(before) or before) == (stems_of(after) or after):
        return []
    if before and after:
        return [f"another condition: {after}"]
    if after:
        return [f"adds a condition: {after}"]
    # Who repeats a position has not given up the condition by leaving it unsaid.
    return [f"does not name the condition again: {before}" if kind == "repeated" else f"drops the condition: {before}"]


def _compare_figures(before: Stated, after: Stated) -> tuple[list[str], Kind | None]:
    """Numbers of the same unit that differ, in words, and what follows from them.

    Who asks for less or offers more softens. Of times nothing follows: a shorter deadline is harder, and a shorter pause is not.
    """
    changed = _pair_counts(before.content, after.content)
    why = [f"{earlier.words} → {later.words}" for earlier, later in changed]
    turn = after.turn
    counts = [(earlier, later) for earlier, later in changed if not later.is_time]
    if len(counts) != 1 or before.turn != turn or turn not in ("ask", "offer"):
        return why, None
    fewer = counts[0][1].value < counts[0][0].value
    return why, "softened" if fewer == (turn == "ask") else "hardened"


def _pair_counts(before: str, after: str) -> list[tuple[Number, Number]]:
    """The numbers in two contents that count the same thing, and differ.

    Where each has one number, one of which stands alone ("forty rockets", then "thirty would be enough"), they count the same.
    """
    earlier, later = _counts_of(before), _counts_of(after)
    pairs = [(earlier[unit], later[unit]) for unit in later if unit in earlier]
    numbers = [[number for number in find_numbers(content) if not number.is_time] for content in (before, after)]
    if not pairs and len(numbers[0]) == len(numbers[1]) == 1 and not (numbers[0][0].unit and numbers[1][0].unit):
        pairs = [(numbers[0][0], numbers[1][0])]
    return [(a, b) for a, b in pairs if a.value != b.value]


def _counts_of(content: str) -> dict[str, Number]:
    """The numbers in a content by what they count; what it counts twice is left out."""
    found = [number for number in find_numbers(content) if number.unit]
    units = Counter(number.unit for number in found)
    return {number.unit: number for number in found if units[number.unit] == 1}


def _disagree(before: Stated, after: Stated) -> bool:
    if {before.stance, after.stance} != {"for", "against"} or is_one_speaker(before, after) or not (before.speaker and after.speaker):
        return False
    soon = after.first is not None and before.last is not None and (after.first - before.last).days <= SOON
    return soon and before.weight == after.weight
