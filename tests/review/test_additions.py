"""Entries that people add because the machine has missed them, through the record that they are added to."""

from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import QueryError
from onrecord.model import Attribution, Reading, Report, Span
from onrecord.record import Record
from tests.conftest import FakeReader

VELD, MORN = "A. Veld", "I. Morn"
#: The second sentence of this report is one that the fake reading does not find.
WARNED = "Mirela Kostan said that the list was short.\n\nThe bridge, Ana Drusk warned on 2031-03-12, would stay shut. They met in Solmar.\n"


@pytest.fixture
def missed(record: Record, news: Path) -> Record:
    (news / "bridge.md").write_text(f"---\ntitle: The bridge\ndate: 2031-03-14\noutlet: Herald\n---\n{WARNED}", "utf8")
    record.read([news])
    return record


def place(record: Record, *words: str) -> list[list[int]]:
    text = record.report("bridge").report.text
    return [[text.index(one), text.index(one) + len(one)] for one in words]


def warning(record: Record, **more: Any) -> dict[str, Any]:
    return {"kind": "indirect", "act": "warn", "content": place(record, "The bridge", "would stay shut"),
            "source": place(record, "Ana Drusk"), "cue": place(record, "warned"), "speaker": "Ana Drusk", **more}  # fmt: skip


def test_a_statement_is_added_and_stands_everywhere(missed: Record) -> None:
    made = missed.add("bridge", "statement", warning(missed, said={"from": "2031-03-12", "to": "2031-03-12"}), VELD, "read it")
    assert (made.verdict, made.by, made.why, made.shown) == ("added", VELD, "read it", None)
    (found,) = missed.statements(act="warn")
    s = found.statement
    assert (s.state, s.added_by, s.why, s.machine) == ("added", VELD, ("added by A. Veld",), {})
    assert [span.text for span in s.content] == ["The bridge", "would stay shut"]
    assert found.speaker
    assert (found.speaker.name, s.said and s.said.edtf) == ("Ana Drusk", "2031-03-12")
    assert found in missed.statements(speaker="Drusk", state="added")
    assert next(hit.statement and hit.statement.statement.id for hit in missed.search("bridge shut")) == s.id
    rows = {row["id"]: row for row in missed.report("bridge").to_json()["statements"]}
    assert (rows[s.id]["added_by"], rows[s.id]["state"], rows[s.id]["speaker"]["name"]) == (VELD, "added", "Ana Drusk")
    assert [row["added_by"] for key, row in rows.items() if key != s.id] == [None]
    assert missed.entries_of(made) == (s.id,)
    assert missed.verify() == ()


def test_a_contact_is_added(missed: Record) -> None:
    changes = {"kind": "meeting", "status": "held", "parties": ["Mirela Kostan", "Ana Drusk"], "evidence": place(missed, "They met in Solmar"),
               "place": "Solmar"}  # fmt: skip
    missed.add("bridge", "contact", changes, VELD)
    (found,) = missed.contacts(state="added")
    assert (found.contact.added_by, found.contact.place, found.contact.when) == (VELD, "Solmar", None)
    assert [actor.name for actor in found.actors] == ["Mirela Kostan", "Ana Drusk"]
    assert [one.contact.added_by for told in missed.occasions() for one in told.tellings if one.contact.id == found.contact.id] == [VELD]
    assert missed.verify() == ()


def test_an_addition_is_taken_back_and_made_again(missed: Record) -> None:
    before, actors = missed.report("bridge").to_json(), missed.actors()
    made = missed.add("bridge", "statement", warning(missed), VELD)
    added = missed.report("bridge").to_json()
    undone = missed.undo_decision(made.number, VELD)
    assert missed.report("bridge").to_json() == before
    assert missed.actors() == actors
    assert missed.verify() == ()
    missed.undo_decision(undone.number, VELD)
    assert missed.report("bridge").to_json() == added


