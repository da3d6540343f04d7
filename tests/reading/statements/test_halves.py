"""Sentences that their cue breaks in two, and what is none of theirs."""

import pytest

from onrecord.model import Span
from onrecord.reading.language.sentences import split_sentences
from onrecord.reading.statements.drafts import Draft
from onrecord.reading.statements.halves import join_halves, passages_of
from tests.reading.statements.conftest import draft


def contents(text: str, *drafts: Draft) -> list[list[str]]:
    return [[span.text for span in one.content] for one in join_halves(text, split_sentences(text), drafts)]


@pytest.mark.parametrize(
    ("text", "read", "halves"),
    [
        ("The ferry, she said, had never sailed.", "The ferry", ["The ferry", "had never sailed"]),
        ("The ferry, she said, had never sailed.", "had never sailed", ["The ferry", "had never sailed"]),
        ("The ferry, she said at the pier, sank twice.", "The ferry", ["The ferry", "sank twice"]),
        ("Nobody spoke. Old ferries and older captains, she said, can’t be had “for love.”", "Old ferries and older captains",
         ["Old ferries and older captains", "can’t be had “for love.”"]),
        ("The pilots agree: the ferry, she said, was late.", "was late", ["the ferry", "was late"]),
    ],
)  # fmt: skip
def test_both_halves_are_one_statement(text: str, read: str, halves: list[str]) -> None:
    assert contents(text, draft(text, "she", "said", read)) == [halves]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The ferry is late, she said, leaving the pier.", "The ferry is late"),
        ("The ferry is late, she said.", "The ferry is late"),
        ("Veld works for the radio and, she said, has seemed tired.", "has seemed tired"),
        ("The ferry is late, she said, and the captain left.", "The ferry is late"),
        ("She waved, and “the ferry”, she said, was late.", "was late"),
        ("Then she said the ferry, at least, was late.", "the ferry, at least, was late"),
    ],
)
def test_what_only_follows_is_no_half(text: str, read: str) -> None:
    assert contents(text, draft(text, "she", "said", read)) == [[read]]


def test_a_half_is_given_back_by_the_statement_that_had_it() -> None:
    text = "The captain explained it: the ferry, she said, was late."
    other = draft(text, "The captain", "explained", "the ferry")
    assert contents(text, other, draft(text, "she", "said", "was late")) == [["the ferry", "was late"]]


def test_words_of_another_statement_are_no_half() -> None:
    text = "The ferry, she said, was late, the captain said."
    drafts = [draft(text, "she", "said", "The ferry"), draft(text, "the captain", "the captain said", "was late")]
    assert contents(text, *drafts) == [["The ferry"], ["was late"]]


@pytest.mark.parametrize(
    ("text", "content", "passages"),
    [
        (
            "The envoy, she said, had promised that it rains.",
            ("The envoy", "had promised that it rains"),
            ["The envoy had promised that it rains"],
        ),
        (
            "The envoy had assured him, she said, that it rains.",
            ("The envoy had assured him", "that it rains"),
            ["The envoy had assured him that it rains"],
        ),
        ("According to her, the envoy had said: “It rains.”", ("the envoy had said", "“It rains.”"), ["the envoy had said “It rains.”"]),
        ("“The envoy offered rain,” she said, “and snow fell.”", ("“The envoy offered rain,”", "“and snow fell.”"), ["“The envoy offered rain,”", "“and snow fell.”"]),
    ],
)  # fmt: skip
def test_a_clause_that_is_broken_in_two_is_read_again_as_one(text: str, content: tuple[str, ...], passages: list[str]) -> None:
    assert [passage.text for passage in passages_of(text, draft(text, text[:3], text[:3], *content))] == passages


def test_what_is_found_in_a_passage_stands_where_its_pieces_do() -> None:
    text = "The envoy, she said, had promised rain."
    (passage,) = passages_of(text, draft(text, "she", "said", "The envoy", "had promised rain"))
    assert passage.put_back(Span.of(passage.text, 4, 22)) == (Span.of(text, 4, 9), Span.of(text, 21, 33))
