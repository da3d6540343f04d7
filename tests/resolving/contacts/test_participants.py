from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def parties(entries: Entries) -> list[str]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [names[p] for p in entries.contacts[-1].parties]


@pytest.mark.parametrize(
    "marked",
    [
        "{c0.evidence|{person|Ada Roe} again proposed that {person|Anna Veld} and {person|Ivo Strand} meet}.",
        "A proposal by {person|Ada Roe} for {c0.evidence|{person|Anna Veld} and {person|Ivo Strand} to meet in Bergen} stands.",
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} with the knowledge of {person|Ada Roe}}.",
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} in the presence of a senior diplomat from {country|Tamesh}}.",
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand, secretary of Orvania}'s {organization|Security Council}, met}.",
    ],
    ids=["proposed that", "proposal by", "with the knowledge of", "in the presence of", "secretary of"],
)
def test_who_has_only_the_idea_or_knows_of_it_takes_no_part(entries: Build, marked: str) -> None:
    assert parties(entries(marked)) == ["Anna Veld", "Ivo Strand"]


def test_whom_somebody_in_commas_received_takes_part(entries: Build) -> None:
    received = "{c0.evidence|{person|The minister, Anna Veld}, received {person|the envoy of Tamesh, Ivo Strand}}."
    assert parties(entries(received)) == ["Anna Veld", "Ivo Strand"]
    apposed = "{c0.evidence|{person|Anna Veld}, special envoy of {organization|the League}, met {person|Ivo Strand}}."
    assert parties(entries(apposed)) == ["Anna Veld", "Ivo Strand"]


def test_who_proposes_to_meet_somebody_takes_part(entries: Build) -> None:
    assert parties(entries("{c0.evidence|{person|Ada Roe} proposed to meet {person|Ivo Strand}}.")) == ["Ada Roe", "Ivo Strand"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{c0.evidence|The {organization|Government} of {country|Orvania} met the {organization|Lake Front}}.",
            ["Government", "Lake Front"],
        ),
    ],
    ids=["whose government"],
)
def test_what_only_says_whose_somebody_is_takes_no_part(entries: Build, marked: str, expected: list[str]) -> None:
    assert parties(entries(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}, special envoy of the {organization|Lake League}, in Bergen}.",
            "meeting",
        ),
        ("{c0.evidence|{person|Anna Veld} came back from {country|Melkar}, where she had met {person|Ivo Strand}}.", "meeting"),
        ("{c0.evidence|{person|Ada Roe} handed {person|Ivo Strand} a letter from {person|Anna Veld}}.", "letter"),
        ("It was {person|Anna Veld}, {c0.evidence|who crossed to Bergen to see {person|Ivo Strand}}.", "visit"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}, hours after she had left {person|Ada Roe}}.", "meeting"),
        ("{c0.evidence|A meeting of {person|Anna Veld} with {person|Ivo Strand}, proposed by {person|Ada Roe}, is off}.", "meeting"),
        ("{c0.evidence|{person|Anna Veld} and the {organization|League}’s vice-chair, {person|Ivo Strand}, met}.", "meeting"),
        ("{c0.evidence|{person|Anna Veld} received {person|Ivo Strand} of the {organization|Lake Committee}}.", "meeting"),
        ("{c0.evidence|{person|Anna Veld} met {person|Ivo Strand} under {organization|Lake League} mediation}.", "meeting"),
    ],
    ids=[
        "an office in apposition",
        "where she came from",
        "who carries it",
        "the antecedent",
        "after another",
        "who proposed it",
        "a genitive",
        "whose somebody is",
        "under whose mediation",
    ],
)
def test_two_take_part_and_nobody_who_stands_beside(entries: Build, marked: str, kind: str) -> None:
    assert sorted(parties(entries(marked, kind=kind))) == ["Anna Veld", "Ivo Strand"]


def test_her_is_a_party_where_it_is_no_possessive(entries: Build) -> None:
    told = "{person|Anna Veld} flew out. {c0.evidence|{person|Ivo Strand} received {person back|her} with {person back|her} aides}."
    assert sorted(parties(entries(told))) == ["Anna Veld", "Ivo Strand"]


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("{c0.evidence|{person|Anna Veld} met two of {person|Ivo Strand}’s lieutenants}.", "meeting", ["Anna Veld"]),
    ],
    ids=["somebody's people"],
)
def test_nobody_is_put_in_the_place_of_who_is_named_without_a_name(entries: Build, marked: str, kind: str, expected: list[str]) -> None:
    assert sorted(parties(entries(marked, kind=kind))) == expected


def test_a_body_that_met_stands_before_its_clause(entries: Build) -> None:
    told = "{person|Ivo Strand} met {person|Ada Roe}. They praised the {organization|Lake Council}, {c0.evidence|which met in Bergen}."
    assert parties(entries(told)) == ["Lake Council"]


def test_evidence_that_ends_with_between_names_whom_it_names_before(entries: Build) -> None:
    told = "{person|Anna Veld} rang. {c0.evidence|{person|Ivo Strand} sees no call in between}."
    assert "Ivo Strand" in parties(entries(told, kind="call"))


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        (
            "{country|Orvania} waits. {c0.evidence|{person|Anna Veld} will not sit with the Orvanians while {person|Ivo Strand} is held}.",
            "meeting",
            ["Anna Veld", "Orvania"],
        ),
        (
            "{c0.evidence|The round between {country|Melkar} and {group|the guarantor} states {country|Orvania} and {country|Tamesh} is over}.",
            "talks",
            ["Melkar", "Orvania", "Tamesh"],
        ),
        (
            "{country|Melkar} and {country|Orvania} wait. {c0.evidence|{group|The deputies of the two foreign ministers} meet in May}.",
            "meeting",
            ["deputies of the two foreign ministers"],
        ),
    ],
    ids=["inhabitants", "introduced", "of two offices"],
)
def test_peoples_states_and_deputies_that_are_named_by_what_they_are(entries: Build, marked: str, kind: str, expected: list[str]) -> None:
    assert parties(entries(marked, kind=kind)) == expected


def test_who_only_calls_it_off_takes_no_part(entries: Build) -> None:
    marked = (
        "{c0.evidence|{person|Anna Veld} and {person|Ivo Strand} were to have met in May, a meeting that {country|Orvania} called off}."
    )
    assert parties(entries(marked)) == ["Anna Veld", "Ivo Strand"]
