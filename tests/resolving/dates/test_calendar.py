from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.resolving.dates import absolute, bounds, counted, feasts, relative, units
from onrecord.resolving.dates.calendar import find_expressions, interval, widen
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.grammar import LONGEST, RULES

#: A Wednesday.
TODAY = date(2031, 5, 14)
DAY_BEFORE = date(2031, 5, 6)
WORDS = [
    "on", "in", "the", "of", "from", "to", "and", "between", "since", "by", "before", "after", "until", "early", "mid-", "late", "end", "last", "next",
    "this", "previous", "following", "same", "that", "week", "month", "year", "day", "days", "weekend", "ago", "later", "a", "few", "couple", "two", "31",
    "29", "13th", "first", "second", "May", "February", "December", "Monday", "Sunday", "2031", "1999", "today", "tomorrow", "overnight", "morning",
    "winter", "half", "decade", "quarter", "–", "-", ",", "’s", "at", "nine", "turn", "not", "an", "fortnight", "now", "the 31st", "2031-02-30",
]  # fmt: skip
EXPRESSIONS = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


def days_of(expression: str, *, future: bool = False, context: date | None = None, anchor: date = TODAY) -> str | None:
    """An interval as "first/last", a day alone as itself, an open end as ".."; None as None."""
    found = interval(expression, anchor, future=future, context=context)
    if found is None:
        return None
    first, last = (str(end)[5:] if end and end.year == 2031 else str(end) if end else ".." for end in (found.first, found.last))
    return first if found.first == found.last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("on 13 May", "05-13"),
        ("May 13, 2030", "2030-05-13"),
        ("on Tuesday, 13 May", "05-13"),
        ("on Thursday, 15 May", "05-15"),
        ("on Wednesday, 15 May", "2030-05-15"),
        ("the 13th of May", "05-13"),
        ("on the thirteenth of May", "05-13"),
        ("28 June in 2030", "2030-06-28"),
        ("Dec. 31 , 1994", "1994-12-31"),
        ("15 May", "2030-05-15"),
        ("13 May last year", "2030-05-13"),
        ("29 February", "2028-02-29"),
        ("the 12th of the current month", "05-12"),
        ("2031-05-13", "05-13"),
        ("2031/03/04", "03-04"),
        ("13.05.2031", "05-13"),
        ("13/05/2031", "05-13"),
        ("05/13/2031", "05-13"),
        ("05/05/2031", "05-05"),
        ("2031-04", "04-01/04-30"),
        ("on the 14th", "05-14"),
        ("on the 31st", "03-31"),
        ("at noon on 5 May", "05-05"),
        ("on 5 May at 14:30", "05-05"),
        ("on the morning of 5 May", "05-05"),
        ("on the first evening, 12 May", "05-12"),
        ("in April", "04-01/04-30"),
        ("in June", "2030-06-01/2030-06-30"),
        ("in the month of April", "04-01/04-30"),
        ("April last year", "2030-04-01/2030-04-30"),
        ("last May", "2030-05-01/2030-05-31"),
        ("in 2030", "2030-01-01/2030-12-31"),
        ("in the 1990s", "1990-01-01/1999-12-31"),
        ("the ’70s", "1970-01-01/1979-12-31"),
        ("the late nineties", "1997-01-01/1999-12-31"),
        ("the 1800s", "1800-01-01/1899-12-31"),
        ("the 19th century", "1800-01-01/1899-12-31"),
        ("the late 19th and early 20th centuries", "1867-01-01/1932-12-31"),
        ("this decade", "2030-01-01/2039-12-31"),
        ("in AD 394", "0394-01-01/0394-12-31"),
        ("2030 April", "2030-04-01/2030-04-30"),
        ("04/2031", "04-01/04-30"),
        ("20310513", "05-13"),
        ("05-Apr-2031", "04-05"),
        ("Oct2", "2030-10-02"),
        ("16. April 2031", "04-16"),
        ("25/04", "04-25"),
        ("3 May ’29", "2029-05-03"),
        ("Friday (9 May)", "05-09"),
        ("twenty-second of April", "04-22"),
        ("two thousand and eighteen", "2018-01-01/2018-12-31"),
        ("on the 14th of last month", "04-14"),
        ("the last Friday of April", "04-25"),
        ("the second Monday in April 2030", "2030-04-08"),
        ("Christmas Day 2030", "2030-12-25"),
        ("May Day", "05-01"),
        ("on New Year’s Eve", "2030-12-31"),
        # Both churches had Easter on 13 April; a year later they have it on 28 March and 2 May.
        ("Good Friday", "04-11"),
        ("the day after Easter Monday", "04-15"),
        ("Orthodox Easter Sunday 2032", "2032-05-02"),
        ("Orthodox Christmas", "01-07"),
        ("Ashura", "05-01/05-03"),
        ("Ash Wednesday 2030", "2030-03-06"),
        ("30 September 420", "0420-09-30"),
        ("the winter of 2029 – 30", "2029-12-01/2030-02-28"),
        ("the later 1800s", "1867-01-01/1899-12-31"),
        ("the past century", "1900-01-01/1999-12-31"),
        ("from the 15th to the 19th century", "1400-01-01/1899-12-31"),
        ("last, uh, August", "2030-08-01/2030-08-31"),
        ("these past two days", "05-12/05-14"),
    ],
)
def test_days_months_and_years(expression: str, expected: str) -> None:
    assert days_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("in early April", "04-01/04-10"),
        ("mid-April", "04-11/04-20"),
        ("in the middle of April", "04-11/04-20"),
        ("late April", "04-21/04-30"),
        ("at the end of April", "04-21/04-30"),
        ("in the first days of April", "04-01/04-10"),
        ("in the last few days of last year", "2030-12-21/2030-12-31"),
        ("the first months of 2031", "01-01/04-30"),
        ("in the third decade of March", "03-21/03-31"),
        ("in the first week of May", "05-01/05-07"),
        ("the last week of April", "04-24/04-30"),
        ("the first half of April", "04-01/04-15"),
        ("the second half of April", "04-16/04-30"),
        ("in late 2030", "2030-09-01/2030-12-31"),
        ("the first quarter of 2031", "01-01/03-31"),
        ("the third quarter of last year", "2030-07-01/2030-09-30"),
        ("Q3", "2030-07-01/2030-09-30"),
        ("Q1-2031", "01-01/03-31"),
        ("H2 2030", "2030-07-01/2030-12-31"),
        ("last quarter", "01-01/03-31"),
        ("the past two quarters", "2030-10-01/03-31"),
        ("week 12 of 2031", "03-17/03-23"),
        ("the latter half of 2030", "2030-07-01/2030-12-31"),
        ("the first ten days of April", "04-01/04-10"),
        ("the third month of 2031", "03-01/03-31"),
        ("this summer", "06-01/08-31"),
        ("the winter of 2029–30", "2029-12-01/2030-02-28"),
        ("late last year", "2030-09-01/2030-12-31"),
        ("at the end of last week", "05-08/05-11"),
        ("early next week", "05-19/05-21"),
        ("at the turn of the year", "2030-12-25/01-07"),
        ("spring", "03-01/05-31"),
        ("last summer", "2030-06-01/2030-08-31"),
        ("the winter of 2030", "2029-12-01/2030-02-28"),
    ],
)
def test_parts_of_months_years_and_weeks(expression: str, expected: str) -> None:
    assert days_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("on Wednesday", "05-14"),
        ("on Thursday", "05-08"),
        ("late on Tuesday", "05-13"),
        ("Tuesday’s", "05-13"),
        ("on Monday evening", "05-12"),
        ("at nine on Monday morning", "05-12"),
        ("last Wednesday", "05-07"),
        ("this past Friday", "05-09"),
        ("on Monday of last week", "05-05"),
        ("last week on Friday", "05-09"),
        ("Monday 12", "05-12"),
        ("Monday 13", None),
        ("for Tuesday", "05-13"),
        ("set for Friday", "05-16"),
        ("for 20 May", "05-20"),
        ("for 3 May", "05-03"),
        ("in nine days", None),
        ("in nine days’ time", "05-23"),
        ("in the night to Tuesday", "05-12/05-13"),
        ("yesterday", "05-13"),
        ("last night", "05-13"),
        ("overnight", "05-13/05-14"),
        ("half an hour ago", "05-14"),
        ("the day before yesterday", "05-12"),
        ("last week", "05-05/05-11"),
        ("the week before last", "04-28/05-04"),
        ("earlier this week", "05-12/05-14"),
        ("earlier in the month", "05-01/05-14"),
        ("over the weekend", "05-10/05-11"),
        ("last month", "04-01/04-30"),
        ("twice this month", "05-01/05-31"),
        ("the week of 10 April", "04-07/04-13"),
        ("two days ago", "05-12"),
        ("three weeks ago", "04-20/04-26"),
        ("a few days ago", "05-07/05-13"),
        ("a couple of days ago", "05-11/05-13"),
        ("over the past week", "05-07/05-14"),
        ("in recent weeks", "04-23/05-13"),
        ("three days after 5 May", "05-08"),
        ("the eve of 5 May", "05-04"),
        ("two weeks and three days ago", "04-27"),
        ("more than two weeks ago", "../04-29"),
        ("less than a week ago", "05-08/05-14"),
        ("48 hours ago", "05-12"),
        ("in recent days", "05-07/05-13"),
        ("a month and a half ago", "03-22/04-05"),
        ("Friday, a week ago", "05-09"),
        ("Friday, a week after 30 April", "05-09"),
        ("the year to date", "01-01/05-14"),
        ("year end", "12-31"),
        ("the 3rd of June last", "2030-06-03"),
        ("12 May last", "05-12"),
        ("the 4th day of March next", "2032-03-04"),
        ("14:30 on 5 May", "05-05"),
        ("2:30 next week", None),
        ("on Monday at 23:00 GMT", "05-12"),
        ("on Monday at noon Lisbon time", "05-12"),
        ("the day before 5 May", "05-04"),
        ("Weds", "05-14"),
        ("last Tuesday", "05-06"),
        ("last Monday", "05-12"),
        ("midweek", "05-13/05-15"),
        ("this time last year", "2030-04-29/2030-05-29"),
        ("a week ago today", "05-07"),
        ("two weeks ago on Monday", "04-28"),
        ("three years ago on Friday", "2028-05-16"),
        ("a year ago Sunday", "2030-05-11"),
        ("a year ago to the day", "2030-05-14"),
        ("two or three days ago", "05-11/05-12"),
        ("a week or two ago", "04-27/05-10"),
        ("half a year ago", "2030-10-30/2030-11-29"),
        ("less than 48 hours ago", "05-12/05-14"),
        ("two days before the summit of the lakes on 9 May", "05-07"),
        ("the day after the talks on Monday", "05-13"),
        ("28 April-2 May", "04-28/05-02"),
    ],
)
def test_counted_back_from_publication(expression: str, expected: str | None) -> None:
    assert days_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("on Wednesday", "05-14"),
        ("on Friday", "05-16"),
        ("next Wednesday", "05-21"),
        ("on Tuesday next week", "05-20"),
        ("on 10 June", "06-10"),
        ("on 13 May", "2032-05-13"),
        ("29 February", "2032-02-29"),
        ("on the 20th", "05-20"),
        ("on the 10th", "06-10"),
        ("in June", "06-01/06-30"),
        ("in May", "05-01/05-31"),
        ("later this week", "05-14/05-18"),
        ("the week after next", "05-26/06-01"),
        ("over the weekend", "05-17/05-18"),
        ("the coming weekend", "05-17/05-18"),
        ("tomorrow morning", "05-15"),
        ("in three days", "05-17"),
        ("in three days’ time", "05-17"),
        ("in two weeks", "05-25/05-31"),
        ("in the coming days", "05-14/05-21"),
        ("within a week", "05-14/05-21"),
        ("next Thursday", "05-22"),
        ("next Friday", "05-16"),
        ("tomorrow week", "05-22"),
        ("Friday week", "05-23"),
        ("a week on Tuesday", "05-27"),
        ("a fortnight today", "05-28"),
        ("in a day or two", "05-15/05-16"),
        ("at the earliest on Monday", "05-19/.."),
        ("at the latest by Monday", "05-14/05-19"),
        ("before the weekend is out", "05-14/05-18"),
        ("within a month and three days", "05-14/06-17"),
        ("the rest of the month", "05-14/05-31"),
        ("a week starting tomorrow", "05-15/05-21"),
        ("within two weeks of 20 May", "05-20/06-03"),
        ("from next Monday to Friday", "05-19/05-23"),
        ("as early as Friday", "05-16/.."),
        ("2032 or later", "2032-01-01/.."),
        ("before the weekend", "05-14/05-16"),
        ("before the end of June", "05-14/06-30"),
        ("before Friday", "05-14/05-15"),
        ("by Friday", "05-14/05-16"),
        ("after Friday", "05-17/.."),
        ("not before June", "06-01/.."),
        ("from 1 June on", "2030-06-01/.."),
        ("in autumn", "09-01/11-30"),
    ],
)
def test_counted_forward_for_what_is_ahead(expression: str, expected: str) -> None:
    assert days_of(expression, future=True) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("28–30 April", "04-28/04-30"),
        ("between 28 April and 3 May", "04-28/05-03"),
        ("from 28 December to 3 January", "2030-12-28/01-03"),
        ("from March to May 2030", "2030-03-01/2030-05-31"),
        ("on Monday or Tuesday", "05-12/05-13"),
        ("late April or early May", "04-21/05-10"),
        ("13–15 May", "05-13/05-15"),
        ("05/06/2031", "05-06/06-05"),
        ("from 12 May to 20 May", "05-12/05-20"),
        ("between now and 15 November", "05-14/11-15"),
        ("since mid-February", "02-11/05-14"),
        ("until Friday", "../05-09"),
        ("before May", "../04-30"),
        ("after Monday", "05-13/.."),
    ],
)
def test_ranges_and_bounds(expression: str, expected: str) -> None:
    assert days_of(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("the next day", "05-07"),
        ("a day earlier", "05-05"),
        ("on the same day", "05-06"),
        ("the same afternoon", "05-06"),
        ("late in the evening", "05-06"),
        ("two days later", "05-08"),
        ("seven days before that", "04-29"),
        ("the following week", "05-12/05-18"),
        ("the previous Friday", "05-02"),
        ("ten minutes later", "05-06"),
        ("that week", "05-05/05-11"),
        ("the week", "05-05/05-11"),
        ("the day following", "05-07"),
        ("the week before", "04-28/05-04"),
        ("earlier that month", "05-01/05-06"),
        ("the 20th of that month", "05-20"),
        ("on the 3rd of the previous month", "04-03"),
        ("April of the previous year", "2030-04-01/2030-04-30"),
        ("the previous April", "04-01/04-30"),
        ("within ten days", "05-06/05-16"),
        ("within hours", "05-06"),
    ],
)
def test_counted_from_the_day_that_the_text_spoke_of(expression: str, expected: str) -> None:
    assert days_of(expression, context=DAY_BEFORE) == expected
    assert days_of(expression) is None


