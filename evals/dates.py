"""How often date expressions get the right days: python evals/dates.py --shared ../shared

Three sets: the dates of the talks corpus, with the gold expressions, against `said` of statements and `when` of contacts;
WikiWars, for finding expressions in running text; and the time-specs suite, whose inputs are requests to an assistant
and whose rules differ from ours in places (its "late March" begins on the 16th, its "in two weeks" is one day).
`--misses` lists what is wrong. (Not named after the module that it measures: beside a script of that name, Python's own
`calendar` could not be imported.)
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.resolving.calendar import find_expressions, interval
from onrecord.resolving.days import Interval
from onrecord.resolving.timing import AHEAD

#: The set and part of an expression, whether it was resolved ("right", "wrong" or "none"), and words for people.
Outcome = tuple[str, str, str]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield json.loads(line)


def _outcome(part: str, words: str, anchor: date, got: list[list[str | None] | None], wanted: list[list[str | None]]) -> Outcome:
    kind = "right" if any(g in wanted for g in got if g) else "wrong" if any(got) else "none"
    return part, kind, f"{words!r} on {anchor}: {next((g for g in got if g), None)}, not {wanted[0] if wanted else None}"


def _ends(found: Interval | None, latest: date | None = None) -> list[str | None] | None:
    """The ends as text; what has been was over by the latest day."""
    if found is None:
        return None
    last = min(found.last, latest) if found.last and latest and not (found.first and found.first > latest) else found.last
    return [str(end) if end else None for end in (found.first, last)]


def talks(shared: Path) -> Iterator[Outcome]:
    """Each dated statement and contact by its first expression; "the next day" counts from the dated statement before it."""
    path = shared / "data" / "talks" / "talks.py"
    spec = importlib.util.spec_from_file_location("talks", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for split in ("train", "dev"):
        for file in sorted((path.parent / split).glob("*.rep")):
            row = module.load(file)
            text, day = row["text"], date.fromisoformat(row["published"][:10])
            dated = sorted((s for s in row["statements"] if s["when"]), key=lambda s: s["when"][0])
            context: date | None = None
            for s in dated:
                words = text[slice(*s["when"][0])]
                got = _ends(interval(words, day, context=context), day)
                yield _outcome(f"talks-{split} said", words, day, [got], [s["said"]])
                if s["said"][0] == s["said"][1]:
                    context = date.fromisoformat(s["said"][0])
            for c in row["contacts"]:
                if c["when_spans"] and c["when"]:
                    words, ahead = text[slice(*c["when_spans"][0])], c["status"] in AHEAD
                    got = _ends(interval(words, day, future=ahead), None if ahead else day)
                    yield _outcome(f"talks-{split} when", words, day, [got], [c["when"]])


def time_specs(shared: Path) -> Iterator[Outcome]:
    """Each expression, looking back and ahead: either is right, as the suite gives both where they differ."""
    for row in _lines(shared / "data" / "time-specs" / "dates.jsonl.gz"):
        anchor = date.fromisoformat(row["reference"][:10])
        for e in row["expected"]:
            words = row["input"][e["s"] : e["e"]]
            wanted = [[v["value"], v["value"]] if "value" in v else [v.get("start"), _day_before(v.get("end"))] for v in e["values"]]
            got = [_ends(interval(words, anchor, future=future)) for future in (False, True)]
            yield _outcome(f"time-specs {e['type']}", words, anchor, got, wanted)


def _day_before(end: str | None) -> str | None:
    """The suite's ranges end before their end."""
    return str(date.fromisoformat(end) - timedelta(days=1)) if end and end[0].isdigit() else end


def wikiwars(shared: Path) -> Iterator[tuple[str, int, int, int, int]]:
    """For each part of the corpus: expressions found, found that overlap a gold one, gold ones, gold ones overlapped."""
    for split in ("train", "test"):
        found = right = wanted = met = 0
        for row in _lines(shared / "data" / "wikiwars" / f"{split}.jsonl.gz"):
            gold = [(t["s"], t["e"]) for t in row["timex"]]
            got = find_expressions(row["text"])
            found, wanted = found + len(got), wanted + len(gold)
            right += sum(any(a < d and c < b for c, d in gold) for a, b in got)
            met += sum(any(a < d and c < b for a, b in got) for c, d in gold)
        yield split, found, right, wanted, met


def main() -> None:
    """Print the figures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--misses", action="store_true", help="list the expressions that came out wrong or not at all")
    args = ap.parse_args()
    if missing := [name for name in ("talks", "time-specs", "wikiwars") if not (args.shared / "data" / name).is_dir()]:
        sys.exit(f"no {', '.join(missing)} under {args.shared / 'data'}: give the shared folder with --shared")
    outcomes = [*talks(args.shared), *time_specs(args.shared)]
    for part in dict.fromkeys(part for part, _, _ in outcomes):
        kinds = [kind for p, kind, _ in outcomes if p == part]
        right, wrong = kinds.count("right"), kinds.count("wrong")
        print(f"{part:<22} {right:>4} of {len(kinds):>4} right = {100 * right / len(kinds):5.1f} %, {wrong:>3} wrong, the rest left open")
    for split, found, right, wanted, met in wikiwars(args.shared):
        precision, recall = 100 * right / max(found, 1), 100 * met / max(wanted, 1)
        print(f"{'wikiwars ' + split:<22} precision {precision:5.1f} %, recall {recall:5.1f} % of {wanted}")
    if args.misses:
        for part, kind, words in outcomes:
            if kind != "right":
                print(f"{part} · {kind} · {words}")


if __name__ == "__main__":
    main()
