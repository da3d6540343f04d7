import pytest

from onrecord.across.antonyms import are_opposite


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("the strait had been reopened", "it remained blocked", True),
        ("they were refused entry to the camp", "they had been let in", True),
        ("the hostages were alive", "all of them had died", True),
        ("the plan was accepted", "the plan was turned down", True),
        ("the general had resigned", "he had been dismissed", True),
        ("the plan was accepted", "the plan was endorsed", False),
        ("two were alive and two had died", "all of them had died", False),
        ("the harvest was good", "the road was long", False),
    ],
)
def test_opposites_are_known_by_their_words(one: str, other: str, is_so: bool) -> None:
    assert are_opposite(one, other) == are_opposite(other, one) == is_so
