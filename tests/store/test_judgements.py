"""Judgements on actors, through the record that they are made on."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import JudgementError, QueryError
from onrecord.model.judgements import Verdict
from onrecord.record import Record
from onrecord.store.clusters import judge_clusters
from onrecord.store.judgements import find_actor

pytestmark = pytest.mark.usefixtures("fake_reading")
BY = {"by": "A. Veld", "why": "seen both"}


def reports(record: Record, name: str) -> list[str]:
    (found,) = record.actors(name=name)
    return sorted({appearance.report.name for appearance in found.appearances})


def test_merged_actors_are_one_and_confirmed(record: Record) -> None:
    assert not any(found.actor.confirmed for found in record.actors())
    judgement = record.merge_actors("Courier", "Ivo Strand", **BY)
    assert (judgement.number, judgement.kind, judgement.by, judgement.why) == (1, "merge", "A. Veld", "seen both")
    (found,) = record.actors(name="Courier")
    assert found.actor.confirmed
    assert record.actors(name="Ivo Strand") == (found,)
    assert not record.actors(name="Kostan")[0].actor.confirmed
    assert record.verify() == ()


def test_an_actor_is_found_by_the_words_of_a_mention(record: Record) -> None:
    (kostan,) = record.actors(name="Kostan")
    record.rename_actor("Mirela Kostan", "M. K.", **BY)
    db = record._db
    db.execute_many("UPDATE evidence SET text = ? WHERE role = 'mention' AND text = ?", [("Mirela Kosta", "Mirela Kostan")])
    assert find_actor(db, "mirela kosta") == kostan.actor.id
    with pytest.raises(QueryError):
        find_actor(db, "Kosta the elder")


def test_an_undone_merge_leaves_everything_as_it_was(record: Record) -> None:
    before = [found.to_json() for found in record.actors()]
    record.merge_actors("Courier", "Ivo Strand", **BY)
    record.undo_judgement(1, by="A. Veld", why="a slip")
    assert [found.to_json() for found in record.actors()] == before
    record.undo_judgement(2, by="A. Veld", why="no slip")
    assert record.actors(name="Courier") == record.actors(name="Ivo Strand")
    assert [j.undone for j in record.judgements()] == [False, True, False]


def test_a_split_takes_reports_out_of_an_actor(record: Record) -> None:
    assert reports(record, "Kostan") == ["kostan", "strand"]
    record.split_actor("Mirela Kostan", ["strand"], **BY)
    found = record.actors(name="Kostan")
    assert [[a.report.name for a in one.appearances] for one in found] in ([["kostan"], ["strand"]], [["strand"], ["kostan"]])
    with pytest.raises(QueryError, match="is the name of 2 actors; give the id of one: act_"):
        record.rename_actor("Mirela Kostan", "Mirela K.", **BY)
    record.rename_actor(found[0].actor.id, "Mirela Kostan the elder", **BY)
    assert len(record.actors(name="elder")) == 1


def test_judgements_hold_when_reports_are_read_again(record: Record, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record.split_actor("Mirela Kostan", ["strand"], **BY)
    record.rename_actor("Courier", "Dorvik Courier", **BY)
    record.resolve()
    assert len(record.actors(name="Kostan")) == 2
    (outlet,) = record.actors(name="Dorvik")
    assert outlet.actor.name == "Dorvik Courier"
    monkeypatch.setattr("onrecord.record.code_version", lambda: "another")
    record.read([news])
    assert len(record.actors(name="Kostan")) == 2
    assert record.actors(name="Dorvik")[0].actor.confirmed


def test_what_contradicts_a_judgement_is_refused_and_leaves_no_trace(record: Record) -> None:
    record.distinguish_actors("Courier", "Ivo Strand", **BY)
    record.merge_actors("Courier", "Mirela Kostan", **BY)
    with pytest.raises(JudgementError, match=r"contradicts judgement 1 and 2: .* undo what is wrong first"):
        record.merge_actors("Mirela Kostan", "Ivo Strand", **BY)
    assert len(record.judgements()) == 2
    record.undo_judgement(1, **BY)
    record.merge_actors("Mirela Kostan", "Ivo Strand", **BY)
    with pytest.raises(JudgementError, match="contradicts judgement"):
        record.undo_judgement(3, **BY)


@pytest.mark.parametrize(
    ("do", "message"),
    [
        (lambda r: r.merge_actors("Nobody", "Ivo Strand", **BY), "is not the id or a name of an actor"),
        (lambda r: r.merge_actors("Ivo Strand", "Strand", **BY), "are one already"),
        (lambda r: r.distinguish_actors("Ivo Strand", "Strand", **BY), "are one in this record"),
        (lambda r: r.split_actor("Courier", ["kostan"], **BY), "appears in none of these reports"),
        (lambda r: r.split_actor("Courier", ["strand"], **BY), "appears in no other report"),
        (lambda r: r.rename_actor("Courier", " ", **BY), "is no name"),
        (lambda r: r.undo_judgement(9, **BY), "is no judgement of this record"),
        (lambda r: r.rename_actor("Courier", "C", by=" ", why="x"), "needs who makes it and why"),
    ],
)
def test_a_judgement_that_means_nothing(record: Record, do, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(QueryError, match=message):
        do(record)
    assert record.judgements() == ()


def test_judgements_are_never_changed(tmp_path: Path, record: Record) -> None:
    record.rename_actor("Courier", "Dorvik Courier", **BY)
    db = sqlite3.connect(tmp_path / "talks.db")
    for command in ("UPDATE actor_judgements SET why = ''", "DELETE FROM actor_judgements"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            db.execute(command)
    db.close()


def test_an_explanation_gives_features_and_judgements(record: Record) -> None:
    lines = list(record.explain("Ivo Strand", "Mirela Kostan").describe())
    assert "are two actors in this record" in lines[0]
    assert lines[1].startswith("+0.00 name: “Ivo Strand” and “Mirela Kostan”: different surnames")
    assert lines[2] == "0.00 in all; from 0.85 on two are one"
    record.merge_actors("Ivo Strand", "Mirela Kostan", **BY)
    explained = record.explain("Ivo Strand", "Mirela Kostan")
    assert explained.same
    assert [j["number"] for j in explained.to_json()["judgements"]] == [1]


FOUND = {"a1": "a1", "a2": "a1", "b1": "b1", "b2": "b1", "c1": "c1"}
NAMES = {"a1": "Strand", "a2": "Ivo Strand", "b1": "Veld", "b2": "Veld", "c1": "Orsk"}


def verdict(number: int, *sides: str, apart: bool = False) -> Verdict:
    return Verdict(number, "distinct" if apart else "merge", tuple(frozenset(side.split()) for side in sides), apart)


def test_a_merge_takes_whole_clusters_along() -> None:
    assert judge_clusters(FOUND, NAMES, [verdict(1, "a2 b1")]) == dict.fromkeys(["a1", "a2", "b1", "b2"], "a1") | {"c1": "c1"}


def test_what_is_apart_leaves_its_cluster_and_takes_its_name_along() -> None:
    found = judge_clusters({**FOUND, "a3": "a1"}, {**NAMES, "a3": "Ivo Strand"}, [verdict(1, "a1", "a2", apart=True)])
    assert found["a1"] != found["a2"] == found["a3"]


def test_a_namesake_that_fits_both_sides_stands_alone() -> None:
    names = dict.fromkeys(["a1", "a2", "a3"], "Ivo Strand")
    assert judge_clusters(dict.fromkeys(names, "a1"), names, [verdict(1, "a1", "a2", apart=True)]) == {"a1": "a1", "a2": "a2", "a3": "a3"}
