"""Quotations that stand by themselves, and whose they are."""

import pytest

from onrecord.model import Span
from onrecord.reading.forms.additions import add_bare
from onrecord.reading.forms.quotations import find_bare, find_subject
from onrecord.reading.language.quotes import quoted_stretches
from onrecord.reading.language.sentences import split_sentences
from onrecord.reading.statements.drafts import Draft
from tests.reading.statements.conftest import draft

LONG = "Tugs\n\nAnna Veld spoke for an hour.\n\n“We were shown a model.\n\n“We ask for a torch and an afternoon.”\n\nStrand disagreed.\n"


def added(text: str, *read: Draft) -> list[Draft]:
    return [d for d in add_bare(text, split_sentences(text), list(read)) if d not in read]


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans]


def test_a_long_quotation_is_one_statement_of_who_spoke() -> None:
    (found,) = added(LONG)
    assert (words(found.source), words(found.content)) == (
        ["Anna Veld"],
        ["“We were shown a model.", "“We ask for a torch and an afternoon.”"],
    )


def test_a_paragraph_of_it_that_was_given_to_another_goes_back() -> None:
    (found,) = added(LONG, Draft((Span.of(LONG, LONG.index("Strand"), LONG.index(" disagreed")),), (), (last_paragraph(),), 0.4))
    assert words(found.source) == ["Anna Veld"]
    assert len(found.content) == 2


def last_paragraph() -> Span:
    start = LONG.index("“We ask")
    return Span.of(LONG, start, LONG.index("\n", start))


def test_who_speaks_in_the_sentence_before_has_it() -> None:
    text = "Tugs\n\nVeld demanded that the mill be opened. “Let them show us the keys.”\n"
    (found,) = added(text, draft(text, "Veld", "demanded", "that the mill be opened"))
    assert (words(found.source), found.cue, found.spoken) == (["Veld"], (), True)


def test_behind_a_quotation_it_goes_on() -> None:
    text = "Tugs\n\n“Look at the ice,” she told us last week. “It is thinner than the paper.”\n"
    (found,) = added(text, draft(text, "she", "told", "“Look at the ice,”"))
    assert words(found.content) == ["“Look at the ice,”", "“It is thinner than the paper.”"]


@pytest.mark.parametrize(
    "text",
    [
        "Tugs\n\nHe said so on “Good Morning Dorvik.” Nobody heard it.\n",
        "Tugs\n\nShe wore a shirt that read “Let the mill turn.” He did not.\n",
        "Tugs\n\n“Let the mill turn,” he jokes.\n",
        "Tugs\n\nIt was “a long day.” So be it.\n",
        "“We have waited long enough.”\n\nVeld leaves.\n",
    ],
)
def test_titles_fragments_and_headlines_are_none(text: str) -> None:
    assert not list(find_bare(text, split_sentences(text), quoted_stretches(text), []))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("She spoke for an hour.", "She"),
        ("11:40 President Anna Veld speaks on the radio.", "President Anna Veld"),
        ("The minister, who had waited, took the microphone.", "The minister"),
        ("Anna Veld of the Lake Front wants neither:", "Anna Veld of the Lake Front"),
        ("In Dorvik nobody slept.", None),
        ("The mill is old.", None),
        ("Maybe it was so.", None),
        ("Out went the lights.", None),
        ("What would she call it?", None),
    ],
)
def test_the_subject_is_a_pronoun_an_office_or_a_name(sentence: str, who: str | None) -> None:
    found = find_subject(sentence, (0, len(sentence)))
    assert (found and found.text) == who
