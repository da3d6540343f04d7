import pytest

from onrecord.model import Mention, Reading, Span
from onrecord.resolving.attribution.bylines import BYLINE, drop_bylines


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Anna Veld", True),
        ("BY Anna Veld and Ivo Strand", True),
        ("By Anna Veld in Bergen", True),
        ("By Anna Veld | @veld | 12 March 2031 | 3 min read", True),
        ("(Reporting by Anna Veld; Editing by Ivo Strand)", True),
        ("Photo: Anna Veld/Gazette", True),
        ("Interview: Anna Veld", True),
        ("By Anna Veld’s account it rained.", False),
        ("By Monday it rained", False),
        ("Anna Veld wrote it.", False),
    ],
)
def test_bylines(line: str, byline: bool) -> None:
    assert bool(BYLINE.search(f"A headline\n\n{line}\n\nIt rained.")) is byline


def test_nobody_means_who_wrote_the_report() -> None:
    text = "By Anna Veld\n\nIvo Strand waits. The harbour master said so. He left."

    def mention(words: str, antecedent: int | None = None) -> Mention:
        return Mention(Span.of(text, text.index(words), text.index(words) + len(words)), "person", antecedent)

    read = Reading(
        "rpt", "model", mentions=(mention("Anna Veld"), mention("Ivo Strand"), mention("The harbour master", 0), mention("He", 2))
    )
    kept = drop_bylines(text, read).mentions
    assert [(m.span.text, m.antecedent) for m in kept] == [("Ivo Strand", None), ("The harbour master", None), ("He", 1)]
