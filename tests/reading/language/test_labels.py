"""What lines say of themselves, in invented items."""

import pytest

from onrecord.reading.language.labels import is_label

ITEM = "Orvania wants talks – Meridian\n\nSource: Meridian\n\nDetails: The paper reports it.\n\nQuote: “It rains,” it says."


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        (ITEM, "Source", True),
        (ITEM, "Details", True),
        (ITEM, "Quote", True),
        ("- **Background:** It rained.", "Background", True),
        # Elsewhere a source is somebody who speaks, and within a line these are words.
        ("Talks go on\n\nSource: there will be no deal", "Source", False),
        ("There are two Details: it rains, and it is cold.", "Details", False),
        ("Strand: it rains.", "Strand", False),
    ],
)
def test_a_part_of_an_item_is_headed(text: str, words: str, label: bool) -> None:
    assert is_label(text, text.index(words)) is label
