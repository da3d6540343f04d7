import pytest

from onrecord.model import Span
from onrecord.reading.contacts.contact_clauses import clauses_of
from onrecord.reading.language.sentences import split_sentences


def test_a_call_and_a_meeting_are_two() -> None:
    text = "Veld and Strand spoke by telephone in May and met in Utrecht in June"
    parts = [part.text for part in clauses_of(text, Span.of(text, 0, len(text)), [(0, len(text))])]
    assert parts == ["Veld and Strand spoke by telephone in May", " and ", "met in Utrecht in June"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Veld met Strand on Sunday and is to meet Hollin tomorrow", ["Veld met Strand on Sunday", " and ", "is to meet Hollin tomorrow"]),
        (
            "Roe spent two hours with Veld, and was due in Bergen for talks with Strand",
            ["Roe spent two hours with Veld", ", and ", "was due in Bergen for talks with Strand"],
        ),
        (
            "she was received by Veld, held talks with Strand and met the envoy",
            ["she was received by Veld", ", ", "held talks with Strand", " and ", "met the envoy"],
        ),
        ("she was received by Veld, to whom she handed a letter", ["she was received by Veld", ", to whom she ", "handed a letter"]),
        ("Roe is due in Utrecht on Monday and goes on to Bergen", ["Roe is due in Utrecht on Monday", " and ", "goes on to Bergen"]),
        ("Roe saw Veld three times and Ivo Strand twice", ["Roe saw Veld three times", " and ", "Ivo Strand twice"]),
        (
            "we met her on Monday, the day after Veld and his opposite number, Ivo Strand, had spoken",
            ["we met her on Monday", ", the day after ", "Veld and his opposite number, Ivo Strand, had spoken"],
        ),
        ("I met Veld twice, on 3 May, and Strand, once", ["I met Veld twice, on 3 May", ", and ", "Strand, once"]),
        (
            "Veld flew to Bergen, where she will meet Strand on Monday",
            ["Veld flew to Bergen", ", where ", "she will meet Strand on Monday"],
        ),
        ("talks in May, and a call between Veld and Strand", ["talks in May", ", and ", "a call between Veld and Strand"]),
        (
            "the envoys talked on Tuesday and will meet again on Thursday",
            ["the envoys talked on Tuesday", " and ", "will meet again on Thursday"],
        ),
        (
            "talks were held on Monday and Tuesday and would continue on Friday",
            ["talks were held on Monday and Tuesday", " and ", "would continue on Friday"],
        ),
        ("the two met on Monday and will continue to press for a truce", ["the two met on Monday and will continue to press for a truce"]),
        ("the two spoke on Monday and agreed to meet in May", ["the two spoke on Monday", " and ", "agreed to meet in May"]),
        (
            "Veld flew to Bergen on Monday, and that Strand had telephoned Roe",
            ["Veld flew to Bergen on Monday", ", and that ", "Strand had telephoned Roe"],
        ),
        ("Veld met Strand, and his aide spoke with Hollin", ["Veld met Strand", ", and ", "his aide spoke with Hollin"]),
        ("Veld met Strand on Sunday and handed him a list", ["Veld met Strand on Sunday", " and ", "handed him a list"]),
        (
            "he had seen Veld on Wednesday before dining with Strand",
            ["he had seen Veld on Wednesday", " before ", "dining with Strand"],
        ),
        (
            "Roe handed Veld the list, after she had spent a day in Bergen with President Strand",
            ["Roe handed Veld the list", ", after ", "she had spent a day in Bergen with President Strand"],
        ),
        (
            "he met Veld on Monday, before she flew on to Bergen to see Strand",
            ["he met Veld on Monday", ", before ", "she flew on to Bergen to see Strand"],
        ),
        (
            "the panel meets for the first time since it met in Bergen in May",
            ["the panel meets", " for the first time since ", "it met in Bergen in May"],
        ),
        ("he met Veld on Monday before dining alone", ["he met Veld on Monday before dining alone"]),
        # What was and what is to be.
        (
            "The delegations had met four times since March and would meet again on 20 May",
            ["The delegations had met four times since March", " and ", "would meet again on 20 May"],
        ),
        (
            "Two rounds have been held, in March and in May, and three more are planned, in June and July",
            ["Two rounds have been held, in March and in May", ", and ", "three more are planned, in June and July"],
        ),
        ("The session was adjourned but will resume on Thursday", ["The session was adjourned", " but ", "will resume on Thursday"]),
        (
            "After Tuesday’s talks, a second round is set for the 30th",
            ["After Tuesday’s talks", ", ", "a second round is set for the 30th"],
        ),
        ("The round opened on Monday and will last three days", ["The round opened on Monday and will last three days"]),
        ("Veld held talks on Monday and would not sign", ["Veld held talks on Monday and would not sign"]),
        (
            "Veld met Strand after he said that he was ready and would return",
            ["Veld met Strand after he said that he was ready and would return"],
        ),
        (
            "Veld was turned back at the border on Friday, a day after she met Strand",
            ["Veld was turned back at the border on Friday", ", a day after ", "she met Strand"],
        ),
        ("talks between Veld and a delegation", ["talks between Veld and a delegation"]),
    ],
)
def test_two_contacts_that_are_joined_are_two(text: str, parts: list[str]) -> None:
    assert [part.text for part in clauses_of(text, Span.of(text, 0, len(text)), [(0, len(text))])] == parts


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
