"""What an act says about the stance: who denies takes no side of the issue by that, who offers is mostly for it."""

from __future__ import annotations

import numpy as np

from onrecord.reading.encoder import Scores
from onrecord.reading.layout import ACTS, STANCES

#: How often each stance (for, against, conditional, none) goes with an act in the training part of the talks corpus.
COUNTS = {
    "report": (41, 2, 5, 263),
    "assess": (105, 33, 15, 173),
    "demand": (52, 9, 27, 9),
    "propose": (52, 1, 33, 2),
    "agree": (41, 3, 17, 10),
    "refuse": (5, 69, 20, 71),
    "promise": (36, 5, 14, 8),
    "threaten": (8, 9, 19, 6),
    "warn": (6, 5, 7, 12),
    "accuse": (12, 17, 0, 59),
    "deny": (4, 10, 1, 89),
    "urge": (16, 3, 1, 17),
}
#: How much the act counts beside what the model reads of the stance itself.
WEIGHT = 1.0
_TABLE = np.array([COUNTS[act] for act in ACTS], dtype=np.float64) + 1
_SHARES = _TABLE / _TABLE.sum(1, keepdims=True)


def choose_stance(acts: Scores, stances: Scores) -> str:
    """The most probable stance of a statement.

    Args:
        acts: log-probabilities of the acts, (acts,).
        stances: log-probabilities of the stances as the model reads them, (stances,).
    """
    expected = np.exp(acts) @ _SHARES
    return STANCES[int((stances + WEIGHT * np.log(expected)).argmax())]
