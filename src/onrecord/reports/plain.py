"""Plain text: the file itself is the text; an aggregator's first line may carry the date before the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source, decode
from onrecord.reports.dates import find_issued, read_published
from onrecord.reports.masthead import find_outlet

#: "date 2022-11-15 Title", "date: 2022-11-15", "2022-11-15 — Title", with or without a time of day.
DATED = re.compile(
    r"""(?:date\b\s*:?\s*)?
        (?P<date>\d{4}-\d\d-\d\d (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)? (?:[ ]?(?:Z|[+-]\d\d:?\d\d))?)
        (?:\s*[—–:|-]\s*|\s+|$)(?P<title>.*)""",
    re.VERBOSE | re.IGNORECASE,
)
#: A first line of more characters is a paragraph, not a title.
TITLE_LIMIT = 400


def parse(source: Source) -> Iterator[Report | ReportError]:
    """The one report of a plain text file.

    Raises:
        ReportError: the file is empty, binary, or not UTF-8.
    """
    text, notes = decode(source.data, source.path)
    title, words = _read_head(text)
    lines = text.splitlines()
    published, doubts = read_published(words) if words else find_issued(lines)
    outlet, signs = find_outlet(lines)
    yield Report(source.name, text, outlet=outlet, title=title, published=published, notes=notes + doubts + signs)


def _read_head(text: str) -> tuple[str | None, str | None]:
    """The title and the words of the date, from the first two lines that are not empty."""
    lines = re.finditer(r"\S[^\n]*", text)
    first, second = (match.group().rstrip() if (match := next(lines, None)) else "" for _ in range(2))
    if dated := DATED.match(first):
        return _title(dated["title"] or second), dated["date"]
    alone = DATED.fullmatch(second)
    return _title(first), alone["date"] if alone and not alone["title"] else None


def _title(line: str) -> str | None:
    return line.strip() if 0 < len(line) <= TITLE_LIMIT else None
