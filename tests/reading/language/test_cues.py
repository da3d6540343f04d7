"""Verbs of saying and auxiliaries, in invented words."""

import re

import pytest

from onrecord.reading.language.auxiliaries import ASKING, AUXILIARY
from onrecord.reading.language.cues import JOURNALISTS, SAID


@pytest.mark.parametrize(
    ("words", "is_cue"),
    [("said", True), ("stresses", True), ("reports", False), ("claims", False), ("notes", False), ("states", False)],
)
def test_a_cue_is_no_noun(words: str, is_cue: bool) -> None:
    assert bool(re.fullmatch(SAID, words)) == is_cue


def test_may_begins_no_question() -> None:
    assert re.findall(rf"\b{ASKING}\b", "Have they met? In May Strand came. Will he stay?") == ["Have", "Will"]
    assert re.findall(rf"\b{AUXILIARY}\b", "she may stay and has told reporters") == ["may", "has"]
    assert re.findall(rf"\b(?:{JOURNALISTS})\b", "told journalists and a reporter") == ["journalists"]
