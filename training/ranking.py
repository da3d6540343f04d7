"""Weights under which the right ones of some candidates are most likely: a conditional log-linear model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

Floats = npt.NDArray[np.float64]
#: Candidates' features, (candidates, features), and which of them are right; one is at least.
Case = tuple[npt.NDArray[np.floating], npt.NDArray[np.bool_]]


def fit(cases: Sequence[Case], begin: Floats, ridge: float, most: Sequence[float | None] | None = None) -> Floats:
    """The weights, found from those at the beginning, to which a penalty on squares draws them; none is higher than its `most`."""
    features = np.concatenate([rows for rows, _ in cases]).astype(np.float64)
    right = np.concatenate([right for _, right in cases])
    sizes = [len(right) for _, right in cases]
    first = np.cumsum([0, *sizes[:-1]])
    case = np.repeat(np.arange(len(cases)), sizes)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = features @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, first)[case])
        every, good = np.add.reduceat(likely, first), np.add.reduceat(likely * right, first) + 1e-30
        slope = features.T @ (likely / every[case] - likely * right / good[case])
        away = weights - begin
        return float(np.sum(np.log(every) - np.log(good)) + ridge * (away @ away)), slope + 2 * ridge * away

    bounds = [(None, limit) for limit in most] if most else None
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 300}).x)
