"""Build `src/onrecord/resolving/data/offices.csv.gz`, who held which office when, from the offices table (CC0 rows only).

python -m training.offices ../shared/data/offices/offices.csv
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path

from onrecord.resolving.names.names import compare_people, fold

TARGET = Path(__file__).parent.parent / "src/onrecord/resolving/data/offices.csv.gz"
LICENCE = "CC0"
#: Names in other scripts, and names that the source's program cut out of a sentence.
UNREADABLE = re.compile(r"[^\x00-\u024f\u1e00-\u1eff’]|\d|/|\b(?:Republic|Homeland|Minister|King Sultan|Polynesia)\b")
#: What stands before or after a name in the source: a state, a title of nobility, a kingdom.
AROUND = re.compile(
    r"^Swiss Confederation |,? (?:\d\w+ )?(?:Baron|Baroness|Lord|Lady|Viscount|Earl|Prince) .*|, [JS]r\.?$| of [A-Z].*$| \"[^\"]*\""
)
#: Likeness in [0, 1] of whole names, and of their last and first words.
ONE, NEAR_LAST, NEAR_FIRST = 0.85, 0.85, 0.6
COLUMNS = ("country", "office", "name", "aliases", "start", "end", "confirmed")


def main(source: str) -> None:
    with Path(source).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["licence"] == LICENCE]
    table = sorted({_row(row) for row in rows if _is_clear(row)})
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([COLUMNS, *table])
    TARGET.write_bytes(gzip.compress(out.getvalue().encode(), 9, mtime=0))
    print(f"{len(table)} of {len(rows)} rows, {TARGET.stat().st_size:,} bytes, last confirmed {max(row[-1] for row in table)}")


def _row(row: Mapping[str, str]) -> tuple[str, ...]:
    """A row by the country's code, or its name if it has none; empty for bodies of many countries.

    `end` is the last day that the source states or that a successor's start tells; without it the office is known to be held up to
    `confirmed` only. The day by which somebody was gone says nothing of the days before, and is left out.
    """
    name, *aliases = _names(row)
    confirmed = "" if row["end"] else row["confirmed_until"]
    return row["iso2"] or row["country"], row["office"], name, "|".join(aliases), row["start"], row["end"], confirmed


def _names(row: Mapping[str, str]) -> list[str]:
    found = [AROUND.sub("", name) for name in (row["name"], *row["aliases"].split("|")) if name]
    return list(dict.fromkeys(name for name in found if not UNREADABLE.search(name)))


def _is_clear(row: Mapping[str, str]) -> bool:
    """Whether a row says since when, and its names are of one person: the source has brought some namesakes together."""
    names = [] if UNREADABLE.search(row["name"]) else _names(row)
    return bool(row["start"] and names) and all(_are_one(names[0], alias) for alias in names[1:])


def _are_one(a: str, b: str) -> bool:
    """Whether two spellings can be one person's: alike, one a part of the other, or first and last word nearly the same."""
    x, y = fold(a), fold(b)
    if compare_people(a, b).score >= ONE or set(x) <= set(y) or set(y) <= set(x):
        return True
    return SequenceMatcher(None, x[-1], y[-1]).ratio() >= NEAR_LAST and SequenceMatcher(None, x[0], y[0]).ratio() >= NEAR_FIRST


if __name__ == "__main__":
    main(sys.argv[1])
