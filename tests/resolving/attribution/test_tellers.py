"""Statements that were given to who only tells of them, in invented sentences."""

import pytest

from onrecord.resolving.attribution.tellers import restore_speakers
from tests.resolving.conftest import read_marked


def restored(marked: str) -> tuple[list[str], list[str], list[str], list[str]]:
    report, reading = read_marked(marked)
    (a,) = restore_speakers(report.text, reading).attributions
    return [s.text for s in a.source], [s.text for s in a.cue], [s.text for s in a.content], [s.text for s in a.via]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{person|Veld}, says {unnamed s0.source|her aide}, {s0.cue|answered} {s0.content|that it rains}.",
            (["Veld"], ["answered"], ["that it rains"], ["her aide"]),
        ),
        (
            "The council, {outlet s0.source|the Herald} reported on Monday, {s0.cue|refused} {s0.content|to meet}.",
            (["The council"], ["refused"], ["to meet"], ["the Herald"]),
        ),
        (
            "The ministry, as the agency transmits with reference to {person s0.source|its secretary}, {s0.cue|denied} {s0.content|it}.",
            (["The ministry"], ["denied"], ["it"], ["its secretary"]),
        ),
        (
            "A letter from the embassy, read to us by {unnamed s0.source|a relative}, {s0.cue|says} {s0.content|the men are well}.",
            (["A letter from the embassy"], ["says"], ["the men are well"], ["a relative"]),
        ),
        (
            "KOLM, June 16 (CP) - {person|General Ivo Strand} said on Monday {s0.content|the gate stays shut}, {outlet s0.source s0.via|the "
            "agency Ilde} {s0.cue|reported}.",
            (["General Ivo Strand"], ["said"], ["the gate stays shut"], ["the agency Ilde"]),
        ),
        (
            "{outlet s0.via|The Herald, the oldest daily}, {s0.cue|reported} {s0.content|that it rains}.",
            (["The Herald, the oldest daily"], ["reported"], ["that it rains"], []),
        ),
        (
            "{s0.via|{outlet|The Herald} (Orvania}) {s0.cue|reports} {s0.content|that it rains}.",
            (["The Herald"], ["reports"], ["that it rains"], []),
        ),
        (
            "{unnamed s0.source|Experts through the foreign press} {s0.cue|claim} {s0.content|that it rains}.",
            (["Experts"], ["claim"], ["that it rains"], ["the foreign press"]),
        ),
        (
            "{person s0.content|Anna Veld}, {outlet s0.source|the Herald} {s0.cue|reported}, {s0.content|had warned them of rain}.",
            (["Anna Veld"], ["had warned"], ["them of rain"], ["the Herald"]),
        ),
        (
            "{s0.source|The pilots}, as a clerk in Dorvik {s0.cue|told} us, {s0.content|“have gone”}.",
            (["a clerk in Dorvik"], ["told"], ["The pilots", "“have gone”"], []),
        ),
        (
            "It rains; {country|the Orvanians}, on the contrary, demand, {person s0.source|he} {s0.cue|says}, {s0.content|everything at once}.",
            (["the Orvanians"], ["demand"], ["everything at once"], ["he"]),
        ),
        (
            "{country|Orvania} threatened {s0.content|to leave}, {outlet s0.via|the papers} {s0.cue|wrote}, quoting {unnamed s0.source|two "
            "engineers}.",
            (["Orvania"], ["threatened"], ["to leave"], ["the papers", "two engineers"]),
        ),
    ],
    ids=["says-her-aide", "reported-on", "with-reference-to", "read-by", "reported-behind", "apposition", "brackets", "through",
         "around", "aside", "on-the-contrary", "quoting"],
)  # fmt: skip
def test_words_go_to_whose_they_are(marked: str, expected: tuple[list[str], ...]) -> None:
    assert restored(marked) == expected


def test_a_comment_clause_breaks_one_statement_in_two() -> None:
    report, reading = read_marked(
        "{s0.source|Anna Veld} {s0.cue|has likened} {s0.content|the draft}, {unnamed s1.source|two guests} {s1.cue|say}, "
        "{s1.content|to “a circus”}."
    )
    (a,) = restore_speakers(report.text, reading).attributions
    assert [s.text for s in (*a.source, *a.cue, *a.content, *a.via)] == [
        "Anna Veld", "has likened", "the draft", "to “a circus”", "two guests",
    ]  # fmt: skip


def test_the_first_half_of_a_sentence_with_an_own_clause_behind_it_stays() -> None:
    marked = (
        "{s0.source|Anna Veld} {s0.cue|wants} {s0.content|a pause}, {unnamed s1.source|two guests} {s1.cue|say}, {s1.content|it rains}."
    )
    report, reading = read_marked(marked)
    assert restore_speakers(report.text, reading) == reading


def test_a_semicolon_ends_what_a_comment_clause_tells() -> None:
    marked = (
        "{s0.content|{s1.source|Veld} {s1.cue s1.inside.0|proposed} {s1.content|a pause}}, {unnamed s0.source|an aide} {s0.cue|said}; "
        "{s0.content s1.content|whether he will come}, a spokesman would not say."
    )
    report, reading = read_marked(marked)
    outer, inner = restore_speakers(report.text, reading).attributions
    assert [s.text for s in outer.content] == ["Veld proposed a pause"]
    assert [s.text for s in inner.content] == ["a pause"]


@pytest.mark.parametrize(
    "marked",
    [
        "He will come, {unnamed s0.source|an aide} said, {s0.cue|stressing} {s0.content|that it rains}.",
        "{outlet|The Herald}, citing {unnamed s0.source|an aide}, {s0.cue|says} {s0.content|that it rains}.",
        "On Monday, {outlet s0.source|the Herald} reported, {s0.cue|denied} {s0.content|it}.",
        "{person|Veld} left, and {s0.content|the gate stays shut}, {outlet s0.source|the Herald} {s0.cue|reported}.",
        "{country s0.content|Orvania}, {outlet s0.source|the Herald} {s0.cue|reported}, {s0.content|is large}.",
        "{person s0.content|Ivo Strand}, {person s0.source|Anna Veld} {s0.cue|said}, {s0.content|had warned them of rain}.",
        "{outlet s0.via|The Herald} {s0.cue|ran it as} {s0.content|“a threat”}.",
        "{unnamed s0.source|A delegate} {s0.cue|passed} on {s0.content|that it rains}.",
    ],
)
def test_what_was_read_well_stays(marked: str) -> None:
    report, reading = read_marked(marked)
    assert restore_speakers(report.text, reading) == reading
