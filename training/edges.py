"""Fit what tells the edges of sources, cues and contents: python -m training.edges --shared ../shared [--model DIR]

For each role, the conditional log-linear model under which, of the spans that overlap a chosen one, the right one is most likely
(`reading/encoder/edges.py`); ridge penalty on weights of features of equal spread. Fitted to PolNeAR's training articles, which the network
was taught by teachers that had not seen them, so that it reads them little better than others; the talks corpus and the project's own
reports, which it knows by heart, are there to keep what it does well as it is. The weights go into the model's `model.json`; `python
-m evals.calibrate` has to follow. Takes three minutes on a CPU, most of them to encode the texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from evals.calibrate import store_fitted
from evals.figures import gold_rows, polnear_rows
from onrecord.reading.encoder.described import SHIPPED
from onrecord.reading.encoder.edges import rivals_of, rows_of, tell_pieces
from onrecord.reading.encoder.encoder import Encoded, Encoder, Parameters
from onrecord.reading.encoder.layout import ATTRIBUTION, ROLES
from onrecord.reading.encoder.posteriors import choose_spans, span_probabilities
from onrecord.reading.encoder.tags import tag_scores
from training.data import REPORTS, ranges
from training.ranking import Case, fit

#: Weight of the squares.
RIDGE = 100.0


def texts(shared: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Texts with their outermost attributions."""
    yield from ((row["text"], row["attributions"]) for row in polnear_rows(shared, "train"))
    for row in gold_rows(shared / "data" / "talks" / "train") + gold_rows(REPORTS):
        yield row["text"], [s for s in row["statements"] if not s["inside"]]


def cases_of(encoded: Encoded, parameters: Parameters, attributions: list[dict[str, Any]]) -> Iterator[tuple[str, Case]]:
    """The role and the rivals of each chosen span that has some, where the right one is among them."""
    gold = {(role, span) for a in attributions for role in ROLES for span in ranges(encoded.pieces, a.get(role) or [])}
    scores = [tag_scores(encoded, "attribution", ATTRIBUTION)]
    (probable,) = span_probabilities(scores, parameters.crfs["attribution"], ATTRIBUTION)
    (chosen,) = choose_spans([encoded], parameters)
    told = tell_pieces(encoded)
    for span, rivals in rivals_of(list(chosen), probable):
        right = np.array([rival in gold for rival in rivals])
        if len(rivals) > 1 and right.any():
            yield span[0], (rows_of(told, rivals, probable), right)


def fit_role(cases: list[Case]) -> np.ndarray:
    """The weights of one role; to begin with, the most probable span is the most likely."""
    rows = np.concatenate([rows for rows, _ in cases])
    spread = rows.std(0) + 1e-3
    begin = np.zeros(len(spread))
    begin[0] = spread[0]
    return fit([(rows / spread, right) for rows, right in cases], begin, RIDGE) / spread


def main() -> None:
    """Fit, and write the weights into the model's folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path, default=SHIPPED)
    o = ap.parse_args()
    encoder = Encoder(o.model)
    parameters = replace(encoder.parameters, edges=None)
    cases: dict[str, list[Case]] = {role: [] for role in ROLES}
    for text, attributions in texts(o.shared):
        for role, case in cases_of(encoder.encode([text])[0], parameters, attributions):
            cases[role].append(case)
    print({role: len(own) for role, own in cases.items()})
    store_fitted(o.model, "edges", np.concatenate([fit_role(cases[role]) for role in ROLES]).tolist())


if __name__ == "__main__":
    main()
