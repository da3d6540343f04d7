"""Clauses that source and cue follow, and what stands before a paraphrase and is none of it."""

import pytest

from onrecord.reading.language.sentences import split_sentences
from onrecord.reading.statements.clauses import complete_clauses
from tests.reading.statements.conftest import draft


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("Orvania is ready to meet, Veld said.", "to meet", "Orvania is ready to meet"),
        ("Orvania will not meet before May, Veld said on Monday.", "will not meet before May", "Orvania will not meet before May"),
        ("BERGEN - The Lake Front agreed on Friday to free two men, Veld said.", "to free two men",
         "The Lake Front agreed on Friday to free two men"),
        ("But Ivo Strand, the mayor, is prepared to leave, Veld said.", "to leave", "Ivo Strand, the mayor, is prepared to leave"),
        ("He waited. Tamesh has refused to open it, Veld said.", "to open it", "Tamesh has refused to open it"),
        ("Strand survived what many feared, Veld said.", "what many feared", "Strand survived what many feared"),
        ("The army categorically rejects the claims, Veld said.", "the claims", "The army categorically rejects the claims"),
        ("Tamesh will open it once the men are home, but not a day before, Veld said.", "but not a day before",
         "Tamesh will open it once the men are home, but not a day before"),
    ],
)  # fmt: skip
def test_the_whole_clause_is_said(text: str, read: str, whole: str) -> None:
    (found,) = complete_clauses(text, split_sentences(text), [draft(text, "Veld", "said", read)])
    assert [span.text for span in found.content] == [whole]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Orvania is ready to meet, Veld said.", "Orvania is ready to meet"),
        ("Asked about the ferry, it will sail, Veld said.", "will sail"),
        ("As Orvania prepares to meet, Veld said little.", "to meet"),
        ("In Dorvik the mill stands, Veld said.", "mill stands"),
        ("They spoke of plans to meet Veld said.", "to meet"),
        ("“Orvania” is ready to meet, Veld said.", "to meet"),
    ],
)
def test_what_leads_in_is_not_said(text: str, read: str) -> None:
    (found,) = complete_clauses(text, split_sentences(text), [draft(text, "Veld", "said", read)])
    assert [span.text for span in found.content] == [read]


def test_another_statement_in_the_clause_stands() -> None:
    text = "Strand offered a pause to win time to meet, Veld said."
    read = [draft(text, "Strand", "offered", "a pause"), draft(text, "Veld", "said", "to meet")]
    assert complete_clauses(text, split_sentences(text), read) == read


def test_the_clause_right_behind_a_cue_is_what_was_said() -> None:
    text = "Veld reminds him that an aide had admitted, only last week, that it rained."
    (found,) = complete_clauses(text, split_sentences(text), [draft(text, "Veld", "reminds", "that it rained")])
    assert [span.text for span in found.content] == ["that an aide had admitted, only last week, that it rained"]
    text = "Veld told the man in the mill that it rained, and that it would."
    read = [draft(text, "Veld", "told", "that it would")]
    assert complete_clauses(text, split_sentences(text), read) == read
