import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.language.dates import DATE, add_dates


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
        ("In May at 4 p.m., by 10:30 or noon", ["In May", "4 p.m.", "10:30", "noon"]),
        ("To this day, as First Veldians 9:25 has it", []),
        ("It was spring; two years prior", ["spring", "two years prior"]),
        ("Seventeen years ago, in ’71", ["Seventeen years ago", "’71"]),
        ("On Saturday mornings the Saturday Evening Post comes; decree 2005-981", []),
        ("The house at 1720 Harbour Street has a 2000-year history", []),
        ("Last Wed. and on Fri., as the Sun. wrote", ["Last Wed.", "on Fri."]),
        ("In the 2031 elections, not for the 2000 voters of the year 71", ["2031", "the year 71"]),
        ("The music of the late 90s and of the ’60’s; a man in his 40s; it was in the 30s °F", ["the late 90s", "’60’s"]),
        ("Spring and early summer are wet, the autumn brings dust; a spring can dry up", ["Spring", "early summer", "the autumn"]),
        ("Resolutions 1701 and 2031, decree No. 1812 of 1994, room 2014 on Hill 1515", ["of 1994"]),
        ("Last quarter, a couple of years back, and by year-end", ["Last quarter", "a couple of years back", "by year-end"]),
        ("In the years since, and the decades that followed", ["the years since", "the decades that followed"]),
        ("What is today Veldia is known today as such, and its law is still in use today", []),
        ("Today the bridge remains shut", []),
        (
            "They met on Christmas Eve and before Easter; his Christmas message came after Ramadan",
            ["on Christmas Eve", "before Easter", "after Ramadan"],
        ),
        ("It was the day of the handover, not a day of rest", ["the day of the handover"]),
        ("ENVOYS TO MEET ON FRIDAY, TALKS LAST WEEK FAILED, UNITY TODAY PARTY SAYS", ["ON FRIDAY", "LAST WEEK", "TODAY"]),
        ("More people read today than ever; the ruins can be seen today, and the town grew to the size it is today", []),
        ("Varn today is home to half of them. Veld today is in Varn, but today is a good day", ["today", "today"]),
        ("We act tomorrow to build tomorrow, for a better tomorrow", ["tomorrow"]),
        ("Over the course of the next 15 years; in the next 15 years; in the course of last year", ["next 15 years", "last year"]),
        ("Readers of Veldia Today heard today", ["today"]),
        ("Every Monday morning, one flight a week on Friday", []),
    ],
)
def test_plain_dates_are_added(text: str, dates: list[str]) -> None:
    assert [span.text for span in add_dates(text, [])] == dates


def test_what_the_model_found_is_kept_and_not_doubled() -> None:
    text = "from early May 2031 until today"
    found = Span.of(text, 5, 19)
    assert [span.text for span in add_dates(text, [found])] == ["early May 2031", "today"]


@pytest.mark.parametrize(
    "words",
    [
        "three years",
        "3–5 days",
        "a few months",
        "periods of 1 month",
        "three weeks of fighting",
        "every week",
        "Mondays",
        "daily",
        "over two thousand years",
        "twenty-five years",
        "the rest of the year",
        "year after year",
        "that time",
        "around the same time",
        "long ago",
        "years ago",
        "a few minutes later",
        "the beginning of the war",
        "the second half",
        "the first few days",
        "a half week long",
        "the age of four months",
        "335 m",
        "DX2017",
        "the 20th anniversary",
        "months to years",
        "a 2-5 month",
        "as little as a few months",
        "about a year and a half, almost two years",
        "two and a half years",
        "maybe six days",
        "two months in",
        "a few moments ago",
        "the seventh consecutive year",
        "any time of the year",
        "his third year",
        "the morning",
    ],
)
def test_how_long_and_how_often_is_no_date(words: str) -> None:
    text = f"They met {words} on end."
    assert add_dates(text, [Span.of(text, 9, 9 + len(words))]) == ()


@pytest.mark.parametrize(
    "words",
    [
        "three years ago",
        "a week later",
        "the past three weeks",
        "the first week of May",
        "that year",
        "4 p.m.",
        "the day before the war",
        "the end of the year",
        "the morning of 3 May",
        "the second half of 2031",
    ],
)
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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He died at the age of 31.", "31"),
        ("She was 40 then.", "40"),
        ("See https://a.example/2031/05 there.", "2031"),
        ("Call 201-4428.", "201"),
        ("Call 814.863.1874.", "1874"),
    ],
)
def test_ages_and_numbers_are_no_years(text: str, number: str) -> None:
    at = text.index(number)
    assert add_dates(text, [Span.of(text, at, at + len(number))]) == ()


def test_two_figures_can_be_a_year() -> None:
    text = "From 84 on nobody came."
    assert [span.text for span in add_dates(text, [Span.of(text, 5, 7)])] == ["84"]
