"""Judgements applied to what a report touches give what applying them to the whole record gives."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.across.grouping import group_entries
from onrecord.errors import OnRecordError
from onrecord.model import Actor, Entries, Report, Span
from onrecord.record import Record
from onrecord.store.clusters import judge_clusters
from onrecord.store.database import Database
from onrecord.store.entries import replace_entries
from onrecord.store.verdicts import find_verdicts
from tests.records import group, open_record, write

NAMES = ["Anna Veld", "Ana Veld", "Veld", "Ivo Strand", "Strand", "Mirela Kostan"]
BY = {"by": "A. Veld", "why": "seen both"}
REPORTS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True), min_size=2, max_size=5)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["merge", "distinct", "split"]), st.integers(0, 20), st.integers(0, 20)),
        st.tuples(st.just("rename"), st.integers(0, 20), st.just(0)),
        st.tuples(st.just("undo"), st.integers(1, 4), st.just(0)),
        st.tuples(st.just("report"), st.integers(0, 20), st.integers(0, 5)),
        st.tuples(st.just("again"), st.integers(0, 4), st.integers(0, 3)),
    ),
    min_size=1,
    max_size=6,
)


def entries_of(number: int, names: list[str]) -> Entries:
    """A report in which each of some actors is mentioned once."""
    report = Report(f"r{number}", f"{number}: {', '.join(names)}")
    actors = []
    for name in names:
        start = report.text.index(f" {name}") + 1
        actors.append(Actor(f"act_{number}_{name}", name, "person", mentions=(Span(start, start + len(name), name),)))
    return Entries(report, actors=tuple(actors))


@pytest.fixture
def record() -> Iterator[Record]:
    with Record(open_record()) as opened:
        yield opened


def check(db: Database) -> None:
    """Compare clusters, and actors on whom judgements stand, with what the whole record gives."""
    rows = db.rows("SELECT id, name, found, cluster FROM actors ORDER BY id")
    verdicts = find_verdicts(db)
    wanted = judge_clusters({row["id"]: row["found"] for row in rows}, {row["id"]: row["name"] for row in rows}, verdicts)
    assert {row["id"]: row["cluster"] for row in rows} == wanted
    called = [(wanted[key], verdict.name) for verdict in verdicts for side in verdict.sides for key in sorted(side)]
    names = dict.fromkeys(key for key, _ in called) | {key: name for key, name in called if name}
    assert {row["actor"]: row["name"] for row in db.rows("SELECT * FROM confirmed")} == names


@settings(deadline=None, max_examples=120)
@given(REPORTS, STEPS)
def test_it_is_the_same_as_all_at_once(reports: list[list[str]], steps: list[tuple[str, int, int]]) -> None:
    db = open_record()
    record = Record(db)
    kept = {n: entries_of(n, names) for n, names in enumerate(reports)}
    for entries in kept.values():
        write(db, entries)
    group(db)
    check(db)
    for kind, x, y in steps:
        heads = [row["identity"] for row in db.rows("SELECT DISTINCT identity FROM actors ORDER BY identity")]
        a, b = (heads[n % len(heads)] for n in (x, y)) if heads else ("none", "none")
        try:
            if kind == "merge":
                record.merge_actors(a, b, **BY)
            elif kind == "distinct":
                record.distinguish_actors(a, b, **BY)
            elif kind == "split":
                record.split_actor(a, [f"r{y % len(kept)}"], **BY)
            elif kind == "rename":
                record.rename_actor(a, "Somebody Else", **BY)
            elif kind == "undo":
                record.undo_judgement(x, **BY)
            elif kind == "report":
                kept[len(kept)] = entries_of(len(kept), list(dict.fromkeys([NAMES[x % 6], NAMES[y % 6]])))
                write(db, kept[len(kept) - 1])
                group(db)
            else:
                entries = kept[x % len(kept)]
                with db.transaction():
                    replace_entries(db, Entries(entries.report, actors=entries.actors[:y]))
                    group_entries(db)
        except OnRecordError:
            pass
        check(db)
    record.close()


def test_a_report_of_others_changes_nothing_that_was_judged(record: Record) -> None:
    db = record._db
    for n in range(3):
        write(db, entries_of(n, ["Anna Veld", "Ivo Strand"]))
    group(db)
    record.merge_actors("Anna Veld", "Ivo Strand", **BY)
    db.execute("CREATE TABLE log (id TEXT)")
    db.execute("CREATE TRIGGER seen AFTER UPDATE ON actors BEGIN INSERT INTO log VALUES (new.id); END")
    write(db, entries_of(3, ["Mirela Kostan"]))
    group(db)
    assert {row["id"] for row in db.rows("SELECT id FROM log")} == {"act_3_Mirela Kostan"}
    write(db, entries_of(4, ["Ivo Strand"]))
    group(db)
    assert {row["id"] for row in db.rows("SELECT id FROM log")} == {"act_3_Mirela Kostan", "act_4_Ivo Strand"}
    assert len({row["cluster"] for row in db.rows("SELECT cluster FROM actors")}) == 2
