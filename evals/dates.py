"""How often date expressions get the right days, and are found: python -m evals.dates --shared ../shared

With the gold expressions: the dates of the talks corpus, against `said` of statements and `when` of contacts; the time-specs
suite, as it stands and by our conventions within our scope (`evals/time_specs.py` says which and why); WikiWars and GUM, along
the text's own line of time, against the values that are days of the calendar. In running text: WikiWars, by overlap.
`--misses` lists what is wrong, `--scope` what is out of scope.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from evals import gold, time_specs
from evals.timex import NAMED, of_tei, of_timex2
from onrecord.model.entries import AHEAD
from onrecord.resolving.dates.calendar import find_expressions, interval
from onrecord.resolving.dates.days import Interval
from onrecord.resolving.dates.narrative import follow
from onrecord.resolving.dates.tenses import is_ahead

#: The set and part of an expression, whether it was resolved ("right", "wrong" or "none"), and words for people.
Outcome = tuple[str, str, str]
Ends = time_specs.Ends
Rows = list[dict[str, Any]]


class Answer(Protocol):
    """What resolves an expression: ours, or a peer's."""

    def __call__(self, expression: str, anchor: date, *, future: bool, context: date | None) -> Interval | None:
        """The days that an expression means."""


AGO = re.compile(r"\b(?:weeks?|months?|years?|decades?) (?:ago|earlier|later|before|after|previously|prior)\b", re.I)


