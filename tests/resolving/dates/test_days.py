from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.dates import days
from onrecord.resolving.dates.calendar import interval
from onrecord.resolving.dates.days import Interval

DATES = st.dates(min_value=date(2, 1, 1), max_value=date(9997, 12, 31))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("early", 1, 10), ("mid", 11, 20), ("late", 21, 28)],
)
def test_parts_of_a_month_are_its_decades(part: str, first: int, last: int) -> None:
    assert days.part(days.month(2031, 2), part) == Interval(date(2031, 2, first), date(2031, 2, last), "part")


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("spring", 2031, date(2031, 3, 1), date(2031, 5, 31)),
        ("fall", 2031, date(2031, 9, 1), date(2031, 11, 30)),
        ("winter", 2032, date(2031, 12, 1), date(2032, 2, 29)),
    ],
)
def test_a_winter_is_called_by_the_year_that_it_ends_in(name: str, year: int, first: date, last: date) -> None:
    assert days.season(name, year) == Interval(first, last, "season")


@pytest.mark.parametrize(
    ("at", "months", "expected"),
    [
        (date(2031, 1, 31), 1, date(2031, 2, 28)),
        (date(2032, 1, 31), 1, date(2032, 2, 29)),
        (date(2031, 1, 15), -1, date(2030, 12, 15)),
        (date(2031, 11, 30), 3, date(2032, 2, 29)),
    ],
)
def test_months_later_is_the_same_day_or_the_last(at: date, months: int, expected: date) -> None:
    assert days.add_months(at, months) == expected


@given(DATES, st.integers(0, 6), st.booleans())
def test_the_nearest_weekday_is_within_a_week_on_the_right_side(anchor: date, number: int, future: bool) -> None:
    found = days.nearest_weekday(number, anchor, future)
    assert found.weekday() == number
    assert 0 <= (found - anchor).days * (1 if future else -1) < 7


@given(DATES, st.sampled_from(["early", "mid", "late"]))
def test_parts_lie_inside_their_whole(at: date, part: str) -> None:
    for whole in (days.week(at), days.month(at.year, at.month), days.year(at.year), days.season("winter", at.year)):
        found = days.part(whole, part)
        assert whole.first
        assert whole.last
        assert found.first
        assert found.last
        assert whole.first <= found.first <= found.last <= whole.last


@given(DATES)
def test_the_parts_of_a_month_tile_it(at: date) -> None:
    whole = days.month(at.year, at.month)
    early, mid, late = (days.part(whole, name) for name in ("early", "mid", "late"))
    assert early.first == whole.first
    assert late.last == whole.last
    assert early.last
    assert mid.first
    assert mid.last
    assert late.first
    assert (mid.first - early.last).days == (late.first - mid.last).days == 1


@pytest.mark.parametrize(
    ("words", "future", "year"),
    [
        ("’87", False, 1987),
        ("’31", False, 2031),
        ("’34", False, None),
        ("’34", True, 2034),
        ("’42", False, 1942),
        ("February 30", False, None),
    ],
)
def test_two_figures_that_may_be_ahead_or_long_ago_are_no_year(words: str, future: bool, year: int | None) -> None:
    found = interval(f"in {words}", date(2031, 5, 14), future=future)
    assert (found.first.year if found and found.first else None) == year
