import pytest

from onrecord.model import ContactEvidence, Mention, Reading, Span
from onrecord.resolving.names.countries import add_countries


def added(text: str, *mentions: str) -> list[str]:
    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    known = tuple(Mention(span(words), "person") for words in mentions)
    contact = ContactEvidence((Span.of(text, 0, len(text)),), "talks", "held", 0.9)
    reading = add_countries(text, Reading("r", "m", mentions=known, contacts=(contact,)))
    return [m.span.text for m in reading.mentions if m.type == "country"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("envoys of Norway and Peru took part in two rounds", ["Norway", "Peru"]),
        ("Norway’s envoy met the others in Peru", ["Norway"]),
        ("the Norwegian envoy met Jordan Veld", []),
        ("nobody met", []),
    ],
)
def test_countries_are_added_by_name_where_they_take_part(text: str, names: list[str]) -> None:
    assert added(text) == names


def test_what_a_mention_covers_stays_as_it_is() -> None:
    assert added("the envoy of Peru met Norway", "the envoy of Peru") == ["Norway"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Talks with Orvania ended. The Orvanian envoy flew home. Orvania said nothing.", ["Orvania", "Orvania"]),
        ("The Tameshi minister met the envoy of Tamesh.", ["Tamesh"]),
        ("Petra Marten met the envoy. The Martenian style is known.", []),
        ("A letter came. Letter writers met Lettern people.", []),
    ],
    ids=["adjective", "i", "surname", "common-word"],
)
def test_a_name_that_has_an_adjective_is_a_country(text: str, names: list[str]) -> None:
    assert added(text) == names


def test_a_report_without_contacts_stays_as_it_is() -> None:
    reading = Reading("r", "m")
    assert add_countries("Orvania rests. The Orvanian minister sleeps.", reading) is reading


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Delegations of Norway and Melkar met.", ["Norway", "Melkar"]),
        ("It rained. Norway and Melkar have met.", ["Norway", "Melkar"]),
        ("The ships Norway and Melkar have sailed.", []),
    ],
)
def test_a_single_name_beside_a_country_is_one(text: str, names: list[str]) -> None:
    country = Mention(Span.of(text, text.index("Norway"), text.index("Norway") + len("Norway")), "country")
    contact = ContactEvidence((Span.of(text, 0, len(text)),), "talks", "held", 0.9)
    reading = add_countries(text, Reading("r", "m", mentions=(country,), contacts=(contact,)))
    assert [m.span.text for m in reading.mentions if m.type == "country" and (names or m.span.text != "Norway")] == names
