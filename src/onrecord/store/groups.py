"""Groups across reports: entries that have changed are compared with those that could be the same, and parted anew.

A link says that two entries are tellings of one, and why; it is a matter of those two alone. Groups are a matter of the links between
them. So the record is the same whatever the order of its reports, and a new report costs no more than what it touches.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.store.database import Database

#: So many entries are compared together.
TOGETHER = 2000


@dataclass(frozen=True)
class Link:
    """Two entries that are tellings of one: how surely, in [0, 1], and why, in words."""

    a: str
    b: str
    score: float
    why: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.a >= self.b:
            raise ValueError(f"a link goes from the smaller id to the greater, not from {self.a} to {self.b}")


#: Ids of entries of one kind that have changed → every link of each of them.
Compare = Callable[[Database, Sequence[str]], Iterable[Link]]
#: Entries that links hold together, in the order of their ids, with the links → each entry's group, called by one of its members.
Part = Callable[[Sequence[str], Sequence[Link]], Mapping[str, str]]


@dataclass(frozen=True)
class Kind:
    """What is grouped: entries of a table, called by the column that has the group."""

    name: str
    table: str
    column: str


REPORTS = Kind("report", "reports", "original")
STATEMENTS = Kind("statement", "statements", "utterance")
CONTACTS = Kind("contact", "contacts", "occasion")


def regroup(db: Database, kind: Kind, compare: Compare, part: Part) -> None:
    """Compare the entries of a kind that have changed, and part all that hang together with them; the caller holds the transaction.

    Some are compared at a time, so that memory does not grow with them. An entry that is linked to one whose turn comes later is
    parted again then.

    Args:
        db: the record.
        kind: what is grouped.
        compare: finds the links of entries.
        part: makes groups of entries that links hold together.
    """
    while stale := [
        row["entry"] for row in db.rows("SELECT entry FROM stale WHERE kind = ? ORDER BY entry LIMIT ?", (kind.name, TOGETHER))
    ]:
        _regroup(db, kind, compare, part, stale)


def mark_stale(db: Database, kind: Kind, entries: Iterable[str]) -> None:
    """Have some entries of a kind compared again."""
    db.execute_many("INSERT INTO stale VALUES (?, ?) ON CONFLICT DO NOTHING", ((entry, kind.name) for entry in sorted(entries)))


def _regroup(db: Database, kind: Kind, compare: Compare, part: Part, stale: Sequence[str]) -> None:
    # What compares these may find that some of them have to be compared again.
    db.execute_many("DELETE FROM stale WHERE entry = ?", ((entry,) for entry in stale))
    near = {*stale, *_ends_of(db, stale)}
    drop_links(db, stale)
    write_links(db, compare(db, stale))
    tied = near & _ends_of(db, near)
    _write_groups(db, kind, {entry: entry for entry in near - tied})
    for members, held in _components(db, tied):
        _write_groups(db, kind, part(members, held))


def _write_groups(db: Database, kind: Kind, groups: Mapping[str, str]) -> None:
    """Keep the group of each of some entries, where it is another than before."""
    rows = db.rows_for(f"SELECT id, {kind.column} AS was FROM {kind.table} WHERE id IN (...)", sorted(groups))  # noqa: S608 - our own names
    changed = [(groups[row["id"]], row["id"]) for row in rows if row["was"] != groups[row["id"]]]
    db.execute_many(f"UPDATE {kind.table} SET {kind.column} = ? WHERE id = ?", changed)  # noqa: S608 - our own names


def write_links(db: Database, links: Iterable[Link]) -> None:
    """Keep links, in place of others between the same two."""
    rows = ((link.a, link.b, link.score, _dump(link.why)) for link in links)
    db.execute_many("INSERT INTO links VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET score = excluded.score, why = excluded.why", rows)


@lru_cache(maxsize=1024)
def _dump(why: tuple[str, ...]) -> str:
    return json.dumps(why, ensure_ascii=False)


def drop_links(db: Database, entries: Collection[str]) -> None:
    """Forget all links of some entries."""
    db.execute_many("DELETE FROM links WHERE a = ?", ((entry,) for entry in entries))
    db.execute_many("DELETE FROM links WHERE b = ?", ((entry,) for entry in entries))


def load_links(db: Database, entries: Iterable[str]) -> tuple[Link, ...]:
    """The links of some entries, each once, in the order of their ids."""
    found = _links_of(db, list(entries))
    return tuple(found[pair] for pair in sorted(found))


def _links_of(db: Database, entries: Sequence[str]) -> dict[tuple[str, str], Link]:
    """The two ends → the link between them."""
    return {
        (a, b): Link(a, b, score, _reasons(why))
        for end in "ab"
        for a, b, score, why in db.rows_for(f"SELECT a, b, score, why FROM links WHERE {end} IN (...)", entries)  # noqa: S608 - a or b
    }


def _ends_of(db: Database, entries: Collection[str]) -> set[str]:
    """Both ends of all links of some entries."""
    wanted = sorted(entries)
    return {
        entry
        for end in "ab"
        for row in db.rows_for(f"SELECT a, b FROM links WHERE {end} IN (...)", wanted)  # noqa: S608 - a or b
        for entry in row
    }


@lru_cache(maxsize=1024)
def _reasons(why: str) -> tuple[str, ...]:
    return tuple(json.loads(why))


def _components(db: Database, entries: Collection[str]) -> Iterator[tuple[list[str], list[Link]]]:
    """All entries that hang together with any of these, each lot with its links."""
    done: set[str] = set()
    for entry in sorted(entries):
        if entry in done:
            continue
        seen: set[str] = set()
        new = {entry}
        held: dict[tuple[str, str], Link] = {}
        while new:
            seen |= new
            links = _links_of(db, sorted(new))
            held |= links
            new = {end for pair in links for end in pair} - seen
        done |= seen
        yield sorted(seen), [held[pair] for pair in sorted(held)]