@pytest.mark.parametrize(
    "expression",
    ["", "31 February", "2031-02-30", "on the eve of the talks", "for two days", "recently", "for the first time in three months", "Easter", "Palm Sunday 2032", "Independence Day", "Ramadan", "first Sunday", "then", "second", "on the 32nd",
     "in her first hour in office", "99999999999", "on Monday " * 50],
)  # fmt: skip
def test_what_no_rule_knows_is_not_guessed(expression: str) -> None:
    assert interval(expression, TODAY) is None
    assert interval(expression, TODAY, future=True) is None


@pytest.mark.parametrize(
    "expression",
    ["last year", "in December", "next month", "three weeks ago", "in two weeks", "winter", "the week after next", "29 February"],
)
@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_the_ends_of_the_calendar(expression: str, anchor: date) -> None:
    for future in (False, True):
        found = interval(expression, anchor, future=future)
        assert found is None or found.valid()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday he may march on; in May they rest.", ["On Monday", "in May"]),
        ("The Sun wrote on Sunday that Jan Novak and April Strand met.", ["on Sunday"]),
        ("Talks start in May and end in early June 2031.", ["in May", "in early June 2031"]),
        ("They met from 3 to 5 May, and again the next day.", ["from 3 to 5 May", "the next day"]),
        ("It fell 3 May, 2031. In the past three weeks, nothing.", ["3 May, 2031", "In the past three weeks"]),
        ("Second thoughts about 2,031 troops and 40 percent", []),
        ("on Tuesday of last week; at the end of the month", ["on Tuesday of last week", "at the end of the month"]),
        ("“Yesterday”, 2031-05-12", ["Yesterday", "2031-05-12"]),
        ("🕊 In early April", ["In early April"]),
        ("They met on 9 May Square, at the Friday Market and with the 6 June movement.", []),
        ("On 6 June forces left; the 6 June meeting", ["On 6 June", "the 6 June"]),
        ("It is due Mon., he said late Thurs; the Sun. He sat. Then", ["Mon", "late Thurs"]),
        ("no later than 30 May, and at the earliest on Monday", ["no later than 30 May", "at the earliest on Monday"]),
        (
            "Two days before the summit of the lakes on 9 May; the day after Friday’s vote",
            [
                "Two days before the summit of the lakes on 9 May",
                "the day after Friday",
            ],
        ),
        ("From 28 April until 2 May, from Monday to Wednesday", ["From 28 April until 2 May", "from Monday to Wednesday"]),
        ("The talks resume tomorrow week, or on the first Monday of June", ["tomorrow week", "on the first Monday of June"]),
        ("within a week; in ten days’ time; four days from now", ["within a week", "in ten days’ time", "four days from now"]),
        ("From 1600 hours and by 1800 GMT, but since 1800", ["since 1800"]),
    ],
)
def test_find_expressions(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in find_expressions(text)] == expected


