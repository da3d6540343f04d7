"""What is known of statements and contacts that says whether they can both be right, and by which entries find each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.store.database import Database, Row

#: So many entries of other reports are looked at for one clue, the latest.
MOST = 20
#: So many tellings of one occasion are compared with each other.
TELLINGS = 100

#: The columns of a claim, by name.
ClaimRow = dict[str, Any]


def load_claims(db: Database, report: str) -> list[ClaimRow]:
    """The statements and contacts of a report, in the order of its text."""
    rows = _load_statements(db, "statements.report = ?", (report,)) + _load_contacts(db, "contacts.report = ?", (report,))
    rows.sort(key=lambda row: (row["start"], -row["end"], row["entry"]))
    return [row | {"place": place} for place, row in enumerate(rows)]


def load_statement_claims(db: Database, ids: Sequence[str]) -> list[ClaimRow]:
    """Statements of any reports."""
    return _load_statements(db, f"statements.id IN ({', '.join('?' * len(ids))})", tuple(ids)) if ids else []


def load_tellings(db: Database, report: str) -> list[list[ClaimRow]]:
    """For each occasion that a report tells of, its tellings in all reports, the earliest first."""
    out = []
    for row in db.rows("SELECT DISTINCT occasion FROM contacts WHERE report = ? AND occasion IS NOT NULL ORDER BY occasion", (report,)):
        ids = [
            row["id"]
            for row in db.rows(
                """SELECT contacts.id FROM contacts JOIN reports ON reports.id = report WHERE occasion = ? AND superseded_by IS NULL
                   ORDER BY day, contacts.id LIMIT ?""",
                (row["occasion"], TELLINGS),
            )
        ]
        if len(ids) > 1:
            found = {claim["entry"]: claim for claim in _load_contacts(db, f"contacts.id IN ({', '.join('?' * len(ids))})", tuple(ids))}
            out.append([found[key] for key in ids if key in found])
    return out


def write_clues(db: Database, clues: Iterable[tuple[int, str, str]]) -> None:
    """Keep (key, day, entry): by which other reports find an entry."""
    db.execute_many("INSERT INTO clues VALUES (?, ?, ?) ON CONFLICT DO NOTHING", clues)


def find_by_clues(db: Database, keys: Iterable[int], since: str, until: str) -> list[str]:
    """The entries with any of these keys, said between two days."""
    found = {
        row["entry"]
        for key in sorted(set(keys))
        for row in db.rows(
            "SELECT entry FROM clues WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day DESC, entry LIMIT ?", (key, since, until, MOST)
        )
    }
    return sorted(found)


def _load_statements(db: Database, where: str, values: Sequence[Any]) -> list[ClaimRow]:
    rows = db.rows(
        f"""SELECT statements.*, actors.name, actors.party, reports.text, day FROM statements
            CROSS JOIN reports ON reports.id = statements.report LEFT JOIN actors ON actors.id = speaker
            WHERE {where} AND statements.state != 'rejected'""",  # noqa: S608 - ours
        values,
    )
    spans = _load_spans(db, rows, ("source", "cue", "content"))
    return [
        {
            "entry": row["id"], "report": row["report"], "kind": "statement", **_place(row["text"], content), "words": _join(content),
            "cue": _join(spans[row["id"], "cue"]), "act": row["act"], "issue": row["issue"], "who": row["who"] or "",
            "side": row["side"] or "", "called": " ".join(filter(None, (row["name"], row["party"], _join(spans[row["id"], "source"])))),
            "inside": row["inside"] or "", "first": row["said_from"] or row["day"] or "", "last": row["said_to"] or row["day"] or "",
            "meaning": row["meaning"],
        }
        for row in rows if (content := spans[row["id"], "content"])
    ]  # fmt: skip


def _load_contacts(db: Database, where: str, values: Sequence[Any]) -> list[ClaimRow]:
    rows = db.rows(
        f"""SELECT contacts.*, reports.text FROM contacts CROSS JOIN reports ON reports.id = contacts.report
            WHERE {where} AND contacts.state != 'rejected'""",  # noqa: S608 - ours
        values,
    )
    spans = _load_spans(db, rows, ("evidence",))
    return [
        {
            "entry": row["id"], "report": row["report"], "kind": row["kind"], **_place(row["text"], evidence), "words": _join(evidence),
            "first": row["when_from"] or "", "last": row["when_to"] or "", "status": row["status"], "site": row["place"] or "",
            "parties": _load_parties(db, row["id"]), "around": _around(row["text"], evidence),
        }
        for row in rows if (evidence := spans[row["id"], "evidence"])
    ]  # fmt: skip


def _load_parties(db: Database, contact: str) -> list[tuple[str, str]]:
    """The side, or else who it is, of each party, and what it is called."""
    rows = db.rows(
        """SELECT contact_parties.who, contact_parties.side, name, party, role FROM contact_parties JOIN actors ON actors.id = actor
           WHERE contact = ? ORDER BY position""",
        (contact,),
    )
    return [(row["side"] or row["who"], " ".join(filter(None, (row["name"], row["party"], row["role"])))) for row in rows]


def _load_spans(db: Database, rows: Sequence[Row], roles: Sequence[str]) -> dict[tuple[str, str], list[Row]]:
    spans: dict[tuple[str, str], list[Row]] = defaultdict(list)
    marks = ", ".join("?" * len(roles))
    for row in rows:
        for span in db.rows(
            f"""SELECT role, start, "end", text FROM evidence WHERE report = ? AND entry = ? AND role IN ({marks})
                ORDER BY role, position""",  # noqa: S608 - question marks only
            (row["report"], row["id"], *roles),
        ):
            spans[row["id"], span["role"]].append(span)
    return spans


def _place(text: str, spans: Sequence[Row]) -> dict[str, int]:
    start = min(span["start"] for span in spans)
    return {"place": 0, "start": start, "end": max(span["end"] for span in spans), "paragraph": text.count("\n\n", 0, start)}


def _around(text: str, spans: Sequence[Row]) -> str:
    """The paragraphs that some spans stand in, and the next; the whole text, if the title is one of them: it is about the contact."""
    first, last = min(span["start"] for span in spans), max(span["end"] for span in spans)
    start = text.rfind("\n\n", 0, first) + 1
    if not start:
        return text
    end = text.find("\n\n", last)
    after = text.find("\n\n", end + 2) if end >= 0 else -1
    return text[start : after if after >= 0 else len(text)].strip()


def _join(spans: Sequence[Row]) -> str:
    return " … ".join(span["text"] for span in spans)
