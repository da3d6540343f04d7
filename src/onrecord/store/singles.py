"""Single statements, each with what a reader needs to check it, without the rest of their reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import Actor, Entries
from onrecord.store.clusters import unite_actors
from onrecord.store.database import Database, Row
from onrecord.store.evidence import load_evidence_of
from onrecord.store.findings import FoundStatement
from onrecord.store.groups import chunks
from onrecord.store.reports import report_of
from onrecord.store.statements import statement_of


def load_single_statements(db: Database, ids: Iterable[str]) -> dict[str, FoundStatement]:
    """Id → statement, for those of some ids that are in the record.

    Each is the same as one loaded with its whole report, but that the actors are without their mentions.
    """
    found: dict[str, FoundStatement] = {}
    for marks, some in chunks(list(dict.fromkeys(ids))):
        found |= _load(db, marks, some)
    return found


def _load(db: Database, marks: str, ids: Sequence[str]) -> dict[str, FoundStatement]:
    rows = db.rows(f"SELECT * FROM statements WHERE id IN ({marks}) ORDER BY number", ids)  # noqa: S608 - question marks only
    evidence = load_evidence_of(db, ((row["report"], row["id"]) for row in rows))
    chains: dict[str, list[str]] = defaultdict(list)
    via = db.rows(
        f"SELECT statement, actor FROM statement_via WHERE statement IN ({marks}) ORDER BY statement, position",  # noqa: S608 - ?s only
        ids,
    )
    for row in via:
        chains[row["statement"]].append(row["actor"])
    actors, clusters = _load_actors(db, sorted({row["speaker"] for row in rows if row["speaker"]} | {row["actor"] for row in via}))
    confirmed = _load_confirmed(db, sorted(set(clusters.values())))
    by_report: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_report[row["report"]].append(row)
    found: dict[str, FoundStatement] = {}
    for report_marks, some in chunks(list(by_report)):
        for report in db.rows(f"SELECT * FROM reports WHERE id IN ({report_marks})", some):  # noqa: S608 - question marks only
            statements = tuple(statement_of(row, chains[row["id"]], evidence) for row in by_report[report["id"]])
            entries = Entries(report_of(report), statements, actors=tuple(actors[report["id"]]))
            entries = unite_actors(entries, clusters, confirmed)
            found |= {s.id: FoundStatement.of(entries, s) for s in entries.statements}
    return found


def _load_actors(db: Database, ids: Sequence[str]) -> tuple[dict[str, list[Actor]], dict[str, str]]:
    """By report the actors that are one with some of these there, and the actor of the record that each of them is."""
    rows: dict[str, Row] = {}
    for marks, some in chunks(ids):
        for row in db.rows(
            f"""SELECT others.* FROM actors CROSS JOIN actors AS others
                ON others.report = actors.report AND +others.identity = actors.identity
                WHERE actors.id IN ({marks})""",  # noqa: S608 - question marks only
            some,
        ):
            rows[row["id"]] = row
    actors: dict[str, list[Actor]] = defaultdict(list)
    for row in sorted(rows.values(), key=lambda row: row["number"]):
        plain = {key: row[key] for key in ("id", "name", "type", "role", "party", "side")}
        actors[row["report"]].append(Actor(**plain, why=tuple(json.loads(row["why"]))))
    return actors, {key: row["identity"] for key, row in rows.items()}


def _load_confirmed(db: Database, identities: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for marks, some in chunks(identities):
        rows = db.rows(f"SELECT actor FROM confirmed WHERE actor IN ({marks})", some)  # noqa: S608 - question marks only
        found |= {row["actor"] for row in rows}
    return frozenset(found)
