"""What a statement does and which side it takes: signs in its words and the model's reading, weighed together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from onrecord.reading.encoder.encoder import Scores, log_softmax
from onrecord.reading.encoder.layout import ACTS, STANCES
from onrecord.reading.statements.signs import DATA

FITTED = DATA / "acts.json"
#: What the model's log-probabilities count beside the words. It is sure of much that it reads wrongly in texts that it has not
#: seen, so they count for little (`python -m evals.acts` measures it).
MODEL, MODEL_OF_STANCE = 0.6, 0.6
#: Log-probabilities that are alike in so many decimals are equal.
DIGITS = 9
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Weights:
    """What signs count, fitted by `python -m evals.acts`.

    Args:
        signs: the known signs, each with its row.
        acts: what each sign counts for each act, (signs, acts).
        stances: what each sign counts for each stance, (signs, stances).
        stances_of_acts: what each act counts for each stance, (acts, stances).
    """

    signs: Mapping[str, int]
    acts: Matrix
    stances: Matrix
    stances_of_acts: Matrix

    def lay_out(self, statements: Sequence[Mapping[str, float]]) -> Matrix:
        """The signs of some statements as a matrix, (statements, signs); unknown signs are left out."""
        out = np.zeros((len(statements), len(self.signs)))
        for row, signs in enumerate(statements):
            for name, value in signs.items():
                if (column := self.signs.get(name)) is not None:
                    out[row, column] = value
        return out


def choose(statements: Sequence[Mapping[str, float]], acts: Scores, stances: Scores) -> list[tuple[str, str]]:
    """Act and stance of each statement: of the acts the likeliest, of the stances the likeliest over all acts that it may be.

    Args:
        statements: the signs of each.
        acts: the model's log-probabilities of the acts, (statements, acts).
        stances: the model's log-probabilities of the stances, (statements, stances).
    """
    weights = load_weights()
    laid = weights.lay_out(statements)
    by_act = weigh_acts(weights, laid, acts)
    by_stance = weigh_stances(weights, laid, by_act) + MODEL_OF_STANCE * stances
    # Two of the same weight come out otherwise in the last digits by how many statements are multiplied together.
    likeliest = (scores.round(DIGITS).argmax(1).tolist() for scores in (by_act, by_stance))
    return [(ACTS[a], STANCES[s]) for a, s in zip(*likeliest, strict=True)]


def weigh_acts(weights: Weights, laid: Matrix, acts: Scores | None = None) -> Matrix:
    """Log-probabilities of the acts of statements, by their signs alone if the model's reading is not given: (statements, acts)."""
    scores: Matrix = laid @ weights.acts + (0 if acts is None else MODEL * acts.astype(np.float64))
    return log_softmax(scores)


def weigh_stances(weights: Weights, laid: Matrix, by_act: Matrix) -> Matrix:
    """Log-probabilities of the stances of statements by their signs, over the acts that each may be: (statements, stances)."""
    scores: Matrix = (laid @ weights.stances)[:, None, :] + weights.stances_of_acts
    given = np.exp(log_softmax(scores))
    out: Matrix = np.log(np.einsum("na,nas->ns", np.exp(by_act), given))
    return out


@cache
def load_weights() -> Weights:
    """The fitted weights."""
    stored = json.loads(FITTED.read_text(encoding="utf8"))
    rows = np.array(list(stored["signs"].values()), dtype=np.float64)
    of_acts = np.array([stored["acts"][act] for act in ACTS], dtype=np.float64)
    return Weights({name: i for i, name in enumerate(stored["signs"])}, rows[:, : len(ACTS)], rows[:, len(ACTS) :], of_acts)


def store_weights(weights: Weights) -> None:
    """Write weights where `load_weights` finds them, one line a sign."""

    def lines(rows: Iterable[tuple[str, Matrix]]) -> str:
        return ",\n".join(f"  {json.dumps(name)}: {json.dumps(row.round(2).tolist())}" for name, row in rows)

    signs = lines(zip(weights.signs, np.hstack([weights.acts, weights.stances]), strict=True))
    acts = lines(zip(ACTS, weights.stances_of_acts, strict=True))
    FITTED.write_text(f'{{"signs": {{\n{signs}\n}}, "acts": {{\n{acts}\n}}}}\n', encoding="utf8")
