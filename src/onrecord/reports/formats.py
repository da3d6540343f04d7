"""Which reader a file needs, and what holds for the reports of all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePath
from typing import Any

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports import html, jsonl, markdown, plain
from onrecord.reports.base import Source, is_utf_16

Parser = Callable[[Source], Iterator[Report | ReportError]]

BY_SUFFIX: dict[str, Parser] = {
    ".jsonl": jsonl.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
}
#: What a file begins with says more than what it is called.
BY_BEGINNING: dict[re.Pattern[str], Parser] = {
    re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE): html.parse,
    # A line of dashes alone is a rule in a plain text; front matter has a key after it.
    re.compile(r"""\s*---[ \t]*\r?\n\s*(?:\#[^\n]*\n\s*)*+["']?[A-Za-z_][\w-]*["']?[ \t]*:"""): markdown.parse,
    re.compile(r'\s*\{ ?"\w+" ?:'): jsonl.parse,
}
SNIFFED = 2048
SURROGATE = re.compile("[\ud800-\udfff]")


def parse(source: Source, today: date | None = None) -> Iterator[Report | ReportError]:
    """The reports of a file in any format, and an error for each that cannot be read; nothing is raised.

    Args:
        source: the file.
        today: what counts as the future begins two days later, because it is tomorrow already in some zone; by default
            the day by the clock.
    """
    latest = (today or datetime.now(UTC).date()) + timedelta(days=1)
    try:
        for report in choose_parser(source)(source):
            yield report if isinstance(report, ReportError) else _finish(report, latest)
    except ReportError as error:
        yield error
    except Exception as error:  # one report that breaks a parser must not stop the others
        yield ReportError(source.path, f"cannot be parsed ({type(error).__name__}: {error}); save its text as a .txt file")


def choose_parser(source: Source) -> Parser:
    """The reader for a file, by its beginning or else by its suffix; plain text if neither tells."""
    suffix = PurePath(source.path).suffix.lower()
    if suffix != ".jsonl":
        encoding = "utf-16" if is_utf_16(source.data) else "utf-8-sig"
        beginning = source.data[:SNIFFED].decode(encoding, errors="ignore")
        for pattern, parser in BY_BEGINNING.items():
            if pattern.match(beginning):
                return parser
    return BY_SUFFIX.get(suffix, plain.parse)


def _finish(report: Report, latest: date) -> Report:
    """The report with a note on a date in the future, and in characters that can be stored."""
    whole = {field.name: _replace_surrogates(getattr(report, field.name)) for field in fields(report)}
    notes = whole["notes"]
    if report.day and report.day > latest:
        notes += ("date of publication lies in the future",)
    if whole["text"] != report.text:
        notes += ("halves of surrogate pairs in the text, replaced by U+FFFD",)
    return replace(report, **whole | {"notes": notes})


def _replace_surrogates(value: Any) -> Any:
    """JSON and YAML can write half a character, which no file can hold; its replacement leaves all offsets as they are."""
    if isinstance(value, tuple):
        return tuple(map(_replace_surrogates, value))
    return SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
