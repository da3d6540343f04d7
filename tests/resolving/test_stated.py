from onrecord.model import Span
from onrecord.resolving.stated import _readings_of

TEXT = "The minister told him in a call on Wednesday that boats put out."


def test_a_day_within_words_that_say_when_is_read_by_itself() -> None:
    start = TEXT.index("in a call")
    span = Span.of(TEXT, start, TEXT.index(" that"))
    assert [reading.text for reading in _readings_of(TEXT, span)][-1] == "on Wednesday"
