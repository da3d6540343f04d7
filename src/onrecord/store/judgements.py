"""Judgements on actors: kept as they were made, with the words that they stand on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from onrecord.errors import QueryError
from onrecord.model.judgements import Anchor, Judgement
from onrecord.store.database import Database
from onrecord.store.undoing import find_undone
from onrecord.store.words import WORDED, fold_words

#: Actors of reports whose name has all words.
WITH_WORDS = f"""
    SELECT id FROM ({WORDED.format("w")}) AS called CROSS JOIN actors
    ON actors.name = called.text COLLATE NOCASE AND actors.name = called.text ORDER BY id"""  # noqa: S608 - our own words


def find_actor(db: Database, wanted: str) -> str:
    """The id in the record of the actor of this id or name.

    Raises:
        QueryError: there is none, or there are several; the message lists them.
    """
    return identity_of(db, find_rows(db, wanted), wanted)


def find_rows(db: Database, wanted: str) -> list[str]:
    """The ids of the actors of reports that an id or name means.

    Those of exactly this name, or else those that have its words, or else those that a report mentions by exactly these words.
    """
    exact = db.rows(
        """SELECT id FROM actors WHERE id = :w UNION SELECT id FROM actors WHERE name = :w COLLATE NOCASE
           UNION SELECT actor FROM confirmed WHERE name = :w COLLATE NOCASE""",
        {"w": wanted},
    )
    if exact or not fold_words(wanted):
        return [row["id"] for row in exact]
    return [row["id"] for row in db.rows(WITH_WORDS, {"w": wanted})] or [
        row["entry"]
        for row in db.rows(
            "SELECT DISTINCT entry FROM evidence WHERE role = 'mention' AND text = ? COLLATE NOCASE ORDER BY entry", (wanted,)
        )
    ]


def identity_of(db: Database, rows: Sequence[str], wanted: str) -> str:
    """The id in the record of the actor that some actors of reports are, those that `wanted` means.

    Raises:
        QueryError: there is none, or there are several; the message lists them.
    """
    heads = db.rows_for(
        """SELECT head.id, coalesce(confirmed.name, head.name) AS name, head.role, head.party FROM actors
           JOIN actors AS head ON head.id = actors.identity LEFT JOIN confirmed ON confirmed.actor = head.id
           WHERE actors.id IN (...)""",
        rows,
    )
    found = sorted({row["id"]: row for row in heads}.values(), key=lambda row: (row["name"], row["id"]))
    if not found:
        raise QueryError(wanted, "is not the id or a name of an actor in this record; onrecord list actors shows them")
    if len(found) > 1:
        several = "; ".join(", ".join(str(row[key]) for key in ("id", "name", "role", "party") if row[key]) for row in found[:10])
        more = f"; and {len(found) - 10} more" if len(found) > 10 else ""
        raise QueryError(wanted, f"is the name of {len(found)} actors; give the id of one: {several}{more}")
    return str(found[0]["id"])


def members_of(db: Database, identity: str, rows: Sequence[str]) -> list[str]:
    """Those of some actors of reports that belong to an actor of the record, or all of it if its own id was asked for."""
    all_of = [row["id"] for row in db.rows("SELECT id FROM actors WHERE identity = ? ORDER BY id", (identity,))]
    return [key for key in all_of if key in set(rows)] if rows != [identity] else all_of


def anchors_of(db: Database, identity: str) -> tuple[Anchor, ...]:
    """Where an actor of the record stands in each of its reports: the first words there that have its name, or else the first."""
    rows = db.rows(
        """SELECT actors.id, actors.report, actors.name, start, "end", text FROM actors
           JOIN evidence ON evidence.report = actors.report AND entry = actors.id AND evidence.role = 'mention'
           WHERE identity = ? ORDER BY actors.report, actors.id, position""",
        (identity,),
    )
    best: dict[str, Anchor] = {}
    for row in rows:
        anchor = Anchor(row["report"], row["start"], row["end"], row["text"], row["name"])
        if row["id"] not in best or (row["name"] in anchor.text and row["name"] not in best[row["id"]].text):
            best[row["id"]] = anchor
    return tuple(best.values())


def write_judgement(
    db: Database, kind: str, by: str, why: str, a: Sequence[Anchor] = (), b: Sequence[Anchor] = (), name: str | None = None,
    undoes: int | None = None,
) -> Judgement:  # fmt: skip
    """Add a judgement; the caller holds the transaction and looks for contradictions.

    Raises:
        QueryError: nobody is said to have made it, or no reason is given.
    """
    if not by.strip() or not why.strip():
        raise QueryError("judgement", "needs who makes it and why")
    now = datetime.now(UTC).replace(microsecond=0)
    number = db.execute(
        'INSERT INTO actor_judgements (kind, a, b, name, undoes, "by", why, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        (kind, _dump(a), _dump(b), name, undoes, by, why, now.isoformat()),
    )
    back = undoes
    while back:
        db.execute("UPDATE judged SET stale = 1 WHERE judgement = ?", (back,))
        ((back,),) = db.rows("SELECT undoes FROM actor_judgements WHERE number = ?", (back,))
    return Judgement(number, kind, tuple(a), tuple(b), name, undoes, by, why, now)


def list_judgements(db: Database) -> tuple[Judgement, ...]:
    """All judgements, in the order in which they were made."""
    rows = db.rows("SELECT * FROM actor_judgements ORDER BY number")
    undone = find_undone(reversed(rows))
    return tuple(
        Judgement(row["number"], row["kind"], _load(row["a"]), _load(row["b"]), row["name"], row["undoes"], row["by"], row["why"],
                  datetime.fromisoformat(row["made_at"]), row["number"] in undone)
        for row in rows
    )  # fmt: skip


def _dump(anchors: Iterable[Anchor]) -> str:
    return json.dumps([anchor.to_json() for anchor in anchors], ensure_ascii=False)


def _load(text: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(*row) for row in json.loads(text))
