"""What a side, or an actor, has said on issues with a stance: one row for each utterance, in the order in which it was said."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.store.database import Database, Row
from onrecord.store.groups import chunks

#: Statements that carry a position, where a later version of the report has not superseded them.
SUPERSEDED = "SELECT id FROM reports INDEXED BY reports_superseded WHERE superseded_by IS NOT NULL"
STANDS = f"stance != 'none' AND statements.state != 'rejected' AND statements.report NOT IN ({SUPERSEDED})"
RUNGS = f"""
    SELECT statements.id, utterance, statements.report, statements.side, issue, stance, act, content, meaning, who, said_from, said_to,
           said_basis, day, published, actors.type, actors.role,
           (SELECT min(start) FROM evidence
               WHERE evidence.report = statements.report AND entry = statements.id AND evidence.role = 'content') AS place,
           (SELECT group_concat(text, ' … ') FROM evidence
               WHERE evidence.report = statements.report AND entry = statements.id AND evidence.role = 'condition') AS condition
    FROM statements JOIN reports ON reports.id = statements.report LEFT JOIN actors ON actors.id = speaker
    WHERE {STANDS} AND {{}}"""  # noqa: S608 - conditions are ours


@dataclass(frozen=True)
class Rung:
    """The earliest telling of an utterance: what is compared of it, and when it was said.

    `first` and `last` are the days between which it was said, as far as they are known; `day` is that of publication. `who` is the actor
    of the record that said it, `type` and `role` what the report says of it.
    """

    id: str
    utterance: str
    side: str | None
    issue: str
    stance: str
    act: str
    content: str
    condition: str
    meaning: bytes
    who: str | None
    type: str | None
    role: str | None
    first: date | None
    last: date | None
    day: date | None

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Whether it can have been said between two days; what has no day was said in no period."""
        if since is None and until is None:
            return True
        known = self.first is not None or self.last is not None
        return known and (since is None or (self.last or date.max) >= since) and (until is None or (self.first or date.min) <= until)


def load_rungs(db: Database, who: str | None = None, side: str | None = None, issue: str | None = None) -> list[Rung]:
    """Utterances with a stance of an actor of the record, or of a side, in the order in which they were said: by first day, last day,
    publication, place in the text. Those without a day stand at that of publication.
    """
    asked = {"who": who, "statements.side": side, "issue": issue}
    clauses = [f"{column} = ?" for column, value in asked.items() if value is not None] or ["statements.side IS NOT NULL"]
    rows = db.rows(RUNGS.format(" AND ".join(clauses)), [value for value in asked.values() if value is not None])
    return _earliest(rows)


def load_latest_rungs(db: Database, side: str, issue: str, number: int) -> list[Rung]:
    """The utterances among the latest so many statements of a side on an issue, in the order in which they were said."""
    rows = db.rows(
        RUNGS.format("statements.side = ? AND issue = ?") + " ORDER BY said_from DESC, statements.id LIMIT ?", (side, issue, number)
    )
    return _earliest(rows)


def count_said(db: Database, issue: str | None = None) -> dict[str, int]:
    """How many statements with a stance each side has, on one issue or on all; of all versions of reports."""
    rows = db.rows("SELECT side, sum(n) AS n FROM sides_said WHERE issue = coalesce(?, issue) GROUP BY side HAVING sum(n) > 0", (issue,))
    return {row["side"]: row["n"] for row in rows}


def count_utterances(db: Database, sides: Iterable[str]) -> list[tuple[str, str, int]]:
    """How many utterances with a stance each of some sides has on each issue, by side and issue."""
    rows = db.rows(
        f"""SELECT side, issue, count(DISTINCT coalesce(utterance, statements.id)) AS number FROM json_each(?) CROSS JOIN statements
            ON side = value WHERE {STANDS} GROUP BY 1, 2 ORDER BY 1, 2""",  # noqa: S608 - conditions are ours
        (json.dumps(list(sides)),),
    )
    return [(row["side"], row["issue"], row["number"]) for row in rows]


def count_tellings(db: Database, utterances: Iterable[str]) -> dict[str, int]:
    """Utterance → how many statements tell of it."""
    found: dict[str, int] = defaultdict(lambda: 1)
    for marks, some in chunks(list(utterances)):
        rows = db.rows(
            f"""SELECT utterance, count(*) AS number FROM statements WHERE utterance IN ({marks})
                AND report NOT IN ({SUPERSEDED}) GROUP BY 1""",  # noqa: S608 - ?s only
            some,
        )
        found |= {row["utterance"]: row["number"] for row in rows}
    return found


def last_day(db: Database) -> date | None:
    """The day of the latest report."""
    (row,) = db.rows("SELECT max(day) AS day FROM reports")
    return _day(row["day"])


def _earliest(rows: Iterable[Row]) -> list[Rung]:
    """One rung for each utterance, by the telling that was published first."""
    groups: dict[tuple[str | None, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["side"], row["issue"], row["utterance"] or row["id"]].append(row)
    return [_rung_of(row) for row in sorted((min(group, key=_published) for group in groups.values()), key=_said)]


def _published(row: Row) -> tuple[str, str, str, int, str]:
    return row["day"] or "9999", row["published"] or "", row["report"], row["place"] or 0, row["id"]


def _said(row: Row) -> tuple[str, str, str, str, str, int, str]:
    last = row["said_to"] or row["day"] or "9999"
    return row["said_from"] or last, last, *_published(row)


def _rung_of(row: Row) -> Rung:
    plain: dict[str, Any] = {key: row[key] for key in ("id", "side", "issue", "stance", "act", "content", "meaning", "who", "type", "role")}
    return Rung(
        **plain,
        utterance=row["utterance"] or row["id"],
        condition=row["condition"] or "",
        first=_day(row["said_from"]),
        last=_day(row["said_to"]),
        day=_day(row["day"]),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
