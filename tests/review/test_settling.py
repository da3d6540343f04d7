"""What reviewers dispute is settled by somebody who is none of them."""

from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.record import Record
from tests.conftest import FakeReader

VELD, MORN, OSS = "A. Veld", "I. Morn", "C. Oss"


@pytest.fixture
def disputed(record: Record) -> str:
    """A statement that one reviewer corrects otherwise than another."""
    (pause,) = [one.statement.id for one in record.statements() if "pause" in one.statement.content[0].text]
    record.decide([pause], "corrected", VELD, changes={"act": "propose", "issue": "ceasefire"})
    record.decide([pause], "corrected", MORN, changes={"act": "demand", "issue": "ceasefire"})
    return pause


def state(record: Record, entry: str) -> tuple[str, str, str]:
    s = next(one.statement for one in record.statements() if one.statement.id == entry)
    return s.state, s.act, s.issue


def test_the_decision_that_is_chosen_holds_until_it_is_taken_back(record: Record, disputed: str) -> None:
    assert state(record, disputed) == ("disputed", "report", "ceasefire")
    before = record.agreement()
    made = record.settle(disputed, 2, OSS, "the cue says so")
    assert (made.verdict, made.by, made.why, made.settles, made.blind) == ("corrected", OSS, "the cue says so", True, False)
    assert made.made_at
    assert state(record, disputed) == ("corrected", "demand", "ceasefire")
    assert record.disputes() == ()
    assert record.settled() == (disputed,)
    assert record.agreement() == before
    record.decide([disputed], "rejected", VELD)
    assert state(record, disputed) == ("corrected", "demand", "ceasefire")
    record.undo_decision(4, VELD)
    record.undo_decision(made.number, OSS)
    assert state(record, disputed) == ("disputed", "report", "ceasefire")
    assert record.settled() == ()


def test_a_rejection_can_hold(record: Record, disputed: str) -> None:
    record.decide([disputed], "rejected", VELD)
    record.settle(disputed, 3, OSS, "nobody says it")
    assert state(record, disputed)[0] == "rejected"


def test_something_else_can_be_right(record: Record, disputed: str) -> None:
    record.decide([disputed], "corrected", OSS, "both wrong", {"act": "urge"}, settles=True)
    assert state(record, disputed) == ("corrected", "urge", "ceasefire")
    assert [one.units for one in record.agreement() if one.field == "act"] == [1]


def test_it_holds_when_the_report_is_read_again(record: Record, disputed: str, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record.settle(disputed, 2, OSS, "the cue says so")
    monkeypatch.setattr(FakeReader, "name", "fake-2")
    record.read([news])
    assert state(record, disputed) == ("corrected", "demand", "ceasefire")
    assert record.verify() == ()


def test_not_everybody_can_settle_everything(record: Record, disputed: str) -> None:
    with pytest.raises(QueryError, match="somebody else has to settle it"):
        record.settle(disputed, 2, VELD, "mine is right")
    with pytest.raises(QueryError, match="only with a reason"):
        record.settle(disputed, 2, OSS, " ")
    with pytest.raises(QueryError, match="is no decision on"):
        record.settle(disputed, 9, OSS, "why")
    with pytest.raises(QueryError, match="by who is unsure"):
        record.decide([disputed], "unsure", OSS, "why", settles=True)
    other = next(one.statement.id for one in record.statements() if one.statement.id != disputed)
    with pytest.raises(QueryError, match="is not disputed; it is machine"):
        record.decide([other], "confirmed", OSS, "why", settles=True)
    assert len(record.decisions()) == 2


def test_what_is_sent_twice_settles_once(record: Record, disputed: str) -> None:
    made = record.settle(disputed, 2, OSS, "why", key="k")
    assert record.settle(disputed, 2, OSS, "why", key="k") == made
