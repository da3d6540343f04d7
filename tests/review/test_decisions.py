"""Decisions, through the record that they are made on."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import DecisionError, QueryError
from onrecord.model import Reading, Report, Span, Statement
from onrecord.record import Record
from onrecord.review.decisions import mark_seen, show_values
from onrecord.review.queue import Ask
from onrecord.store.corrections import load_own_entries
from tests.conftest import FakeReader

VELD = "A. Veld"
MORN = "I. Morn"


def statement(record: Record, words: str) -> Statement:
    (found,) = [one.statement for one in record.statements() if words in one.statement.content[0].text]
    return found


def speaker(record: Record, words: str) -> str | None:
    (found,) = [one for one in record.statements() if words in one.statement.content[0].text]
    return found.speaker.name if found.speaker else None


def state(record: Record, words: str) -> str:
    return statement(record, words).state


def test_what_nobody_decided_is_the_machines(record: Record) -> None:
    assert {found.statement.state for found in record.statements()} == {"machine"}
    assert {found.contact.state for found in record.contacts()} == {"machine"}


@pytest.mark.parametrize("verdict", ["confirmed", "rejected", "unsure"])
def test_a_verdict_is_the_state_of_the_entry(record: Record, verdict: str) -> None:
    pause = statement(record, "pause")
    (decision,) = record.decide([pause.id], verdict, VELD, "read it twice")
    assert (decision.number, decision.verdict, decision.by, decision.why, decision.lot) == (1, verdict, VELD, "read it twice", None)
    assert state(record, "pause") == verdict
    assert state(record, "café") == "machine"
    assert statement(record, "pause") == Statement(**{**vars(pause), "state": verdict})


def test_contacts_are_decided_on_like_statements(record: Record) -> None:
    (call,) = record.contacts()
    record.decide(
        [call.contact.id], "corrected", VELD, changes={"status": "planned", "parties": ["Ivo Strand", "Ana Drusk"], "place": "Solmar"}
    )
    (found,) = record.contacts()
    assert (found.contact.state, found.contact.status, found.contact.place) == ("corrected", "planned", "Solmar")
    assert [actor.name for actor in found.actors] == ["Ivo Strand", "Ana Drusk"]
    assert found.contact.machine["status"] == "held"
    assert record.contacts(status="held") == ()
    assert record.verify() == ()


def test_corrected_values_stand_everywhere_and_the_machines_are_kept(record: Record) -> None:
    pause = statement(record, "pause")
    start = pause.content[0].start
    changes = {"act": "propose", "stance": "for", "speaker": "Ivo Strand", "said": {"from": "2031-03-11", "to": "2031-03-12"},
               "content": [[start + 5, pause.content[0].end]]}  # fmt: skip
    (decision,) = record.decide([pause.id], "corrected", VELD, changes=changes)
    assert set(decision.changes) == set(changes)
    (found,) = record.statements(act="propose")
    s = found.statement
    assert (s.state, s.stance, found.speaker and found.speaker.name, s.content[0].text) == (
        "corrected", "for", "Ivo Strand", "a pause in the fighting was possible",
    )  # fmt: skip
    assert s.said
    assert s.said.edtf == "2031-03-11/2031-03-12"
    assert s.machine["act"] == "report"
    assert s.machine["speaker"]["name"] == "Mirela Kostan"
    assert s.machine["content"] == [pause.content[0].to_json()]
    assert found in record.statements(speaker="Strand", state="corrected")
    assert next(hit.statement and hit.statement.statement.id for hit in record.search("pause fighting")) == s.id
    assert record.report("kostan").to_json()["statements"][0]["machine"]["stance"] == "none"
    assert record.verify() == ()


def test_an_undo_leaves_everything_as_it_was(record: Record) -> None:
    before = record.report("kostan").to_json()
    actors = record.actors()
    pause = statement(record, "pause")
    record.decide([pause.id], "corrected", VELD, changes={"speaker": "Ana Drusk", "act": "urge"})
    assert record.actors(name="Drusk")
    record.undo_decision(1, VELD)
    assert record.report("kostan").to_json() == before
    assert record.actors() == actors
    assert [decision.undone for decision in record.decisions()] == [True, False]
    with pytest.raises(QueryError, match="already"):
        record.undo_decision(1, VELD)
    record.undo_decision(2, VELD)
    assert speaker(record, "pause") == "Ana Drusk"


def test_the_last_decision_of_a_reviewer_counts_and_the_one_before_returns(record: Record) -> None:
    pause = statement(record, "pause").id
    record.decide([pause], "confirmed", VELD)
    record.decide([pause], "rejected", VELD)
    assert state(record, "pause") == "rejected"
    last = record.last_decision(VELD)
    assert last
    record.undo_decision(last.number, VELD)
    assert state(record, "pause") == "confirmed"
    last = record.last_decision(VELD)
    assert last
    assert last.number == 1


def test_reviewers_who_differ_dispute(record: Record) -> None:
    pause = statement(record, "pause").id
    record.decide([pause], "confirmed", VELD)
    record.decide([pause], "rejected", MORN)
    assert state(record, "pause") == "disputed"
    record.decide([pause], "confirmed", MORN)
    assert state(record, "pause") == "confirmed"


def test_who_confirms_a_correction_agrees_with_it(record: Record) -> None:
    pause = statement(record, "pause").id
    record.decide([pause], "corrected", VELD, changes={"act": "propose"})
    record.decide([pause], "confirmed", MORN)
    assert state(record, "pause") == "corrected"


def test_who_confirms_blind_confirms_what_the_machine_found(record: Record) -> None:
    pause = statement(record, "pause").id
    record.decide([pause], "corrected", VELD, changes={"act": "propose", "issue": "ceasefire"})
    (decision,) = record.decide([pause], "corrected", MORN, changes={"issue": "ceasefire"}, blind=True)
    assert decision.blind
    found = statement(record, "pause")
    assert (found.state, found.act, found.issue) == ("disputed", "report", "ceasefire")


def test_the_unsure_do_not_count_where_others_are_sure(record: Record) -> None:
    pause = statement(record, "pause").id
    record.decide([pause], "unsure", VELD)
    record.decide([pause], "confirmed", MORN)
    assert state(record, "pause") == "confirmed"


def test_what_is_sent_twice_counts_once(record: Record) -> None:
    pause, cafe = statement(record, "pause").id, statement(record, "café").id
    once = record.decide([pause], "confirmed", VELD, key="k1")
    assert record.decide([pause], "confirmed", VELD, key="k1") == once
    lot = record.decide([pause, cafe], "rejected", VELD, key="k2")
    assert record.decide([pause, cafe], "rejected", VELD, key="k2") == lot
    undone = record.undo_decision(lot[0].number, VELD, key="k3")
    assert record.undo_decision(lot[0].number, VELD, key="k3") == undone
    assert len(record.decisions()) == 4


def test_a_decision_on_what_has_changed_since_is_not_taken(record: Record) -> None:
    pause = statement(record, "pause")
    own = load_own_entries(record._db, record.report("kostan").report.id)
    seen = mark_seen(show_values(own, own.statements[0]))
    record.decide([pause.id], "corrected", MORN, changes={"act": "propose"})
    with pytest.raises(DecisionError, match="has changed"):
        record.decide([pause.id], "confirmed", VELD, seen=seen)
    record.decide([pause.id], "confirmed", VELD, seen=seen, blind=True)


@pytest.mark.parametrize(
    ("verdict", "changes", "message"),
    [
        ("maybe", {}, "is no verdict"),
        ("corrected", {}, "would stay as it is"),
        ("corrected", {"act": "report"}, "would stay as it is"),
        ("rejected", {"act": "urge"}, "goes with no corrections"),
        ("corrected", {"act": "shout"}, "is no act"),
        ("corrected", {"issue": "weather"}, "is no issue"),
        ("corrected", {"colour": "red"}, "is no field of a statement"),
        ("corrected", {"content": []}, "needs words"),
        ("corrected", {"content": [[5, 5000]]}, "are no words of the report"),
        ("corrected", {"said": {"from": "2031-03-12", "to": "2031-03-11"}}, "are no days"),
        ("corrected", {"said": {"from": "soon"}}, "are no days"),
        ("corrected", {"via": [" "]}, "is no name"),
    ],
)
def test_what_cannot_be_understood_is_not_taken(record: Record, verdict: str, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        record.decide([statement(record, "pause").id], verdict, VELD, changes=changes)
    assert record.decisions() == ()


def test_a_decision_needs_somebody_and_something(record: Record) -> None:
    with pytest.raises(QueryError, match="needs who makes it"):
        record.decide([statement(record, "pause").id], "confirmed", " ")
    with pytest.raises(QueryError, match="is not the id"):
        record.decide(["stm_0"], "confirmed", VELD)


def test_decisions_are_never_changed_or_deleted(record: Record) -> None:
    record.decide([statement(record, "pause").id], "confirmed", VELD)
    for command in ("UPDATE decisions SET why = 'other'", "DELETE FROM decisions"):
        with pytest.raises(sqlite3.IntegrityError, match="decisions are never"):
            record._db.execute(command)


def test_a_lot_is_undone_as_one(record: Record) -> None:
    ask = Ask(by=VELD)
    with pytest.raises(DecisionError, match="are 3 now"):
        record.decide_all(ask, 2, "confirmed")
    made = record.decide_all(ask, 3, "confirmed", "a reliable outlet", key="lot")
    assert {decision.lot for decision in made} == {1}
    assert record.decide_all(ask, 3, "confirmed", key="lot") == made
    assert {found.statement.state for found in record.statements()} == {"confirmed"}
    record.undo_decision(made[-1].number, VELD)
    assert {found.statement.state for found in record.statements()} == {"machine"}
    assert record.last_decision(VELD) is None


def test_all_of_a_filter_are_corrected_alike(record: Record) -> None:
    record.decide_all(
        Ask(choice={"outlet": record.report("strand").report.outlet or ""}, by=VELD), 2, "corrected", changes={"issue": "border"}
    )
    assert {found.report.name for found in record.statements(issue="border")} == {"strand"}


class Other(FakeReader):
    """A second reading: other edges, other acts, and perhaps without what was there."""

    name = "fake-2"

    def __init__(self, cut: int = 0, act: str = "report", drop: str = "nothing") -> None:
        self.cut, self.act, self.drop = cut, act, drop

    def read(self, reports: Sequence[Report]) -> list[Reading]:
        out = []
        for report, reading in zip(reports, super().read(reports), strict=True):
            kept = [
                type(a)(**{**vars(a), "act": self.act, "content": (Span.of(report.text, a.content[0].start, a.content[0].end - self.cut),)})
                for a in reading.attributions
                if self.drop not in a.content[0].text
            ]
            out.append(type(reading)(reading.report, self.name, tuple(kept), contacts=reading.contacts))
        return out


def read_again(record: Record, news: Path, monkeypatch: pytest.MonkeyPatch, reader: Other) -> None:
    monkeypatch.setattr("onrecord.intake.load_reader", lambda *_: reader)
    record.read([news])


def test_a_second_reading_does_not_overwrite_a_person(record: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record.decide([statement(record, "pause").id], "corrected", VELD, changes={"act": "propose", "speaker": "Ana Drusk"})
    record.decide([statement(record, "café").id], "confirmed", VELD)
    read_again(record, news, monkeypatch, Other(act="urge"))
    pause, cafe, short = (statement(record, words) for words in ("pause", "café", "list"))
    assert (pause.state, pause.act, pause.machine["act"]) == ("corrected", "propose", "urge")
    assert speaker(record, "pause") == "Ana Drusk"
    assert (cafe.state, cafe.act, cafe.machine) == ("corrected", "report", {"act": "urge"})
    assert (short.state, short.act, short.machine) == ("machine", "urge", {})
    assert record.orphans() == ()
    assert record.verify() == ()


def test_decisions_find_words_with_other_edges(record: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = statement(record, "pause")
    record.decide([old.id], "confirmed", VELD)
    read_again(record, news, monkeypatch, Other(cut=9))
    new = statement(record, "pause")
    assert new.id != old.id
    assert (new.state, new.content) == ("corrected", old.content)
    record.decide([new.id], "confirmed", MORN, blind=True)
    assert state(record, "pause") == "disputed"
    assert len(record.decisions(new.id)) == 2


def test_decisions_whose_words_are_gone_are_listed(record: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record.decide([statement(record, "pause").id], "rejected", VELD)
    read_again(record, news, monkeypatch, Other(drop="pause"))
    (orphan,) = record.orphans()
    assert orphan.number == 1
    assert orphan.evidence
    assert orphan.evidence["content"][0].text.startswith("that a pause")
    monkeypatch.setattr(Other, "name", "fake-3")
    read_again(record, news, monkeypatch, Other())
    assert record.orphans() == ()
    assert state(record, "pause") == "rejected"


def test_resolving_again_keeps_decisions(record: Record) -> None:
    record.decide([statement(record, "pause").id], "corrected", VELD, changes={"speaker": "Ana Drusk"})
    record.resolve()
    assert speaker(record, "pause") == "Ana Drusk"
    assert record.verify() == ()


def test_a_name_that_the_record_has_is_its_actor(record: Record) -> None:
    (courier,) = record.actors(name="Courier")
    record.decide([statement(record, "pause").id], "corrected", VELD, changes={"speaker": "Courier"})
    (found,) = record.actors(name="Courier")
    assert found.actor.id == courier.actor.id
    assert {one.report.name for one in found.appearances} == {"kostan", "strand"}


def test_what_is_rejected_holds_no_position_and_counts_as_no_contact(record: Record) -> None:
    pause = statement(record, "pause").id
    (call,) = (found.contact.id for found in record.contacts())
    record.decide([pause], "corrected", VELD, changes={"stance": "for", "issue": "ceasefire"})
    assert [position.issue for position in record.positions(side="Orvania")] == ["ceasefire"]
    assert len(record.occasions()) == 1
    record.decide([pause, call], "rejected", VELD)
    assert record.positions(side="Orvania") == ()
    assert record.occasions() == ()
    assert len(record.contacts()) == 1
    record.undo_decision(2, VELD)
    assert [position.issue for position in record.positions(side="Orvania")] == ["ceasefire"]


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from([VELD, MORN]),
        st.sampled_from(["confirmed", "rejected", "unsure", "urge", "Ana Drusk"]),
        st.booleans(),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_was_decided_taking_it_back_restores_the_record(record: Record, steps: list[tuple[int, str, str, bool]]) -> None:
    names = ("kostan", "strand")
    before = [record.report(name).to_json() for name in names]
    entries = [found.statement.id for found in record.statements()]
    made = []
    for which, by, what, blind in steps:
        changes = {"urge": {"act": "urge"}, "Ana Drusk": {"speaker": "Ana Drusk"}}.get(what, {})
        try:
            made.append(record.decide([entries[which]], "corrected" if changes else what, by, changes=changes, blind=blind)[0].number)
        except QueryError:
            assert changes
        assert record.verify() == ()
    for number in reversed(made):
        record.undo_decision(number, VELD)
    assert [record.report(name).to_json() for name in names] == before
    assert record.orphans() == ()
