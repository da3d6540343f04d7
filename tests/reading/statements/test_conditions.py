import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.statements.conditions import settle_conditions


def settled(text: str, *read: str) -> list[str]:
    spans = [Span.of(text, text.index(one), text.index(one) + len(one)) for one in read]
    return [span.text for span in settle_conditions(text, spans, [Span.of(text, 0, len(text))])]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("it would open the road only after the last convoy had left", "only after the last convoy had left"),
        ("Toktal would release the pilots in return for two ships", "in return for two ships"),
        ("the truce would hold so long as nobody crossed the river.", "so long as nobody crossed the river"),
        ("the deal was subject to approval by parliament", "subject to approval by parliament"),
        ("If they free the crew, we will return the ship", "If they free the crew"),
        ("that unless the patrols stopped, the harbour would be closed", "unless the patrols stopped"),
        ("they would stay “unless the ship sails”", "“unless the ship sails”"),
        ("it would stand aside if it is called “technical”", "if it is called “technical”"),
        ("“We will come if there is paper on the table,”", "if there is paper on the table"),
        ("Toktal would take part on the understanding that the round was short", "on the understanding that the round was short"),
    ],
)
def test_connectors_bring_in_conditions(text: str, condition: str) -> None:
    assert settled(text) == [condition]


@pytest.mark.parametrize(
    "text",
    [
        "as if nobody had ever seen the weir before",
        "even if it rains until the end of the month",
        "he was asked if the bridge would open on Monday",
        "it would come on a raft, if need be",
        "we met before the thaw and left once",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert settled(text) == []


@pytest.mark.parametrize(
    ("text", "read", "condition"),
    [
        ("Toktal would free them in return for two ships", "return for two ships", "in return for two ships"),
        ("they accept it on condition that no cameras come", "condition that no cameras come", "on condition that no cameras come"),
        ("the troops would leave provided that it rains", "troops would leave provided that it rains", "provided that it rains"),
        ("she would travel as soon as the text was final", "soon as the text was final", "as soon as the text was final"),
        ("If Veld accepts, the lorries can move", "If Veld accepts, the lorries", "If Veld accepts"),
        ("We accept, if they can swim.", "if they can", "if they can swim"),
    ],
)
def test_conditions_read_begin_and_end_with_their_clause(text: str, read: str, condition: str) -> None:
    assert settled(text, read) == [condition]


def test_outside_of_what_is_said_nothing_brings_one_in() -> None:
    text = "Veld left. If it rains, he comes back."
    assert settle_conditions(text, [], [Span.of(text, 0, 10)]) == []


def test_what_is_only_a_mark_stays_as_it_was_read() -> None:
    text = "Veld waits ” or not"
    assert settle_conditions(text, [Span.of(text, 11, 12)], []) == [Span.of(text, 11, 12)]
    assert settled("rain”", "rain”") == ["rain"]


@given(st.lists(st.sampled_from("if unless the road , . “ ” only after provided that rain stops in return for".split()), max_size=14))
def test_conditions_found_stand_in_what_is_said(words: list[str]) -> None:
    text = " ".join(words)
    found = settle_conditions(text, [], [Span.of(text, 0, len(text))]) if text else []
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(not one.overlaps(other) for i, one in enumerate(found) for other in found[:i])
