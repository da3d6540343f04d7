"""Whether positions are told to move rightly: python -m evals.movement --shared ../shared

Every world of the talks corpus is one record, made of the gold entries of its reports, or with `--read` of what the model reads in
them: then only entries that the scorer pairs with a gold one count. The ladders are those of the gold, in its order; of each, every
statement after the first counts. Gold and its rules: evals/across/README.md. `--readers` instead says how far two readers agree.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from evals.actors import worlds
from evals.records import GOLD, given_entries, load_gold, make_record, read_entries
from onrecord.across.movement import trace_movement
from onrecord.across.stated import Stated
from onrecord.model import Entries, Statement
from onrecord.reading.reader import Reader
from onrecord.record import Record
from onrecord.review.agreement import compute_alpha, share_same
from onrecord.store.statements import GAP

MOVES = ("first", "repeated", "hardened", "softened", "conditional", "reversed")


def stated_of(s: Statement, who: str | None, report: str) -> Stated:
    """What is compared of a statement of a report; `who` is its speaker in the record."""
    words = (GAP.join(span.text for span in spans) for spans in (s.content, s.condition))
    first, last = (s.said.first, s.said.last) if s.said else (None, None)
    return Stated(
        next(words), s.stance, s.act, who, next(words), s.meaning, first, last, issue=s.issue, report=report, place=s.content[0].start
    )


def trace_ladders(
    gold: Mapping[str, Any], record: Record, made: Sequence[tuple[Entries, Mapping[str, str]]]
) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """(reference, movement of the gold, ours, why) for every statement after the first of its ladder that is in the record."""
    statements = {s.id: (s, entries.report.id) for entries, _ in made for s in entries.statements}
    ids = {ref: entry for _, own in made for ref, entry in own.items() if entry in statements}
    who = {row["id"]: row["who"] for row in record._db.rows("SELECT id, who FROM statements")}
    for ladder in gold["movement"]:
        steps = [(ref, kind, ids[ref]) for ref, kind in ladder["ladder"] if ref in ids]
        taken = [(ref, kind, stated_of(statements[key][0], who[key], statements[key][1])) for ref, kind, key in steps]
        moves = iter(trace_movement([stated for *_, stated in taken if stated.stance != "none"]))
        for (ref, kind, stated), opens in zip(taken, [True] + [False] * len(taken), strict=False):
            move = next(moves) if stated.stance != "none" else None
            if not opens:
                yield ref, kind, move.kind if move else "no stance", move.why if move else ()


def load_second() -> dict[str, str]:
    """Reference → movement to it, as the second reader names it."""
    return dict(yaml.safe_load((GOLD / "second.yaml").read_text(encoding="utf8")))


def pair_readings(gold: Mapping[str, Any], second: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(reference, movement of the gold, of the second reader) for every statement after the first of its ladder that both have read."""
    return [(ref, kind, second[ref]) for ladder in gold["movement"] for ref, kind in ladder["ladder"][1:] if ref in second]


def describe_agreement(pairs: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """How far two readers agree: per cent that are the same, and Krippendorff's alpha; on all, and on what is asked of them in turn."""
    asked = {
        "movement": [(a, b) for _, a, b in pairs],
        "first or not": [(str(a == "first"), str(b == "first")) for _, a, b in pairs],
        "which, where neither says first": [(a, b) for _, a, b in pairs if "first" not in (a, b)],
    }
    for name, units in asked.items():
        same, alpha = share_same(units), compute_alpha(units)
        if same is not None and alpha is not None:
            yield f"{name}: {100 * same:.1f} of {len(units)} the same, alpha {alpha:.2f}"


def print_readers() -> None:
    """Print how far two readers agree in each world that both have read, and where they do not."""
    second = load_second()
    for world in sorted({ref[0] for ref in second}):
        pairs = pair_readings(load_gold(world), second)
        print(world, *describe_agreement(pairs), sep="\n  ")
        print(*(f"  {ref}: {a}; second reader: {b}" for ref, a, b in pairs if a != b), sep="\n")


def main() -> None:
    """Print the figures of the worlds asked for."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--worlds", default="abcde", help="letters of the worlds")
    ap.add_argument("--read", action="store_true", help="of what the model reads, not of the gold entries")
    ap.add_argument("--errors", action="store_true", help="show what is wrong")
    ap.add_argument("--readers", action="store_true", help="how far the two readers of the gold agree, nothing else")
    o = ap.parse_args()
    if o.readers:
        print_readers()
        return
    reader = Reader.load()
    with tempfile.TemporaryDirectory() as folder:
        for world, rows in worlds(o.shared):
            if world not in o.worlds:
                continue
            gold = load_gold(world)
            made = list(read_entries(rows, reader, o.shared) if o.read else given_entries(rows, reader))
            with make_record(Path(folder) / f"{world}.db", [entries for entries, _ in made]) as record:
                pairs = list(trace_ladders(gold, record, made))
            table = Counter((wanted, ours) for _, wanted, ours, _ in pairs)
            right = sum(table[kind, kind] for kind in MOVES)
            told = {kind: sum(number for (_, ours), number in table.items() if ours == kind) for kind in MOVES}
            print(f"{world} movement: {100 * right / max(1, len(pairs)):.1f} of {len(pairs)} right;", end=" ")
            print("right of those told: " + ", ".join(f"{kind} {table[kind, kind]}/{told[kind]}" for kind in MOVES))
            if o.errors:
                wrong = (pair for pair in pairs if pair[1] != pair[2])
                print(*(f"  {ref}: {ours}, not {wanted} ({'; '.join(why)})" for ref, wanted, ours, why in wrong), sep="\n")


if __name__ == "__main__":
    main()
