from dataclasses import replace

import pytest

from onrecord.model import ContactEvidence, Span
from onrecord.reading.contacts.date_lists import listed_day, spread_days


def contact(text: str) -> ContactEvidence:
    return ContactEvidence((Span.of(text, 0, len(text)),), "meeting", "held", 1.0)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Veld and Strand met on 3, 7 and 12 May in Bergen", ["3 May", "7 May", "12 May"]),
        ("Veld and Strand met on the 3rd and the 7th of May 2031", ["3rd May 2031", "7th of May 2031"]),
        ("Veld and Strand met on May 3, 7 and 12", ["May 3", "7 May", "12 May"]),
        ("Veld and Strand met on 29 April and 6 May", ["29 April", "6 May"]),
        ("Veld and Strand met on Monday and Thursday", ["Monday", "Thursday"]),
        # One contact over several days, or no contact for each.
        ("Veld and Strand met on 10 and 11 May", []),
        ("Veld and Strand met on Monday and Tuesday", []),
        ("Veld and Strand met on 3 May, a Tuesday and a holiday", []),
        ("Veld and Strand met on 3 or 7 May", []),
    ],
)
def test_days_that_are_listed_are_contacts_of_their_own(text: str, days: list[str]) -> None:
    found = list(spread_days(text, contact(text)))
    assert [listed_day(text, c.evidence[-1]) for c in found if len(c.evidence) > 1] == days
    assert len(found) == max(len(days), 1)


def test_days_that_are_only_proposed_may_be_of_one_contact() -> None:
    text = "Veld offered to meet Strand on 3 and 7 May"
    assert list(spread_days(text, replace(contact(text), status="proposed"))) == [replace(contact(text), status="proposed")]
