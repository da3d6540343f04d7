import pytest

from onrecord.model import Span
from onrecord.reading.dates import add_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("She left on Tuesday and returns next week.", ["on Tuesday", "next week"]),
        ("On 3 May 2031 the talks, begun in March, ended.", ["3 May 2031", "in March"]),
        ("It may rain; the troops march on 2,031 roads.", []),
        ("The treaty of 1994 was signed two years ago.", ["of 1994", "two years ago"]),
        ("Today nobody came.", ["Today"]),
        ("In the 1990s and ’80s", ["1990s", "’80s"]),
    ],
)
def test_plain_dates_are_added(text: str, dates: list[str]) -> None:
    assert [span.text for span in add_dates(text, [])] == dates


def test_what_the_model_found_is_kept_and_not_doubled() -> None:
    text = "from early May 2031 until today"
    found = Span.of(text, 5, 19)
    assert [span.text for span in add_dates(text, [found])] == ["early May 2031", "today"]
