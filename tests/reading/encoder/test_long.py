from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.long import PART, split_parts


@given(st.lists(st.sampled_from(["word ", "A sentence. ", "\n\n", "x" * 5000]), max_size=60), st.integers(1, 3))
def test_parts_tile_the_text(pieces: list[str], times: int) -> None:
    text = "".join(pieces) * times
    parts = split_parts(text)
    assert "".join(text[a:b] for a, b in parts) == text
    assert all(b - a <= PART for a, b in parts)
