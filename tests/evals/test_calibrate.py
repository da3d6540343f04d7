import numpy as np

from evals.calibrate import calibration_error, fit, probability


def test_fitted_confidence_says_how_often_it_is_right() -> None:
    rng = np.random.default_rng(1)
    evidence = rng.normal(size=(4000, 2))
    right = (rng.random(4000) < 1 / (1 + np.exp(-(0.5 + 2 * evidence[:, 0])))).astype(float)
    weights = fit(evidence, right)
    assert np.allclose(weights, [0.5, 2, 0], atol=0.2)
    assert calibration_error(probability(weights, evidence), right) < 0.03


def test_confidence_that_is_never_right_is_off_by_itself() -> None:
    assert calibration_error(np.full(10, 0.7), np.zeros(10)) == 0.7
