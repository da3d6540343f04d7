"""How probable spans of tags are, against all paths written out, and which are chosen."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.encoder import Crf
from onrecord.reading.encoder.layout import ATTRIBUTION
from onrecord.reading.encoder.posteriors import LEAST, choose_apart, keeps_roles, span_probabilities
from onrecord.reading.encoder.tags import tagged_spans

NAMES = ("O", "B-x", "I-x", "B-y", "I-y")


def random_crf(rng: np.random.Generator) -> Crf:
    return Crf(rng.normal(size=(5, 5)).astype(np.float32), *rng.normal(size=(2, 5)).astype(np.float32))


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_a_span_is_as_probable_as_all_paths_with_it(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores, crf = rng.normal(size=(n, 5)).astype(np.float32), random_crf(rng)
    expected: dict[tuple[str, tuple[int, int]], float] = {}
    whole = 0.0
    for path in product(range(5), repeat=n):
        value = sum(float(scores[i, tag]) for i, tag in enumerate(path)) + sum(float(crf.transitions[a, b]) for a, b in pairwise(path))
        weight = float(np.exp(value + crf.first[path[0]] + crf.last[path[-1]]))
        whole += weight
        for span in tagged_spans(path, NAMES):
            expected[span] = expected.get(span, 0.0) + weight
    found = span_probabilities([scores], crf, NAMES)[0]
    assert all(found[span] == pytest.approx(weight / whole, abs=LEAST) for span, weight in expected.items() if span in found)
    assert all(weight / whole < 2 * LEAST for span, weight in expected.items() if span not in found)


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 2**32 - 1), st.sampled_from([0, 9]))
def test_spans_of_several_texts_are_those_of_each_alone(lengths: list[int], seed: int, lead: int) -> None:
    rng = np.random.default_rng(seed)
    scores = [rng.normal(size=(n, 5)).astype(np.float32) for n in lengths]
    for one in scores:
        one[:, 0] += lead * rng.integers(0, 2, len(one))
    crf = random_crf(rng)
    assert span_probabilities(scores, crf, NAMES) == [span_probabilities([one], crf, NAMES)[0] for one in scores]


def test_where_o_is_certain_nothing_else_changes() -> None:
    rng = np.random.default_rng(5)
    crf = random_crf(rng)
    left, right = rng.normal(size=(2, 4, 5)).astype(np.float32)
    certain = np.zeros((1, 5), dtype=np.float32)
    certain[0, 0] = 60
    found = span_probabilities([np.concatenate([left, certain, right])], crf, NAMES)[0]
    other = span_probabilities([np.concatenate([left, certain, -right])], crf, NAMES)[0]
    assert {span: p for span, p in found.items() if span[1][1] <= 4} == {span: p for span, p in other.items() if span[1][1] <= 4}


@given(st.dictionaries(st.tuples(st.sampled_from("xy"), st.tuples(st.integers(0, 5), st.integers(1, 4))), st.floats(-1, 1), max_size=8))
def test_spans_that_gain_most_together_are_chosen(gains: dict[tuple[str, tuple[int, int]], float]) -> None:
    gains = {(label, (start, start + length)): gain for (label, (start, length)), gain in gains.items()}
    chosen = choose_apart(gains)
    assert all(a[1][1] <= b[1][0] for a, b in pairwise(chosen))
    sets = [[span for span, kept in zip(gains, mask, strict=True) if kept] for mask in product((0, 1), repeat=len(gains))]
    apart = [one for one in sets if all(a[1][1] <= b[1][0] for a, b in pairwise(sorted(one, key=lambda span: span[1])))]
    assert sum(gains[span] for span in chosen) == pytest.approx(max(sum(gains[span] for span in one) for one in apart))


def test_two_thirds_sure_edges_beat_a_path_that_is_right_nowhere() -> None:
    assert choose_apart({("x", (0, 4)): 0.1, ("x", (0, 2)): 0.08, ("y", (2, 4)): 0.07}) == [("x", (0, 2)), ("y", (2, 4))]


def test_a_span_that_moves_an_edge_or_fills_a_gap_keeps_the_roles_of_the_path() -> None:
    path = np.array([ATTRIBUTION.index(tag) for tag in ("O", "B-source", "B-cue", "B-content", "I-content", "O")])
    assert keeps_roles(path, ("content", (3, 6)))
    assert keeps_roles(path, ("cue", (5, 6)))
    assert not keeps_roles(path, ("content", (2, 5)))
