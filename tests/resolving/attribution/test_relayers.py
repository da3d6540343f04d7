import pytest

from onrecord.resolving.attribution.relayers import sentence_at


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It is known as MFRL. Through its posts it sells fish.", "It is known as MFRL."),
        ("A. Veld of the U.S. mission spoke. It rained.", "A. Veld of the U.S. mission spoke."),
    ],
)
def test_initials_do_not_end_a_sentence_and_letters_of_a_name_do(text: str, sentence: str) -> None:
    assert text[slice(*sentence_at(text, 3))] == sentence
