"""Renderings: statements as they are compared across reports, and which of them can be of one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any

from onrecord.across.parties import is_office
from onrecord.across.sketches import find_alike, keep_sketches, sketch_contents
from onrecord.across.words import content_words, pairs_of, split_words
from onrecord.model.entries import BODIES
from onrecord.store.database import Database, Row
from onrecord.store.groups import STATEMENTS

#: What a speaker said is compared if its days are so near, or if a later report can recall it, of the same act and issue; and the first
#: of its days no further apart than `WINDOW`.
SOON = timedelta(days=3)
WINDOW = timedelta(days=60)
#: What a body and its spokesperson said is compared if it is of one issue, and the days so near; and begin no further apart than a month.
NEAR, MONTH = timedelta(days=1), timedelta(days=31)
#: Speakers of whom nobody knows that they are one with those of another report.
NAMELESS = ("unnamed", "outlet")
#: A first paragraph of more code points is no headline.
HEADLINE = 400


@dataclass(frozen=True)
class Wording:
    """The words of a content, those of them that say something, and neighbours among them."""

    words: tuple[str, ...]
    says: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=2048)
def word_content(content: str) -> Wording:
    """The words of a content as they are compared."""
    words = split_words(content)
    return Wording(words, frozenset(content_words(words)), pairs_of(words))


@dataclass(frozen=True, eq=False)
class Saying:
    """What is compared of a statement wherever it stands; made by `say`, so that copies of a report have the very same.

    `who`, `side`, `speaker` (a name) and `type` are of the speaker; the days are those in which it was said, `basis` what they stand on;
    `is_relayed` says whether it came through anybody.
    """

    who: str | None
    side: str | None
    speaker: str | None
    type: str | None
    first: date | None
    last: date | None
    basis: str | None
    content: str
    kind: str
    act: str
    issue: str
    stance: str
    meaning: bytes
    is_relayed: bool

    @cached_property
    def is_nobody(self) -> bool:
        """Whether the speaker is a body, or an office alone."""
        return is_nobody(self.type, self.speaker, self.side)

    @cached_property
    def wording(self) -> Wording:
        """The words of the content."""
        return word_content(self.content)


@lru_cache(maxsize=2048)
def say(*values: Any) -> Saying:
    """The saying of some values, one for all that are equal."""
    return Saying(*values)


@dataclass(frozen=True)
class Rendering:
    """A statement of a report with what tells whether it is of one utterance with another.

    `start` and `end` are code points of the report's text from the first to the last word of the content; `is_head` says whether it stands
    in the headline. `outlets` are the names of outlets among its relayers, and its speaker's name if that is an outlet; `outer` is the
    statement that it stands in.
    """

    id: str
    report: str
    original: str
    outlet: str
    said: Saying
    start: int
    end: int
    is_head: bool
    outlets: frozenset[str]
    outer: str | None


RENDERINGS = """
    SELECT statements.id, statements.report, coalesce(original, statements.report) AS original, coalesce(outlet, '') AS outlet,
           who, statements.side, actors.name AS speaker, actors.type, said_from, said_to, said_basis, statements.content, statements.kind,
           act, issue, stance, meaning, inside, {1},
           EXISTS (SELECT 1 FROM statement_via WHERE statement = statements.id) AS relayed,
           iif(actors.type = 'outlet', actors.name, '') AS own,
           (SELECT group_concat(relayers.name, char(10)) FROM statement_via JOIN actors AS relayers ON relayers.id = actor
            WHERE statement = statements.id AND relayers.type = 'outlet') AS outlets
    FROM statements CROSS JOIN reports ON reports.id = statements.report LEFT JOIN actors ON actors.id = speaker
    WHERE superseded_by IS NULL AND statements.state != 'rejected' AND statements.{0} IN (...)"""
#: Where statements stand is asked for only where those of one report are compared.
NOWHERE = '0 AS start, 0 AS "end", 0 AS head'
PLACES = """
    (SELECT min(start) FROM evidence WHERE report = statements.report AND entry = statements.id AND role = 'content') AS start,
    (SELECT max("end") FROM evidence WHERE report = statements.report AND entry = statements.id AND role = 'content') AS "end",
    instr(text, char(10) || char(10)) AS head"""


#: What is asked of statements of like words, of the reports that are copies of some, and of speakers.
SPEAKERS = "SELECT id, who, side, report, speaker FROM statements INDEXED BY statements_in_brief WHERE id IN (...)"
COPIES = "SELECT id, original FROM reports WHERE original IN (...)"
NAMES = "SELECT id, type, name FROM actors WHERE id IN (...)"


def load_renderings(db: Database, statements: Sequence[str]) -> dict[str, Rendering]:
    """Some statements, without their places, but for those of superseded reports."""
    return _load(db, "id", statements, NOWHERE)


def load_reports(db: Database, reports: Sequence[str]) -> dict[str, list[Rendering]]:
    """All statements of some reports, with their places, but for superseded reports."""
    out: dict[str, list[Rendering]] = defaultdict(list)
    for one in _load(db, "report", reports, PLACES).values():
        out[one.report].append(one)
    return out


def _load(db: Database, column: str, values: Sequence[str], places: str) -> dict[str, Rendering]:
    return {row["id"]: _rendering_of(row) for row in db.rows_for(RENDERINGS.format(column, places), values)}


def _rendering_of(row: Row) -> Rendering:
    first, last = (date.fromisoformat(row[key]) if row[key] else None for key in ("said_from", "said_to"))
    start = row["start"] or 0
    named = (name for name in [row["own"], *(row["outlets"] or "").split("\n")] if name)
    said = say(
        row["who"], row["side"], row["speaker"], row["type"], first, last, row["said_basis"], row["content"], row["kind"], row["act"],
        row["issue"], row["stance"], row["meaning"], bool(row["relayed"] or row["inside"]),
    )  # fmt: skip
    return Rendering(
        row["id"], row["report"], row["original"], row["outlet"], said, start, row["end"] or start,
        start < row["head"] - 1 <= HEADLINE, frozenset(named), row["inside"],
    )  # fmt: skip


def find_candidates(db: Database, renderings: Sequence[Rendering]) -> Iterator[tuple[Rendering, Rendering]]:
    """Each of some renderings with those of other reports that can be of one utterance with it; sketches of their contents are kept.

    These are: what the same speaker said at about that time; what was said on the same issue for the same side on about that day; and, from
    whomever and whenever, contents of like words. Two of these renderings come once.
    """
    sketches = dict(zip((one.id for one in renderings), sketch_contents([one.said.content for one in renderings]), strict=True))
    alike = _same_words(db, renderings, find_alike(db, sketches, keep_sketches(db, STATEMENTS, sketches)))
    ids = {one.id: {*alike[one.id], *_same_speaker(db, one.said), *_same_side(db, one.said)} for one in renderings}
    own = {one.id: one for one in renderings}
    others = load_renderings(db, sorted({other for found in ids.values() for other in found} - own.keys())) | own
    for one in renderings:
        for other in sorted(ids[one.id]):
            is_second = other < one.id and one.id in ids.get(other, ())
            if other in others and not is_second and others[other].report != one.report:
                yield one, others[other]


def _same_words(db: Database, renderings: Sequence[Rendering], alike: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Each telling with those of like words (`alike`) whose speakers can be one, or whose reports are copies; what all say is said by many.

    Of the many, little is asked that is not in one index; the types of speakers only where they decide.
    """
    others = {row["id"]: row for row in db.rows_for(SPEAKERS, sorted({other for found in alike.values() for other in found}))}
    originals = {row["id"]: row["original"] for row in db.rows_for(COPIES, sorted({one.original for one in renderings}))}
    found: dict[str, list[str]] = {}
    unsure: dict[str, list[Row]] = {}
    for one in renderings:
        rows = [others[other] for other in alike[one.id] if other in others]
        found[one.id] = [row["id"] for row in rows if _is_likely(one, row, originals)]
        unsure[one.id] = [row for row in rows if _depends_on_types(one.said, row)]
    speakers = sorted({row["speaker"] for rows in unsure.values() for row in rows})
    names = {row["id"]: (row["type"], row["name"]) for row in db.rows_for(NAMES, speakers)}
    for one in renderings:
        found[one.id] += [row["id"] for row in unsure[one.id] if _do_types_fit(one.said, row["side"], *names[row["speaker"]])]
    return found


