"""What statements of a side on an issue are about: whether two are about the same thing.

They are if they have most of their words in common. Where they have not, it is weighed how alike their words and meanings are and what
can be seen beside them: who says both, where, when and how, and on which issue. No single one of these tells much; the weights are fitted
to steps that were judged by reading (`python -m evals.subjects`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from onrecord.across.meanings import cosine
from onrecord.across.stated import Stated, are_same_days, is_one_speaker
from onrecord.across.weights import Weights, add_up, load_weights
from onrecord.across.words import spell_out, stems_of

#: From this likelihood on two statements are told to be about the same thing.
LIKELY = 0.5
#: From this cosine on like meanings are given as a reason.
ALIKE = 0.6
#: Words of one report are close by within so many code points.
CLOSE = 400
#: More steps, more words, more days and more places in a ladder than so many count no more.
STEPS, WORDS, DAYS, PLACES = 5, 12, 60, 8


def tell_same(before: Stated, after: Stated, at: int, steps: int, weights: Weights | None = None) -> tuple[str, ...]:
    """Why two statements are about the same thing, in words; nothing if they are not.

    Args:
        before: the earlier statement.
        after: the later one.
        at: the place of the later one in its ladder.
        steps: how many steps it is behind the earlier one.
        weights: what each feature counts, in place of those that are stored.
    """
    earlier, later = stems_of(before.content), stems_of(after.content)
    if earlier and earlier == later:
        return ("same words",)
    if shared := share_words(earlier, later):
        return (f"both speak of: {', '.join(spell_out(shared, after.content))}",)
    if not (before.meaning and after.meaning):
        return ()
    counts = (weights or load_weights("subjects"))["same thing"]
    beside = add_up(describe_circumstances(before, after, at, steps), counts)
    if beside + _most(counts) < math.log(LIKELY / (1 - LIKELY)):
        return ()
    alike = describe_likeness(before, after)
    likely = 1 / (1 + math.exp(-beside - add_up(alike, counts)))
    if likely < LIKELY:
        return ()
    why = [f"likely about the same thing ({likely:.2f})"]
    if both := earlier & later:
        why.append(f"both speak of: {', '.join(spell_out(both, after.content))}")
    if alike["meaning"] >= ALIKE:
        why.append(f"like meaning ({alike['meaning']:.2f})")
    if is_one_speaker(before, after):
        why.append("one speaker")
    if before.report is not None and before.report == after.report:
        why.append("one report")
    return tuple(why)


def describe_pair(before: Stated, after: Stated, at: int, steps: int) -> dict[str, float]:
    """All that is weighed of two statements: feature → value; what is not named is 0. See `tell_same` for what is asked."""
    return describe_circumstances(before, after, at, steps) | describe_likeness(before, after)


def describe_likeness(before: Stated, after: Stated) -> dict[str, float]:
    """How alike the words and meanings of two statements are: features in [-1, 1]."""
    earlier, later = stems_of(before.content), stems_of(after.content)
    shared = len(earlier & later)
    return {
        "meaning": cosine(before.meaning, after.meaning),
        "a word": float(shared > 0),
        "share of words": shared / max(1, min(len(earlier), len(later))),
    }


def describe_circumstances(before: Stated, after: Stated, at: int, steps: int) -> dict[str, float]:
    """What can be seen beside the words of two statements: features in [0, 1]."""
    one_report = after.report is not None and before.report == after.report
    out = {
        "": 1.0,
        f"issue {after.issue}": 1.0,
        f"{before.stance} before": 1.0,
        f"{after.stance} after": 1.0,
        f"{before.turn} before": 1.0,
        f"{after.turn} after": 1.0,
        "steps between": min(STEPS, steps - 1) / STEPS,
        "place in the ladder": min(PLACES, at) / PLACES,
        "length": min(WORDS, len(stems_of(after.content))) / WORDS,
    }
    seen = {
        "right after": steps == 1,
        "one speaker": is_one_speaker(before, after),
        "one report": one_report,
        "one speaker in one report": one_report and is_one_speaker(before, after),
        "close by": one_report and abs(after.place - before.place) < CLOSE,
        "same days": are_same_days(before, after),
        "same stance": before.stance == after.stance,
        "opposite stances": {before.stance, after.stance} == {"for", "against"},
        "same turn": before.turn == after.turn,
        "both refuse": before.turn == after.turn == "refuse",
    }
    if before.last is not None and after.first is not None:
        out["time between"] = min(DAYS, max(0, (after.first - before.last).days)) / DAYS
    return out | {name: 1.0 for name, is_so in seen.items() if is_so}


def share_words(a: Collection[str], b: Collection[str]) -> tuple[str, ...]:
    """The words that two lists have in common, if these are most of the shorter one or at least three."""
    shared = sorted(set(a) & set(b))
    return tuple(shared) if shared and (len(shared) >= 3 or 2 * len(shared) > min(len(a), len(b))) else ()


def _most(weights: Mapping[str, float]) -> float:
    """What likeness can count at most."""
    return sum(abs(weights.get(name, 0.0)) for name in ("meaning", "a word", "share of words"))
