"""Officials of a lead who are named below, in invented reports."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def people(entries: Entries) -> list[str]:
    return [actor.name for actor in entries.actors if actor.type == "person"]


LEAD = (
    "Talks\n\n{person|The head of {country|Orvania}’s security service} met {person|the deputy chief of the {country|Tameshi} staff}"
    " in Bergen, {unnamed|officials} said.\n\n"
)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("{person|Anna Veld} and {person|General Ivo Strand} talked for an hour.", ["Anna Veld", "Ivo Strand"]),
        (
            "{person|Anna Veld} told {person|General Ivo Strand} little, according to {person|her spokesman, Ilan Roe}.",
            ["Anna Veld", "Ivo Strand", "Ilan Roe"],
        ),
    ],
)
def test_two_officials_of_a_lead_are_the_two_named_next(entries: Build, below: str, expected: list[str]) -> None:
    assert people(entries(LEAD + below)) == expected


@pytest.mark.parametrize(
    "below",
    [
        # One name more, two who do nothing together, and another office.
        "{person|Anna Veld}, {person|Ilan Roe} and {person|Ivo Strand} talked.",
        "{person|Anna Veld} left the town early; nobody knows where {person|Ivo Strand} is.",
        "{person|President Anna Veld} and {person|Ivo Strand} talked.",
    ],
)
def test_others_are_not(entries: Build, below: str) -> None:
    assert "head of Orvania’s security service" in people(entries(LEAD + below))


def test_whom_the_headline_is_about_is_named_first_below(entries: Build) -> None:
    assert people(entries("{person|Lake envoy}: it rains\n\n{person|Anna Veld} has crossed the lake nine times.")) == ["Anna Veld"]
