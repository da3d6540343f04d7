from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.forms.performatives import part_acts


@pytest.mark.parametrize(
    ("answer", "parts"),
    [
        ("It is alive. We meet on Friday", ["It is alive. We meet on Friday"]),
        ("He was wrong. But I would ask him to stay", ["He was wrong", "But I would ask him to stay"]),
        ("Are we late? We are prepared to wait!", ["Are we late?", "We are prepared to wait!"]),
        ("No. If it snows, we stop. I warn against it", ["No", "If it snows, we stop", "I warn against it"]),
        ("I ask you", ["I ask you"]),
        ("It was mine. I asked both. I have asked them again", ["It was mine. I asked both", "I have asked them again"]),
    ],
)
def test_part_acts(answer: str, parts: list[str]) -> None:
    assert [part.text for part in part_acts(Span(0, len(answer), answer))] == parts


@given(st.text("I ask. If?! ", min_size=1, max_size=60), st.integers(0, 9))
def test_parts_are_stretches_of_the_answer_in_order(answer: str, start: int) -> None:
    parts = part_acts(Span(start, start + len(answer), answer))
    assert all(answer[part.start - start : part.end - start] == part.text for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert (parts[0].start, parts[-1].end) == (start, start + len(answer))
