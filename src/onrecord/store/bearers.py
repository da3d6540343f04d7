"""What actors of reports are compared by: profiles, the bearers of names, and the keys by which names find each other.

Profiles are JSON here; what they mean is a matter of those who compare them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Actor, Span
from onrecord.store.database import Database, Row

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


# Profiles of actors


def new_actors(db: Database, most: int) -> list[Actor]:
    """Some actors that have no profile and stand for nobody, with the words of their mentions."""
    rows = db.rows("SELECT id, report, name, type, role, party FROM actors WHERE found IS NULL AND profile IS NULL LIMIT ?", (most,))
    words: dict[str, list[Span]] = defaultdict(list)
    for row in db.rows(
        """SELECT DISTINCT entry, text FROM json_each(?) AS wanted CROSS JOIN evidence
           ON evidence.report = wanted.value ->> 0 AND entry = wanted.value ->> 1 AND role = 'mention'""",
        (json.dumps([(row["report"], row["id"]) for row in rows]),),
    ):
        words[row["entry"]].append(Span(0, len(row["text"]), row["text"]))
    return [Actor(row["id"], row["name"], row["type"], row["role"], row["party"], tuple(words[row["id"]])) for row in rows]


def write_profiles(db: Database, told: Mapping[str, Iterable[str]]) -> None:
    """Keep what reports tell of actors: a profile each, with the actors that have it."""
    db.execute_many("INSERT INTO profiles (told) VALUES (?) ON CONFLICT DO NOTHING", ((one,) for one in told))
    rows = ((one, actor) for one, actors in told.items() for actor in actors)
    db.execute_many("UPDATE actors SET profile = (SELECT number FROM profiles WHERE told = ?) WHERE id = ?", rows)


def changed_profiles(db: Database) -> list[Row]:
    """The profiles that more or fewer actors have than when they were last looked at."""
    return db.rows("SELECT * FROM profiles WHERE changed = 1 ORDER BY number")


def orphaned_profiles(db: Database) -> list[int]:
    """The profiles of actors for whom nobody stands: those that are new, and those that lost who stood for them."""
    return [row["profile"] for row in db.rows("SELECT DISTINCT profile FROM actors WHERE found IS NULL AND profile IS NOT NULL")]


def profiles_by(db: Database, column: str, values: Iterable[Any]) -> list[Row]:
    """The profiles whose number, name or bearer is one of some values, in the order of their numbers."""
    rows = db.rows_for(f"SELECT * FROM profiles WHERE {column} IN (...)", values)  # noqa: S608 - our own names
    return sorted(rows, key=lambda row: int(row["number"]))


def settle_profile(db: Database, number: int, settled: str, name: str | None) -> None:
    """Keep what a profile is as the whole record knows it, and the name that it is found by."""
    db.execute("UPDATE profiles SET settled = ?, name = ?, bearer = NULL WHERE number = ?", (settled, name, number))


def move_profiles(db: Database, bearers: Mapping[int, str]) -> None:
    """Keep who bears the name of profiles."""
    db.execute_many("UPDATE profiles SET bearer = ? WHERE number = ?", ((bearer, number) for number, bearer in bearers.items()))


def drop_profiles(db: Database, numbers: Iterable[int]) -> None:
    """Forget profiles that no actor has any more."""
    db.execute_many("DELETE FROM profiles WHERE number = ?", ((number,) for number in numbers))


def keep_changes(db: Database) -> None:
    """Note that all profiles have been looked at."""
    db.execute("UPDATE profiles SET changed = 0 WHERE changed = 1")


def first_actor(db: Database, profile: int) -> str:
    """The smallest id of an actor with a profile."""
    ((first,),) = db.rows("SELECT min(id) FROM actors WHERE profile = ?", (profile,))
    return str(first)


# Facts


@dataclass(frozen=True)
class StoredFacts:
    """What the profiles of a record tell, or what they ask for."""

    db: Database
    asked: bool = False

    def has(self, key: str) -> bool:
        """Whether any profile tells this."""
        return bool(self.db.rows("SELECT 1 FROM facts WHERE asked = ? AND key = ? LIMIT 1", (self.asked, key)))

    def starting(self, beginning: str) -> Sequence[str]:
        """The keys that begin so, in order, each once."""
        rows = self.db.rows(
            "SELECT DISTINCT key FROM facts WHERE asked = ? AND key >= ? AND key < ? ORDER BY key",
            (self.asked, beginning, beginning + "\U0010ffff"),
        )
        return [row["key"] for row in rows]

    def profiles(self, keys: Iterable[str]) -> set[int]:
        """The profiles that tell any of these."""
        rows = self.db.rows(
            "SELECT profile FROM json_each(?) CROSS JOIN facts ON asked = ? AND facts.key = value", (json.dumps(sorted(keys)), self.asked)
        )
        return {row["profile"] for row in rows}

    def change(self, new: Mapping[int, Iterable[str]], gone: Mapping[int, Iterable[str]]) -> set[str]:
        """Keep what some profiles tell, and forget what others told; returns what none told before, and what none tells any more."""
        touched = json.dumps(sorted({key for told in (new, gone) for keys in told.values() for key in keys}))
        before = self._told(touched)
        for sql, told in (
            ("DELETE FROM facts WHERE asked = ? AND key = ? AND profile = ?", gone),
            ("INSERT INTO facts VALUES (?, ?, ?) ON CONFLICT DO NOTHING", new),
        ):
            self.db.execute_many(sql, ((self.asked, key, profile) for profile, keys in told.items() for key in keys))
        return before ^ self._told(touched)

    def _told(self, keys: str) -> set[str]:
        sql = "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM facts WHERE asked = ? AND facts.key = value)"
        return {row["value"] for row in self.db.rows(sql, (keys, self.asked))}


# Bearers


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


def names_of_keys(db: Database, keys: Iterable[str]) -> list[str]:
    """The names that have any of some keys."""
    return sorted({row["name"] for row in db.rows_for("SELECT name FROM name_keys WHERE key IN (...)", sorted(keys))})


def some_names(db: Database, keys: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each of some keys with names that have it, some at a time, for those who need not see them all; a name can come twice."""
    for key in sorted(keys):
        last = ""
        while rows := db.rows("SELECT name FROM name_keys WHERE key = ? AND name > ? ORDER BY name LIMIT ?", (key, last, SOME)):
            yield key, [row["name"] for row in rows]
            last = rows[-1]["name"]
            if len(rows) < SOME:
                break


