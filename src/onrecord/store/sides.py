"""The side of an actor, where its own report does not give it: that of the same actor in other reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import QueryError
from onrecord.store.batches import CHUNK, batched
from onrecord.store.database import Database
from onrecord.store.words import fold_words


@dataclass(frozen=True)
class Told:
    """A side that reports give an actor, and whether it is from the user's file of actors."""

    side: str
    sure: bool


def choose_side(told: Mapping[Told, int]) -> str | None:
    """The side of an actor by the number of reports that give each; None if several are given equally often, or none is.

    What the user's file says goes before what reports say.
    """
    sure = {one: number for one, number in told.items() if one.sure} or told
    best = Counter(dict(sure)).most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0].side


def settle_sides(db: Database) -> None:
    """Give statements and parties of contacts the side of their actor, for actors that have changed; the caller holds the transaction.

    What a report itself gives stays. The outcome does not depend on the order in which reports came.
    """
    entries = [row["actor"] for row in db.rows("SELECT actor FROM unsettled ORDER BY actor")]
    for some in batched(entries, CHUNK):
        heads = [row["id"] for row in db.rows_for("SELECT id FROM actors WHERE id IN (...) AND identity = id", some)]
        db.execute_many("DELETE FROM settled WHERE actor = ?", ((actor,) for actor in some if actor not in heads))
        for actor, side in _choose_sides(db, heads).items():
            if not db.rows("SELECT 1 FROM settled WHERE actor = ? AND side IS ?", (actor, side)):
                db.execute("INSERT INTO settled VALUES (?, ?) ON CONFLICT DO UPDATE SET side = excluded.side", (actor, side))
                _give_sides(db, "identity", (actor,))
    for some in batched(entries, CHUNK):
        _give_sides(db, "id", some)
    db.execute("DELETE FROM unsettled")


def _choose_sides(db: Database, actors: Sequence[str]) -> dict[str, str | None]:
    """The side of each of some actors of the record, by all reports."""
    told: dict[str, Counter[Told]] = {actor: Counter() for actor in actors}
    for row in db.rows_for(
        """SELECT identity, side, party, count(*) AS number FROM actors INDEXED BY actors_as_called
           WHERE identity IN (...) GROUP BY identity, name, role, party, side""",
        actors,
    ):
        if (side := row["party"] if row["side"] is None else row["side"]) is not None:
            told[row["identity"]][Told(side, row["side"] is not None)] += row["number"]
    return {actor: choose_side(own) for actor, own in told.items()}


def _give_sides(db: Database, column: str, values: Sequence[str]) -> None:
    """Give what actors with some ids or identities said, and took part in, their side, where their reports do not give it."""
    silent = db.rows_for(
        f"""SELECT actors.id, settled.side FROM actors LEFT JOIN settled ON settled.actor = actors.identity
            WHERE actors.{column} IN (...) AND coalesce(actors.side, party) IS NULL""",  # noqa: S608 - our own names
        values,
    )
    rows = [(row["side"], row["id"]) for row in silent]
    db.execute_many("UPDATE statements SET side = ?1 WHERE speaker = ?2 AND side IS NOT ?1", rows)
    db.execute_many("UPDATE contact_parties SET side = ?1 WHERE actor = ?2 AND side IS NOT ?1", rows)


def find_side(db: Database, wanted: str) -> str:
    """The side that words mean: the one of exactly these words, or else the only one that has them all.

    Raises:
        QueryError: there is none, or there are several; the message lists them.
    """
    if db.rows("SELECT 1 FROM statements WHERE side = ? LIMIT 1", (wanted,)):
        return wanted
    words = fold_words(wanted)
    known = list_sides(db)
    found = [side for side in known if fold_words(side) == words] or [side for side in known if words and words <= fold_words(side)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(repr(wanted), f"is no side in this record; there are {', '.join(known) or 'none'}")
    raise QueryError(repr(wanted), f"means several sides; say which: {', '.join(found)}")


def list_sides(db: Database) -> list[str]:
    """All sides that somebody speaks for, in the order of their letters."""
    rows = db.rows(
        """WITH RECURSIVE sides (side) AS (
               SELECT min(side) FROM statements
               UNION ALL SELECT (SELECT min(side) FROM statements WHERE side > sides.side) FROM sides WHERE side IS NOT NULL
           ) SELECT side FROM sides WHERE side IS NOT NULL"""
    )
    return [row["side"] for row in rows]