def _is_likely(one: Rendering, other: Row, originals: Mapping[str, str]) -> bool:
    """Whether two speakers can be one whatever they are, or their reports are copies of one."""
    who = one.said.who
    return who is None or other["who"] is None or who == other["who"] or originals.get(other["report"]) == one.original


def _depends_on_types(one: Saying, other: Row) -> bool:
    return other["speaker"] is not None and (one.type in NAMELESS or (one.side is not None and one.side == other["side"]))


def _do_types_fit(one: Saying, side: str | None, kind: str, name: str) -> bool:
    of_one_side = one.side is not None and one.side == side and (one.is_nobody or is_nobody(kind, name, side))
    return of_one_side or (one.type in NAMELESS and kind in NAMELESS)


def is_nobody(kind: str | None, name: str | None, side: str | None) -> bool:
    """Whether a speaker is a side or a body of it, or an office alone, so that somebody who has a name can be meant or speak for it."""
    return kind in BODIES or (kind == "person" and is_office(name or "", side))


def _same_speaker(db: Database, one: Saying) -> Iterator[str]:
    """What the same speaker said in days that are near, by the same rule from whichever side it is asked.

    What a later report recalls without a day of its own is further away: then act and issue must be the same.
    """
    if one.who is None or one.first is None or one.last is None:
        return
    days = {
        "since": _shift(one.first, -WINDOW),
        "until": _shift(one.first, WINDOW),
        "ends": _shift(one.first, -SOON),
        "soon": _shift(one.last, SOON),
    }
    values = days | {"who": one.who, "first": one.first.isoformat(), "recalls": one.basis != "stated", "issue": one.issue, "act": one.act}
    sql = """
        SELECT id FROM statements WHERE who = :who AND said_from BETWEEN :since AND :until AND (
            said_from <= :soon AND said_to >= :ends
            OR issue = :issue AND act = :act AND iif(said_from > :first, said_basis IS NOT 'stated', :recalls))"""
    yield from (row["id"] for row in db.rows(sql, values))


def _same_side(db: Database, one: Saying) -> Iterator[str]:
    """What a body or an office of the same side, or of these whoever is of its side, said on the same issue in days that meet or nearly do.

    They begin no further apart than a month, by the same rule from whichever side it is asked.
    """
    if one.side is None or one.first is None or one.last is None:
        return
    last = min(one.last.toordinal() + NEAR.days, one.first.toordinal() + MONTH.days) - one.first.toordinal()
    values = {"side": one.side, "issue": one.issue, "since": _shift(one.first, -MONTH), "until": _shift(one.first, timedelta(last))}
    sql = """
        SELECT statements.id, type, name FROM statements JOIN actors ON actors.id = speaker
        WHERE statements.side = :side AND issue = :issue AND said_from BETWEEN :since AND :until AND said_to >= :ends"""
    for row in db.rows(sql, values | {"ends": _shift(one.first, -NEAR)}):
        if one.is_nobody or is_nobody(row["type"], row["name"], one.side):
            yield row["id"]


def _shift(day: date, by: timedelta) -> str:
    """A day so much earlier or later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal())).isoformat()
