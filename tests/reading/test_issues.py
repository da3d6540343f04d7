import pytest

from onrecord.model import Span
from onrecord.reading.issues import WORDS, find_issue
from onrecord.reading.layout import ISSUES


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("that the prisoners would be released in May", "prisoners"),
        ("the embargo and the frozen assets", "sanctions"),
        ("the truce was broken by shelling", "ceasefire"),
        ("nothing of the kind", None),
    ],
)
def test_words_tell_the_issue(words: str, issue: str | None) -> None:
    assert find_issue(words, [Span.of(words, 0, len(words))]) == issue


def test_the_paragraph_counts_and_the_next_one_does_not() -> None:
    text = "She named sanctions. “We shall see.”\n\nThe truce and the ceasefire held."
    assert find_issue(text, [Span.of(text, 21, 36)]) == "sanctions"


def test_every_issue_but_other_has_words() -> None:
    assert {*WORDS, "other"} == set(ISSUES)
