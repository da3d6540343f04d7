from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.model import Entries, Reading, Report
from onrecord.resolving.resolve import resolve

Build = Callable[..., Entries]


def parties(entries: Entries) -> list[list[str]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [[names[p] for p in c.parties] for c in entries.contacts]


@pytest.mark.parametrize(
    ("marked", "told", "expected"),
    [
        (
            "{person|Ada Roe} urged both sides to wait. She confirmed that {c0.evidence|Friday’s meeting} was going ahead.",
            {},
            [],
        ),
        (
            "{c0.evidence|{person|Anna Veld} dined with {person|Ivo Strand} at invitation of {person|Ada Roe}}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} received {person|Ivo Strand}, accompanied by {person|Ada Roe}}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{country|Orvania} and {country|Melkar} agreed. {c0.evidence|{group|Delegations of both sides} will talk in Bergen}.",
            {"kind": "talks"},
            ["Orvania", "Melkar"],
        ),
        (
            "{person|Ada Roe} was away. {person|Anna Veld} {c0.evidence|met opposition leaders to brief them}.",
            {},
            ["Anna Veld", "opposition leaders"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}. {person|Ada Roe} had {c1.evidence|invited both leaders to the palace}.",
            {},
            ["Ada Roe", "Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} had met a senior officer of the gendarmerie in Bergen}.",
            {},
            ["Anna Veld", "senior officer of the gendarmerie"],
        ),
        (
            "{person|Ada Roe} was away. {c0.evidence|{person|Anna Veld} did receive the relatives on Saturday}.",
            {},
            ["Anna Veld", "relatives"],
        ),
        (
            "{person|Ada Roe} was away. {c0.evidence|{person|Anna Veld} phoned the envoys of six countries}.",
            {},
            ["Anna Veld", "envoys of six countries"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} meets the ambassadors of six countries at eleven}.",
            {},
            ["Anna Veld", "ambassadors of six countries"],
        ),
        (
            "{country|Orvania} and {country|Melkar} talk. {c0.evidence|{person|Anna Veld} is due in Bergen for talks with {person|Ivo Strand}}.",
            {"kind": "talks"},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|Talks between {country|Orvania} and {country|Melkar} go on}. {person|Ada Roe} is patient.\n\n"
            "{c1.evidence|army doctors could meet on Monday}.",
            {},
            ["Orvania", "Melkar"],
        ),
        (
            "{person|Anna Veld} met {person|Ivo Strand}. {c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}. "
            "The report of {c1.evidence|a meeting between the two in Bergen} is false.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        ("{person|Anna Veld} and {person|Strand} came. {person|Ivo Strand} left. {c0.evidence|{person|Veld and Strand} met}.", {}, ["Anna Veld", "Ivo Strand"]),
        ("{c0.evidence|{person|Presidents Anna Veld and Ivo Strand} met}.", {}, ["Anna Veld", "Ivo Strand"]),
        (
            "{c0.evidence|{person|Presidents Anna Veld and Ivo Strand, who met in Bergen on Friday}} left.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        ("{c0.evidence|{person|ministers of defence Veld and Strand} met in Bergen}.", {}, ["Veld", "Strand"]),
        (
            "{c0.evidence|{person|Veld, Strand} and {person|Ada Roe} meet}\n\n{person|Anna Veld} came, {person|Ivo Strand} waits.",
            {},
            ["Anna Veld", "Ivo Strand", "Ada Roe"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand, minister of trade} of {country|Melkar}}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Veld} and {person|Strand} speak by telephone}\n\n{c1.evidence|{person|The foreign ministers of "
            "{country|Orvania} and {country|Tamesh}} spoke by telephone}. {person|Anna Veld} returned a call, {person|Ivo Strand} said.",
            {"kind": "call"},
            ["Anna Veld", "Ivo Strand"],
        ),
        ("{c0.evidence|Envoys of {person|{country|Orvania} and Melkar} met}.", {}, ["Orvania", "Melkar"]),
        (
            "{c0.evidence|The delegations of {country|Orvania} and {person|Melkar} will meet}.",
            {"kind": "talks"},
            ["Orvania", "Melkar"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} met at the invitation of {person|Ada Roe}}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|At the invitation of {person|the minister of Lendal}, {person|Ada Roe}, {person|Anna Veld} met {person|Ivo Strand}}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{s0.source|Petra Hollin} {s0.cue|asked:} {s0.content|{c0.evidence|you met {person|Anna Veld} in May}}?\n\n"
            "{s1.source person|Ivo Strand}: {s1.content s1.direct|I did not}.",
            {},
            ["Anna Veld", "Ivo Strand"],
        ),
        ("{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} meet on {unnamed|the envoy}’s boat}.", {}, ["Anna Veld", "Ivo Strand"]),
    ],
    ids=[
        "teller-alone",
        "at-her-invitation",
        "accompanied",
        "delegations-of-both-sides",
        "opposition-leaders",
        "invited-to-a-table",
        "nameless",
        "nameless-in-the-infinitive",
        "nameless-by-phone",
        "nameless-several",
        "talks-with",
        "army-doctors",
        "between-the-two",
        "surnames-joined",
        "office-of-both",
        "presidents-who-met",
        "ministers-of-defence",
        "surnames-of-a-headline",
        "minister-of-a-country",
        "ministers-of-the-headline",
        "countries-joined",
        "beside-a-country",
        "at-the-invitation",
        "at-the-invitation-of-an-office",
        "you-of-a-question",
        "whose-place",
    ],
)  # fmt: skip
def test_who_takes_part(entries: Build, marked: str, told: dict[str, Any], expected: list[str]) -> None:
    assert sorted(parties(entries(marked, **told))[-1]) == sorted(expected)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{person|Anna Veld} invited {person|Ivo Strand} to {c0.evidence|spend a day on the island}.", ["Ivo Strand", "Anna Veld"]),
        ("{person|Anna Veld} {c0.evidence|invited {person|Ivo Strand} to come}.", ["Ivo Strand", "Anna Veld"]),
        (
            "{country|Melkar} waits. {c0.evidence|{person|Anna Veld} flew to {place|Bergen} on Monday}. Bergen, the Melkari capital, slept.",
            ["Anna Veld", "Melkar"],
        ),
        ("{country|Melkar} waits. {c0.evidence|{person|Anna Veld} flew into the Melkari capital}.", ["Anna Veld", "Melkar"]),
        ("{country|France} waits. {c0.evidence|{person|Anna Veld} is expected in Paris on Monday}.", ["Anna Veld", "France"]),
        ("It rained in Varsel. {c0.evidence|{person|Anna Veld} is due in {country|Varsel}}.", ["Anna Veld"]),
    ],
    ids=["invited-before", "invited-within", "capital-beside", "capital", "known-capital", "town"],
)
def test_guests_and_hosts(entries: Build, marked: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind="visit")) == [expected]


