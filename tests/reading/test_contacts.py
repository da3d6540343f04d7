import pytest

from onrecord.model import Span
from onrecord.reading.contacts import (
    CONTACT_WORDS,
    KIND_WORDS,
    STATUS_WORDS,
    beside_interview,
    clauses_of,
    governed,
    is_matter,
    place_in,
    prior_of,
    prior_of_status,
    trim,
    whole,
    without_teller,
)
from onrecord.reading.sentences import split_sentences


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Anna Veld telephoned Ivo Strand", {"call"}),
        ("a second round of negotiations", {"talks"}),
        ("will travel to Utrecht", {"visit"}),
        ("the letter of 3 May", {"letter"}),
        ("nothing of the kind", set()),
    ],
)
def test_words_tell_the_kind(words: str, kinds: set[str]) -> None:
    assert set(prior_of(words, KIND_WORDS)) == kinds


def test_words_tell_the_status() -> None:
    assert set(prior_of("the meeting was held in Utrecht", STATUS_WORDS)) == {"held"}
    assert set(prior_of("they will meet in Utrecht", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("she flies to Utrecht on Friday", STATUS_WORDS)) == {"planned"}
    assert set(prior_of("they will not meet in Utrecht", STATUS_WORDS)) == {"refused"}
    assert set(prior_of("the round was called off", STATUS_WORDS)) == {"cancelled"}
    assert set(prior_of("the round kicked off in Utrecht", STATUS_WORDS)) == set()
    assert set(prior_of("the envoy offered a meeting", STATUS_WORDS)) == {"proposed"}


def test_words_that_tell_of_nothing_are_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the Orvanian minister")


def test_trim_keeps_words() -> None:
    text = "He said, they met in May, and left"
    assert trim(text, Span.of(text, 7, 25)).text == "they met in May"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second round opens in Bergen on Thursday", "in Bergen"),
        ("the minister flies to Port Evaine on Friday", "to Port Evaine"),
        ("the two met at the Hotel Veld in May", "at the Hotel Veld"),
        ("the two met in March", None),
        ("she handed the list to Anna Veld", None),
    ],
)
def test_a_place_is_plainly_said_by_a_preposition_and_a_name(text: str, place: str | None) -> None:
    assert [span.text for span in place_in(text, Span.of(text, 0, len(text)))] == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "read", "completed"),
    [
        ("He rang during a call on 1 March, he said.", "a call on 1", "a call on 1 March"),
        ("The talks of 1 October ended.", "October ended", "1 October ended"),
        ("She handed Ivo Strand a list of prisoners.", "handed Ivo Strand a list of", "handed Ivo Strand a list of prisoners"),
        ("The call between Veld and Ivo Strand was short.", "call between Veld and Ivo", "call between Veld and Ivo Strand"),
        ("They met in Bergen.", "They met", "They met"),
        ("Envoys of Orvania took part in talks.", "of Orvania took part in talks", "Envoys of Orvania took part in talks"),
        ("The call took place on 3 May and was short.", "call took place on 3 May and was", "call took place on 3 May"),
        ("The call took place on 3 May and was short.", "call took place on 3 May", "call took place on 3 May"),
    ],
)
def test_evidence_keeps_its_dates_and_names_whole(text: str, read: str, completed: str) -> None:
    start = text.index(read)
    assert whole(text, Span.of(text, start, start + len(read))).text == completed


