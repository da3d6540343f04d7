from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.stated import TURNS, Stated
from onrecord.across.subjects import LIKELY, describe_likeness, describe_pair, share_words, tell_same
from onrecord.across.weights import load_weights
from onrecord.reading.encoder.layout import ISSUES, STANCES

DAY = date(2031, 3, 1)


def meaning(angle: float) -> bytes:
    return np.round(127 * np.array([np.cos(angle), np.sin(angle)])).astype(np.int8).tobytes()


def said(content: str, angle: float | None = 0.0, speaker: str = "a", report: str = "r1", place: int = 0) -> Stated:
    known = b"" if angle is None else meaning(angle)
    return Stated(content, "for", "propose", speaker, "", known, DAY, DAY, issue="talks", report=report, place=place)


def test_words_that_two_share_are_most_of_the_shorter_or_three() -> None:
    assert share_words({"gun", "river"}, {"gun", "river", "flour", "town"}) == ("gun", "river")
    assert share_words({"gun", "river"}, {"gun", "flour", "town"}) == ()
    assert share_words(set("abcdefgh"), set("abcxyz12")) == ("a", "b", "c")


def test_who_shares_most_words_speaks_of_the_same_whatever_else_there_is() -> None:
    never = {"same thing": {"": -9.0}}
    assert tell_same(said("the guns leave"), said("The gun left, guns leaving"), 1, 1, never) == ("both speak of: gun, leaving",)
    assert tell_same(said("the guns leave"), said("guns, leave"), 1, 1, never) == ("same words",)


def test_the_rest_is_weighed_and_says_why() -> None:
    before, after = said("a truce of a month and no day more"), said("a truce after flour, bread and salt", 0.2)
    why = tell_same(before, after, 1, 1, {"same thing": {"": -2.0, "meaning": 3.0}})
    assert why == ("likely about the same thing (0.72)", "both speak of: truce", "like meaning (0.98)", "one speaker", "one report")
    assert tell_same(before, replace(after, meaning=meaning(1.5)), 1, 1, {"same thing": {"": -2.0, "meaning": 3.0}}) == ()


def test_nothing_is_weighed_where_a_meaning_is_not_known() -> None:
    assert tell_same(said("guns leave the bank"), said("flour for towns", None), 1, 1, {"same thing": {"": 9.0}}) == ()


def test_features_say_what_is_seen() -> None:
    before, after = said("guns leave the bank"), said("flour for towns", speaker="b", place=300)
    seen = describe_pair(before, after, 1, 1)
    assert {"right after", "one report", "close by", "same days", "same stance", "same turn", "issue talks"} <= set(seen)
    assert not {"one speaker", "one speaker in one report", "opposite stances", "both refuse"} & set(seen)
    later = describe_pair(before, replace(after, report="r2", first=date(2031, 3, 31), last=None), 9, 4)
    assert not {"right after", "one report", "close by", "same days"} & set(later)
    assert (later["steps between"], later["time between"], later["place in the ladder"]) == (0.6, 0.5, 1.0)


def test_all_that_can_be_seen_has_a_weight() -> None:
    weights = load_weights("subjects")["same thing"]
    stances = [stance for stance in STANCES if stance != "none"]
    named = {f"issue {issue}" for issue in ISSUES} | {f"{one} {when}" for one in stances for when in ("before", "after")}
    named |= {f"{turn} {when}" for turn in set(TURNS.values()) for when in ("before", "after")}
    assert named <= set(weights)
    assert set(describe_likeness(said("a"), said("b"))) <= set(weights)


WORDS = st.lists(st.sampled_from(["guns", "river", "flour", "town", "salt", "bread", "truce"]), max_size=5).map(" ".join)


@given(WORDS, WORDS, st.floats(0, 3), st.integers(1, 30), st.integers(1, 30), st.sampled_from(sorted(TURNS)))
def test_what_cannot_be_likely_enough_is_not_weighed_further(a: str, b: str, angle: float, at: int, steps: int, act: str) -> None:
    before, after = said(a), replace(said(b, angle), act=act)
    weights = load_weights("subjects")["same thing"]
    score = sum(weights.get(name, 0.0) * value for name, value in describe_pair(before, after, at, steps).items())
    why = tell_same(before, after, at, steps)
    likely = 1 / (1 + np.exp(-score))
    if not why or why[0].startswith("likely"):
        assert bool(why) == (likely >= LIKELY) or likely == pytest.approx(LIKELY)