def test_expressions_stand_where_they_do_in_whatever_letters() -> None:
    text = "İSKELE, " * 90 + "ON MONDAY, AND AGAIN ON 5 MAY 2031"
    assert [text[a:b] for a, b in find_expressions(text)] == ["ON MONDAY", "ON 5 MAY 2031"]


@pytest.mark.parametrize(
    ("expression", "precision"),
    [
        ("on 5 May", "day"),
        ("around 5 May", "about"),
        ("about two weeks ago", "about"),
        ("in about April", "about"),
        ("at around nine on 5 May", "day"),
        ("last week", "week"),
        ("in April", "month"),
        ("in spring", "season"),
        ("in 2030", "year"),
        ("in the ’20s", "decade"),
        ("the 20th century", "century"),
        ("in early April", "part"),
        ("since April", "bound"),
    ],
)
def test_the_precision_is_the_unit_that_the_words_name(expression: str, precision: str) -> None:
    found = interval(expression, TODAY)
    assert found
    assert found.precision == precision


def test_a_day_of_the_month_told_after_another_is_of_its_month() -> None:
    assert days_of("on the 20th", context=date(2031, 3, 19)) == "03-20"
    assert days_of("on the 20th", context=date(2031, 4, 28)) == "04-20"


def test_widen_takes_in_the_rest_of_the_expression() -> None:
    text = "They met in early April 2031 in Lisbon."
    at = text.index("April")
    assert widen(text, Span.of(text, at, at + 5)).text == "in early April 2031"


