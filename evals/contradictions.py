"""What each feature of a denial counts: python -m evals.contradictions --shared ../shared [--score]

Fits the weights of `onrecord.across.denials` to the gold across reports (worlds a to d, as given and as read), by logistic regression
with a ridge, and prints them as that module has them.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.actors import worlds
from evals.records import given_entries, load_gold, make_record, read_entries
from onrecord.across.contradictions import read_claims
from onrecord.across.denials import list_denials
from onrecord.reading.reader import Reader
from onrecord.record import Record
from onrecord.store.findings import FoundStatement

#: Worlds that weights may be fitted to.
FITTED = "abcd"
#: How strongly weights are drawn to nothing.
RIDGE = 2.0
STEPS = 60


def utterances_of(gold: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, str]:
    """Id of an entry → the reference of the earliest telling of its utterance."""
    first = {ref: group[0] for group in gold["utterances"] for ref in group}
    return {entry: first.get(ref, ref) for ref, entry in ids.items()}


def wanted_pairs(gold: Mapping[str, Any]) -> set[frozenset[str]]:
    """The pairs that contradict each other, each by the earliest tellings."""
    first = {ref: group[0] for group in gold["utterances"] for ref in group}
    return {frozenset((first.get(a, a), first.get(b, b))) for a, b, *_ in gold["contradictions"]}


def list_examples(record: Record, gold: Mapping[str, Any], ids: Mapping[str, str]) -> Iterator[tuple[Mapping[str, float], bool]]:
    """The features of every denial and what it could deny, and whether it does."""
    names, wanted = utterances_of(gold, ids), wanted_pairs(gold)
    for report in record._db.rows("SELECT id FROM reports ORDER BY id"):
        for denied, denial, features in list_denials(read_claims(record._db, report["id"])):
            pair = {names.get(denied.entry), names.get(denial.entry)}
            if None not in pair and len(pair) == 2:
                yield features, pair in wanted


def fit(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], ridge: float = RIDGE) -> npt.NDArray[np.float64]:
    """Weights of a logistic regression, by Newton's method; the last column is the constant, which is not drawn to nothing."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([*[ridge] * (x.shape[1] - 1), 1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty @ weights
        weights = weights - np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + penalty, slope)
    return weights


def score(record: Record, gold: Mapping[str, Any], ids: Mapping[str, str]) -> tuple[int, int, int, int]:
    """How many pairs are proposed, how many of them gold has, how many it has at all, and of how many of those both ends are found.

    A pair counts if each end is a telling of the same utterance as the gold end; one with an entry that gold does not have is left out.
    """
    names, wanted = utterances_of(gold, ids), wanted_pairs(gold)
    found = set()
    for one in record.contradictions():
        pair = frozenset(str(names.get(end.statement.id if isinstance(end, FoundStatement) else end.contact.id)) for end in (one.a, one.b))
        if "None" not in pair and len(pair) == 2:
            found.add(pair)
    return len(found), len(found & wanted), len(wanted), sum(pair <= set(names.values()) for pair in wanted)


def main() -> None:
    """Print the weights, or with --score how well they do."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--score", action="store_true", help="measure what is proposed, in all worlds, instead of fitting weights")
    o = ap.parse_args()
    reader = Reader.load()
    examples: list[tuple[Mapping[str, float], bool]] = []
    with tempfile.TemporaryDirectory() as folder:
        for world, rows in worlds(o.shared):
            for name, made in (("given", given_entries(rows, reader)), ("read", read_entries(rows, reader, o.shared))):
                found: Sequence[Any] = list(made)
                ids = {ref: entry for _, own in found for ref, entry in own.items()}
                with make_record(Path(folder) / f"{name}-{world}.db", [entries for entries, _ in found]) as record:
                    if o.score:
                        proposed, right, wanted, there = score(record, load_gold(world), ids)
                        print(f"{world} {name}: P {100 * right / max(1, proposed):.1f} of {proposed};", end=" ")
                        print(f"R {100 * right / wanted:.1f} of {wanted}, {100 * right / max(1, there):.1f} of the {there} with both ends")
                    elif world in FITTED:
                        examples += list_examples(record, load_gold(world), ids)
    if not o.score:
        weights = fit(np.array([list(features.values()) for features, _ in examples]), np.array([float(wanted) for _, wanted in examples]))
        print({name: round(float(weight), 2) for name, weight in zip(examples[0][0], weights, strict=True)})


if __name__ == "__main__":
    main()
