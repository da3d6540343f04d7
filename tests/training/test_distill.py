"""Which teacher scores which text; skipped where torch is not installed."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs torch, which the project itself does not")
pytest.importorskip("transformers", reason="training needs transformers, which the project itself does not")

from onrecord.reading.encoder.windows import Pieces
from training.data import Example
from training.distill import FOLDS, TAUGHT, folds_of, keep_known


def text(name: str, corpus: str) -> Example:
    return Example(name, corpus, Pieces(np.zeros(0, int), np.zeros(0, int), np.zeros((0, 2), int)))


def test_a_story_is_in_one_fold_and_the_worlds_are_in_different_ones() -> None:
    worlds = [text(f"{world}_{n:02}", "talks") for world in "abcd" for n in (1, 2)]
    nested = [text("a_01.s3", "nested")]
    own = [text(f"{story}_01", "reports") for story in ("ab", "ac", "ad", "ae", "af")]
    folds = folds_of([*worlds, *nested, *own])
    assert folds[0:8:2] == folds[1:8:2] == list(range(FOLDS))
    assert folds[8] == folds[0]
    assert set(folds[9:]) == set(range(FOLDS))


def test_texts_without_annotation_are_in_no_fold_and_order_does_not_matter() -> None:
    texts = [text(f"article-{n}", "polnear") for n in range(9)] + [text("x", "unlabelled")]
    folds = folds_of(texts)
    assert folds[-1] is None
    assert sorted(f for f in folds if f is not None) == [0, 0, 0, 1, 1, 2, 2, 3, 3]
    assert folds_of(texts[::-1]) == folds[::-1]


def test_what_is_known_is_kept_and_of_what_is_new_only_the_meanings() -> None:
    taught = np.zeros((4, len(TAUGHT)), dtype=np.float16)
    taught[1:3, -2:] = [(3, 0), (3, 8)]
    texts = [text("da_01", "new"), text("ab_01", "reports")]
    for one in texts:
        one.taught = taught
        one.statements = [{"content": [(1, 2), (2, 3)]}, {"content": []}]
    keep_known(texts)
    assert [one.taught is None for one in texts] == [True, False]
    for one in texts:
        assert one.statements[0]["meaning"][-2:].tolist() == pytest.approx([0.6, 0.8])
        assert "meaning" not in one.statements[1]
