"""The bearers of names, and the keys by which names find each other; profiles are JSON here."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from onrecord.store.database import Database

#: So many names are looked at together.
SOME = 100


@dataclass(frozen=True)
class Kept:
    """One of those who bear a name: `core` stands for those that joined by themselves, `cluster` for all that are one actor."""

    id: str
    name: str
    profile: str
    alone: bool
    scattered: bool = False
    core: str | None = None
    cluster: str | None = None


def load_bearers(db: Database, column: str, values: Iterable[str]) -> list[Kept]:
    """The bearers whose id, name, core or cluster is one of some values, in the order of their ids."""
    found = {row["id"]: row for row in db.rows_for(f"SELECT * FROM bearers WHERE {column} IN (...)", values)}  # noqa: S608 - our own names
    return [
        Kept(key, row["name"], row["profile"], bool(row["alone"]), bool(row["scattered"]), row["core"], row["cluster"])
        for key, row in sorted(found.items())
    ]


def write_bearers(db: Database, old: Collection[Kept], new: Collection[Kept]) -> None:
    """Keep those who bear a name in place of those who did."""
    db.execute_many("DELETE FROM bearers WHERE id = ?", ((key,) for key in {one.id for one in old} - {one.id for one in new}))
    db.execute_many(
        """INSERT INTO bearers (id, name, profile, alone, core) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET profile = excluded.profile""",
        ((one.id, one.name, one.profile, one.alone, one.core) for one in new),
    )


def place_bearer(db: Database, bearer: Kept) -> None:
    """Keep which actor of the record a bearer is."""
    values = (bearer.scattered, bearer.core, bearer.cluster, bearer.id)
    db.execute("UPDATE bearers SET scattered = ?, core = ?, cluster = ? WHERE id = ?", values)


# Keys


def names_of_keys(db: Database, keys: Iterable[str]) -> dict[str, list[str]]:
    """The names that have any of some keys, each with those that it has."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, name in db.rows_for("SELECT key, name FROM name_keys WHERE key IN (...)", sorted(keys)):
        found[name].append(key)
    return found


def some_names(db: Database, keys: Iterable[str]) -> Iterator[dict[str, list[str]]]:
    """Each of some keys with names that have it, some of each at a time, for those who need not see them all; a name can come twice."""
    after = dict.fromkeys(keys, "")
    while after:
        rows = db.rows(
            """SELECT wanted.key, (SELECT json_group_array(name) FROM (SELECT name FROM name_keys WHERE name_keys.key = wanted.key
                                   AND name > wanted.value ORDER BY name LIMIT ?)) AS names
               FROM json_each(?) AS wanted""",
            (SOME, json.dumps(after, sort_keys=True)),
        )
        found = {row["key"]: json.loads(row["names"]) for row in rows}
        yield found
        after = {key: max(names) for key, names in found.items() if len(names) == SOME}


def near_names(db: Database, name: str, keys: Iterable[str], largest: int) -> set[str]:
    """The names that a name is compared with, itself among them.

    Args:
        db: the record.
        name: the name.
        keys: its blocks.
        largest: of larger blocks than this, only so many neighbours are near, half of them on either side.
    """
    out = {name}
    for before, after in _blocks(db, name, keys, largest):
        is_large = len(before) + len(after) >= largest
        out.update(*((before[: largest // 2], after[: largest // 2]) if is_large else (before, after)))
    return out


def write_keys(db: Database, name: str, old: Iterable[str], new: Iterable[str]) -> None:
    """Keep the keys of a name in place of those it had."""
    db.execute_many("DELETE FROM name_keys WHERE key = ? AND name = ?", ((key, name) for key in set(old) - set(new)))
    db.execute_many("INSERT INTO name_keys VALUES (?, ?) ON CONFLICT DO NOTHING", ((key, name) for key in sorted(set(new) - set(old))))


def pairs_between(db: Database, name: str, keys: Iterable[str], largest: int) -> Iterator[tuple[str, str]]:
    """Other names of some blocks that are near each other with a name and not without it, or the other way round; see `near_names`."""
    half = largest // 2
    for before, after in _blocks(db, name, keys, largest + 1):
        if len(before) + len(after) > largest:
            yield from ((a, after[half - 1 - n]) for n, a in enumerate(before[:half]) if half - 1 - n < len(after))
        elif len(before) + len(after) == largest:
            ordered = [*reversed(before), name, *after]
            for n, a in enumerate(ordered):
                yield from ((a, b) for b in ordered[n + 1 + half :] if name not in (a, b))


def _blocks(db: Database, name: str, keys: Iterable[str], most: int) -> Iterator[tuple[list[str], list[str]]]:
    """For each of some blocks the names before and after a name, the nearest first, so many of either at most."""
    rows = db.rows(
        """SELECT (SELECT group_concat(name, char(10)) FROM (SELECT name FROM name_keys WHERE key = value AND name < ?1
                   ORDER BY name DESC LIMIT ?2)) AS before,
                  (SELECT group_concat(name, char(10)) FROM (SELECT name FROM name_keys WHERE key = value AND name > ?1
                   ORDER BY name LIMIT ?2)) AS after
           FROM json_each(?3)""",
        (name, most, json.dumps(sorted(keys))),
    )
    for row in rows:
        before, after = (row[side].split("\n") if row[side] else [] for side in ("before", "after"))
        yield sorted(before, reverse=True), sorted(after)
