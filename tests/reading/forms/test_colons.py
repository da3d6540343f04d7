import pytest

from onrecord.model import Span
from onrecord.reading.forms.colons import find_named
from onrecord.reading.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("**19:40** Strand: both sides come back tomorrow.", [("Strand", "both sides come back tomorrow")]),
        ("* Strand: both sides come back tomorrow", [("Strand", "both sides come back tomorrow")]),
        ("Veld, for the council: six months. Tamesh: nothing new.", [("Veld, for the council", "six months")]),
        ("Strand: “It rains.”", []),
        ("Strand on the ferry: it will sail in May.", [("Strand", "it will sail in May")]),
        ("Mr Orr: No. Col. Anders: the lake should pay.", [("Mr Orr", "No"), ("Col. Anders", "the lake should pay")]),
        ("Source: the council of the lakes.", []),
        ("Strand, 32, was stopped on the ferry at 2: 30 in the night.", []),
    ],
)
def test_a_speaker_and_a_colon(entry: str, expected: list[tuple[str, str]]) -> None:
    text = f"The lake rises\n\nIn Tamesh Minister Anna Veld said it rained.\n\n{entry}\n\nIvo Strand left."
    sources = [Span.of(text, text.index("Minister Anna"), text.index(" said"))]
    found = find_named(text, split_sentences(text), sources)
    assert [(one.source.text, one.content[0].text) for one in found] == expected
