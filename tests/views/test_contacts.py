import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from tests.contacts import SIDES, Told, day, record_of

PLANNED = Told("talks", "planned", SIDES, (6, 6), "Geneva", 2, 1, "herald", words="A second round is due in Geneva on Thursday.")
MOVED = Told("talks", "planned", SIDES, (10, 10), "Geneva", 2, 5, "ledger", words="The second round will begin on 10 March.")
HELD = Told("talks", "held", SIDES, (10, 11), "Geneva", 2, 12, "courier", per="Ivo Strand", words="The second round ended in Geneva.")
BEFORE = Told("talks", "held", SIDES, (-20, -20), "Vienna", 1, -19, "wire", words="The first round was held in Vienna.")
CALL = Told(words="They spoke, for the first time in three years, about the bridge.")
DENIAL = Told(status="denied", per="Ivo Strand", words="There was no call.")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with record_of(tmp_path / "one.db", [PLANNED], [MOVED], [HELD], [BEFORE], [CALL, DENIAL]) as opened:
        yield opened


def test_a_contact_is_there_once_with_all_its_tellings(record: Record) -> None:
    (occasion,) = record.occasions(kind="talks", since=day(1))
    assert (occasion.kind, occasion.status, occasion.places) == ("talks", "held", ("Geneva",))
    assert [actor.name for actor in occasion.parties] == list(SIDES)
    assert [told.report.name for told in occasion.tellings] == ["herald", "ledger", "courier"]
    assert [(step.status, step.days.first) for step in occasion.history] == [("planned", day(6)), ("planned", day(10)), ("held", day(10))]
    assert [(days.first, days.last) for days in occasion.days] == [(day(10), day(11))]
    assert (occasion.reports, occasion.origins) == (3, 3)
    told_by = occasion.tellings[2].told_by
    assert told_by
    assert told_by.name == "Ivo Strand"
    assert len(occasion.links) == 2


def test_rounds_and_gaps(record: Record) -> None:
    first, second = record.occasions(kind="talks")
    assert first.gap is None
    assert second.gap
    assert (second.gap.previous, second.gap.at_least, second.gap.at_most) == (first.id, 30, 31)
    assert first.round
    assert second.round
    assert (first.round.number, second.round.number, second.round.inferred) == (1, 2, False)


def test_what_is_asserted_and_denied_is_disputed_and_its_first_is_quoted(record: Record) -> None:
    (occasion,) = record.occasions(kind="call")
    assert occasion.disputed
    assert (occasion.status, occasion.reports) == ("held", 1)
    (first,) = occasion.firsts
    assert first.words.text == "the first time in three years"
    assert occasion.tellings[[told.contact.id for told in occasion.tellings].index(first.telling)].contact.status == "held"


def test_any_telling_finds_the_contact(record: Record) -> None:
    assert record.occasion(MOVED.id) == record.occasion(HELD.id)
    assert record.occasion(MOVED.id) == record.occasions(kind="talks")[1]
    with pytest.raises(QueryError, match="not the id of a contact"):
        record.occasion("cnt_0")


def test_filters_ask_of_the_contact_not_of_a_telling(record: Record) -> None:
    assert not record.occasions(status="planned")
    assert not record.occasions(since=day(6), until=day(6))
    assert len(record.occasions(party="Orvania")) == 3
    assert len(record.occasions(party=["Orvania", "Strand"])) == 1
    assert not record.occasions(party=["Orvania", "Lendal"])
    assert [occasion.kind for occasion in record.occasions(place="geneva")] == ["talks"]
    assert len(record.occasions(at_least=3)) == 1
    with pytest.raises(QueryError, match="party"):
        record.occasions(party=["…"])
    with pytest.raises(QueryError, match="place"):
        record.occasions(place="…")


def test_a_contact_prints_as_json(record: Record) -> None:
    for occasion in record.occasions():
        value = json.loads(json.dumps(occasion.to_json()))
        assert value["reports"] == len({told["report"]["id"] for told in value["tellings"]})
        assert all(told["evidence"] for told in value["tellings"])


def test_a_record_without_contacts_has_none(tmp_path: Path) -> None:
    with Record.open(tmp_path / "empty.db") as record:
        assert record.occasions() == ()


def test_two_reports_that_have_it_from_one_outlet_have_one_origin(tmp_path: Path) -> None:
    told = [replace(CALL, report="herald"), replace(CALL, report="ledger", published=13, per="The herald"), replace(CALL, report="courier")]
    with record_of(tmp_path / "two.db", *([one] for one in told)) as record:
        (occasion,) = record.occasions()
    assert (occasion.reports, occasion.origins) == (3, 2)
    assert {len(branch.tellings) for branch in occasion.branches} == {1, 2}
