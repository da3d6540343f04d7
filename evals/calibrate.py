"""Fit the confidence of statements on the development sets: python -m evals.calibrate --shared ../shared [--model DIR]

A logistic function of each attribution's evidence (Platt 1999, with more than one input) is fitted to whether the statement
is in the gold: its content overlaps a gold one by half and its source agrees, as in the scorer's `relation.linked`. The
weights go into the model's `model.json`. Prints the expected calibration error (Naeini et al. 2015), measured on halves that
the weights were not fitted on, and how F1 depends on the limit below which statements are left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.figures import gold_sets, load_module
from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.reader import Reader
from onrecord.reading.statements.drafts import draft_of

Matrix = npt.NDArray[np.float64]
BINS = 10
#: Pulls weights towards zero, so that a feature that is nearly constant keeps a small one.
RIDGE = 1.0


def main() -> None:
    """Fit, print, and write the weights into the model's folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path, default=SHIPPED)
    o = ap.parse_args()
    reader = Reader.load(o.model)
    reader.encoder.parameters = replace(reader.encoder.parameters, confidence=None)
    scorer = load_module(o.shared / "tools" / "score.py")
    found, gold = [], 0
    for name, rows in gold_sets(o.shared):
        if name in ("polnear-dev", "talks-dev"):
            part = [judge(scorer, reader, row) for row in rows]
            found.append([judged for judged, _ in part])
            gold += sum(count for _, count in part)
    reports = [report for part in found for report in part if report]
    evidence = np.array([e for report in reports for e, _ in report])
    right = np.array([r for report in reports for _, r in report], dtype=np.float64)
    half = np.concatenate([np.full(len(report), i % 2) for i, report in enumerate(reports)])
    apart = np.zeros(len(right))
    for side in (0, 1):
        apart[half == side] = probability(fit(evidence[half != side], right[half != side]), evidence[half == side])
    weights = fit(evidence, right)
    print(f"{len(right)} statements found, {right.mean():.1%} right; expected calibration error {calibration_error(apart, right):.3f}")
    print_limits(apart, right, gold)
    store_fitted(o.model, "confidence", weights.tolist())


def store_fitted(model: Path, name: str, weights: Sequence[float]) -> None:
    """Put weights, by this name, into the `model.json` of a model's folder."""
    path = model / "model.json"
    described = json.loads(path.read_text(encoding="utf8")) | {name: [round(weight, 4) for weight in weights]}
    path.write_text(json.dumps(described, indent=1) + "\n", encoding="utf8")


def judge(scorer: ModuleType, reader: Reader, row: dict[str, Any]) -> tuple[list[tuple[tuple[float, ...], bool]], int]:
    """(evidence, whether it is in the gold) of every outermost attribution of a report, and how many the gold has."""
    (encoded,) = reader.encoder.encode([row["text"]])
    (frames,) = reader.look([encoded])
    drafts = [draft_of(encoded, frame) for frame in frames]
    rows = [r for r in row.get("statements") or row["attributions"] if r.get("content") and not r.get("inside")]
    gold = [{role: scorer.cells(map(tuple, r.get(role) or [])) for role in ("source", "content")} for r in rows]
    mine = [
        {"source": scorer.cells((s.start, s.end) for s in d.source), "content": scorer.cells((s.start, s.end) for s in d.content), "at": i}
        for i, d in enumerate(drafts)
    ]
    pairs = scorer.best_pairs(gold, mine, "content", 0.5)
    linked = {b["at"] for a, b, _ in pairs if (not a["source"] and not b["source"]) or a["source"] & b["source"]}
    return [(frame.evidence, i in linked) for i, frame in enumerate(frames)], len(gold)


def probability(weights: Matrix, evidence: Matrix) -> Matrix:
    """Evidence, (statements, features), as probabilities: (statements,)."""
    out: Matrix = 1 / (1 + np.exp(-(weights[0] + evidence @ weights[1:])))
    return out


def fit(evidence: Matrix, right: Matrix) -> Matrix:
    """Bias and weights of a ridge logistic regression, by Newton's method."""
    x = np.hstack([np.ones((len(evidence), 1)), evidence])
    penalty = RIDGE * np.diag([0.0, *np.ones(evidence.shape[1])])
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = probability(weights, evidence)
        slope = x.T @ (p - right) + penalty @ weights
        weights = weights - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, slope)
    return weights


def calibration_error(sure: Matrix, right: Matrix) -> float:
    """The mean distance between confidence and share right over bins of equal width, weighted by their size; in [0, 1]."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(BINS)) / len(sure))


def print_limits(sure: Matrix, right: Matrix, gold: int) -> None:
    """Precision, recall and F1 for some limits."""
    for limit in np.arange(0, 0.75, 0.05):
        kept = right[sure >= limit]
        precision, recall = kept.mean(), kept.sum() / gold
        print(f"limit {limit:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")


if __name__ == "__main__":
    main()
