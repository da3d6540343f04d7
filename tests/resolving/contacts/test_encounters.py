"""Who met whom by the grammar of a clause, whatever else its sentence names, in invented sentences."""

from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def parties(entries: Entries) -> list[str]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [names[p] for p in entries.contacts[-1].parties]


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        (
            "meeting",
            "{c0.evidence|{person|The envoy Ivo Strand} today met {person|a Front leader} in a fresh attempt to revive the talks between"
            " {organization|the Melkar Front} and {organization|the Orvanian government}}.",
            ["Ivo Strand", "Front leader"],
        ),
        (
            "meeting",
            "{c0.evidence|{organization|The mediators} met in {country|Orvania} with {person|President Anna Veld} and"
            " {person|Prime Minister Ilan Roe}}.",
            ["mediators", "Anna Veld", "Ilan Roe"],
        ),
        (
            "visit",
            "{c0.evidence|{person|Ivo Strand} visited Sanvir, the town held by {organization|the Melkar Front}, where {person|he} met"
            " {person|the chairman of the council, Anna Veld}}.",
            ["Ivo Strand", "Anna Veld"],
        ),
        (
            "talks",
            "{c0.evidence|{person|Ivo Strand}, who arrived in {country|Orvania} today, held two hours of talks with {person|Anna Veld}"
            " about {country|Tamesh}}. {country|Orvania} and {country|Tamesh} wait.",
            ["Ivo Strand", "Anna Veld"],
        ),
        (
            "talks",
            "{c0.evidence|The session between {person|Ivo Strand} and the delegation of {country|Orvania} has been put off}. {country|Orvania}"
            " and {country|Tamesh} wait.",
            ["Ivo Strand", "Orvania"],
        ),
        (
            "talks",
            "{c0.evidence|the talks {person|Planning Minister Anna Veld} held this week in Bergen}. {country|Orvania} and {country|Tamesh} wait.",
            ["Anna Veld"],
        ),
        (
            "talks",
            "{country|Orvania} talked for hours. {country|Belmark} and {country|Tamesh} wait. {c0.evidence|The Orvanian-Tameshi negotiations"
            " took place on Monday}.",
            ["Orvania", "Tamesh"],
        ),
    ],
    ids=["purpose", "several", "own clause", "clause in between", "between", "held by one", "adjectives"],
)
def test_who_met_is_the_subject_and_whom_the_object(entries: Build, kind: str, marked: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind=kind)) == expected


def test_who_sat_down_with_the_writer_met_him(entries: Build) -> None:
    marked = (
        "{country|Orvania} and {country|Tamesh} talk. {s0.content direct|“{c0.evidence|{person|Anna Veld} and {person|I} sat down yesterday}”},"
        " {person s0.source|the mediator, Ivo Strand,} {s0.cue|wrote}."
    )
    assert parties(entries(marked.replace("s0.content direct", "s0.content s0.direct"), kind="talks")) == ["Anna Veld", "Ivo Strand"]


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        (
            "talks",
            "{c0.evidence|Envoys of {country|Orvania} and {country|Belmark} have reached {country|Tervo} for a round}.",
            ["Orvania", "Belmark"],
        ),
        (
            "call",
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} spoke about shipping off {country|Tamesh}}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "meeting",
            "{c0.evidence|{person|Ivo Strand} met {person|the chairman} of {organization|the movement}’s council, {person|Anna Veld}}.",
            ["Ivo Strand", "Anna Veld"],
        ),
        (
            "meeting",
            "{c0.evidence|{person|Ivo Strand} met {person|Anna Veld} at the headquarters of {organization|the Tamesh Army}}.",
            ["Ivo Strand", "Anna Veld"],
        ),
        (
            "call",
            "{person|Anna Veld} rang {person|Ivo Strand}. {c0.evidence|As {organization|the ministry} specified, {person|Veld} called {person|Strand}}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "letter",
            "{c0.evidence|{organization|the Front} had received no message from {organization|the Committee} on an exchange with"
            " {country|Orvania}}.",
            ["Front", "Committee"],
        ),
    ],
    ids=["reached", "off", "of whom", "seat", "teller", "topic"],
)
def test_a_place_a_title_a_teller_and_a_topic_take_no_part(entries: Build, kind: str, marked: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind=kind)) == expected


def test_who_met_both_sides_met_each_of_them(entries: Build) -> None:
    marked = (
        "{c0.evidence|Talks between {country|Orvania} and {country|Tamesh} opened}. {person|Foreign Minister Ivo Strand} was there."
        " {c1.evidence|{person|He} had met both delegations upon their arrival}."
    )
    assert parties(entries(marked)) == ["Ivo Strand", "Orvania", "Tamesh"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{c0.evidence|Late-night {c0.place|Veld} talks with {person|Ivo Strand}}. {person|President Anna Veld} left.", None),
        ("{c0.evidence|The {c0.place|Belmark-brokered} talks went on}.", None),
        ("{c0.evidence|{person|Anna Veld} joined the talks on {c0.place|Ilde}}.", None),
        ("{c0.evidence|{person|Anna Veld} flew to {c0.place|Bergen from Dorvik}}.", "Bergen"),
        ("{c0.evidence|{person|Anna Veld} held talks in {c0.place|Bergen}}.", "Bergen"),
    ],
)
def test_a_person_a_broker_and_a_topic_are_no_place(entries: Build, marked: str, expected: str | None) -> None:
    assert entries(marked, kind="talks").contacts[0].place == expected


def test_whom_brackets_name_is_he(entries: Build) -> None:
    marked = (
        "{person|Anna Veld} spoke. {c0.evidence|{person|President Ilan Roe} received {person|him} ({person|Ivo Strand}) late on Monday}."
    )
    assert parties(entries(marked)) == ["Ilan Roe", "Ivo Strand"]


def test_whose_a_headline_is_takes_no_part(entries: Build) -> None:
    marked = "{c0.evidence|{country|Orvania} and {country|Tamesh} negotiate again - {person|Strand}}\n\nSo said {person|Ivo Strand}."
    assert parties(entries(marked)) == ["Orvania", "Tamesh"]


def test_one_more_whom_the_subject_spoke_with_is_another_contact_of_hers(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Ada Roe} spoke on Oct. 9 with {person|Ivo Strand}} and, {c1.evidence|two days later, with {person|Anna Veld}}.",
        kind="call",
    )
    assert parties(got) == ["Ada Roe", "Anna Veld"]
