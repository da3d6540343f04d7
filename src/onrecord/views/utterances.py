"""Utterances: what was said once, with all that tell of it: who was first, how they differ, and on how many origins they rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from onrecord.across.variants import Variant, compare_words, find_fullest
from onrecord.errors import QueryError
from onrecord.model import Report, When
from onrecord.store.actors import NAMED
from onrecord.store.database import Database
from onrecord.store.findings import FoundStatement, cite
from onrecord.store.questions import STATEMENT_CLAUSES, check_issue, select_keys
from onrecord.store.statements import GAP
from onrecord.views.origins import FoundOrigins, collect_told, make_origins, order_told


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


#: Actors of a side that has all the words asked for.
OF_SIDE = "SELECT id FROM actors WHERE has_words(coalesce(side, party), :side)"
CLAUSES = {
    **{name: STATEMENT_CLAUSES[name] for name in ("issue", "since", "until", "outlet")},
    "speaker": f"speaker IN ({NAMED.format('speaker')})",
    "side": f"speaker IN ({OF_SIDE})",
    "at_least": "TRUE",
    "part": "TRUE",
}
#: The sign keeps SQLite to the order of days.
TOLD_AGAIN = "AND +utterance IN (SELECT utterance FROM statements WHERE utterance IS NOT id)"
#: Heads of utterances, among the first so many tellings that fit, by day; a group that is told once only is looked for only if it is asked
#: for.
UTTERANCES = """
    SELECT utterance, min(number) AS first FROM (
        SELECT utterance, {day} AS said, statements.number AS number FROM statements CROSS JOIN reports ON reports.id = statements.report
        WHERE {dated} AND superseded_by IS NULL AND statements.state != 'rejected' AND utterance IS NOT NULL {again}{{0}}
        ORDER BY {day}, statements.number LIMIT :part) AS told
    GROUP BY utterance
    HAVING (SELECT count(DISTINCT others.report) FROM statements AS others JOIN reports AS theirs ON theirs.id = others.report
            WHERE others.utterance = told.utterance AND theirs.superseded_by IS NULL) >= :at_least
    ORDER BY min(said), first"""
#: Tellings of a known day come first, in the order of an index; then those of none, by publication.
BY_DAY = (
    {"day": "coalesce(said_from, said_to, '')", "dated": "coalesce(said_from, said_to, '') > ''"},
    {"day": "reports.day", "dated": "coalesce(said_from, said_to, '') = ''"},
)
#: So many tellings are looked through, and more only if there are too few utterances among them; at last all.
PARTS = (1_000, 10_000, 100_000, -1)
MEMBERS = """
    SELECT statements.id, statements.report, statements.id, coalesce(original, statements.report)
    FROM statements JOIN reports ON reports.id = statements.report
    WHERE statements.id = :head OR (utterance = :head AND superseded_by IS NULL)"""


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
    check_issue(db, filters.get("issue"))
    start, limit = filters.get("start") or 0, filters.get("limit")
    for head in _find_heads(db, filters, None if limit is None else start + limit)[start:]:
        yield load_utterance(db, head)


def _find_heads(db: Database, filters: UtteranceFilters, most: int | None) -> list[str]:
    """The heads of utterances that fit, by day; so many at most."""
    least = 2 if filters.get("at_least") is None else filters["at_least"]
    asked = {name: value for name, value in filters.items() if name not in ("limit", "start")} | {"at_least": least}
    heads: dict[str, None] = {}
    for by_day in BY_DAY:
        question = UTTERANCES.format(again="" if least == 1 else TOLD_AGAIN, **by_day)
        for part in PARTS if most is not None else (-1,):
            found = select_keys(db, question, CLAUSES, {**asked, "part": part})
            if part == -1 or len({*heads, *(head for head, _ in found)}) >= (most or 0):
                break
        heads |= dict.fromkeys(head for head, _ in found if head not in heads)
        if most is not None and len(heads) >= most:
            break
    return list(heads)[:most]


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
    group = order_told(collect_told(db, [tuple(row) for row in db.rows(MEMBERS, {"head": head})]))
    tellings = tuple(FoundStatement.of(told.entries, told.statement) for told in group if told.statement)
    contents = [(one.statement.kind, GAP.join(span.text for span in one.statement.content)) for one in tellings]
    fullest = find_fullest(contents)
    variants = tuple(compare_words(contents[fullest][1], content) for _, content in contents)
    return FoundUtterance(head, tellings, variants, tellings[fullest], make_origins(head, group))


def _closeness(when: When) -> tuple[bool, int]:
    """What sorts stated days first, and few days before many."""
    width = (when.last - when.first).days if when.first and when.last else date.max.toordinal()
    return when.basis != "stated", width