@pytest.mark.parametrize(
    ("text", "evidence", "matter"),
    [
        ("The ministry prepares the ground for talks.", "The ministry prepares the ground for talks", True),
        ("He sees a possibility of talks in the winter.", "talks in the winter", True),
        ("He rates the prospects of a sixth round.", "a sixth round", False),
        ("Will there be another round?", "there be another round", True),
        ("She spoke after a long cabinet meeting.", "a long cabinet meeting", True),
        ("The ministers met in May.", "The ministers met in May", False),
    ],
)
def test_talks_as_a_matter_are_no_contact(text: str, evidence: str, matter: bool) -> None:
    start = text.index(evidence)
    assert is_matter(text, Span.of(text, start, start + len(evidence))) is matter


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("We met her on Sunday in Utrecht", None),
        ("The minister received us on Thursday", None),
        (
            "The Herald met him on Friday, hours after her letter to the premier had gone off",
            "hours after her letter to the premier had gone off",
        ),
        ("Anna Veld met Ivo Strand", "Anna Veld met Ivo Strand"),
    ],
)
def test_an_interview_is_no_contact_that_it_tells_of(words: str, rest: str | None) -> None:
    found = beside_interview(words, Span.of(words, 0, len(words)))
    assert (found and found.text) == rest


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Veld ruled out a meeting with Strand.", "a meeting with Strand", "refused"),
        ("Veld did not rule out a meeting with Strand.", "a meeting with Strand", "proposed"),
        ("Orvania expects another meeting before June.", "another meeting before June", "planned"),
        ("There was a call.", "There was a call", "held"),
        ("A planned call between the two was postponed.", "A planned call between the two", "cancelled"),
        ("She denied that any such meeting took place.", "any such meeting took place", "denied"),
    ],
)
def test_what_governs_a_contact_tells_its_status(text: str, evidence: str, status: str) -> None:
    start = text.index(evidence)
    prior = prior_of_status(governed(text, Span.of(text, start, start + len(evidence))))
    assert max(prior, key=prior.__getitem__) == status


def test_evidence_begins_behind_who_tells_it() -> None:
    text = "An aide said that the two had met in Utrecht"
    assert without_teller(text, Span.of(text, 0, len(text))).text == "the two had met in Utrecht"


def test_evidence_ends_with_the_words_of_a_quotation() -> None:
    text = "“We froze the talks,” he said."
    assert [part.text for part in clauses_of(text, Span.of(text, 0, len(text)), [(0, len(text))])] == ["“We froze the talks,”", " he said."]


def test_what_comes_then_is_another_contact() -> None:
    text = "Veld met Strand in Utrecht and then flew to Bergen"
    parts = [part.text for part in clauses_of(text, Span.of(text, 0, len(text)), [(0, len(text))])]
    assert parts == ["Veld met Strand in Utrecht", " and then ", "flew to Bergen"]


def test_evidence_ends_with_its_sentence() -> None:
    text = "A second round is planned in Bergen. During the first the envoy left."
    assert [part.text for part in clauses_of(text, Span.of(text, 0, 60), split_sentences(text))] == [
        "A second round is planned in Bergen. ",
        "During the first the en",
    ]


@pytest.mark.parametrize(
    ("words", "likeliest"),
    [
        ("Orvania has pulled out of the talks held every May", "cancelled"),
        ("Veld ruled out that they will meet", "refused"),
        ("Veld is having a dialogue with Strand", "ongoing"),
        ("the trip takes him to Bergen on 14 May", "planned"),
    ],
)
def test_what_did_not_come_about_or_is_ahead_is_not_held(words: str, likeliest: str) -> None:
    prior = prior_of_status(words)
    assert max(prior, key=lambda status: prior[status]) == likeliest
    assert prior.get("held", 0) <= 0


def test_who_negotiates_is_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the chief negotiators")
    assert CONTACT_WORDS.search("they negotiated")


def test_what_was_held_is_not_ahead() -> None:
    assert prior_of_status("The first round of talks was held in Bergen")["planned"] < -100
    assert prior_of_status("a meeting was to be held in Bergen").get("planned", 0) > -100
    assert prior_of_status("the talks to be held in Bergen").get("planned", 0) > -100


def test_what_a_sentence_says_was_there_has_not_fallen_through() -> None:
    assert prior_of_status("There was a call")["denied"] < -100
    assert prior_of_status("There was no call").get("denied", 0) > -100
    assert prior_of_status("that there was a call").get("denied", 0) > -100
