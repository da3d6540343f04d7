import pytest

from onrecord.model import Span
from onrecord.reading.contacts import CONTACT_WORDS, KIND_WORDS, STATUS_WORDS, place_in, prior_of, trim


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Anna Veld telephoned Ivo Strand", {"call"}),
        ("a second round of negotiations", {"talks"}),
        ("will travel to Utrecht", {"visit"}),
        ("the letter of 3 May", {"letter"}),
        ("nothing of the kind", set()),
    ],
)
def test_words_tell_the_kind(words: str, kinds: set[str]) -> None:
    assert set(prior_of(words, KIND_WORDS)) == kinds


def test_words_tell_the_status() -> None:
    assert set(prior_of("the meeting was held in Utrecht", STATUS_WORDS)) == {"held"}
    assert set(prior_of("they will meet in Utrecht", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("she flies to Utrecht on Friday", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("they will not meet in Utrecht", STATUS_WORDS)) == {"refused"}
    assert set(prior_of("the round was called off", STATUS_WORDS)) == {"cancelled"}
    assert set(prior_of("the round kicked off in Utrecht", STATUS_WORDS)) == set()
    assert set(prior_of("the envoy offered a meeting", STATUS_WORDS)) == {"proposed"}


def test_words_that_tell_of_nothing_are_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the Orvanian minister")


def test_trim_keeps_words() -> None:
    text = "He said, they met in May, and left"
    assert trim(text, Span.of(text, 7, 25)).text == "they met in May"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second round opens in Bergen on Thursday", "in Bergen"),
        ("the minister flies to Port Evaine on Friday", "to Port Evaine"),
        ("the two met at the Hotel Veld in May", "at the Hotel Veld"),
        ("the two met in March", None),
        ("she handed the list to Anna Veld", None),
    ],
)
def test_a_place_is_plainly_said_by_a_preposition_and_a_name(text: str, place: str | None) -> None:
    assert [span.text for span in place_in(text, Span.of(text, 0, len(text)))] == ([place] if place else [])
