from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SettingsError
from onrecord.reading.encoder.layout import ISSUES
from onrecord.reading.statements.issues import Issue, Issues, load_issues, paragraph_around

Write = Callable[[str], Path]
OWN = """
ferries:
  description: Ships that carry people.
  words: [ferr*, sail*, pull* out]
  hints: [harbour]
  examples: [The last boat leaves at six.]
bells:
  words: [bell, bells]
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_issues(text: str) -> Path:
        path = tmp_path / "issues.yaml"
        path.write_text(text, encoding="utf8")
        return path

    return write_issues


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        ("that the prisoners would be released in May", "prisoners"),
        ("the embargo and the frozen assets", "sanctions"),
        ("the truce was broken by shelling", "ceasefire"),
        ("the battalions will be pulled  back", "withdrawal"),
    ],
)
def test_words_tell_the_issue(words: str, issue: str) -> None:
    choice = load_issues().choose(words, words)
    assert choice.issue == issue
    assert choice.why.startswith("of the words “")


def test_the_default_issues_are_those_that_the_corpus_knows() -> None:
    issues = load_issues().issues
    assert [issue.name for issue in issues] == list(ISSUES)
    assert all(issue.description and issue.words and issue.examples for issue in issues)


def test_the_paragraph_counts_and_the_next_one_does_not() -> None:
    text = "She named sanctions. “We shall see.”\n\nThe truce and the ceasefire held."
    assert paragraph_around(text, 21, 36) == "She named sanctions. “We shall see.”"
    assert load_issues().choose(text[21:36], paragraph_around(text, 21, 36)).issue == "sanctions"


def test_own_issues_are_read_and_found(write: Write) -> None:
    issues = load_issues(write(OWN))
    assert [issue.name for issue in issues.issues] == ["ferries", "bells"]
    choice = issues.choose("that Sailors pulled  out", "in the harbour")
    assert (choice.issue, choice.why) == ("ferries", "of the words “sailors”, “pulled  out”, “harbour”")


def test_a_hint_counts_less_than_a_word() -> None:
    issues = Issues((Issue("a", hints=("gate",)), Issue("b", words=("bell",))))
    assert issues.choose("the bell at the gate", "").issue == "b"


def test_a_phrase_hides_the_words_in_it() -> None:
    issues = Issues((Issue("a", words=("release",)), Issue("b", hints=("release* of water", "water"))))
    assert issues.choose("a release of  water", "").why == "of the words “release of  water”"
    assert issues.choose("the releases of water", "").issue == "b"
    assert issues.choose("a release of", "").issue == "a"
    assert load_issues().choose("the release of water at night", "").issue == "resources"
    assert issues.weigh_report("A release of water.").tolist()[0] == 0


def test_words_of_one_meaning_for_two_issues_count_for_both() -> None:
    issues = Issues((Issue("a", words=("pass*",)), Issue("b", words=("passage",)), Issue("c", words=("passage home",))))
    choices = [issues.choose(words, "") for words in ("the passage", "the passage home", "a pass")]
    assert [(choice.issue, choice.score > 0.5) for choice in choices] == [("a", False), ("c", True), ("a", True)]


def test_an_example_of_like_meaning_decides_where_no_word_does() -> None:
    vectors = np.array([[1, 0], [0, 1]], dtype=np.float32)
    issues = Issues((Issue("a", examples=("One.",)), Issue("b", examples=("Two.",))), vectors)
    choice = issues.choose("nothing of the kind", "", np.array([0.2, 2.0], dtype=np.float32))
    assert (choice.issue, choice.why) == ("b", "of the example “Two.”")
    assert 0.5 < choice.score <= 1


def test_the_model_is_heard_where_it_has_learned_all_issues() -> None:
    read = np.full(len(ISSUES), -4, dtype=np.float32)
    read[ISSUES.index("border")] = 4
    known = Issues((Issue("talks", words=("round",)), Issue("border", words=("gate",))))
    assert [known.choose(content, "", read=read).issue for content in ("so it goes", "round by round", "the gate")] == ["border"] * 3
    assert known.choose("so it goes", "", read=read).why == "of how the model reads it"
    assert known.choose("the gate", "", read=read).why == "of the words “gate”"
    own = Issues((*known.issues, Issue("ferries")))
    assert (known.learned, own.learned) == ((ISSUES.index("talks"), ISSUES.index("border")), ())
    assert own.choose("so it goes", "", read=read).issue == "talks"


def test_words_outweigh_a_model_that_is_not_sure() -> None:
    read = np.zeros(len(ISSUES), dtype=np.float32)
    read[ISSUES.index("border")] = 1
    known = Issues((Issue("talks", words=("round",)), Issue("border", words=("gate",))))
    assert known.choose("another round", "another round", read=read).issue == "talks"


def test_without_any_evidence_the_first_issue_stands() -> None:
    choice = Issues((Issue("a"), Issue("b"))).choose("so it goes", "so it goes")
    assert (choice.issue, choice.why, choice.score) == ("a", "", 0.5)


def test_an_issue_can_need_more_evidence_than_others() -> None:
    issues = Issues((Issue("a", words=("gate",), lead=-0.5), Issue("b", words=("bell",))))
    assert issues.choose("the bell at the gate", "").issue == "b"
    assert issues.choose("the gate", "").issue == "a"


def test_what_the_report_is_about_decides_where_the_sentence_leaves_it_open() -> None:
    issues = Issues((Issue("a", words=("gate",)), Issue("b", words=("bell",))))
    report = issues.weigh_report("A bell rang, and another bell. It stands at a gate.")
    assert issues.choose("so it goes", "so it goes", report=report).issue == "b"
    assert issues.choose("the gate", "the gate", report=report).issue == "a"
    assert not issues.weigh_report("So it goes.").any()


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "no issues here"),
        ("- talks", "no issues here"),
        ("ferries: yes", "needs `description`, `words` or `examples`"),
        ("ferries: {word: [a]}", "'word'; known are"),
        ("ferries: {words: sail}", "must be a list"),
        ("ferries: {words: ['*']}", "only an asterisk"),
        ("ferries: {lead: much}", "must be a number"),
        ("ferries: [", "cannot be read"),
    ],
)
def test_a_file_that_is_wrong_is_named_with_the_remedy(write: Write, text: str, remedy: str) -> None:
    with pytest.raises(SettingsError, match=r"issues\.yaml") as caught:
        load_issues(write(text))
    assert remedy in str(caught.value)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_has_one_issue_with_a_score(content: str, paragraph: str) -> None:
    issues = load_issues()
    choice = issues.choose(content, paragraph)
    assert choice.issue in ISSUES
    assert 1 / len(ISSUES) - 0.01 <= choice.score <= 1
    assert choice == issues.choose(content, paragraph)
