"""A quotation that goes on in the next paragraph is one statement."""

import pytest

from onrecord.reading.language.quotes import quoted_stretches
from onrecord.reading.statements.paragraphs import join_paragraphs, long_quotations
from tests.reading.statements.conftest import draft

LONG = "“We came by boat.\n\n“We shall leave by road,” the abbot said.\n"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (LONG, [["“We came by boat.", "“We shall leave by road,”"]]),
        ("“One.\n\n“Two.\n\n“Three.”\n\n“Four.”\n", [["“One.", "“Two.", "“Three.”"]]),
        ("“One.”\n\n“Two.”\n", []),
        ("“One.\n\nNobody answered. “Two.”\n", []),
        ("“One.\n", []),
        ("", []),
    ],
)
def test_what_is_not_closed_goes_on(text: str, paragraphs: list[list[str]]) -> None:
    assert [[span.text for span in chain] for chain in long_quotations(text, quoted_stretches(text))] == paragraphs


def test_all_paragraphs_are_said_by_who_has_a_cue() -> None:
    drafts = [draft(LONG, "", "", "“We came by boat."), draft(LONG, "the abbot", "said", "“We shall leave by road,”")]
    (joined,) = join_paragraphs(LONG, quoted_stretches(LONG), drafts)
    assert [span.text for span in joined.content] == ["“We came by boat.", "“We shall leave by road,”"]
    assert joined.source[0].text == "the abbot"


def test_nothing_is_taken_from_another_speaker() -> None:
    text = "“We came by boat,” the miller said. “It leaked.\n\n“We shall leave by road,” the abbot said.\n"
    drafts = [
        draft(text, "the miller", "said", "“We came by boat,”", "“It leaked."),
        draft(text, "the abbot", "said", "“We shall leave by road,”"),
    ]
    assert join_paragraphs(text, quoted_stretches(text), drafts) == drafts


def test_a_quotation_that_nobody_says_stays_as_it_is() -> None:
    drafts = [draft(LONG, "", "", "“We came by boat.")]
    assert join_paragraphs(LONG, quoted_stretches(LONG), drafts) == drafts
    assert join_paragraphs(LONG, quoted_stretches(LONG), []) == []


def test_a_cue_within_the_quotation_does_not_speak_for_all_of_it() -> None:
    text = "“The miller said it was over.\n\n“We shall leave by road.”\n"
    drafts = [draft(text, "The miller", "said", "it was over")]
    assert join_paragraphs(text, quoted_stretches(text), drafts) == drafts


def test_a_quotation_that_was_read_on_from_above_is_said_by_who_has_a_cue_in_it() -> None:
    text = "The miller said: “We came by cart.”\n\n" + LONG
    drafts = [
        draft(text, "The miller", "said", "“We came by cart.”", "“We came by boat."),
        draft(text, "the abbot", "the abbot said", "“We shall leave by road,”"),
    ]
    miller, abbot = join_paragraphs(text, quoted_stretches(text), drafts)
    assert [span.text for span in miller.content] == ["“We came by cart.”"]
    assert [span.text for span in abbot.content] == ["“We came by boat.", "“We shall leave by road,”"]
