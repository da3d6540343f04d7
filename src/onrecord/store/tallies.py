"""Tallies: how many entries are chosen, of what kinds, and of which days."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.store.database import Database
from onrecord.store.listing import Choice, Listing, narrow

#: Facets are counted over so many entries, the latest; more than these are not counted.
COUNTED = 1_000
#: So many values of a facet are shown.
VALUES = 12


@dataclass(frozen=True)
class Value:
    """One value of a facet, what it is called, and how many entries have it."""

    value: str
    label: str
    count: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"value": self.value, "label": self.label, "count": self.count}


@dataclass(frozen=True)
class Tally:
    """How many entries are chosen, and of what kinds they are; if not `whole`, those of the latest days alone are counted."""

    total: int
    whole: bool
    facets: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        facets = {name: [value.to_json() for value in values] for name, values in self.facets.items()}
        return {"total": self.total, "whole": self.whole, "facets": facets}


def find_latest(db: Database, listing: Listing, choice: Choice) -> tuple[int, ...]:
    """The numbers of the entries that are chosen, the latest day first: all, or one more than are counted.

    Raises:
        QueryError: a choice cannot be understood.
    """
    where, values = narrow(db, listing, choice)
    some = f"SELECT number FROM {listing.table} WHERE {where} ORDER BY {listing.day} DESC, number DESC LIMIT :most"  # noqa: S608 - our own
    return tuple(row["number"] for row in db.rows(some, {**values, "most": COUNTED + 1}))


def count_entries(db: Database, listing: Listing, numbers: Sequence[int], whole: bool = True) -> Tally:
    """How many of some entries there are of each value of every facet.

    Args:
        db: the record.
        listing: which entries.
        numbers: those that are chosen, or the first of them.
        whole: whether these are all that are chosen, if they are no more than are counted.
    """
    columns = ", ".join(f"{sql} AS {name}" for name, sql in listing.facets.items())
    rows = db.rows(
        f"""SELECT {listing.table}.id AS id, {columns} FROM json_each(:numbers) AS chosen
            CROSS JOIN {listing.table} ON {listing.table}.number = chosen.value {listing.joins}""",  # noqa: S608 - our own names
        {"numbers": json.dumps(numbers[:COUNTED])},
    )
    facets = {name: _sort_counts(Counter(row[name] for row in rows)) for name in listing.facets}
    ids = json.dumps([row["id"] for row in rows]) if listing.parties else ""
    for name, sql in listing.parties.items():
        facets[name] = _sort_counts({row["value"]: row["n"] for row in db.rows(sql, {"ids": ids})})
    names = load_names(db, [value for name in ("speaker", "actor") for value, _ in facets.get(name, [])])
    return Tally(
        len(rows),
        whole and len(numbers) <= COUNTED,
        {name: tuple(Value(value, names.get(value, value), n) for value, n in counts) for name, counts in facets.items()},
    )


def count_days(db: Database, listing: Listing, choice: Choice) -> dict[str, int]:
    """How many of the entries that are chosen have each day, in ISO 8601, as the first that is known; in the order of days."""
    where, values = narrow(db, listing, choice, all_of_it=True)
    name = next(iter(values), "")
    if len(values) <= 1 and name in ("", *listing.tallied):
        fits = listing.clauses[name] if name else "true"
        rows = db.rows(
            f"""SELECT day, sum(n) AS n FROM (
                    SELECT day, n FROM tallies WHERE (entries, name, value) = (:entries, :name, :value) UNION ALL
                    SELECT {listing.day}, -count(*) FROM {listing.table} WHERE {listing.gone} AND ({fits}) GROUP BY 1)
                WHERE day > '' GROUP BY day HAVING sum(n) > 0 ORDER BY day""",  # noqa: S608 - our own names
            {**values, "entries": listing.table, "name": name, "value": values.get(name, "")},
        )
    else:
        rows = db.rows(
            f"""SELECT {listing.day} AS day, count(*) AS n FROM {listing.table} WHERE {where} AND {listing.day} > ''
                GROUP BY {listing.day} ORDER BY {listing.day}""",  # noqa: S608 - our own names
            values,
        )
    return {row["day"]: row["n"] for row in rows}


def load_names(db: Database, ids: Sequence[str]) -> dict[str, str]:
    """What actors of the record are called, by their ids."""
    return {row["actor"]: row["name"] for row in db.rows_for("SELECT actor, name FROM identities WHERE actor IN (...)", ids)}


def _sort_counts(counts: Mapping[str | None, int]) -> list[tuple[str, int]]:
    known = [(value, n) for value, n in counts.items() if value is not None]
    return sorted(known, key=lambda one: (-one[1], one[0]))[:VALUES]
