import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.variants import Change, Variant, compare_words, find_fullest, mark_words

FULL = "“Of 120 names fourteen were thieves, and one smuggled cigarettes,”"


@pytest.mark.parametrize(
    ("other", "changes"),
    [
        ("of 120 names, 14 were thieves and one smuggled cigarettes", ()),
        ("Of 120 names fourteen were thieves", (Change("and one smuggled cigarettes", ""),)),
        ("Of all 120 names fourteen were thieves, and one smuggled cigarettes", (Change("", "all"),)),
        ("Of 120 men fourteen were thieves, and one smuggled cigarettes", (Change("names", "men"),)),
    ],
    ids=["the same", "dropped", "added", "changed"],
)
def test_how_a_telling_differs(other: str, changes: tuple[Change, ...]) -> None:
    variant = compare_words(FULL, other)
    assert variant.changes == changes
    assert variant.is_same == (not changes)
    assert not any(variant.numbers)


def test_numbers_that_differ_are_pointed_out() -> None:
    variant = compare_words(FULL, "that thirteen of the 120 were thieves")
    assert variant.numbers == (("14",), ("13",))
    assert variant.to_json()["numbers"] == {"was": ["14"], "now": ["13"]}
    assert compare_words(FULL, "thieves").to_json()["numbers"] is None
    assert {change["kind"] for change in variant.to_json()["changes"]} <= {"dropped", "added", "changed"}


def test_the_fullest_telling_quotes_most() -> None:
    assert find_fullest([("indirect", "that all of the many names are thieves"), ("direct", "thieves"), ("direct", "all thieves")]) == 2
    assert find_fullest([("direct", "one two"), ("direct", "two one")]) == 0


@given(st.text(), st.text())
def test_only_the_same_words_do_not_differ(a: str, b: str) -> None:
    assert compare_words(a, a) == Variant(())
    assert bool(compare_words(a, b).changes) == bool(compare_words(b, a).changes)


def test_words_are_marked_where_they_stand() -> None:
    pieces = mark_words("The bridge will stay shut until both have signed", "that the bridge would stay shut.")
    assert "".join(piece.text for piece in pieces if piece.kind != "dropped") == "that the bridge would stay shut."
    assert [piece.text for piece in pieces if piece.kind == "added"] == ["that", "would"]
    assert [piece.text for piece in pieces if piece.kind == "dropped"] == ["will", "until both have signed"]
