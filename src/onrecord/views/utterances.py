"""Utterances: what was said once, with all that tell of it: who was first, how they differ, and on how many origins they rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypedDict

from onrecord.across.variants import Variant, compare_words, find_fullest
from onrecord.errors import QueryError
from onrecord.model import Report, When
from onrecord.store.database import Database
from onrecord.store.findings import FoundStatement, cite
from onrecord.store.questions import check_issue
from onrecord.store.retold import Retold, find_retold
from onrecord.store.statements import GAP
from onrecord.views.origins import OF_UTTERANCE, FoundOrigins, load_told, make_origins


class UtteranceFilters(TypedDict, total=False):
    """What utterances can be asked for: one telling fits every filter but the last three.

    The speaker by words of any of its names, its side and the outlet by words of theirs; the days ask that the interval in which it was
    said overlaps them. `at_least` is a number of reports that tell it, two if it is not given; `limit` a number of utterances, the first
    by the day on which they were said, after as many as `start` says.
    """

    speaker: str | None
    side: str | None
    issue: str | None
    since: date | None
    until: date | None
    outlet: str | None
    at_least: int | None
    limit: int | None
    start: int | None


@dataclass(frozen=True)
class FoundUtterance:
    """One saying with its tellings, what was published first first; `variants` are how each differs from the fullest one."""

    id: str
    tellings: tuple[FoundStatement, ...]
    variants: tuple[Variant, ...]
    fullest: FoundStatement
    origins: FoundOrigins

    @property
    def first(self) -> Report:
        """The report that was published first."""
        return self.tellings[0].report

    @property
    def reports(self) -> int:
        """How many reports tell it, copies among them."""
        return self.origins.reports

    @property
    def said(self) -> When | None:
        """When it was said: by the telling that states it, and the most closely."""
        known = [one.statement.said for one in self.tellings if one.statement.said]
        return min(known, key=_closeness, default=None)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        speaker = self.fullest.speaker.brief() if self.fullest.speaker else None
        tellings = [{**one.to_json(), "variant": variant.to_json()} for one, variant in zip(self.tellings, self.variants, strict=True)]
        return {
            "id": self.id,
            "speaker": speaker,
            "said": self.said.to_json() if self.said else None,
            "reports": self.reports,
            "origins": len(self.origins.branches),
            "first": cite(self.first),
            "fullest": self.fullest.statement.id,
            "tellings": tellings,
            "branches": self.origins.to_json()["branches"],
        }


def find_utterances(db: Database, filters: UtteranceFilters) -> Iterator[FoundUtterance]:
    """Utterances that fit, by the day on which they were said.

    Raises:
        QueryError: a filter by words has none, or no statement has the issue.
    """
    start, limit = filters.get("start") or 0, filters.get("limit")
    for found in islice(_find(db, filters), start, None if limit is None else start + limit):
        yield load_utterance(db, found.head)


def page_utterances(
    db: Database, filters: UtteranceFilters, limit: int, after: int | None = None
) -> tuple[tuple[FoundUtterance, ...], int | None]:
    """Some of the utterances that fit, and the mark of the next ones if there are more; see `find_utterances`.

    Args:
        db: the record.
        filters: what they have to be.
        limit: how many.
        after: the mark of where to begin.

    Raises:
        QueryError: a filter by words has none, no statement has the issue, or it is no mark.
    """
    found = list(islice(_find(db, filters, after), limit + 1))
    return tuple(load_utterance(db, one.head) for one in found[:limit]), found[limit - 1].first if len(found) > limit else None


def _find(db: Database, filters: UtteranceFilters, after: int | None = None) -> Iterator[Retold]:
    check_issue(db, filters.get("issue"))
    return find_retold(db, filters, 2 if filters.get("at_least") is None else int(filters["at_least"] or 0), after)


def find_utterance(db: Database, statement: str) -> FoundUtterance:
    """The utterance that a statement, given by its id, tells of.

    Raises:
        QueryError: there is no such statement.
    """
    rows = db.rows("SELECT coalesce(utterance, id) AS head FROM statements WHERE id = ?", (statement,))
    if not rows:
        raise QueryError(statement, "is not the id of a statement in this record")
    return load_utterance(db, rows[0]["head"])


def load_utterance(db: Database, head: str) -> FoundUtterance:
    """All tellings of the utterance that one of them stands for."""
    group = load_told(db, OF_UTTERANCE, head)
    tellings = tuple(FoundStatement.of(told.entries, told.statement) for told in group if told.statement)
    contents = [(one.statement.kind, GAP.join(span.text for span in one.statement.content)) for one in tellings]
    fullest = find_fullest(contents)
    variants = tuple(compare_words(contents[fullest][1], content) for _, content in contents)
    return FoundUtterance(head, tellings, variants, tellings[fullest], make_origins(head, group))


def _closeness(when: When) -> tuple[bool, int]:
    """What sorts stated days first, and few days before many."""
    width = (when.last - when.first).days if when.first and when.last else date.max.toordinal()
    return when.basis != "stated", width
