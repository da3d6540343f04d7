from dataclasses import replace

import pytest

from onrecord.reading.forms.additions import add_introduced, add_operative, add_points, add_posts
from onrecord.reading.statements.drafts import is_told, with_agent
from tests.reading.statements.conftest import draft


def test_a_draft_with_its_own_content_is_itself() -> None:
    one = draft("Veld said that it rains.", "Veld", "said", "it rains")
    assert one.with_content((one.content[0],)) is one
    assert one.with_content(one.source).content == one.source


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("They were told by three soldiers to leave.", "were told", ["three soldiers"]),
        ("He had been assured by the army that it rains.", "had been assured", ["the army"]),
        ("They were told to leave by noon.", "were told", []),
        ("They were told by telephone that it rains.", "were told", []),
        ("They told by signs that it rains.", "told", []),
    ],
)
def test_whom_a_passive_names_is_its_source(text: str, cue: str, source: list[str]) -> None:
    one = with_agent(text, draft(text, "", cue, text[-6:]))
    assert [span.text for span in one.source] == source


def test_points_are_a_statement_each() -> None:
    text = "The parties agreed that:\n\n1. The line is open;\n\n2. It rains.\n"
    found = add_points(text, [draft(text, "The parties", "agreed", "that")])
    assert [(one.source[0].text, one.cue[0].text, one.content[0].text) for one in found] == [
        ("The parties", "agreed", "The line is open"),
        ("The parties", "agreed", "It rains"),
    ]


def test_points_that_were_not_read_are_of_whom_their_clause_names_or_the_statement_before() -> None:
    text = "Veld has terms. The conditions are as follows:\n\n- it rains;\n- Strand denies the list."
    before, own = draft(text, "Veld", "has", "terms"), draft(text, "Strand", "denies", "the list")
    point = replace(draft(text, "Veld", "conditions are as follows", "it rains"), confidence=0.8)
    assert add_points(text, [before, own]) == [before, own, point]
    assert add_points(text, []) == []


def test_a_post_stands_in_the_place_of_what_was_read_into_it() -> None:
    text = "Anna Veld @veld · 19 Sep\nWe welcome the list."
    (post,) = add_posts(text, [draft(text, "We", "welcome", "the list")])
    assert (post.source[0].text, post.content[0].text, post.spoken) == ("Anna Veld", "We welcome the list", True)


def test_what_is_signed_without_quotation_marks_need_not_be_in_those_words() -> None:
    text = "Two drones over the port at night – mayor Anna Veld"
    (signed,) = add_introduced(text, [])
    assert (signed.source[0].text, signed.spoken) == ("mayor Anna Veld", False)
    assert add_introduced(text, [draft(text, "Anna Veld", "", "drones over the port")]) == [
        draft(text, "Anna Veld", "", "drones over the port")
    ]


def test_what_a_point_of_a_resolution_does_is_done_by_the_body() -> None:
    text = "The Lake Council,\n\n1. Calls upon Orvania to open the pier;\n\n2. Welcomes the talks, and encourages all to go on."
    read = [draft(text, "Orvania", "Calls upon", "to open the pier"), draft(text, "", "encourages", "to go on")]
    found = sorted((one.content[0].start, one.source[0].text, one.cue[0].text, one.content[0].text) for one in add_operative(text, read))
    assert [one[1:] for one in found] == [
        ("The Lake Council", "Calls upon", "Orvania to open the pier"),
        ("The Lake Council", "Welcomes", "the talks"),
        ("The Lake Council", "encourages", "to go on"),
    ]


@pytest.mark.parametrize(
    ("cue", "told"), [("were told", True), ("have been assured", True), ("told", False), ("was asked", False), ("", False)]
)
def test_a_passive_of_telling_names_nobody(cue: str, told: bool) -> None:
    assert is_told(draft(f"They {cue} that it sails.", "", cue, "that it sails")) is told
