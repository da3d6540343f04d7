"""Statements that give way to the one that they relay, in invented sentences."""

from onrecord.resolving.attribution.relayed import is_told_whole, promote_relayed
from tests.resolving.conftest import read_marked


def promoted(marked: str) -> list[tuple[list[str], list[str]]]:
    report, reading = read_marked(marked)
    found = promote_relayed(report.text, reading).attributions
    return [([s.text for s in a.source], [s.text for s in a.via]) for a in found]


def test_what_stands_before_the_subject_of_another_is_no_statement() -> None:
    marked = (
        "{s0.content|At the second round}, {s1.source|Ivo Strand} {s1.cue|signalled} {s1.content|that he would come}, "
        "{unnamed s0.source|diplomats in Zurich} {s0.cue|say}."
    )
    assert promoted(marked) == [(["Ivo Strand"], ["diplomats in Zurich"])]


def test_that_alone_is_no_statement() -> None:
    marked = (
        "{outlet s0.source|The Herald} {s0.cue|reports} {s0.content|that} {s1.source|Ivo Strand} {s1.cue|pleaded} {s1.content|for a pause}."
    )
    assert promoted(marked) == [(["Ivo Strand"], ["The Herald"])]


def test_what_somebody_asks_for_stays_beside_another_statement() -> None:
    marked = "{s0.source|Anna Veld} {s0.cue|said} {s0.content|little}, {s1.source|Ivo Strand} {s1.cue|wanted} {s1.content|more}."
    assert promoted(marked) == [(["Anna Veld"], []), (["Ivo Strand"], [])]


def test_according_to_somebody_whose_object_is_only_a_subject_makes_no_statement() -> None:
    marked = (
        "{person s1.source s0.content|Ivo Strand}, {s0.cue|according to} {unnamed s0.source s1.via|an aide}, {s1.cue|answered} "
        "{s1.content|that it rains}."
    )
    assert promoted(marked) == [(["Ivo Strand"], ["an aide"])]


def test_a_clause_that_the_paper_breaks_in_two_is_its_subjects() -> None:
    marked = (
        "{s1.source s0.content|Ivo Strand}, {outlet s0.source|the Herald} {s0.cue|reports}, "
        "{s0.content|{s1.cue s1.inside.0|had refused} {s1.content|to come}}."
    )
    assert promoted(marked) == [(["Ivo Strand"], ["the Herald"])]


def test_words_behind_a_name_are_all_that_is_told_of_it() -> None:
    marked = (
        "{s0.content|Ole Strand, {person s1.source|the movement’s leader}, {s1.cue|had approved} {s1.content|it}}, {s0.cue|according to} "
        "{unnamed s0.source|two aides}."
    )
    outer, inner = read_marked(marked)[1].attributions
    assert is_told_whole(inner, outer, unnamed=True)
    outer, inner = read_marked(marked.replace("Ole Strand, ", "Ole Strand left, and "))[1].attributions
    assert not is_told_whole(inner, outer, unnamed=True)
