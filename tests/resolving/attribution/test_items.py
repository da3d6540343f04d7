"""Items that are taken from a paper, in invented reports."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]
HEAD = "Orvania wants talks\n\nSource: {country|Meridian}, an Orvanian newspaper\n\nDetails: It rains.\n\n"


def told(entries: Entries) -> list[tuple[str, list[str]]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [(names[s.speaker] if s.speaker else "", [names[v.actor] for v in s.via]) for s in entries.statements]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{outlet s0.source|The newspaper} {s0.cue|says} {s0.content|that it rains}.", ("Meridian", [])),
        ("“{s0.content|It rains},” {s0.cue|said} {unnamed s0.source|one of the officials}.", ("one of the officials", ["Meridian"])),
        (
            "“{s0.content|It rains},” {outlet s0.via|the newspaper} {s0.cue|quotes} {unnamed s0.source|an aide} as saying.",
            ("aide", ["Meridian"]),
        ),
        # Who has a name may have spoken to anybody.
        ("{person s0.source|Anna Veld} {s0.cue|said} {s0.content|that it rains}.", ("Anna Veld", [])),
    ],
)
def test_what_unnamed_people_say_came_through_the_paper(entries: Build, marked: str, expected: tuple[str, list[str]]) -> None:
    assert told(entries(HEAD + marked)) == [expected]


def test_a_report_without_a_source_line_relays_nothing(entries: Build) -> None:
    marked = "{outlet|Meridian} is a newspaper.\n\n“{s0.content|It rains},” {s0.cue|said} {unnamed s0.source|an official}."
    assert told(entries(marked)) == [("official", [])]
