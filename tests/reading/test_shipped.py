"""The shipped model on invented words, where what it must not do can be said exactly."""

import pytest

from onrecord.model import Report
from onrecord.reading.reader import Reader

SAYINGS = "Minister Anna Veld said on Monday that the talks would go on. “We wait,” she added, and the envoy Ivo Strand agreed. "


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def test_a_report_is_read_alike_alone_and_beside_others(reader: Reader) -> None:
    reports = [Report(name=str(n), text=SAYINGS * n) for n in (1, 2, 3)]
    assert reader.read(reports) == [reader.read([report])[0] for report in reports]


def test_statements_are_not_lost_in_a_long_line(reader: Reader) -> None:
    (reading,) = reader.read([Report(name="line", text=SAYINGS * 60)])
    assert len(reading.attributions) >= 0.85 * 2 * 60


def test_statements_are_not_lost_where_a_long_text_is_cut(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report(name="long", text=(SAYINGS + "\n\n") * 30)
    (whole,) = reader.read([report])
    monkeypatch.setattr("onrecord.reading.long.PART", 1200)
    monkeypatch.setattr("onrecord.reading.reader.PART", 1200)
    (parts,) = reader.read([report])
    assert abs(len(parts.attributions) - len(whole.attributions)) <= 3


@pytest.mark.parametrize(
    "text", ["", "It rained in May.", "“”", "“Yes.” “No.” “Yes.”", "The bridge is 40 metres long.\n\nThe river is deep."]
)
def test_nobody_is_given_words_where_nobody_speaks(reader: Reader, text: str) -> None:
    (reading,) = reader.read([Report(name="none", text=text)])
    assert all(not a.source for a in reading.attributions)
