from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.store.entries import load_entries
from onrecord.store.findings import FoundStatement
from onrecord.store.singles import load_single_statements


@pytest.mark.usefixtures("fake_reading")
def test_single_statements_are_those_of_their_reports(tmp_path: Path, news: Path) -> None:
    with onrecord.open(tmp_path / "talks.db") as record:
        record.read([news])
        record.merge_actors("Ivo Strand", "Courier", "A. Veld", "so that two of one report are one")
        wanted = {}
        for report in ("kostan", "strand"):
            entries = load_entries(record._db, record.report(report).report.id)
            for s in entries.statements:
                found = FoundStatement.of(entries, s)
                wanted[s.id] = replace(found, actors=tuple(replace(actor, mentions=()) for actor in found.actors))
        assert len(wanted) == 3
        assert load_single_statements(record._db, wanted) == wanted
        assert load_single_statements(record._db, [*wanted, "stm_none"]) == wanted
        assert load_single_statements(record._db, []) == {}