def test_it_stays_when_reports_are_resolved_and_read_again(missed: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missed.add("bridge", "statement", warning(missed), VELD)
    added = missed.report("bridge").to_json()
    missed.resolve()
    assert missed.report("bridge").to_json() == added
    monkeypatch.setattr(FakeReader, "name", "fake-2")
    missed.read([news])
    assert missed.report("bridge").to_json()["statements"] == added["statements"]
    assert missed.verify() == ()


def test_what_the_machine_finds_later_is_the_same_entry(missed: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missed.add("bridge", "statement", warning(missed), VELD)

    class Better(FakeReader):
        name = "fake-3"

        def _read(self, report: Report) -> Reading:
            reading = super()._read(report)
            at = report.text.find("Ana Drusk warned")
            if at < 0:
                return reading
            source, cue, content = (
                (Span.of(report.text, report.text.index(words), report.text.index(words) + len(words)),)
                for words in ("Ana Drusk", "warned", "would stay shut")
            )
            new = Attribution("indirect", source, cue, content, "report", "talks", "none", 0.5)
            return Reading(report.id, self.name, (*reading.attributions, new), contacts=reading.contacts)

    monkeypatch.setattr("onrecord.intake.load_reader", lambda *_: Better())
    missed.read([news])
    found = [one.statement for one in missed.statements() if "shut" in one.statement.content[-1].text]
    assert [(s.added_by, s.state, s.act, len(s.content)) for s in found] == [(None, "corrected", "warn", 2)]
    assert found[0].machine["act"] == "report"
    assert missed.orphans() == ()


def test_others_decide_on_it_as_on_any_entry(missed: Record) -> None:
    made = missed.add("bridge", "statement", warning(missed), VELD)
    (entry,) = missed.entries_of(made)

    def state() -> tuple[str, str | None]:
        s = next(one.statement for one in missed.statements() if one.statement.id == entry)
        return s.state, s.added_by

    missed.decide([entry], "confirmed", MORN)
    assert state() == ("confirmed", VELD)
    missed.decide([entry], "rejected", MORN)
    assert state() == ("disputed", VELD)
    missed.decide([entry], "rejected", VELD)
    assert state() == ("rejected", VELD)
    missed.undo_decision(missed.decisions()[-1].number, VELD)
    for number in (3, 2):
        missed.undo_decision(number, MORN)
    missed.decide([entry], "corrected", VELD, changes={"act": "urge", "content": place(missed, "would stay shut")})
    missed.resolve()
    s = next(one.statement for one in missed.statements() if one.statement.id == entry)
    assert (s.added_by, s.act, s.machine["act"], [span.text for span in s.content]) == (VELD, "urge", "warn", ["would stay shut"])
    assert missed.verify() == ()


def test_two_who_add_the_same_words_agree(missed: Record) -> None:
    missed.add("bridge", "statement", warning(missed), VELD)
    with pytest.raises(QueryError, match="has these words already"):
        missed.add("bridge", "statement", warning(missed, content=place(missed, "would stay shut")), MORN)
    assert len(missed.statements(act="warn")) == 1


def test_it_is_exported_to_learn_from(missed: Record) -> None:
    missed.add("bridge", "statement", warning(missed), VELD)
    (line,) = missed.training_lines()
    (row,) = line["statements"]
    assert (row["act"], row["cue"], line["actors"][row["speaker"]]["name"]) == ("warn", place(missed, "warned"), "Ana Drusk")
    assert line["undecided"] == 1


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"act": None}, "is no act"),
        ({"content": []}, "needs words"),
        ({"content": [[0, 10_000]]}, "are no words of the report"),
        ({"colour": "red"}, "is no field"),
    ],
)
def test_what_cannot_be_understood_is_not_added(missed: Record, changes: dict[str, Any], problem: str) -> None:
    with pytest.raises(QueryError, match=problem):
        missed.add("bridge", "statement", warning(missed) | changes, VELD)
    assert missed.decisions() == ()


def test_classes_have_to_be_chosen(missed: Record) -> None:
    with pytest.raises(QueryError, match="needs kind and act"):
        missed.add("bridge", "statement", {"content": place(missed, "would stay shut")}, VELD)
    with pytest.raises(QueryError, match="needs status"):
        missed.add("bridge", "contact", {"evidence": place(missed, "They met"), "kind": "meeting"}, VELD)
    with pytest.raises(QueryError, match="cannot be added"):
        missed.add("bridge", "actor", {}, VELD)


def test_what_is_sent_twice_is_added_once(missed: Record) -> None:
    first = missed.add("bridge", "statement", warning(missed), VELD, key="k")
    assert missed.add("bridge", "statement", warning(missed), VELD, key="k") == first
    assert len(missed.decisions()) == 1
