import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source
from onrecord.reports.formats import parse


def read(*lines: str | bytes) -> list[Report | ReportError]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(parse(Source("news/all.jsonl", data)))


def test_report_with_all_fields() -> None:
    report = Report(
        name="r1",
        text="  Orlov said “no”.\r\n",
        outlet="Harbour Gazette",
        title="Veshnia waits",
        description="Orlov does not",
        authors=("Ines Calder",),
        url="https://gazette.example/1",
        language="en",
        categories=("politics",),
        tags=("talks",),
        stories=("The harbour talks",),
        images=("harbour.jpg",),
        notes=("no date of publication found",),
    )
    line = json.dumps(report.to_json())
    (found,) = read(line)
    assert found == report
    assert isinstance(found, Report)
    assert found.notes == report.notes
    assert read(json.dumps({"schema": "onrecord/1", "report": report.to_json(), "statements": []})) == [report]


def test_time_keeps_its_zone() -> None:
    (report,) = read('{"text": "a", "published": "2021-05-12T09:30:00+03:00", "modified": "2021-05-13"}')
    assert isinstance(report, Report)
    assert report.to_json()["published"] == "2021-05-12T09:30:00+03:00"
    assert report.to_json()["modified"] == "2021-05-13"


def test_text_alone_is_enough() -> None:
    (report,) = read('{"text": "Orlov said “no”."}')
    assert report == Report("all:1", "Orlov said “no”.")
    assert isinstance(report, Report)
    assert report.notes == ("no date of publication found",)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('"words"', "is not a JSON object"),
        ("[]", "is not a JSON object"),
        ("{}", "has no text"),
        ('{"text": " "}', "has no text"),
        ('{"text": 7}', "has no text"),
        ('{"text": "a", "title": ["b"]}', '"title" is not a string'),
        ('{"text": "a", "published": 2031}', '"published" is not a string'),
        ('{"text": "a", "tags": "b"}', '"tags" is not a list of strings'),
        ('{"text": "a", "authors": [1]}', '"authors" is not a list of strings'),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b'{"text": "\0"}', "is binary"),
    ],
)
def test_bad_line_is_an_error_among_good_ones(line: str | bytes, reason: str) -> None:
    first, error, last = read(json.dumps({"text": "one", "notes": ["long" * 200]}), "", line, '{"text": "two"}\r', "")
    assert isinstance(error, ReportError)
    assert error.subject == "news/all.jsonl:3"
    assert reason in error.message
    assert [report.text for report in (first, last) if isinstance(report, Report)] == ["one", "two"]


def test_mark_and_utf_16() -> None:
    line = '{"text": "Orlov said “no”."}\n'
    for data in (b"\xef\xbb\xbf" + line.encode(), line.encode("utf-16")):
        (report,) = parse(Source("all.jsonl", data))
        assert report == Report("all:1", "Orlov said “no”.")


def test_empty_file() -> None:
    (error,) = read("", " ")
    assert isinstance(error, ReportError)
    assert "is empty" in str(error)


def test_half_a_character_is_replaced_and_noted() -> None:
    (report,) = read('{"text": "a\\ud800b", "title": "\\udfff", "tags": ["\\ud800"], "notes": ["\\ud800"], "published": "2021-05-12"}')
    assert isinstance(report, Report)
    assert (report.text, report.title, report.tags) == ("a\ufffdb", "\ufffd", ("\ufffd",))
    assert report.notes == ("\ufffd", "halves of surrogate pairs in the text, replaced by U+FFFD")
    json.dumps(report.to_json(), ensure_ascii=False).encode()


def test_whole_surrogate_pair_is_one_character() -> None:
    (report,) = read('{"text": "\\ud83d\\udd4a “no”"}')
    assert isinstance(report, Report)
    assert report.text == "🕊 “no”"


@given(st.text().filter(str.strip), st.booleans())
def test_text_is_taken_as_it_is(text: str, escaped: bool) -> None:
    (report,) = read(json.dumps({"text": text}, ensure_ascii=escaped))
    assert isinstance(report, Report)
    assert report.text == text
