import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.model.span import content_id


@given(st.text(min_size=1), st.data())
def test_span_is_a_slice_and_round_trips(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.text
    assert Span.from_json(span.to_json()) == span
    assert span.shift(3).text == span.text


@pytest.mark.parametrize(("start", "end", "text"), [(2, 2, ""), (3, 2, "x"), (-1, 0, "x"), (0, 2, "x")])
def test_span_refuses_what_is_no_span(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end, text)


def test_content_id_depends_on_content_only() -> None:
    assert content_id("x", "a", 1) == content_id("x", "a", 1)
    assert content_id("x", "a", 1) != content_id("x", "a1")
