import pytest

from onrecord.model import Span
from onrecord.reading.contacts.denials import is_denied, is_rumoured


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "evidence", "denied"),
    [
        ("The Front denies that its leader, Ivo Strand, had met officials in May.", "had met officials in May", True),
        ("Orvania denied on Tuesday a report that its spy chief had met Strand.", "had met Strand", True),
        ("Veld denied that it rained, and Strand met Hollin.", "met Hollin", False),
        ("Veld did not deny that Strand had met Hollin.", "had met Hollin", False),
        ("Veld dismissed reports of a meeting in Bergen.", "meeting in Bergen", True),
        ("Reports of a meeting in Bergen are untrue.", "a meeting in Bergen", True),
        ("There are no plans for a meeting.", "a meeting", True),
        ("Veld dismissed as “fiction” the Herald’s report that Strand met Hollin.", "Strand met Hollin", True),
        ("Veld denies the allegation, carried by some, that the two had met.", "that the two had met", True),
    ],
)
def test_what_is_denied(text: str, evidence: str, denied: bool) -> None:
    assert is_denied(text, find(text, evidence)) is denied


def test_what_rumours_are_of_is_not_told_unless_somebody_denies_it() -> None:
    text = "Rumours of a secret meeting in Bergen go round. Veld denied rumours of a meeting in Utrecht."
    assert is_rumoured(text, find(text, "meeting in Bergen"))
    assert not is_rumoured(text, find(text, "meeting in Utrecht"))
