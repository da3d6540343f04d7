import pytest

from onrecord.reading.occasions import find_occasions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conversation between Veld and Strand took place on 3 May.",
            [("The conversation between Veld and Strand took place on 3 May", "call")],
        ),
        (
            "There were rounds of talks. The first two took place in Utrecht; the last meeting was held in May, during which much was said.",
            [("The first two took place in Utrecht", "talks"), ("the last meeting was held in May", "meeting")],
        ),
        ("A second round is to be held on 3 May.", [("A second round is to be held on 3 May", "talks")]),
        ("None would say that the meeting took place.", []),
        ("The parade took place in May.", []),
        ("The first two took place in Utrecht.", []),
    ],
    ids=["call", "series", "ahead", "doubt", "no-contact", "a-series-of-nothing"],
)
def test_occasions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, kind) for span, kind in find_occasions(text)] == expected
