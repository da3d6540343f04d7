import re

import numpy as np
import pytest

from onrecord.model import Span
from onrecord.reading.contacts.contacts import (
    CONTACT_WORDS,
    KIND_SCORE,
    apart,
    beside_interview,
    is_guess,
    prior_of_kind,
    stands_out,
    trim,
    whole,
    without_teller,
)
from onrecord.reading.contacts.matters import is_matter
from onrecord.reading.contacts.scenery import place_in
from onrecord.reading.encoder.encoder import Encoded
from onrecord.reading.encoder.layout import WIDTHS, channels
from onrecord.reading.encoder.windows import Pieces


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Anna Veld telephoned Ivo Strand", {"call"}),
        ("Anna Veld spoke on Monday with Ivo Strand", {"call"}),
        ("to speak again after the second round", {"call", "talks"}),
        ("she commuted between Utrecht and Bergen", {"mediation"}),
        ("she was received by the premier", {"meeting"}),
        ("the king will receive Veld", {"meeting"}),
        ("he received the ambassador of Melkar", {"meeting"}),
        ("Veld and Strand spoke alone", {"meeting"}),
        ("Veld and Strand rang; then they spoke alone", {"meeting"}),
        ("to sign a treaty after the talks", {"document", "talks"}),
        ("the mediator spoke", set()),
        ("the third round after the second round", {"talks"}),
        ("a second round of negotiations", {"talks"}),
        ("will travel to Utrecht", {"visit"}),
        ("the letter of 3 May", {"letter"}),
        ("the delegations will meet in Utrecht", {"meeting", "talks"}),
        ("Veld saw a delegation of the Front", {"meeting"}),
        ("she invited Strand for a conversation", {"meeting"}),
        ("Roe carried messages between the two", {"mediation"}),
        ("begins travelling between Utrecht and Bergen", {"mediation"}),
        ("Veld is due in Utrecht", {"visit"}),
        ("a payment is due in August", set()),
        ("nothing of the kind", set()),
    ],
)
def test_words_tell_the_kind(words: str, kinds: set[str]) -> None:
    assert set(prior_of_kind(words)) == kinds


def test_words_that_tell_of_nothing_are_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the Orvanian minister")


def test_what_no_word_tells_of_needs_a_model_that_is_sure() -> None:
    assert is_guess("the hills are part of the land between the rivers", 0.45)
    assert not is_guess("the hills are part of the land between the rivers", 0.55)
    assert not is_guess("Anna Veld met Ivo Strand", 0.45)


@pytest.mark.parametrize(
    ("words", "lead", "told"),
    [
        ("She is now in with the premier", 1.0, True),
        ("She is now in with the premier", 0.2, False),
        ("in with him", 1.0, False),
        ("into the hills around Bergen", 1.0, False),  # where an army goes
    ],
)
def test_what_the_model_marks_plainly_needs_no_word_of_a_contact(words: str, lead: float, told: bool) -> None:
    spans = np.array([m.span() for m in re.finditer(r"\w+", words)], dtype=np.int64)
    none = np.zeros(len(spans), dtype=np.int64)
    scores = np.zeros((len(spans), sum(WIDTHS.values())), dtype=np.float32)
    scores[:, channels()["contact"].start + 2] = lead
    encoded = Encoded(words, Pieces(ids=none, shapes=none, spans=spans), scores)
    assert not CONTACT_WORDS.search(words)
    assert stands_out(encoded, Span.of(words, 0, len(words))) is told


def test_those_who_negotiate_have_talks_wherever_they_meet() -> None:
    prior = prior_of_kind("No delegation will travel to Utrecht")
    assert max(prior, key=prior.__getitem__) == "talks"


def test_who_only_travels_pays_a_visit() -> None:
    assert prior_of_kind("Veld travelled to Utrecht")["visit"] > KIND_SCORE
    assert prior_of_kind("Veld commuted between Utrecht and Bergen")["mediation"] > KIND_SCORE
    assert prior_of_kind("Veld telephoned Strand")["call"] == KIND_SCORE
    assert prior_of_kind("Veld travelled to Utrecht and met Strand")["visit"] == KIND_SCORE


def test_trim_keeps_words() -> None:
    text = "He said, they met in May, and left"
    assert trim(text, Span.of(text, 7, 25)).text == "they met in May"


