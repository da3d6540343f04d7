import pytest

from onrecord.reading.language.agreement import FIRST_PERSON, ME, WE, YOU, family_of, gender_of, is_many


@pytest.mark.parametrize(
    ("words", "family"),
    [("His", "he"), ("them", "they"), ("us", "we"), ("US", None), ("WHO", None), ("whose", "who"), ("the envoy", None)],
)
def test_pronouns_have_families(words: str, family: str | None) -> None:
    assert family_of(words) == family


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("her", "she"),
        ("they", None),
        ("mr veld", "he"),
        ("sister of the king", "she"),
        ("chairwoman", "she"),
        ("men and women", None),
        ("envoy", None),
    ],
)
def test_gender(words: str, gender: str | None) -> None:
    assert gender_of(words) == gender


@pytest.mark.parametrize(
    ("words", "many"), [("talks", True), ("anna and ivo", True), ("people", True), ("press", False), ("status", False)]
)
def test_several(words: str, many: bool) -> None:
    assert is_many(words) is many


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("I met him", {"me"}),
        ("We and our friends", {"we"}),
        ("the US and a mine", set()),
        ("Your letter to us", {"you", "we"}),
        ("My answer is yours", {"me", "you"}),
    ],
)
def test_persons_in_running_text(words: str, persons: set[str]) -> None:
    found = {name for name, pattern in (("me", ME), ("we", WE), ("you", YOU)) if pattern.search(words)}
    assert found == persons
    assert bool(FIRST_PERSON.search(words)) == bool(persons & {"me", "we"})
