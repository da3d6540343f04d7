from hypothesis import given
from hypothesis import strategies as st

from onrecord.across import sketches
from onrecord.across.sketches import CROWD, find_alike, keep_sketches, sketch_contents, sketch_text
from onrecord.store.database import Database

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


def test_alike_are_those_that_share_enough_keys_and_are_no_crowd(db: Database) -> None:
    keep_sketches(db, {"stm_a": frozenset([1, 2]), "stm_b": frozenset([2, 3]), "stm_c": frozenset([1, 2])})
    assert find_alike(db, {"stm_a": frozenset([1, 2])}) == {"stm_a": ["stm_b", "stm_c"]}
    assert find_alike(db, {"stm_a": frozenset([1, 2])}, 2) == {"stm_a": ["stm_c"]}
    keep_sketches(db, {"stm_b": frozenset([3])})
    assert find_alike(db, {"stm_a": frozenset([1, 2])}) == {"stm_a": ["stm_c"]}
    keep_sketches(db, {f"stm_{i}": frozenset([9]) for i in range(CROWD + 1)})
    assert find_alike(db, {"stm_0": frozenset([9])}) == {"stm_0": []}


@given(st.lists(st.text(alphabet="abcd ", max_size=40), max_size=4))
def test_keys_do_not_depend_on_what_is_sketched_beside(contents: list[str]) -> None:
    assert sketch_contents(contents) == [sketches.sketch_contents([one])[0] for one in contents]