def read_lines(path: Path) -> Rows:
    """The gold lines of a corpus."""
    with gzip.open(path, "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def _outcome(part: str, words: str, anchor: date, got: list[Ends | None], wanted: list[Ends]) -> Outcome:
    kind = "right" if any(g in wanted for g in got if g) else "wrong" if any(got) else "none"
    return part, kind, f"{words!r} on {anchor}: {next((g for g in got if g), None)}, not {wanted[0] if wanted else None}"


def _ends(found: Interval | None, latest: date | None = None) -> Ends | None:
    """The ends as text; what has been was over by the latest day."""
    if found is None:
        return None
    last = min(found.last, latest) if found.last and latest and not (found.first and found.first > latest) else found.last
    return [str(end) if end else None for end in (found.first, last)]


def talks(shared: Path, answer: Answer = interval) -> Iterator[Outcome]:
    """Each dated statement and contact by its first expression; "the next day" counts from the dated statement before it."""
    for split in ("train", "dev"):
        for file in sorted((shared / "data" / "talks" / split).glob("*.rep")):
            row = gold.load(file)
            text, day = row["text"], date.fromisoformat(row["published"][:10])
            dated = sorted((s for s in row["statements"] if s["when"]), key=lambda s: s["when"][0])
            context: date | None = None
            for s in dated:
                words = text[slice(*s["when"][0])]
                got = _ends(answer(words, day, future=False, context=context), day)
                yield _outcome(f"talks-{split} said", words, day, [got], [s["said"]])
                if s["said"][0] == s["said"][1]:
                    context = date.fromisoformat(s["said"][0])
            for c in row["contacts"]:
                if c["when_spans"] and c["when"]:
                    words, ahead = text[slice(*c["when_spans"][0])], c["status"] in AHEAD
                    got = _ends(answer(words, day, future=ahead, context=None), None if ahead else day)
                    yield _outcome(f"talks-{split} when", words, day, [got], [c["when"]])


def suite(cases: Rows) -> Iterator[tuple[str, date, dict[str, Any], str | None]]:
    """The expressions of time-specs: words, day of reference, what the suite wants, and why they are out of scope if they are."""
    for case in cases:
        for e in case["expected"]:
            yield case["input"][e["s"] : e["e"]], date.fromisoformat(case["reference"][:10]), e, time_specs.why_out(case, e)


def specs(cases: Rows, answer: Answer = interval) -> Iterator[Outcome]:
    """Each expression as the suite has it, and those in scope by our conventions.

    It is read looking back and ahead, and either is right, as the suite gives both where they differ; the text speaks of the day
    of reference.
    """
    for words, anchor, e, out in suite(cases):
        got = [_ends(answer(words, anchor, future=future, context=anchor)) for future in (False, True)]
        yield _outcome("time-specs as it stands", words, anchor, got, time_specs.strictly(e))
        if not out:
            yield _outcome("time-specs in scope", words, anchor, got, time_specs.by_our_conventions(words, anchor, e))


def values(name: str, rows: Rows) -> Iterator[Outcome]:
    """The values of WikiWars or GUM that are days of the calendar, with the gold expressions, along each text."""
    for row in rows:
        if "timex" in row:
            yield from _along(name, row, row["timex"], row["dct"], of_timex2)
        else:
            yield from _along(name, row, row["dates"], row["date"], of_tei)


def _along(
    part: str, row: dict[str, Any], marked: list[dict[str, Any]], anchor: str, value: Callable[[dict[str, Any]], Interval | None]
) -> Iterator[Outcome]:
    words = [row["text"][t["s"] : t["e"]] for t in marked]
    day = date.fromisoformat(anchor[:10])
    ahead = [is_ahead(row["text"], t["s"], t["e"]) for t in marked]
    for t, w, found in zip(marked, words, follow(words, day, ahead), strict=True):
        # The guide gives the days around "three weeks ago"; the corpora one of them.
        if (wanted := _ends(value(t))) and NAMED.search(w) and not AGO.search(w):
            yield _outcome(part, w, day, [_ends(found)], [wanted])


def found_in_text(rows: Rows) -> tuple[float, float, int]:
    """Precision and recall in percent of the expressions found in WikiWars, by overlap with the gold ones, and how many those are."""
    found = right = wanted = met = 0
    for row in rows:
        marked = [(t["s"], t["e"]) for t in row["timex"]]
        got = find_expressions(row["text"])
        found, wanted = found + len(got), wanted + len(marked)
        right += sum(any(a < d and c < b for c, d in marked) for a, b in got)
        met += sum(any(a < d and c < b for a, b in got) for c, d in marked)
    return 100 * right / max(found, 1), 100 * met / max(wanted, 1), wanted


def calendar_sets(shared: Path) -> Iterator[tuple[str, Rows]]:
    """Name and gold lines of each set whose expressions are resolved without a reader."""
    yield "time-specs", read_lines(shared / "data" / "time-specs" / "dates.jsonl.gz")
    for split in ("train", "test"):
        yield f"wikiwars-{split}-values", read_lines(shared / "data" / "wikiwars" / f"{split}.jsonl.gz")
    gum = {split: read_lines(shared / "data" / "gum" / f"{split}.jsonl.gz") for split in ("train", "dev")}
    yield from ((f"gum-{split}-values", rows) for split, rows in gum.items())
    yield "gum-news-values", [row for rows in gum.values() for row in rows if row["genre"] in ("news", "interview")]


def score_calendar(name: str, rows: Rows) -> dict[str, Any]:
    """One set's figures, in the form of the shared scorer's: the share of the expressions that get exactly the right days."""
    outcomes = list(specs(rows) if name == "time-specs" else values(name, rows))
    accuracy = {}
    for part in dict.fromkeys(part for part, _, _ in outcomes):
        kinds = [kind for p, kind, _ in outcomes if p == part]
        accuracy[part] = {"acc": round(100 * kinds.count("right") / len(kinds), 1), "n": len(kinds)}
    return {"reports": len(rows), "accuracy": accuracy}


def print_shares(outcomes: list[Outcome]) -> None:
    """For each set, how many came out right, wrong and not at all."""
    for part in dict.fromkeys(part for part, _, _ in outcomes):
        kinds = [kind for p, kind, _ in outcomes if p == part]
        right, wrong = kinds.count("right"), kinds.count("wrong")
        print(f"{part:<24} {right:>4} of {len(kinds):>4} right = {100 * right / len(kinds):5.1f} %, {wrong:>3} wrong, the rest left open")


def main() -> None:
    """Print the figures."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--misses", action="store_true", help="list the expressions that came out wrong or not at all")
    ap.add_argument("--scope", action="store_true", help="count the expressions of time-specs that are out of scope, by kind")
    args = ap.parse_args()
    if missing := [name for name in ("talks", "time-specs", "wikiwars", "gum") if not (args.shared / "data" / name).is_dir()]:
        sys.exit(f"no {', '.join(missing)} under {args.shared / 'data'}: give the shared folder with --shared")
    sets = dict(calendar_sets(args.shared))
    outcomes = [*talks(args.shared), *specs(sets["time-specs"])]
    outcomes += [outcome for name, rows in sets.items() if name != "time-specs" for outcome in values(name, rows)]
    print_shares(outcomes)
    for name, rows in sets.items():
        if name.startswith("wikiwars"):
            precision, recall, wanted = found_in_text(rows)
            print(f"{name.replace('values', 'found'):<24} precision {precision:5.1f} %, recall {recall:5.1f} % of {wanted}")
    if args.scope:
        for reason, n in Counter(out for *_, out in suite(sets["time-specs"]) if out).most_common():
            print(f"{n:>4} out of scope: {reason}")
    if args.misses:
        for part, kind, words in outcomes:
            if kind != "right":
                print(f"{part} · {kind} · {words}")


if __name__ == "__main__":
    main()
