"""What each feature of a contradiction counts: python -m evals.contradictions --shared ../shared [--write | --score]

Fits the weights of `onrecord.across.denials` and `onrecord.across.contrasts` to the gold across reports (worlds a to d, as given and as
read), by logistic regression with a ridge, and says how well proposals do in each world by the weights of the others.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.actors import worlds
from evals.records import given_entries, load_gold, make_record, read_entries
from onrecord.across.contradictions import propose_contradictions, read_claims
from onrecord.across.contrasts import list_contrasts
from onrecord.across.denials import list_denials
from onrecord.across.weights import Weights, store_weights
from onrecord.reading.reader import Reader
from onrecord.record import Record
from onrecord.store.findings import FoundStatement

#: Worlds that weights may be fitted to.
FITTED = "abcd"
#: What weights are fitted for: how pairs are listed, and how strongly weights are drawn to nothing.
FOUND = {"denials": (list_denials, 2.0), "contrasts": (list_contrasts, 2.0)}
STEPS = 60

#: Features of a pair, and whether gold has it.
Example = tuple[Mapping[str, float], bool]


@dataclass(frozen=True, eq=False)
class World:
    """A record of one world, whether it is made of gold entries or of what the model reads, its gold, and the examples in it."""

    letter: str
    way: str
    record: Record
    gold: Mapping[str, Any]
    ids: Mapping[str, str]
    examples: Mapping[str, Sequence[Example]]


def utterances_of(gold: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, str]:
    """Id of an entry → the reference of the earliest telling of its utterance."""
    first = {ref: group[0] for group in gold["utterances"] for ref in group}
    return {entry: first.get(ref, ref) for ref, entry in ids.items()}


def wanted_pairs(gold: Mapping[str, Any]) -> set[frozenset[str]]:
    """The pairs that contradict each other, each by the earliest tellings."""
    first = {ref: group[0] for group in gold["utterances"] for ref in group}
    return {frozenset((first.get(a, a), first.get(b, b))) for a, b, *_ in gold["contradictions"]}


def list_examples(record: Record, gold: Mapping[str, Any], ids: Mapping[str, str], of: str) -> Iterator[Example]:
    """The features of every pair that could contradict each other, and whether it does; `of` is one of FOUND."""
    names, wanted = utterances_of(gold, ids), wanted_pairs(gold)
    for report in record._db.rows("SELECT id FROM reports ORDER BY id"):
        for a, b, features in FOUND[of][0](read_claims(record._db, report["id"])):
            pair = {names.get(a.entry), names.get(b.entry)}
            if None not in pair and len(pair) == 2:
                yield features, pair in wanted


def fit(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], ridge: float, counts: npt.NDArray[np.float64] | float = 1.0
) -> npt.NDArray[np.float64]:
    """Weights of a logistic regression, by Newton's method; the last column is the constant, which is not drawn to nothing.

    `counts` says how much each row counts.
    """
    weights = np.zeros(x.shape[1])
    penalty = np.diag([*[ridge] * (x.shape[1] - 1), 1e-6])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (p - y)) + penalty @ weights
        weights = weights - np.linalg.solve(x.T @ (x * (counts * p * (1 - p))[:, None]) + penalty, slope)
    return weights


def fit_all(made: Iterable[World]) -> dict[str, dict[str, float]]:
    """The weights of all that is fitted, to the examples of some worlds."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for world in made:
        for of, own in world.examples.items():
            examples[of] += own
    out = {}
    for of, (_, ridge) in FOUND.items():
        x, y = np.array([list(features.values()) for features, _ in examples[of]]), np.array([float(is_so) for _, is_so in examples[of]])
        out[of] = {name: round(float(weight), 2) for name, weight in zip(examples[of][0][0], fit(x, y, ridge), strict=True)}
    return out


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


def score_by(world: World, weights: Weights) -> tuple[int, int, int, int]:
    """The score of a world if its pairs are weighed by these weights."""
    with world.record._db.transaction():
        world.record._db.execute("INSERT INTO uncompared SELECT id FROM reports")
        propose_contradictions(world.record._db, weights)
    return score(world.record, world.gold, world.ids)


def describe(counts: Sequence[int]) -> str:
    """Precision and recall in words."""
    proposed, right, wanted, there = counts
    return (
        f"P {100 * right / max(1, proposed):.1f} of {proposed}; "
        f"R {100 * right / max(1, wanted):.1f} of {wanted}, {100 * right / max(1, there):.1f} of the {there} with both ends"
    )


def make_worlds(shared: Path, reader: Reader, folder: Path, stack: ExitStack) -> Iterator[World]:
    """All worlds, each of its gold entries and of what the model reads; `stack` closes their records."""
    for letter, rows in worlds(shared):
        for way, made in (("given", given_entries(rows, reader)), ("read", read_entries(rows, reader, shared))):
            found = list(made)
            ids = {ref: entry for _, own in found for ref, entry in own.items()}
            gold = load_gold(letter)
            record = stack.enter_context(make_record(folder / f"{way}-{letter}.db", [entries for entries, _ in found]))
            yield World(letter, way, record, gold, ids, {of: list(list_examples(record, gold, ids, of)) for of in FOUND})


def main() -> None:
    """Print how well proposals do, and the weights; with --write store them."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--score", action="store_true", help="measure what is proposed by the stored weights, in all worlds")
    ap.add_argument("--write", action="store_true", help="store the weights where onrecord.across.weights finds them")
    o = ap.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        made = list(make_worlds(o.shared, Reader.load(), Path(folder), stack))
        if o.score:
            print(*(f"{world.letter} {world.way}: {describe(score(world.record, world.gold, world.ids))}" for world in made), sep="\n")
            return
        fitted = [world for world in made if world.letter in FITTED]
        for way in ("given", "read"):
            counts = []
            for world in (world for world in fitted if world.way == way):
                counts.append(score_by(world, fit_all(other for other in fitted if other.letter != world.letter)))
                print(f"{world.letter} {way}, by the other worlds: {describe(counts[-1])}")
            print(f"all {way}, each by the others: {describe([sum(column) for column in zip(*counts, strict=True)])}")
        weights = fit_all(fitted)
        print(weights)
        if o.write:
            store_weights(weights)


if __name__ == "__main__":
    main()
