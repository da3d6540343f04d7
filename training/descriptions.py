"""Fit what tells descriptions of somebody from others: python -m training.descriptions --shared ../shared [--model DIR]

A ridge logistic regression (`reading/mentions/descriptions.py`) on the descriptions that the mention heads find in the training parts of
re3d and GUM (without the texts under a non-commercial licence), of whose descriptions the network has not been told, and in those of the
talks corpus and of the project's own reports. GUM marks everybody: without it, most people of other news would be left out. The talks
corpus and the own reports mark those who matter there; of them only what is marked counts. The weights go into the model's `model.json`.
Takes two minutes on a CPU, most of them to encode the texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from evals.calibrate import fit, store_fitted
from evals.figures import gold_rows
from onrecord.reading.encoder.edges import rows_at, tell_pieces
from onrecord.reading.encoder.encoder import SHIPPED, Encoded, Encoder, Parameters, Range
from onrecord.reading.encoder.tags import find_spans
from onrecord.reading.mentions.descriptions import is_description
from onrecord.reading.mentions.mentions import find_mentions
from training.data import REPORTS, TYPES, read_lines

#: Weight of the squares, of weights of features of equal spread.
RIDGE = 200.0
#: A text, who and what is mentioned in it, and whether everybody is.
Marked = tuple[str, set[Range], bool]


def texts(shared: Path) -> Iterator[Marked]:
    """Texts whose descriptions are marked too; re3d's twice, which has a quarter as many as GUM."""
    for row in 2 * [row for row in read_lines(shared / "data" / "conflict-ner" / "re3d.jsonl.gz") if row["split"] == "train"]:
        yield row["text"], {(e["s"], e["e"]) for e in row["entities"] if e["type"].lower() in TYPES}, True
    for row in read_lines(shared / "data" / "gum" / "train.jsonl.gz"):
        if "NC" not in row["licence"]:
            yield row["text"], {(m["s"], m["e"]) for m in row["mentions"] if m["type"] in TYPES}, True
    for row in gold_rows(shared / "data" / "talks" / "train") + gold_rows(REPORTS):
        yield row["text"], {(start, end) for actor in row["actors"].values() for start, end in actor["mentions"]}, False


def judge(encoded: Encoded, parameters: Parameters, marked: set[Range], all_marked: bool) -> Iterator[tuple[Range, bool]]:
    """The descriptions that are found in a text, and whether they are marked, with one edge at least.

    Those that overlap others with both edges elsewhere tell nothing.
    """
    (tagged,) = find_spans([encoded], parameters, "mention")
    for mention in find_mentions(encoded, parameters, tagged, []):
        start, end = mention.span.start, mention.span.end
        near = [span for span in marked if start < span[1] and span[0] < end]
        right = any(start == a or end == b for a, b in near)
        if is_description(mention.span.text) and (right or (all_marked and not near)):
            yield encoded.pieces.range_of(start, end), right


def main() -> None:
    """Fit, and write the weights into the model's folder."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path, default=SHIPPED)
    o = ap.parse_args()
    encoder = Encoder(o.model)
    parameters = replace(encoder.parameters, descriptions=None, mention_ends=None)
    rows, right = [], []
    for text, marked, all_marked in texts(o.shared):
        (encoded,) = encoder.encode([text])
        if judged := list(judge(encoded, parameters, marked, all_marked)):
            rows.append(rows_at(tell_pieces(encoded), [span for span, _ in judged]))
            right += [somebody for _, somebody in judged]
    print(f"{len(right)} descriptions, {np.mean(right):.1%} of somebody")
    store_fitted(o.model, "descriptions", fit_described(np.concatenate(rows), np.array(right, dtype=np.float64)).tolist())


def fit_described(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Bias and weights of what the pieces at the edges tell."""
    spread = (rows.std(0) + 1e-3) * RIDGE**0.5
    weights = fit(rows / spread, right)
    return weights / np.concatenate([[1.0], spread])


if __name__ == "__main__":
    main()
