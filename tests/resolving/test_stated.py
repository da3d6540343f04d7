import pytest

from onrecord.model import Span
from onrecord.resolving.resolve import resolve
from onrecord.resolving.stated import _readings_of
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
