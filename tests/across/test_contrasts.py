"""Statements that tell one thing differently though neither denies the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.across.claims import Claim
from onrecord.across.contradictions import find_contrasts
from onrecord.across.contrasts import compare_contrast, list_contrasts, name_contrast
from onrecord.across.weights import load_weights

NEAR = bytes([127, 0])


def said(place: int, words: str, who: str, lead: str = "", cue: str = "said", act: str = "report") -> Claim:
    start = 60 * place
    return Claim(
        f"stm_{place}", "rep_1", "statement", place, start, start + len(words), 1, words, cue, act, "ceasefire", who, who, lead=lead,
        meaning=NEAR,
    )  # fmt: skip


FIRED = said(0, "the guards at the ferry fired", "strand", cue="insisted")
SLEPT = said(1, "the guards at the ferry slept", "kostan", "Strand insisted that …; Kostan tells it differently: ", "maintained")


def test_two_who_tell_it_differently_are_proposed() -> None:
    (found,) = find_contrasts([FIRED, SLEPT], load_weights()["contrasts"])
    assert (found.kind, found.a, found.b) == ("whether", "stm_0", "stm_1")
    assert found.differs == (FIRED.words, SLEPT.words)


@pytest.mark.parametrize(
    "other",
    [
        replace(SLEPT, lead="", cue="said", meaning=bytes([0, 127]), words="flour for the town"),
        replace(SLEPT, act="demand", lead=""),
    ],
)
def test_what_is_about_something_else_or_asks_is_not(other: Claim) -> None:
    assert not list(find_contrasts([FIRED, other], load_weights()["contrasts"]))


def test_denials_and_the_same_speaker_are_left_out() -> None:
    assert len(list(list_contrasts([FIRED, SLEPT]))) == 1
    assert not list(list_contrasts([FIRED, replace(SLEPT, act="deny")]))
    assert not list(list_contrasts([FIRED, replace(SLEPT, who="strand")]))


def test_two_who_find_fault_with_a_third_one_agree() -> None:
    blames = replace(FIRED, act="accuse", side="Orvania"), replace(SLEPT, act="accuse", side="Tamesh")
    assert len(list(list_contrasts(blames))) == 1
    assert not list(list_contrasts([blames[0], replace(blames[1], side="Orvania")]))
    assert not list(list_contrasts([blames[0], replace(blames[1], side="")]))


def test_what_stands_inside_is_no_other_version() -> None:
    assert not list(list_contrasts([FIRED, replace(SLEPT, inside="stm_0")]))


def test_others_between_part_two_statements() -> None:
    between = [said(i, "the river rose", f"other {i}") for i in range(1, 5)]
    pairs = [(a.entry, b.entry) for a, b, _ in list_contrasts([FIRED, *between, replace(SLEPT, entry="last", start=400, end=420)])]
    assert ("stm_0", "stm_4") in pairs
    assert ("stm_0", "last") not in pairs


def test_all_features_have_weights() -> None:
    assert set(compare_contrast(FIRED, SLEPT, 0)) == set(load_weights()["contrasts"])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"act": "accuse"}, {"act": "accuse"}, "who"),
        ({"words": "two shots"}, {"words": "nine"}, "number"),
        ({"words": "two shots"}, {"words": "nine shots at the ferry"}, "number"),
        ({"words": "two shots"}, {"words": "nine guards"}, "whether"),
        ({"words": "12 percent of the guards"}, {"words": "40 percent of the ferries"}, "whether"),
        ({"words": "they fired on Friday"}, {"words": "it was the weekend"}, "time"),
        ({"words": "they fired on Friday"}, {"words": "they slept on Friday"}, "whether"),
        ({"words": "he promised a boat"}, {"words": "a raft"}, "words"),
    ],
)
def test_what_they_differ_in(one: dict[str, str], other: dict[str, str], kind: str) -> None:
    assert name_contrast(replace(FIRED, **one), replace(SLEPT, **other)) == kind  # type: ignore[arg-type]
