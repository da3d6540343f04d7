from pathlib import Path

import numpy as np
import pytest

from evals.acts import Example, fit, regress, score
from onrecord.reading import acts
from onrecord.reading.layout import ACTS
from onrecord.reading.signs import ALWAYS


def example(sign: str, act: str, stance: str, origin: str = "a") -> Example:
    return Example(origin, {sign: 1.0, ALWAYS: 1.0}, act, stance, {}, {})


EXAMPLES = [example("cue deny", "deny", "none")] * 10 + [example("cue propose", "propose", "for")] * 10


def test_signs_that_tell_acts_and_stances_apart_are_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = fit(EXAMPLES)
    assert score(weights, EXAMPLES) == (100, 100)
    monkeypatch.setattr(acts, "FITTED", tmp_path / "acts.json")
    acts.store_weights(weights)
    stored = acts.load_weights.__wrapped__()
    assert stored.signs == weights.signs
    assert np.allclose(stored.acts, weights.acts, atol=0.005)
    assert np.allclose(stored.stances_of_acts, weights.stances_of_acts, atol=0.005)


def test_how_common_an_act_is_in_the_news_is_left_out() -> None:
    news = [example("cue say", "assess", "", "PolNeAR")] * 400
    weights = fit(EXAMPLES + [example("cue say", "report", "none")] * 10 + news)
    said = weights.lay_out([{"cue say": 1.0, ALWAYS: 1.0}])
    assert ACTS[int(acts.weigh_acts(weights, said).argmax())] == "report"


def test_the_regression_ends_where_no_step_is_better() -> None:
    x, y = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 1.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]])
    weights = regress(x, y, np.ones(3), np.array([0.1, 0.1]))
    p = np.exp(x @ weights) / np.exp(x @ weights).sum(1, keepdims=True)
    assert np.allclose(x.T @ (y - p), 0.1 * weights, atol=1e-6)
