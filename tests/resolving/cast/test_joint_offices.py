from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def parties(entries: Entries) -> list[str]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [names[p] for p in entries.contacts[-1].parties]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{c0.evidence|The army chiefs of neighbours {country|Orvania} and {country|Melkar} spoke on Sunday}.",
            ["army chief of Orvania", "army chief of Melkar"],
        ),
        (
            "{c0.evidence|{person|The foreign ministers} of {country|Orvania}, {country|Tamesh} and {country|Melkar} met}.",
            ["foreign minister of Orvania", "foreign minister of Tamesh", "foreign minister of Melkar"],
        ),
        (
            "{c0.evidence|The defence ministers of {country|Orvania} and {country|Melkar} met}. {person|The Orvanian minister, Anna Veld}, left.",
            ["Anna Veld", "defence minister of Melkar"],
        ),
        (
            "{country|Orvania} and {country|Melkar} wait. {c0.evidence|{country|The Orvanian} and {person|Melkari presidents} met}.",
            ["president of Orvania", "president of Melkar"],
        ),
        (
            "{c0.evidence|{organization|The foreign ministers of Orvania, Tamesh and Melkar} met}. {country|Orvania} waits.",
            ["foreign minister of Orvania", "foreign minister of Tamesh", "foreign minister of Melkar"],
        ),
        (
            "{c0.evidence|Orvanian and Melkari negotiators meet}. {country|Orvania} and {country|Melkar} wait.",
            ["Orvania", "Melkar"],
        ),
    ],
    ids=["unread", "three", "called by the last word", "adjectives", "beside a country", "sent"],
)
def test_one_office_of_several_countries_is_somebody_of_each(entries: Build, marked: str, expected: list[str]) -> None:
    assert parties(entries(marked)) == expected
