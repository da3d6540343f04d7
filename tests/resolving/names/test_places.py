import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolving.names.places import countries, demonym_stem, find_country, meaning_of, party_of


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the US envoy to Ukraine", "United States"),
        ("the U.S. Secretary of State", "United States"),
        ("officials in Kyiv", "Ukraine"),
        ("the Ukrainian ambassador in Moscow", "Ukraine"),
        ("a White House official", "United States"),
        ("the Kremlin", "Russia"),
        ("Downing Street", "United Kingdom"),
        ("the Republic of Korea", "South Korea"),
        ("the Dutch", "Netherlands"),
        ("Türkiye", "Turkey"),
        ("Jordan’s king", "Jordan"),
        ("Russia’s talks with Ukraine", "Russia"),
        ("talks with Russia", None),
        ("Michael Jordan", None),
        ("us", None),
        ("a polish of the text", None),
        ("the EU", None),
        ("the Ilde Valley Herald", None),
        ("", None),
    ],
)
def test_the_party_of_a_phrase(words: str, party: str | None) -> None:
    assert party_of(words) == party


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Poles", "Poland"),
        ("UK", "United Kingdom"),
        ("Beijing", "China"),
        ("the Kremlin", None),
        ("turkey", None),
        ("Ivorian", "Ivory Coast"),
    ],
)
def test_find_country(words: str, country: str | None) -> None:
    found = find_country(words)
    assert (found.name if found else None) == country


@pytest.mark.parametrize(
    ("words", "body", "country"),
    [
        ("the Pentagon", "US Department of Defense", "United States"),
        ("Foggy Bottom", "US Department of State", "United States"),
        ("the Rada", "Verkhovna Rada", "Ukraine"),
        ("the Élysée", "Presidency of France", "France"),
    ],
)
def test_metonyms(words: str, body: str, country: str) -> None:
    found = meaning_of(words)
    assert found
    assert (found.body, found.country) == (body, country)


def test_what_stands_for_nothing_else() -> None:
    assert meaning_of("the harbour") is None


@pytest.mark.parametrize(
    ("word", "names", "expected"),
    [
        ("Orvanian", ["Kestria", "Orvania"], "Orvania"),
        ("Orvanians", ["Orvania"], "Orvania"),
        ("Orvania’s", ["Orvania"], "Orvania"),
        ("Tarlander", ["Tarland"], "Tarland"),
        ("Dorstani", ["Dorstan"], "Dorstan"),
        ("Kilindi", ["Kilind"], "Kilind"),
        ("Ostmarkian", ["Republic of Ostmark"], "Republic of Ostmark"),
        ("Velish", ["Velia"], None),
        ("Kestrel", ["Kestria"], None),
        ("Norvian", ["Orvania"], None),
        ("Orvanian", [], None),
        ("", ["Orvania"], None),
    ],
)
def test_adjectives_of_invented_countries(word: str, names: list[str], expected: str | None) -> None:
    assert demonym_stem(word, names) == expected


def test_every_country_is_found_by_its_name() -> None:
    found = {country.name: find_country(country.name) for country in countries()}
    assert [name for name, country in found.items() if country is None or country.name != name] == []


@given(st.text(), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_can_be_asked(words: str, names: list[str]) -> None:
    party_of(words)
    meaning_of(words)
    assert demonym_stem(words, names) in [None, *names]
