"""Hits: words that were searched for, a page at a time, each where it stands in the text of its report."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Span
from onrecord.model.span import Spans, spans_to_json
from onrecord.store.database import Database
from onrecord.store.listing import REPORTS, STATEMENTS, Choice, Listing
from onrecord.store.passages import Citation, StatementPassage, load_citations, load_statement_passages
from onrecord.store.search import find_marked_paragraphs
from onrecord.store.statements import GAP
from onrecord.store.tallies import Tally, count_entries
from onrecord.store.words import match_words, stand_together

#: The best match is looked for among so many statements, those that came last into the record, and so many reports, which are longer.
RANKED, RANKED_REPORTS = 1_000, 200
#: Words that stand together take long to find: the last that came are shown first, and so many of them are counted.
TOGETHER = 100

WORDS = {"statements": "statement_words", "reports": "report_words"}
MARKED = re.compile("\x01([^\x01\x02]*)\x02")


@dataclass(frozen=True)
class StatementHit:
    """A statement whose content has the words, and where in the report's text they stand."""

    passage: StatementPassage
    words: Spans

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {**self.passage.to_json(), "words": spans_to_json(self.words)}


@dataclass(frozen=True)
class ReportHit:
    """A paragraph of a report that has words which were searched for; `others` more paragraphs of it have some."""

    report: Citation
    paragraph: Span
    words: Spans
    others: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        words = spans_to_json(self.words)
        return {"report": self.report.to_json(), "paragraph": self.paragraph.to_json(), "words": words, "others": self.others}


def find_statement_hits(db: Database, choice: Choice, limit: int, start: int) -> tuple[StatementHit, ...]:
    """Statements that are chosen by words and perhaps more, the best match first, from the one at `start`, counted from 0.

    Raises:
        QueryError: there are no words, or the choice cannot be understood.
    """
    where, values = STATEMENTS.where(_without_words(choice))
    marked = _rank(db, STATEMENTS, where, {**values, "q": match_words(choice.get("q", ""))}, limit, start)
    passages = load_statement_passages(db, list(marked))
    return tuple(StatementHit(p, _place_words(p.statement.content, marked[p.statement.id])) for p in passages)


def find_report_hits(db: Database, choice: Choice, limit: int, start: int) -> tuple[ReportHit, ...]:
    """Reports whose text has the words, the best match first.

    Raises:
        QueryError: there are no words, or the choice cannot be understood.
    """
    where, values = REPORTS.where(_without_words(choice))
    marked = _rank(db, REPORTS, where, {**values, "q": match_words(choice.get("q", ""))}, limit, start)
    reports = load_citations(db, list(marked))
    return tuple(_hit_of(reports[key], text.replace("\x01", "").replace("\x02", ""), text) for key, text in marked.items())


def count_hits(db: Database, choice: Choice) -> Tally:
    """How many statements are chosen, and of what kinds, of those that have the words and came last into the record.

    Raises:
        QueryError: there are no words, or the choice cannot be understood.
    """
    where, values = STATEMENTS.where(_without_words(choice))
    match = match_words(choice.get("q", ""))
    most = TOGETHER if stand_together(match) else RANKED
    last = "SELECT rowid FROM statement_words WHERE statement_words MATCH :q ORDER BY rowid DESC LIMIT :most"
    places = [row[0] for row in db.rows(last, {"q": match, "most": most + 1})]
    chosen = db.rows(
        f"SELECT number FROM json_each(:places) CROSS JOIN statements ON number = value WHERE {where}",  # noqa: S608 - our own names
        {**values, "places": json.dumps(places[:most])},
    )
    return count_entries(db, STATEMENTS, [row["number"] for row in chosen], whole=len(places) <= most)


def _rank(db: Database, listing: Listing, where: str, values: Mapping[str, Any], limit: int, start: int) -> dict[str, str]:
    """Entries by their ids, the best match first, or the last that came, each with its text and marks around the words.

    How good a match is, is BM25 without the rarity of words (Robertson and Zaragoza 2009): every match has all of them, and to
    count how rare each is would take longer the larger a record is. Texts are measured against the mean of those that are ranked.
    """
    table, words = listing.table, WORDS[listing.table]
    marked = f"highlight({words}, 0, char(1), char(2)) AS marked"
    last = f"""
        SELECT id, {marked} FROM {words} CROSS JOIN {table} ON {table}.number = {words}.rowid
        WHERE {words} MATCH :q AND {where} ORDER BY {words}.rowid DESC LIMIT :limit OFFSET :start"""  # noqa: S608 - our own names
    best = f"""
        WITH found AS
        (SELECT {words}.rowid AS place, {marked} FROM {words} WHERE {words} MATCH :q ORDER BY {words}.rowid DESC LIMIT :ranked),
        counted AS (SELECT *, length(marked) * 1.0 AS size, length(marked) - length(replace(marked, char(1), '')) AS n FROM found),
        scored AS (SELECT *, n / (n + 1.2 * (0.25 + 0.75 * size / avg(size) OVER ())) AS score FROM counted)
        SELECT id, marked FROM scored CROSS JOIN {table} ON {table}.number = place
        WHERE {where} ORDER BY score DESC, number LIMIT :limit OFFSET :start"""  # noqa: S608 - our own names
    ranked = RANKED if listing is STATEMENTS else RANKED_REPORTS
    rows = db.rows(last if stand_together(values["q"]) else best, {**values, "ranked": ranked, "limit": limit, "start": start})
    return {row["id"]: row["marked"] for row in rows}


def _without_words(choice: Choice) -> Choice:
    """What is asked for besides words, which the index of words finds."""
    return {name: value for name, value in choice.items() if name != "q"}


def _hit_of(report: Citation, text: str, marked: str) -> ReportHit:
    first, *others = find_marked_paragraphs(text, marked)
    words = tuple(Span.of(text, start, end) for start, end in _find_marks(marked) if first.start <= start and end <= first.end)
    return ReportHit(report, first, words, len(others))


def _place_words(content: Sequence[Span], marked: str) -> Spans:
    """Marked words of a content that was joined, where they stand in the text that its spans are of."""
    out = []
    for start, end in _find_marks(marked):
        at = 0
        for span in content:
            if at <= start and end <= at + len(span.text):
                out.append(Span(span.start + start - at, span.start + end - at, span.text[start - at : end - at]))
            at += len(span.text) + len(GAP)
    return tuple(out)


def _find_marks(marked: str) -> list[tuple[int, int]]:
    """Where marked words stand in the text without marks."""
    return [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(MARKED.finditer(marked))]
