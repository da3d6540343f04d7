import json
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import QueryError, ReportError
from onrecord.model import Entries, Reading, Report
from onrecord.record import Record, read_entries
from onrecord.store.database import Database
from onrecord.store.evidence import write_evidence

pytestmark = pytest.mark.usefixtures("fake_reading")


def dump(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def test_read_tells_what_it_did(tmp_path: Path, news: Path) -> None:
    done: list[str] = []
    with onrecord.open(tmp_path / "talks.db") as record:
        summary = record.read([news], progress=done.append)
        assert [record.report(key).report.name for key in summary.ids] == done == ["kostan", "strand"]
    assert (summary.reports, summary.statements, summary.contacts, summary.unchanged, summary.failures) == (2, 3, 1, 0, ())
    json.dumps(summary.to_json())


def test_reading_twice_changes_nothing(tmp_path: Path, news: Path, record: Record) -> None:
    (news / "empty.txt").write_text("")
    record.read([news])
    before = dump(tmp_path / "talks.db")
    summary = record.read([news, news])
    assert dump(tmp_path / "talks.db") == before
    assert (summary.reports, summary.unchanged) == (0, 4)
    assert len(summary.ids) == 2
    assert [failure.path for failure in summary.failures] == [str(news / "empty.txt")] * 2


def test_a_changed_text_is_a_new_version_and_the_old_one_stays(news: Path, record: Record) -> None:
    (old,) = record.statements(speaker="Kostan", outlet="Courier")
    path = news / "kostan.md"
    path.write_text(path.read_text("utf8").replace("was possible", "was not possible"), "utf8")
    record.read([news])
    (new,) = record.statements(speaker="Kostan", outlet="Courier")
    assert new.statement.content[0].text.endswith("was not possible")
    assert record.report("kostan").report == record.report("https://courier.example/1").report == new.report
    assert record.report(old.report.id).statements[0].content == old.statement.content
    assert not [hit for hit in record.search("was possible") if hit.report == old.report]
    assert record.verify() == ()


def test_a_report_that_cannot_be_read_is_a_failure_and_the_rest_goes_on(tmp_path: Path, news: Path) -> None:
    (news / "binary.txt").write_bytes(b"a\0b")
    with onrecord.open(tmp_path / "talks.db") as record:
        summary = record.read([tmp_path / "missing", news])
    assert summary.reports == 2
    assert [failure.path for failure in summary.failures] == [str(tmp_path / "missing"), str(news / "binary.txt")]
    db = sqlite3.connect(tmp_path / "talks.db")
    assert db.execute("SELECT path FROM failures ORDER BY path").fetchall() == [(str(tmp_path / "missing"),), (str(news / "binary.txt"),)]
    db.close()


def test_a_report_that_breaks_the_reader_does_not_stop_the_others(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = onrecord.intake.load_reader()

    class Breaking:
        name = "breaking"

        def read(self, reports: Sequence[Report]) -> list[Reading]:
            if any(report.name == "kostan" for report in reports):
                raise ZeroDivisionError
            return reader.read(reports)

    monkeypatch.setattr("onrecord.intake.load_reader", lambda *_: Breaking())
    with onrecord.open(tmp_path / "talks.db") as record:
        summary = record.read([news])
    assert summary.reports == 1
    assert [failure.path for failure in summary.failures] == ["kostan"]


def test_a_killed_run_leaves_whole_reports_and_the_next_does_the_rest(tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with onrecord.open(tmp_path / "whole.db") as whole:
        whole.read([news])
        wanted = [found.to_json() for found in whole.statements()]

    def be_killed(db: Database, value: Entries) -> None:
        if value.report.name == "strand":
            raise KeyboardInterrupt
        write_evidence(db, value)

    monkeypatch.setattr("onrecord.store.entries.write_evidence", be_killed)
    with onrecord.open(tmp_path / "talks.db") as record, pytest.raises(KeyboardInterrupt):
        record.read([news])
    monkeypatch.setattr("onrecord.store.entries.write_evidence", write_evidence)
    with onrecord.open(tmp_path / "talks.db") as record:
        assert [found.report.name for found in record.statements()] == ["kostan"]
        assert record.verify() == ()
        assert record.read([news]).reports == 1
        assert [found.to_json() for found in record.statements()] == wanted


def test_several_processes_read_the_same(tmp_path: Path, news: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.intake.BATCH", 1)
    monkeypatch.setattr("onrecord.intake.open_pool", ThreadPoolExecutor)  # threads see the fakes
    for number in range(7):
        (news / f"more{number}.txt").write_text(f"Ivo Strand said that it was number {number}.\n")
    (news / "empty.txt").write_text("")
    with onrecord.open(tmp_path / "other.db") as other:
        other.read([news], processes=2)
        record.read([news])
        assert other.statements() == record.statements()
    assert list(read_entries([news], processes=2))[1:] == list(read_entries([news]))[1:]


def test_another_model_reads_again_and_replaces(tmp_path: Path, record: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        name = "silent"

        def read(self, reports: Sequence[Report]) -> list[Reading]:
            return [Reading(report.id, self.name) for report in reports]

    monkeypatch.setattr("onrecord.intake.load_reader", lambda *_: Silent())
    assert record.read([news]).reports == 2
    assert (record.statements(), record.contacts(), record.actors()) == ((), (), ())
    assert len(record.search("fighting")) == 1


def test_resolving_again_gives_the_same(tmp_path: Path, record: Record) -> None:
    before = record.statements(), record.contacts(), record.actors()
    record.resolve()
    assert (record.statements(), record.contacts(), record.actors()) == before


def test_one_actor_has_one_id_in_all_reports(record: Record) -> None:
    first, second = record.statements(speaker="kostan")
    assert first.speaker is not None
    assert second.speaker is not None
    assert first.speaker.id == second.speaker.id
    (found,) = record.actors(name="Kostan")
    assert [one.report.name for one in found.appearances] == ["kostan", "strand"]


def test_statements_by_every_filter(record: Record) -> None:
    def days(**filters: object) -> list[str]:
        return [found.statement.said.edtf for found in record.statements(**filters) if found.statement.said]  # type: ignore[arg-type]

    assert days() == ["2031-03-12", "2031-03-14", "../2031-03-15"]
    assert days(speaker="STRAND") == ["../2031-03-15"]
    assert days(party="orvania") == ["2031-03-12", "2031-03-14"]
    assert days(since=date(2031, 3, 13)) == ["2031-03-14", "../2031-03-15"]
    assert days(until=date(2031, 3, 13)) == ["2031-03-12", "../2031-03-15"]
    assert days(since=date(2031, 3, 12), until=date(2031, 3, 12), outlet="courier") == ["2031-03-12"]
    assert days(act="report", issue="talks", outlet="standard") == ["2031-03-14", "../2031-03-15"]
    assert days(act="refuse") == []
    assert days(speaker="nobody") == []


def test_contacts_by_every_filter(record: Record) -> None:
    assert len(record.contacts(party="strand", since=date(2031, 3, 11), until=date(2031, 3, 11), kind="call", status="held")) == 1
    assert len(record.contacts(party="Orvania", outlet="Courier")) == 1
    assert record.contacts(status="planned") == record.contacts(since=date(2031, 3, 12)) == record.contacts(party="Solmar") == ()


def test_actors_by_every_filter(record: Record) -> None:
    assert [found.actor.name for found in record.actors()] == ["Courier", "Ivo Strand", "Mirela Kostan"]
    assert [found.actor.name for found in record.actors(type="outlet", outlet="standard")] == ["Courier"]
    assert [found.actor.name for found in record.actors(party="Orvania", name="mirela")] == ["Mirela Kostan"]


def test_search_finds_statements_then_paragraphs(record: Record) -> None:
    statement, paragraph = record.search("CAFE open")
    assert statement.statement is not None
    assert statement.spans == statement.statement.statement.content
    assert paragraph.statement is None
    assert [span.text for span in paragraph.spans][-1].startswith("Ivo Strand said")
    assert record.search('"open café"') == ()
    with pytest.raises(QueryError, match="no words"):
        record.search('"—"')


def test_reports_of_one_name_are_not_versions_of_each_other(tmp_path: Path, news: Path, record: Record) -> None:
    for day in ("monday", "tuesday"):
        (news / day).mkdir()
        (news / day / "index.txt").write_text(f"Ivo Strand said that it was {day}.\n")
    record.read([news])
    assert len(record.statements(speaker="Strand")) == 3


def test_a_filter_needs_words(record: Record) -> None:
    for words in ("", " — "):
        with pytest.raises(QueryError, match="no words to find the speaker by"):
            record.statements(speaker=words)


def test_a_report_must_be_one(news: Path, record: Record) -> None:
    path = news / "more"
    path.mkdir()
    (path / "kostan.txt").write_text("Nothing was said.\n")
    record.read([news])
    with pytest.raises(QueryError, match="several reports"):
        record.report("kostan")
    with pytest.raises(QueryError, match="not the name"):
        record.report("nothing")


def test_without_a_record_the_same_is_read(news: Path, record: Record) -> None:
    (news / "empty.txt").write_text("")
    error, *entries = read_entries([news])
    assert isinstance(error, ReportError)
    assert [one.to_json() for one in entries if isinstance(one, Entries)] == [
        record.report(name).to_json() for name in ("kostan", "strand")
    ]
