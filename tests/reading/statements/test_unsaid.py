"""What looks like a statement and says nothing, in invented sentences."""

import pytest

from onrecord.reading.statements.unsaid import is_unsaid
from tests.reading.statements.conftest import draft


@pytest.mark.parametrize(
    ("text", "cue", "unsaid"),
    [
        ("Did Veld say that it rains?", "say", True),
        ("Why would Veld deny that it rains?", "deny", True),
        ("Veld, asked whether it rains, left.", "asked", True),
        ("Veld, challenged on whether it rains, left.", "challenged", True),
        ("Veld asked whether it rains, and left.", "asked", False),
        ("Ms Veld, do you still believe that it rains?", "still believe", True),
        ("Orvania and Veld say that it rains.", "say", False),
        ("What Veld said is that it rains.", "said", False),
        ("Veld should grant that it rains.", "should grant", True),
        ("Veld said that it rains.", "said", False),
        ("Veld was repeatedly denied it rains.", "was repeatedly denied", True),
        ("Veld denied that it rains.", "denied", False),
        ("Then the Courier has Veld telling donors that it rains.", "telling", False),
        ("Had Veld said that it rains?", "said", True),
        ("Why has Veld said that it rains?", "said", True),
    ],
)
def test_what_is_asked_or_wanted_has_not_been_said(text: str, cue: str, unsaid: bool) -> None:
    assert is_unsaid(text, draft(text, "Veld", cue, "it rains")) is unsaid


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Veld and Strand discussed the price of grain.", "Veld and Strand", "discussed", "the price of grain"),
        ("Veld has talked about the plan with three envoys.", "Veld", "has talked about", "the plan with three envoys"),
        ("In the call the two went over the steps made so far.", "the two", "went over", "the steps made so far"),
        ("Veld also heard views on how to go on.", "Veld", "also heard views on", "how to go on"),
        ("Minister phones Strand over the grain deal.", "Minister", "phones", "Strand over the grain deal"),
        ("Veld’s office did not respond to a request for comment.", "Veld’s office", "did not respond to", "a request for comment"),
        ("They had been informed of the postponement.", "They", "had been informed of", "the postponement"),
        ("As noted, the two sides met in Bergen.", "", "As noted", "the two sides met in Bergen"),
        ("It is worth recalling that Orvania is neutral.", "", "It is worth recalling", "that Orvania is neutral"),
    ],
)
def test_a_topic_and_the_report_itself_say_nothing(text: str, source: str, cue: str, content: str) -> None:
    assert is_unsaid(text, draft(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Veld would not discuss the price of grain.", "Veld", "would not discuss", "the price of grain"),
        ("The ministry informed about the call.", "The ministry", "informed about", "the call"),
        ("Veld spoke of a price that nobody can pay.", "Veld", "spoke of", "a price that nobody can pay"),
        ("As reported by the Courier, Veld left.", "the Courier", "As reported by", "Veld left"),
        ("Veld talked about “a bridge of paper”.", "Veld", "talked about", "“a bridge of paper”"),
    ],
)
def test_who_refuses_to_speak_or_says_what_it_is_has_said_so(text: str, source: str, cue: str, content: str) -> None:
    assert not is_unsaid(text, draft(text, source, cue, content))


def test_what_one_must_say_oneself_is_said() -> None:
    text = "I must say that it rains. You will say that it snows."
    assert not is_unsaid(text, draft(text, "I", "must say", "it rains"))
    assert is_unsaid(text, draft(text, "You", "will say", "it snows"))


@pytest.mark.parametrize(
    ("text", "cue", "content", "unsaid"),
    [
        ("Veld tweeted photographs of the river.", "tweeted", "photographs of the river", True),
        ("Veld also posted a short video.", "also posted", "a short video", True),
        ("Veld posted a short answer.", "posted", "a short answer", False),
        ("Veld praised the photographs.", "praised", "the photographs", False),
    ],
)
def test_pictures_say_nothing(text: str, cue: str, content: str, unsaid: bool) -> None:
    assert is_unsaid(text, draft(text, "Veld", cue, content)) is unsaid
