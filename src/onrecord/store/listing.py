"""Lists of statements and contacts: chosen by facets, in the order of their days, a page at a time, however many there are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.errors import QueryError
from onrecord.store.database import Database, Row
from onrecord.store.identities import LIVE, SUPERSEDED
from onrecord.store.words import match_words

#: Words that more entries have are common: lists look for them in each entry, instead of putting all that have them in order.
COMMON = 20_000
#: Of an outlet of more reports, the first entries by day are found by going through the days, instead of through its reports.
BUSY = 2_500

Choice = Mapping[str, str]


@dataclass(frozen=True)
class Listing:
    """One kind of entries that can be listed.

    `day` is SQL for the day that an entry is sorted by, empty if it has none; `live` for which are there; `clauses` for each
    thing that can be asked for; `facets` for each thing that is counted, with `joins` for the tables that it needs; `parties`
    for those facets of which an entry has several, given the ids of entries as JSON; `words` is the index of its words. `longest`
    asks for the first day of entries that reach from more than a month before a day `since` to it, `open` for the last day of
    those that have no first. `tallied` are the clauses of which each has a summary by days; `gone` are entries that it has besides.
    """

    table: str
    day: str
    live: str
    clauses: Mapping[str, str]
    facets: Mapping[str, str]
    joins: str = ""
    parties: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    longest: str = ""
    open: str = ""
    tallied: tuple[str, ...] = ()
    gone: str = ""

    def where(self, choice: Choice) -> tuple[str, dict[str, Any]]:
        """SQL that finds what is chosen, and its values.

        Raises:
            QueryError: a day is not one, or words are asked for and none is given.
        """
        values = {name: _check(name, value) for name, value in choice.items() if name in self.clauses}
        return " AND ".join([*(f"({self.clauses[name]})" for name in values), self.live]), values


_REPORT = "JOIN reports INDEXED BY reports_in_brief ON reports.id = {0}.report"
#: Who took part in contacts, of some ids as JSON, as a party or as a mediator.
_ACTORS = """
    SELECT who AS value, count(*) AS n FROM
    (SELECT contact, who FROM json_each(:ids) CROSS JOIN contact_parties ON contact = json_each.value UNION
     SELECT contacts.id, identity FROM json_each(:ids) CROSS JOIN contacts ON contacts.id = json_each.value
     JOIN actors ON actors.id = mediator)
    WHERE who IN (SELECT actor FROM identities) GROUP BY 1"""
_PARTIES = """
    SELECT party AS value, count(*) AS n FROM
    (SELECT DISTINCT contact, party FROM json_each(:ids) CROSS JOIN contact_parties ON contact = json_each.value
     JOIN identities ON identities.actor = who WHERE party IS NOT NULL) GROUP BY 1"""
_TAKES_PART = (
    "contacts.id IN (SELECT contact FROM contact_parties WHERE who = :{0}) OR mediator IN (SELECT id FROM actors WHERE identity = :{0})"
)
_ABOUT = """
    statements.number IN (SELECT about.number FROM actors AS meant CROSS JOIN statements AS about ON about.report = meant.report
    CROSS JOIN evidence AS content ON content.report = meant.report AND content.entry = about.id AND content.role = 'content'
    CROSS JOIN evidence AS mention ON mention.report = meant.report AND mention.entry = meant.id AND mention.role = 'mention'
    AND mention.start >= content.start AND mention."end" <= content."end" WHERE meant.identity = :about)"""
_OF_OUTLET = "{0}.report IN (SELECT id FROM reports WHERE outlet = :outlet)"

STATEMENTS = Listing(
    table="statements",
    day="coalesce(said_from, said_to, '')",
    live=LIVE.format("statements"),
    clauses={
        "q": "statements.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH :q)",
        "speaker": "who = :speaker",
        "party": "who IN (SELECT actor FROM identities WHERE party = :party)",
        "about": _ABOUT,
        "via": "statements.id IN (SELECT statement FROM statement_via WHERE actor IN (SELECT id FROM actors WHERE identity = :via))",
        "act": "act = :act",
        "issue": "issue = :issue",
        "stance": "stance = :stance",
        "kind": "statements.kind = :kind",
        "state": "statements.state = :state",
        "outlet": _OF_OUTLET.format("statements"),
        "report": "statements.report = :report",
        "since": "coalesce(said_from, said_to, '') > '' AND coalesce(said_to, '9999') >= :since",
        "until": "coalesce(said_from, said_to, '') > '' AND coalesce(said_from, '') <= :until",
    },
    facets={
        "speaker": "who",
        "party": "identities.party",
        "act": "act",
        "issue": "issue",
        "stance": "stance",
        "kind": "statements.kind",
        "state": "statements.state",
        "outlet": "reports.outlet",
    },
    joins=_REPORT.format("statements") + " LEFT JOIN identities ON identities.actor = who",
    words="statement_words",
    longest="""
        SELECT min(coalesce(said_from, said_to, '')) FROM statements WHERE coalesce(said_to, '9999') >= :since
        AND said_from IS NOT NULL AND coalesce(said_to, '9999') > date(said_from, '+31 days')""",
    open="SELECT max(said_to) FROM statements WHERE said_from IS NULL",
    tallied=("kind", "act", "issue", "stance", "outlet"),
    gone=f"report IN ({SUPERSEDED})",
)
CONTACTS = Listing(
    table="contacts",
    day="coalesce(when_from, when_to, '')",
    live=LIVE.format("contacts"),
    clauses={
        "actor": _TAKES_PART.format("actor"),
        "with": _TAKES_PART.format("with"),
        "held": "status IN ('held', 'ongoing')",
        "party": "contacts.id IN (SELECT contact FROM contact_parties WHERE who IN (SELECT actor FROM identities WHERE party = :party))",
        "kind": "contacts.kind = :kind",
        "status": "status = :status",
        "state": "contacts.state = :state",
        "place": "place = :place",
        "outlet": _OF_OUTLET.format("contacts"),
        "report": "contacts.report = :report",
        "since": "coalesce(when_from, when_to, '') > '' AND coalesce(when_to, '9999') >= :since",
        "until": "coalesce(when_from, when_to, '') > '' AND coalesce(when_from, '') <= :until",
    },
    facets={"kind": "contacts.kind", "status": "status", "state": "contacts.state", "place": "place", "outlet": "reports.outlet"},
    joins=_REPORT.format("contacts"),
    parties={"actor": _ACTORS, "party": _PARTIES},
    tallied=("kind", "status", "outlet"),
    gone=f"report IN ({SUPERSEDED})",
)
REPORTS = Listing(
    table="reports",
    day="coalesce(day, '')",
    live="+superseded_by IS NULL",  # the sign keeps SQLite from an index that would have to be sorted
    clauses={
        "q": "reports.number IN (SELECT rowid FROM report_words WHERE report_words MATCH :q)",
        "outlet": "outlet = :outlet",
        "since": "coalesce(day, '') >= :since",
        "until": "coalesce(day, '') > '' AND coalesce(day, '') <= :until",
    },
    facets={"outlet": "outlet"},
    words="report_words",
    tallied=("outlet",),
    gone=f"id IN ({SUPERSEDED})",
)


def narrow(db: Database, listing: Listing, choice: Choice, all_of_it: bool = False) -> tuple[str, dict[str, Any]]:
    """SQL that finds what is chosen by the way that looks at least of the record, and its values.

    Args:
        db: the record.
        listing: which entries.
        choice: what they have to be.
        all_of_it: whether all that are chosen are looked for, or only the first ones by day.

    Raises:
        QueryError: a choice cannot be understood.
    """
    where, values = listing.where(choice)
    if "q" in values and listing.words and are_common(db, listing, values["q"]):
        where = where.replace(f"({listing.clauses['q']})", f"(+{listing.clauses['q']})")  # the sign: not by the index of numbers
    later = _looked_at_later(values)
    if "outlet" in values and listing is not REPORTS and not all_of_it and _is_busy(db, values):
        later |= {"outlet"}
    for name in later:
        where = where.replace(f"({listing.clauses[name]})", f"(+{listing.clauses[name]})")
    lowest, highest = bound_days(db, listing, values.get("since"), values.get("until"))
    if lowest:  # SQLite takes the first bound for its way through an index
        where, values["lowest"] = f"{listing.day} >= :lowest AND {where}", lowest
    if highest:
        where, values["highest"] = f"{listing.day} <= :highest AND {where}", highest
    return where, values


def are_common(db: Database, listing: Listing, match: str) -> bool:
    """Whether so many entries have the words of an FTS5 expression that they are looked for in each entry."""
    some = f"SELECT 1 FROM {listing.words} WHERE {listing.words} MATCH ? LIMIT 1 OFFSET ?"  # noqa: S608 - our own names
    return bool(db.rows(some, (match, COMMON)))


def bound_days(db: Database, listing: Listing, since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last known day that an entry can have if it overlaps two days; None where nothing bounds it."""
    lowest = highest = None
    if since and listing.longest:
        day = date.fromisoformat(since).toordinal()
        month = date.fromordinal(max(1, day - 31)).isoformat()
        lowest = min(month, db.rows(listing.longest, {"since": since})[0][0] or month)
    if until and listing.open:
        highest = max(until, db.rows(listing.open)[0][0] or "")
    return lowest, highest


