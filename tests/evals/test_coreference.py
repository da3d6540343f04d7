"""Values worked out by hand from the definitions."""

from collections.abc import Hashable

import pytest

from evals.coreference import conll


def clusters(*words: str) -> list[frozenset[Hashable]]:
    return [frozenset(word) for word in words]


def test_the_same_clusters_score_one() -> None:
    assert conll(clusters("abc", "d"), clusters("d", "abc")) == {"muc": 1, "b3": 1, "ceafe": 1, "conll": 1}


def test_a_chain_cut_in_two() -> None:
    scores = conll(clusters("abcd"), clusters("ab", "cd"))
    # MUC: two of three links kept, none wrong. B³: recall 1/2, precision 1. CEAF-e: one pair with Dice 2/3, of one and of two.
    assert scores["muc"] == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert scores["b3"] == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert scores["ceafe"] == pytest.approx(2 * (1 / 3) * (2 / 3) / (1 / 3 + 2 / 3))


def test_singletons_have_no_links() -> None:
    assert conll(clusters("a", "b"), clusters("ab"))["muc"] == 0
