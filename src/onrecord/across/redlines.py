"""Red lines: what is ruled out for good, by the words or by saying it again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.across.movement import Movement
from onrecord.across.stated import Stated

#: Words that leave no way back.
FOR_GOOD = re.compile(
    r"""\b(?:red[ -]lines?|(?:not|never|non)[ -](?:up[ ]for[ ]|open[ ]to[ ])?negotia(?:ble|tion)|never|under[ ]no[ ]circumstances?
        |in[ ]no[ ]case|at[ ]no[ ]price|not[ ]at[ ]any[ ]price|on[ ]no[ ]account|out[ ]of[ ]the[ ]question
        |not[ ](?:one|an|a[ ]single)[ ]inch
        |not[ ](?:a|one)[ ]met(?:re|er)|no[ ]concessions?[ ]whatever)\b""",
    re.IGNORECASE | re.VERBOSE,
)
#: Acts that can draw a red line by words, and those that draw one when they come again.
BY_WORDS = frozenset({"refuse", "threaten", "demand", "warn", "promise", "assess"})
AGAIN = frozenset({"refuse", "threaten"})


def find_red_line(ladder: Sequence[Stated], move: Movement, at: int) -> str | None:
    """By which rule a statement of a ladder draws a red line, in words; None if it does not.

    Args:
        ladder: statements in the order in which they were said.
        move: the movement to the statement.
        at: the place of the statement.
    """
    stated = ladder[at]
    words = FOR_GOOD.search(stated.content)
    if words and stated.act in BY_WORDS and (stated.act in AGAIN or stated.stance == "against"):
        return f"says “{words[0]}”"
    if stated.act in AGAIN and move.kind == "repeated" and move.since is not None and ladder[move.since].act == stated.act:
        return f"{stated.act} again"
    return None
