"""Every figure of the reading and resolving, on every development set: python -m evals.figures --shared ../shared

Reads the sets' texts with the shipped model (or `--model DIR`) and scores the records with the shared scorer.
`--oracle` puts the gold attributions and contacts of the talks corpus in the place of the model's, to see what resolving
alone gets right.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from evals import gold
from evals.heads import head_sets, score_head
from onrecord.model import Attribution, ContactEvidence, Reading, Report, Span
from onrecord.model.report import parse_moment
from onrecord.reading.encoder.network import has_tiles
from onrecord.reading.reader import Reader
from onrecord.resolving.resolve import resolve

FLOORS = Path(__file__).parent / "floors.json"
#: Points by which rounding moves a figure between processors that multiply otherwise; one entry, where a set is small.
ROUNDING = 0.5


def load_module(path: Path) -> ModuleType:
    """A Python file as a module, wherever it lies."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_sets(shared: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Name and gold lines of each set that the shared scorer reads: those in `shared`, then the project's own."""
    yield "polnear-dev", polnear_rows(shared, "dev")
    for split in ("train", "dev"):
        yield f"talks-{split}", gold_rows(shared / "data" / "talks" / split)
    yield "seeds", [json.loads((shared / "seeds" / "003.record.json").read_text(encoding="utf8"))]
    for name in ("sample", "forms", "unseen", "fresh", "press"):
        yield name, gold_rows(FLOORS.parent / name)


