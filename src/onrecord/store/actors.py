"""Actors: one row for each actor of each report, and clusters of rows that are the same actor in the record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Actor, Span
from onrecord.store.database import Database, Row
from onrecord.store.evidence import Evidence
from onrecord.store.words import WORDED

#: Actors of the record of which any report has a name, a party or a side of the user's file, with all the words asked for.
NAMED = f"""
    SELECT identity FROM ({WORDED}) AS called CROSS JOIN actors ON actors.name = called.text COLLATE NOCASE AND actors.name = called.text
    UNION SELECT actor FROM confirmed WHERE has_words(name, :{{0}})"""  # noqa: S608 - our own words
OF_PARTY = f"SELECT identity FROM ({WORDED}) AS called CROSS JOIN actors ON party = called.text"  # noqa: S608 - our own words
OF_SIDE = OF_PARTY.replace("ON party =", "ON side =")


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
    """The actor of this id, which must be in the record, by the name that a judgement gives it, without its mentions."""
    (row,) = db.rows("SELECT * FROM actors WHERE id = ?", (actor,))
    judged = db.rows("SELECT name FROM confirmed WHERE actor = ?", (actor,))
    found = _actor_of(row, {})
    return replace(found, name=judged[0]["name"] or found.name, confirmed=True) if judged else found


def load_all_actors(db: Database, ids: Iterable[str] | None = None) -> list[Actor]:
    """Actors of reports with the words of their mentions, all or those of some ids, in the order of their ids."""
    wanted = None if ids is None else set(ids)
    mentions: dict[str, dict[str, None]] = defaultdict(dict)
    for row in db.rows("SELECT entry, text FROM evidence WHERE role = 'mention'"):
        if wanted is None or row["entry"] in wanted:
            mentions[row["entry"]][row["text"]] = None
    rows = db.rows("SELECT * FROM actors ORDER BY id")
    spans = {key: tuple(Span(0, len(text), text) for text in texts) for key, texts in mentions.items()}
    return [replace(_actor_of(row, {}), mentions=spans.get(row["id"], ())) for row in rows if wanted is None or row["id"] in wanted]


def load_clusters(db: Database, report: str) -> dict[str, str]:
    """Actor id in a report → id of the same actor in the record."""
    return {row["id"]: row["identity"] for row in db.rows("SELECT id, identity FROM actors WHERE report = ?", (report,))}


def load_confirmed(db: Database, report: str) -> frozenset[str]:
    """The ids, in the record, of the actors of a report on which a judgement stands."""
    rows = db.rows("SELECT actor FROM confirmed WHERE actor IN (SELECT identity FROM actors WHERE report = ?)", (report,))
    return frozenset(row["actor"] for row in rows)


def _actor_of(row: Row, evidence: Evidence) -> Actor:
    return Actor(
        **{key: row[key] for key in ("id", "name", "type", "role", "party", "side")},
        mentions=evidence.get((row["id"], "mention", 0), ()),
        why=tuple(json.loads(row["why"])),
    )