@dataclass(frozen=True)
class Slice:
    """Ids of some entries of a list, in its order, and the mark after which the next page begins; None if there is none."""

    ids: tuple[str, ...]
    next: str | None


def list_entries(db: Database, listing: Listing, choice: Choice, limit: int, after: str | None = None, oldest: bool = False) -> Slice:
    """A page of the entries that are chosen, the latest day first, or the oldest; those without a day sort before all days.

    Raises:
        QueryError: a choice, or the mark, cannot be understood.
    """
    where, values = narrow(db, listing, choice)
    number, way, than = f"{listing.table}.number", "ASC" if oldest else "DESC", ">" if oldest else "<"
    if after is not None:
        day, _, at = after.rpartition(".")
        if not at.isdigit():
            raise QueryError(repr(after), "is not the mark of a page")
        where = f"{listing.day} {than}= :after_day AND ({listing.day} {than} :after_day OR {number} {than} :after_number) AND {where}"
        values |= {"after_day": day, "after_number": int(at)}
    rows = db.rows(
        f"""SELECT id, number, sorted FROM
            (SELECT {number} AS chosen, {listing.day} AS sorted FROM {listing.table} WHERE {where}
             ORDER BY {listing.day} {way}, {number} {way} LIMIT :limit)
            CROSS JOIN {listing.table} ON {number} = chosen""",  # noqa: S608 - our own names
        {**values, "limit": limit + 1},
    )
    return _slice(rows, limit, oldest)


