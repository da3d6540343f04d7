from hypothesis import given
from hypothesis import strategies as st

from onrecord.across.words import content_words, pairs_of, shingles, spell_out, split_words, stem, stems_of


def test_words_are_folded_and_numbers_are_figures() -> None:
    assert split_words("Thirteen THIEVES, é 1,200 and one") == ("13", "thieves", "e", "1,200", "and", "one")


def test_words_that_say_nothing_are_left_out_and_endings_taken_off() -> None:
    assert content_words(split_words("that the guards were shelled, and shelling")) == ("guard", "shell", "shell")
    assert stem("2031") == "2031"
    assert stem("gas") == "gas"


def test_forms_of_a_word_have_one_stem() -> None:
    assert stem("withdrawal") == stem("withdraws")
    assert stem("agreement") == stem("agreed") == stem("agree")
    assert stem("endorsements") == stem("endorsed") == stem("endorsing")
    assert stems_of("the guards") == stems_of("The guard’s") == stems_of("Guard")
    assert stems_of("It was not so, Mr Strand said") == {"strand"}
    assert stems_of("The withdrawals of two guns") == stems_of("a withdrawal; 2 guns")


def test_pairs_and_shingles() -> None:
    assert pairs_of(("a", "b", "c")) == {("a", "b"), ("b", "c")}
    assert list(shingles(("a", "b", "c"), 2)) == ["a b", "b c"]
    assert list(shingles(("a",), 3)) == ["a"]


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    assert all(word and not word.isspace() for word in split_words(text))


def test_stems_are_spelt_out_as_a_text_has_them() -> None:
    assert spell_out({"bridg", "clos"}, "Closed bridges: the bridge is closed") == ("closed", "bridges")
