import pytest

from onrecord.reading.forms.pullquotes import find_pull_quotes


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("We waited. Then we signed. Ana BrelkaMinister of Transport of Veshnia", "We waited. Then we signed.", "Ana BrelkaMinister of Transport of Veshnia"),
        ("“No one signs alone.” Ana Brelka, envoy", "“No one signs alone.”", "Ana Brelka, envoy"),
        ("“No one signs alone.”\n— Ana Brelka", "“No one signs alone.”", "Ana Brelka"),
        ("“No one signs alone.”\n\n— Ana Brelka, envoy, 7 March", "“No one signs alone.”", "Ana Brelka, envoy"),
        ("“No one signs alone.”\n\n— Ana Brelka told reporters on the plane.", "“No one signs alone.”", "Ana Brelka"),
        ('"We take note."\n\n-- Foreign Ministry of Melkar', '"We take note."', "Foreign Ministry of Melkar"),
    ],
)  # fmt: skip
def test_signed_quotation_is_found(text: str, content: str, source: str) -> None:
    whole = f"First paragraph.\n\n{text}\n\nLast one."
    assert [(c.text, s.text) for c, s in find_pull_quotes(whole)] == [(content, source)]


def test_every_line_of_a_list_of_letters_has_its_own_writer() -> None:
    text = "What readers say.\n\n“We wait. It is long.” ― Ana Brelka\n“They must go.”― Ivo Strand\u00a0\n”Open it.”\u00a0― Mara N. Dov.\n\nThe end."
    assert [(c.text, s.text) for c, s in find_pull_quotes(text)] == [
        ("“We wait. It is long.”", "Ana Brelka"),
        ("“They must go.”", "Ivo Strand"),
        ("”Open it.”", "Mara N. Dov"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brelka spoke. She left",
        "“We take note.”\n\n- They left.\n- It rained.",
        "It ended. Ana Brelka Says No",
        "“No one signs alone,” said Ana Brelka.",
        "We met Ana Brelka. ",
        "",
    ],
)
def test_ordinary_paragraph_is_left_alone(text: str) -> None:
    assert find_pull_quotes(text) == []
