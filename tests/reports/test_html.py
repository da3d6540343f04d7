import pytest

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports import html
from onrecord.reports.base import Source
from onrecord.reports.formats import parse

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Veshnia waits | Harbour Gazette</title>
<meta property="og:site_name" content="Gazette">
<meta property="article:published_time" content="2021-05-12T00:00:00Z">
<meta name="description" content="Orlov does not">
<link rel="canonical" href="https://gazette.example/1">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "Organization", "@id": "#org", "name": "Harbour Gazette"},
 {"@type": "Person", "@id": "#ines", "name": "Ines Calder"},
 {"@type": "NewsArticle", "headline": "Veshnia waits", "datePublished": "2021-05-12T09:30:00+03:00",
  "dateModified": "2021-05-12T10:00:00+03:00", "author": [{"@id": "#ines"}], "publisher": {"@id": "#org"},
  "articleSection": ["politics"], "keywords": "talks, harbour", "image": [{"@type": "ImageObject", "url": "https://gazette.example/1.jpg"}]}
]}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Veshnia waits</h1>
<p>Danil Orlov said <a href="https://radio.example">in an
 interview</a> with <em>Radio Delta</em> that &ldquo;we will wait&rdquo; until the harbour is open.</p>
<p>&#x1F54A; “No,” he said.<br>“Not today,” he added, and left the building of the ministry by the side door.</p>
<blockquote><p>We wait. We do not beg.</p></blockquote>
<p>The delegation of Veshnia, which had come with two proposals, went back to the harbour on foot.</p>
</article>
<footer><p>© 2021 Harbour Gazette. All rights reserved.</p></footer></body></html>"""
TEXT = (
    "Veshnia waits\n\nOrlov does not\n\n"
    "Danil Orlov said in an interview with Radio Delta that “we will wait” until the harbour is open.\n\n"
    "🕊 “No,” he said.\n“Not today,” he added, and left the building of the ministry by the side door.\n\n"
    "We wait. We do not beg.\n\n"
    "The delegation of Veshnia, which had come with two proposals, went back to the harbour on foot."
)
BODY = "<p>Danil Orlov said that Veshnia would wait until the harbour is open again.</p>" * 3


def read(page: str | bytes) -> Report:
    (report,) = parse(Source("news/page.html", page.encode() if isinstance(page, str) else page))
    assert isinstance(report, Report)
    return report


def test_page_with_json_ld() -> None:
    report = read(PAGE)
    assert report.to_json() == {
        "id": report.id,
        "name": "page",
        "outlet": "Harbour Gazette",
        "title": "Veshnia waits",
        "description": "Orlov does not",
        "authors": ["Ines Calder"],
        "published": "2021-05-12T09:30:00+03:00",
        "modified": "2021-05-12T10:00:00+03:00",
        "url": "https://gazette.example/1",
        "language": "en",
        "categories": ["politics"],
        "tags": ["talks", "harbour"],
        "stories": [],
        "images": ["https://gazette.example/1.jpg"],
        "notes": [],
        "text": TEXT,
    }


def test_page_is_known_by_its_beginning() -> None:
    (report,) = parse(Source("news/page.txt", b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode()))
    assert report == read(PAGE)


def test_page_in_another_encoding() -> None:
    page = (
        f"<html><head><meta charset='windows-1252'><title>Café</title></head><body>{BODY}<p>“No,” said Orlov of the café.</p></body></html>"
    )
    report = read(page.encode("cp1252"))
    assert report.text.endswith("“No,” said Orlov of the café.")
    assert report.notes[0] == "read as windows-1252, the encoding that it names"


def test_control_characters_do_not_break_it() -> None:
    assert "Danil Orlov" in read(f"<html><body>\x01\x0b{BODY}</body></html>").text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>x</script></body></html>", "<!doctype html>", "</p><!--", "<html>" * 1000]
)
def test_page_without_text_is_an_error(page: str) -> None:
    (error,) = parse(Source("a.html", page.encode()))
    assert isinstance(error, ReportError)
    assert str(error) == f"a.html: {html.NO_TEXT}"


def test_short_page_keeps_its_paragraphs() -> None:
    assert read("<html><body><p>Orlov said “no”.</p><p>He left for the harbour.</p></body></html>").text == (
        "Orlov said “no”.\n\nHe left for the harbour."
    )


def test_very_wide_page_is_read_without_looking_for_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "WIDE", 3)
    report = read("<html><nav><p>Home</p></nav><p>" + "<b>a</b> " * 9 + "</p><footer><p>©</p></footer></html>")
    assert report.text == " ".join("a" * 9)
    assert "no article found; all paragraphs taken" in report.notes
    assert read("<html><body>" + "<b>a</b> " * 9 + "<script>x<i>y</i></script>z</body></html>").text == " ".join("a" * 9) + " z"
