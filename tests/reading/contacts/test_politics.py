import pytest

from onrecord.reading.contacts.politics import is_political

FILLER = "It rained on the lake for a while and the boats lay at the quay until the evening came. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veld met Strand in Bergen on Monday.", True),
        ("Veld met Strand in Bergen on Monday. " + 3 * FILLER, False),
        ("The ambassador met Strand in Bergen on Monday. " + 3 * FILLER, True),
        ("The ambassador met Strand in Bergen. " + 10 * FILLER, False),
        ("The ambassador met Strand in Bergen. Both armies wait. " + 10 * FILLER, True),
        ("The president met the head of the intelligence service in Bergen. " + 10 * FILLER, True),
        ("The elders of the clan met Strand in Bergen. " + 10 * FILLER, True),
        ("Rebels met rebels in Bergen, rebels said. " + 10 * FILLER, False),
        ("The ambassador met Strand in Bergen. Both armies wait. " + 40 * FILLER, False),
        ("The ambassador met Strand in Bergen. Both armies wait; a truce is near, the rebels left the border. " + 40 * FILLER, True),
    ],
)
def test_a_report_is_political_by_different_words_as_many_as_its_length_asks_for(text: str, expected: bool) -> None:
    assert is_political(text) is expected
