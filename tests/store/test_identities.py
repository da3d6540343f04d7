"""Summaries of actors: what is kept is what the other tables say, whatever happened to them."""

from pathlib import Path

import pytest

from onrecord.catalogue import Catalogue
from onrecord.record import Record
from onrecord.store.database import Database
from onrecord.store.identities import is_due, summarize_identities

pytestmark = pytest.mark.usefixtures("fake_reading")
BY = {"by": "A. Veld", "why": "seen both"}


#: What is counted of an actor, by the actors of reports that are one with it.
COUNTED = """
    WITH own AS (SELECT id, report FROM actors WHERE identity = ?),
    live AS (SELECT id FROM reports WHERE superseded_by IS NULL)
    SELECT (SELECT count(DISTINCT report) FROM own WHERE report IN live),
        (SELECT count(*) FROM statements WHERE report IN live AND speaker IN (SELECT id FROM own)),
        (SELECT count(*) FROM statements WHERE report IN live AND id IN
            (SELECT statement FROM statement_via WHERE actor IN (SELECT id FROM own))),
        (SELECT count(*) FROM contacts WHERE report IN live AND (mediator IN (SELECT id FROM own) OR id IN
            (SELECT contact FROM contact_parties WHERE actor IN (SELECT id FROM own))))"""


def rows(path: Path) -> list[tuple[object, ...]]:
    """The summaries, after a look that they are what the tables say, and what they would be if all were made again."""
    db = Database.open(path)
    assert not is_due(db)
    kept = [tuple(row) for row in db.rows("SELECT * FROM identities ORDER BY name")]
    assert [row[7:] for row in kept] == [tuple(db.rows(COUNTED, (row[0],))[0]) for row in kept]
    with db.transaction():
        db.execute("INSERT INTO identities_due SELECT DISTINCT identity FROM actors")
        summarize_identities(db)
    assert [tuple(row) for row in db.rows("SELECT * FROM identities ORDER BY name")] == kept
    db.close()
    return [row[1:3] + row[4:] for row in kept]


def test_counts_are_those_of_the_record(record: Record, tmp_path: Path) -> None:
    assert rows(tmp_path / "talks.db") == [
        ("Courier", "outlet", None, None, "Courier", 1, 0, 1, 0),
        ("Ivo Strand", "person", None, None, "Ivo Strand", 2, 1, 0, 1),
        ("Mirela Kostan", "person", "Orvania", None, "Mirela Kostan", 2, 2, 0, 1),
    ]


def test_judgements_change_them(record: Record, tmp_path: Path) -> None:
    before = rows(tmp_path / "talks.db")
    record.merge_actors("Courier", "Ivo Strand", **BY)
    merged = next(row for row in rows(tmp_path / "talks.db") if row[0] != "Mirela Kostan")
    assert merged[4:] == ("Ivo Strand\nCourier", 2, 1, 1, 1)
    record.undo_judgement(1, **BY)
    assert rows(tmp_path / "talks.db") == before
    record.rename_actor("Courier", "Dorvik Courier", **BY)
    assert "Dorvik Courier" in [row[0] for row in rows(tmp_path / "talks.db")]
    record.split_actor("Mirela Kostan", ["strand"], **BY)
    assert [row[5:] for row in rows(tmp_path / "talks.db") if row[0] == "Mirela Kostan"] == [(1, 1, 0, 1), (1, 1, 0, 0)]


def test_reading_again_and_new_versions_change_them(record: Record, news: Path, tmp_path: Path) -> None:
    before = rows(tmp_path / "talks.db")
    record.resolve()
    assert rows(tmp_path / "talks.db") == before
    path = news / "kostan.md"
    path.write_text(path.read_text("utf8").split("\n\n")[0] + "\n", "utf8")
    record.read([path])
    now = {row[0]: row[5:] for row in rows(tmp_path / "talks.db")}
    assert now == {"Courier": (1, 0, 1, 0), "Ivo Strand": (1, 1, 0, 0), "Mirela Kostan": (2, 2, 0, 0)}


def test_a_record_of_an_older_version_is_summed_up_when_it_is_opened(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "talks.db"
    wanted = rows(path)
    record.close()
    db = Database.open(path)
    db.execute("DELETE FROM identities")
    db.execute("INSERT INTO identities_due SELECT DISTINCT identity FROM actors")
    db.close()
    with Catalogue.open(path) as catalogue:
        catalogue.refresh()
    assert rows(path) == wanted
