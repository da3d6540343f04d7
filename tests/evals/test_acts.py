from pathlib import Path

import numpy as np
import pytest
import yaml

from evals.acts import LEANINGS, Example, fit, invent, lean, read_invented, regress, score
from onrecord.reading.encoder.layout import ACTS, STANCES
from onrecord.reading.statements import acts
from onrecord.reading.statements.signs import ALWAYS, OPENINGS, Lexicon, load_lexicons


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


def test_invented_statements_have_a_known_act_stance_and_parts() -> None:
    statements = read_invented()
    assert {one.act for one in statements} == set(ACTS)
    assert {one.stance for one in statements} <= set(STANCES)
    one = invent("demand", "for", "the ferrymen", "demanded", "“We want higher wages, and at once”")
    assert {"cue demand", "direct"} <= one.signs.keys()


def test_weights_are_drawn_to_what_signs_lean_to() -> None:
    leanings = lean(["cue threaten", "cue say"], ACTS)
    assert ACTS[int(leanings[0].argmax())] == "threaten"
    assert not leanings[1].any()
    x, y, once = np.zeros((1, 1)), np.array([[1.0, 0.0]]), np.ones(1)
    assert np.allclose(regress(x, y, once, np.ones(1), np.array([[0.0, 2.0]])), [[0.0, 2.0]])


def test_leanings_are_of_known_signs_and_classes() -> None:
    known = yaml.safe_load(LEANINGS.read_text(encoding="utf8"))
    groups = {f"{part} {name}" for part, lexicon in load_lexicons()[0].items() for name in names_of(lexicon)}
    assert known.keys() <= groups | set(OPENINGS)
    assert {one for leaning in known.values() for one in leaning} <= {*ACTS, *STANCES}


def names_of(lexicon: Lexicon) -> set[str]:
    """The groups of a lexicon."""
    return {name for phrases in (*lexicon.exact.values(), *lexicon.begun.values()) for _, name in phrases}
