import pytest

from onrecord.reading.forms.declared import find_declared


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Raid on Dorvik\n\nOrvania strongly condemns the raid on Dorvik at 4.30 today. It rains.",
            [("Orvania", "strongly condemns", "the raid on Dorvik at 4.30 today")],
        ),
        (
            "It rains. We also call on all sides to hold their fire. The Republic of Tamesh remains committed to the truce.",
            [
                ("We", "also call on", "all sides to hold their fire"),
                ("The Republic of Tamesh", "remains committed to", "the truce"),
            ],
        ),
        ("The Lake Council of Tamesh condemned the raid.", []),
        ("It welcomes whoever comes.", []),
        ("Orvania welcomes “the first step”.", []),
    ],
)
def test_what_a_text_declares(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find_declared(text)
    assert [(one.source.text, one.cue and one.cue.text, one.content[0].text) for one in found] == expected
    assert all(text[span.start : span.end] == span.text for one in found for span in (one.source, one.cue, *one.content) if span)
