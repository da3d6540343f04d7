from collections.abc import Callable

import pytest

from onrecord.model import Entries, Mention, Reading, Report, Span
from onrecord.resolving.cast.casting import assemble_cast

CAPITAL = "Orvania waits. Dorvik said no. It rains in Dorvik, the Orvanian capital."


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        (CAPITAL, 0.5, ["Orvania", "Dorvik"]),
        ("Orvania waits. Dorvik said no.", 0.9, ["Orvania", "Dorvik"]),
    ],
)
def test_a_capital_stands_for_its_country_if_the_text_and_the_model_say_so(text: str, sure: float, expected: list[str]) -> None:
    mentions = (Mention(Span.of(text, 0, 7), "country"), Mention(Span.of(text, 15, 21), "country", 0, sure))
    cast = assemble_cast(Report(name="test", text=text), Reading("test", "marked", mentions=mentions))
    assert [e.name for e in cast.entities] == expected


def test_sources_are_not_the_outlet_that_speaks_of_them() -> None:
    text = "The Courier reports it. Sources confirm it."
    mentions = (Mention(Span.of(text, 0, 11), "outlet"), Mention(Span.of(text, 24, 31), "person", 0, 0.9))
    cast = assemble_cast(Report("r", text), Reading("r", "m", mentions=mentions))
    assert [sorted(m.text for m in e.mentions) for e in cast.entities] == [["The Courier"], ["Sources"]]


def test_two_that_are_named_in_one_breath_are_two() -> None:
    text = "Orvania and Dorvik wait. Dorvik said no."
    mentions = (
        Mention(Span.of(text, 0, 7), "country"),
        Mention(Span.of(text, 12, 18), "country"),
        Mention(Span.of(text, 25, 31), "country", 0, 0.9),
    )
    cast = assemble_cast(Report(name="test", text=text), Reading("test", "marked", mentions=mentions))
    assert [e.name for e in cast.entities] == ["Orvania", "Dorvik"]


def test_a_surname_can_be_an_office_too() -> None:
    text = "Anna Veld met Olga King. King left."
    mentions = (
        Mention(Span.of(text, 0, 9), "person"),
        Mention(Span.of(text, 14, 23), "person"),
        Mention(Span.of(text, 25, 29), "person", 0, 0.9),
    )
    cast = assemble_cast(Report(name="test", text=text), Reading("test", "marked", mentions=mentions))
    assert [sorted(m.text for m in e.mentions) for e in cast.entities] == [["Anna Veld"], ["King", "Olga King"]]


def test_a_country_is_named_by_its_adjective_too() -> None:
    text = "Orvanian-Tameshi talks begin. Orvania waits."
    mentions = (
        Mention(Span.of(text, 0, 8), "country"),
        Mention(Span.of(text, 9, 16), "country"),
        Mention(Span.of(text, 30, 37), "country"),
    )
    cast = assemble_cast(Report("r", text), Reading("r", "m", mentions=mentions))
    assert [(e.name, len(e.mentions)) for e in cast.entities] == [("Orvania", 2), ("Tameshi", 1)]


def test_the_rebels_of_a_name_are_the_movement_that_begins_with_it(entries: Callable[..., Entries]) -> None:
    marked = (
        "{country|Orvania} and {group|Ilde rebels} meet. {organization|The insurgent Ilde Front} waits. {group|The Salt rebels} do not."
    )
    assert {actor.name for actor in entries(marked).actors} == {"Orvania", "Ilde Front", "Salt rebels"}


def test_the_republic_is_the_one_of_that_name(entries: Callable[..., Entries]) -> None:
    marked = "The President of the Republic of {country|Orvania} arrived. {country|The Republic} thanked {country|Melkar}."
    assert [actor.name for actor in entries(marked).actors] == ["Orvania", "Melkar"]
    two = marked.replace("thanked {country|Melkar}", "thanked the Republic of {country|Melkar}")
    assert [actor.name for actor in entries(two).actors] == ["Orvania", "Republic", "Melkar"]
