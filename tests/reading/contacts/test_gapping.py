import pytest

from onrecord.model import Span
from onrecord.reading.contacts.gapping import find_gapped, part_gapped


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "evidence", "rests"),
    [
        (
            "The envoy was received by Anna Veld on Monday and by Ivo Strand two days later.",
            "The envoy was received by Anna Veld",
            ["by Ivo Strand two days later"],
        ),
        ("She met Veld on 3 May and the premier of Melkar on 7 May.", "She met Veld", ["the premier of Melkar on 7 May"]),
        ("They met in Bergen on 3 May and in Utrecht on 7 May.", "They met in Bergen on 3 May", ["in Utrecht on 7 May"]),
        ("They met on 3 May and again on 7 May.", "They met on 3 May", ["again on 7 May"]),
        (
            "The first three rounds were held in Utrecht in April, then by video link, a fourth in Bergen on 9 May, she said.",
            "The first three rounds were held in Utrecht",
            ["then by video link", "a fourth in Bergen on 9 May"],
        ),
        (
            "The first round took place in May, the second by video link in June and the third in Bergen in July.",
            "The first round took place in May",
            ["the second by video link in June", "the third in Bergen in July"],
        ),
        (
            "She spoke to Veld and, an hour later, to his counterpart, Ivo Strand, he said.",
            "She spoke to Veld",
            ["an hour later, to his counterpart, Ivo Strand"],
        ),
        (
            "Roe was received by Veld in Utrecht and a day later, in Bergen, by the premier.",
            "Roe was received by Veld in Utrecht",
            ["a day later, in Bergen, by the premier"],
        ),
        (
            "She met on 3 May with Veld in Utrecht and, on 7 May, with Strand in Bergen.",
            "She met on 3 May with Veld in Utrecht",
            ["on 7 May, with Strand in Bergen"],
        ),
        ("She spoke with Veld, the envoy, and with Ivo Strand.", "She spoke with Veld, the envoy", ["with Ivo Strand"]),
        (
            "She held talks with Veld and, separately, with the premier of Melkar, Ivo Strand, on Monday.",
            "She held talks with Veld",
            ["with the premier of Melkar, Ivo Strand"],
        ),
        ("She spoke with Veld and agreed with Strand.", "She spoke with Veld", []),
        # The verb of another clause.
        ("She visited Bergen, where she held talks with Veld and with Strand.", "She visited Bergen", []),
        ("She met Veld and later, by all accounts, slept.", "She met Veld", []),
        ("She met Veld on Monday and Strand was told on Tuesday.", "She met Veld on Monday", []),
        ("She met Veld and Strand on Monday.", "She met Veld and Strand on Monday", []),
        ("She met Veld between 3 May and 7 May.", "She met Veld between 3 May and 7 May", []),
        ("The first round took place in May, the month of storms.", "The first round took place in May", []),
    ],
)
def test_what_shares_a_verb_is_told_apart(text: str, evidence: str, rests: list[str]) -> None:
    assert [span.text for span in find_gapped(text, find(text, evidence))] == rests


def test_the_first_ends_where_the_next_begins_and_nothing_is_told_twice() -> None:
    text = "She met Veld on Monday and Strand on Tuesday; Hollin met Strand on Monday and Veld on Tuesday."
    whole, half, other = (find(text, w) for w in ("She met Veld on Monday and Strand on Tuesday", "Hollin met Strand", "Veld on Tuesday"))
    parts = part_gapped(text, [whole, half, other])
    assert {span.text: verb.text for span, verb in parts.items()} == {
        "She met Veld on Monday": "She met Veld on Monday",
        "Strand on Tuesday": "She met Veld on Monday",
        "Hollin met Strand": "Hollin met Strand",
        "Veld on Tuesday": "Veld on Tuesday",
    }
