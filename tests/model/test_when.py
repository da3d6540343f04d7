import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.model import When
from onrecord.resolving.dates import days
from onrecord.resolving.dates.days import Interval

DATES = st.dates(min_value=date(1000, 1, 1), max_value=date(9899, 12, 31))
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def when(first: str | None, last: str | None, precision: str = "day") -> When:
    return When(_day(first or ".."), _day(last or ".."), "stated", precision)


def _day(text: str) -> date | None:
    return None if text == ".." else date.fromisoformat(text.rstrip("~"))


def interval_of(edtf: str) -> Interval:
    """The days of an EDTF string, as far as `When.edtf` writes them."""
    if "/" in edtf:
        first, last = edtf.split("/")
        return Interval(_day(first), _day(last))
    edtf = edtf.rstrip("~")
    if re.fullmatch(r"\d{4}-2[1-4]", edtf):
        return days.season(SEASONS[int(edtf[5:])], int(edtf[:4]))
    if re.fullmatch(r"\d{4}-\d\d", edtf):
        return days.month(int(edtf[:4]), int(edtf[5:]))
    if edtf.endswith("XX"):
        return days.century(int(edtf[:2]) + 1)
    if edtf.endswith("X"):
        return days.decade(int(edtf[:3]) * 10)
    return days.year(int(edtf)) if len(edtf) == 4 else days.day(date.fromisoformat(edtf))


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        (when("2031-05-13", "2031-05-13"), "2031-05-13"),
        (when("2031-04-01", "2031-04-10", "part"), "2031-04-01/2031-04-10"),
        (when("2031-04-01", "2031-04-30", "month"), "2031-04"),
        (when("2031-04-01", "2031-04-30", "part"), "2031-04-01/2031-04-30"),
        (when("2031-04-01", "2031-04-12", "month"), "2031-04-01/2031-04-12"),
        (when("2031-03-01", "2031-05-31", "season"), "2031-21"),
        (when("2030-12-01", "2031-02-28", "season"), "2031-24"),
        (when("2031-01-01", "2031-03-31", "part"), "2031-01-01/2031-03-31"),
        (when("2031-01-01", "2031-12-31", "year"), "2031"),
        (when("2030-01-01", "2039-12-31", "decade"), "203X"),
        (when("1800-01-01", "1899-12-31", "century"), "18XX"),
        (when("2031-05-12", "2031-05-18", "week"), "2031-05-12/2031-05-18"),
        (when("2031-05-05", "2031-05-05", "about"), "2031-05-05~"),
        (when("2031-05-01", "2031-05-31", "about"), "2031-05~"),
        (when("2031-04-20", "2031-04-26", "about"), "2031-04-20~/2031-04-26~"),
        (when(None, "2031-05-31", "bound"), "../2031-05-31"),
        (when("2031-05-17", None, "bound"), "2031-05-17/.."),
        (when("0394-01-01", "0394-12-31", "year"), "0394"),
    ],
)
def test_edtf(value: When, edtf: str) -> None:
    assert value.edtf == edtf


def test_the_json_has_the_edtf_string_and_is_read_without_it() -> None:
    value = when("2031-04-01", "2031-04-30", "month")
    written = value.to_json()
    assert written["edtf"] == "2031-04"
    del written["edtf"]
    assert When.from_json(written) == value


def test_an_interval_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="backwards"):
        when("2031-05-02", "2031-05-01")


PRECISIONS = st.sampled_from("day week month season year decade century part bound about".split())


@given(st.none() | DATES, st.none() | DATES, PRECISIONS)
def test_the_days_can_be_read_back_from_the_edtf_string(first: date | None, last: date | None, precision: str) -> None:
    assume(first or last)
    assume(first is None or last is None or first <= last)
    read = interval_of(When(first, last, "stated", precision).edtf)
    assert (read.first, read.last) == (first, last)


@given(DATES, st.sampled_from(["month", "season", "year", "decade", "century"]), st.sampled_from(["", "about"]))
def test_whole_units_are_written_as_such_and_read_back(at: date, unit: str, about: str) -> None:
    whole = {
        "month": days.month(at.year, at.month),
        "season": days.season("winter", at.year),
        "year": days.year(at.year),
        "decade": days.decade(at.year),
        "century": days.century(at.year // 100 + 1),
    }[unit]
    value = When(whole.first, whole.last, "stated", about or unit)
    assert ("/" in value.edtf) == (about == "about" and unit == "season")
    read = interval_of(value.edtf)
    assert (read.first, read.last) == (whole.first, whole.last)
    assert whole.last
    assert whole.last.day == monthrange(whole.last.year, whole.last.month)[1]
