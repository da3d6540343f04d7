"""The table of docs/dates.md says what the calendar does."""

import re
from datetime import date
from pathlib import Path

import pytest

from onrecord.model import When
from onrecord.resolving.dates.calendar import interval

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
ROWS = re.findall(r"^\| (?!words|---)(.+?) \| (\S*) ?\| (.+?) \|$", PAGE.read_text(encoding="utf8"), re.M)
PUBLISHED, SPOKEN_OF = date(2031, 3, 14), date(2031, 3, 6)


def test_the_page_has_its_table() -> None:
    assert len(ROWS) > 50


@pytest.mark.parametrize(("words", "edtf", "precision"), ROWS)
def test_forms(words: str, edtf: str, precision: str) -> None:
    found = interval(words.strip("*"), PUBLISHED, future=words.startswith("*"), context=SPOKEN_OF)
    if not edtf:
        assert found is None
        return
    assert found
    when = When(found.first, found.last, "stated", found.precision)
    assert (when.edtf, when.precision) == (edtf, precision)
