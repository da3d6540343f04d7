import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.language.numerals import NUMBERS, ORDINALS, in_figures, spelled


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("May twenty nine", "May 29"),
        ("the twenty-second of June 2017", "the 22th of June 2017"),
        ("two thousand and eighteen", "2018"),
        ("one thousand seven hundred and eighty-nine", "1789"),
        ("seventeen hundred thirty-three", "1733"),
        ("nineteen oh one", "1901"),
        ("nineteen eighty six", "1986"),
        ("twenty-five days ago", "25 days ago"),
        ("fifteen August", "15 August"),
        ("two days ago, on the third", "two days ago, on the third"),
        ("the nineteen seventies", "the nineteen seventies"),
    ],
)
def test_years_and_compound_numbers_become_figures(words: str, figures: str) -> None:
    assert in_figures(words) == figures


@given(st.text())
def test_what_is_in_figures_stays_so(words: str) -> None:
    assert in_figures(in_figures(words)) == in_figures(words)


def test_words_of_a_table_from_one_number_to_another() -> None:
    assert spelled(NUMBERS, 9, 12) == "nine|ten|eleven|twelve"
    assert spelled(ORDINALS, 20, 21) == "twentieth|twenty-first"
