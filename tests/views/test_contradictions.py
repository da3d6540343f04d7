from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from onrecord.store.findings import FoundStatement
from onrecord.views.contradictions import ContradictionFilters
from tests.contested import FORTY, FOUR, NOT_SHOT, SHOT, make, tell


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    reports = [tell("quarrel", SHOT, NOT_SHOT), tell("shelling", FORTY, FOUR, day=date(2031, 3, 20)), tell("again", SHOT, NOT_SHOT)]
    with make(tmp_path / "one.db", reports) as made:
        yield made


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ({}, ["denial", "number"]),
        ({"kind": "number"}, ["number"]),
        ({"party": "tamesh", "since": date(2031, 3, 19)}, ["number"]),
        ({"party": "Ferrin"}, []),
        ({"until": date(2031, 3, 13)}, ["denial"]),
        ({"issue": "talks"}, []),
        ({"decision": "confirmed"}, []),
    ],
)
def test_filters(record: Record, filters: ContradictionFilters, kinds: list[str]) -> None:
    assert [one.kind for one in record.contradictions(**filters)] == kinds


def test_tellings_of_one_utterance_are_listed_once_by_the_earliest(record: Record) -> None:
    found = record.contradictions()
    assert [one.kind for one in found] == ["denial", "number"]
    assert found[0].a.report == found[0].b.report
    assert len({s.report.id for s in record.statements() if s.statement.act == "deny"}) == 2


def test_variants_of_one_utterance_do_not_contradict_each_other(record: Record) -> None:
    with record._db.transaction():
        record._db.execute("UPDATE statements SET utterance = 'one'")
    assert record.contradictions() == ()


def test_json_has_both_sources(record: Record) -> None:
    value = record.contradictions(kind="number")[0].to_json()
    assert (value["kind"], value["differs"], value["decision"]) == ("number", ["forty minutes", "four"], None)
    assert [value[end]["type"] for end in "ab"] == ["statement", "statement"]
    assert value["b"]["content"][0]["text"] == "it at four"
    found = record.contradictions(kind="number")[0]
    assert isinstance(found.a, FoundStatement)
    assert value["a"]["report"]["id"] == found.a.report.id


@pytest.mark.parametrize("filters", [{"kind": "lie"}, {"decision": "maybe"}, {"party": "…"}])
def test_bad_filters(record: Record, filters: ContradictionFilters) -> None:
    with pytest.raises(QueryError):
        record.contradictions(**filters)
