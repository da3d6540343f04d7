"""Persons behind titles that no mention covers, in invented reports."""

import pytest

from onrecord.resolving.names.titled import add_titled
from tests.resolving.conftest import read_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("His colleague, Major Anna Veld, was blunter.", ["Major Anna Veld"]),
        ("{person|Major Anna Veld} and Foreign Minister Ivo Strand’s aide met.", ["Major Anna Veld", "Foreign Minister Ivo Strand"]),
        ("Her assistant, a young man called Ivo Strand, left a village called Olga.", ["Ivo Strand"]),
        ("{person|The foreign minister of Orvania}, Anna Veld, rang.", ["The foreign minister of Orvania", "Anna Veld"]),
        ("{person|The foreign minister of Orvania}, Anna Veld said, rang.", ["The foreign minister of Orvania"]),
        ("An aide by the name of Ivo Strand left.", ["Ivo Strand"]),
        ("The General Assembly met in President Square.", []),
        ("The President of Orvania waits.", []),
        ("Rev. Anna Veld and Chairman Ivo Strand were there.", ["Rev. Anna Veld", "Chairman Ivo Strand"]),
    ],
)
def test_who_has_a_title_is_named(marked: str, names: list[str]) -> None:
    report, reading = read_marked(marked)
    assert [m.span.text for m in add_titled(report.text, reading).mentions] == names
