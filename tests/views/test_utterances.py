from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.model import Contact, Entries
from onrecord.record import Record
from tests.across.conftest import Said, make_entries
from tests.records import group, open_record, write

QUOTE = "No convoy will cross the northern bridge before all nine of the crew are home"
KOSTAN = Said("Mirela Kostan", QUOTE, "2031-03-12")
SHORT = "that no convoy would cross the northern bridge before all seven of the crew were home"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    db = open_record(tmp_path / "one.db")
    reports = [
        make_entries("third", [replace(KOSTAN, via=("Courier",))], "2031-03-16", "Standard"),
        make_entries("second", [replace(KOSTAN, content=SHORT, kind="indirect")], "2031-03-15", "Post"),
        make_entries("first", [KOSTAN, Said("Ivo Strand", "The harvest was poor", issue="other", party="Tamesh")], "2031-03-14"),
    ]
    for entries in reports:
        write(db, entries)
    contact = Contact(
        "cnt_1", "call", "held", (), None, None, None, None, reports[0].statements[0].id, reports[0].statements[0].content, 0.9
    )
    write(db, replace(make_entries("call", [], outlet="Gazette"), contacts=()))
    with db.transaction():
        db.execute(
            "INSERT INTO contacts (id, report, kind, status, per, confidence) VALUES (?, ?, 'call', 'held', ?, 0.9)",
            (contact.id, reports[0].report.id, contact.per),
        )
    group(db)
    yield Record(db)
    db.close()


def test_what_was_said_once_is_found_once_with_who_was_first(record: Record) -> None:
    (found,) = record.utterances()
    assert [one.report.name for one in found.tellings] == ["first", "second", "third"]
    assert (found.first.name, found.reports, len(found.origins.branches)) == ("first", 3, 2)
    assert found.said
    assert found.said.first == date(2031, 3, 12)
    assert found.fullest is found.tellings[0]
    assert [variant.is_same for variant in found.variants] == [True, False, True]
    assert found.variants[1].numbers == (("9",), ("7",))


def test_it_is_found_by_any_of_its_tellings(record: Record) -> None:
    (found,) = record.utterances()
    assert all(record.utterance(one.statement.id) == found for one in found.tellings)
    with pytest.raises(QueryError, match="not the id of a statement"):
        record.utterance("stm_0")


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"speaker": "kostan"}, 1),
        ({"speaker": "Strand"}, 0),
        ({"side": "Orvania"}, 1),
        ({"side": "Tamesh"}, 0),
        ({"side": "Tamesh", "at_least": 1}, 1),
        ({"issue": "talks"}, 1),
        ({"outlet": "post"}, 1),
        ({"outlet": "Gazette"}, 0),
        ({"since": date(2031, 3, 13)}, 0),
        ({"until": date(2031, 3, 12)}, 1),
        ({"at_least": 3}, 1),
        ({"at_least": 4}, 0),
        ({"at_least": 1}, 2),
        ({"at_least": 1, "limit": 1}, 1),
    ],
)
def test_filters(record: Record, filters: dict[str, object], count: int) -> None:
    assert len(record.utterances(**filters)) == count  # type: ignore[arg-type]


def test_filters_that_cannot_fit_anything_are_errors(record: Record) -> None:
    with pytest.raises(QueryError, match="issue of no statement"):
        record.utterances(issue="harvest")
    with pytest.raises(QueryError, match="no words to find the side by"):
        record.utterances(side="?")


def test_as_json(record: Record) -> None:
    (found,) = record.utterances()
    value = found.to_json()
    assert (value["reports"], value["origins"], value["speaker"]["name"], value["first"]["name"]) == (3, 2, "Mirela Kostan", "first")
    assert [telling["report"]["name"] for telling in value["tellings"]] == ["first", "second", "third"]
    assert value["tellings"][1]["variant"]["numbers"] == {"was": ["9"], "now": ["7"]}
    assert [branch["origin"]["name"] for branch in value["branches"]] == ["Courier", "Post"]


def test_origins_of_an_utterance_and_of_a_contact(record: Record) -> None:
    (found,) = record.utterances()
    origins = record.origins(found.tellings[2].statement.id)
    assert origins == found.origins
    assert [[way.report.name for way in origins.ways_of(branch)] for branch in origins.branches] == [["first", "third"], ["second"]]
    assert origins.ways[2].through == ("Courier",)
    assert {way.speaker for way in origins.ways} == {"Mirela Kostan"}
    assert [way.words for way in origins.ways] == [" … ".join(s.text for s in told.statement.content) for told in found.tellings]
    contact = record.origins("cnt_1")
    assert contact.ways[0].words
    assert (contact.reports, contact.branches[0].origin.name) == (1, "Courier")
    with pytest.raises(QueryError, match="not the id of a statement or contact"):
        record.origins("act_1")


def test_copies_are_named(tmp_path: Path) -> None:
    text = "The convoy waited at the northern bridge until dusk. Nobody on either bank would say for whom it waited there."
    reports: list[Entries] = [
        make_entries(name, [KOSTAN], f"2031-03-1{n}", name.title(), end=text) for n, name in ((4, "wire"), (5, "post"))
    ]
    db = open_record(tmp_path / "one.db")
    for entries in reports:
        write(db, entries)
    group(db)
    (found,) = Record(db).utterances()
    assert (found.reports, len(found.origins.branches)) == (2, 1)
    copy = found.origins.ways[1].copy_of
    assert copy
    assert copy.name == "wire"
    assert found.to_json()["branches"][0]["ways"][1]["copy_of"]["name"] == "wire"
    db.close()
