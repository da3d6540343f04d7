"""Which of several edges a span is given."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.encoder.edges import TOLD, rivals_of, rows_of, settle_edges, tell_pieces
from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.layout import ROLES, WIDTHS
from onrecord.reading.encoder.posteriors import choose_apart
from onrecord.reading.encoder.windows import Pieces

PIECES = 8
spans = st.tuples(st.sampled_from(ROLES), st.tuples(st.integers(0, PIECES - 1), st.integers(1, 4))).map(
    lambda span: (span[0], (span[1][0], min(PIECES, sum(span[1]))))
)


def encoded(scores: np.ndarray | None = None) -> Encoded:
    at = np.arange(PIECES)
    pieces = Pieces(ids=at, shapes=at, spans=np.column_stack([2 * at, 2 * at + 1]))
    full = np.zeros((PIECES, sum(WIDTHS.values())), dtype=np.float32)
    if scores is not None:
        full[:, TOLD] = scores
    return Encoded("a " * PIECES, pieces, full)


def weights(**roles: dict[int, float]) -> np.ndarray:
    """For each role, the weights of some features; all others have none."""
    out = np.zeros((len(ROLES), 1 + 4 * len(TOLD)), dtype=np.float32)
    for role, own in roles.items():
        for feature, weight in own.items():
            out[ROLES.index(role), feature] = weight
    return out


CHOSEN = [("source", (0, 2)), ("cue", (2, 4)), ("content", (4, 7))]
PROBABLE = {
    ("source", (0, 2)): 0.8, ("cue", (2, 4)): 0.5, ("cue", (2, 3)): 0.3, ("cue", (1, 4)): 0.6, ("cue", (3, 4)): 0.2,
    ("source", (2, 3)): 0.1, ("content", (4, 7)): 0.4, ("content", (4, 8)): 0.6, ("content", (7, 8)): 0.1,
}  # fmt: skip


def test_rivals_have_the_role_overlap_the_span_and_no_other_one() -> None:
    rivals = {span: sorted(own[1:]) for span, own in rivals_of(CHOSEN, PROBABLE)}
    assert rivals == {
        ("source", (0, 2)): [],
        ("cue", (2, 4)): [("cue", (2, 3)), ("cue", (3, 4))],
        ("content", (4, 7)): [("content", (4, 8))],
    }


def test_edges_are_as_chosen_where_nobody_has_fitted_weights() -> None:
    assert list(settle_edges(encoded(), CHOSEN, PROBABLE, None)) == CHOSEN


def test_the_most_likely_edges_are_taken_with_the_probability_of_the_choice() -> None:
    by_probability = weights(cue={0: 1.0}, content={0: 1.0})
    assert settle_edges(encoded(), CHOSEN, PROBABLE, by_probability) == {
        ("source", (0, 2)): 0.8,
        ("cue", (2, 4)): 0.5,
        ("content", (4, 8)): 0.4,
    }


def test_a_piece_behind_a_span_can_decide() -> None:
    scores = np.zeros((PIECES, len(TOLD)), dtype=np.float32)
    scores[3, 5] = 1.0
    behind = 1 + 3 * len(TOLD) + 5
    settled = settle_edges(encoded(scores), CHOSEN, PROBABLE, weights(cue={0: 1.0, behind: 9.0}))
    assert list(settled)[1] == ("cue", (2, 3))


def test_nothing_stands_before_and_behind_a_text() -> None:
    told = tell_pieces(encoded(np.ones((PIECES, len(TOLD)), dtype=np.float32)))
    row = rows_of(told, [("cue", (0, PIECES))], {("cue", (0, PIECES)): 1.0})[0]
    assert row[0] == 0
    assert row[1:].reshape(4, -1).max(1).tolist() == [0, 1, 1, 0]


@given(st.dictionaries(spans, st.floats(0.02, 1), max_size=10), st.integers(0, 2**32 - 1))
def test_spans_stay_apart_and_keep_their_roles(probable: dict[tuple[str, tuple[int, int]], float], seed: int) -> None:
    rng = np.random.default_rng(seed)
    chosen = choose_apart(probable)
    edges = rng.normal(size=(len(ROLES), 1 + 4 * len(TOLD))).astype(np.float32)
    settled = list(settle_edges(encoded(rng.normal(size=(PIECES, len(TOLD)))), chosen, probable, edges))
    assert [role for role, _ in settled] == [role for role, _ in chosen]
    assert all(a < d and c < b for (_, (a, b)), (_, (c, d)) in zip(settled, chosen, strict=True))
    assert all(one[1][1] <= other[1][0] for one, other in pairwise(settled))
