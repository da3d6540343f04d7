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
        ("I ask you", ["I ask you"]),
        (
            "He was wrong about the mill and the two barges behind it. But I would ask him to stay",
            ["He was wrong about the mill and the two barges behind it", "But I would ask him to stay"],
        ),
        (
            "Are we late for the second ferry of the year? We are prepared to wait for it until the ice comes!",
            ["Are we late for the second ferry of the year?", "We are prepared to wait for it until the ice comes!"],
        ),
        ("No. If it snows, we stop. I warn against it", ["No. If it snows, we stop. I warn against it"]),
        (
            "The boat was mine and I asked both of them to stay on it until noon. The harbour master of Dorvik, whom I have known since"
            " we were boys, has the letter in his drawer",
            [
                "The boat was mine and I asked both of them to stay on it until noon",
                "The harbour master of Dorvik, whom I have known since we were boys, has the letter in his drawer",
            ],
        ),
        (
            "We have never met in his office at the mill. As for the letter, I would rather not say who wrote it",
            ["We have never met in his office at the mill", "As for the letter, I would rather not say who wrote it"],
        ),
    ],
)
def test_part_acts(answer: str, parts: list[str]) -> None:
    assert [part.text for part in part_acts(Span(0, len(answer), answer))] == parts


@given(
    st.lists(st.sampled_from(["I ask.", "If", "mill", "But", ".", "?", "!", "\n"]), min_size=1, max_size=60).map(" ".join),
    st.integers(0, 9),
)
def test_parts_are_stretches_of_the_answer_in_order(answer: str, start: int) -> None:
    parts = part_acts(Span(start, start + len(answer), answer))
    assert all(answer[part.start - start : part.end - start] == part.text for part in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert (parts[0].start, parts[-1].end) == (start, start + len(answer))
