"""Proposals of contradictions as the record keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model.contradictions import Proposal
from onrecord.store import actors
from onrecord.store.database import Database, Row
from onrecord.store.filters import values_of


@dataclass(frozen=True)
class Placed:
    """An entry: its report, what it is a telling of, whether it is a contact, the day of its report and its number."""

    report: str
    telling_of: str
    is_contact: bool
    day: str
    number: int


def list_uncompared(db: Database) -> list[str]:
    """The reports with entries that have changed since they were compared."""
    return [row["report"] for row in db.rows("SELECT report FROM uncompared ORDER BY report")]


def replace_proposals(db: Database, report: str, entries: Sequence[str], proposals: Iterable[Proposal]) -> None:
    """Keep what is proposed of a report's entries, in place of what was; of two proposals of one pair, the likelier."""
    for end in "ab":
        db.execute_many(f"DELETE FROM contradictions WHERE {end} = ?", ((entry,) for entry in entries))  # noqa: S608 - a or b
    rows = ((p.a, p.b, p.kind, *p.differs, p.score) for p in sorted(proposals, key=lambda p: p.score, reverse=True))
    db.execute_many("INSERT INTO contradictions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)
    db.execute("DELETE FROM uncompared WHERE report = ?", (report,))


def load_proposals(db: Database) -> Iterator[Proposal]:
    """All proposals, in the order of their entries."""
    for row in db.rows("SELECT * FROM contradictions ORDER BY a, b"):
        yield _proposal_of(row)


def load_proposals_of(db: Database, entries: Sequence[str]) -> list[Proposal]:
    """The proposals of some entries, in the order of their entries."""
    found = {
        (row["a"], row["b"]): _proposal_of(row)
        for end in "ab"
        for row in db.rows_for(f"SELECT * FROM contradictions WHERE {end} IN (...)", entries)  # noqa: S608 - a or b
    }
    return [found[key] for key in sorted(found)]


def load_proposal(db: Database, a: str, b: str) -> Proposal | None:
    """The proposal of two entries, in whichever order; None if there is none."""
    for row in db.rows("SELECT * FROM contradictions WHERE a = ? AND b = ? OR a = ? AND b = ?", (a, b, b, a)):
        return _proposal_of(row)
    return None


def place_entries(db: Database, entries: Sequence[str]) -> dict[str, Placed]:
    """Where some entries stand, those of superseded reports left out."""
    rows = db.rows_for(
        """SELECT entries.*, day FROM (
                SELECT id, report, coalesce(utterance, id) AS telling_of, 0 AS is_contact, number FROM statements WHERE id IN (...)
                UNION ALL SELECT id, report, coalesce(occasion, id), 1, number FROM contacts WHERE id IN (...)) AS entries
            CROSS JOIN reports ON reports.id = report WHERE superseded_by IS NULL""",
        entries,
    )
    return {row["id"]: Placed(row["report"], row["telling_of"], bool(row["is_contact"]), row["day"] or "", row["number"]) for row in rows}


@dataclass(frozen=True)
class PairFilters:
    """What one of the two entries of a pair has to be; None asks nothing. See `onrecord.views.contradictions.ContradictionFilters`."""

    kind: str | None = None
    party: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None


#: So many pairs are looked at first, and twice as many each time after that.
FIRST, MOST = 64, 1024
#: Of somebody who said no more than this, pairs are looked for by what was said, not the other way round.
FEW = 4_000
CLAUSES = {
    "kind": "kind = :kind",
    "issue": "(a_issue = :issue OR b_issue = :issue)",
    "since": "ends >= :since",
    "until": "begins <= :until",
}
OF_PARTY = f"{actors.NAMED.format('party')} UNION {actors.OF_PARTY.format('party')} UNION {actors.OF_SIDE.format('party')}"
OF_FEW = "(a IN (SELECT value FROM json_each(:entries)) OR b IN (SELECT value FROM json_each(:entries)))"
#: The signs keep SQLite from asking, for each pair, what each of the actors has: the two entries are few, the actors thousands.
OF_MANY = """(EXISTS (SELECT 1 FROM statements WHERE id IN (a, b) AND +who IN (SELECT value FROM json_each(:actors)))
    OR EXISTS (SELECT 1 FROM contact_parties WHERE contact IN (a, b) AND +who IN (SELECT value FROM json_each(:actors))))"""


def select_proposals(db: Database, filters: PairFilters, after: tuple[str, str, float, str, str] | None = None) -> Iterator[list[Proposal]]:
    """Proposals that can fit, some at a time, by the later and the earlier day of the two reports, the likelier first.

    Args:
        db: the record.
        filters: what the entries have to be; whatever fits is among what is found, and more.
        after: begin after this place: the two days, the negative score, and the two entries.
    """
    values = values_of(vars(filters), CLAUSES)
    clauses = [CLAUSES[name] for name in values]
    if filters.party is not None:
        clause, own = _ask_party(db, filters.party)
        clauses.append(clause)
        values |= own
    some = FIRST
    while True:
        begin = ["later >= :later AND (later, earlier, -score, a, b) > (:later, :earlier, :score, :a, :b)"] if after else []
        place = dict(zip(("later", "earlier", "score", "a", "b"), after, strict=True)) if after else {}
        rows = db.rows(
            f"""SELECT contradictions.*, later, earlier FROM
                (SELECT a AS one, b AS other, later, earlier FROM pairs INDEXED BY pairs_by_day
                 WHERE {" AND ".join([*clauses, *begin]) or "TRUE"} ORDER BY later, earlier, score DESC, a, b LIMIT :some)
                CROSS JOIN contradictions ON a = one AND b = other ORDER BY later, earlier, score DESC, a, b""",  # noqa: S608 - our own clauses
            {**values, **place, "some": some},
        )
        yield [_proposal_of(row) for row in rows]
        if len(rows) < some:
            return
        last = rows[-1]
        after = (last["later"], last["earlier"], -last["score"], last["a"], last["b"])
        some = min(MOST, 2 * some)


def _ask_party(db: Database, party: str) -> tuple[str, dict[str, str]]:
    """A clause that asks for entries of an actor or a side, by words, and its values."""
    who = json.dumps([row[0] for row in db.rows(OF_PARTY, {"party": party})])
    entries = db.rows(
        """SELECT statements.id AS id FROM json_each(:actors) CROSS JOIN statements ON who = value UNION ALL
           SELECT contact FROM json_each(:actors) CROSS JOIN contact_parties ON who = value LIMIT :most""",
        {"actors": who, "most": FEW + 1},
    )
    if len(entries) > FEW:
        return OF_MANY, {"actors": who}
    return OF_FEW, {"entries": json.dumps([row["id"] for row in entries])}


def place_pair(db: Database, a: str, b: str) -> tuple[str, str, float, str, str] | None:
    """Where a pair that is proposed stands among all, as `select_proposals` takes it; None if it is not proposed."""
    for row in db.rows("SELECT later, earlier, -score AS score FROM pairs WHERE (a, b) = (?, ?)", (a, b)):
        return row["later"], row["earlier"], row["score"], a, b
    return None


def tellings_beside(db: Database, entries: Iterable[str]) -> list[str]:
    """All tellings of what some statements and contacts are tellings of."""
    wanted = sorted(set(entries))
    found = set(wanted)
    for table, column in (("statements", "utterance"), ("contacts", "occasion")):
        rows = db.rows_for(
            f"""SELECT others.id FROM {table} AS own CROSS JOIN {table} AS others ON others.{column} = coalesce(own.{column}, own.id)
                WHERE own.id IN (...)""",  # noqa: S608 - our own names
            wanted,
        )
        found.update(row["id"] for row in rows)
    return sorted(found)


def _proposal_of(row: Row) -> Proposal:
    return Proposal(row["kind"], row["a"], row["b"], (row["a_differs"], row["b_differs"]), row["score"])
