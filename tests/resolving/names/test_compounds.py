from collections.abc import Callable

import pytest

from onrecord.model import Entries, Mention, Reading, Span
from onrecord.resolving.names.compounds import add_groups

Build = Callable[..., Entries]


def speakers(entries: Entries) -> list[str | None]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [names[s.speaker] if s.speaker else None for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{person|Anna Veld} met {person|Ivo Strand}. {s0.source|{person|Veld} and {person|Strand}} {s0.cue|said} {s0.content|little}.",
            ["Anna Veld and Ivo Strand"],
        ),
        (
            "{s0.source|{person|Anna Veld} and {person|Ivo Strand}} {s0.cue|said} {s0.content|little}. {group s1.source|Both} {s1.cue|left} "
            "{s1.content|more open}. {s2.source|{person|Strand} and {person|Veld}} {s2.cue|agreed} {s2.content|to wait}.",
            ["Anna Veld and Ivo Strand"] * 3,
        ),
        (
            "{s0.source|Neither {person|Anna Veld} nor {person|Ivo Strand}} {s0.cue|said} {s0.content|more}.",
            ["Anna Veld and Ivo Strand"],
        ),
        ("{s0.source|{person|Anna Veld}, head of {organization|the Lake Council}} {s0.cue|said} {s0.content|little}.", ["Anna Veld"]),
    ],
    ids=["both-named", "both-again", "neither", "an-apposition-is-no-group"],
)
def test_several_who_speak_are_a_group(entries: Build, marked: str, expected: list[str]) -> None:
    assert speakers(entries(marked)) == expected


def test_a_reading_without_joined_sources_stays_as_it_is() -> None:
    reading = Reading("report", "model", mentions=(Mention(Span.of("Anna Veld left.", 0, 9), "person"),))
    assert add_groups("Anna Veld left.", reading) is reading


def test_those_who_make_up_a_group_take_part_in_its_contact(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{s0.source|{person|Anna Veld} and {person|Ivo Strand}} met}. {s0.cue|said} {s0.content|little}.", kind="meeting"
    )
    names = {actor.id: actor.name for actor in got.actors}
    assert [[names[p] for p in c.parties] for c in got.contacts] == [["Anna Veld", "Ivo Strand"]]
