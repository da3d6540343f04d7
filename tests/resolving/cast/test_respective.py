from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Orvania and Tamesh, {person|Anna Veld} and {person|Ivo Strand}, met.",
        "The foreign ministers of Orvania, {person|Anna Veld}, and Tamesh, {person|Ivo Strand}, met.",
        "The foreign ministers of Orvania ({person|Anna Veld}) and of Tamesh ({person|Ivo Strand}) met.",
    ],
)
def test_two_named_in_turn_have_the_office_of_one_country_each(entries: Build, text: str) -> None:
    found = {a.name: (a.role, a.party) for a in entries(text).actors}
    assert found["Anna Veld"] == ("foreign minister of Orvania", "Orvania")
    assert found["Ivo Strand"] == ("foreign minister of Tamesh", "Tamesh")


def test_one_who_is_named_alone_has_neither(entries: Build) -> None:
    found = {a.name: a.role for a in entries("The foreign ministers of Orvania and Tamesh, {person|Anna Veld} said, will meet.").actors}
    assert found["Anna Veld"] is None


def test_her_ministry_is_that_of_her_country(entries: Build) -> None:
    text = (
        "The foreign ministers of Orvania and Tamesh, {person|Anna Veld} and {person|Ivo Strand}, met. "
        "{organization s0.source|{person|Her} ministry} {s0.cue|said} {s0.content|little}."
    )
    found = entries(text)
    names = {a.id: a.name for a in found.actors}
    assert [names[s.speaker] for s in found.statements if s.speaker] == ["foreign ministry of Orvania"]


def test_the_presidents_office_keeps_its_words_and_is_on_his_side(entries: Build) -> None:
    text = "{person|President Anna Veld of Orvania} came. {organization s0.source|{person|The president}’s office} {s0.cue|said} {s0.content|little}."
    found = entries(text)
    speaker = next(a for a in found.actors if a.id == found.statements[0].speaker)
    assert (speaker.name, speaker.party) == ("president’s office", "Orvania")