def near_names(db: Database, name: str, keys: Iterable[str], largest: int) -> set[str]:
    """The names that a name is compared with, itself among them.

    Args:
        db: the record.
        name: the name.
        keys: its blocks.
        largest: of larger blocks than this, only so many neighbours are near, half of them on either side.
    """
    out = {name}
    for key in keys:
        block = db.rows("SELECT name FROM name_keys WHERE key = ? LIMIT ?", (key, largest + 1))
        if len(block) > largest:
            out.update(*_neighbours(db, key, name, largest // 2))
        else:
            out.update(row["name"] for row in block)
    return out


def write_keys(db: Database, name: str, old: Iterable[str], new: Iterable[str]) -> None:
    """Keep the keys of a name in place of those it had."""
    db.execute_many("DELETE FROM name_keys WHERE key = ? AND name = ?", ((key, name) for key in set(old) - set(new)))
    db.execute_many("INSERT INTO name_keys VALUES (?, ?) ON CONFLICT DO NOTHING", ((key, name) for key in sorted(set(new) - set(old))))


def pairs_between(db: Database, key: str, name: str, largest: int) -> Iterator[tuple[str, str]]:
    """Other names of a block that are near each other with a name and not without it, or the other way round; see `near_names`."""
    rows = db.rows("SELECT name FROM name_keys WHERE key = ? AND name != ? ORDER BY name LIMIT ?", (key, name, largest + 1))
    half = largest // 2
    if len(rows) > largest:
        before, after = _neighbours(db, key, name, half)
        yield from ((a, after[half - 1 - n]) for n, a in enumerate(before) if half - 1 - n < len(after))
    elif len(rows) == largest:
        ordered = sorted([*(row["name"] for row in rows), name])
        for n, a in enumerate(ordered):
            yield from ((a, b) for b in ordered[n + 1 + half :] if name not in (a, b))


def _neighbours(db: Database, key: str, name: str, most: int) -> tuple[list[str], list[str]]:
    """The names before and after a name in a block, the nearest first."""
    before = db.rows("SELECT name FROM name_keys WHERE key = ? AND name < ? ORDER BY name DESC LIMIT ?", (key, name, most))
    after = db.rows("SELECT name FROM name_keys WHERE key = ? AND name > ? ORDER BY name LIMIT ?", (key, name, most))
    return [row["name"] for row in before], [row["name"] for row in after]


# Who stands for whom


def stand_alone(db: Database, actors: Iterable[str]) -> None:
    """Let actors stand each for itself."""
    db.execute_many("UPDATE actors SET found = id, cluster = id WHERE id = ?", ((actor,) for actor in actors))


def scatter(db: Database, profile: int, new_only: bool) -> None:
    """Let all actors with a profile stand each for itself; `new_only` leaves alone those for whom somebody stands."""
    left = "found IS NULL" if new_only else "found IS NOT id"
    db.execute(f"UPDATE actors SET found = id, cluster = id WHERE profile = ? AND {left}", (profile,))  # noqa: S608 - our own words


def write_head(db: Database, profiles: Sequence[int], head: str) -> None:
    """Let one actor stand for all with some profiles; looks at none for whom it stands already."""
    others: Counter[str] = Counter()
    for profile in profiles:
        for side in "<>":
            sql = f"SELECT found, count(*) AS number FROM actors WHERE profile = ? AND found {side} ? GROUP BY found"  # noqa: S608 - ours
            others.update({row["found"]: row["number"] for row in db.rows(sql, (profile, head))})
    if renamed := _renamed(db, others):
        db.execute("INSERT INTO renamed VALUES (?, ?)", (renamed, head))
    for profile in profiles if others else ():
        for side in "<>":
            sql = f"UPDATE actors SET found = :head, cluster = :head WHERE profile = :profile AND found {side} :head"  # noqa: S608 - ours
            db.execute(sql, {"profile": profile, "head": head})
    db.execute_many("UPDATE actors SET found = ?1, cluster = ?1 WHERE profile = ?2 AND found IS NULL", ((head, one) for one in profiles))
    if renamed:
        db.execute("DELETE FROM renamed")


def _renamed(db: Database, others: Mapping[str, int]) -> str | None:
    """Of actors who stood for some that another stands for now, one who stood for no more than those, and for the most."""
    for head in sorted(others, key=lambda head: (-others[head], head)):
        ((number,),) = db.rows("SELECT count(*) FROM actors WHERE found = ?", (head,))
        if number == others[head] and not db.rows("SELECT 1 FROM judged WHERE found = ? LIMIT 1", (head,)):
            return head
    return None