def test_who_only_speaks_for_somebody_takes_no_part(entries: Build) -> None:
    got = entries(
        "{s0.content|{person|The Special Envoy} relies on {c0.evidence|the minutes of the meeting of 9 May}}, {s0.source|her spokesman, Piet "
        "Roe}, {s0.cue|said}."
    )
    names = {actor.id: actor.name for actor in got.actors}
    assert "Piet Roe" not in [names[party] for c in got.contacts for party in c.parties]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("Government and rebel negotiators met on Monday", ["Orvania", "Melkar Front"]),
        ("{person|Orvanian} and {organization|Front officers} met on Monday", ["Orvania", "Melkar Front"]),
        ("delegates of the government and the Front met on Monday", ["Orvania", "Melkar Front"]),
        ("{organization|the joint committee on prisoners} met on Monday", ["Orvania", "Melkar Front"]),
    ],
)
def test_the_people_of_two_sides_and_what_both_sit_in_are_the_sides(entries: Build, evidence: str, expected: list[str]) -> None:
    marked = (
        "Talks between {country|Orvania} and {organization|the Melkar Front} began. {organization|The Front} is weak."
        f" In {{place|Bergen}} {{c0.evidence|{evidence}}}."
    )
    assert parties(entries(marked)) == [expected]


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ada Roe}}. {person|Ivo Strand} asked for"
            " {c1.evidence|an urgent meeting with {person|Ada Roe}}.",
            "meeting",
            ["Ivo Strand", "Ada Roe"],
        ),
    ],
)
def test_who_is_meant_beside_the_one_named(entries: Build, marked: str, kind: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind=kind))[-1] == expected


