import pytest

from onrecord.model import Span
from onrecord.reading.forms.headlines import find_headline
from onrecord.reading.language.quotes import QUOTATION_MARKS

BELOW = "The bridge at Sor was shut. General Ivo Strand spoke of a risk. Trains still ran in Tamesh."


@pytest.mark.parametrize(
    ("headline", "sources", "expected"),
    [
        ("“We have seen this paper before”", (), [(None, "“We have seen this paper before”")]),
        ("‘Nobody is counting’: inspectors locked out", (), [(None, "‘Nobody is counting’")]),
        ("Interview: “We have seen this paper before”", (), [(None, "“We have seen this paper before”")]),
        ("“Shield” drill goes on", (), []),
        ("“Shield”: drill goes on", (), []),
        ("Strand on Telegram: bridge stays shut", (), [("Strand", "bridge stays shut")]),
        ("Talks end; General: bridge stays shut", ("General Ivo Strand",), [("General", "bridge stays shut")]),
        ("Sources: bridge to open", (), [("Sources", "bridge to open")]),
        ("Tamesh: trains still run", ("Trains still ran in Tamesh",), []),
        ("Bridge: a short history", (), []),
    ],
)
def test_find_headline(headline: str, sources: tuple[str, ...], expected: list[tuple[str | None, str]]) -> None:
    text = f"{headline}\n\n{BELOW}"
    below = [Span.of(text, text.index(source, len(headline)), text.index(source, len(headline)) + len(source)) for source in sources]
    found = find_headline(text, below)
    assert [(source and source.text, content.text) for source, content in found] == expected
    assert all(text[content.start : content.end] == content.text for _, content in found)
    assert all(source is None or content.text[0] not in QUOTATION_MARKS for source, content in found)


def test_a_text_of_one_line_has_no_headline() -> None:
    assert find_headline("“We have seen this paper before”\n", ()) == []
