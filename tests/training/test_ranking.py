import numpy as np

from training.ranking import fit


def cases(seed: int, weights: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    out = []
    for _ in range(1500):
        rows = rng.normal(size=(int(rng.integers(2, 5)), len(weights)))
        likely = np.exp(rows @ weights)
        right = np.zeros(len(rows), dtype=bool)
        right[rng.choice(len(rows), p=likely / likely.sum())] = True
        out.append((rows, right))
    return out


def test_weights_that_chose_are_found_again() -> None:
    weights = np.array([1.5, -1.0, 0.0])
    assert np.allclose(fit(cases(1, weights), np.zeros(3), 0.01), weights, atol=0.2)


def test_a_limit_and_a_strong_penalty_hold() -> None:
    some = cases(2, np.array([1.5, -1.0, 0.0]))
    assert fit(some, np.zeros(3), 0.01, [0.5, None, None])[0] <= 0.5
    assert np.allclose(fit(some, np.array([0.2, 0.0, 0.0]), 1e6), [0.2, 0, 0], atol=0.01)
