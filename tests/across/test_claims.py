import pytest

from onrecord.across.claims import Claim, find_numbers, stem, stems_of


def claim(words: str, cue: str = "", act: str = "report") -> Claim:
    return Claim("stm_1", "rep_1", "statement", 0, 0, len(words), 1, words, cue, act)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nine kilometres", [(9, "nine kilometres")]),
        ("forty-one shells fell", [(41, "forty-one shells")]),
        ("1,912 violations, a third of them", [(1912, "1,912 violations"), (1 / 3, "a third")]),
        ("two, and they were wet", [(2, "two")]),
        ("three Tamesh battalions", [(3, "three Tamesh")]),
        ("five thousand refugees", [(5000, "five thousand refugees")]),
        ("on 6 June 2031 at 14:30, at twenty past six", [(6, "six")]),
        ("one of them", []),
    ],
)
def test_numbers_count_something(words: str, found: list[tuple[float, str]]) -> None:
    assert [(n.value, n.words) for n in find_numbers(words)] == found


def test_forms_of_a_word_have_one_stem() -> None:
    assert stem("withdrawal") == stem("withdraws")
    assert stem("guards") == stem("guard's") == stem("guard")
    assert stems_of("It was not so, they said") == {"said"}


@pytest.mark.parametrize(
    ("words", "cue", "act", "denies"),
    [
        ("that any guards fired", "denied", "deny", True),
        ("that any guards fired", "denied", "report", True),
        ("that account", "rejected", "refuse", True),
        ("the demand for observers on both banks", "rejected", "refuse", False),
        ("the call", "neither confirms nor denies", "refuse", False),
        ("it a fable", "called", "assess", True),
        ("that guards fired", "said", "report", False),
    ],
)
def test_what_denies(words: str, cue: str, act: str, denies: bool) -> None:
    assert claim(words, cue, act).denies is denies
