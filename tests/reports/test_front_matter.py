import pytest

from onrecord.reports.front_matter import split_front_matter


def test_values_stay_as_they_were_written() -> None:
    text = "---\nTitle: 'No: talks'\ndate: 2031-05-12T09:30:00+03:00\nnumber: 007\ntags:\n- a\n- b\nempty:\nnothing: null\n---\nBody\n"
    matter, body, notes = split_front_matter(text)
    assert matter == {"title": "No: talks", "date": "2031-05-12T09:30:00+03:00", "number": "007", "tags": ["a", "b"], "empty": ""}
    assert (body, notes) == ("Body\n", ())


@pytest.mark.parametrize("text", ["Body", "", "--- \tBody", "----\na: b\n----\nBody", "Body\n---\na: b\n---\n"])
def test_text_without_front_matter(text: str) -> None:
    assert split_front_matter(text) == ({}, text, ())


def test_broken_yaml_is_read_key_by_key() -> None:
    text = "---\ntitle: Orlov: no talks\ntags: [a, b\nauthors:\n- Ines Calder\ndate: 2031-05-12\n---\nBody"
    matter, body, notes = split_front_matter(text)
    assert matter == {"title": "Orlov: no talks", "tags": "[a, b", "authors": ["Ines Calder"], "date": "2031-05-12"}
    assert (body, notes) == ("Body", ("front matter is not YAML; read key by key",))


def test_front_matter_that_is_not_closed() -> None:
    closed_by_line = split_front_matter("---\ntitle: No talks\n\nBody\n")
    assert closed_by_line == ({"title": "No talks"}, "Body\n", ("front matter is not closed; taken to end at the first empty line",))
    never = split_front_matter("---\ntitle: No talks\nBody [\n")
    assert never == ({}, "title: No talks\nBody [\n", ("front matter is not closed; read as text",))


@pytest.mark.parametrize(
    "block", ["- a\n- b\n", "just words\n", "\x07\n", "[" * 1200 + "\n", "a: &x [*x, *x]\n", "? [1]\n: 2\n", "\ta: b\n"]
)
def test_block_that_is_no_mapping_is_not_text(block: str) -> None:
    _, body, _ = split_front_matter(f"---\n{block}---\nBody")
    assert body == "Body"


def test_empty_front_matter() -> None:
    assert split_front_matter("---\n---\nBody") == ({}, "Body", ())
