import pytest

from onrecord.reading.occasions import find_occasions, find_transfers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conversation between Veld and Strand took place on 3 May.",
            [("The conversation between Veld and Strand took place on 3 May", "call")],
        ),
        (
            "There were rounds of talks. The first two took place in Utrecht; the last meeting was held in May, during which much was said.",
            [("The first two took place in Utrecht", "talks"), ("the last meeting was held in May", "talks")],
        ),
        ("A second round is to be held on 3 May.", [("A second round is to be held on 3 May", "talks")]),
        (
            "Talks between Orvania and Melkar broke up on Thursday night.",
            [("Talks between Orvania and Melkar broke up on Thursday night", "talks")],
        ),
        ("A second round is planned for 20 March.", [("A second round is planned for 20 March", "talks")]),
        ("None would say that the meeting took place.", []),
        ("The parade took place in May.", []),
        ("The first two took place in Utrecht.", []),
    ],
    ids=["call", "series", "ahead", "over", "planned", "doubt", "no-contact", "a-series-of-nothing"],
)
def test_occasions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, kind) for span, kind in find_occasions(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orvania sent response documents, but heard nothing, Anna Veld said.", [("Orvania sent response documents", "document")]),
        (
            "They met in May, during which the Orvanian envoy handed over to his host a letter from the minister.",
            [("the Orvanian envoy handed over to his host a letter from the minister", "letter")],
        ),
        (
            "The Orvanian delegation handed the envoy a list of captives.",
            [("The Orvanian delegation handed the envoy a list of captives", "document")],
        ),
        ("None of them delivered the draft.", []),
        ("Orvania sent troops.", []),
    ],
    ids=["documents", "letter", "list", "doubt", "no-thing"],
)
def test_transfers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, kind) for span, kind in find_transfers(text)] == expected
