from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.windows import SHAPES, shape_of, split_windows


@pytest.mark.parametrize(
    ("piece", "shape"),
    [("said", "lower"), ("Orlov", "Title"), ("NATO", "UPPER"), ("A", "Title"), ("McKay", "mixed"), ("2031", "digit"), ("“", "other")],
)
def test_shape_of_piece(piece: str, shape: str) -> None:
    assert SHAPES[shape_of(piece)] == shape


@given(st.integers(0, 3000), st.integers(40, 400), st.integers(0, 15))
def test_kept_parts_tile_the_text(n: int, size: int, margin: int) -> None:
    windows = list(split_windows(n, size, margin))
    assert windows[0].keep_start == 0
    assert windows[-1].keep_end == n
    assert all(a.keep_end == b.keep_start for a, b in pairwise(windows))
    assert all(w.start <= w.keep_start <= w.keep_end <= w.end <= w.start + size - 2 for w in windows)
    assert all(w.keep_start - w.start >= margin for w in windows[1:])


def test_the_last_window_is_no_longer_than_it_needs_to_be() -> None:
    assert [(w.start, w.end) for w in split_windows(400)] == [(0, 382), (146, 400)]
    assert [(w.start, w.end) for w in split_windows(640)] == [(0, 382), (286, 640)]
