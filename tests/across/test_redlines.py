from datetime import date

from onrecord.across.movement import trace_movement
from onrecord.across.redlines import find_red_line
from onrecord.across.stated import Stated


def said(content: str, stance: str, act: str, day: int) -> Stated:
    return Stated(content, stance, act, "a", first=date(2031, 3, day), last=date(2031, 3, day))


def rules(*ladder: Stated) -> list[str | None]:
    moves = trace_movement(ladder)
    return [find_red_line(ladder, moves[i], i) for i in range(len(ladder))]


def test_words_that_leave_no_way_back() -> None:
    assert rules(said("the island is not negotiable", "against", "refuse", 1)) == ["says “not negotiable”"]
    assert rules(said("that is our red line", "against", "assess", 1)) == ["says “red line”"]
    assert rules(said("we have never been so close to a truce", "for", "assess", 1)) == [None]


def test_a_refusal_that_is_repeated() -> None:
    assert rules(said("the lease of the island", "against", "refuse", 1), said("any lease of the island", "against", "refuse", 9)) == [
        None,
        "refuse again",
    ]
