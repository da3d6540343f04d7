import pytest

from onrecord.reports.page import address_of, join_text, keywords_of, list_of, words_of


@pytest.mark.parametrize(
    ("title", "description", "paragraphs", "text"),
    [
        ("T", "D", ["one", " two\n"], "T\n\nD\n\none\n\ntwo"),
        (None, "D", ["one"], "D\n\none"),
        ("T", None, [], "T"),
        (None, None, [], ""),
        ("Veshnia waits", None, ["VESHNIA  WAITS", "one"], "VESHNIA  WAITS\n\none"),
        ("T", "Orlov said…", ["one", "Orlov said no"], "T\n\none\n\nOrlov said no"),
        ("T", "…", ["one"], "T\n\none"),
    ],
)
def test_nothing_stands_twice(title: str | None, description: str | None, paragraphs: list[str], text: str) -> None:
    assert join_text(title, description, paragraphs) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ()),
        ("", ()),
        (" a ", ("a",)),
        (7, ("7",)),
        (True, ()),
        ({"name": "a", "url": "b"}, ("a",)),
        ({"url": "b"}, ("b",)),
        ([{"name": "a"}, "b", "b", None, []], ("a", "b")),
    ],
)
def test_words_of_metadata(value: object, words: tuple[str, ...]) -> None:
    assert list_of(value) == words
    assert words_of(value) == (words[0] if words else None)


def test_keywords_may_be_one_text() -> None:
    assert keywords_of("a, b,,a") == keywords_of(["a", "b"]) == ("a", "b")


def test_address_is_whole() -> None:
    assert address_of(None, "", "/news/1", "HTTPS://gazette.example/1") == "HTTPS://gazette.example/1"
    assert address_of("ftp://a", "gazette.example") is None
