from dataclasses import replace

import pytest

from onrecord.across.origins import Origin, Told, find_branches, find_origins, trace_chain, trace_origin
from onrecord.model import Actor, Entries
from tests.across.conftest import Said, make_entries

KOSTAN = Said("Mirela Kostan", "No convoy will cross the northern bridge")


def told(name: str, *said: Said, outlet: str | None = "Courier", original: Entries | None = None, title: str = "News") -> list[Told]:
    entries = make_entries(name, said, outlet=outlet, title=title)
    heads = [s.content[0].start < len(title) for s in entries.statements]
    return [
        Told(f"{name}.{i}", entries, s, original or entries, is_head)
        for i, (s, is_head) in enumerate(zip(entries.statements, heads, strict=True))
    ]


def names(*group: Told) -> list[str]:
    return [origin.name for origin in find_origins(group).values()]


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        (KOSTAN, "Courier", "outlet"),
        (replace(KOSTAN, via=("Dorvik Radio",)), "Dorvik Radio", "outlet"),
        (replace(KOSTAN, via=("Ivo Strand",), relayer="person"), "Ivo Strand", "relayer"),
        (replace(KOSTAN, via=("two officials",), relayer="unnamed"), "Courier", "outlet"),
        (replace(KOSTAN, speaker="Dorvik Radio", type="outlet"), "Dorvik Radio", "outlet"),
        (replace(KOSTAN, venue="in a letter dated 1 March"), "letter of Mirela Kostan", "channel"),
    ],
    ids=["heard", "an outlet", "a person", "nobody with a name", "the outlet itself", "a letter"],
)
def test_where_a_chain_ends(said: Said, name: str, kind: str) -> None:
    (one,) = told("r", said)
    origin = trace_origin(one.entries, one.statement)
    assert (origin.name, origin.kind) == (name, kind)
    assert origin.why


def test_what_nobody_says_is_the_report_s_own() -> None:
    assert trace_origin(make_entries("r", []), None) == Origin("Courier", "outlet", "the report tells it itself")
    assert "not known" in trace_origin(make_entries("r", [], outlet=None), None).name


def test_a_chain_ends_nearest_the_speaker() -> None:
    (one,) = told("r", replace(KOSTAN, via=("Dorvik Radio", "Evening Post")))
    assert one.statement
    assert [actor.name for actor in trace_chain(one.entries, one.statement)] == ["Dorvik Radio", "Evening Post"]
    assert names(one) == ["Dorvik Radio"]


def test_who_tells_it_in_another_statement_relays_it_but_not_the_speaker_herself() -> None:
    outer = Said("Ivo Strand", "Kostan told us that no convoy would cross")
    assert names(told("r", outer, replace(KOSTAN, inside=0))[1]) == ["Ivo Strand"]
    assert names(told("r", replace(KOSTAN, content="I said so in March"), replace(KOSTAN, inside=0))[1]) == ["Courier"]


def test_an_interview_is_one_origin_for_all_that_name_it() -> None:
    (own,) = told("interview", KOSTAN, outlet="Dorvik Radio (English)")
    (named,) = told("later", replace(KOSTAN, venue="in an interview with Dorvik Radio"))
    (source,) = told("other", replace(KOSTAN, via=("an editor of Dorvik Radio",), relayer="unnamed"), outlet="Post")
    (branch,) = find_branches([own, named, source])
    assert branch.tellings == ("interview.0", "later.0", "other.0")


def test_a_letter_is_one_origin_wherever_it_is_read() -> None:
    (a,) = told("a", replace(KOSTAN, venue="in a letter"))
    (b,) = told("b", replace(KOSTAN, venue="in an open letter to the press"), outlet="Post")
    assert len(find_branches([a, b])) == 1


def test_a_letter_is_nearer_than_who_relays_it() -> None:
    (named,) = told("a", replace(KOSTAN, venue="in a letter", via=("Dorvik Radio",)))
    (written,) = told("b", replace(KOSTAN, cue="wrote", via=("Ivo Strand",), relayer="person"), outlet="Post")
    assert names(named, written) == ["letter of Mirela Kostan"] * 2
    assert names(written) == ["Ivo Strand"]


def test_what_somebody_quotes_that_the_report_tells_itself_is_from_where_the_report_has_it() -> None:
    outer = Said("Ivo Strand", "That is not quite what Kostan said of the northern bridge")
    own, _, quoted = told("r", KOSTAN, outer, replace(KOSTAN, inside=1))
    assert names(own, quoted) == ["Courier", "Courier"]
    assert names(quoted) == ["Ivo Strand"]
    interview, _, quoted = told("r", replace(KOSTAN, venue="in an interview with Dorvik Radio"), outer, replace(KOSTAN, inside=1))
    (first,) = told("interview", KOSTAN, outlet="Dorvik Radio")
    assert names(first, interview, quoted) == ["Dorvik Radio"] * 3


def test_a_headline_has_it_from_where_the_sentence_below_has_it() -> None:
    head = replace(KOSTAN, content="No convoy")
    group = told("r", head, replace(KOSTAN, via=("Dorvik Radio",)), title="Kostan: No convoy")
    assert [one.is_head for one in group] == [True, False]
    assert names(*group) == ["Dorvik Radio", "Dorvik Radio"]


def test_a_copy_has_it_from_where_the_original_has_it() -> None:
    (wire,) = told("wire", replace(KOSTAN, via=("Dorvik Radio",)), outlet="Wire")
    (copy,) = told("copy", KOSTAN, outlet="Post", original=wire.entries)
    assert names(wire, copy) == ["Dorvik Radio", "Dorvik Radio"]
    assert names(copy) == ["Wire"]


def test_outlets_are_independent_unless_one_is_the_other() -> None:
    group = [*told("a", KOSTAN), *told("b", KOSTAN, outlet="The Courier"), *told("c", KOSTAN, outlet="Post")]
    assert [branch.tellings for branch in find_branches(group)] == [("a.0", "b.0"), ("c.0",)]


def test_a_body_and_a_letter_of_the_same_name_are_two_origins() -> None:
    actor = Actor("act_1", "Mirela Kostan", "person")
    assert not Origin("x", "channel", "", actor.id).is_one_with(Origin("Mirela Kostan", "relayer", "", actor.id))
    assert Origin("Mirela Kostan", "relayer", "", actor.id).is_one_with(Origin("Kostan", "relayer", "", actor.id))
