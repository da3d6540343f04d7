"""What stands before some evidence of a contact and tells what becomes of it."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.reading.contacts.governors import governor_of, negated_subject_of


def find(text: str, evidence: str) -> Span:
    start = text.index(evidence)
    return Span.of(text, start, start + len(evidence))


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Veld put forward a round in June.", "a round in June", "proposed"),
        ("Veld called on Strand to meet.", "Strand to meet", "proposed"),
        ("Veld did not exclude a round in June.", "a round in June", "proposed"),
        ("Tamesh said no to another round.", "another round", "refused"),
        ("Tamesh dismissed talks with the rebels.", "talks with the rebels", "refused"),
        ("Strand has no intention of meeting her.", "meeting her", "refused"),
        ("Strand is not prepared to meet her.", "to meet her", "refused"),
        ("The cabinet decided not to send a delegation to Bergen.", "a delegation to Bergen", "refused"),
        ("Nothing came of the meeting in June.", "the meeting in June", "cancelled"),
        ("Orvania announced its withdrawal from the talks in Bergen.", "the talks in Bergen", "cancelled"),
        ("Orvania froze the talks in Bergen.", "the talks in Bergen", "suspended"),
        ("The palace knows nothing of a call.", "a call", "denied"),
        ("It is not true that they met.", "they met", "denied"),
        ("Ahead of the talks in Bergen both sides were silent.", "talks in Bergen", "planned"),
        ("Veld ruled out the possibility of a meeting.", "a meeting", "refused"),
    ],
)
def test_what_governs_a_contact(text: str, evidence: str, status: str) -> None:
    assert governor_of(text, find(text, evidence)) == status


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Veld announced after she had met Strand that she would resign.", "after she had met Strand"),
        ("Strand made the offer in person in Bergen.", "in person in Bergen"),
        ("Ahead of the summit the ministers met in Bergen.", "the ministers met in Bergen"),
    ],
)
def test_an_adjunct_is_not_governed(text: str, evidence: str) -> None:
    assert governor_of(text, find(text, evidence)) is None


@pytest.mark.parametrize(
    ("text", "evidence", "status"),
    [
        ("Nobody from Tamesh will sit at that table.", "sit at that table", "refused"),
        ("Nobody in the delegation spoke to the other side.", "spoke to the other side", "denied"),
        ("There will be no second round in Bergen.", "round in Bergen", "refused"),
        ("Neither did the generals talk.", "did the generals talk", "denied"),
        ("There is no doubt that they met.", "that they met", None),
    ],
)
def test_what_nobody_does(text: str, evidence: str, status: str | None) -> None:
    assert negated_subject_of(text, find(text, evidence)) == status
