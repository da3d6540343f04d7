"""Names that were read in part, in invented sentences."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "the Orvanian Ministry of Water, {organization s0.source|Irrigation} and Energy {s0.cue|said} {s0.content|it rains}.",
            "Orvanian Ministry of Water, Irrigation and Energy",
        ),
        (
            "{organization s0.source|The Ministry of Trade} and Industry {s0.cue|said} {s0.content|it rains}.",
            "Ministry of Trade and Industry",
        ),
        (
            "{person s0.source|HE} Sheikh Rashed bin Tamer Al Nuhair {s0.cue|said} {s0.content|it rains}.",
            "Rashed bin Tamer Al Nuhair",
        ),
        ("{person s0.source|Rashed} bin Tamer {s0.cue|said} {s0.content|it rains}.", "Rashed bin Tamer"),
        (
            "{person s0.source|The secretary} of Orvania's Defence Council {s0.cue|said} {s0.content|it rains}.",
            "secretary of Orvania's Defence Council",
        ),
        ("{country s0.source|Orvania} Today {s0.cue|said} {s0.content|it rains in Orvania}.", "Orvania Today"),
    ],
)
def test_a_name_read_in_part_is_the_whole_of_it(entries: Build, marked: str, name: str) -> None:
    told = entries(marked)
    (speaker,) = (actor for actor in told.actors if actor.id == told.statements[0].speaker)
    assert speaker.name == name


def test_what_was_read_as_said_of_a_name_is_none_of_it(entries: Build) -> None:
    marked = "{s0.content|the Ministry of Water}, {organization s0.source|Irrigation and Energy} {s0.cue|said} {s0.content|it rains}."
    (statement,) = entries(marked).statements
    assert [span.text for span in statement.content] == ["it rains"]


def test_a_ministry_is_not_joined_with_a_country(entries: Build) -> None:
    told = entries("{organization s0.source|The Ministry of Trade} and Orvania {s0.cue|said} {s0.content|it rains}.")
    assert [actor.name for actor in told.actors if actor.id == told.statements[0].speaker] == ["Ministry of Trade"]