def test_a_side_is_its_country(entries: Build) -> None:
    got = entries("{c0.evidence|{country|Orvania} met {organization|the Melkari side}}. {country|Melkar} waits.")
    assert parties(got) == [["Orvania", "Melkar"]]


def test_who_invites_two_to_meet_is_not_one_of_them(entries: Build) -> None:
    marked = (
        "{person c0.by|Anna Veld} of {country|Lendal} invited {person|the premiers of Orvania and Melkar} {c0.evidence|to meet in Bergen}."
    )
    assert parties(entries(marked)) == [["premiers of Orvania and Melkar"]]


def test_the_ministers_of_two_states_are_those_who_spoke(entries: Build) -> None:
    marked = (
        "{c0.evidence|{group|The foreign ministers of {country|Orvania} and {country|Tamesh}} spoke on Wednesday}. "
        "{person|Foreign Minister Mirela Kostan} was brief.\n\n"
        "{c1.evidence|{person|Kostan} and {person|the Tameshi foreign minister, Temur Ashkadi}, spoke on Wednesday}."
    )
    assert parties(entries(marked, kind="call")) == [["Mirela Kostan", "Temur Ashkadi"]]


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        (
            "{c0.evidence|{person|Anna Veld} flies to Bergen}, where {person|Ivo Strand} expects her for lunch.",
            "visit",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} flew into the Tameshi capital with a reply from {country|Orvania}}. {country|Tamesh} waits.",
            "visit",
            ["Anna Veld", "Tamesh"],
        ),
        (
            "{person|Anna Veld} spoke with {person|Ivo Strand}. {c0.evidence|{group|The two} agreed on a meeting}.",
            "meeting",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|The foreign ministers of {country|Orvania} and {country|Tamesh}, {person|Anna Veld} and {person|Ivo Strand}, met}.",
            "meeting",
            ["Anna Veld", "Ivo Strand"],
        ),
    ],
    ids=["where-he-expects-her", "with-a-reply-from", "the-two", "ministers-named-in-turn"],
)
def test_who_else_takes_part(entries: Build, marked: str, kind: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind=kind)) == [expected]


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        ("{c1.evidence|The telephone was silent}", ["Anna Veld", "Ivo Strand"]),
        ("{c1.evidence|{person|Strand} was asleep}", ["Anna Veld", "Ivo Strand"]),
        ("{c1.evidence|{person|Veld} never met {person|Ada Roe}}", ["Anna Veld", "Ada Roe"]),
    ],
    ids=["nobody named", "one of the two", "somebody else"],
)
def test_what_is_denied_is_the_contact_told_before(marked: Callable[..., tuple[Report, Reading]], denial: str, expected: list[str]) -> None:
    report, reading = marked(f"{{c0.evidence|{{person|Anna Veld}} met {{person|Ivo Strand}}}}. His office disagrees: {denial}.")
    held, denied = reading.contacts
    got = resolve(report, replace(reading, contacts=(held, replace(denied, status="denied"))))
    assert parties(got) == [["Anna Veld", "Ivo Strand"], expected]


def test_two_named_persons_talk_for_themselves(entries: Build) -> None:
    told = (
        "Talks between {country|Orvania} and {country|Tamesh} go on. "
        "{c0.evidence|The directors, {person|Anna Veld} and {person|Ivo Strand}, resume their talks on Monday}."
    )
    assert parties(entries(told, kind="talks")) == [["Anna Veld", "Ivo Strand"]]


def test_a_lead_may_call_by_their_offices_whom_other_words_name(entries: Build) -> None:
    got = entries(
        "{c0.evidence|{person|Orvania’s spy chief} met {person|a Tameshi spymaster} in Bergen}. It rained. {country|Orvania} waits.\n\n"
        "It rained.\n\n{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} talked for an hour}."
    )
    assert parties(got) == [["Anna Veld", "Ivo Strand"]]


def test_who_is_in_a_capital_visits_its_country(entries: Build) -> None:
    got = entries(
        "{person|Ivo Strand}, {c0.evidence|who is in the Orvanian capital on a working visit}, waits. {country|Orvania} does too.",
        kind="visit",
    )
    assert parties(got) == [["Ivo Strand", "Orvania"]]
