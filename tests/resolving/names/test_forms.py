import pytest

from onrecord.model import Attribution, Mention, Reading, Span
from onrecord.resolving.names.forms import name_of, settle_types, strip_article


def mention(text: str, kind: str) -> Mention:
    return Mention(Span.of(text, 0, len(text)), kind)


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("General Anna Veld, head of the staff", "person", "Anna Veld"),
        ("the newspaper Herald", "outlet", "Herald"),
        ("The French newspaper Le Matin Clair", "outlet", "Le Matin Clair"),
        ("the Lake Council", "organization", "Lake Council"),
        ("columnist Anna Veld", "organization", "Anna Veld"),
        ("His office", "organization", None),
        ("the insurgent Lake Front", "organization", "Lake Front"),
        ("negotiators from Orvania and the Lake Front", "organization", None),
        ("two diplomats", "unnamed", None),
        ("they", "group", None),
        ("the general", "person", None),
    ],
)
def test_name_of(words: str, kind: str, name: str | None) -> None:
    assert name_of(mention(words, kind)) == name


@pytest.mark.parametrize(
    ("words", "read", "settled"),
    [
        ("France", "place", "country"),
        ("Orvania", "place", "place"),
        ("Dorvik Herald", "organization", "outlet"),
        ("Lake Council", "organization", "organization"),
        ("Officials in Orvania", "country", "unnamed"),
        ("A deputy minister, Olga Roe, who is away", "unnamed", "person"),
        ("the Orvanian delegation", "country", "organization"),
        ("Orvania’s central bank", "country", "organization"),
        ("the Orvanian government", "country", "country"),
        ("the Northern Front", "country", "organization"),
        ("the agency’s source in the ministry", "outlet", "unnamed"),
        ("Dorvik Courier", "unnamed", "outlet"),
        ("two reporters of the Dorvik Courier", "unnamed", "unnamed"),
    ],
)
def test_types_that_words_themselves_tell(words: str, read: str, settled: str) -> None:
    (m,) = settle_types(words, Reading("r", "m", mentions=(mention(words, read),))).mentions
    assert m.type == settled


def test_a_name_behind_the_newspaper_is_an_outlet() -> None:
    text = "known to the publication Lanterna"
    reading = Reading("r", "m", mentions=(Mention(Span.of(text, 25, len(text)), "organization"),))
    assert settle_types(text, reading).mentions[0].type == "outlet"


def test_strip_article() -> None:
    assert strip_article("the Herald’s") == "Herald"


def test_a_name_that_is_an_outlet_elsewhere_is_one_here() -> None:
    text = "known to the publication Lanterna. Lanterna reports it"
    outlet, person = Mention(Span.of(text, 9, 33), "outlet"), Mention(Span.of(text, 35, 43), "person")
    assert [m.type for m in settle_types(text, Reading("r", "m", mentions=(outlet, person))).mentions] == ["outlet", "outlet"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tamesh waits, and so does Tamesh’s ambassador.", "country"),
        ("Tamesh has warned that it will not come.", "country"),
        ("Tamesh has warned that it would be late.", "person"),
        ("Tamesh then recalled its negotiators.", "country"),
        ("Tamesh then recalled his negotiators.", "person"),
        ("Tamesh waits. The envoy met the people of Tamesh.", "person"),
    ],
)
def test_a_single_name_that_has_what_only_a_state_has_is_a_country(text: str, kind: str) -> None:
    name = Mention(Span.of(text, 0, len("Tamesh")), "person")
    cited = Attribution("indirect", (name.span,), (), (), "report", "talks", "none", 1.0)
    (settled,) = settle_types(text, Reading("r", "m", (cited,), (name,), (), ())).mentions
    assert settled.type == kind


@pytest.mark.parametrize(("before", "settled"), [("from the agency ", "outlet"), ("Access to the site\n\n", "person")])
def test_an_outlet_is_called_one_on_its_own_line(before: str, settled: str) -> None:
    text = before + "Anna Veld"
    reading = Reading("r", "m", mentions=(Mention(Span.of(text, len(before), len(text)), "person"),))
    assert [m.type for m in settle_types(text, reading).mentions] == [settled]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Veld paid a visit to Sanvir.", "place"),
        ("Anna Veld flew to Sanvir.", "place"),
        ("Anna Veld left Sanvir, the rebel-held port on the lake.", "place"),
        ("Anna Veld wrote to Sanvir.", "person"),
        ("Anna Veld thanked Sanvir, the envoy of the port.", "person"),
    ],
)
def test_where_somebody_goes_and_what_is_a_town_is_nobody(text: str, kind: str) -> None:
    at = text.index("Sanvir")
    reading = Reading("r", "m", (), (Mention(Span.of(text, at, at + len("Sanvir")), "person"),), (), ())
    assert settle_types(text, reading).mentions[0].type == kind
