"""Statements and the chains through which they came."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model import Actor, Relay, Statement
from onrecord.store.actors import each_once, load_own_actors
from onrecord.store.database import Database, Row
from onrecord.store.days import columns_of, when_of
from onrecord.store.evidence import STATEMENT_ROLES, Evidence, load_evidence_of

#: What stands between the pieces of a content that is kept as one text, for search.
GAP = " … "
_WRITTEN = ("id", "kind", "speaker", "inside", "act", "issue", "stance", "confidence", "meaning", "state", "added_by")


def write_statements(db: Database, report: str, statements: Sequence[Statement]) -> None:
    """Keep the statements of a report, whose actors must be in the record."""
    ((last,),) = db.rows("SELECT coalesce(max(number), 0) FROM statements")
    db.execute_many(
        """INSERT INTO statements (id, report, kind, content, speaker, who, side, inside, said_from, said_to, said_basis, said_precision,
                                   act, issue, stance, confidence, why, meaning, state, added_by)
           VALUES (:id, :report, :kind, :content, :speaker, (SELECT identity FROM actors WHERE id = :speaker),
                   (SELECT coalesce(side, party) FROM actors WHERE id = :speaker), :inside, :said_from, :said_to, :said_basis,
                   :said_precision, :act, :issue, :stance, :confidence, :why, :meaning, :state, :added_by)
           ON CONFLICT DO NOTHING""",
        (
            {key: getattr(s, key) for key in _WRITTEN}
            | {"report": report, "content": GAP.join(span.text for span in s.content), "why": json.dumps(s.why, ensure_ascii=False)}
            | columns_of("said", s.said)
            for s in statements
        ),
    )
    db.execute("INSERT INTO statement_words (rowid, content) SELECT number, content FROM statements WHERE number > ?", (last,))
    _write_chains(db, statements)


def update_statement(db: Database, s: Statement) -> None:
    """Write a statement, with the actors of its chain, in place of what it was."""
    row = {key: getattr(s, key) for key in ("id", "kind", "speaker", "act", "issue", "stance", "state")}
    row |= {"content": GAP.join(span.text for span in s.content), "machine": json.dumps(s.machine, ensure_ascii=False)}
    db.execute(
        """UPDATE statements SET kind = :kind, content = :content, speaker = :speaker, said_from = :said_from, said_to = :said_to,
               said_basis = :said_basis, said_precision = :said_precision, act = :act, issue = :issue, stance = :stance,
               state = :state, machine = :machine
           WHERE id = :id""",
        row | columns_of("said", s.said),
    )
    db.execute("DELETE FROM statement_via WHERE statement = ?", (s.id,))
    _write_chains(db, [s])


def load_statements(db: Database, report: str, evidence: Evidence) -> tuple[Statement, ...]:
    """The statements of a report, in its order."""
    return statements_of(db, db.rows("SELECT * FROM statements WHERE report = ? ORDER BY number", (report,)), evidence)


def statements_of(db: Database, rows: Sequence[Row], evidence: Evidence | None = None) -> tuple[Statement, ...]:
    """The statements that some rows of `statements` hold, with the actors of their reports; their spans are looked up if not given."""
    if evidence is None:
        evidence = load_evidence_of(db, ((row["report"], row["id"]) for row in rows))
    chains: dict[str, list[str]] = defaultdict(list)
    sql = "SELECT statement, actor FROM statement_via WHERE statement IN (...) ORDER BY statement, position"
    for row in db.rows_for(sql, [row["id"] for row in rows]):
        chains[row["statement"]].append(row["actor"])
    return tuple(_statement_of(row, chains[row["id"]], evidence) for row in rows)


def name_statements(db: Database, rows: Sequence[Row]) -> list[tuple[Statement, tuple[Actor, ...]]]:
    """The statements that some rows of `statements` hold, with the actors of the record that each of them names."""
    statements = statements_of(db, rows)
    actors = load_own_actors(db, (key for s in statements for key in _named_by(s)))
    return [
        (
            replace(
                s,
                speaker=actors[s.speaker].id if s.speaker else None,
                via=tuple(replace(relay, actor=actors[relay.actor].id) for relay in s.via),
            ),
            each_once(actors[key] for key in _named_by(s)),
        )
        for s in statements
    ]


def _named_by(s: Statement) -> Iterator[str]:
    yield from (key for key in (s.speaker, *(relay.actor for relay in s.via)) if key)


def _write_chains(db: Database, statements: Iterable[Statement]) -> None:
    db.execute_many(
        "INSERT INTO statement_via VALUES (?1, ?2, ?3, (SELECT identity FROM actors WHERE id = ?3)) ON CONFLICT DO NOTHING",
        ((s.id, position, relay.actor) for s in statements for position, relay in enumerate(s.via)),
    )


def _statement_of(row: Row, chain: Sequence[str], evidence: Evidence) -> Statement:
    key = row["id"]
    spans: dict[str, Any] = {role: evidence[key, role, 0] for role in STATEMENT_ROLES}
    return Statement(
        **{name: row[name] for name in _WRITTEN},
        **spans,
        via=tuple(Relay(actor, evidence[key, "via", link]) for link, actor in enumerate(chain)),
        said=when_of("said", row, evidence[key, "said", 0]),
        why=tuple(json.loads(row["why"])),
        machine=json.loads(row["machine"]),
    )