def list_latest(db: Database, listing: Listing, numbers: Sequence[int], limit: int) -> Slice:
    """The first page of entries, the latest day first, of which the latest are known by their numbers: more than `limit`, or all."""
    rows = db.rows(
        f"""SELECT {listing.table}.id, number, {listing.day} AS sorted FROM json_each(:numbers) CROSS JOIN {listing.table}
            ON number = value""",  # noqa: S608 - our own names
        {"numbers": json.dumps(numbers[: limit + 1])},
    )
    return _slice(rows, limit, oldest=False)


def _slice(rows: Sequence[Row], limit: int, oldest: bool) -> Slice:
    ordered = sorted(rows, key=lambda row: (row["sorted"], row["number"]), reverse=not oldest)
    more = f"{ordered[limit - 1]['sorted']}.{ordered[limit - 1]['number']}" if len(rows) > limit else None
    return Slice(tuple(row["id"] for row in ordered[:limit]), more)


def _looked_at_later(values: Mapping[str, Any]) -> set[str]:
    """Filters by whose index statements are not looked for: that of who speaks alone has who speaks, and few stances are many entries."""
    if "speaker" in values or "party" in values:
        return {"act", "issue", "stance"} & set(values)
    return {"stance"} & set(values) if "act" in values or "issue" in values else set()


def _is_busy(db: Database, values: Mapping[str, Any]) -> bool:
    """Whether an outlet has many reports."""
    return bool(db.rows("SELECT 1 FROM reports WHERE outlet = :outlet LIMIT 1 OFFSET :busy", {**values, "busy": BUSY}))


def _check(name: str, value: str) -> str:
    if name == "q":
        return match_words(value)
    if name in ("since", "until"):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise QueryError(repr(value), "is not a day; write it as 2031-03-14") from error
    return value
