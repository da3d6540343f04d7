from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.record import Record


@pytest.fixture
def record(tmp_path: Path, news: Path, fake_reading: None) -> Iterator[Record]:
    """A record of two reports: two statements of Kostan, one of Strand, and a call of the two."""
    with onrecord.open(tmp_path / "talks.db") as opened:
        opened.read([news])
        yield opened
