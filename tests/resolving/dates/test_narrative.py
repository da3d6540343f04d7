from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.resolving.dates.calendar import interval
from onrecord.resolving.dates.narrative import follow, read_history

PUBLISHED = date(2031, 5, 14)


def told(*expressions: str) -> list[str | None]:
    found = follow(expressions, PUBLISHED)
    return [None if f is None else str(f.first) if f.first == f.last else f"{f.first}/{f.last}" for f in found]


@pytest.mark.parametrize(
    ("expressions", "last"),
    [
        (("3 September 2014", "in October"), "2014-10-01/2014-10-31"),
        (("3 September 2014", "on 20 June"), "2014-06-20"),
        (("3 September 2014", "two days later"), "2014-09-05"),
        (("3 September 2014", "the previous year"), "2013-01-01/2013-12-31"),
        (("3 September 2014", "the 5th"), "2014-09-05"),
        (("3 September 2014", "4"), "2014-09-04"),
        (("in 1871", "72"), "1872-01-01/1872-12-31"),
        (("3 September 2014", "in 2014", "the next day"), "2014-09-04"),
        (("3 September 2014", "yesterday"), "2031-05-13"),
        (("3 September 2014", "yesterday", "the next day"), "2014-09-04"),
        (("3 September 2014", "on Monday"), "2031-05-12"),
        (("3 September 2014", "on Monday", "on 2 May"), "2031-05-02"),
        (("the next day",), None),
        (("in 1941", "the next day"), None),
        (("in 1941", "in June", "two days later"), None),
        (("in 1941", "at 10:30"), None),
        (("in 1941", "on 3 June", "two days later"), "1941-06-05"),
        (("in 1941", "on Christmas Day"), "1941-12-25"),
        (("7 July 1859", "the 4th day of March next"), "1860-03-04"),
        (("7 July 1859", "the 3rd of June last"), "1859-06-03"),
        (("in 2014", "by year end"), "None/2031-12-31"),
    ],
)
def test_each_is_counted_from_where_the_telling_stands(expressions: tuple[str, ...], last: str | None) -> None:
    assert told(*expressions)[-1] == last


@given(st.lists(st.sampled_from(["3 May 2014", "in June", "the next day", "4", "in 1999", "last week", "on Friday", "then"])))
def test_there_is_one_answer_for_each_and_the_first_is_counted_from_publication(expressions: list[str]) -> None:
    found = follow(expressions, PUBLISHED)
    assert len(found) == len(expressions)
    assert all(f is None or f.valid() for f in found)
    assert found[:1] == [interval(words, PUBLISHED) for words in expressions[:1]]


def test_what_is_still_to_come_is_the_next_such_day() -> None:
    ahead = follow(["on Tuesday", "in January", "in 1999", "in June"], PUBLISHED, [True, True, False, True])
    assert [str(f.first) for f in ahead if f] == ["2031-05-20", "2032-01-01", "1999-01-01", "2031-06-01"]


HISTORY = "In September 2014 Veld proposed a pause. In October she withdrew it. Two days later Strand agreed."


def test_a_history_is_dated_from_where_the_telling_stands() -> None:
    history = read_history(HISTORY, PUBLISHED)
    october = Span.of(HISTORY, HISTORY.index("October"), HISTORY.index("October") + 7)
    assert history.at(october) == interval("in October 2014", PUBLISHED)
    assert history.at(Span.of(HISTORY, 18, 22)) is None


@pytest.mark.parametrize(
    "news",
    [
        "On Friday she said so. ", "By Friday she had said so. ", "She said so in Friday’s debate. ", "Yesterday she said so. ",
        "Last week she said so. ", "In the coming week she will say so. ",
    ],
)  # fmt: skip
def test_news_with_a_background_are_no_history(news: str) -> None:
    assert read_history(news + HISTORY, PUBLISHED).told == ()


def test_a_report_that_names_no_old_year_is_no_history() -> None:
    assert read_history("On 3 May 2031 she proposed it. In April he had refused.", PUBLISHED).told == ()
