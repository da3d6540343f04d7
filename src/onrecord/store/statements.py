"""Statements and the chains through which they came."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.model import Relay, Statement
from onrecord.store.database import Database, Row
from onrecord.store.days import columns_of, when_of
from onrecord.store.evidence import STATEMENT_ROLES, Evidence

#: What stands between the pieces of a content that is kept as one text, for search.
GAP = " … "
_WRITTEN = ("id", "kind", "speaker", "inside", "act", "issue", "stance", "confidence", "meaning", "state", "added_by")


def write_statements(db: Database, report: str, statements: Sequence[Statement]) -> None:
    """Keep the statements of a report, whose actors must be in the record."""
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
    chains: dict[str, list[str]] = defaultdict(list)
    for row in db.rows(
        "SELECT statement, actor FROM statement_via JOIN statements ON id = statement WHERE report = ? ORDER BY position", (report,)
    ):
        chains[row["statement"]].append(row["actor"])
    rows = db.rows("SELECT * FROM statements WHERE report = ? ORDER BY number", (report,))
    return tuple(statement_of(row, chains[row["id"]], evidence) for row in rows)


def _write_chains(db: Database, statements: Iterable[Statement]) -> None:
    db.execute_many(
        "INSERT INTO statement_via VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        ((s.id, position, relay.actor) for s in statements for position, relay in enumerate(s.via)),
    )


def statement_of(row: Row, chain: Sequence[str], evidence: Evidence) -> Statement:
    """The statement that a row of `statements` holds, with the actors of its chain and the spans it stands on."""
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