@pytest.mark.parametrize("lead", ["BERGEN - ", "PORT EVAINE, May 4 (Wire) — ", "BERGEN, 4 May – "])
def test_trim_leaves_out_where_a_report_was_written(lead: str) -> None:
    text = f"A headline\n{lead}NATO met Veld"
    assert trim(text, Span.of(text, 11, len(text))).text == "NATO met Veld"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second round opens in Bergen on Thursday", "in Bergen"),
        ("the minister flies to Port Evaine on Friday", "to Port Evaine"),
        ("the two met at the Hotel Veld in May", "at the Hotel Veld"),
        ("the two met in March", None),
        ("Today in Bergen President Lind met Strand", "in Bergen"),
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
        ("Foreign Minister Anna Veld met Ivo Strand.", "Anna Veld met Ivo Strand", "Foreign Minister Anna Veld met Ivo Strand"),
        ("She told of her last visit to Utrecht.", "visit to Utrecht", "her last visit to Utrecht"),
        ("Strand heard of Veld’s letter to Kurland.", "letter to Kurland", "Veld’s letter to Kurland"),
        ("It rained. Anna Veld met Ivo Strand.", "Anna Veld met Ivo Strand", "Anna Veld met Ivo Strand"),
        ("The call took place on 3 May and was short.", "call took place on 3 May", "call took place on 3 May"),
        ("A round was held in May, during which lists changed hands.", "A round was held in May, during", "A round was held in May"),
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
        ("He sees a possibility of talks in Utrecht.", "talks in Utrecht", False),
        ("Rumours of a meeting in Utrecht go round.", "meeting in Utrecht", True),
        ("On the eve of the round the two have spoken.", "On the eve of the round the two have spoken", False),
        ("They had spoken before, on the eve of the round.", "before, on the eve of the round", True),
        ("Will there be another round?", "there be another round", True),
        ("She spoke after a long cabinet meeting.", "a long cabinet meeting", True),
        ("Veld is having a dialogue with Strand.", "Veld is having a dialogue with Strand", True),
        ("Contact is being maintained with Varsel.", "Contact is being maintained with Varsel", True),
        ("He would neither confirm nor deny that the two had met.", "the two had met", True),
        ("“I was in Utrecht all day,” Veld said.", "was in Utrecht all day", True),
        ("I was in Utrecht for talks with Strand.", "I was in Utrecht for talks with Strand", False),
        ("They were in contact by telephone.", "They were in contact by telephone", False),
        ("The Council will meet in ordinary session on 3 May.", "The Council will meet in ordinary session on 3 May", True),
        ("They are having talks in Bergen.", "They are having talks in Bergen", False),
        ("The ministers met in May.", "The ministers met in May", False),
        ("Orvania means to end the dispute through negotiations.", "dispute through negotiations", True),
        ("It was settled through talks held in Utrecht.", "through talks held in Utrecht", False),
        ("Rukhan threatened to break off contacts if it rains.", "Rukhan threatened to break off contacts if it rains", True),
        ("The Palace denied that it had broken off contact with the envoy.", "contact with the envoy", True),
        ("Orvania recalled its ambassador from Bergen on Monday.", "its ambassador from Bergen on Monday", True),
        ("Rukhan broke off contacts on Monday.", "Rukhan broke off contacts on Monday", False),
        ("The envoys of Orvania and Tamesh also spoke.", "The envoys of Orvania and Tamesh also spoke", True),
        ("Veld also spoke with Strand on Monday.", "Veld also spoke with Strand on Monday", False),
        ("9911th Meeting (AM)", "9911th Meeting (", True),
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


def test_evidence_begins_behind_who_tells_it() -> None:
    text = "An aide said that the two had met in Utrecht"
    assert without_teller(text, Span.of(text, 0, len(text))).text == "the two had met in Utrecht"


def test_evidence_begins_behind_who_tells_it_on_whose_word() -> None:
    text = "The Anker reported, on the word of a general, that officers had met at the bridge."
    assert without_teller(text, Span.of(text, 0, len(text) - 1)).text == "officers had met at the bridge"
    text = "On 3 May he told the daily Dorvik he would not meet Strand."
    assert without_teller(text, Span.of(text, 0, len(text) - 1)).text == "he would not meet Strand"


@pytest.mark.parametrize(
    "teller",
    [
        "Some in the palace share the view that ",
        "After the vote, some took the view that ",
        "For now, ",  # an adverbial that no teller follows stays with what is told
        "Both houses were of the opinion that ",
    ],
)
def test_evidence_begins_behind_a_view(teller: str) -> None:
    told = "talks between Orvania and Tamesh will open in Bergen"
    text = teller + told
    assert without_teller(text, Span.of(text, 0, len(text))).text == (text if teller == "For now, " else told)


def test_evidence_ends_before_who_tells_it() -> None:
    text = "The two met in Utrecht, the spokeswoman of the ministry, Anna Veld, said at a briefing on Thursday"
    assert without_teller(text, Span.of(text, 0, len(text))).text == "The two met in Utrecht"
    text = "The two met in Utrecht, and Veld said no"
    assert without_teller(text, Span.of(text, 0, len(text))).text == text


def test_who_negotiates_is_no_evidence() -> None:
    assert not CONTACT_WORDS.search("the chief negotiators")
    assert CONTACT_WORDS.search("they negotiated")


def test_evidence_that_overlaps_is_told_once() -> None:
    text = "The talks of May began in Utrecht"
    spans = [Span.of(text, 4, 33), Span.of(text, 0, 16)]
    assert [span.text for span in apart(spans)] == ["The talks of May"]


@pytest.mark.parametrize(
    ("text", "evidence", "matter"),
    [
        ("Have you met Strand in person?", "you met Strand in person", True),
        ("Does the meeting of the two still stand?", "the meeting of the two", False),
        ("Pressed on whether he had met Strand elsewhere, Veld smiled.", "he had met Strand elsewhere", True),
        ("Nobody says whether the meeting will go ahead on Friday.", "the meeting will go ahead on Friday", False),
        ("The Council of Ministers, meeting under Veld, agreed.", "The Council of Ministers, meeting under Veld", True),
        ("The government meets on Friday.", "The government meets on Friday", True),
        ("The government met with the rebels on Friday.", "The government met with the rebels on Friday", False),
        ("At the meeting of government on 6 June Veld spoke.", "the meeting of government on 6 June", True),
        ("A meeting of the government and the rebels was held.", "A meeting of the government and the rebels was held", False),
        ("Veld received on Thursday at the palace the press.", "Veld received on Thursday at the palace the press", True),
        ("Veld met Strand and told reporters so.", "Veld met Strand and told reporters so", False),
        ("They were joined after lunch by the envoy.", "They were joined after lunch by the envoy", True),
    ],
)
def test_what_is_only_asked_and_who_sits_by_himself_is_no_contact(text: str, evidence: str, matter: bool) -> None:
    start = text.index(evidence)
    assert is_matter(text, Span.of(text, start, start + len(evidence))) is matter
