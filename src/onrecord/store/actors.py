"""Actors: one row for each actor of each report, and clusters of rows that are the same actor in the record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Actor, Span
from onrecord.model.span import Spans
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
    rows = db.rows("SELECT * FROM actors WHERE report = ? ORDER BY number", (report,))
    return tuple(actor_of(row, evidence.get((row["id"], "mention", 0), ())) for row in rows)


def load_actor(db: Database, actor: str) -> Actor:
    """The actor of this id, which must be in the record, by the name that a judgement gives it, without its mentions."""
    (row,) = db.rows("SELECT * FROM actors WHERE id = ?", (actor,))
    judged = db.rows("SELECT name FROM confirmed WHERE actor = ?", (actor,))
    found = actor_of(row)
    return replace(found, name=judged[0]["name"] or found.name, confirmed=True) if judged else found


def load_own_actors(db: Database, ids: Iterable[str]) -> dict[str, Actor]:
    """Id of an actor of a report → the actor of the record that it is, by the name that the report gives it, without its mentions."""
    rows = db.rows_for(
        """SELECT actors.*, confirmed.actor IS NOT NULL AS judged FROM actors
           LEFT JOIN confirmed ON confirmed.actor = identity WHERE id IN (...)""",
        sorted(set(ids)),
    )
    return {row["id"]: _identity_of(row, row["identity"], row["name"]) for row in rows}


def load_named_actors(db: Database, ids: Iterable[str]) -> dict[str, Actor]:
    """Id in the record → actor by the name that a judgement gives it, or else its own, without its mentions."""
    rows = db.rows_for(
        """SELECT actors.*, confirmed.actor IS NOT NULL AS judged, coalesce(confirmed.name, actors.name) AS known FROM actors
           LEFT JOIN confirmed ON confirmed.actor = actors.id WHERE id IN (...)""",
        sorted(set(ids)),
    )
    return {row["id"]: _identity_of(row, row["id"], row["known"]) for row in rows}


def each_once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors by their ids, each as it comes first."""
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.id, actor)
    return tuple(found.values())


def load_all_actors(db: Database, ids: Iterable[str] | None = None) -> list[Actor]:
    """Actors of reports with the words of their mentions, all or those of some ids, in the order of their ids."""
    wanted = None if ids is None else set(ids)
    mentions: dict[str, dict[str, None]] = defaultdict(dict)
    for row in db.rows("SELECT entry, text FROM evidence WHERE role = 'mention'"):
        if wanted is None or row["entry"] in wanted:
            mentions[row["entry"]][row["text"]] = None
    rows = db.rows("SELECT * FROM actors ORDER BY id")
    spans = {key: tuple(Span(0, len(text), text) for text in texts) for key, texts in mentions.items()}
    return [actor_of(row, spans.get(row["id"], ())) for row in rows if wanted is None or row["id"] in wanted]


def load_clusters(db: Database, report: str) -> dict[str, str]:
    """Actor id in a report → id of the same actor in the record."""
    return {row["id"]: row["identity"] for row in db.rows("SELECT id, identity FROM actors WHERE report = ?", (report,))}


def load_confirmed(db: Database, identities: Iterable[str]) -> frozenset[str]:
    """Those of some actors of the record on which a judgement stands."""
    return frozenset(row["actor"] for row in db.rows_for("SELECT actor FROM confirmed WHERE actor IN (...)", identities))


def _identity_of(row: Row, key: str, name: str) -> Actor:
    plain = {column: row[column] for column in ("type", "role", "party", "side")}
    return Actor(key, name, **plain, confirmed=bool(row["judged"]))


def actor_of(row: Row, mentions: Spans = ()) -> Actor:
    """The actor that a row of `actors` holds, by its id in its report."""
    plain = {key: row[key] for key in ("id", "name", "type", "role", "party", "side")}
    return Actor(**plain, mentions=mentions, why=tuple(json.loads(row["why"])))
