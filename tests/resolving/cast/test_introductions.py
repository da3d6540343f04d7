"""Offices that are told elsewhere, in invented reports."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries
from onrecord.resolving.cast.introductions import plain_office


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Orvanian foreign minister", "foreign minister"),
        ("deputy prime minister and head of the delegation", "deputy prime minister"),
        ("Minister for External Relations of Melkar", "Minister"),
        ("pianist", ""),
    ],
)
def test_an_office_without_its_country(role: str, office: str) -> None:
    assert plain_office(role) == office


def test_who_is_only_called_the_chief_heads_no_body_that_is_named(entries: Callable[..., Entries]) -> None:
    marked = "{person|Their chief, Anna Veld,} left. {person|The head of the water board} waits."
    assert {actor.name for actor in entries(marked).actors} == {"Anna Veld", "head of the water board"}


def test_a_colleague_of_a_country_is_who_holds_the_office_there(entries: Callable[..., Entries]) -> None:
    marked = (
        "{person|The Minister of Energy of Orvania, Anna Veld}, met {person|the Minister of Energy of Tamesh, Ivo Strand}, and "
        "{person|the Minister of Energy of Ruvia, Udo Varn}. {person|Minister Strand} left. "
        "{person s0.source|{person|His} Orvanian colleague} {s0.cue|said} {s0.content|so}."
    )
    found = entries(marked)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[s.speaker or ""] for s in found.statements] == ["Anna Veld"]
