from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.movement import find_silent, last_movement, trace_movement
from onrecord.across.stated import TURNS, Stated
from onrecord.across.words import stems_of

STANCES = ("for", "against", "conditional")
DAY = date(2031, 3, 1)


def meaning(angle: float) -> bytes:
    return np.round(127 * np.array([np.cos(angle), np.sin(angle)])).astype(np.int8).tobytes()


def said(content: str, stance: str, act: str, condition: str = "", day: int = 1, speaker: str = "a", weight: int = 1) -> Stated:
    when = date(2031, 3, day)
    return Stated(content, stance, act, speaker, condition, b"", when, when, weight)


def kinds(*ladder: Stated) -> list[str]:
    return [move.kind for move in trace_movement(ladder)]


GUNS = "the guns leave the river bank"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (("for", "propose"), ("for", "report"), "repeated"),
        (("against", "refuse"), ("against", "refuse"), "repeated"),
        (("for", "propose"), ("conditional", "propose"), "conditional"),
        (("for", "demand"), ("conditional", "agree"), "softened"),
        (("against", "refuse"), ("conditional", "propose"), "softened"),
        (("against", "assess"), ("conditional", "refuse"), "conditional"),
        (("conditional", "agree"), ("for", "agree"), "softened"),
        (("conditional", "agree"), ("against", "refuse"), "hardened"),
        (("against", "refuse"), ("for", "agree"), "softened"),
        (("for", "promise"), ("against", "refuse"), "reversed"),
        (("for", "assess"), ("against", "assess"), "hardened"),
        (("against", "refuse"), ("against", "threaten"), "hardened"),
        (("against", "threaten"), ("against", "agree"), "softened"),
        (("conditional", "demand"), ("conditional", "propose"), "softened"),
        (("for", "demand"), ("against", "refuse"), "reversed"),
        (("for", "refuse"), ("against", "propose"), "reversed"),
        (("for", "promise"), ("for", "demand"), "hardened"),
        (("for", "demand"), ("for", "propose"), "softened"),
        (("conditional", "threaten"), ("for", "demand"), "repeated"),
        (("conditional", "agree"), ("for", "refuse"), "hardened"),
        (("against", "refuse"), ("against", "warn"), "repeated"),
        (("for", "promise"), ("against", "warn"), "hardened"),
        (("for", "threaten"), ("conditional", "propose"), "softened"),
        (("conditional", "propose"), ("for", "assess"), "repeated"),
    ],
)
def test_what_changes_on_the_same_thing(before: tuple[str, str], after: tuple[str, str], kind: str) -> None:
    assert kinds(said(GUNS, *before), said(GUNS, *after, day=9)) == ["first", kind]


def test_an_offer_on_another_condition_softens() -> None:
    before, after = (said(GUNS, "conditional", "propose", condition, day) for condition, day in (("if theirs go", 1), ("after a pause", 9)))
    assert kinds(before, after) == ["first", "softened"]
    assert kinds(before, replace(after, condition=before.condition)) == ["first", "repeated"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (("conditional", "demand"), ("for", "demand"), "softened"),
        (("conditional", "propose"), ("for", "propose"), "softened"),
        (("for", "propose"), ("for", "propose"), "softened"),
        (("conditional", "propose"), ("for", "demand"), "hardened"),
        (("conditional", "threaten"), ("for", "demand"), "repeated"),
        (("against", "refuse"), ("against", "refuse"), "hardened"),
    ],
)
def test_who_leaves_out_the_condition_that_he_had_has_moved(before: tuple[str, str], after: tuple[str, str], kind: str) -> None:
    first, then = said(GUNS, *before, condition="if theirs go"), said(GUNS, *after, day=9)
    assert kinds(first, then) == ["first", kind]
    assert kinds(first, replace(then, condition=first.condition))[1] != "hardened"


def test_on_one_occasion_a_condition_need_not_be_named_again() -> None:
    first, then = said(GUNS, "conditional", "demand", "if theirs go"), said(GUNS, "for", "demand")
    (_, move) = trace_movement((first, then))
    assert move.kind == "repeated"
    assert "does not name the condition again: if theirs go" in move.why
    (_, move) = trace_movement((first, replace(then, first=date(2031, 3, 9), last=date(2031, 3, 9))))
    assert "drops the condition: if theirs go" in move.why


def test_a_movement_says_why() -> None:
    ladder = (
        said("the guns will leave the bank", "against", "refuse"),
        said("the guns leave the bank", "conditional", "propose", "if theirs do", 9),
    )
    (_, move) = trace_movement(ladder)
    assert move.since == 0
    assert move.why[:3] == ("against → conditional", "refuse → propose", "adds a condition: if theirs do")


def test_what_is_about_nothing_before_is_first() -> None:
    moves = trace_movement((said(GUNS, "for", "demand"), said("flour for the town", "against", "refuse", day=9)))
    assert [(move.kind, move.since) for move in moves] == [("first", None), ("first", None)]


def test_it_is_compared_with_the_latest_about_the_same_thing() -> None:
    moves = trace_movement(
        (said(GUNS, "against", "refuse"), said("flour for the town", "for", "propose", day=2), said(GUNS, "for", "agree", day=3))
    )
    assert (moves[2].since, moves[2].kind) == (0, "softened")


