import pytest

from onrecord.model import Mention, Span
from onrecord.resolving.names.genders import find_genders, gender_of, gender_of_name

TEXT = "Veld came. She left. He stayed."


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Mrs Anna Veld", "she"), ("his", "he"), ("the spokeswoman", "she"), ("his sister", "she"), ("a man whose wife left", "he"),
     ("the minister", None), ("Mr and Mrs Veld", None), ("Veld’s husband", "he"),
     ("Mr Strand’s adviser Anna Veld", None), ("his wife", "she"), ("a woman from Dorvik", "she"), ("the ministers and the king", "he")],
)  # fmt: skip
def test_gender_of_words(words: str, expected: str | None) -> None:
    assert gender_of(words) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mary Veld", "she"),
        ("John Veld", "he"),
        ("Anka Veld", "she"),
        ("Xelik Veldova", "she"),
        ("Xelik Veldsky", "he"),
        ("Xelik bin Veld", "he"),
        ("Veld", None),
        ("Xelik Veld", None),
    ],
)
def test_gender_of_a_name(name: str, expected: str | None) -> None:
    found = gender_of_name(name)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(("sure", "expected"), [(0.9, {0: "she"}), (0.3, {})])
def test_a_sure_pronoun_tells_of_its_name(sure: float, expected: dict[int, str]) -> None:
    mentions = [Mention(Span.of(TEXT, 0, 4), "person"), Mention(Span.of(TEXT, 11, 14), "person", 0, sure)]
    assert find_genders(mentions, {0: 0}, {"she", "he"}.__contains__, {}) == expected


def test_votes_for_both_tell_nothing() -> None:
    mentions = [
        Mention(Span.of(TEXT, 0, 4), "person"),
        Mention(Span.of(TEXT, 11, 14), "person", 0, 0.9),
        Mention(Span.of(TEXT, 21, 23), "person", 0, 0.9),
    ]
    assert find_genders(mentions, {0: 0}, {"she", "he"}.__contains__, {}) == {}
