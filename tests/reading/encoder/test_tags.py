from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.encoder import Crf, Encoded
from onrecord.reading.encoder.layout import BIO, WIDTHS
from onrecord.reading.encoder.tags import FORBIDDEN, best_paths, tag_scores, tagged_spans
from onrecord.reading.encoder.windows import Pieces

NAMES = ("O", "B-x", "I-x", "B-y", "I-y")


@given(st.lists(st.integers(0, 4)))
def test_tagged_spans_cover_exactly_the_tagged_pieces(tags: list[int]) -> None:
    covered = [i for _, (start, end) in tagged_spans(tags, NAMES) for i in range(start, end)]
    assert covered == [i for i, tag in enumerate(tags) if tag]


def test_tagged_spans_split_where_a_new_span_begins() -> None:
    assert list(tagged_spans([1, 2, 1, 4, 0, 2], NAMES)) == [("x", (0, 2)), ("x", (2, 3)), ("y", (3, 4)), ("x", (5, 6))]


@given(st.integers(0, 6), st.integers(0, 2**32 - 1), st.sampled_from([0, 3, 6]))
def test_best_path_is_the_best_of_all_paths(n: int, seed: int, lead: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(n, 3)).astype(np.float32)
    scores[:, 0] += lead * rng.integers(0, 2, n)
    p = Crf(rng.normal(size=(3, 3)).astype(np.float32), *rng.normal(size=(2, 3)).astype(np.float32))

    def value(path: tuple[int, ...]) -> float:
        total = sum(float(scores[i, tag]) for i, tag in enumerate(path))
        total += sum(float(p.transitions[a, b]) for a, b in pairwise(path))
        return total + (float(p.first[path[0]] + p.last[path[-1]]) if path else 0)

    best = max(product(range(3), repeat=n), key=value)
    assert abs(value(best) - value(tuple(best_paths([scores], p)[0].tolist()))) < 1e-4


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 2**32 - 1))
def test_paths_of_several_texts_are_those_of_each_alone(lengths: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = [rng.normal(size=(n, 3)).astype(np.float32) for n in lengths]
    p = Crf(rng.normal(size=(3, 3)).astype(np.float32), *rng.normal(size=(2, 3)).astype(np.float32))
    together = [path.tolist() for path in best_paths(scores, p)]
    assert together == [best_paths([one], p)[0].tolist() for one in scores]


def test_no_span_goes_on_over_the_end_of_a_line() -> None:
    text, none = "A b\nc d", np.zeros(4, dtype=np.int64)
    spans = np.array([(0, 1), (2, 3), (4, 5), (6, 7)])
    encoded = Encoded(text, Pieces(none, none, spans), np.ones((4, sum(WIDTHS.values())), dtype=np.float32))
    boost = np.full((4, len(BIO)), 0.5, dtype=np.float32)
    assert (tag_scores(encoded, "date", BIO)[:, 2] == [FORBIDDEN, 1, FORBIDDEN, 1]).all()
    assert (tag_scores(encoded, "date", BIO, boost)[:, 2] == [FORBIDDEN, 1.5, FORBIDDEN, 1.5]).all()
    assert (encoded.scores == 1).all()
