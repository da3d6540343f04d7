"""Sources that stand within what was read as content or cue, in invented sentences."""

import pytest

from onrecord.resolving.attribution.sources import place_sources
from tests.resolving.conftest import read_marked


def placed(marked: str) -> list[tuple[list[str], list[str], list[str], list[str]]]:
    report, reading = read_marked(marked)
    return [
        ([s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content], [s.text for s in a.via])
        for a in place_sources(report.text, reading).attributions
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{outlet s0.via|The harbour radio} {s0.cue|quoted} {s0.content|Strand as saying that the mole was lost}.",
            (["Strand"], ["quoted", "as saying"], ["that the mole was lost"], ["The harbour radio"]),
        ),
        (
            "{outlet s0.source|The daily} {s0.cue|has cited} {s0.content|an envoy of Melkar as telling reporters that it rained}.",
            (["an envoy of Melkar"], ["has cited", "as telling reporters"], ["that it rained"], ["The daily"]),
        ),
        (
            "{outlet|The daily} {s0.cue|quoted} {s0.content|Strand as warning of a flood}.",
            (["Strand"], ["quoted", "as warning"], ["of a flood"], ["The daily"]),
        ),
        (
            "{outlet s0.source|The Post} {s0.cue|quoted} {s0.content|Strand himself as having said} in a closed meeting {s0.content|that it rained}.",
            (["Strand"], ["quoted", "as having said"], ["that it rained"], ["The Post"]),
        ),
        (
            "{outlet s0.via|The daily} {s0.cue|quotes} {s0.content|the minutes} as stipulating {s0.content|that it rained}.",
            (["the minutes"], ["quotes", "as stipulating"], ["that it rained"], ["The daily"]),
        ),
        (
            "{unnamed s0.source|One of them} {s0.cue|quoted} {person|him} as calling {s0.content|the map “a surrender”}.",
            (["him"], ["quoted", "as calling"], ["the map “a surrender”"], ["One of them"]),
        ),
        (
            "{unnamed|An aide}, who was in the room, {s0.cue|contradicted} {s0.source|his own president}: {s0.content|“He did say it.”}",
            (["An aide"], ["contradicted"], ["“He did say it.”"], []),
        ),
        (
            "{s0.content|“It rains,”} {s0.cue|assures} {s0.source|the ministry}.",
            (["the ministry"], ["assures"], ["“It rains,”"], []),
        ),
        (
            "In {country|Melkar} {s0.source|they} {s0.cue|do not believe} {s0.content|that it rains}.",
            (["Melkar"], ["do not believe"], ["that it rains"], []),
        ),
        (
            "{unnamed s0.source|A colonel quoted by the Herald} {s0.cue|says} {s0.content|that it rains}.",
            (["A colonel"], ["says"], ["that it rains"], ["the Herald"]),
        ),
        (
            "{unnamed s0.source|Officials quoted by this paper} {s0.cue|say} {s0.content|it rains}.",
            (["Officials quoted by this paper"], ["say"], ["it rains"], []),
        ),
        (
            "{person s0.source|Ivo Strand, two guests} {s0.cue|recalled}, slammed {s0.content|the door}.",
            (["two guests"], ["recalled"], ["Ivo Strand", "the door"], []),
        ),
        (
            "{person s0.source|Ivo Strand, two guests} recalled, {s0.cue|said} {s0.content|that it rains}.",
            (["Ivo Strand"], ["said"], ["that it rains"], ["two guests"]),
        ),
        (
            "{person s0.source|Ivo Strand, the minister}, {s0.cue|said} {s0.content|that it rains}.",
            (["Ivo Strand, the minister"], ["said"], ["that it rains"], []),
        ),
        (
            "{person|Ivo Strand}, quoting {s0.source|a proverb}, {s0.cue|said} {s0.content|that it rains}.",
            (["Ivo Strand"], ["said"], ["that it rains"], []),
        ),
        (
            "{s0.content|It rains}, {s0.cue|in the words of} {person s0.source|her aide, Ivo Strand}. She went, however, on Friday.",
            (["her aide, Ivo Strand"], ["in the words of"], ["It rains"], []),
        ),
        (
            "{person|Anna Veld} told them {s0.content|that it rains}, {s0.cue|according to} minutes of the sitting.",
            (["minutes of the sitting"], ["according to"], ["that it rains"], []),
        ),
    ],
)
def test_a_source_is_found_by_form(marked: str, expected: tuple[list[str], ...]) -> None:
    assert placed(marked) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "{outlet s0.source|The daily} {s0.cue|quoted} {s0.content|a proverb}.",
        "{s0.source|The pilots}, as everybody knows, {s0.cue|said} {s0.content|so}.",
        "{s0.cue|It is reported} {s0.content|that it rains}.",
        "In {place|Dorvik} {s0.source|they} {s0.cue|agreed} {s0.content|to meet again}.",
        "{s0.cue|According to} {s0.source|her}, {s0.content|it rains}.",
    ],
)
def test_what_was_read_well_stays(marked: str) -> None:
    report, reading = read_marked(marked)
    assert place_sources(report.text, reading) == reading


def test_according_to_nobody_is_no_statement() -> None:
    marked = "{s0.content|Then}, {s0.cue|according to} the cook, {s0.source s1.source|he} {s1.cue|said}: {s1.content|“It rains.”}"
    assert placed(marked) == [(["he"], ["said"], ["“It rains.”"], [])]


def test_who_is_told_is_not_who_says_it() -> None:
    assert placed("{s0.source|She} {s0.cue|was told} {s0.content|that it rains}.") == [([], ["was told"], ["that it rains"], [])]


def test_who_is_told_by_somebody_is_not_who_says_it() -> None:
    marked = "{s0.source|The envoy} {s0.cue|was assured} by the {organization|southern council} {s0.content|that it rains}."
    assert placed(marked) == [(["southern council"], ["was assured"], ["that it rains"], [])]


def test_a_clause_keeps_the_subject_before_its_verb() -> None:
    marked = (
        "{country|Orvania} and {country|Ruvia} {s0.cue|called for} {s0.content|a truce}, while {country s0.source s1.source|Melkar}"
        " {s1.cue|said} {s1.content|that it rains}."
    )
    assert [source for source, *_ in placed(marked)] == [["Orvania and Ruvia"], ["Melkar"]]


def test_a_source_in_the_next_clause_gives_way_to_the_subject() -> None:
    marked = "{organization|The council} {s0.cue|holds} {s0.content|that it rains}; for {organization s0.source|the Front} it snows."
    assert placed(marked)[0][0] == ["The council"]
