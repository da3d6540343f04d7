from datetime import date

import pytest

from onrecord.resolving.names.holders import Holder, Holders, country_key, span_of, table

MAY = (date(2031, 5, 31), date(2031, 5, 31))


def held(name: str, office: str, start: str, end: str = "2039", country: str = "Orvania") -> Holder:
    return Holder(name, office, country_key(country), *span_of(start), *span_of(end), party=country)


HOLDERS = Holders(
    [
        held("Anna Veld", "Minister of Foreign Affairs", "2029-03-01"),
        held("Ivo Strand", "Minister of Foreign Affairs", "2027", "2029-03-01"),
        held("Pia Lorn", "Minister of Defence", "2030-05-01", "2031-05-31"),
        held("Max Orel", "Minister of Defence", "2031-05-31"),
        held("Rosa Kemp", "Minister of Culture and Information Policy", "2030"),
        held("Lea Brandt", "Minister of State for Culture", "2030"),
        held("Tom Aske", "Deputy Minister of Foreign Affairs", "2029"),
        held("Udo Varn", "President", "2031-01"),
        held("Udo Varn", "Prime Minister", "2028", "2030-12-31"),
        held("Olga Sund", "President", "2030", country="Melkar"),
        held("Ben Sund", "President", "2030", country="Tolvia"),
    ]
)


@pytest.mark.parametrize(
    ("role", "days", "name"),
    [
        ("foreign minister", [MAY], "Anna Veld"),
        ("Orvania’s foreign minister", [MAY], "Anna Veld"),
        ("Orvanian Minister for Foreign Affairs", [MAY], "Anna Veld"),
        ("foreign minister of Orvania", [(date(2028, 1, 1), date(2028, 12, 31))], "Ivo Strand"),
        ("culture minister", [MAY], "Rosa Kemp"),  # the words are among those of one office, and a minister of state is another
        ("president of Orvania", [(date(2032, 1, 1), date(2032, 1, 1))], "Udo Varn"),
    ],
)
def test_one_person_who_surely_held_the_office_is_an_answer(role: str, days: list[tuple[date, date]], name: str) -> None:
    answer = HOLDERS.find(role, "Orvania", days)
    assert answer.holder is not None
    assert answer.holder.name == name
    assert answer.why == f"{name}, by the table of offices"


@pytest.mark.parametrize(
    ("role", "days", "why"),
    [
        ("defence minister", [MAY], "two persons held offices of this kind, by the table of offices"),  # one left, one came
        ("foreign minister", [(date(2029, 1, 1), date(2029, 12, 31))], "two persons held offices of this kind, by the table of offices"),
        ("foreign minister", [MAY, (date(2028, 1, 1), date(2028, 1, 1))], "two persons held offices of this kind, by the table of offices"),
        ("minister", [MAY], "five persons held offices of this kind, by the table of offices"),
        ("foreign minister", [(date(2027, 5, 1), date(2027, 5, 1))], "the table of offices is not sure who held it then"),
        ("deputy foreign minister", [MAY], ""),  # a country has several of them
        ("former foreign minister", [MAY], ""),
        ("finance minister", [MAY], ""),
        ("foreign minister", [(date(2045, 1, 1), date(2045, 1, 1))], ""),
    ],
)
def test_otherwise_there_is_a_reason(role: str, days: list[tuple[date, date]], why: str) -> None:
    assert (HOLDERS.find(role, "Orvania", days).holder, HOLDERS.find(role, "Orvania", days).why) == (None, why)


def test_a_title_and_a_surname_find_the_country_if_only_one_fits() -> None:
    found = HOLDERS.find_named("Varn", ["President"], MAY)
    assert found is not None
    assert found.party == "Orvania"
    assert HOLDERS.find_named("Sund", ["President"], MAY) is None  # one in Melkar, one in Tolvia
    assert HOLDERS.find_named("Varn", ["foreign minister"], MAY) is None
    assert HOLDERS.find_named("Varn", ["spokesman"], MAY) is None


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-02-03", date(2031, 2, 3), date(2031, 2, 3)),
    ],
)
def test_a_coarse_day_is_a_span(day: str, first: date, last: date) -> None:
    assert span_of(day) == (first, last)


@pytest.mark.parametrize("day", ["", "May 2031", "2031-13", "2031-02-30", "2031-2-3-4"])
def test_what_is_no_day(day: str) -> None:
    with pytest.raises(ValueError, match=r"day|date|month|int|format|range"):
        span_of(day)


MAY_2022 = [(date(2022, 5, 31), date(2022, 5, 31))]


@pytest.mark.parametrize(
    ("role", "country", "surname"),
    [
        ("president", "Ukraine", "Zelenskyy"),
        ("Russian defence minister", "Russia", "Shoygu"),
        ("chairman of the US Joint Chiefs of Staff", "United States", "Milley"),
        ("national security adviser", "United States", "Sullivan"),
        ("British foreign secretary", "United Kingdom", "Truss"),
        ("UN secretary-general", None, "Guterres"),
    ],
)
def test_the_table_of_offices(role: str, country: str | None, surname: str) -> None:
    holder = table().find(role, country, MAY_2022).holder
    assert holder is not None
    assert holder.name.endswith(surname)


def test_the_table_says_nothing_of_days_after_its_state() -> None:
    assert table().find("president", "Ukraine", [(date(2031, 1, 1), date(2031, 1, 1))]).holder is None
    assert table().find("defence minister", "Russia", [(date(2023, 1, 1), date(2023, 1, 1))]).holder is None
