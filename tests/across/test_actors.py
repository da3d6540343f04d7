"""Bringing actors together report by report gives what bringing all of them together at once gives."""

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across.actors import cluster_actors
from onrecord.model import Actor, Entries, Report, Span
from onrecord.resolving.actors import blocks, joining
from onrecord.resolving.actors.actors import merge_actors
from onrecord.store.database import Database
from onrecord.store.entries import replace_entries
from tests.records import open_record, write

TALKS = Path(__file__).parents[3] / "shared" / "data" / "talks"
PEOPLE = [
    "Anna Veld", "Ana Veld", "Anna Velde", "Ivo Veld", "Anna Maria Veld", "A. Veld", "I. Veld", "Veld", "Velde", "Anna", "Ivo", "Ivo Strand",
    "Iva Strand", "Ivo Strandt", "Strand", "Strandt", "Ivo Orvania", "Orvania", "FIR",
]  # fmt: skip
BODIES = [
    "Foreign Ministry", "Ministry of Foreign Affairs", "Orvania", "Orvanian Council", "Council of Orvania", "Orvanian side", "Orvan Council",
    "Insurgent Front of the Ranges", "National Front", "Front", "FIR", "IFR", "Radio Delta", "Radio Delta News", "Kestria", "Kestrian Army",
    "Army of Kestria", "Veld",
]  # fmt: skip
ACTORS = st.tuples(
    st.one_of(
        st.tuples(st.sampled_from(PEOPLE), st.just("person")),
        st.tuples(st.sampled_from(BODIES), st.sampled_from(["organization", "country", "group", "person", "unnamed"])),
    ),
    st.sampled_from([None, None, "foreign minister", "judge", "spokesman"]),
    st.sampled_from([None, "Orvania", "Kestria"]),
    st.sampled_from([None, "Mrs", "Mr"]),
).map(lambda row: (*row[0], *row[1:]))
REPORTS = st.lists(st.lists(ACTORS, min_size=1, max_size=4), min_size=1, max_size=8)
#: A number of a report and how many of its actors are left: reports are resolved again.
CUTS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 3)), max_size=3)

Row = tuple[str, str, str | None, str | None, str | None]


def actors_of(report: int, rows: Sequence[Row]) -> tuple[Actor, ...]:
    """Actors of a report; ids say nothing of when it came."""
    out = []
    for n, (name, kind, role, party, title) in enumerate(rows):
        words = f"{title} {name}" if title else name
        key = random.Random(f"{report} {n} {name}").getrandbits(32)
        out.append(Actor(f"act_{key:08x}", name, kind, role, party, (Span(0, len(words), words),)))
    return tuple(out)


def add(db: Database, name: str, actors: Sequence[Actor]) -> None:
    report = Report(name, name)
    entries = Entries(report, actors=tuple(actors))
    if db.rows("SELECT 1 FROM reports WHERE id = ?", (report.id,)):
        with db.transaction():
            replace_entries(db, entries)
    else:
        write(db, entries)


def cluster(db: Database) -> dict[str, str]:
    with db.transaction():
        cluster_actors(db)
    assert not db.rows("SELECT 1 FROM actors WHERE found IS NOT cluster")
    return {row["id"]: row["found"] for row in db.rows("SELECT id, found FROM actors")}


def check(reports: Mapping[str, Sequence[Actor]], cuts: Sequence[tuple[int, int]], every: int) -> None:
    db = open_record()
    seen: dict[str, Sequence[Actor]] = {}
    names = list(reports)
    steps = [(name, reports[name]) for name in names]
    steps += [(name, reports[name][:left]) for number, left in cuts for name in [names[number % len(names)]]]
    for n, (name, actors) in enumerate(steps):
        add(db, name, actors)
        seen[name] = actors
        if n % every == every - 1 or n >= len(names) - 1:
            assert cluster(db) == merge_actors([actor for own in seen.values() for actor in own])
    db.close()


@settings(deadline=None, max_examples=150)
@given(REPORTS, CUTS, st.integers(1, 3))
def test_it_is_the_same_as_all_at_once(reports: list[list[Row]], cuts: list[tuple[int, int]], every: int) -> None:
    check({f"r{n}": actors_of(n, rows) for n, rows in enumerate(reports)}, cuts, every)


@pytest.mark.parametrize(("largest", "most", "closest"), [(4, 2, 2), (2, 3, 3), (6, 24, 8)])
def test_it_is_the_same_where_blocks_are_large_and_names_common(
    monkeypatch: pytest.MonkeyPatch, largest: int, most: int, closest: int
) -> None:
    monkeypatch.setattr(blocks, "LARGEST", largest)
    monkeypatch.setattr(joining, "MOST", most)
    monkeypatch.setattr(joining, "CLOSEST", closest)

    @settings(deadline=None, max_examples=40)
    @given(st.lists(st.lists(ACTORS, min_size=2, max_size=8), min_size=3, max_size=8), CUTS)
    def check_all(reports: list[list[Row]], cuts: list[tuple[int, int]]) -> None:
        check({f"r{n}": actors_of(n, rows) for n, rows in enumerate(reports)}, cuts, 1)

    check_all()


@pytest.mark.skipif(not TALKS.is_dir(), reason="needs the corpus of talks beside the project")
@pytest.mark.parametrize("seed", [0, 1])
def test_it_is_the_same_on_a_corpus(seed: int) -> None:
    from evals.actors import worlds

    reports = {
        row["id"]: [
            Actor(f"act_{row['id']}_{key}", a["name"], a["type"], a.get("role"), a.get("party")) for key, a in sorted(row["actors"].items())
        ]
        for _, rows in worlds(TALKS.parents[1])
        for row in rows
    }
    names = sorted(reports)
    random.Random(seed).shuffle(names)
    db = open_record()
    for n, name in enumerate(names):
        add(db, name, reports[name])
        if n % 7 == 0 or n == len(names) - 1:
            found = cluster(db)
            if n % 35 == 0 or n == len(names) - 1:
                assert found == merge_actors([actor for one in names[: n + 1] for actor in reports[one]])
    db.close()


def test_what_nobody_tells_any_more_is_forgotten(db: Database) -> None:
    add(db, "a", actors_of(0, [("Anna Veld", "person", None, None, None), ("Orvania", "country", None, None, None)]))
    cluster(db)
    add(db, "a", ())
    assert cluster(db) == {}
    for table in ("profiles", "facts", "bearers", "name_keys", "links"):
        assert not db.rows(f"SELECT * FROM {table}"), table


def test_a_thousand_reports_of_one_minister_tell_one_thing(db: Database) -> None:
    for n in range(50):
        add(db, f"r{n}", actors_of(n, [("Anna Veld", "person", "foreign minister", "Orvania", None)]))
    assert len(set(cluster(db).values())) == 1
    assert [(json.loads(row["told"])[0], row["actors"]) for row in db.rows("SELECT * FROM profiles")] == [("Anna Veld", 50)]


def test_a_report_of_others_touches_nothing(db: Database) -> None:
    add(db, "a", actors_of(0, [("Anna Veld", "person", None, None, None), ("Veld", "person", None, None, None)]))
    cluster(db)
    add(db, "b", actors_of(1, [("Ivo Strand", "person", None, None, None)]))
    with db.transaction():
        heads = cluster_actors(db)
    assert heads == {row["id"] for row in db.rows("SELECT id FROM actors WHERE name = 'Ivo Strand'")}
