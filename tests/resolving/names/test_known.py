from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.model import Actor, Entries
from onrecord.resolving.names.known import load_known
from onrecord.resolving.resolve import resolve
from tests.resolving.conftest import read_marked

FILE = """
actors:
  - name: Anna Veld
    aliases: [A. Welt, Анна Вельд]
    party: Orvania
    offices:
      - {office: foreign minister, start: 2029-03, end: 2031-12-31}
      - {office: president, start: 2032-01-01}
  - {name: Government of Orvania, type: organization, aliases: [the Old Mint], party: Orvania}
  - {name: Melkar Front, type: group}
  - {name: Orvania, type: country}
sides:
  - name: Western bank
    members: [Orvania, {name: Melkar Front, start: 2031-05}]
  - name: Eastern bank
    members: [Tamesh, {name: Melkar Front, end: 2031-04}]
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., dict[str, Actor]]:
    """A function from marked text to the actors by name, with a file of the user's."""

    def build(marked: str, published: date = date(2031, 5, 14), file: str = FILE) -> dict[str, Actor]:
        (tmp_path / "actors.yaml").write_text(file, encoding="utf-8")
        entries: Entries = resolve(*read_marked(marked, published), load_known(tmp_path / "actors.yaml"))
        return {actor.name: actor for actor in entries.actors}

    return build


def test_an_alias_is_its_actor_and_says_so(read: Callable[..., dict[str, Actor]]) -> None:
    actors = read("{person s0.source|A. Welt} {s0.cue|spoke}. {organization|The Old Mint} waits, and an {organization|old mint} too.")
    assert actors["Anna Veld"].party == "Orvania"
    assert actors["Anna Veld"].why == ("“A. Welt” is named in actors.yaml",)
    assert [span.text for span in actors["Government of Orvania"].mentions] == ["The Old Mint"]


def test_a_surname_joins_whom_the_file_names(read: Callable[..., dict[str, Actor]]) -> None:
    assert len(read("{person|Анна Вельд} came. {person|Veld} left.")["Anna Veld"].mentions) == 2


def test_an_office_is_found_by_its_day(read: Callable[..., dict[str, Actor]]) -> None:
    marked = "{person s0.source|The Orvanian foreign minister} {s0.cue|said} {s0.content|so}."
    actor = read(marked)["Anna Veld"]
    assert actor.role == "Orvanian foreign minister"
    assert actor.why == ("“The Orvanian foreign minister” on 14 May 2031: Anna Veld, by actors.yaml",)
    assert "Anna Veld" not in read(marked, date(2032, 5, 14))
    assert "Anna Veld" not in read(marked.replace(" foreign minister", " minister’s aide"))


def test_the_day_of_the_saying_counts(read: Callable[..., dict[str, Actor]]) -> None:
    marked = "In March 2030 {person s0.source|the Orvanian foreign minister} {s0.cue|said} {s0.content|so}."
    assert "Anna Veld" in read(marked, date(2032, 5, 14))


def test_whose_office_it_is_can_be_a_name(read: Callable[..., dict[str, Actor]]) -> None:
    file = FILE + "  - {name: Third, members: [Nobody]}\n"
    marked = (
        "{person|President Udo Varn of Orvania} slept. {person s0.source|{person|Varn}’s foreign minister} {s0.cue|said} {s0.content|so}."
    )
    assert "Anna Veld" in read(marked, file=file)


def test_sides_go_by_name_and_party_and_day(read: Callable[..., dict[str, Actor]]) -> None:
    marked = "{organization|The Old Mint}, {group|the Melkar Front} and {country|Tamesh} met {person|Ivo Strand}."
    actors = read(marked)
    sides = {name: actors[name].side for name in ("Government of Orvania", "Melkar Front", "Tamesh", "Ivo Strand")}
    assert list(sides.values()) == ["Western bank", "Western bank", "Eastern bank", None]
    assert "side" not in actors["Ivo Strand"].to_json()
    assert actors["Tamesh"].brief()["side"] == "Eastern bank"
    assert read(marked, date(2031, 4, 14))["Melkar Front"].side == "Eastern bank"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[", "is not YAML"),
        ("- a", "the file: must have actors, sides"),
        ("actors: Veld", "actors: must be a list"),
        ("actors: [Veld]", "actors[1]: must have aliases, name"),
        ("people: []", "has “people”, which is not known; known are actors, sides"),
        ("actors: [{name: ''}]", "actors[1]: name must be words"),
        ("actors: [{name: A, aliases: B}]", "actors[1] (A): aliases must be a list of names"),
        ("actors: [{name: A, type: ship}]", "actors[1] (A): type is 'ship'; it must be one of person"),
        ("actors: [{name: A, aliases: [B]}, {name: C, aliases: [b]}]", "actors[2] (C): “b” is a name of A too"),
        ("actors: [{name: A}, {name: A}]", "actors[2] (A): is there twice"),
        ("actors: [{name: A, offices: [{office: envoy, start: May}]}]", "actors[1] (A), offices[1]: start is 'May'; write a day as"),
        ("actors: [{name: A, offices: [{start: 2031}]}]", "offices[1]: office must be words"),
        ("actors: [{name: A, offices: [{office: envoy, start: 2031, end: 2030}]}]", "ends (2030) before it starts (2031)"),
        ("sides: [{name: A}]", "sides[1] (A): has no members"),
        ("sides: [{name: A, members: [X]}, {name: B, members: [x]}]", "sides (B): “x” is on A at the same time"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "actors.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        load_known(tmp_path / "actors.yaml")
    assert str(error.value).startswith(f"{tmp_path / 'actors.yaml'}: ")
    assert message in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_known(tmp_path / "actors.yaml")
