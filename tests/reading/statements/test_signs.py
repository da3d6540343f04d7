import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.statements.signs import Lexicon, find_signs, load_lexicons, split_words

LEXICON = Lexicon.of({"deny": "den*, denies", "refuse": "rule* out, out", "open": "not rule * out", "say": "said, rule"})


@pytest.mark.parametrize(
    ("text", "found", "longest"),
    [
        ("denies", {"deny": 1}, {"deny"}),
        ("ruled out", {"refuse": 2}, {"refuse"}),
        ("did not rule it out", {"open": 1, "say": 1, "refuse": 1}, {"open"}),
        ("did not rule out", {"say": 1, "refuse": 2}, {"refuse"}),
        ("said and said", {"say": 2}, {"say"}),
        ("", {}, set()),
    ],
)
def test_groups_are_found(text: str, found: dict[str, int], longest: set[str]) -> None:
    assert LEXICON.find(text.split()) == found
    assert LEXICON.find_longest(text.split()) == longest


@pytest.mark.parametrize(
    ("cue", "source", "group"),
    [
        ("categorically denied", "Toktal’s ministry", "cue deny"),
        ("rejected", "The council", "cue refuse"),
        ("has ruled it out", "Veld", "cue refuse"),
        ("did not rule out", "Veld", "cue ready"),
        ("did not accept", "Veld", "cue refuse"),
        ("has not agreed", "Veld", "cue refuse"),
        ("would not say", "Veld", "cue silent"),
        ("would say", "Neither ministry", "cue silent"),
        ("did not say", "Veld", "cue no account"),
        ("neither confirmed nor denied", "The office", "cue silent"),
        ("called on", "The envoy", "cue urge"),
        ("called for", "The envoy", "cue demand"),
        ("Mumbled", "She", "unknown cue"),
        ("", "She", "no cue"),
    ],
)
def test_cues_have_signs(cue: str, source: str, group: str) -> None:
    assert group in find_signs(cue, "that", source, "indirect")


@pytest.mark.parametrize(
    ("content", "group"),
    [
        ("that the ferry would sail on Friday", "cue promise"),
        ("to sail on Friday", "cue promise"),
        ("that nobody had boarded the ferry", "cue assure"),
    ],
)
def test_what_is_assured_is_promised_only_if_it_is_to_come(content: str, group: str) -> None:
    for cue in ("assured reporters", "swore"):
        signs = find_signs(cue, content, "Veld", "indirect")
        assert {name for name in signs if name in ("cue promise", "cue assure")} == {group}


def test_to_insist_on_something_demands_it() -> None:
    assert "cue demand" in find_signs("insists on", "a joint patrol", "Veld", "indirect")


def test_contents_and_sources_have_signs() -> None:
    signs = find_signs("said", "“We will never leave unless 40 trucks are released”", "the office of Veld, 61", "direct")
    assert {"content will", "content never", "content unless", "content release", "numbers", "source speaker", "direct"} <= signs.keys()
    assert "content begins with we" in signs
    assert "content begins with to" in find_signs("refused", "to meet", "he", "indirect")
    assert "content is a question" in find_signs("did not say", "whether it would be opened", "he", "indirect")


@pytest.mark.parametrize("part", ["cue", "content", "source"])
def test_groups_of_the_project_are_words(part: str) -> None:
    lexicons, negated = load_lexicons()
    lexicon = lexicons[part]
    for phrases in (*lexicon.exact.values(), *lexicon.begun.values()):
        for phrase, name in phrases:
            assert isinstance(name, str)
            assert all(split_words(word.rstrip("*")) in ([word.rstrip("*")], []) for word in phrase), phrase
    groups = {name for phrases in (*lexicons["cue"].exact.values(), *lexicons["cue"].begun.values()) for _, name in phrases}
    assert {*negated, *negated.values()} <= groups


@given(st.text(), st.text(), st.text())
def test_any_words_have_signs(cue: str, content: str, source: str) -> None:
    signs = find_signs(cue, content, source, "mixed")
    assert signs == find_signs(cue, content, source, "mixed")
    assert all(0 <= value <= 2 for value in signs.values())
