from dataclasses import replace

import pytest

from onrecord.across.claims import Claim, Party
from onrecord.across.conflicts import compare_contacts, find_conflicts, shorten

CALL = Claim(
    "cnt_1", "rep_1", "call", 0, 0, 4, 0, "the call", status="held", first="2031-03-12", last="2031-03-12",
    parties=(Party("Orvania", "Ivo Strand Orvania"), Party("Tamesh", "Mirela Kostan Tamesh")),
)  # fmt: skip
OTHER = replace(CALL, entry="cnt_2", report="rep_2")


def said(place: int, words: str, who: str, act: str = "report", side: str = "") -> Claim:
    return Claim(f"stm_{place}", "rep_1", "statement", place, place, place, 1, words, "said", act, "ceasefire", who, side)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("nine kilometres of the bank", "five kilometres", ("nine kilometres", "five kilometres")),
        ("it lasted eleven minutes", "twenty-five", ("eleven minutes", "twenty-five")),
        ("nine kilometres of the bank", "nine kilometres", None),
        ("nine kilometres of the bank", "five captives were handed over", None),
        ("nine kilometres of the bank are flooded", "five kilometres of railway sleepers were stolen", None),
    ],
)
def test_one_thing_counted_differently(one: str, other: str, differs: tuple[str, str] | None) -> None:
    found = list(find_conflicts([said(0, one, "strand"), said(1, other, "kostan")]))
    assert [p.differs for p in found] == ([differs] if differs else [])


def test_demands_of_different_numbers_do_not_contradict_each_other() -> None:
    assert not list(find_conflicts([said(0, "nine kilometres", "strand", "demand"), said(1, "five kilometres", "kostan", "demand")]))


def test_a_correction_may_stand_far_away() -> None:
    between = [said(i, "that the river rose", "ferrin") for i in range(1, 6)]
    first, last = said(0, "nine soldiers died", "army"), said(9, "ten soldiers", "army")
    assert [p.kind for p in find_conflicts([first, *between, last])] == ["number"]
    assert not list(find_conflicts([first, *between, replace(last, who="kostan")]))


def test_two_sides_blame_each_other() -> None:
    one, other = said(0, "the frigate swung across", "strand", "accuse", "Orvania"), said(1, "the cutter", "kostan", "accuse", "Tamesh")
    meaning = bytes([127, 0])
    (found,) = find_conflicts([replace(one, meaning=meaning), replace(other, meaning=meaning)])
    assert (found.kind, found.differs) == ("who", ("the frigate swung across", "the cutter"))
    assert not list(find_conflicts([replace(one, meaning=meaning), replace(other, meaning=meaning, side="Orvania")]))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ({"around": "at the initiative of the Tamesh side"}, {"around": "Kostan took a call from Ivo Strand"}, "who"),
        ({"around": "Strand spoke to Kostan, at the latter’s request"}, {"around": "at the request of Orvania"}, "who"),
        ({"around": "at the initiative of the Tamesh side"}, {"around": "Strand took a call from Mirela Kostan"}, None),
        ({"around": "The call lasted twenty minutes."}, {"around": "It took thirty-five minutes."}, "number"),
        ({"around": "The two met for three hours in Bergen."}, {"around": "The meeting lasted little more than an hour."}, "number"),
        ({"around": "They spoke by phone for 20 minutes."}, {"around": "a forty-minute telephone conversation"}, "number"),
        ({"around": "They spoke for 55 minutes."}, {"around": "The call took about an hour."}, None),
        ({"around": "They spoke for half an hour."}, {"around": "The call lasted 30 minutes."}, None),
        ({"around": "The call had been requested by Orvania."}, {"around": "at the initiative of the Tamesh side"}, "who"),
        ({}, {"first": "2031-03-14", "last": "2031-03-14"}, "time"),
        ({}, {"first": "2031-03-11", "last": "2031-03-12"}, None),
        ({"site": "Vienna"}, {"site": "Valletta"}, "place"),
        ({"site": "Vienna", "status": "planned"}, {"site": "Valletta"}, None),
    ],
)
def test_tellings_of_one_contact_disagree(one: dict[str, str], other: dict[str, str], kind: str | None) -> None:
    found = compare_contacts(replace(CALL, **one), replace(OTHER, **other))  # type: ignore[arg-type]
    assert (found.kind if found else None) == kind


def test_who_denies_a_contact_is_set_against_who_tells_of_it() -> None:
    held, denied = replace(CALL, per="stm_1"), replace(OTHER, status="denied", per="stm_2", words="no call", first="", last="")
    assert compare_contacts(held, denied) == compare_contacts(denied, held)
    found = compare_contacts(denied, held)
    assert found
    assert (found.kind, found.a, found.b, found.differs) == ("denial", "stm_1", "stm_2", ("the call", "no call"))
    # What a report tells itself is set against the statement that denies it.
    told = compare_contacts(CALL, denied)
    assert told
    assert (told.kind, told.a, told.b) == ("whether", "cnt_1", "stm_2")
    assert compare_contacts(held, replace(denied, per="stm_1")) is None
    assert compare_contacts(held, replace(denied, per="")) is None


def test_long_words_are_cut_between_words() -> None:
    assert shorten("a b\nc") == "a b c"
    assert shorten("words " * 30, 20) == "words words words …"
