import random
import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports import html, jsonl, markdown, plain
from onrecord.reports.base import Source
from onrecord.reports.formats import Parser, choose_parser, parse

SUFFIXES = (".txt", ".md", ".html", ".jsonl", ".pdf", "")
#: What a file of each format is made of, so that arbitrary files are not all plain text.
PIECES = (
    *("---\n", "title: ", "date: 2021-05-12\n", "[", "](", "*", "`", "\n\n", "\r\n", "# ", "> ", "- ", "1. ", "<!--", "-->", "&amp;", "\\"),
    *("<html>", "<body>", "<p>", "</p>", "<script type='application/ld+json'>", "</script>", "<meta charset='", "utf-8", "'>", "<br>"),
    *('{"text": "', '"}', "\\ud800", "null", "“", "”", "🕊", "\u202e", "\0", "\ufeff", "Orlov said no. ", " date 2021-05-12 ", "\u2028"),
    *("<time datetime='2021-05-12'>", "&#xD800;"),
)
FILES = st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "".join(pieces).encode())


@pytest.mark.parametrize(
    ("name", "data", "parser"),
    [
        ("a.txt", b"Orlov said no.", plain.parse),
        ("a", b"Orlov said no.", plain.parse),
        ("a.MD", b"Orlov said no.", markdown.parse),
        ("a.htm", b"Orlov said no.", html.parse),
        ("a.jsonl", b"<html>", jsonl.parse),
        ("a.txt", b"---\r\ntitle: a\r\n---\r\n", markdown.parse),
        ("a.txt", b"---\n# a remark\n\"title\": a\n", markdown.parse),
        ("a.txt", b"\n---\ntitle: a\n", markdown.parse),
        ("a.txt", "---\ntitle: a\n".encode("utf-16"), markdown.parse),
        ("a.txt", b"---\nOrlov said no.\n---\n", plain.parse),
        ("a.txt", b"\xef\xbb\xbf <!-- a --><!-- b --> <!DOCTYPE html>", html.parse),
        ("a.txt", b"<?xml version='1.0'?><html lang='en'>", html.parse),
        ("a.txt", b"<!---->" * 280 + b"x", plain.parse),
        ("a.json", b'{"text": "a"}', jsonl.parse),
        ("a.txt", b"{braces} are words", plain.parse),
    ],
)  # fmt: skip
def test_reader_is_chosen_by_beginning_and_suffix(name: str, data: bytes, parser: Parser) -> None:
    assert choose_parser(Source(name, data)) is parser


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b"\n \n", random.Random(1).randbytes(500), b"\x00" * 50, b"\x93Nein\x94", b"%PDF-1.4"])
def test_unreadable_file_is_one_error_of_one_line(suffix: str, data: bytes) -> None:
    (error,) = parse(Source(f"news/a{suffix}", data))
    assert isinstance(error, ReportError)
    assert str(error).startswith(f"news/a{suffix}")
    assert "\n" not in str(error)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_report_without_a_date_is_read_and_noted(name: str) -> None:
    (report,) = parse(Source(name, b"Orlov said that Veshnia would wait."))
    assert isinstance(report, Report)
    assert report.published is None
    assert "no date of publication found" in report.notes


def test_date_in_the_future_is_kept_and_noted() -> None:
    source = Source("a.txt", b"date 2021-05-12 Veshnia waits")
    notes = []
    for today in (date(2021, 5, 12), date(2021, 5, 11), date(2021, 5, 10)):
        (report,) = parse(source, today)
        assert isinstance(report, Report)
        assert report.published == date(2021, 5, 12)
        notes.append(report.notes)
    assert notes == [(), (), ("date of publication lies in the future",)]


def test_parser_that_breaks_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(data: bytes, subject: str) -> None:
        raise ZeroDivisionError("no way")

    monkeypatch.setattr(plain, "decode", break_down)
    (error,) = parse(Source("a.txt", b"words"))
    assert str(error) == "a.txt: cannot be parsed (ZeroDivisionError: no way); save its text as a .txt file"


def test_same_bytes_under_two_names_are_one_publication() -> None:
    (one,), (two,) = (list(parse(Source(name, b"date 2021-05-12 Veshnia waits"))) for name in ("a.txt", "b.txt"))
    assert isinstance(one, Report)
    assert isinstance(two, Report)
    assert (one.name, two.name) == ("a", "b")
    assert one.id == two.id


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl"])
@pytest.mark.parametrize("piece", ["word ", "[*<a ", "<p>No, said Ana Brelka of Veshnia.</p>", "“No,” said <i>Ana</i>. "])
def test_five_megabytes_in_one_line_take_seconds(suffix: str, piece: str) -> None:
    words = piece * (5_000_000 // len(piece.encode()))
    if suffix == ".jsonl":
        words = f'{{"text": "{words}"}}'
    started = time.process_time()
    (report,) = parse(Source(f"a{suffix}", words.encode()))
    assert isinstance(report, Report)
    assert time.process_time() - started < 20


@given(FILES, st.sampled_from(SUFFIXES))
@example(b"---\na: 0001-01-01T00:00:00+23:59\ndate: 0001-01-01T00:00:00+23:59\n---\nx", ".md")
@example("<html><p>\u2028</p>".encode(), ".html")
@example(b"<html><meta charset='utf-7'><p>+2AA-\xff</p>", ".html")
def test_arbitrary_bytes_never_raise_and_always_give_the_same(data: bytes, suffix: str) -> None:
    source = Source(f"a{suffix}", data)
    first = list(parse(source, date(2021, 5, 12)))
    again = list(parse(source, date(2021, 5, 12)))
    assert [str(one) for one in first] == [str(one) for one in again]
    for one in first:
        str(one).encode()
        if isinstance(one, Report):
            assert one.text.strip()
            assert Report.from_json(one.to_json()) == one
