from dataclasses import replace
from datetime import date

from evals.ladders import Step
from evals.subjects import describe, fit_ladders, list_examples, tell
from onrecord.across.stated import Stated

DAY = date(2031, 3, 1)
GUNS = Stated("guns leave the bank", "for", "demand", "a", "", b"\x7f\x00", DAY, DAY, issue="withdrawal")
OTHERS = replace(GUNS, content="flour for towns", act="refuse", stance="against", speaker="b", meaning=b"\x00\x7f")


def test_what_lies_between_two_is_about_something_else() -> None:
    ladder = [Step(GUNS, "first", None), Step(OTHERS, "first", None), Step(GUNS, "repeated", 0)]
    assert [(same, counts) for _, same, counts in list_examples([ladder])] == [(False, 1.0), (True, 1.0), (False, 0.5)]


def test_weights_are_learned_and_told_apart() -> None:
    again = replace(GUNS, content="artillery moves off")
    ladders = [[Step(GUNS, "first", None), Step(OTHERS, "first", None), Step(again, "repeated", 0)]] * 40
    weights = fit_ladders(ladders)
    assert weights["same thing"]["meaning"] > 0
    assert describe(tell(ladders, weights)) == "100.0 of 80 right, first or not 100.0"
