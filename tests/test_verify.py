import json
import sqlite3
from pathlib import Path

import pytest

import onrecord
from onrecord.verify import Difference


@pytest.fixture
def talks(tmp_path: Path, news: Path, fake_reading: None) -> Path:
    path = tmp_path / "talks.db"
    with onrecord.open(path) as record:
        record.read([news])
        assert record.verify() == ()
    return path


def differences(path: Path, change: str) -> tuple[Difference, ...]:
    db = sqlite3.connect(path)
    with db:
        assert db.execute(change).rowcount > 0
    db.close()
    with onrecord.open(path) as record:
        found = record.verify()
    json.dumps([difference.to_json() for difference in found])
    return found


def test_a_changed_text_is_found(talks: Path) -> None:
    found = differences(talks, "UPDATE reports SET text = replace(text, 'was possible', 'impossible') WHERE name = 'kostan'")
    assert found[0].place == "kostan"
    assert any("content" in difference.place and difference.recorded.endswith("was possible") for difference in found)
    assert "recorded" in str(found[0])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE evidence SET text = 'that a war' WHERE role = 'content' AND text LIKE '%pause%'",
        'UPDATE evidence SET start = start + 1, "end" = "end" + 1 WHERE role = \'cue\'',
        'UPDATE evidence SET "end" = "end" - 1 WHERE role = \'said\'',
        "DELETE FROM evidence WHERE role = 'content'",
        "UPDATE statements SET content = 'other words'",
        "UPDATE sources SET data = CAST('other bytes' AS BLOB)",
        "UPDATE reports SET outlet = 'Other'",
        "UPDATE reports SET published = 'one day'",
        "UPDATE reports SET details = '[]'",
        "UPDATE reports SET details = '{\"authors\": 1}'",
    ],
)
def test_any_change_is_found(talks: Path, change: str) -> None:
    assert differences(talks, change)


def test_words_that_decisions_stand_on_are_compared(talks: Path) -> None:
    with onrecord.open(talks) as record:
        record.decide([record.statements()[0].statement.id], "confirmed", "A. Veld")
        assert record.verify() == ()
    found = differences(talks, "UPDATE reports SET text = replace(text, 'was possible', 'impossible') WHERE name = 'kostan'")
    assert any("decision 1 content" in difference.place for difference in found)
