import pytest

from onrecord.model import Span
from onrecord.resolving.dates.stated import _readings_of
from onrecord.resolving.resolve import resolve
from tests.resolving.conftest import read_marked

TEXT = "The minister told him in a call on Wednesday that boats put out."


def test_a_day_within_words_that_say_when_is_read_by_itself() -> None:
    start = TEXT.index("in a call")
    span = Span.of(TEXT, start, TEXT.index(" that"))
    assert [reading.text for reading in _readings_of(TEXT, span)][-1] == "on Wednesday"


@pytest.mark.parametrize(
    "marked",
    [
        "{person s0.source|Veld} {s0.cue|welcomes} {s0.content|the inquiry into the raid}, which took place {s0.when|on 3 May}.",
        "The flood began {s0.when|on 3 May} and {person s0.source|Veld} {s0.cue|says} {s0.content|it will go on}.",
    ],
)
def test_the_day_of_something_else_is_not_that_of_saying_it(marked: str) -> None:
    (statement,) = resolve(*read_marked(marked)).statements
    assert statement.said
    assert (statement.said.edtf, statement.said.basis) == ("2031-05-14", "published")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Only last week {person s0.source|Veld} {s0.cue|had called} {s0.content|it certain}.", "2031-05-05/2031-05-11"),
        ("Late on Sunday, after nine hours of talks, {person s0.source|Veld} {s0.cue|announced} {s0.content|a truce}.", "2031-05-11"),
        ("Speaking in Brenn on 9 and 10 May, {person s0.source|Veld} {s0.cue|said} {s0.content|she would wait}.", "2031-05-09/2031-05-10"),
        ("Asked about it on Monday in the corridors, {person s0.source|Strand} {s0.cue|said} {s0.content|no}.", "2031-05-12"),
        ("At 0500 GMT on 12 May {person s0.source|Strand} {s0.cue|said} {s0.content|no}.", "2031-05-12"),
        ("It rained on 12 May. {person s0.source|Strand} {s0.cue|said} late the same evening {s0.content|that he would go}.", "2031-05-12"),
        ("It rained on 12 May. The night before, {person s0.source|Strand} {s0.cue|said} {s0.content|that he would go}.", "2031-05-11"),
        ("Asked on Monday whether he would go, {person s0.source|Strand} {s0.cue|said} {s0.content|no}.", "2031-05-12"),
        ("Over lunch on Monday {person s0.source|Veld} {s0.cue|told} both {s0.content|that time was short}.", "2031-05-12"),
        ("{s0.content|They will sit down}, {person s0.source|an aide} {s0.cue|said} on condition of anonymity on Monday.", "2031-05-12"),
        ("{person s0.source|The ministry} {s0.cue|said} in a statement issued Monday {s0.content|that it would answer}.", "2031-05-12"),
        ("{s0.content|They met in secret in July}, {person s0.source|Veld} {s0.cue|confirmed} for the first time on Monday.", "2031-05-12"),
        ("{s0.content|“They agreed,”} {s0.cue|said} {person s0.source|an official} last week.", "2031-05-05/2031-05-11"),
        ("{person s0.source|Strand}, on Monday, {s0.cue|said} {s0.content|no}.", "2031-05-12"),
        ("{person s0.source|Strand} {s0.cue|declined} {s0.content|to comment on Monday}.", "2031-05-12"),
        ("{person s0.source|Veld} (on Monday): {s0.content|no}.", "2031-05-12"),
        (
            "They met on 27 April, twice this year. {person s0.source|Veld} {s0.cue|said} at the time {s0.content|that it rained}.",
            "2031-04-27",
        ),
        (
            "They met in early March. {person s0.source|Veld} {s0.cue|said} {s0.when|at the time} {s0.content|that it rained}.",
            "2031-03-01/2031-03-10",
        ),
        ("{person s0.source|Veld} {s0.cue|repeated} {s0.content|the refusal} on 3/5/2031.", "2031-03-05/2031-05-03"),
    ],
)
def test_the_words_that_date_a_saying(marked: str, expected: str) -> None:
    (statement,) = resolve(*read_marked(marked)).statements
    assert statement.said
    assert (statement.said.edtf, statement.said.basis) == (expected, "stated")


@pytest.mark.parametrize(
    "marked",
    [
        "Asked about the attack on Monday, {person s0.source|Veld} {s0.cue|said} {s0.content|nothing was known}.",
        "In a statement after the raid on Monday, {person s0.source|the army} {s0.cue|denied} {s0.content|any role}.",
        "{person s0.source|Veld} {s0.cue|declined} {s0.content|to speak on Monday’s raid}.",
    ],
)
def test_the_day_of_what_is_spoken_of_is_not_that_of_speaking(marked: str) -> None:
    (statement,) = resolve(*read_marked(marked)).statements
    assert statement.said
    assert statement.said.basis == "published"
