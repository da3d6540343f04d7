"""Comment clauses of sentences of which nothing was read."""

import pytest

from onrecord.model import Span
from onrecord.reading.forms.comments import find_comments
from onrecord.reading.language.sentences import split_sentences


def found(text: str, *read: Span) -> list[tuple[str, str, list[str]]]:
    return [
        (one.source.text, one.cue.text if one.cue else "", [span.text for span in one.content])
        for one in find_comments(text, split_sentences(text), list(read))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:50 The bridge is open again, the harbour’s pilots have just announced over a loudspeaker.",
         ("the harbour’s pilots", "have just announced", ["The bridge is open again"])),
        ("The mill, a deputy who was there remembers, was dark.", ("a deputy who was there", "remembers", ["The mill", "was dark"])),
        ("The lake will be shared by both towns, Anna Veld told reporters on Friday.",
         ("Anna Veld", "told", ["The lake will be shared by both towns"])),
    ],
)  # fmt: skip
def test_a_comment_clause_says_whose_the_sentence_is(text: str, expected: tuple[str, str, list[str]]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In the old town of Dorvik, the mayor said on Friday.",
        "When the mill on the lake burned down, the mayor told the council on Friday.",
        "The door of the mill was open, which the mayor said on Friday.",
        "Anna Veld of the Lake Front waited outside, the former secretary of state.",
        "Veld clinched the vote on the lake, beating her rival in his home state.",
        "The mill is old, and it can be told.",
        "Veld has proposed a bridge of two lanes, Radio Dorvik reported on Friday.",
        "“The mill is old,” she told reporters.",
    ],
)
def test_other_clauses_are_none(text: str) -> None:
    assert found(text) == []


def test_what_was_read_stands() -> None:
    text = "The bridge is open again, the pilots said on Friday."
    assert found(text, Span.of(text, 4, 10)) == []
