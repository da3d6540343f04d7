"""Subjects that were read as what another says, in invented sentences."""

import pytest

from onrecord.resolving.subjects import give_subjects
from tests.resolving.conftest import read_marked


def told(marked: str) -> list[tuple[list[str], list[str], list[str], list[str]]]:
    report, reading = read_marked(marked)
    return [
        ([s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content], [s.text for s in a.via])
        for a in give_subjects(report.text, reading).attributions
    ]


def test_who_is_named_after_according_to_relays_the_answer() -> None:
    marked = (
        "{s0.cue|According to} {outlet s0.source s1.source|the Lantern}, {s0.content|her aide, Ivo Strand}, {s1.cue|answered} "
        "{s1.content|that it rained}."
    )
    assert told(marked) == [(["her aide, Ivo Strand"], ["answered"], ["that it rained"], ["the Lantern"])]


def test_a_later_piece_of_content_is_a_subject_of_its_own() -> None:
    marked = (
        "{s0.source s1.source|The council} {s0.cue|has heard} {s0.content|that promise} before: {s0.content|in 2030 its chairman, Ivo Strand}, "
        "{s1.cue|swore} {s1.content|that it would not rain}."
    )
    assert told(marked) == [
        (["The council"], ["has heard"], ["that promise"], []),
        (["its chairman, Ivo Strand"], ["swore"], ["that it would not rain"], []),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "{s0.source s1.source|Veld} {s0.cue|called for} {s0.content|a convoy}, {s1.cue|would have liked} {s1.content|more}.",
        "{s0.source s1.source|Veld} {s0.cue|named} {s0.content|a day} and {s0.content|a place}, {s1.cue|adding} {s1.content|that it rained}.",
        "{s0.cue|According to} {s0.source s1.source|Veld}, {s0.content|it was raining}, {s1.cue|said} {s1.content|the less}.",
    ],
)
def test_what_a_subject_says_stays(marked: str) -> None:
    report, reading = read_marked(marked)
    assert give_subjects(report.text, reading) == reading
