"""What each feature counts for two statements to be about the same thing: python -m evals.subjects [--write]

Fits the weights of `onrecord.across.subjects` to the ladders of training/reports and to those that were written for it (`evals.ladders`),
by logistic regression with a ridge, and says how well movement is told in each conflict of the reports by the weights of the others and
of what was written. Needs no corpus.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from evals.contradictions import fit
from evals.ladders import Ladder, load_ladders, load_written
from onrecord.across.movement import trace_movement
from onrecord.across.subjects import describe_pair
from onrecord.across.weights import Weights, store_weights
from onrecord.reading.reader import Reader

#: How strongly weights are drawn to nothing, their features being of one width.
RIDGE = 20.0
#: So many earlier statements that one is not about are learned from; together they count as much as one that it is about.
OTHERS = 10
#: So many parts are the conflicts divided into, each to be told by the weights of the others.
PARTS = 8


def list_examples(ladders: Iterable[Ladder]) -> Iterator[tuple[Mapping[str, float], bool, float]]:
    """Features of a statement and an earlier one, whether it is compared with that, and how much the example counts."""
    for ladder in ladders:
        for at, step in enumerate(ladder[1:], 1):
            if step.since is not None:
                yield describe_pair(ladder[step.since].stated, step.stated, at, at - step.since), True, 1.0
            # What lies between the two is about something else, for a statement is compared with the latest that is about the same.
            others = range(at - 1, -1 if step.since is None else step.since, -1)[:OTHERS]
            for i in others:
                yield describe_pair(ladder[i].stated, step.stated, at, at - i), False, (1.0 if step.since is None else 0.5) / len(others)


def fit_ladders(ladders: Iterable[Ladder]) -> Weights:
    """The weights by some ladders, each as it counts for a value of 1."""
    features, same, counts = zip(*list_examples(ladders), strict=True)
    names = sorted({name for one in features for name in one if name})
    x = np.array([[one.get(name, 0.0) for name in names] for one in features])
    middle, width = x.mean(0), np.maximum(x.std(0), 0.05)
    fitted = fit(np.hstack([(x - middle) / width, np.ones((len(x), 1))]), np.array(same, dtype=np.float64), RIDGE, np.array(counts))
    each = fitted[:-1] / width
    return {"same thing": {"": round(float(fitted[-1] - each @ middle), 2)} | dict(zip(names, each.round(2).tolist(), strict=True))}


def tell(ladders: Iterable[Ladder], weights: Weights) -> Counter[tuple[str, str]]:
    """How often (movement of the gold, ours) stand together after the first statements of the ladders."""
    out: Counter[tuple[str, str]] = Counter()
    for ladder in ladders:
        moves = trace_movement([step.stated for step in ladder], weights=weights)
        out.update((step.kind, move.kind) for step, move in list(zip(ladder, moves, strict=True))[1:])
    return out


def describe(table: Mapping[tuple[str, str], int]) -> str:
    """How many movements are told rightly, and of how many it is told rightly whether they are `first`."""
    whole = sum(table.values())
    right = sum(n for (wanted, ours), n in table.items() if wanted == ours)
    whether = sum(n for (wanted, ours), n in table.items() if (wanted == "first") == (ours == "first"))
    return f"{100 * right / max(1, whole):.1f} of {whole} right, first or not {100 * whether / max(1, whole):.1f}"


def main() -> None:
    """Print how well movement is told in each part of the conflicts by the weights of the others; with --write store those of all."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true", help="store the weights where onrecord.across.weights finds them")
    o = ap.parse_args()
    reader = Reader.load()
    ladders, written = load_ladders(reader), load_written(reader)
    names, whole = sorted(ladders), Counter[tuple[str, str]]()
    for part in (names[i::PARTS] for i in range(PARTS)):
        weights = fit_ladders([ladder for name in names if name not in part for ladder in ladders[name]] + written)
        table = tell((ladder for name in part for ladder in ladders[name]), weights)
        print(f"{', '.join(part)}, by the others: {describe(table)}")
        whole += table
    print(f"all, each part by the others: {describe(whole)}")
    weights = fit_ladders([ladder for name in names for ladder in ladders[name]] + written)
    print(weights)
    if o.write:
        store_weights(weights, "subjects")


if __name__ == "__main__":
    main()
