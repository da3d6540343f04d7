"""Adding a report looks through no table: what SQLite plans for each question that is asked meanwhile."""

import re
from pathlib import Path

import pytest

from onrecord.record import Record
from onrecord.store.contradictions import OF_MANY

#: Tables that hold no more than what is being written, and questions that SQLite asks only if something is amiss.
SMALL = re.compile(
    r"SCAN (?:profiles|judged|reports) USING (?:COVERING )?INDEX (?:profiles_changed|judged_stale|reports_superseded)|SCAN (?:unsettled|uncompared|identities_due|retold_due)"
)
#: What a plan calls tables that are made within a question.
MADE = re.compile(r"SCAN (?:CONSTANT ROW|\(|later|called|told|gone|live|sides|value|\d)|SCAN \w+ VIRTUAL TABLE")

pytestmark = pytest.mark.usefixtures("fake_reading")


def plans(record: Record, asked: set[str]) -> dict[str, list[str]]:
    """What is looked through for each question, if anything is."""
    found = {}
    for sql in sorted(asked):
        if re.match(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)", sql):
            steps = [row[3] for row in record._db._connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
            if scans := [step for step in steps if step.startswith("SCAN") and not SMALL.match(step) and not MADE.match(step)]:
                found[sql] = scans
    return found


def test_a_report_is_added_without_looking_through_a_table(record: Record, news: Path) -> None:
    asked: set[str] = set()
    (news / "more.md").write_text((news / "kostan.md").read_text("utf8").replace("courier.example/1", "courier.example/2"), "utf8")
    record._db._connection.set_trace_callback(asked.add)
    try:
        record.read([news / "more.md"])
    finally:
        record._db._connection.set_trace_callback(None)
    assert len(asked) > 50
    assert plans(record, asked) == {}


def test_positions_of_an_actor_are_found_without_looking_through_a_table(record: Record) -> None:
    asked: set[str] = set()
    record._db._connection.set_trace_callback(asked.add)
    try:
        record.positions(actor="Mirela Kostan")
    finally:
        record._db._connection.set_trace_callback(None)
    assert asked
    assert plans(record, asked) == {}


def test_contradictions_of_many_actors_are_told_by_the_two_entries(record: Record) -> None:
    asked = f"EXPLAIN QUERY PLAN SELECT a FROM pairs WHERE {OF_MANY}"
    steps = [row[3] for row in record._db._connection.execute(asked, {"actors": "[]"})]
    assert any("SEARCH contact_parties" in step for step in steps)
    assert not any("who=?" in step for step in steps)
