from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.across import weights
from onrecord.across.denials import list_denials
from onrecord.across.weights import load_weights, store_weights, weigh
from tests.across.test_contrasts import FIRED, SLEPT


def test_what_speaks_for_it_makes_it_likelier() -> None:
    assert weigh({"": 1.0}, {"": 0.0}) == 0.5
    assert weigh({"a": 1.0, "b": 2.0}, {"a": 1.0, "b": -1.0}) == pytest.approx(0.2689, abs=1e-4)


def test_weights_are_found_where_they_are_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "FITTED", tmp_path)
    store_weights({"denials": {"": -1.0}, "contrasts": {"": -2.0}})
    store_weights({"same thing": {"": -3.0}}, "subjects")
    assert load_weights() == {"denials": {"": -1.0}, "contrasts": {"": -2.0}}
    assert load_weights("subjects") == {"same thing": {"": -3.0}}
    load_weights.cache_clear()


def test_all_features_of_denials_have_weights() -> None:
    ((_, _, features),) = list_denials([FIRED, replace(SLEPT, act="deny")])
    assert set(features) == set(load_weights()["denials"])
