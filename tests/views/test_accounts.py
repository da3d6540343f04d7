from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from tests.contested import NOT_SHOT, SHOT, WAITED, Met, Said, make, tell

DAY = date(2031, 3, 12)
CALL = Met("Ivo Strand spoke with Mirela Kostan by telephone", ("Ivo Strand", "Mirela Kostan"), DAY)
BACK = Met("Mirela Kostan took a call from Ivo Strand", ("Mirela Kostan", "Ivo Strand"), DAY)
SEVEN = Said("Ivo Strand", "asked for", "the return of seven fishermen", "demand", "prisoners")
LINE = Said("Mirela Kostan", "named", "the line at the lighthouse", "demand", "border")
SHORT = Said("Mirela Kostan", "called", "the talk short", "assess", "talks")
BRIEF = Said("Ivo Strand", "called", "the talk brief", "assess", "talks")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    reports = [
        tell("ours", CALL, SEVEN, BRIEF, outlet="Foreign Ministry of Orvania"),
        tell("theirs", BACK, LINE, SHORT, outlet="Press Office of Tamesh"),
        tell("others", SHOT, NOT_SHOT, WAITED, outlet="Courier"),
    ]
    with make(tmp_path / "one.db", reports) as made:
        with made._db.transaction():
            made._db.execute("UPDATE contacts SET occasion = (SELECT min(id) FROM contacts)")
        yield made


def test_readouts_are_put_side_by_side(record: Record) -> None:
    for contact in record.contacts():
        found = record.accounts(contact.contact.id)
        assert [one.side for one in found.accounts] == ["Orvania", "Tamesh"]
        ours, theirs = found.accounts
        assert [s.statement.issue for s in ours.statements] == ["prisoners", "talks"]
        assert [t.contact.evidence[0].text for t in theirs.tellings] == [BACK.evidence]
        assert (ours.issues, theirs.issues) == (("prisoners",), ("border",))
        assert (ours.numbers, theirs.numbers) == (("seven fishermen",), ())
        assert ours.names == theirs.names == ()


def test_statements_far_from_a_contact_that_do_not_name_it_are_left_out(tmp_path: Path) -> None:
    with make(tmp_path / "one.db", [tell("mixed", CALL, SEVEN, WAITED, WAITED, LINE)]) as record:
        found = record.accounts(record.contacts()[0].contact.id)
    assert [(one.side, [s.statement.issue for s in one.statements]) for one in found.accounts] == [("Orvania", ["prisoners"]), (None, [])]


def test_an_event_is_given_by_words_days_and_sides(record: Record) -> None:
    found = record.accounts(words="guards ferry")
    assert [one.side for one in found.accounts] == ["Orvania", "Tamesh"]
    assert [one.kind for one in found.contradictions] == ["denial"]
    assert [one.side for one in record.accounts(words="guards", sides=("tamesh",)).accounts] == ["Tamesh"]
    assert record.accounts(since=date(2031, 4, 1)).accounts == ()
    assert record.accounts(until=date(2031, 3, 12)).accounts[-1].side is None


def test_json(record: Record) -> None:
    value = record.accounts(words="guards").to_json()
    assert value["accounts"][0]["only_here"] == {"issues": [], "numbers": ["three guards"], "names": []}
    assert [len(one["statements"]) for one in value["accounts"]] == [1, 1]
    assert len(value["contradictions"]) == 1


def test_what_cannot_be_asked(record: Record) -> None:
    with pytest.raises(QueryError, match="needs the id of a contact, words, or days"):
        record.accounts()
    with pytest.raises(QueryError, match="is not the id of a contact in this record; onrecord list contacts"):
        record.accounts("cnt_0")
