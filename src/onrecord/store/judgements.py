"""Judgements on actors: kept as they were made, found again in the record as it is now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from onrecord.errors import JudgementError, QueryError
from onrecord.model.judgements import Anchor, Judgement, Verdict
from onrecord.store.database import Database
from onrecord.store.words import fold_words


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
        """SELECT id FROM actors WHERE id = :w OR name = :w COLLATE NOCASE
           UNION SELECT actor FROM confirmed WHERE name = :w COLLATE NOCASE""",
        {"w": wanted},
    )
    if exact or not fold_words(wanted):
        return [row["id"] for row in exact]
    return [row["id"] for row in db.rows("SELECT id FROM actors WHERE has_words(name, ?) ORDER BY id", (wanted,))] or [
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
    marks = ",".join("?" * len(rows))
    found = db.rows(
        f"""SELECT DISTINCT head.id, coalesce(confirmed.name, head.name) AS name, head.role, head.party FROM actors
            JOIN actors AS head ON head.id = actors.identity LEFT JOIN confirmed ON confirmed.actor = head.id
            WHERE actors.id IN ({marks}) ORDER BY name, head.id""",  # noqa: S608 - question marks only
        rows,
    )
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
    return Judgement(number, kind, tuple(a), tuple(b), name, undoes, by, why, now)


def list_judgements(db: Database) -> tuple[Judgement, ...]:
    """All judgements, in the order in which they were made."""
    rows = db.rows("SELECT * FROM actor_judgements ORDER BY number")
    undone: set[int] = set()
    for row in reversed(rows):
        if row["undoes"] and row["number"] not in undone:
            undone.add(row["undoes"])
    return tuple(
        Judgement(row["number"], row["kind"], _load(row["a"]), _load(row["b"]), row["name"], row["undoes"], row["by"], row["why"],
                  datetime.fromisoformat(row["made_at"]), row["number"] in undone)
        for row in rows
    )  # fmt: skip


def find_verdicts(db: Database) -> list[Verdict]:
    """The judgements that stand, on the actors that their words mean now; what is no longer in the record is left out."""
    out = []
    for judgement in list_judgements(db):
        if judgement.undone or judgement.kind == "undo":
            continue
        sides = tuple(_owners(db, anchors) for anchors in (judgement.a, judgement.b) if anchors)
        if judgement.kind == "merge":
            sides = (frozenset().union(*sides),)
        if any(sides):
            out.append(Verdict(judgement.number, judgement.kind, sides, judgement.kind in ("split", "distinct"), judgement.name))
    return out


def check_verdicts(verdicts: Sequence[Verdict], new: int) -> None:
    """Look for actors that some judgements make one and another keeps apart.

    Args:
        verdicts: all that stand.
        new: the number of the one that is being made.

    Raises:
        JudgementError: there are such actors; the message names the judgements that are in the way.
    """
    of: dict[str, str] = {}

    def find(x: str) -> str:
        while of.setdefault(x, x) != x:
            x = of[x]
        return x

    for verdict in verdicts:
        for side in verdict.sides:
            ids = sorted(side)
            for other in ids[1:]:
                of[find(other)] = find(ids[0])
    for verdict in verdicts:
        if verdict.apart and len(verdict.sides) == 2:
            shared = {find(x) for x in verdict.sides[0]} & {find(x) for x in verdict.sides[1]}
            if shared:
                joining = {v.number for v in verdicts if not v.apart and any(find(x) in shared for side in v.sides for x in side)}
                others = sorted({verdict.number, *joining} - {new})
                numbers = " and ".join(map(str, others))
                raise JudgementError(
                    "judgement", f"contradicts judgement {numbers}: it would make one what is not to be one; see them with onrecord actors "
                    "judgements, and undo what is wrong first",
                )  # fmt: skip


def _owners(db: Database, anchors: Iterable[Anchor]) -> frozenset[str]:
    """The actors whose mentions the words of anchors are now: with the greatest overlap, or else of the same name."""
    wanted: Mapping[str, list[Anchor]] = _by_report(anchors)
    out: set[str] = set()
    for report, own in wanted.items():
        rows = db.rows(
            """SELECT entry, start, "end", name FROM evidence JOIN actors ON actors.id = entry
               WHERE evidence.report = ? AND evidence.role = 'mention' ORDER BY entry, start""",
            (report,),
        )
        for anchor in own:
            overlaps = [(min(row["end"], anchor.end) - max(row["start"], anchor.start), row) for row in rows]
            near = [(-shared, row["end"] - row["start"], row["entry"]) for shared, row in overlaps if shared > 0]
            named = [row["entry"] for row in rows if row["name"] == anchor.name]
            if near:
                out.add(min(near)[2])
            elif named:
                out.add(named[0])
    return frozenset(out)


def _by_report(anchors: Iterable[Anchor]) -> dict[str, list[Anchor]]:
    out: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        out[anchor.report].append(anchor)
    return out


def _dump(anchors: Iterable[Anchor]) -> str:
    return json.dumps([anchor.to_json() for anchor in anchors], ensure_ascii=False)


def _load(text: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(*row) for row in json.loads(text))
