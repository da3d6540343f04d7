"""Profiles: what reports tell of actors, each once, and who stands for the actors that have them.

A profile is JSON here; what it means is a matter of those who compare them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model import Actor, Span
from onrecord.store.database import Database, Row


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


# Who stands for the actors that have them


def first_actor(db: Database, profile: int) -> str:
    """The smallest id of an actor with a profile."""
    ((first,),) = db.rows("SELECT min(id) FROM actors WHERE profile = ?", (profile,))
    return str(first)


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
