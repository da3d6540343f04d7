"""How far reviewers agree: Krippendorff's alpha for nominal data, over whether entries stand and over each of their fields."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model.decisions import Decision, essence
from onrecord.store.database import Database
from onrecord.store.decisions import list_decisions

#: The row that says whether reviewers keep an entry, in the place of a field.
STANDS = "stands"


@dataclass(frozen=True)
class Measured:
    """Agreement on one field: over `units` entries with values of two reviewers or more.

    `alpha` is Krippendorff's, 1 for full agreement, 0 for that of chance; None if it is not defined, because all values are the
    same or there are none. `same` is the share of pairs of values that are the same, None without pairs.
    """

    kind: str
    field: str
    units: int
    alpha: float | None
    same: float | None

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return dict(vars(self))


def measure_agreement(db: Database, blind: bool = False) -> tuple[Measured, ...]:
    """Agreement of the last decisions of all reviewers, on entries that are in the record.

    Whether an entry stands is yes for confirmed and corrected, no for rejected; who is unsure gives no value. Fields count for those
    who keep the entry. What settles a dispute does not count: it was made by somebody who saw both.

    Args:
        db: the record.
        blind: whether only decisions count that were made without seeing those of others.
    """
    entries: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    where = "number IN (SELECT decision FROM decided WHERE entry IS NOT NULL)"
    owner = {row["decision"]: row["entry"] for row in db.rows("SELECT decision, entry FROM decided WHERE entry IS NOT NULL")}
    for decision in list_decisions(db, where):
        if decision.verdict != "unsure" and not decision.settles and decision.kind and (decision.blind or not blind):
            entries[decision.kind, owner[decision.number]].append(decision)
    units: dict[tuple[str, str], list[list[str]]] = defaultdict(list)
    for (kind, _), decisions in entries.items():
        latest = list({decision.by: decision for decision in decisions}.values())
        if len(latest) > 1:
            units[kind, STANDS].append([str(decision.decided is not None) for decision in latest])
            kept = [decision.decided for decision in latest if decision.decided is not None]
            for name in kept[0] if len(kept) > 1 else ():
                units[kind, name].append([json.dumps(essence(values.get(name)), sort_keys=True, default=str) for values in kept])
    return tuple(Measured(kind, name, len(rows), compute_alpha(rows), share_same(rows)) for (kind, name), rows in units.items())


def compute_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data; None if it is not defined.

    Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section C.

    Args:
        units: for each thing that was judged, the values that it was given, by any number of people.
    """
    totals: Counter[str] = Counter()
    differing = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        totals.update(counts)
        pairs = len(values) ** 2 - sum(n * n for n in counts.values())
        differing += pairs / (len(values) - 1)
    n = sum(totals.values())
    expected = n * n - sum(count * count for count in totals.values())
    return 1 - (n - 1) * differing / expected if expected else None


def share_same(units: Iterable[Sequence[str]]) -> float | None:
    """The share of pairs of values of one unit that are the same; None if there are no pairs."""
    pairs = same = 0
    for values in units:
        pairs += len(values) * (len(values) - 1) // 2
        same += sum(n * (n - 1) // 2 for n in Counter(values).values())
    return same / pairs if pairs else None
