from dataclasses import replace
from datetime import date

from onrecord.across.stated import TURNS, Stated, are_same_days, is_one_occasion, is_one_speaker
from onrecord.reading.encoder.layout import ACTS

DAY = date(2031, 3, 1)
ONE = Stated("the guns leave", "for", "propose", "a", first=DAY, last=DAY)


def test_every_act_does_something_to_a_position() -> None:
    assert set(TURNS) == set(ACTS)
    assert ONE.turn == "offer"


def test_what_is_not_known_is_not_the_same() -> None:
    assert is_one_speaker(ONE, ONE)
    assert are_same_days(ONE, ONE)
    assert is_one_occasion(ONE, ONE)
    nobody, never = replace(ONE, speaker=None), replace(ONE, first=None, last=None)
    assert not is_one_speaker(nobody, nobody)
    assert not are_same_days(never, never)
    assert not is_one_occasion(ONE, replace(ONE, speaker="b"))
