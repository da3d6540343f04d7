"""What is known of statements and contacts that says whether they can both be right, and by which entries find each other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onrecord.model.span import Spans
from onrecord.store.database import Database
from onrecord.store.evidence import load_evidence_of

#: So many entries of other reports are looked at for one clue, the latest.
MOST = 20
#: So many tellings of one occasion are compared with each other.
TELLINGS = 100

#: The columns of a claim, by name.
ClaimRow = dict[str, Any]


def load_claims(db: Database, report: str) -> list[ClaimRow]:
    """The statements and contacts of a report, in the order of its text."""
    texts = {row["id"]: row["text"] for row in db.rows("SELECT id, text FROM reports WHERE id = ?", (report,))}
    rows = _load_statements(db, "report", (report,), texts) + _load_contacts(db, "report", (report,), texts)
    rows.sort(key=lambda row: (row["start"], -row["end"], row["entry"]))
    return [row | {"place": place} for place, row in enumerate(rows)]


def load_statement_claims(db: Database, ids: Sequence[str]) -> dict[str, ClaimRow]:
    """Statements of any reports, by their ids, without their paragraphs."""
    return {row["entry"]: row for row in _load_statements(db, "id", ids, {})}


def load_occasions(db: Database, report: str) -> list[list[ClaimRow]]:
    """For each occasion that a report tells of, its tellings in all reports, the earliest first."""
    told = db.rows("SELECT DISTINCT occasion FROM contacts WHERE report = ? AND occasion IS NOT NULL ORDER BY occasion", (report,))
    occasions = [
        [
            row["id"]
            for row in db.rows(
                """SELECT contacts.id FROM contacts JOIN reports ON reports.id = report WHERE occasion = ? AND superseded_by IS NULL
                   ORDER BY day, contacts.id LIMIT ?""",
                (row["occasion"], TELLINGS),
            )
        ]
        for row in told
    ]
    wanted = [key for ids in occasions if len(ids) > 1 for key in ids]
    reports = db.rows_for("SELECT id, text FROM reports WHERE id IN (SELECT report FROM contacts WHERE id IN (...))", wanted)
    found = {row["entry"]: row for row in _load_contacts(db, "id", wanted, {row["id"]: row["text"] for row in reports})}
    return [[found[key] for key in ids if key in found] for ids in occasions if len(ids) > 1]


def write_clues(db: Database, clues: Iterable[tuple[int, str, str]]) -> None:
    """Keep (key, day, entry): by which other reports find an entry."""
    db.execute_many("INSERT INTO clues VALUES (?, ?, ?) ON CONFLICT DO NOTHING", clues)


def find_by_clues(db: Database, clues: Sequence[tuple[int, str, str]]) -> list[list[str]]:
    """For each (key, since, until) the entries with this key that were said between two days, the latest first."""
    rows = db.rows(
        """SELECT (SELECT group_concat(entry) FROM (
                       SELECT entry FROM clues WHERE clues.key = value ->> 0 AND day BETWEEN value ->> 1 AND value ->> 2
                       ORDER BY day DESC, entry LIMIT ?)) AS entries
           FROM json_each(?) AS wanted ORDER BY wanted.key""",
        (MOST, json.dumps(clues)),
    )
    return [row["entries"].split(",") if row["entries"] else [] for row in rows]


def _load_statements(db: Database, column: str, values: Sequence[str], texts: Mapping[str, str]) -> list[ClaimRow]:
    """The statements whose id or report is one of some, with their places in texts of reports, as far as these are given."""
    sql = f"""
        SELECT statements.id, statements.report, act, issue, who, statements.side, inside, said_from, said_to, meaning,
               actors.name, actors.party, day
        FROM statements CROSS JOIN reports ON reports.id = statements.report LEFT JOIN actors ON actors.id = speaker
        WHERE statements.{column} IN (...) AND statements.state != 'rejected'"""  # noqa: S608 - our own names
    rows = list(db.rows_for(sql, values))
    spans = load_evidence_of(db, ((row["report"], row["id"]) for row in rows))
    return [
        {
            "entry": row["id"], "report": row["report"], "kind": "statement", **_place(texts.get(row["report"], ""), content),
            "words": _join(content), "cue": _join(spans[row["id"], "cue", 0]), "act": row["act"], "issue": row["issue"],
            "who": row["who"] or "", "side": row["side"] or "",
            "called": " ".join(filter(None, (row["name"], row["party"], _join(spans[row["id"], "source", 0])))),
            "inside": row["inside"] or "", "first": row["said_from"] or row["day"] or "", "last": row["said_to"] or row["day"] or "",
            "meaning": row["meaning"], "lead": _lead(texts.get(row["report"], ""), content),
        }
        for row in rows if (content := spans[row["id"], "content", 0])
    ]  # fmt: skip


def _load_contacts(db: Database, column: str, values: Sequence[str], texts: Mapping[str, str]) -> list[ClaimRow]:
    """The contacts whose id or report is one of some, with their places in the texts of their reports."""
    sql = f"""
        SELECT id, report, kind, status, place, when_from, when_to, per
        FROM contacts WHERE {column} IN (...) AND state != 'rejected'"""  # noqa: S608 - our own names
    rows = list(db.rows_for(sql, values))
    spans = load_evidence_of(db, ((row["report"], row["id"]) for row in rows))
    parties = _load_parties(db, [row["id"] for row in rows])
    return [
        {
            "entry": row["id"], "report": row["report"], "kind": row["kind"], **_place(texts[row["report"]], evidence),
            "words": _join(evidence), "first": row["when_from"] or "", "last": row["when_to"] or "", "status": row["status"],
            "site": row["place"] or "", "parties": parties[row["id"]], "around": _around(texts[row["report"]], evidence),
            "per": row["per"] or "",
        }
        for row in rows if (evidence := spans[row["id"], "evidence", 0])
    ]  # fmt: skip


def _load_parties(db: Database, contacts: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Contact → the side, or else who it is, of each party, and what it is called."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in db.rows_for(
        """SELECT contact, contact_parties.who, contact_parties.side, name, party, role FROM contact_parties
           JOIN actors ON actors.id = actor WHERE contact IN (...) ORDER BY contact, position""",
        contacts,
    ):
        called = " ".join(filter(None, (row["name"], row["party"], row["role"])))
        found[row["contact"]].append((row["side"] or row["who"], called))
    return found


def _place(text: str, spans: Spans) -> dict[str, int]:
    start = min(span.start for span in spans)
    return {"place": 0, "start": start, "end": max(span.end for span in spans), "paragraph": text.count("\n\n", 0, start)}


def _lead(text: str, spans: Spans) -> str:
    """What stands before some spans in their paragraph."""
    start = min(span.start for span in spans)
    return text[text.rfind("\n\n", 0, start) + 1 : start].lstrip()


def _around(text: str, spans: Spans) -> str:
    """The paragraphs that some spans stand in, and the next; the whole text, if the title is one of them: it is about the contact."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start = text.rfind("\n\n", 0, first) + 1
    if not start:
        return text
    end = text.find("\n\n", last)
    after = text.find("\n\n", end + 2) if end >= 0 else -1
    return text[start : after if after >= 0 else len(text)].strip()


def _join(spans: Spans) -> str:
    return " … ".join(span.text for span in spans)
