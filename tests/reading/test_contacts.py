import pytest

from onrecord.model import Span
from onrecord.reading.contacts import CONTACT_WORDS, KIND_WORDS, STATUS_WORDS, prior_of, trim


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


def test_words_that_tell_of_nothing_are_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the Orvanian minister")


def test_trim_keeps_words() -> None:
    text = "He said, they met in May, and left"
    assert trim(text, Span.of(text, 7, 25)).text == "they met in May"
