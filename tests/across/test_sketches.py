from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across import sketches
from onrecord.across.sketches import CROWD, find_alike, keep_sketches, sketch_contents, sketch_text
from onrecord.store.database import Database
from onrecord.store.groups import STATEMENTS
from tests.across.conftest import Said, make_entries
from tests.records import open_record, write

LONG = "No convoy will cross the northern bridge before the crew of the ferry is home"


def test_like_contents_share_keys_and_others_do_not() -> None:
    same, near, other, short = sketch_contents([LONG, LONG.replace("northern ", ""), "The harvest was poor this year in all valleys", "No"])
    assert same & near
    assert not same & other
    assert short == frozenset()
    assert sketch_contents([]) == []


def test_a_text_shares_a_key_for_each_sentence_that_it_carries() -> None:
    one = f"{LONG}. The minister left without a word to the press. Snow is forecast for the whole of the week."
    other = f"Snow is forecast for the whole of the week. {LONG}. Nothing else stands in both of these reports."
    assert len(sketch_text(one) & sketch_text(other)) == 2


def test_alike_are_those_that_share_enough_keys(db: Database) -> None:
    keep_sketches(db, STATEMENTS, {"stm_a": frozenset([1, 2]), "stm_b": frozenset([2, 3]), "stm_c": frozenset([1, 2])})
    assert alike(db, {"stm_a": frozenset([1, 2])}) == {"stm_a": ["stm_b", "stm_c"]}
    assert alike(db, {"stm_a": frozenset([1, 2])}, 2) == {"stm_a": ["stm_c"]}
    keep_sketches(db, STATEMENTS, {"stm_b": frozenset([3])})
    assert alike(db, {"stm_a": frozenset([1, 2])}) == {"stm_a": ["stm_c"]}


@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.integers(1, 4)), min_size=1), min_size=1, max_size=5))
def test_who_finds_each_other_is_known_once_keys_are_kept(steps: list[dict[str, frozenset[int]]]) -> None:
    with pytest.MonkeyPatch.context() as patch, closing(open_record()) as db:
        patch.setattr(sketches, "CROWD", 3)
        kept: dict[str, frozenset[int]] = {}
        for step in steps:
            kept |= step
            holders = keep_sketches(db, STATEMENTS, step)
            for key in {key for keys in step.values() for key in keys}:
                assert holders[key] == set(sorted(entry for entry, keys in kept.items() if key in keys)[:3])


def test_of_a_crowd_those_of_the_smallest_ids_are_alike_whenever_they_came(db: Database) -> None:
    crowd = [f"stm_{i:03}" for i in range(1, CROWD + 2)]
    for one in reversed(crowd):
        keep_sketches(db, STATEMENTS, {one: frozenset([9])})
    assert alike(db, {crowd[0]: frozenset([9]), crowd[-1]: frozenset([9])}) == {crowd[0]: crowd[1:-1], crowd[-1]: []}
    # Whoever is pushed out was compared with those in its way before, and is compared again.
    assert stale(db) == [crowd[-1]]
    keep_sketches(db, STATEMENTS, {"stm_000": frozenset([9])})
    assert stale(db) == crowd[-2:]
    keep_sketches(db, STATEMENTS, {"stm_000": frozenset()})
    assert alike(db, {crowd[-2]: frozenset([9])}) == {crowd[-2]: crowd[:-2]}


def test_who_comes_into_a_crowd_because_another_is_gone_is_compared_again(db: Database) -> None:
    write(db, make_entries("one", [Said("Mirela Kostan", LONG)]))
    (row,) = db.rows("SELECT id FROM statements")
    ids = [row["id"], *(f"stm_z{i:03}" for i in range(CROWD + 1))]
    keep_sketches(db, STATEMENTS, dict.fromkeys(ids, frozenset([9])))
    db.execute("DELETE FROM stale")
    db.execute("DELETE FROM statements")
    assert stale(db) == [ids[CROWD]]


def alike(db: Database, some: dict[str, frozenset[int]], least: int = 1) -> dict[str, list[str]]:
    return find_alike(db, some, keep_sketches(db, STATEMENTS, some), least)


def stale(db: Database) -> list[str]:
    return [row["entry"] for row in db.rows("SELECT entry FROM stale ORDER BY entry")]


@given(st.lists(st.text(alphabet="abcd ", max_size=40), max_size=4))
def test_keys_do_not_depend_on_what_is_sketched_beside(contents: list[str]) -> None:
    assert sketch_contents(contents) == [sketches.sketch_contents([one])[0] for one in contents]
