from datetime import date

import pytest

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source
from onrecord.reports.formats import parse
from onrecord.reports.markdown import LONG

PAGE = """---
title: "Veshnia: no talks"
description: The Palace waits. Orlov does not
date: 2021-05-12T09:30:00+03:00
lastmod: 2021-05-12T10:00:00+03:00
outlet: Harbour Gazette
link: https://gazette.example/1
language: en
images:
- harbour.jpg
caption: 'Photo: Gazette archive'
authors:
- Ines Calder
categories:
- politics
tags:
stories:
- The harbour talks
---

Orlov said [in an interview](https://radio.example/1#a) with *Radio* **Delta**:
“We will <...> wait.”

“No,”  he said \\*twice\\* &amp; left.
"""
TEXT = (
    "Veshnia: no talks\n\nThe Palace waits. Orlov does not\n\n"
    "Orlov said in an interview with Radio Delta: “We will <...> wait.”\n\n“No,”  he said *twice* & left."
)


def read(text: str) -> Report:
    (report,) = parse(Source("news/page.md", text.encode()))
    assert isinstance(report, Report)
    return report


def test_page_with_front_matter() -> None:
    report = read(PAGE)
    assert report.to_json() == {
        "id": report.id,
        "name": "page",
        "outlet": "Harbour Gazette",
        "title": "Veshnia: no talks",
        "description": "The Palace waits. Orlov does not",
        "authors": ["Ines Calder"],
        "published": "2021-05-12T09:30:00+03:00",
        "modified": "2021-05-12T10:00:00+03:00",
        "url": "https://gazette.example/1",
        "language": "en",
        "categories": ["politics"],
        "tags": [],
        "stories": ["The harbour talks"],
        "images": ["harbour.jpg"],
        "notes": [],
        "text": TEXT,
    }


def test_line_ends_and_mark_change_nothing() -> None:
    (report,) = parse(Source("news/page.txt", b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()))
    assert report == read(PAGE)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("# A heading\n\nWords.", "A heading\n\nWords."),
        ("One\ntwo  \nthree", "One two\nthree"),
        ("- one\n- two", "one\n\ntwo"),
        ("1945. The war ended.", "1945. The war ended."),
        ("> “No,” he said.\n>\n> He left.", "“No,” he said.\n\nHe left."),
        ("See ![a photo](x.jpg) here", "See  here"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>two <!-- three -->four", "One\ntwo four"),
        ("<!-- never closed", None),
        ("A source <name withheld> spoke", "A source <name withheld> spoke"),
        ("~~Old~~ <b>new</b> `code`", "Old new code"),
        ("[One][1] two\n\n[1]: https://gazette.example", "One two"),
        ("2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"),
    ],
)
def test_marks_are_reduced_to_words(body: str, text: str | None) -> None:
    (report,) = parse(Source("a.md", body.encode()))
    assert (report.text if isinstance(report, Report) else None) == text


def test_heading_is_the_title_where_nothing_else_is() -> None:
    report = read("# Veshnia waits\n\nOrlov said “no”.")
    assert report.title == "Veshnia waits"
    assert report.text == "Veshnia waits\n\nOrlov said “no”."


def test_title_and_description_do_not_stand_twice() -> None:
    report = read("---\ntitle: Veshnia waits\ndescription: Orlov said …\n---\n# Veshnia  waits\n\nOrlov said “no”.")
    assert report.text == "Veshnia  waits\n\nOrlov said “no”."


def test_broken_front_matter_costs_its_values_only() -> None:
    report = read("---\ntitle: Orlov: no talks\ndate: 2021-05-12\nbad: [\n---\nOrlov said “no”.")
    assert (report.title, str(report.published)) == ("Orlov: no talks", "2021-05-12")
    assert report.notes == ("front matter is not YAML; read key by key",)
    assert report.text == "Orlov: no talks\n\nOrlov said “no”."


def test_the_day_of_publication_is_called_published_too() -> None:
    report = read("---\ntitle: No talks\npublished: 2021-05-12\n---\nOrlov said “no”.")
    assert str(report.day) == "2021-05-12"


def test_front_matter_without_a_body_or_words() -> None:
    assert read("---\ntitle: Veshnia waits\n---\n").text == "Veshnia waits"
    (error,) = parse(Source("a.md", b"---\ndate: 2021-05-12\n---\n\n***\n"))
    assert isinstance(error, ReportError)
    assert "has no words" in str(error)


def test_very_long_paragraph_is_taken_as_it_is_written() -> None:
    body = "*word* " * (LONG // 7 + 2)
    assert read(f"*One*\n\n{body}").text == f"One\n\n{body.strip()}"


def test_a_date_below_the_title_is_that_of_publication() -> None:
    report = read("# Joint statement\n\nLind, 3 May 2021\n\nThe parties met.")
    assert report.published == date(2021, 5, 3)
    assert report.notes == ("date of publication taken from the line 'Lind, 3 May 2021'",)
