import pytest

from onrecord.model import Report
from onrecord.reports.base import Source
from onrecord.reports.formats import parse


def read(text: str) -> Report:
    (report,) = parse(Source("news/brief.txt", text.encode()))
    assert isinstance(report, Report)
    return report


def test_text_is_the_file_itself() -> None:
    text = " date 2021-05-12 Gazette: Veshnia waits \n\n\nOrlov said “no”.  \n\tA list:\n- one\n"
    report = read(text)
    assert report.text == text
    assert report.to_json() | {"id": ""} == {
        "id": "",
        "name": "brief",
        "outlet": None,
        "title": "Gazette: Veshnia waits",
        "description": None,
        "authors": [],
        "published": "2021-05-12",
        "modified": None,
        "url": None,
        "language": None,
        "categories": [],
        "tags": [],
        "stories": [],
        "images": [],
        "notes": [],
        "text": text,
    }


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        (" date 2021-05-12 Veshnia waits", "Veshnia waits", "2021-05-12"),
        ("Date: 2021-05-12 09:30 Veshnia waits", "Veshnia waits", "2021-05-12T09:30:00"),
        ("2021-05-12T09:30:00+03:00 — Veshnia waits", "Veshnia waits", "2021-05-12T09:30:00+03:00"),
        ("2021-05-12\nVeshnia waits", "Veshnia waits", "2021-05-12"),
        ("date 2021-05-12\n\nVeshnia waits", "Veshnia waits", "2021-05-12"),
        ("Veshnia waits\n2021-05-12", "Veshnia waits", "2021-05-12"),
        ("\n\nVeshnia waits", "Veshnia waits", None),
        ("Veshnia waits\nNo. 7\nIssued: 12 May 2021", "Veshnia waits", "2021-05-12"),
        ("Veshnia waits\n2021-05-12 was a long day", "Veshnia waits", None),
        ("The date 2021-05-12 was kept", "The date 2021-05-12 was kept", None),
        ("2021-05-123 Veshnia waits", "2021-05-123 Veshnia waits", None),
        ("word " * 100, None, None),
    ],
)
def test_head_gives_title_and_date(head: str, title: str | None, published: str | None) -> None:
    report = read(f"{head}\n\nOrlov said “no”.")
    assert report.title == title
    assert (report.published.isoformat() if report.published else None) == published


def test_impossible_date_is_noted() -> None:
    report = read("date 2021-02-30 Veshnia waits\n\nOrlov said “no”.")
    assert (report.title, report.published) == ("Veshnia waits", None)
    assert report.notes == ("date of publication not understood: '2021-02-30'",)


@pytest.mark.parametrize("text", ["🕊🇺🇳 “No,” said Orlov.", "أورلوف قال «لا» ثم غادر", "e\u0301 “no”"])
def test_offsets_are_code_points(text: str) -> None:
    report = read(text)
    assert report.text == text
    assert len(report.text) == len(text)
