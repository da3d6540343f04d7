"""Claims that are answered, in invented sentences."""

import pytest

from onrecord.model import Span
from onrecord.reading.forms.additions import add_claims
from onrecord.reading.statements.drafts import Draft


def found(text: str, *drafts: Draft) -> list[tuple[str, str, str, int | None]]:
    return [(d.source[0].text, d.cue[0].text, d.content[0].text, d.inside) for d in add_claims(text, list(drafts))[len(drafts) :]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veld denied on Monday a report in the daily Meridian that the two had met.",
         ("the daily Meridian", "report", "that the two had met")),
        ("Orvania rejects the claim, made by the mayor of Bergen in a broadcast, that the mill was hit.",
         ("the mayor of Bergen", "claim", "that the mill was hit")),
        ("Veld contradicted the information of the bulletin Strand, according to which the lake is shut.",
         ("the bulletin Strand", "information", "the lake is shut")),
    ],
)  # fmt: skip
def test_a_claim_that_is_answered_is_somebodys(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [(*expected, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Veld denied reports in the media that the two had met.",
        "Veld voiced concern at reports of raids in Bergen.",
        "Veld rejected all accusations in connection with the fire.",
        "Strand published a report in the Meridian that the two had met.",
    ],
)
def test_what_nobody_claims_or_answers_is_left(text: str) -> None:
    assert found(text) == []


def test_a_claim_stands_inside_its_answer_and_is_not_told_twice() -> None:
    text = "Veld denied a report by Radio Orvan that the two had met."
    outer = Draft((Span.of(text, 0, 4),), (Span.of(text, 5, 11),), (Span.of(text, 12, 56),), 0.9)
    assert found(text, outer) == [("Radio Orvan", "report", "that the two had met", 0)]
    inner = Draft((Span.of(text, 24, 35),), (Span.of(text, 14, 20),), (Span.of(text, 36, 56),), 0.7, inside=0)
    assert found(text, outer, inner) == []
