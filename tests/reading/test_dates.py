import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.dates import DATE, add_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("She left on Tuesday and returns next week.", ["on Tuesday", "next week"]),
        ("On 3 May 2031 the talks, begun in March, ended.", ["3 May 2031", "in March"]),
        ("It may rain; the troops march on 2,031 roads.", []),
        ("The treaty of 1994 was signed two years ago.", ["of 1994", "two years ago"]),
        ("Today nobody came.", ["Today"]),
        ("In the 1990s and ’80s", ["1990s", "’80s"]),
        ("In spring 2030 and by the end of the year", ["In spring 2030", "the end of the year"]),
        ("The 1994 accord of 2000 pages; call 555.2031, or 1,999 of 1709 schools", ["1994"]),
        ("Every Monday, on a Friday, on Saturdays", []),
    ],
)
def test_plain_dates_are_added(text: str, dates: list[str]) -> None:
    assert [span.text for span in add_dates(text, [])] == dates


def test_what_the_model_found_is_kept_and_not_doubled() -> None:
    text = "from early May 2031 until today"
    found = Span.of(text, 5, 19)
    assert [span.text for span in add_dates(text, [found])] == ["early May 2031", "today"]


@pytest.mark.parametrize(
    "words", ["three years", "3–5 days", "a few months", "periods of 1 month", "three weeks of fighting", "every week", "Mondays", "daily"]
)
def test_how_long_and_how_often_is_no_date(words: str) -> None:
    text = f"They met {words} on end."
    assert add_dates(text, [Span.of(text, 9, 9 + len(words))]) == ()


@pytest.mark.parametrize("words", ["three years ago", "a week later", "the past three weeks", "the first week of May", "that year"])
def test_when_is_a_date(words: str) -> None:
    text = f"They met {words}."
    assert [span.text for span in add_dates(text, [Span.of(text, 9, 9 + len(words))])] == [words]


PIECES = [
    "on ",
    "3 ",
    "May",
    " 2031",
    "today",
    "Tomorrow",
    "last week",
    "two years ago",
    "in spring",
    "x" * 50,
    ". ",
    "\n",
    "the ’80s",
    "1994",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_looking_only_around_what_dates_have_in_them_misses_none(text: str) -> None:
    assert [(s.start, s.end) for s in add_dates(text, [])] == [m.span() for m in DATE.finditer(text)]