def polnear_rows(shared: Path, part: str) -> list[dict[str, Any]]:
    """The gold lines of PolNeAR's `train` or `dev`."""
    with gzip.open(shared / "data" / "polnear" / f"{part}.jsonl.gz", "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def gold_rows(folder: Path) -> list[dict[str, Any]]:
    """The gold lines of a folder's `.rep` files, in the order of their names."""
    return [gold.load(path) for path in sorted(folder.glob("*.rep"))]


def report_of(row: dict[str, Any]) -> Report:
    """A gold line's report."""
    published = row.get("published")
    return Report(name=row["id"], text=row["text"], outlet=row.get("outlet"), published=parse_moment(published) if published else None)


def put_gold(row: dict[str, Any], reading: Reading) -> Reading:
    """A reading with the gold attributions and contacts of a talks line."""

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple(Span.of(row["text"], a, b) for a, b in sorted(pairs))

    index = {s["id"]: i for i, s in enumerate(row["statements"])}
    attributions = tuple(
        Attribution(
            s["kind"], spans(s["source"]), spans(s["cue"]), spans(s["content"]), s["act"], s["issue"], s["stance"], 1.0,
            spans(s.get("via_spans", [])), spans(s["to"]), spans(s["venue"]), spans(s["when"]), spans(s["condition"]),
            index[s["inside"]] if s["inside"] else None,
        )
        for s in row["statements"]
    )  # fmt: skip
    contacts = tuple(
        ContactEvidence(
            spans(c["evidence"]), c["kind"], c["status"], 1.0, *(spans(c.get(k, [])) for k in ("place_spans", "when_spans", "by_spans"))
        )
        for c in row["contacts"]
    )
    return Reading(reading.report, reading.model, attributions, reading.mentions, reading.dates, contacts)


def main() -> None:
    """Print the figures of the chosen sets."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--model", type=Path)
    ap.add_argument("--only", help="one set's name")
    ap.add_argument("--oracle", action="store_true")
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--out", type=Path, help="folder for the records read")
    ap.add_argument("--check", action="store_true", help="fail if a figure is below its floor in floors.json, or a set has changed")
    ap.add_argument("--pin", action="store_true", help="raise the floors to the figures measured")
    ap.add_argument("--lower", action="store_true", help="with --pin, lower floors too")
    ap.add_argument("--card", type=Path, help="a document whose blocks `<!-- figures SET -->` are to be filled")
    ap.add_argument("--suffix", default="", help="what the blocks' names end in, for a second model")
    o = ap.parse_args()
    reader = Reader.load(o.model)
    floors = json.loads(FLOORS.read_text(encoding="utf8")) if FLOORS.exists() else {}
    below: list[str] = []
    for name, rows, figures, shown in measure(reader, o):
        print_figures(name, figures)
        if o.card:
            fill_card(o.card, name + o.suffix, figures, reader.name)
        for line in shown[: o.errors]:
            print("  ", *line)
        floors = pin(floors, name, rows, figures, o.lower) if o.pin else floors
        below += compare(floors, name, rows, figures) if o.check else []
    if o.pin:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf8")
    if below:
        raise SystemExit("\n".join(below))


def measure(reader: Reader, o: argparse.Namespace) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, Any], list[tuple[str, ...]]]]:
    """(name, gold lines, figures, what was missed or too much) of each set that is asked for."""
    scorer = load_module(o.shared / "tools" / "score.py")
    for name, rows in gold_sets(o.shared):
        if o.only in (None, name) and (name != "talks-train" or o.only):
            records = read_records(reader, rows, o.oracle)
            if o.out:
                o.out.mkdir(parents=True, exist_ok=True)
                lines = (json.dumps(record, ensure_ascii=False) for record in records.values())
                (o.out / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")
            figures, shown = scorer.score(rows, records, errors=o.errors)
            figures["accuracy"] |= found_by_kind(scorer, rows, records)
            yield name, rows, figures, shown
    for name, rows in head_sets(o.shared):
        if o.only in (None, name) and not o.oracle:
            yield name, rows, score_head(name, rows, reader), []
    from evals.across import across_sets, score_across  # which needs this module
    from evals.records import load_gold

    for name, by_world in across_sets(o.shared):
        if o.only in (None, name) and not o.oracle:
            figures, wrong = score_across(name, by_world, reader, o.shared)
            yield name, [{world: load_gold(world), "reports": rows} for world, rows in by_world.items()], figures, wrong


def found_by_kind(scorer: ModuleType, rows: list[dict[str, Any]], records: dict[str, Any]) -> dict[str, dict[str, float]]:
    """For sets that tell them apart: the share of the gold statements of each kind, and of those inside others, that are found.

    Found is what the scorer pairs, an intersection over union of at least a half, whoever is given as the speaker.
    """
    counts: dict[str, list[int]] = {}
    for row in rows:
        gold = [{"cells": scorer.cells(map(tuple, s["content"])), "row": s} for s in row.get("statements", [])]
        mine = [{"cells": scorer.cells(scorer.ranges(s["content"])), "row": s} for s in records[row["id"]]["statements"]]
        met = {id(a) for a, _, _ in scorer.best_pairs(gold, mine, "cells", 0.5)}
        for s in gold:
            for key in (s["row"]["kind"], "nested") if s["row"].get("inside") else (s["row"]["kind"],):
                count = counts.setdefault(f"found.{key}", [0, 0])
                count[0] += id(s) in met
                count[1] += 1
    return {key: {"acc": round(100 * hit / n, 1), "n": n} for key, (hit, n) in sorted(counts.items())}


def read_records(reader: Reader, rows: list[dict[str, Any]], oracle: bool = False) -> dict[str, Any]:
    """Name → record JSON of each gold line's report; with `oracle` from its gold attributions and contacts."""
    reports = [report_of(row) for row in rows]
    readings = [reading for i in range(0, len(reports), 16) for reading in reader.read(reports[i : i + 16])]
    if oracle:
        readings = [put_gold(row, reading) for row, reading in zip(rows, readings, strict=True)]
    return {r.name: resolve(r, reading).to_json() for r, reading in zip(reports, readings, strict=True)}


def flatten(figures: dict[str, Any]) -> dict[str, float]:
    """One number for each line of the scorer: F1, or the share right."""
    return {key: number for key, number, _ in lines_of(figures)}


def lines_of(figures: dict[str, Any]) -> Iterator[tuple[str, float, int]]:
    """(key, F1 or share right, how many gold entries it is of) of each line of the scorer."""
    yield from ((key, value["f1"], value["gold"]) for key, value in figures.items() if isinstance(value, dict) and "f1" in value)
    yield from ((key, value["acc"], value["n"]) for key, value in figures["accuracy"].items())


def hash_of(rows: list[dict[str, Any]]) -> str:
    """What a set's gold is known by."""
    return hashlib.sha256(json.dumps(rows, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def pin(floors: dict[str, Any], name: str, rows: list[dict[str, Any]], figures: dict[str, Any], lower: bool) -> dict[str, Any]:
    """The floors with one set's raised to its figures; lowered only if told."""
    old = floors.get(name, {}).get("floors", {})
    new = {key: value if lower else max(value, old.get(key, value)) for key, value in flatten(figures).items()}
    return floors | {name: {"sha256": hash_of(rows), "tiles": has_tiles(), "floors": new}}


def compare(floors: dict[str, Any], name: str, rows: list[dict[str, Any]], figures: dict[str, Any]) -> list[str]:
    """What is wrong with one set: another gold than was pinned, or figures below their floors.

    On a processor that multiplies otherwise than the one they were pinned on, floors give way by what rounding changes.
    """
    if name not in floors:
        return [f"{name}: no floors; pin them with --pin"]
    found = flatten(figures)
    sizes = {key: size for key, _, size in lines_of(figures)}
    other = floors[name].get("tiles") != has_tiles()
    out = [
        f"{name}: {key} is {found.get(key)}, its floor {floor}"
        for key, floor in floors[name]["floors"].items()
        if found.get(key, 0) < floor - (max(ROUNDING, 100 / sizes.get(key, 100)) if other else 0)
    ]
    return out + ([f"{name}: the gold has changed"] if floors[name]["sha256"] != hash_of(rows) else [])


def print_figures(name: str, figures: dict[str, Any]) -> None:
    """One set's table."""
    print(f"\n{name}: {figures['reports']} reports")
    for key, value in figures.items():
        if isinstance(value, dict) and "f1" in value:
            print(f"  {key:18} P {value['p']:5.1f}  R {value['r']:5.1f}  F1 {value['f1']:5.1f}   of {value['gold']}")
    for key, value in figures["accuracy"].items():
        print(f"  {key:18} {value['acc']:5.1f} % of {value['n']}")


def fill_card(path: Path, name: str, figures: dict[str, Any], model: str) -> None:
    """Write one set's table into its block of a document, with the model and the commit that it was measured on."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    lines = [f"Model `{model}`, code at `{commit}`, {figures['reports']} report{'s' * (figures['reports'] > 1)}.", ""]
    lines += ["| figure | P | R | F1 | gold |", "| --- | --- | --- | --- | --- |"]
    scored = {key: value for key, value in figures.items() if isinstance(value, dict) and "f1" in value}
    lines += [f"| {key} | {v['p']} | {v['r']} | {v['f1']} | {v['gold']} |" for key, v in scored.items()]
    if figures["accuracy"]:
        lines += ["", "| right among matched | % | of |", "| --- | --- | --- |"]
        lines += [f"| {key} | {v['acc']} | {v['n']} |" for key, v in figures["accuracy"].items()]
    block = re.compile(rf"(<!-- figures {re.escape(name)} -->\n).*?(<!-- end of figures -->)", re.DOTALL)
    text = path.read_text(encoding="utf8")
    table = "\n".join(["", *lines, "", ""])
    path.write_text(block.sub(lambda m: m[1] + table + m[2], text), encoding="utf8")


if __name__ == "__main__":
    main()
