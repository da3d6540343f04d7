from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reports.dates import NO_DATE, find_issued, read_moment, read_published


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2031-05-12", "2031-05-12"),
        ("20310512", "2031-05-12"),
        (" 2031/05/12 ", "2031-05-12"),
        ("12.05.2031", "2031-05-12"),
        ("12 May 2031", "2031-05-12"),
        ("May 12, 2031", "2031-05-12"),
        ("2031-05-12T09:30:00+03:00", "2031-05-12T09:30:00+03:00"),
        ("2031-05-12T09:30:00+0300", "2031-05-12T09:30:00+03:00"),
        ("2031-05-12 09:30:00 +0300", "2031-05-12T09:30:00+03:00"),
        ("2031-05-12T09:30:00Z", "2031-05-12T09:30:00+00:00"),
        ("2031-05-12 09:30:00 UTC", "2031-05-12T09:30:00+00:00"),
        ("2031-05-12T09:30", "2031-05-12T09:30:00"),
        ("Mon, 12 May 2031 09:30:00 +0200", "2031-05-12T09:30:00+02:00"),
    ],
)
def test_day_or_time_keeps_its_zone(words: str, moment: str) -> None:
    found = read_moment(words)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize("words", ["", "soon", "2031-02-30", "05/06/2031", "2031", "2031-05", "12", "25:61", "Mon, 99 May 2031 09:30:00"])
def test_nothing_is_guessed(words: str) -> None:
    assert read_moment(words) is None


def test_first_date_that_can_be_read_is_taken() -> None:
    assert read_published(None, " ", "soon", "2031-05-12", "2031-05-14") == (date(2031, 5, 12), ())


def test_the_zone_of_the_same_day_is_taken() -> None:
    zoned = "2031-05-12T09:30:00+03:00"
    assert read_published("2031-05-12", zoned) == (datetime.fromisoformat(zoned), ())
    assert read_published("2031-05-12T09:30:00", zoned) == (datetime.fromisoformat(zoned), ())
    assert read_published("2031-05-13", zoned) == (date(2031, 5, 13), ())


def test_what_is_missing_or_not_understood_is_said() -> None:
    assert read_published(None, "") == (None, (NO_DATE,))
    assert read_published("soon") == (None, ("date of publication not understood: 'soon'",))


@given(st.text(alphabet=st.sampled_from("0123456789-+:./ TZUMayGC,"), max_size=30) | st.text())
def test_no_words_break_it(words: str) -> None:
    moment = read_moment(words)
    assert moment is None or date.min <= (moment.date() if isinstance(moment, datetime) else moment)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Issued: 22 September 2031", "2031-09-22"),
        ("Lind, 19 September 2031", "2031-09-19"),
        ("Official Report, Friday 17 October 2031", "2031-10-17"),
        ("(Lind, October 24, 2031) – The council has met.", "2031-10-24"),
        ("**Published:** 3 May 2031, 16:20", "2031-05-03T16:20:00"),
        ("Date: Sat, 3 May 2031 09:14:00 +0100", "2031-05-03T09:14:00+01:00"),
        ("LIND, Tamesh, May 3, 2031 (Strait Press) - The bridge is closed.", "2031-05-03"),
        ("LIND, Sept. 24, 2031 (Strait Press) - The bridge is closed.", "2031-09-24"),
        ("Posted: 24 Sept 2031", "2031-09-24"),
        ("LIND, 3 May 2031 (Strait Press) — The bridge is closed.", "2031-05-03"),
        ("DAILY REPORT No. 12, 9 April 2031", "2031-04-09"),
        ("Strait television, evening news, 3 April 2031 (translated)", "2031-04-03"),
        ("*Centre for the Strait, Lind — issued 21 March 2031*", "2031-03-21"),
        ("*Strait weekly, 14 May 2031. By our correspondent in Lind*", "2031-05-14"),
        ("LIND. May 20, 2031. The council has met.", "2031-05-20"),
        ("Port Lind, 20 May 2031. The council has met.", "2031-05-20"),
        ("LIND, May 13 2031 (Strait Press) - The bridge is closed.", "2031-05-13"),
        ("Weekly monitor, 14 – 20 March 2031", None),
        ("Venue: the old customs house, 20 March 2031", None),
        ("Reporting period: 15–21 September 2031", None),
        ("Held at the seat, on 16 September 2031, at 10 a.m.", None),
        ("5 May 2031 – The bridge is closed.", None),
        ("On 3 May 2031 the ministers met", None),
        ("Issued: 31 February 2031", None),
    ],
)
def test_lines_before_the_first_paragraph_say_when_a_text_was_given_out(line: str, moment: str | None) -> None:
    found, notes = find_issued(["The council meets", "", line])
    assert (found.isoformat() if found else None) == moment
    assert notes


def test_a_day_below_the_first_paragraph_is_not_when_a_text_was_given_out() -> None:
    assert find_issued(["word " * 30, "3 May 2031"]) == (None, (NO_DATE,))
    assert find_issued([*["A heading"] * 12, "3 May 2031"]) == (None, (NO_DATE,))
