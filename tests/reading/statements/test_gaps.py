"""Clauses that leave out the verb of the one before."""

import pytest

from onrecord.reading.statements.gaps import part_gaps
from tests.reading.statements.conftest import draft


@pytest.mark.parametrize(
    ("text", "cue", "read", "who", "what"),
    [
        ("Veld insists that the mill is his; Strand, that it is nobody’s.", "insists", ["that the mill is his"], "Strand", "that it is nobody’s"),
        ("Veld insists that it is his; Strand, that it is not.", "insists", ["that it is his", "that it is not"], "Strand", "that it is not"),
        ("Veld blames the fog; his own party, a quarrel.", "blames", ["the fog"], "his own party", "a quarrel"),
        ("Veld called it “a start”; Strand, “an end”.", "called", ["“a start”"], "Strand", "“an end”"),
    ],
)  # fmt: skip
def test_a_clause_without_a_verb_is_a_statement(text: str, cue: str, read: list[str], who: str, what: str) -> None:
    first, second = part_gaps(text, [draft(text, "Veld", cue, *read)])
    assert [span.text for span in first.content] == read[:1]
    assert (second.source[0].text, second.cue, [span.text for span in second.content]) == (who, (), [what])


@pytest.mark.parametrize(
    ("text", "cue", "read"),
    [
        ("Veld says that it rains; Strand, the mayor, left.", "says", "that it rains"),
        ("Veld wants a mill; Strand, the mayor of the town on the lake by the hills, left.", "wants", "a mill"),
        ("Veld says that it rains; in Dorvik, that is rare.", "says", "that it rains"),
        ("Veld says that it rains; Strand was, that day, away.", "says", "that it rains"),
    ],
)
def test_other_clauses_stay(text: str, cue: str, read: str) -> None:
    one = draft(text, "Veld", cue, read)
    assert part_gaps(text, [one]) == [one]
