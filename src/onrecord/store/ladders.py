"""What a side, or an actor, has said on issues with a stance: one row for each utterance, in the order in which it was said."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from onrecord.store.database import Database, Row
from onrecord.store.identities import LIVE, SUPERSEDED
from onrecord.store.words import WORDED

#: Statements that carry a position, where a later version of the report has not superseded them.
STANDS = f"stance != 'none' AND statements.state != 'rejected' AND {LIVE.format('statements')}"
_PLACE = """(SELECT min(start) FROM evidence
    WHERE evidence.report = statements.report AND entry = statements.id AND evidence.role = 'content')"""
SPOTS = f"""
    SELECT statements.id, utterance, statements.report, statements.side, issue, said_from, said_to, day, published, {_PLACE} AS place
    FROM statements JOIN reports ON reports.id = statements.report WHERE {STANDS} AND {{}}"""  # noqa: S608 - conditions are ours
RUNGS = f"""
    SELECT statements.id, utterance, statements.report, statements.side, issue, stance, act, content, meaning, who, said_from, said_to,
           said_basis, day, published, actors.type, actors.role, {_PLACE} AS place,
           (SELECT group_concat(text, ' … ') FROM evidence
               WHERE evidence.report = statements.report AND entry = statements.id AND evidence.role = 'condition') AS condition
    FROM statements JOIN reports ON reports.id = statements.report LEFT JOIN actors ON actors.id = speaker
    WHERE {STANDS} AND {{}}"""  # noqa: S608 - conditions are ours


@dataclass(frozen=True)
class Spot:
    """The earliest telling of an utterance, and when it was said: its place in a ladder.

    `first` and `last` are the days between which it was said, as far as they are known; `day` is that of publication.
    """

    id: str
    utterance: str
    side: str | None
    issue: str
    first: date | None
    last: date | None
    day: date | None

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Whether it can have been said between two days; what has no day was said in no period."""
        if since is None and until is None:
            return True
        known = self.first is not None or self.last is not None
        return known and (since is None or (self.last or date.max) >= since) and (until is None or (self.first or date.min) <= until)


@dataclass(frozen=True)
class Rung(Spot):
    """What is compared of the earliest telling of an utterance.

    `who` is the actor of the record that said it, `type` and `role` what the report says of it; `place` is where its words begin in the
    report, in code points.
    """

    stance: str
    act: str
    content: str
    condition: str
    meaning: bytes
    who: str | None
    type: str | None
    role: str | None
    report: str
    place: int


def load_spots(db: Database, who: str | None = None, side: str | None = None, issue: str | None = None) -> list[Spot]:
    """Utterances with a stance of an actor of the record, or of a side, in the order in which they were said: by first day, last day,
    publication, place in the text. Those without a day stand at that of publication.
    """
    asked = {"who": who, "statements.side": side, "issue": issue}
    clauses = [f"{column} = ?" for column, value in asked.items() if value is not None] or ["statements.side IS NOT NULL"]
    rows = db.rows(SPOTS.format(" AND ".join(clauses)), [value for value in asked.values() if value is not None])
    return [Spot(**_spot_of(row)) for row in _earliest(rows)]


def load_rungs(db: Database, spots: Sequence[Spot]) -> list[Rung]:
    """What is compared of some utterances, in the order given."""
    rows = db.rows_for(RUNGS.format("statements.id IN (...)"), [spot.id for spot in spots])
    found = {row["id"]: _rung_of(row) for row in rows}
    return [found[spot.id] for spot in spots]


def load_latest_rungs(db: Database, side: str, issue: str, number: int) -> list[Rung]:
    """The utterances among the latest so many statements of a side on an issue, in the order in which they were said."""
    rows = db.rows(
        RUNGS.format("statements.side = ? AND issue = ?") + " ORDER BY said_from DESC, statements.id LIMIT ?", (side, issue, number)
    )
    return [_rung_of(row) for row in _earliest(rows)]


def list_loudest(db: Database, side: str | None = None, issue: str | None = None, most: int | None = None) -> tuple[list[str], int]:
    """The sides with most statements with a stance, of all versions of reports, and how many sides have any.

    Args:
        db: the record.
        side: words of the names of the sides; all if None.
        issue: statements on this issue alone are counted; all if None.
        most: so many sides at most; all if None.
    """
    asked = [clause for clause, value in ((f"side IN ({WORDED.format('side')})", side), ("issue = :issue", issue)) if value is not None]
    rows = db.rows(
        f"""SELECT side, count(*) OVER () AS whole FROM sides_said WHERE {" AND ".join(asked) or "TRUE"}
            GROUP BY side HAVING sum(n) > 0 ORDER BY sum(n) DESC, side LIMIT :most""",  # noqa: S608 - conditions are ours
        {"side": side, "issue": issue, "most": -1 if most is None else most},
    )
    return [row["side"] for row in rows], rows[0]["whole"] if rows else 0


def count_utterances(db: Database, sides: Iterable[str]) -> list[tuple[str, str, int]]:
    """How many utterances with a stance each of some sides has on each issue, by side and issue."""
    rows = db.rows(
        f"""SELECT side, issue, count(DISTINCT coalesce(utterance, statements.number)) AS number FROM json_each(?) CROSS JOIN statements
            ON side = value WHERE {STANDS} GROUP BY 1, 2 ORDER BY 1, 2""",  # noqa: S608 - conditions are ours
        (json.dumps(list(sides)),),
    )
    return [(row["side"], row["issue"], row["number"]) for row in rows]


def count_tellings(db: Database, utterances: Iterable[str]) -> dict[str, int]:
    """Utterance → how many statements tell of it."""
    rows = db.rows_for(
        f"""SELECT utterance, count(*) AS number FROM statements WHERE utterance IN (...)
            AND report NOT IN ({SUPERSEDED}) GROUP BY 1""",  # noqa: S608 - our own words
        utterances,
    )
    return defaultdict(lambda: 1, {row["utterance"]: row["number"] for row in rows})


def last_day(db: Database) -> date | None:
    """The day of the latest report."""
    (row,) = db.rows("SELECT max(day) AS day FROM reports")
    return _day(row["day"])


def _earliest(rows: Iterable[Row]) -> list[Row]:
    """One row for each utterance, in the order in which they were said, by the telling that was published first."""
    groups: dict[tuple[str | None, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["side"], row["issue"], row["utterance"] or row["id"]].append(row)
    return sorted((min(group, key=_published) if len(group) > 1 else group[0] for group in groups.values()), key=_said)


def _published(row: Row) -> tuple[str, str, str, int, str]:
    return row["day"] or "9999", row["published"] or "", row["report"], row["place"] or 0, row["id"]


def _said(row: Row) -> tuple[str, str, str, str, str, int, str]:
    last = row["said_to"] or row["day"] or "9999"
    return row["said_from"] or last, last, *_published(row)


def _spot_of(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"], "utterance": row["utterance"] or row["id"], "side": row["side"], "issue": row["issue"],
        "first": _day(row["said_from"]), "last": _day(row["said_to"]), "day": _day(row["day"]),
    }  # fmt: skip


def _rung_of(row: Row) -> Rung:
    plain = {key: row[key] for key in ("stance", "act", "content", "meaning", "who", "type", "role", "report")}
    return Rung(**_spot_of(row), **plain, condition=row["condition"] or "", place=row["place"] or 0)


@lru_cache(4096)
def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
