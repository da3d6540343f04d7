"""Names behind descriptions, in invented words."""

import pytest

from onrecord.model import Span
from onrecord.resolving.cast.appositions import is_apposition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mediator, Anna Veld, left.", True),
        ("Then came the mediator, a young woman called Anna Veld.", True),
        ("Then came the mediator, a woman by the name of Anna Veld.", True),
        ("The mediator, known as Anna Veld, left.", True),
        ("In Dorvik the mediator Anna Veld spoke.", True),
        ("In Dorvik the mediator, Anna Veld, spoke.", True),
        ("On the fate of the mediator, Anna Veld said no.", False),
        ("According to the mediator, Anna Veld said no.", False),
        ("The mediator, retired judge Anna Veld, left.", True),
        ("The mediator, said Anna Veld, left.", False),
        ("The mediator saw Anna Veld.", False),
    ],
)
def test_who_a_description_is(text: str, expected: bool) -> None:
    description, name = (Span.of(text, text.index(words), text.index(words) + len(words)) for words in ("mediator", "Anna Veld"))
    assert is_apposition(text, 0, description, name) is expected
