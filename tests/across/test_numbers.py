import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.numbers import find_numbers


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nine kilometres", [(9, "nine kilometres")]),
        ("forty-one shells fell", [(41, "forty-one shells")]),
        ("1,912 violations, a third of them", [(1912, "1,912 violations"), (1 / 3, "a third")]),
        ("two, and they were wet", [(2, "two")]),
        ("three Tamesh battalions", [(3, "three Tamesh")]),
        ("five thousand refugees", [(5000, "five thousand refugees")]),
        ("on 6 June 2031 at 14:30, at twenty past six", [(6, "six")]),
        ("one of them", []),
        ("two hundred and twelve men", [(212, "two hundred and twelve men")]),
        ("a thousand and five tonnes, 2.5 million people", [(1005, "a thousand and five tonnes"), (2.5e6, "2.5 million people")]),
        ("between ten and twelve men", [(10, "ten"), (12, "twelve men")]),
        ("forty-one past the hour", []),
        ("thirty-five in August, and thirty would do", [(35, "thirty-five"), (30, "thirty")]),
        ("nine of their boats, two more sailors", [(9, "nine of their boats"), (2, "two more sailors")]),
        ("by telephone on May 9", []),
        ("they may 9 times in ten", [(9.0, "9 times"), (10.0, "ten")]),
    ],
)
def test_numbers_count_something(words: str, found: list[tuple[float, str]]) -> None:
    assert [(n.value, n.words) for n in find_numbers(words)] == found


def test_units_are_stems_and_times_are_known() -> None:
    assert [(n.unit, n.is_time) for n in find_numbers("some five hours ago; 3 guns; an hour")] == [("hour", True), ("gun", False)]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("48 people", "nine people", True),
        ("at least 14 people", "17 people", False),
        ("at least 14 people", "nine people", True),
        ("no more than nine people", "48 people", True),
        ("no fewer than nine people", "48 people", False),
        ("another 80 people", "120 people", False),
        ("handed over 14 bodies", "21 bodies", True),
    ],
)
def test_bounds_exclude_only_what_lies_outside(one: str, other: str, apart: bool) -> None:
    (a,), (b,) = find_numbers(one), find_numbers(other)
    assert a.excludes(b) == b.excludes(a) == apart


@given(st.integers(2, 999_999))
def test_figures_with_and_without_commas_are_one_number(number: int) -> None:
    values = [[n.value for n in find_numbers(words)] for words in (f"{number} men", f"{number:,} men")]
    assert values[1] == [number]
    assert values[0] == ([] if 1800 <= number < 2100 and len(str(number)) == 4 and str(number)[:2] in ("18", "19", "20") else [number])