def test_every_rule_has_its_place_in_the_order() -> None:
    assert [*absolute.RULES, *feasts.RULES, *units.RULES, *relative.RULES, *counted.RULES, *bounds.RULES] == RULES


@given(st.text(max_size=LONGEST + 20) | EXPRESSIONS, st.dates(), st.booleans(), st.none() | st.dates())
def test_an_interval_runs_forwards_and_nothing_raises(expression: str, anchor: date, future: bool, context: date | None) -> None:
    found = interval(expression, anchor, future=future, context=context)
    if found:
        assert found.first or found.last
        assert found.valid()


@given(
    st.dates(min_value=date(1600, 1, 1)),
    st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    st.sampled_from(["", "on ", "late on ", "last ", "early "]),
)
def test_a_past_weekday_is_the_nearest_that_can_be_called_so(anchor: date, weekday: str, lead: str) -> None:
    found = interval(lead + weekday, anchor)
    assert found
    assert found.first
    # "Last Thursday" is not yesterday.
    least = 2 if lead == "last " else 0
    assert timedelta(days=least) <= anchor - found.first <= timedelta(days=least + 6)
    assert found.first.strftime("%A") == weekday


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(9000, 1, 1)), st.dates(min_value=date(2000, 1, 1), max_value=date(2004, 12, 31)))
def test_a_bare_date_is_the_last_up_to_the_anchor_or_the_first_from_it(anchor: date, wanted: date) -> None:
    words = f"{wanted.day} {wanted:%B}"
    past, future = interval(words, anchor), interval(words, anchor, future=True)
    assert past
    assert future
    assert past.last
    assert future.first
    assert past.last <= anchor <= future.first
    assert {(d.day, d.month) for d in (past.last, future.first)} == {(wanted.day, wanted.month)}


