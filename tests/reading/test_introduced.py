import pytest

from onrecord.model import Span
from onrecord.reading.introduced import find_introduced, find_named
from onrecord.reading.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- Anna Veld, the foreign minister: “It rains.”\n- The Lake Front, in a statement: “Nobody asked us.”",
            [("Anna Veld, the foreign minister", None, "“It rains.”"), ("The Lake Front", None, "“Nobody asked us.”")],
        ),
        ("Two hours later she added:\n\nIt rains. It pours.\n\nThen it stopped.", [("she", "added", "It rains. It pours")]),
        ("The Tameshi presidency replied in the comments:\n\n“It rains.”", [("The Tameshi presidency", "replied", "“It rains.”")]),
        ("Two things are missing:\n\nThe list and the map.", []),
        ("The sign on the door: “Closed.” Nobody came.", []),
    ],
)
def test_introduced(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = find_introduced(text)
    assert [(one.source.text, one.cue and one.cue.text, one.content.text) for one in found] == expected
    assert all(text[span.start : span.end] == span.text for one in found for span in (one.source, one.content))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("**19:40** Strand: both sides come back tomorrow.", [("Strand", "both sides come back tomorrow")]),
        ("Veld, for the council: six months. Tamesh: nothing new.", [("Veld, for the council", "six months")]),
        ("Strand: “It rains.”", []),
        ("Source: the council of the lakes.", []),
    ],
)
def test_a_speaker_and_a_colon(entry: str, expected: list[tuple[str, str]]) -> None:
    text = f"The lake rises\n\nIn Tamesh Minister Anna Veld said it rained.\n\n{entry}\n\nIvo Strand left."
    sources = [Span.of(text, text.index("Minister Anna"), text.index(" said"))]
    found = find_named(text, split_sentences(text), sources)
    assert [(one.source.text, one.content.text) for one in found] == expected
