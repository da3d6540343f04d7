"""Whether entries of several reports are brought together rightly: python -m evals.across --shared ../shared

Every world of the talks corpus is one record, made of the gold entries of its reports, or with `--read` of what the model reads in
them: then only entries that the scorer pairs with a gold one count. Gold and its rules: evals/across/README.md.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.actors import worlds
from evals.contradictions import score as score_contradictions
from evals.coreference import bcubed
from evals.figures import FLOORS, gold_rows, print_figures
from evals.movement import trace_ladders
from evals.records import given_entries, load_gold, make_record, read_entries
from onrecord.across.origins import find_branches
from onrecord.model import Entries
from onrecord.reading.reader import Reader
from onrecord.record import Record
from onrecord.views.origins import collect_told, order_told

Figures = dict[str, Any]
#: The entries of one report, and gold reference → id of the entry.
Made = tuple[Entries, Mapping[str, str]]


def score_groups(gold: Iterable[Sequence[str]], found: Mapping[str, str], name: str) -> Figures:
    """B-cubed over all entries found; over those alone that gold or we group with another; and the pairs that are together.

    Most entries stand alone, so the first figure is high already where nothing is grouped.

    Args:
        gold: groups of two or more references; every other reference stands alone.
        found: reference → what its group is called.
        name: what the figures are called.
    """
    groups = [kept for group in gold if (kept := frozenset(group) & set(found))]
    grouped = {ref for group in groups for ref in group}
    groups += [frozenset([ref]) for ref in found if ref not in grouped]
    ours = _parts(found)
    wanted, got = pairs_of(groups), pairs_of(ours)
    told = {ref for pair in wanted | got for ref in pair}
    some = [[kept for group in side if (kept := group & told)] for side in (groups, ours)]
    right = len(wanted & got)
    return {
        name: _percent(bcubed(groups, ours)) | {"gold": len(found)},
        f"{name}.grouped": _percent(bcubed(*some)) | {"gold": len(told)},
        f"{name}.pairs": share(right, len(got), len(wanted)),
    }


def share(right: int, found: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 in per cent, as the shared scorer gives them."""
    p, r = right / max(1, found), right / max(1, wanted)
    return _percent({"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}) | {"gold": wanted}


def _percent(figures: Mapping[str, float]) -> dict[str, float]:
    return {key: round(100 * value, 1) for key, value in figures.items()}


def _parts(found: Mapping[str, str]) -> list[frozenset[str]]:
    ours: dict[str, set[str]] = defaultdict(set)
    for ref, group in found.items():
        ours[group].add(ref)
    return [frozenset(group) for group in ours.values()]


def pairs_of(groups: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """All pairs within groups."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def groups_of(record: Record, ids: Mapping[str, str], table: str, column: str) -> dict[str, str]:
    """Reference → what its group is called, for those of a table."""
    heads = {row["id"]: row[column] or row["id"] for row in record._db.rows(f"SELECT id, {column} FROM {table}")}
    return {ref: heads[entry] for ref, entry in ids.items() if entry in heads}


def check_origins(record: Record, gold: Mapping[str, Sequence[Sequence[str]]], ids: Mapping[str, str]) -> Iterator[tuple[bool, bool]]:
    """Of every gold utterance with two tellings found or more, whether its origins are right.

    First of the gold utterance: each telling is with those that have its origin. Then of what we bring together ourselves: the utterance
    that the first of its tellings is in has as many origins.

    Args:
        record: the record of one world.
        gold: first telling → all tellings, parted by origin; references are `report.entry`.
        ids: reference → id of the entry.
    """
    for parts in gold.values():
        wanted = [own for part in parts if (own := frozenset(part) & set(ids))]
        refs = sorted(ref for part in wanted for ref in part)
        if len(refs) < 2:
            continue
        homes = {
            row["id"]: row["report"]
            for ref in refs
            for row in record._db.rows("SELECT id, report FROM statements WHERE id = ?", (ids[ref],))
        }
        branches = find_branches(order_told(collect_told(record._db, [(one, home, one, home) for one, home in homes.items()])))
        found = {frozenset(branch.tellings) for branch in branches}
        yield (
            found == {frozenset(ids[ref] for ref in part) for part in wanted},
            len(record.utterance(ids[refs[0]]).origins.branches) == len(wanted),
        )


def check_latest(record: Record, gold: Iterable[Mapping[str, Any]], ids: Mapping[str, str]) -> Iterator[tuple[bool]]:
    """Of every gold contact with two records found or more, whether the one that the first of them is in has its latest status."""
    for group in gold:
        members = [ids[ref] for ref in group["members"] if ref in ids]
        if len(members) > 1:
            yield (record.occasion(members[0]).status == group["latest"],)


def describe_pairs(gold: Iterable[Sequence[str]], found: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Pairs that are together in one of the two alone."""
    wanted, got = pairs_of([frozenset(group) & set(found) for group in gold]), pairs_of(_parts(found))
    yield from (("missed", *pair) for pair in sorted(wanted - got))
    yield from (("too much", *pair) for pair in sorted(got - wanted))


GROUPED = (("utterances", "statements", "utterance"), ("contacts", "contacts", "occasion"))


def score_worlds(made: Mapping[str, Sequence[Made]]) -> tuple[Figures, list[tuple[str, ...]]]:
    """The figures of some worlds together, in the form of the shared scorer's, and the pairs that are grouped wrongly.

    Args:
        made: name of a world → the entries of its reports, each with the gold references that are in it.
    """
    groups: dict[str, list[Sequence[str]]] = defaultdict(list)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    checked: dict[str, list[tuple[bool, ...]]] = defaultdict(list)
    moved: Counter[bool] = Counter()
    proposed = right = wanted = 0
    with tempfile.TemporaryDirectory() as folder:
        for world, reports in made.items():
            gold = load_gold(world)
            ids = {ref: entry for _, own in reports for ref, entry in own.items()}
            groups["utterances"] += gold["utterances"]
            groups["contacts"] += [group["members"] for group in gold["contacts"]]
            with make_record(Path(folder) / f"{world}.db", [entries for entries, _ in reports]) as record:
                for name, table, column in GROUPED:
                    found[name] |= groups_of(record, ids, table, column)
                checked["origins"] += check_origins(record, gold["origins"], ids)
                checked["latest"] += check_latest(record, gold["contacts"], ids)
                moved.update(wanted == ours for _, wanted, ours, _ in trace_ladders(gold, record, reports))
                pairs = score_contradictions(record, gold, ids)
                proposed, right, wanted = proposed + pairs[0], right + pairs[1], wanted + pairs[2]
    figures: Figures = {"reports": sum(map(len, made.values()))}
    for name in found:
        figures |= score_groups(groups[name], found[name], name)
    figures["contradictions"] = share(right, proposed, wanted)
    told = {"origins": [a for a, _ in checked["origins"]], "origins.counted": [b for _, b in checked["origins"]]}
    told |= {"contacts.latest": [a for (a,) in checked["latest"]], "movement": list(moved.elements())}
    figures["accuracy"] = {key: {"acc": round(100 * sum(rows) / max(1, len(rows)), 1), "n": len(rows)} for key, rows in told.items()}
    return figures, [pair for name in found for pair in describe_pairs(groups[name], found[name])]


def across_sets(shared: Path) -> Iterator[tuple[str, dict[str, list[dict[str, Any]]]]]:
    """Name, and world → gold lines, of each set: those for development, then those for the total only."""
    found = dict(worlds(shared))
    fresh: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in gold_rows(FLOORS.parent / "fresh"):
        fresh[row["id"].partition("_")[0]].append(row)
    sets = {"train": {world: found[world] for world in "abcd"}, "dev": {"e": found["e"]}, "fresh": dict(fresh)}
    for name, rows in sets.items():
        for way in ("given", "read"):
            yield f"across-{name}-{way}", rows


def score_across(
    name: str, rows: Mapping[str, list[dict[str, Any]]], reader: Reader, shared: Path
) -> tuple[Figures, list[tuple[str, ...]]]:
    """The figures of one set, and what is grouped wrongly."""
    if name.endswith("read"):
        return score_worlds({world: list(read_entries(own, reader, shared)) for world, own in rows.items()})
    return score_worlds({world: list(given_entries(own, reader)) for world, own in rows.items()})


def main() -> None:
    """Print the figures of the sets asked for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--worlds", help="letters of the worlds to measure, instead of the two sets")
    ap.add_argument("--read", action="store_true", help="of what the model reads, not of the gold entries")
    ap.add_argument("--errors", action="store_true", help="show what is grouped wrongly")
    o = ap.parse_args()
    reader, way = Reader.load(), "read" if o.read else "given"
    sets = across_sets(o.shared)
    if o.worlds:
        sets = iter([(f"{world}-{way}", {world: rows}) for world, rows in worlds(o.shared) if world in o.worlds])
    for name, rows in sets:
        if name.endswith(way):
            figures, wrong = score_across(name, rows, reader, o.shared)
            print_figures(name, figures)
            if o.errors:
                print(*("  " + " ".join(line) for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
