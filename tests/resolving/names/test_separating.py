import pytest

from onrecord.model import Mention, Reading, Span
from onrecord.resolving.names.separating import separate_joined


def test_joined_countries_are_two_and_antecedents_follow() -> None:
    text = "France and Italy spoke. It agreed."
    reading = Reading("r", "m", mentions=(Mention(Span.of(text, 0, 16), "group"), Mention(Span.of(text, 24, 26), "country", 0, 0.9)))
    separated = separate_joined(text, reading).mentions
    assert [(m.span.text, m.antecedent) for m in separated] == [("France", None), ("Italy", None), ("It", 0)]


@pytest.mark.parametrize(
    ("words", "kind", "parts"),
    [
        ("Anna Veld and Ivo Strand", "person", 2),
        ("the prime minister and President Strand", "person", 2),
        ("her minister and the Orvanian foreign minister", "person", 2),
        ("Foreign Minister and Deputy Premier Anna Veld", "person", 1),
        ("the envoy and deputy minister Anna Veld", "person", 1),
        ("the foreign ministers of Orvania and Melkar", "person", 1),
        ("The government and the Lake Council", "organization", 2),
        ("the Ministry of Labour and Trade", "organization", 1),
        ("Trinidad and Tobago", "country", 1),
        ("Anna Veld and her aides", "person", 2),
        ("Veld and Strand", "person", 2),
        ("Anna and Ivo Strand", "person", 1),
        ("Unity and Order", "organization", 1),
        ("the council and the front", "group", 2),
        ("Mr Ivo Strand, President of Melkar, Her Excellency Mrs Anna Veld, President of Orvania", "person", 2),
    ],
)
def test_two_who_are_read_as_one_mention_are_two(words: str, kind: str, parts: int) -> None:
    assert len(separate_joined(words, Reading("r", "m", mentions=(Mention(Span.of(words, 0, len(words)), kind),))).mentions) == parts


def test_of_two_one_may_be_a_mention_already() -> None:
    text = "Veld and Strand met."
    reading = Reading("r", "m", mentions=(Mention(Span.of(text, 0, 15), "person"), Mention(Span.of(text, 0, 4), "person")))
    assert [m.span.text for m in separate_joined(text, reading).mentions] == ["Veld", "Strand"]


def test_an_adjective_of_two_countries_is_two_countries() -> None:
    text = "Orvanian-Tameshi talks begin, Orvania and Tamesh say. Red-Green talks do not."
    places = [(0, 16, "country"), (30, 37, "country"), (42, 48, "country"), (54, 63, "organization")]
    reading = Reading("r", "m", mentions=tuple(Mention(Span.of(text, a, b), kind, 0 if a == 30 else None) for a, b, kind in places))
    separated = separate_joined(text, reading).mentions
    assert [(m.span.text, m.antecedent) for m in separated] == [
        ("Orvanian", None), ("Tameshi", None), ("Orvania", None), ("Tamesh", None), ("Red-Green", None),
    ]  # fmt: skip
