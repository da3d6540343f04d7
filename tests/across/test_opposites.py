from dataclasses import replace

import pytest

from onrecord.across.claims import Claim
from onrecord.across.opposites import compare_facts, find_opposites

MEANING = bytes([127, 0])


def said(place: int, words: str, who: str, act: str = "report", cue: str = "said") -> Claim:
    return Claim(f"stm_{place}", "rep_1", "statement", place, place, place, 1, words, cue, act, "ceasefire", who, meaning=MEANING)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Tamesh has withdrawn its guns from the ridge", "not one gun had left the ridge", "whether"),
        ("both sides had accepted the text", "his government accepted nothing", "whether"),
        ("Tamesh guns opened fire first, at dusk", "Orvania had fired first", "who"),
        ("the clash began when Tamesh soldiers fired", "Orvania had begun it by firing on a post", "who"),
        ("the delegation left the hall at noon", "that they had left at nine in the morning", "time"),
        ("the letter reached the palace on Tuesday", "the letter had come on Friday", "time"),
        ("the letter reached the palace on Tuesday", "the letter had come on Tuesday evening", None),
        ("the first train left Orvania at noon", "that a second train had left Tamesh", None),
        ("the ceasefire began in Orvania", "the ceasefire had begun", None),
        ("Tamesh has withdrawn its guns", "the harvest did not begin", None),
        ("the Home Guard took the news", "no one signs for the Guard", None),
    ],
)
def test_one_thing_told_otherwise(one: str, other: str, kind: str | None) -> None:
    a, b = said(0, one, "strand"), said(1, other, "kostan")
    assert compare_facts(a, b) == compare_facts(b, a) == kind
    assert compare_facts(a, replace(b, meaning=bytes([0, 127]))) is None
    assert compare_facts(a, replace(b, who="strand")) is None


def test_only_facts_contradict_each_other() -> None:
    one, other = said(0, "the guns left the ridge", "strand"), said(1, "no guns leave the ridge", "kostan")
    assert compare_facts(one, other) == "whether"
    assert compare_facts(one, replace(other, act="demand")) is None
    # A denial is compared as one, and who neither confirms nor denies asserts nothing.
    assert compare_facts(one, replace(other, cue="denied")) is None
    assert compare_facts(one, replace(other, cue="would not confirm")) is None


def test_it_is_proposed_of_statements_near_each_other() -> None:
    one, other = said(0, "the guns left the ridge", "strand"), said(9, "no gun has left the ridge", "kostan")
    (found,) = find_opposites([one, said(1, "it rained", "ferrin"), other])
    assert (found.kind, found.a, found.b) == ("whether", "stm_0", "stm_9")
    assert not list(find_opposites([one, *(said(n, "it rained", "ferrin", "assess") for n in range(1, 4)), other]))
    assert not list(find_opposites([one, replace(other, inside="stm_0")]))
