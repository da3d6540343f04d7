from dataclasses import replace
from datetime import date

from evals.movement import MOVES
from evals.records import load_gold
from evals.subjects import Step, describe, fit_ladders, list_examples, read_ladder, tell
from onrecord.across.stated import Stated
from training.data import REPORTS

DAY = date(2031, 3, 1)
GUNS = Stated("guns leave the bank", "for", "demand", "a", "", b"\x7f\x00", DAY, DAY, issue="withdrawal")
OTHERS = replace(GUNS, content="flour for towns", act="refuse", stance="against", speaker="b", meaning=b"\x00\x7f")


def test_a_ladder_names_what_a_statement_is_compared_with() -> None:
    ladder = [["r.s1", "first"], ["r.s2", "first"], ["r.s3", "hardened", "r.s1"], ["r.s4", "repeated"]]
    steps = read_ladder(ladder, {f"r.s{i}": GUNS for i in range(1, 5)})
    assert [(step.kind, step.since) for step in steps] == [("first", None), ("first", None), ("hardened", 0), ("repeated", 2)]


def test_what_lies_between_two_is_about_something_else() -> None:
    ladder = [Step(GUNS, "first", None), Step(OTHERS, "first", None), Step(GUNS, "repeated", 0)]
    assert [(same, counts) for _, same, counts in list_examples([ladder])] == [(False, 1.0), (True, 1.0), (False, 0.5)]


def test_weights_are_learned_and_told_apart() -> None:
    again = replace(GUNS, content="artillery moves off")
    ladders = [[Step(GUNS, "first", None), Step(OTHERS, "first", None), Step(again, "repeated", 0)]] * 40
    weights = fit_ladders(ladders)
    assert weights["same thing"]["meaning"] > 0
    assert describe(tell(ladders, weights)) == "100.0 of 80 right, first or not 100.0"


def test_the_gold_of_the_reports_keeps_its_rules() -> None:
    seen: set[str] = set()
    for ladder in load_gold("reports")["movement"]:
        refs = [ref for ref, *_ in ladder["ladder"]]
        assert ladder["ladder"][0][1] == "first"
        assert len({ref.partition("_")[0] for ref in refs}) == 1
        assert not seen & set(refs)
        seen |= set(refs)
        for at, (ref, kind, *since) in enumerate(ladder["ladder"]):
            assert kind in MOVES
            assert (REPORTS / f"{ref.partition('.')[0]}.rep").exists()
            assert not since or (kind != "first" and since[0] in refs[: at - 1])
