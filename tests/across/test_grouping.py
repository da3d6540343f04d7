"""The groups of a whole record do not depend on when its reports came, nor on how often it was grouped meanwhile."""

import gc
import random
from collections.abc import Sequence
from typing import Any

import pytest

from onrecord.across.grouping import group_entries
from onrecord.model import Entries
from onrecord.store.database import Database
from onrecord.store.entries import replace_entries
from tests.across.test_actors import TALKS
from tests.records import group, open_record, write

pytestmark = pytest.mark.skipif(not TALKS.is_dir(), reason="needs the corpus of talks beside the project")


@pytest.fixture(scope="module")
def reports() -> list[Entries]:
    from evals.actors import worlds
    from evals.records import _given

    return [_given(row)[0] for row in dict(worlds(TALKS.parents[1]))["a"][:16]]


def groups(db: Database) -> dict[str, Any]:
    """All that is made of several reports."""
    columns = {"reports": "original", "statements": "utterance, who, side", "contacts": "occasion", "actors": "cluster"}
    out = {table: [tuple(row) for row in db.rows(f"SELECT id, {own} FROM {table} ORDER BY id")] for table, own in columns.items()}
    for table, own in {"contradictions": "a, b, kind, score", "links": "a, b, score, why", "sketches": "key, entry"}.items():
        out[table] = [tuple(row) for row in db.rows(f"SELECT {own} FROM {table} ORDER BY 1, 2")]
    return out


def forget(db: Database) -> None:
    """Have everything compared again."""
    for table, kind in (("reports", "report"), ("statements", "statement"), ("contacts", "contact")):
        db.execute(f"INSERT INTO stale SELECT id, '{kind}' FROM {table} WHERE true ON CONFLICT DO NOTHING")
    db.execute("INSERT INTO uncompared SELECT id FROM reports WHERE true ON CONFLICT DO NOTHING")


def make(db: Database, reports: Sequence[Entries], every: int) -> dict[str, Any]:
    for n, entries in enumerate(reports):
        write(db, entries)
        if n % every == every - 1:
            group(db)
    group(db)
    return groups(db)


def test_a_record_that_grew_is_as_if_all_had_come_at_once(db: Database, reports: list[Entries]) -> None:
    shuffled = list(reports)
    random.Random(1).shuffle(shuffled)
    grown = make(db, shuffled, 1)
    forget(db)
    group(db)
    assert groups(db) == grown
    other = open_record()
    assert make(other, reports, len(reports)) == grown
    other.close()


def test_resolving_a_report_again_changes_nothing(db: Database, reports: list[Entries]) -> None:
    before = make(db, reports, len(reports))
    for entries in reports[::3]:
        with db.transaction():
            replace_entries(db, entries)
            group_entries(db)
    assert groups(db) == before


def test_python_collects_garbage_again_after_grouping() -> None:
    db = open_record()
    group(db)
    assert gc.isenabled()
    gc.disable()
    try:
        group(db)
        assert not gc.isenabled()
    finally:
        gc.enable()
    db.close()
