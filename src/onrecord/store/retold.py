"""Utterances that several reports tell, found by filters, in the order of the days on which they were said."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import QueryError
from onrecord.store.actors import NAMED
from onrecord.store.batches import padded
from onrecord.store.database import Database, Row
from onrecord.store.filters import values_of
from onrecord.store.identities import LIVE
from onrecord.store.listing import STATEMENTS, bound_days
from onrecord.store.words import WORDED

#: So many tellings are looked at first, and twice as many each time after that.
FIRST, MOST = 64, 4096
#: Where there are no more tellings than this, they are looked for by what they are, not by the order of days.
FEW = 4_000

DAY = STATEMENTS.day
_OF_SIDE = f"SELECT id FROM actors WHERE actors.id = speaker AND coalesce(actors.side, party) IN ({WORDED.format('side')})"  # noqa: S608
CLAUSES = {
    "speaker": "who IN (SELECT value FROM json_each(:speakers))",
    "side": f"+statements.side IN ({WORDED.format('side')}) AND EXISTS ({_OF_SIDE})",
    "outlet": f"EXISTS (SELECT 1 FROM reports WHERE reports.id = report AND +outlet IN ({WORDED.format('outlet')}))",  # noqa: S608
    "issue": "issue = :issue",
    "since": f"said_basis IS NOT NULL AND coalesce(said_to, '9999') >= :since AND {DAY} >= :lowest",
    "until": f"said_basis IS NOT NULL AND coalesce(said_from, '') <= :until AND {DAY} <= :highest",
}
#: Statements that are all that can fit a filter, by number.
ALL_OF = {
    "speaker": "SELECT number FROM json_each(:speakers) CROSS JOIN statements ON who = value",
    "side": f"""SELECT number FROM ({WORDED.format("side")}) AS called CROSS JOIN statements INDEXED BY statements_by_side
        ON side = called.text""",  # noqa: S608
    "outlet": f"""SELECT statements.number FROM ({WORDED.format("outlet")}) AS called CROSS JOIN reports INDEXED BY reports_by_outlet
        ON outlet = called.text
        CROSS JOIN statements ON report = reports.id""",  # noqa: S608
}
TOLD = f"statements.utterance IS NOT NULL AND statements.state <> 'rejected' AND {LIVE.format('statements')}"
#: Counts the other tellings of each statement in groups that have changed.
TELLINGS = """
    UPDATE statements SET tellings = told.n - 1 FROM
    (SELECT statements.utterance AS head, count(*) AS n FROM retold_due CROSS JOIN statements ON statements.utterance = retold_due.utterance
     GROUP BY 1) AS told
    WHERE utterance = head AND tellings <> told.n - 1"""
Place = tuple[int, str, int]


@dataclass(frozen=True)
class Retold:
    """An utterance by the telling that stands for it, and the number of the first telling that fits: where a page can begin."""

    head: str
    first: int


def is_retold_due(db: Database) -> bool:
    """Whether some groups have changed since they were summed up."""
    return bool(db.rows("SELECT 1 FROM retold_due LIMIT 1"))


def sum_retold(db: Database) -> None:
    """Sum up the groups that have changed: whether several reports tell of them, and how many tellings; the caller holds a transaction."""
    db.execute(TELLINGS)
    db.execute("DELETE FROM retold WHERE utterance IN (SELECT utterance FROM retold_due)")
    db.execute("INSERT INTO retold SELECT * FROM retold_to_sum")
    db.execute("DELETE FROM retold_due")


def find_retold(db: Database, filters: Mapping[str, Any], at_least: int, after: int | None = None) -> Iterator[Retold]:
    """Utterances with a telling that fits every filter, in the order of the first of these: by known days, then by publication.

    Args:
        db: the record.
        filters: speaker, side, outlet (words), issue, since and until (days); what is None asks nothing.
        at_least: so many reports tell of each.
        after: begin after the one whose first telling has this number.

    Raises:
        QueryError: a filter by words has none, or no telling has the number.
    """
    search = _Search.of(db, filters, at_least)
    begin = search.place(after) if after is not None else (0, "", 0)
    for undated in (0, 1) if begin[0] == 0 else (1,):
        place = begin if begin[0] == undated else (undated, "", 0)
        some = FIRST
        while True:
            rows = search.read(undated, place, some)
            first = search.first_of({row["utterance"] for row in rows})
            yield from (Retold(row["utterance"], row["number"]) for row in rows if first.get(row["utterance"]) == row["number"])
            if len(rows) < some:
                break
            place, some = (undated, rows[-1]["day"], rows[-1]["number"]), min(MOST, 2 * some)


@dataclass(frozen=True)
class _Search:
    """What is asked of tellings, as SQL, and the way that looks at least of the record."""

    db: Database
    where: str
    values: dict[str, Any]
    few: bool
    again: bool
    has_undated: bool

    @classmethod
    def of(cls, db: Database, filters: Mapping[str, Any], at_least: int) -> _Search:
        asked = values_of(filters, CLAUSES)
        values: dict[str, Any] = {**asked, "at_least": at_least}
        if "speaker" in asked:
            values["speakers"] = json.dumps([row[0] for row in db.rows(NAMED.format("speaker"), asked)])
        values["lowest"], values["highest"] = bound_days(db, STATEMENTS, asked.get("since"), asked.get("until"))
        few = _find_few(db, [name for name in ALL_OF if name in asked], values)
        if few is not None:
            values["few"] = json.dumps(few)
        where = " AND ".join([TOLD, *(CLAUSES[name] for name in asked)])
        return cls(db, where, values, few is not None, at_least > 1, not {"since", "until"} & set(asked))

    def read(self, undated: int, after: Place, most: int) -> list[Row]:
        """Tellings that fit, with or without a day, in order, after a place."""
        if undated and not self.has_undated:
            return []
        day, known = DAY, f"{DAY} > ''"
        if self.few:
            tables = "json_each(:few) CROSS JOIN statements ON statements.number = value"
        elif self.again:
            tables = "retold INDEXED BY retold_by_day CROSS JOIN statements ON statements.number = retold.number"
            day, known = "retold.day", "retold.day > '' AND retold.reports >= :at_least"
        else:
            tables = "statements INDEXED BY statements_by_day"
        if undated:
            known, day = known.replace("> ''", "= ''"), "coalesce(reports.day, '')"
            tables += " CROSS JOIN reports ON reports.id = report"
        sql = f"""SELECT statements.number AS number, statements.utterance AS utterance, {day} AS day FROM {tables}
            WHERE {day} >= :after_day AND ({day} > :after_day OR statements.number > :after_number) AND {known} AND {self.where}
            ORDER BY {day}, statements.number LIMIT :most"""  # noqa: S608 - our own clauses
        begin = max(after[1], self.values["lowest"] or "") if not undated else after[1]
        number = after[2] if begin == after[1] else 0
        return self.db.rows(sql, {**self.values, "after_day": begin, "after_number": number, "most": most})

    def first_of(self, heads: set[str]) -> dict[str, int]:
        """Utterance → the number of its first telling that fits, for those of some that enough reports tell of."""
        found: dict[str, int] = {}
        for some in padded(sorted(heads)):
            names = {f"head{n}": head for n, head in enumerate(some)}
            marks = ", ".join(f":{name}" for name in names)
            enough = f"""SELECT others.utterance FROM statements AS others CROSS JOIN reports AS theirs ON theirs.id = others.report
                WHERE others.utterance IN ({marks}) AND theirs.superseded_by IS NULL
                GROUP BY 1 HAVING count(DISTINCT others.report) >= :at_least"""  # noqa: S608 - names of values only
            rows = self.db.rows(
                f"""SELECT utterance, statements.number AS number FROM statements INDEXED BY statements_by_utterance
                    CROSS JOIN reports ON reports.id = report WHERE statements.utterance IN ({enough}) AND {self.where}
                    ORDER BY {DAY} = '', iif({DAY} = '', coalesce(reports.day, ''), {DAY}), statements.number""",  # noqa: S608 - ours
                {**self.values, **names},
            )
            for row in rows:
                found.setdefault(row["utterance"], row["number"])
        return found

    def place(self, number: int) -> Place:
        """Where a telling stands."""
        rows = self.db.rows(
            f"""SELECT {DAY} AS said, coalesce(reports.day, '') AS day FROM statements JOIN reports ON reports.id = report
                WHERE statements.number = ?""",  # noqa: S608 - our own words
            (number,),
        )
        if not rows:
            raise QueryError(repr(str(number)), "is not the mark of a page of this list")
        return (0, rows[0]["said"], number) if rows[0]["said"] else (1, rows[0]["day"], number)


def _find_few(db: Database, names: Sequence[str], values: Mapping[str, Any]) -> list[int] | None:
    """The numbers of all statements that can fit the filter that fits fewest, if these are few."""
    best: list[int] | None = None
    for name in names:
        rows = db.rows(f"{ALL_OF[name]} LIMIT :few", {**values, "few": FEW + 1})
        if len(rows) <= FEW and (best is None or len(rows) < len(best)):
            best = [row["number"] for row in rows]
    return best
