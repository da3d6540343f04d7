"""Coreference scores over given mentions: MUC, B³, CEAF-e and their mean, the CoNLL score (Pradhan et al. 2014)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

Clusters = Sequence[frozenset[Hashable]]


def conll(gold: Clusters, found: Clusters) -> dict[str, float]:
    """The three scores and their mean, each an F1 in [0, 1]; singletons are clusters like any other."""
    scores = {"muc": _f1(_muc(found, gold), _muc(gold, found)), "b3": _f1(_b3(found, gold), _b3(gold, found)), "ceafe": _ceafe(gold, found)}
    return scores | {"conll": sum(scores.values()) / 3}


def bcubed(gold: Clusters, found: Clusters) -> dict[str, float]:
    """Precision, recall and F1 of B³ alone, each in [0, 1]; singletons are clusters like any other."""
    precision, recall = _b3(found, gold), _b3(gold, found)
    return {"p": precision, "r": recall, "f1": _f1(precision, recall)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(gold: Clusters, found: Clusters) -> float:
    """The share of the links of `gold` that `found` keeps (Vilain et al. 1995)."""
    owner = {mention: i for i, cluster in enumerate(found) for mention in cluster}
    kept = sum(len(cluster) - len({owner.get(m, ("none", m)) for m in cluster}) for cluster in gold)
    return kept / max(1, sum(len(cluster) - 1 for cluster in gold))


def _b3(gold: Clusters, found: Clusters) -> float:
    """How much of each mention's `gold` cluster its cluster in `found` holds (Bagga and Baldwin 1998)."""
    owner = {mention: i for i, cluster in enumerate(found) for mention in cluster}
    shared = sum(sum(n * n for n in Counter(owner[m] for m in cluster if m in owner).values()) / len(cluster) for cluster in gold)
    return shared / max(1, sum(map(len, gold)))


def _ceafe(gold: Clusters, found: Clusters) -> float:
    """The best one-to-one pairing of clusters, by their Dice coefficients (Luo 2005)."""
    from scipy.optimize import linear_sum_assignment

    alike = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold]).reshape(len(gold), len(found))
    best = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return _f1(best / max(1, len(found)), best / max(1, len(gold)))