@given(EXPRESSIONS.filter(bool) | st.text(min_size=1), st.data())
def test_widening_keeps_what_the_span_covered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wide = widen(text, Span.of(text, start, end))
    assert wide.start <= start
    assert end <= wide.end
    assert wide.text == text[wide.start : wide.end]


@given(EXPRESSIONS | st.text())
def test_expressions_found_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find_expressions(text)
    assert all(a < b for a, b in found)
    assert all(b <= c for (_, b), (c, _) in pairwise(found))


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 1, 1)), st.integers(1, 300))
def test_days_counted_are_exact_and_on_their_side(anchor: date, n: int) -> None:
    ago, ahead = interval(f"{n} days ago", anchor), interval(f"in {n} days", anchor, future=True)
    told = interval(f"{n} days later", anchor, context=anchor)
    assert ago == Interval(anchor - timedelta(days=n), anchor - timedelta(days=n))
    assert ahead == told == Interval(anchor + timedelta(days=n), anchor + timedelta(days=n))


NAMED = [
    "3 May",
    "April 2030",
    "last week",
    "in 1999",
    "on Monday",
    "early February",
    "two weeks ago",
    "the 1990s",
    "spring 2030",
    "yesterday",
]


@given(st.dates(min_value=date(2031, 1, 1), max_value=date(2040, 1, 1)), st.sampled_from(NAMED))
def test_bounds_share_an_end_with_what_they_bound(anchor: date, words: str) -> None:
    named, since, until = (interval(f"{lead} {words}", anchor) for lead in ("", "since", "until"))
    assert named
    assert since
    assert until
    assert (since.first, since.last) == (named.first, anchor)
    assert (until.first, until.last) == (None, named.last)


@given(
    st.dates(min_value=date(2031, 1, 1), max_value=date(2040, 1, 1)),
    st.sampled_from(["May 2030", "last week", "2030", "spring 2030", "last month"]),
)
def test_a_part_lies_in_its_whole(anchor: date, words: str) -> None:
    whole = interval(words, anchor)
    assert whole
    assert whole.first
    assert whole.last
    for part in ("early", "mid", "late"):
        found = interval(f"{part} {words}", anchor)
        assert found
        assert found.first
        assert found.last
        assert whole.first <= found.first <= found.last <= whole.last
