"""Offices that are told elsewhere, in invented reports."""

import pytest

from onrecord.resolving.cast.introductions import plain_office


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Orvanian foreign minister", "foreign minister"),
        ("deputy prime minister and head of the delegation", "deputy prime minister"),
        ("Minister for External Relations of Melkar", "Minister"),
        ("pianist", ""),
    ],
)
def test_an_office_without_its_country(role: str, office: str) -> None:
    assert plain_office(role) == office
