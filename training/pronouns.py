"""Fit the weights of pronouns' antecedents to GUM: python -m training.pronouns --shared ../shared

Writes `src/onrecord/reading/data/pronouns.json`. For each family of pronouns, the conditional log-linear model under which some
mention of the right cluster, or nothing where the pronoun is the first of its cluster, is most likely; ridge penalty. The clusters
that the features look at are those that the weights so far find: the fit is done again with what it finds itself.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.dates import Rows, read_lines
from onrecord.reading.encoder.encoder import Encoder
from onrecord.reading.language.agreement import FAMILIES
from onrecord.reading.mentions.antecedents import FEATURES, WEIGHTS, Floats, find_antecedents
from training.ranking import fit

#: Weights to begin with, and what the penalty draws to.
BEGIN = dict.fromkeys(FEATURES, 0.0) | {"score": 1.0, "nothing": -3.0}
#: Nobody is both he and she: the weight of the other gender is no higher than this, whatever the errors in the clusters suggest.
BARRED = {("he", "other_gender"): -3.0, ("she", "other_gender"): -3.0}
#: Weight of the squares; how often the fit is done; fewer pronouns give a family no weights of its own.
RIDGE, ROUNDS, FEWEST = 1.5, 2, 50
Weights = Mapping[str, npt.NDArray[np.float64]]
#: The features of a pronoun's candidates, and which of them are right.
Cases = dict[str, list[tuple[Floats, npt.NDArray[np.bool_]]]]


def collect(rows: Rows, encoder: Encoder, weights: Weights) -> Cases:
    """The cases of each family, with the clusters that the weights find."""
    cases: Cases = defaultdict(list)
    for row in rows:
        (encoded,) = encoder.encode([row["text"]])
        cluster = np.array([m["cluster"] for m in row["mentions"]])

        def rank(i: int, earlier: npt.NDArray[np.int64], features: Floats, family: str, cluster: npt.NDArray[np.int64] = cluster) -> Floats:
            right = np.append(cluster[earlier] == cluster[i], cluster[i] not in cluster[:i])
            if right.any():
                cases[family].append((features, right))
            scores: Floats = (features @ weights[family]).astype(np.float32)
            return scores

        find_antecedents(encoded, encoder.parameters, [encoded.pieces.range_of(m["s"], m["e"]) for m in row["mentions"]], rank)
    return cases


def main() -> None:
    """Write the weights."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    o = ap.parse_args()
    rows = [row for row in read_lines(o.shared / "data" / "gum" / "train.jsonl.gz") if "NC" not in row["licence"]]
    encoder = Encoder()
    begin = np.array(list(BEGIN.values()))
    weights: Weights = dict.fromkeys(FAMILIES, begin)
    most = {family: [BARRED.get((family, name)) for name in FEATURES] for family in FAMILIES}
    for _ in range(ROUNDS):
        cases = collect(rows, encoder, weights)
        weights = {
            family: fit(cases[family], begin, RIDGE, most[family]) if len(cases[family]) >= FEWEST else own
            for family, own in weights.items()
        }
    table = {
        family: {name: round(float(w), 2) for name, w in zip(FEATURES, own, strict=True) if round(float(w), 2)}
        for family, own in weights.items()
    }
    WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")
    print({family: len(rows) for family, rows in cases.items()})


if __name__ == "__main__":
    main()
