import pytest

from onrecord.model.typesetting import words_of


@pytest.mark.parametrize(
    ("printed", "read", "resolved"),
    [
        ('VELD SAYS NO TO "ANYTHING" IN UN TALKS', 'Veld says no to "Anything" in UN Talks', None),
        ("VELD WAITS\n\nAnna Veld waits.", None, "VELD WAITS\n\nAnna Veld waits."),
        ("PELL: And you?\n\nVELD: No.\n\nAnna Veld, Ivo Pell", None, "Pell: And you?\n\nVeld: No.\n\nAnna Veld, Ivo Pell"),
        ("Mr. VELD (Orvania) and VELD said.", None, "Mr. Veld (Orvania) and Veld said."),
        ("The CHAIR said that NATO had no say.", None, "The Chair said that NATO had no say."),
        (
            "ANNA VELD, the envoy, said that VELD waits.",
            "Anna Veld, the envoy, said that VELD waits.",
            "Anna Veld, the envoy, said that Veld waits.",
        ),
        ("VELDHAVEN, Orvania (LP) — Anna Veld left Veldhaven.", None, "VELDHAVEN, Orvania (LP) — Anna Veld left Veldhaven."),
        ("VELDHAVEN. Anna Veld left Veldhaven.", None, "VELDHAVEN. Anna Veld left Veldhaven."),
    ],
)
def test_capitals(printed: str, read: str | None, resolved: str | None) -> None:
    assert words_of(printed).text == (read or printed)
    assert words_of(printed, names=True).text == (resolved or read or printed)
