from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evals.figures import FLOORS, gold_rows
from training.data import REPORTS

ROWS = gold_rows(REPORTS)


def names(rows: Iterable[dict[str, Any]]) -> set[str]:
    return {actor["name"] for row in rows for actor in row["actors"].values() if actor["type"] in ("person", "country", "outlet")}


def test_every_report_keeps_the_rules_of_the_format() -> None:
    assert len(ROWS) == len(list(Path(REPORTS).glob("*.rep"))) > 200


def test_contents_overlap_only_where_one_statement_stands_inside_another() -> None:
    for row in ROWS:
        outer = {s["id"]: s["inside"] for s in row["statements"]}
        for s in row["statements"]:
            for other in row["statements"]:
                if (
                    s["id"] < other["id"]
                    and s["content"] != other["content"]
                    and any(a < d and c < b for a, b in s["content"] for c, d in other["content"])
                ):
                    assert s["id"] in chain(outer, other["id"]) or other["id"] in chain(outer, s["id"]), (row["id"], s["id"], other["id"])


def chain(outer: dict[str, str | None], one: str) -> list[str]:
    found = []
    while above := outer[one]:
        found.append(above)
        one = above
    return found


def test_nobody_of_them_is_in_the_sets_that_measure() -> None:
    measured = [row for name in ("sample", "forms") for row in gold_rows(FLOORS.parent / name)]
    assert not names(ROWS) & names(measured)
