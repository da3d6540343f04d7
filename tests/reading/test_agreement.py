import pytest

from onrecord.reading.agreement import OTHER, SAME, SAME_SPEAKER, SEVERAL, TURN, WITHIN, agreement, is_many, sentence_numbers


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        ("he", "his", SAME),
        ("he", "she", OTHER),
        ("it", "they", OTHER),
        ("i", "me", SAME_SPEAKER),
        ("you", "i", TURN),
        ("they", "two aides of the envoy", SEVERAL),
        ("they", "envoy of the talks", 0.0),
        ("who", "she", 0.0),
    ],
)
def test_pronouns_agree(own: str, other: str, expected: float) -> None:
    assert agreement(own, other, within=False, sentences=0) == expected


def test_nothing_points_to_what_it_stands_in() -> None:
    assert agreement("his", "father of his friend", within=True, sentences=0) == WITHIN
    assert agreement("who", "father who came", within=True, sentences=0) == 0.0


def test_each_sentence_between_counts_for_the_third_person() -> None:
    far = [agreement("it", "council", within=False, sentences=n) for n in range(8)]
    assert far == sorted(far, reverse=True)
    assert far[5] == far[7]
    assert agreement("i", "me", within=False, sentences=9) == SAME_SPEAKER


@pytest.mark.parametrize(
    ("words", "many"), [("talks", True), ("anna and ivo", True), ("people", True), ("press", False), ("status", False)]
)
def test_several(words: str, many: bool) -> None:
    assert is_many(words) is many


def test_sentence_numbers() -> None:
    assert sentence_numbers([(0, 10), (10, 20)], [0, 9, 10, 19]) == [1, 1, 2, 2]
