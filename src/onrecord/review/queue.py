"""The queue: what to look at next, what is doubtful first or what much stands on, and why it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.errors import QueryError
from onrecord.store.database import Database, Row
from onrecord.store.identities import SUPERSEDED
from onrecord.store.listing import CONTACTS, STATEMENTS, Choice
from onrecord.store.passages import ContactPassage, StatementPassage, load_contact_passages, load_statement_passages

Passage = StatementPassage | ContactPassage
LISTINGS = {"statements": STATEMENTS, "contacts": CONTACTS}
ORDERS = ("doubt", "effect")
#: Whose turn it is: what nobody has decided on, what others have and this reviewer has not, all that this reviewer has not, what they have.
TURNS = ("first", "second", "any", "mine")
#: Confidence below this is told as a reason to look.
LOW = 0.6
#: So few entries are sorted when asked for; more are looked through in the order that an index has.
FEW = 5_000

#: SQL for the entries that somebody, others or this reviewer have decided on, and whether one is among them.
_DECIDED, _BY_OTHERS, _BY_ME = (
    f"SELECT entry FROM decided WHERE entry IS NOT NULL{more}"  # noqa: S608 - our own words
    for more in ("", ' AND "by" <> :reviewer', ' AND "by" = :reviewer')
)
_ALL, _OTHERS, _MINE = (f"{{0}}.id IN ({those})" for those in (_DECIDED, _BY_OTHERS, _BY_ME))
_CLAUSES = {"first": f"NOT {_ALL}", "second": f"NOT {_MINE} AND {_OTHERS}", "any": f"NOT {_MINE}", "mine": _MINE}
#: What stands on an entry: name → SQL that counts it.
_STANDS = {
    "statements": {
        "tellings": "(SELECT count(*) FROM statements AS o WHERE o.utterance = statements.utterance AND o.id <> statements.id)",
        "inside": "(SELECT count(*) FROM statements AS o WHERE o.inside = statements.id)",
        "contacts": "(SELECT count(*) FROM contacts WHERE per = statements.id)",
        "positions": "(stance <> 'none' AND side IS NOT NULL)",
    },
    "contacts": {
        "tellings": "(SELECT count(*) FROM contacts AS o WHERE o.occasion = contacts.occasion AND o.id <> contacts.id)",
        "parties": "(SELECT count(*) FROM contact_parties WHERE contact = contacts.id)",
    },
}
#: SQL that puts first what much stands on: kept for statements (store/effects.sql), counted for contacts, which are fewer.
_EFFECT = {"statements": "-(tellings + bearing)", "contacts": f"-({' + '.join(_STANDS['contacts'].values())})"}
_DOUBT = {
    "statements": "iif(statements.state = 'disputed', -1.0, statements.confidence)",
    "contacts": "iif(contacts.state = 'disputed', -1.0, contacts.confidence)",
}
#: Which index has the entries in the order of a rank.
_INDEXES = {_EFFECT["statements"]: "statements_by_effect"} | {sql: f"{table}_by_doubt" for table, sql in _DOUBT.items()}


@dataclass(frozen=True)
class Ask:
    """What a reviewer asks the queue for.

    Attributes:
        of: statements or contacts.
        choice: filters, as those of lists.
        order: doubt (the least confidence first, and before it what reviewers dispute) or effect (what most stands on first).
        turn: one of `TURNS`.
        by: the reviewer.
        blind: whether decisions of others are hidden.
    """

    of: str = "statements"
    choice: Choice | None = None
    order: str = "doubt"
    turn: str = "first"
    by: str = ""
    blind: bool = False

    def __post_init__(self) -> None:
        for value, known in ((self.of, tuple(LISTINGS)), (self.order, ORDERS), (self.turn, TURNS)):
            if value not in known:
                raise QueryError(repr(value), f"cannot be asked for; there are {', '.join(known)}")


@dataclass(frozen=True)
class Asked:
    """An entry of the queue: its id and how it is now, why it is asked, what stands on it (name → number), its mark in the queue."""

    entry: str
    found: Passage
    reasons: tuple[str, ...]
    stands: Mapping[str, int]
    mark: str

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"entry": self.entry, "reasons": list(self.reasons), "stands": dict(self.stands), "found": self.found.to_json()}


@dataclass(frozen=True)
class Queue:
    """Some entries of the queue in its order, how many are left in all, how many of the filtered this reviewer has decided on."""

    items: tuple[Asked, ...]
    left: int
    done: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"items": [item.to_json() for item in self.items], "left": self.left, "done": self.done}


def find_queue(db: Database, ask: Ask, limit: int = 20, after: str | None = None) -> Queue:
    """The entries that a reviewer is to look at.

    Args:
        db: the record.
        ask: which, and in what order.
        limit: how many at most.
        after: the mark of the entry that the first one follows.

    Raises:
        QueryError: a filter or the mark cannot be understood.
    """
    listing = LISTINGS[ask.of]
    where, values = listing.where(_choice(ask))
    stands = _STANDS[ask.of]
    columns = ", ".join(f"{sql} AS {name}" for name, sql in stands.items())
    doubt = f"{ask.of}.confidence" if ask.blind else _DOUBT[ask.of]
    rank = doubt if ask.order == "doubt" else _EFFECT[ask.of]
    turn = _CLAUSES[ask.turn].format(ask.of)
    values |= {"reviewer": ask.by, "limit": limit}
    done = _count_decided(db, ask, _BY_ME, where, values)
    left = _count_left(db, ask, where, values)
    place = ""
    if after:
        at, _, number = after.rpartition(":")
        try:
            values |= {"at": float(at), "number": int(number)}
        except ValueError as error:
            raise QueryError(repr(after), "is not the mark of an entry") from error
        place = f"AND ({rank} > :at OR {rank} = :at AND {ask.of}.number > :number)"
    order, table = f"+({rank})", ask.of
    if left > FEW and (index := _INDEXES.get(rank)):
        order, table = rank, f"{ask.of} INDEXED BY {index}"
    more = "speaker, said_basis" if ask.of == "statements" else "when_basis"
    rows = db.rows(
        f"""SELECT {ask.of}.id, {ask.of}.number AS number, {ask.of}.state AS state, confidence, {more}, {columns}, {rank} AS rank
            FROM {table} WHERE {where} AND {turn} {place} ORDER BY {order}, {ask.of}.number LIMIT :limit""",  # noqa: S608 - our own names
        values,
    )
    ids = [row["id"] for row in rows]
    found: Sequence[Passage] = load_statement_passages(db, ids) if ask.of == "statements" else load_contact_passages(db, ids)
    items = tuple(
        Asked(
            row["id"],
            passage,
            tuple(_explain(row, ask)),
            {name: row[name] for name in stands if row[name]},
            f"{row['rank']!r}:{row['number']}",
        )
        for row, passage in zip(rows, found, strict=True)
    )
    return Queue(items, left, done)


def list_queue(db: Database, ask: Ask) -> list[str]:
    """The ids of everything in the queue, for a decision on all of it."""
    where, values = LISTINGS[ask.of].where(_choice(ask))
    turn = _CLAUSES[ask.turn].format(ask.of)
    rows = db.rows(
        f"SELECT id FROM {ask.of} WHERE {where} AND {turn} ORDER BY report, number",  # noqa: S608 - our own names
        {**values, "reviewer": ask.by},
    )
    return [row["id"] for row in rows]


def list_disputes(db: Database, by: str | None = None) -> tuple[str, ...]:
    """The ids of entries on which reviewers differ, or of those that one reviewer has decided on."""
    own = 'AND EXISTS (SELECT 1 FROM decided WHERE entry = id AND "by" = :by)' if by else ""
    rows = db.rows(
        f"""SELECT id FROM statements WHERE state <> 'machine' AND state = 'disputed' {own}
            UNION ALL SELECT id FROM contacts WHERE state <> 'machine' AND state = 'disputed' {own}""",  # noqa: S608 - our own words
        {"by": by},
    )
    return tuple(row["id"] for row in rows)


def list_settled(db: Database) -> tuple[str, ...]:
    """The ids of entries of which somebody has settled what reviewers disputed, the last first."""
    rows = db.rows(
        """SELECT entry FROM decisions JOIN decided ON decision = number WHERE settles AND entry IS NOT NULL
           GROUP BY entry ORDER BY max(number) DESC"""
    )
    return tuple(row["entry"] for row in rows)


def _choice(ask: Ask) -> Choice:
    """The filters; who does not see what others decided cannot choose by it."""
    return {name: value for name, value in (ask.choice or {}).items() if not (ask.blind and name == "state")}


def _count_left(db: Database, ask: Ask, where: str, values: Mapping[str, Any]) -> int:
    """How many entries are in the queue; what is decided on is counted, and not the many that are not."""
    if ask.turn in ("second", "mine"):
        those, left = (_BY_ME, where) if ask.turn == "mine" else (_BY_OTHERS, f"{where} AND NOT {_MINE.format(ask.of)}")
        return _count_decided(db, ask, those, left, values)
    chosen, _ = replace(LISTINGS[ask.of], live="true").where(_choice(ask))
    old = f"({SUPERSEDED}) AS old CROSS JOIN {ask.of} ON {ask.of}.report = old.id"
    every, gone = (db.rows(f"SELECT count(*) FROM {those} WHERE {chosen}", values)[0][0] for those in (ask.of, old))  # noqa: S608
    return int(every - gone) - _count_decided(db, ask, _DECIDED if ask.turn == "first" else _BY_ME, where, values)


def _count_decided(db: Database, ask: Ask, those: str, where: str, values: Mapping[str, Any]) -> int:
    """How many of those that were decided on are chosen: they are few, and looked for one by one."""
    sql = f"SELECT count(*) FROM (SELECT DISTINCT entry FROM ({those})) CROSS JOIN {ask.of} ON {ask.of}.id = entry WHERE {where}"  # noqa: S608
    return int(db.rows(sql, values)[0][0])


def _explain(row: Row, ask: Ask) -> list[str]:
    reasons = []
    if row["state"] == "disputed" and not ask.blind:
        reasons.append("reviewers differ")
    if row["confidence"] < LOW:
        reasons.append(f"low confidence, {row['confidence']:.2f}")
    if ask.of == "statements" and row["speaker"] is None:
        reasons.append("the speaker is not identified")
    if row["said_basis" if ask.of == "statements" else "when_basis"] is None:
        reasons.append("no day is known")
    words = {"tellings": "other telling", "inside": "statement inside it", "contacts": "contact told in it", "parties": "party"}
    for name, noun in words.items():
        number = row[name] if name in _STANDS[ask.of] else 0
        if number and (ask.order == "effect" or name != "parties"):
            plural = {"party": "parties", "statement inside it": "statements inside it", "contact told in it": "contacts told in it"}
            reasons.append(f"{number} {noun if number == 1 else plural.get(noun, noun + 's')}")
    return reasons or [f"confidence {row['confidence']:.2f}"]
