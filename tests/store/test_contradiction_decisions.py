"""Decisions on contradictions stand on words: they hold when reports are read again, and can be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.model import Entries
from onrecord.record import Record
from onrecord.store.contradiction_decisions import anchor_of, entry_at
from onrecord.store.entries import replace_entries
from onrecord.views.contradictions import FoundContradiction
from tests.contested import NOT_SHOT, SHOT, WAITED, make, tell
from tests.records import group

BY = {"by": "A. Veld", "why": "read it twice"}
QUARREL = tell("quarrel", SHOT, NOT_SHOT, WAITED)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with make(tmp_path / "one.db", [QUARREL]) as made:
        yield made


def only(record: Record, decision: str | None = None) -> FoundContradiction:
    (found,) = record.contradictions(decision=decision)
    return found


def judge(record: Record, decision: str) -> None:
    (a, b) = (QUARREL.statements[0].id, QUARREL.statements[1].id)
    record.judge_contradiction(b, a, decision, **BY)


def read_again(record: Record, entries: Entries) -> None:
    with record._db.transaction():
        replace_entries(record._db, entries)
    group(record._db)


def renamed(entries: Entries, statements: slice = slice(None)) -> Entries:
    """The same report read by another model: statements have other ids."""
    return replace(entries, statements=tuple(replace(s, id=f"{s.id}x") for s in entries.statements[statements]))


def test_a_confirmed_pair_is_listed_with_who_decided(record: Record) -> None:
    assert only(record, "open").decision is None
    judge(record, "confirmed")
    decision = only(record).decision
    assert decision
    assert (decision.number, decision.kind, decision.about, decision.by, decision.why) == (
        1,
        "confirmed",
        "denial",
        "A. Veld",
        "read it twice",
    )
    assert record.contradictions(decision="open") == ()
    assert decision.describe().startswith("1: confirmed (denial): “that three guards fired at the ferry” / “that any guards")


def test_a_rejected_pair_is_listed_as_such_alone(record: Record) -> None:
    judge(record, "rejected")
    assert record.contradictions() == ()
    assert only(record, "rejected").decision == record.contradiction_decisions()[0]
    read_again(record, renamed(QUARREL))
    assert record.contradictions() == ()
    assert len(record.contradictions(decision="rejected")) == 1


def test_the_last_decision_counts_and_an_undo_brings_back_the_one_before(record: Record) -> None:
    judge(record, "unsure")
    judge(record, "rejected")
    assert record.contradictions() == ()
    record.undo_contradiction(2, **BY)
    assert only(record, "unsure").decision == record.contradiction_decisions()[0]
    record.undo_contradiction(3, **BY)
    assert record.contradictions() == ()
    assert [one.undone for one in record.contradiction_decisions()] == [False, False, True, False]
    assert record.contradiction_decisions()[2].describe().endswith("(taken back)")


def test_a_decision_holds_when_reports_are_read_again(record: Record) -> None:
    judge(record, "confirmed")
    read_again(record, renamed(QUARREL))
    assert only(record, "confirmed").a.to_json()["id"].endswith("x")


def test_what_is_decided_stays_though_it_is_no_longer_proposed(record: Record) -> None:
    judge(record, "confirmed")
    again = renamed(QUARREL)
    meek = replace(again.statements[1], act="report", cue=again.statements[1].source)
    read_again(record, replace(again, statements=(again.statements[0], meek)))
    assert (only(record).score, only(record).kind) == (0.0, "denial")
    record.judge_contradiction(again.statements[0].id, meek.id, "rejected", **BY)
    assert record.contradictions() == ()


def test_a_decision_on_words_that_are_gone_waits_for_them(record: Record) -> None:
    judge(record, "rejected")
    read_again(record, renamed(QUARREL, slice(2, None)))
    assert record.contradictions(decision="rejected") == ()
    read_again(record, QUARREL)
    assert len(record.contradictions(decision="rejected")) == 1


def test_an_anchor_leads_back_to_its_entry(record: Record) -> None:
    for statement in QUARREL.statements:
        assert entry_at(record._db, anchor_of(record._db, statement.id)) == statement.id


def test_decisions_are_never_changed(record: Record) -> None:
    judge(record, "confirmed")
    for command in ("DELETE FROM contradiction_decisions", "UPDATE contradiction_decisions SET kind = 'rejected'"):
        with pytest.raises(sqlite3.IntegrityError, match="decisions are never"):
            record._db.execute(command)


@pytest.mark.parametrize(
    ("a", "b", "decision", "by", "message"),
    [
        (0, 2, "confirmed", "A. Veld", "are not proposed as a contradiction; onrecord contradictions list shows"),
        (0, 1, "wrong", "A. Veld", "is no decision; there are confirmed, rejected, unsure"),
        (0, 1, "confirmed", " ", "needs who makes it and why"),
    ],
)
def test_what_cannot_be_decided(record: Record, a: int, b: int, decision: str, by: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        record.judge_contradiction(QUARREL.statements[a].id, QUARREL.statements[b].id, decision, by, "so it is")
    with pytest.raises(QueryError, match="is no decision of this record"):
        record.undo_contradiction(7, **BY)
