"""Date expressions beside dateparser, on the same cases: uv run --group peers python -m bench.dates --shared ../shared

The cases are those of `evals/dates.py` that need no line of time: the talks corpus and the time-specs suite. dateparser gives a
moment and its period; the day, week, month or year around it is taken for its interval. It is told the day of reference, and which
way to look.
"""

from __future__ import annotations

import argparse
import re
import time
from datetime import date, datetime
from pathlib import Path

from evals.dates import Outcome, calendar_sets, print_shares, specs, talks
from onrecord.resolving.dates import days
from onrecord.resolving.dates.calendar import interval
from onrecord.resolving.dates.days import Interval

#: What dateparser does not take with an expression.
PREPOSITION = re.compile(
    r"^(?:(?:late|early|later|earlier|just|only) )?(?:on|in|at|by|for|from|of|over|during|until|since)\s+(?:the\s+)?", re.I
)


def by_dateparser(expression: str, anchor: date, *, future: bool, context: date | None) -> Interval | None:  # noqa: ARG001
    """What dateparser makes of an expression, with its preposition or without; it knows of no day that the text spoke of."""
    from dateparser.date import DateDataParser

    settings = {"RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day), "PREFER_DATES_FROM": "future" if future else "past"}  # noqa: DTZ001
    parser = DateDataParser(languages=["en"], settings=settings)
    found = parser.get_date_data(expression)
    if found.date_obj is None:
        found = parser.get_date_data(PREPOSITION.sub("", expression))
    if found.date_obj is None:
        return None
    at = found.date_obj.date()
    if found.period == "week":
        return days.week(at)
    if found.period == "month":
        return days.month(at.year, at.month)
    return days.year(at.year) if found.period == "year" else days.day(at)


def main() -> None:
    """Print the figures of both."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    args = ap.parse_args()
    cases = dict(calendar_sets(args.shared))["time-specs"]
    for name, answer in (("onrecord", interval), ("dateparser", by_dateparser)):
        begin = time.perf_counter()
        outcomes: list[Outcome] = [*talks(args.shared, answer), *specs(cases, answer)]
        print(f"{name}: {time.perf_counter() - begin:.1f} s")
        print_shares(outcomes)


if __name__ == "__main__":
    main()
