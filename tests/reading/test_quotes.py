import pytest

from onrecord.model import Span
from onrecord.reading.quotes import kind_of, quoted_stretches


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said: “We will go.” Then he left.", ["“We will go.”"]),
        ('"We will go," he said. "Soon."', ['"We will go,"', '"Soon."']),
        ("Called it «a trap» twice", ["«a trap»"]),
        ('A 5" pipe', []),
        ("„So nicht“, sagte er", ["„So nicht“"]),
        ("“First paragraph.\n\n“Second paragraph.” he said", ["“First paragraph.", "“Second paragraph.”"]),
        ("No marks at all", []),
        ("“", ["“"]),
    ],
)
def test_quoted_stretches(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_stretches(text)] == quoted


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“We will never sign that paper,” Varga said", "“We will never sign that paper,”", "direct"),
        ("Varga said the paper was “a trap”", "the paper was “a trap”", "mixed"),
        ("Varga called it “a trap”", "“a trap”", "mixed"),
        ("Varga said the paper was dead", "the paper was dead", "indirect"),
    ],
)
def test_kind_of_statement(text: str, content: str, kind: str) -> None:
    start = text.index(content)
    assert kind_of(text, [Span.of(text, start, start + len(content))], quoted_stretches(text)) == kind
