"""Actors: one row for each actor of each report, and clusters of rows that are the same actor in the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.model import Actor
from onrecord.store.database import Database, Row
from onrecord.store.evidence import Evidence

Merge = Callable[[Sequence[Actor]], Mapping[str, str]]

#: Actors whose cluster has a name, or a party, with all the words asked for.
NAMED = "SELECT id FROM actors WHERE identity IN (SELECT identity FROM actors WHERE has_words(name, :{0}))"
OF_PARTY = "SELECT id FROM actors WHERE identity IN (SELECT identity FROM actors WHERE has_words(party, :{0}))"


def write_actors(db: Database, report: str, actors: Iterable[Actor]) -> None:
    """Keep the actors of a report."""
    db.execute_many(
        "INSERT INTO actors (id, report, name, type, role, party, side, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ((a.id, report, a.name, a.type, a.role, a.party, a.side, json.dumps(a.why, ensure_ascii=False)) for a in actors),
    )


def load_actors(db: Database, report: str, evidence: Evidence) -> tuple[Actor, ...]:
    """The actors of a report, each with its id in that report."""
    return tuple(_actor_of(row, evidence) for row in db.rows("SELECT * FROM actors WHERE report = ? ORDER BY number", (report,)))


def load_actor(db: Database, actor: str) -> Actor:
    """The actor of this id, which must be in the record, without its mentions."""
    (row,) = db.rows("SELECT * FROM actors WHERE id = ?", (actor,))
    return _actor_of(row, {})


def cluster_actors(db: Database, merge: Merge) -> None:
    """Compare all actors of the record by `merge` and keep which of them are the same, if there are any new ones."""
    if not db.rows("SELECT 1 FROM actors WHERE cluster IS NULL LIMIT 1"):
        return
    clusters = merge([_actor_of(row, {}) for row in db.rows("SELECT * FROM actors ORDER BY id")])
    db.execute_many("UPDATE actors SET cluster = ? WHERE id = ?", ((cluster, actor) for actor, cluster in clusters.items()))


def load_clusters(db: Database, report: str) -> dict[str, str]:
    """Actor id in a report → id of the same actor in the record."""
    return {row["id"]: row["identity"] for row in db.rows("SELECT id, identity FROM actors WHERE report = ?", (report,))}


def _actor_of(row: Row, evidence: Evidence) -> Actor:
    return Actor(
        **{key: row[key] for key in ("id", "name", "type", "role", "party", "side")},
        mentions=evidence.get((row["id"], "mention", 0), ()),
        why=tuple(json.loads(row["why"])),
    )
