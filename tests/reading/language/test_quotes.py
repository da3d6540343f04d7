import pytest

from onrecord.model import Span
from onrecord.reading.language.quotes import kind_of, quoted_stretches


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
        ("“Not yet,” Varga said", "“Not yet,”", "direct"),
        ("Varga called it “a gift without a ribbon”", "“a gift without a ribbon”", "mixed"),
        ("“and then there is the bridge,” Varga said", "“and then there is the bridge,”", "direct"),
        ("‘We won’t sign that,’ Varga said", "‘We won’t sign that,’", "direct"),
        ("‘The ministers’ plan is dead,’ Varga said", "‘The ministers’ plan is dead,’", "direct"),
        ("Varga said the base was ‘closed for painting’", "the base was ‘closed for painting’", "mixed"),
        ("Varga said the ‘90s were over", "the ‘90s were over", "indirect"),
        ("'We won't sign that,' Varga said", "'We won't sign that,'", "direct"),
        ("Varga said the base was 'closed for painting'", "the base was 'closed for painting'", "mixed"),
        ("Varga said the ministers' plan of '98 was dead", "the ministers' plan of '98 was dead", "indirect"),
        ("Nobody spoke.\n— We will go, Varga said", "We will go", "direct"),
        ("— We will go, — Varga said, — but not soon.", "but not soon", "direct"),
        ("— We will go — Varga said —. Then we shall rest", "Then we shall rest", "direct"),
        ("— Nobody knows. We will go, Varga said", "We will go", "direct"),
        ("— Varga has it that we go.", "we go", "indirect"),
        ("— I am tired. Varga says we go.", "we go", "indirect"),
        ("- a ceasefire; Varga said", "a ceasefire", "indirect"),
    ],
)
def test_kind_of_statement(text: str, content: str, kind: str) -> None:
    start = text.index(content)
    assert kind_of(text, [Span.of(text, start, start + len(content))], quoted_stretches(text)) == kind


def test_what_is_told_within_a_quotation_is_indirect() -> None:
    text = "“Veld told us that it was over. He said ‘Go home,’ and left,” Varga said"

    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    stretches = quoted_stretches(text)
    assert kind_of(text, [span("that it was over")], stretches, [span("Veld"), span("told")]) == "indirect"
    assert kind_of(text, [span("‘Go home,’")], stretches, [span("He"), span("said ")]) == "direct"


def test_what_is_told_in_speech_behind_a_dash_is_indirect() -> None:
    text = "— Go home, Veld told us."
    assert kind_of(text, [Span.of(text, 2, 9)], []) == "direct"
    assert kind_of(text, [Span.of(text, 2, 9)], [], [Span.of(text, 11, 15)]) == "indirect"
