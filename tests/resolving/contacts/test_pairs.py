from collections.abc import Callable

import pytest

from onrecord.model import Entries

Build = Callable[..., Entries]


def parties(entries: Entries) -> list[list[str]]:
    names = {actor.id: actor.name for actor in entries.actors}
    return [[names[p] for p in c.parties] for c in entries.contacts]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "{person|Water Minister Ada Roe} is away. {person|Foreign Minister Anna Veld} and {person|Foreign Minister Ivo Strand} wait. "
            "{c0.evidence|The two ministers met on Monday}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Ilan Roe} and {person|Ivo Strand} met}. {c1.evidence|{person|The two men} talked for hours}. "
            "{person|Minister Jon Hale} and {person|Minister Per Lund} wait.",
            ["Ilan Roe", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Noh Tae} and {person|Hong Bae} met}. {person|She} left. {c1.evidence|{person|The two men} talked for hours}.",
            ["Noh Tae", "Hong Bae"],
        ),
        (
            "{person|President Anna Veld} waits. {person|President Ivo Strand} does not. "
            "{c0.evidence|A meeting of the two heads of state} is planned.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|President Anna Veld} left. {person|Her Tameshi counterpart, Ivo Strand}, stayed. "
            "{c0.evidence|The two presidents meet in June}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{group|The foreign ministers of Orvania and Tamesh} met on 3 May}. {country|Orvania} and {country|Tamesh} wait. "
            "{person|Anna Veld} left early. {person|Her Tameshi colleague, Ivo Strand}, stayed.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|President Anna Veld} and {person|President Ivo Strand} wait. "
            "{c0.evidence|{person|Ada Roe} has spoken to both presidents}.",
            ["Ada Roe", "Anna Veld", "Ivo Strand"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}. {person|Mrs Ada Roe} and {person|Mrs Mona Marsh} wait. "
            "{c1.evidence|The two women will meet in June}.",
            ["Ada Roe", "Mona Marsh"],
        ),
        (
            "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}. {country|Orvania} denied {c1.evidence|that the two had met}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|President Anna Veld} is firm. {c0.evidence|She will not meet {person|Ivo Strand}}. "
            "{c1.evidence|The two leaders had been due to meet in May}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|Foreign Minister Anna Veld} and {person|Foreign Minister Ivo Strand} wait. {person|Defence Minister Ada Roe} is away. "
            "{c0.evidence|The two foreign ministers met on Monday}.",
            ["Anna Veld", "Ivo Strand"],
        ),
        (
            "{person|President Anna Veld} and {person|Prime Minister Ivo Strand} wait. {person|Opposition leader Ada Roe} is away. "
            "{c0.evidence|The two leaders met on Monday}.",
            ["Anna Veld", "Ivo Strand"],
        ),
    ],
    ids=[
        "named last",
        "two men",
        "two men of whom one may be she",
        "heads of state",
        "counterpart",
        "colleague of no office",
        "with both",
        "women",
        "the two",
        "leaders",
        "what the office is for",
        "rulers",
    ],
)
def test_two_who_are_meant_together(entries: Build, marked: str, expected: list[str]) -> None:
    assert sorted(parties(entries(marked))[-1]) == sorted(expected)


def test_a_minister_of_no_known_country_is_not_the_other_of_two(entries: Build) -> None:
    marked = (
        "{c0.evidence|{group|The foreign ministers of Orvania and Tamesh} met on 3 May}. {country|Orvania} and {country|Tamesh} wait. "
        "{person|Orvania’s foreign minister, Anna Veld}, smiled. {person|Foreign Minister Ivo Strand} did not."
    )
    assert parties(entries(marked)) == [["Anna Veld", "foreign minister of Tamesh"]]


def test_envoys_of_a_country_are_not_those_who_met_before(entries: Build) -> None:
    marked = (
        "{c0.evidence|{person|Anna Veld} met {person|Ivo Strand}}. "
        "{c1.evidence|The envoys of {country|Orvania} and {country|Tamesh} will meet in June}. {country|Orvania} waits."
    )
    assert parties(entries(marked))[1] == ["Orvania", "Tamesh"]


def test_ministers_of_a_league_are_not_the_two_who_met_before(entries: Build) -> None:
    marked = (
        "{c0.evidence|{person|Foreign Minister Anna Veld} met {person|Foreign Minister Ivo Strand}}. "
        "{c1.evidence|The {group|ministers of the Lake League} met in Bergen}."
    )
    assert parties(entries(marked))[-1] == ["ministers of the Lake League"]


def test_presidents_who_spoke_are_no_envoys(entries: Build) -> None:
    marked = (
        "{c0.evidence|{person|President Anna Veld} telephoned {person|President Ivo Strand}}. "
        "Talks between {country|Orvania} and {country|Melkar} go on. {c1.evidence|The envoys meet again on Thursday}."
    )
    assert parties(entries(marked))[-1] == ["Orvania", "Melkar"]


def test_ministers_of_two_presidents_are_not_the_presidents(entries: Build) -> None:
    marked = (
        "{c0.evidence|{person|President Anna Veld} met {person|President Ivo Strand}}. "
        "{c1.evidence|{person|Their} foreign ministers talked over coffee}."
    )
    assert parties(entries(marked, kind="call"))[-1] == []


@pytest.mark.parametrize("whom", ["prime ministers", "chiefs of staff"])
def test_nobody_of_another_office_is_meant(entries: Build, whom: str) -> None:
    held = entries(
        "{person|Defence Minister Anna Veld} of {country|Orvania} and {person|Foreign Minister Ivo Strand} of {country|Tamesh} wait. "
        f"{{c0.evidence|The two {whom} will meet in June}}."
    )
    assert not {"Anna Veld", "Ivo Strand"} & set(parties(held)[-1])
