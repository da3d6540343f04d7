"""Whether entries of several reports are brought together rightly: python -m evals.across --shared ../shared

Every world of the talks corpus is one record, made of the gold entries of its reports, or with `--read` of what the model reads in
them: then only entries that the scorer pairs with a gold one count. Gold and its rules: evals/across/README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from evals.actors import worlds
from evals.coreference import bcubed
from evals.records import given_entries, make_record, read_entries
from onrecord.reading.reader import Reader
from onrecord.record import Record

GOLD = Path(__file__).parent / "across"


def load_gold(world: str) -> dict[str, Any]:
    """The gold of one world across its reports; references are `report.entry`."""
    return dict(yaml.safe_load((GOLD / f"{world}.yaml").read_text(encoding="utf8")))


def score_groups(gold: Iterable[Sequence[str]], found: Mapping[str, str]) -> dict[str, float]:
    """B-cubed over all entries found; over those alone that gold or we group with another; precision and recall of pairs: in [0, 1].

    Most entries stand alone, so the first figure is high already where nothing is grouped.

    Args:
        gold: groups of two or more references; every other reference stands alone.
        found: reference → what its group is called.
    """
    groups = [kept for group in gold if (kept := frozenset(group) & set(found))]
    grouped = {ref for group in groups for ref in group}
    alone = [frozenset([ref]) for ref in found if ref not in grouped]
    ours: dict[str, set[str]] = defaultdict(set)
    for ref, group in found.items():
        ours[group].add(ref)
    wanted, got = pairs_of(groups), pairs_of(ours.values())
    figures = bcubed([*groups, *alone], [frozenset(group) for group in ours.values()])
    told = {ref for pair in wanted | got for ref in pair}
    some = bcubed([g & told for g in [*groups, *alone] if g & told], [frozenset(g & told) for g in ours.values() if g & told])
    right = len(wanted & got)
    return (
        figures
        | {"grouped": some["f1"], "told": len(told)}
        | {"pairs_p": right / max(1, len(got)), "pairs_r": right / max(1, len(wanted)), "pairs": len(wanted)}
    )


def pairs_of(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """All pairs within groups."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def groups_of(record: Record, ids: Mapping[str, str], table: str, column: str) -> dict[str, str]:
    """Reference → what its group is called, for those of a table."""
    heads = {row["id"]: row[column] or row["id"] for row in record._db.rows(f"SELECT id, {column} FROM {table}")}
    return {ref: heads[entry] for ref, entry in ids.items() if entry in heads}


def describe_pairs(gold: Iterable[Sequence[str]], found: Mapping[str, str]) -> Iterator[str]:
    """Pairs that are together in one of the two alone."""
    ours: dict[str, set[str]] = defaultdict(set)
    for ref, group in found.items():
        ours[group].add(ref)
    wanted, got = pairs_of([frozenset(group) & set(found) for group in gold]), pairs_of(ours.values())
    yield from (f"missed: {a} {b}" for a, b in sorted(wanted - got))
    yield from (f"too much: {a} {b}" for a, b in sorted(got - wanted))


def measure(world: str, made: Sequence[Any], folder: Path, errors: bool) -> None:
    """Print the figures of one world."""
    gold = load_gold(world)
    ids = {ref: entry for _, own in made for ref, entry in own.items()}
    with make_record(folder / f"{world}.db", [entries for entries, _ in made]) as record:
        for name, groups, table, column in (
            ("utterances", gold["utterances"], "statements", "utterance"),
            ("contacts", [group["members"] for group in gold["contacts"]], "contacts", "occasion"),
        ):
            found = groups_of(record, ids, table, column)
            f = score_groups(groups, found)
            shares = {key: f"{100 * value:.1f}" for key, value in f.items()}
            print(f"{world} {name}: B-cubed P {shares['p']} R {shares['r']} F1 {shares['f1']} of {len(found)};", end=" ")
            print(f"F1 {shares['grouped']} of the {f['told']} grouped; pairs P {shares['pairs_p']} R {shares['pairs_r']} of {f['pairs']}")
            if errors:
                print(*(f"  {line}" for line in describe_pairs(groups, found)), sep="\n")


def main() -> None:
    """Print the figures of the worlds asked for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--worlds", default="abcde", help="letters of the worlds")
    ap.add_argument("--read", action="store_true", help="of what the model reads, not of the gold entries")
    ap.add_argument("--errors", action="store_true", help="show what is wrong")
    o = ap.parse_args()
    reader = Reader.load()
    with tempfile.TemporaryDirectory() as folder:
        for world, rows in worlds(o.shared):
            if world in o.worlds:
                made = list(read_entries(rows, reader, o.shared) if o.read else given_entries(rows, reader))
                measure(world, made, Path(folder), o.errors)


if __name__ == "__main__":
    main()
