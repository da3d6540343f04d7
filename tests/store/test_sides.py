from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from onrecord.across.grouping import group_entries
from onrecord.errors import QueryError
from onrecord.model import Actor, Contact, Entries, Report, Span, Statement
from onrecord.store.database import Database
from onrecord.store.entries import replace_entries
from onrecord.store.sides import Told, choose_side, find_side, list_sides
from tests.records import group, open_record, write


def entries_of(name: str, party: str | None, side: str | None = None, who: str = "Ilse Morn") -> Entries:
    """A report in which one actor says no, and meets itself."""
    report = Report(name=name, text=f"{name}: no")
    words = (Span.of(report.text, len(name) + 2, len(name) + 4),)
    actor = Actor(f"act_{name}", who, "person", None, party, words, (), side)
    s = Statement(f"stm_{name}", "direct", (), (), words, actor.id, (), None, None, (), (), (), "refuse", "talks", "against", 0.9)
    c = Contact(f"cnt_{name}", "call", "held", (actor.id,), None, None, None, None, None, words, 0.9)
    return Entries(report, (s,), (c,), (actor,))


def write_and_settle(db: Database, *reports: Entries) -> None:
    write(db, *reports)
    group(db)


def sides(db: Database) -> dict[str, str | None]:
    rows = db.rows("SELECT id, side FROM statements UNION ALL SELECT contact, side FROM contact_parties ORDER BY 1")
    return {row["id"]: row["side"] for row in rows}


def test_a_side_that_only_other_reports_give(db: Database) -> None:
    write_and_settle(db, entries_of("a", None), entries_of("b", "Orvania"), entries_of("c", None, who="Ivo Strand"))
    assert sides(db) == {"stm_a": "Orvania", "cnt_a": "Orvania", "stm_b": "Orvania", "cnt_b": "Orvania", "stm_c": None, "cnt_c": None}


def test_what_a_report_gives_stays(db: Database) -> None:
    write_and_settle(db, entries_of("a", "Tamesh"), entries_of("b", "Orvania"), entries_of("c", "Orvania"), entries_of("d", None))
    assert (sides(db)["stm_a"], sides(db)["stm_d"]) == ("Tamesh", "Orvania")


def test_no_side_where_reports_are_even(db: Database) -> None:
    write_and_settle(db, entries_of("a", "Tamesh"), entries_of("b", "Orvania"), entries_of("c", None))
    assert sides(db)["stm_c"] is None


def test_the_order_of_reports_does_not_matter(tmp_path: Path) -> None:
    reports = (entries_of("a", None), entries_of("b", "Orvania"), entries_of("c", "Orvania"), entries_of("d", "Tamesh"))
    found = []
    for number, order in enumerate(permutations(reports)):
        db = open_record(tmp_path / f"{number}.db")
        for entries in order:
            write_and_settle(db, entries)
        found.append(sides(db))
        db.close()
    assert all(one == found[0] for one in found)
    assert found[0]["stm_a"] == "Orvania"


def test_a_side_goes_when_what_gave_it_goes(db: Database) -> None:
    told = entries_of("b", "Orvania")
    write_and_settle(db, entries_of("a", None), told)
    with db.transaction():
        replace_entries(db, replace(told, actors=(replace(told.actors[0], party=None),)))
    group(db)
    assert sides(db)["stm_a"] is None


def test_a_side_goes_when_actors_are_parted(db: Database) -> None:
    write_and_settle(db, entries_of("a", None), entries_of("b", "Orvania"))
    with db.transaction():
        db.execute("UPDATE actors SET cluster = id")
        group_entries(db)
    assert sides(db)["stm_a"] is None


def test_the_file_of_the_user_goes_first() -> None:
    assert choose_side({Told("Orvania", False): 5, Told("Guarantors", True): 1}) == "Guarantors"
    assert choose_side({Told("Orvania", False): 2, Told("Tamesh", False): 2}) is None
    assert choose_side({}) is None


def test_sides_are_found_by_words(db: Database) -> None:
    write_and_settle(
        db, entries_of("a", "Republic of Orvania"), entries_of("b", "Tamesh", who="B"), entries_of("c", "North Tamesh", who="C")
    )
    assert list_sides(db) == ["North Tamesh", "Republic of Orvania", "Tamesh"]
    assert find_side(db, "orvania") == "Republic of Orvania"
    assert find_side(db, "tamesh") == "Tamesh"
    with pytest.raises(QueryError, match="is no side in this record; there are North Tamesh, Republic of Orvania, Tamesh"):
        find_side(db, "Solmar")
    with pytest.raises(QueryError, match="is no side"):
        find_side(db, "…")