def test_like_meanings_can_be_about_the_same_thing() -> None:
    a = replace(said("the guns leave", "for", "propose"), meaning=meaning(0))
    weights = {"same thing": {"": -2.0, "meaning": 4.0}}
    for angle, kind in ((0.2, "repeated"), (1.5, "first")):
        b = replace(said("artillery moves off", "for", "report", day=9, speaker="b"), meaning=meaning(angle))
        assert [move.kind for move in trace_movement((a, b), weights=weights)] == ["first", kind]


@pytest.mark.parametrize(
    ("act", "before", "after", "kind"),
    [
        ("demand", "a pullback of nine kilometres", "a pullback of five kilometres", "softened"),
        ("demand", "a pullback of 5 kilometres", "a pullback of nine kilometres", "hardened"),
        ("propose", "a pullback of five kilometres", "a pullback of nine kilometres", "softened"),
        ("demand", "an answer within ten days", "an answer within five days", "repeated"),
    ],
)
def test_who_asks_for_less_or_offers_more_softens(act: str, before: str, after: str, kind: str) -> None:
    move = trace_movement((said(before, "for", act), said(after, "for", act, day=9)))[1]
    assert move.kind == kind
    assert any("→" in why for why in move.why)


def test_a_changed_number_is_told_with_what_it_counts() -> None:
    ladder = (said("two hundred and twelve men go", "for", "demand"), said("1,200 men go, and 2 guns", "for", "demand", day=9))
    assert "two hundred and twelve men → 1,200 men" in trace_movement(ladder)[1].why


def test_a_number_that_stands_alone_counts_what_the_other_one_does() -> None:
    forty = said("forty rockets leave the depot by rail", "for", "demand")
    thirty = said("thirty of them leave the depot by rail", "for", "demand", day=9)
    assert kinds(forty, thirty) == ["first", "softened"]
    assert kinds(replace(thirty, first=DAY, last=DAY), replace(forty, first=thirty.first, last=thirty.last)) == ["first", "hardened"]


def test_what_explains_another_on_the_same_occasion_does_not_move() -> None:
    ladder = (said(GUNS, "conditional", "propose"), said(GUNS, "for", "assess"))
    assert kinds(*ladder) == ["first", "repeated"]
    assert kinds(ladder[0], replace(ladder[1], speaker="b")) == ["first", "softened"]
    assert kinds(said(GUNS, "against", "refuse"), said(GUNS, "for", "assess", day=9)) == ["first", "softened"]


def test_two_of_one_side_disagree() -> None:
    yes, no = said(GUNS, "for", "agree"), said(GUNS, "against", "refuse", day=3, speaker="b")
    assert last_movement((yes, no)).disagrees
    assert not last_movement((yes, replace(no, speaker="a"))).disagrees
    assert not last_movement((yes, replace(no, weight=2))).disagrees
    assert not last_movement((yes, replace(no, first=date(2031, 4, 3), last=date(2031, 4, 3)))).disagrees
    assert not last_movement((yes, replace(no, stance="conditional"))).disagrees


def test_silent_is_what_was_last_said_of_a_thing_long_ago() -> None:
    ladder = (said(GUNS, "for", "propose", day=1), said(GUNS, "for", "report", day=4), said("flour for the town", "for", "demand", day=5))
    moves = trace_movement(ladder)
    assert find_silent(ladder, moves, date(2031, 6, 4), 3) == {1}
    assert find_silent(ladder, moves, date(2031, 6, 3), 3) == frozenset()
    assert find_silent(ladder, moves, date(2032, 1, 31), 11) == frozenset()
    assert find_silent(ladder, moves, date(2032, 2, 29), 11) == {1, 2}


WORDS = st.lists(st.sampled_from(["guns", "river", "flour", "town", "nine kilometres", "five kilometres", "never"]), max_size=4).map(
    " ".join
)
STATED = st.builds(
    Stated,
    WORDS,
    st.sampled_from(STANCES),
    st.sampled_from(sorted(TURNS)),
    st.sampled_from(["a", "b", None]),
    st.sampled_from(["", "if they stop"]),
    st.floats(0, 3).map(meaning) | st.just(b""),
    st.dates(DAY, date(2031, 9, 1)) | st.none(),
    st.none(),
)


@given(st.lists(STATED, max_size=8))
def test_laws(ladder: list[Stated]) -> None:
    moves = trace_movement(ladder)
    assert moves == trace_movement(ladder)
    for i, move in enumerate(moves):
        assert (move.kind == "first") == (move.since is None)
        assert move.since is None or move.since < i
        assert move.why
    if ladder:
        assert last_movement(ladder) == moves[-1]
        assert trace_movement(ladder[:-1]) == moves[:-1]


@given(STATED)
def test_the_same_words_again_move_nothing(one: Stated) -> None:
    if stems_of(one.content):
        assert kinds(one, one)[1] == "repeated"


def test_who_demands_refuses_what_is_offered_instead() -> None:
    demand = said("that a ceasefire of the whole river comes first", "for", "demand")
    assert kinds(demand, said("a ceasefire of the whole river after the winter", "against", "refuse", day=2))[1] == "repeated"
    assert kinds(demand, said("any ceasefire of the whole river", "against", "refuse", day=2))[1] == "reversed"
