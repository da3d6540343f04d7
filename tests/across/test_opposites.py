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


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the prisoner was released", "he was still in prison", "whether"),
        ("the trawler had entered the bay", "it had stayed outside", "whether"),
        ("the shots came from the barracks", "the shots came from the hills", "place"),
        ("the letter reached the palace on 3 May", "the letter arrived on 9 May", "time"),
        ("100,000 people were at the rally", "fewer than 6,000 had come", "number"),
        ("the talks lasted five hours", "they lasted forty minutes", "number"),
        ("the talks lasted five hours", "lunch lasted forty minutes", None),
        ("100,000 people were at the rally", "6,000 officers had come", None),
        ("the border should be open", "it should be closed", None),
        ("the border was not discussed", "it was the first item of the day", "whether"),
        ("the border was not discussed", "it will be the first item of the day", None),
        ("the border was closed on Sunday", "the border was open again on Tuesday", "whether"),
        ("the border was open", "it was not closed", None),
        ("the bridge was open", "the school was closed", None),
    ],
)
def test_what_follows_can_take_up_what_it_is_about(one: str, other: str, kind: str | None) -> None:
    assert compare_facts(said(0, one, "strand"), said(1, other, "kostan"), follows=True) == kind


def test_what_does_not_follow_takes_up_nothing() -> None:
    one, other = said(0, "the prisoner was released", "strand"), said(9, "he was still in prison", "kostan")
    assert len(list(find_opposites([one, other]))) == 1
    assert not list(find_opposites([one, replace(other, paragraph=2)]))
    assert not list(find_opposites([one, said(1, "it rained", "ferrin", "assess"), other]))


def test_it_is_proposed_of_statements_near_each_other() -> None:
    one, other = said(0, "the guns left the ridge", "strand"), said(9, "no gun has left the ridge", "kostan")
    (found,) = find_opposites([one, said(1, "it rained", "ferrin"), other])
    assert (found.kind, found.a, found.b) == ("whether", "stm_0", "stm_9")
    assert not list(find_opposites([one, *(said(n, "it rained", "ferrin", "assess") for n in range(1, 4)), other]))
    assert not list(find_opposites([one, replace(other, inside="stm_0")]))
