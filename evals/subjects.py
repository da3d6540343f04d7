"""What each feature counts for two statements to be about the same thing: python -m evals.subjects [--write]

Fits the weights of `onrecord.across.subjects` to the ladders of training/reports (evals/across/reports.yaml, which also names the
statement that each one is compared with), by logistic regression with a ridge, and says how well movement is told in each conflict by the
weights of the others. Needs no corpus.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from evals.contradictions import fit
from evals.figures import gold_rows
from evals.movement import stated_of
from evals.records import given_entries, load_gold, make_record
from onrecord.across.movement import trace_movement
from onrecord.across.stated import Stated
from onrecord.across.subjects import describe_pair
from onrecord.across.weights import Weights, store_weights
from onrecord.reading.reader import Reader
from training.data import REPORTS

#: How strongly weights are drawn to nothing, their features being of one width.
RIDGE = 20.0
#: So many earlier statements that one is not about are learned from; together they count as much as one that it is about.
OTHERS = 10
#: So many parts are the conflicts divided into, each to be told by the weights of the others.
PARTS = 8


@dataclass(frozen=True)
class Step:
    """A statement of a ladder, the movement to it, and the place of the one that it is compared with; none if it is `first`."""

    stated: Stated
    kind: str
    since: int | None


Ladder = Sequence[Step]


def load_reports(folder: Path = REPORTS) -> dict[str, list[dict[str, Any]]]:
    """The gold reports of a folder by conflict, which their names begin with."""
    out: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in gold_rows(folder):
        out[row["id"].partition("_")[0]].append(row)
    return out


def read_ladder(ladder: Sequence[Sequence[str]], stated: Mapping[str, Stated]) -> Ladder:
    """The steps of a ladder of the gold: reference, movement, and what it is compared with where that is not the one before."""
    places = {ref: i for i, (ref, *_) in enumerate(ladder)}
    return [
        Step(stated[ref], kind, None if kind == "first" else places[since[0]] if since else i - 1)
        for i, (ref, kind, *since) in enumerate(ladder)
    ]


def load_ladders(reader: Reader) -> dict[str, list[Ladder]]:
    """The ladders of each conflict."""
    judged = load_gold("reports")["movement"]
    out: dict[str, list[Ladder]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for conflict, rows in load_reports().items():
            made = list(given_entries(rows, reader))
            with make_record(Path(folder) / f"{conflict}.db", [entries for entries, _ in made]) as record:
                who = {row["id"]: row["who"] for row in record._db.rows("SELECT id, who FROM statements")}
            entries = {s.id: stated_of(s, who[s.id], found.report.id) for found, _ in made for s in found.statements}
            stated = {ref: entries[entry] for _, ids in made for ref, entry in ids.items() if entry in entries}
            own = [one["ladder"] for one in judged if one["ladder"][0][0].partition("_")[0] == conflict]
            out[conflict] = [read_ladder(ladder, stated) for ladder in own]
    return out


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
    ladders = load_ladders(Reader.load())
    names, whole = sorted(ladders), Counter[tuple[str, str]]()
    for part in (names[i::PARTS] for i in range(PARTS)):
        weights = fit_ladders(ladder for name in names if name not in part for ladder in ladders[name])
        table = tell((ladder for name in part for ladder in ladders[name]), weights)
        print(f"{', '.join(part)}, by the others: {describe(table)}")
        whole += table
    print(f"all, each part by the others: {describe(whole)}")
    weights = fit_ladders(ladder for name in names for ladder in ladders[name])
    print(weights)
    if o.write:
        store_weights(weights, "subjects")


if __name__ == "__main__":
    main()
