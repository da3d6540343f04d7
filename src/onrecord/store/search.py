"""Search: words in the contents of statements, and in the text of reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from onrecord.model import Span
from onrecord.model.span import Spans
from onrecord.store.database import Database
from onrecord.store.entries import load_entries
from onrecord.store.findings import FoundStatement, Hit
from onrecord.store.words import match_words

STATEMENTS = """
    SELECT statements.report, statements.id
    FROM statement_words JOIN statements ON statements.number = statement_words.rowid JOIN reports ON reports.id = statements.report
    WHERE statement_words MATCH ? AND superseded_by IS NULL ORDER BY bm25(statement_words), day, statements.id"""

#: The marks are control characters, which no text of a report has.
REPORTS = """
    SELECT id, highlight(report_words, 0, char(1), char(2)) AS marked
    FROM report_words JOIN reports ON number = report_words.rowid
    WHERE report_words MATCH ? AND superseded_by IS NULL ORDER BY bm25(report_words), day, id"""


def search(db: Database, words: str) -> Iterator[Hit]:
    """Statements whose content has all the words, the best first; then paragraphs of reports whose text has them.

    Raises:
        QueryError: there are no words to search for.
    """
    match = match_words(words)
    load = cache(partial(load_entries, db))
    for row in db.rows(STATEMENTS, (match,)):
        entries = load(row["report"])
        for s in entries.statements:
            if s.id == row["id"]:
                yield Hit(entries.report, s.content, FoundStatement.of(entries, s))
    for row in db.rows(REPORTS, (match,)):
        report = load(row["id"]).report
        yield Hit(report, find_marked_paragraphs(report.text, row["marked"]))


def find_marked_paragraphs(text: str, marked: str) -> Spans:
    """The paragraphs of `text` in which `marked`, the same text with marks around found words, has a mark."""
    out, start = [], 0
    for paragraph in re.split(r"(\n+)", marked):
        end = start + len(paragraph) - paragraph.count("\x01") - paragraph.count("\x02")
        if "\x01" in paragraph:
            out.append(Span.of(text, start, end))
        start = end
    return tuple(out)
