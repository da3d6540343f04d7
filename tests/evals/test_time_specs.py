from datetime import date
from typing import Any

import pytest

from evals.time_specs import by_our_conventions, strictly, why_out

DAY = date(2031, 5, 14)


def case(words: str, *values: dict[str, Any], mode: str = "default") -> tuple[dict[str, Any], dict[str, Any]]:
    expected = {"s": 0, "e": len(words), "type": "date", "values": list(values)}
    return {"mode": mode, "input": words, "expected": [expected]}, expected


@pytest.mark.parametrize(
    ("words", "value", "out"),
    [
        ("on 3 May", {"value": "2031-05-03"}, False),
        ("3 May", {"value": "not resolved"}, True),
        ("late May", {"start": "2031-05-16", "end": "2031-06-01", "mod": "end"}, True),
        ("earlier this month", {"start": "2031-05-01", "end": "2031-05-14"}, True),
        ("the first week of May", {"start": "2031-05-05", "end": "2031-05-12"}, True),
        ("three weeks ago", {"value": "2031-04-23"}, True),
        ("two weeks and 3 days ago", {"value": "2031-04-27"}, False),
        ("4/5/2031", {"value": "2031-04-05"}, True),
        ("5/5/2031", {"value": "2031-05-05"}, False),
        ("4/25/2031", {"value": "2031-04-25"}, False),
        ("Easter", {"value": "2031-04-13"}, True),
        ("last Friday", {"value": "2031-05-02"}, True),
        ("=2031", {"start": "2031-01-01", "end": "2032-01-01"}, True),
    ],
)
def test_scope_is_told_by_fields_and_words(words: str, value: dict[str, Any], out: bool) -> None:
    assert bool(why_out(*case(words, value))) == out
    assert why_out(*case(words, value, mode="extended"))


@pytest.mark.parametrize(
    ("words", "value", "wanted"),
    [
        ("3 May", {"value": "2031-05-03"}, ["2031-05-03", "2031-05-03"]),
        ("May", {"timex": "XXXX-05", "start": "2031-05-01", "end": "2031-06-01"}, ["2031-05-01", "2031-05-31"]),
        ("from 3 to 7 May", {"timex": "(a,b,P4D)", "start": "2031-05-03", "end": "2031-05-07"}, ["2031-05-03", "2031-05-07"]),
        ("2029-2031", {"timex": "(a,b,P2Y)", "start": "2029-01-01", "end": "2031-01-01"}, ["2029-01-01", "2031-12-31"]),
        ("from March to May", {"timex": "(a,b,P2M)", "start": "2031-03-01", "end": "2031-05-01"}, ["2031-03-01", "2031-05-31"]),
        ("2031-Q1", {"timex": "(a,b,P3M)", "start": "2031-01-01", "end": "2031-04-01"}, ["2031-01-01", "2031-03-31"]),
        ("next 3 days", {"timex": "(a,b,P3D)", "start": "2031-05-15", "end": "2031-05-18"}, ["2031-05-14", "2031-05-17"]),
        ("last 3 days", {"timex": "(a,b,P3D)", "start": "2031-05-11", "end": "2031-05-14"}, ["2031-05-11", "2031-05-14"]),
        ("after 3 May", {"timex": "XXXX-05-03", "mod": "after", "start": "2031-05-03"}, ["2031-05-04", None]),
        ("before 3 May", {"timex": "XXXX-05-03", "mod": "before", "end": "2031-05-03"}, [None, "2031-05-02"]),
        ("by 3 May", {"timex": "XXXX-05-03", "mod": "before", "end": "2031-05-03"}, [None, "2031-05-03"]),
        ("until 2031", {"timex": "2031", "mod": "before", "end": "2031-01-01"}, [None, "2031-12-31"]),
    ],
)
def test_ends_that_the_words_name_are_taken_in(words: str, value: dict[str, Any], wanted: list[str | None]) -> None:
    assert by_our_conventions(words, DAY, case(words, value)[1]) == [wanted]


def test_as_it_stands_a_range_ends_before_its_end() -> None:
    assert strictly(case("from 3 to 7 May", {"start": "2031-05-03", "end": "2031-05-07"})[1]) == [["2031-05-03", "2031-05-06"]]
