"""Contacts of the same parties in a row: rounds with their numbers, and how long it was since the last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.across.course import agreed_days, latest_status
from onrecord.model.entries import TOOK_PLACE
from onrecord.store.database import Database
from onrecord.store.occasions import HEAD, members_of
from onrecord.store.tellings import Party, Telling, load_tellings


@dataclass(frozen=True)
class Gap:
    """How many days lie between a contact and the last one before it that took place, by the same parties and of the same kind.

    `at_most` counts from the first day on which the one before can have been; both are exact if all days are. `previous` is its id.
    """

    previous: str
    at_least: int
    at_most: int

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"previous": self.previous, "at_least": self.at_least, "at_most": self.at_most}


@dataclass(frozen=True)
class Round:
    """The number of a round of talks: stated by a report, or inferred because it lies between two that are."""

    number: int
    inferred: bool

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"number": self.number, "basis": "inferred" if self.inferred else "stated"}


@dataclass(frozen=True)
class Place:
    """The place of an occasion in a series: its days, taken together, whether it took place, and its round if it is stated."""

    id: str
    first: date | None
    last: date | None
    status: str
    round: int | None

    @classmethod
    def of(cls, occasion: str, tellings: Sequence[Telling]) -> Place:
        """The place of an occasion that is told of so."""
        days = agreed_days(tellings)
        first = min((d.first for d in days if d.first), default=None) if all(d.first for d in days) else None
        last = max((d.last for d in days if d.last), default=None) if all(d.last for d in days) else None
        return cls(occasion, first, last, latest_status(tellings), next((t.round for t in tellings if t.round is not None), None))


#: Who took part, as a series goes by it: a column of `contact_parties`, and its value.
Key = tuple[str, str]


def keys_of(parties: Sequence[Party]) -> tuple[Key, ...]:
    """What a series goes by: people as themselves, bodies as their sides."""
    keys = [("side", party.side) if party.type != "person" and party.side else ("who", party.who) for party in parties]
    return tuple(sorted(keys, reverse=True))


def load_series(db: Database, kind: str, keys: Sequence[Key]) -> tuple[Place, ...]:
    """All occasions of a kind at which just these parties met."""
    if not keys:
        return ()
    rarest, *others = sorted(keys, key=lambda key: _count_contacts(db, key))
    tables = "contact_parties AS p0 CROSS JOIN contacts ON contacts.id = p0.contact"
    wheres = [f"p0.{rarest[0]} = ?", "kind = ?", "(SELECT count(*) FROM contact_parties WHERE contact = contacts.id) = ?"]
    for n, (column, _) in enumerate(others, 1):
        tables += f" CROSS JOIN contact_parties AS p{n} ON p{n}.contact = contacts.id"
        wheres += [f"+p{n}.{column} = ?", *(f"p{n}.position != p{m}.position" for m in range(n))]
    rows = db.rows(
        f"SELECT DISTINCT {HEAD} AS head FROM {tables} WHERE {' AND '.join(wheres)}",  # noqa: S608 - our own clauses
        (rarest[1], kind, len(keys), *(value for _, value in others)),
    )
    members = {head: ids for head, ids in members_of(db, [row["head"] for row in rows]).items() if ids}
    told = load_tellings(db, [key for ids in members.values() for key in ids])
    return tuple(Place.of(head, [told[key] for key in ids]) for head, ids in members.items())


def _count_contacts(db: Database, key: Key) -> int:
    """How often somebody took part, up to a bound: what is rare is looked for first."""
    column, value = key
    rows = db.rows(f"SELECT count(*) FROM (SELECT 1 FROM contact_parties WHERE {column} = ? LIMIT 1000)", (value,))  # noqa: S608 - ours
    return int(rows[0][0])


def gap_before(place: Place, series: Sequence[Place]) -> Gap | None:
    """How long it was since the last one that took place; None if none is certain to have been before."""
    if place.first is None or place.last is None:
        return None
    held = [other for other in series if other.id != place.id and other.status in TOOK_PLACE and other.first and other.last]
    before = [other for other in held if other.last and other.last < place.first]
    if not before:
        return None
    previous = max(before, key=lambda other: (other.last, other.first, other.id))
    maybe = [other.last for other in held if other.first and other.last and other.first <= place.last]
    latest_first = max(other.first for other in before if other.first)
    return Gap(previous.id, max(0, (place.first - max(maybe)).days), (place.last - latest_first).days)


def round_of(place: Place, series: Sequence[Place]) -> Round | None:
    """The number of a round: as stated, or the only one that is left between two numbers; never the next after the last one."""
    if place.round is not None:
        return Round(place.round, inferred=False)
    if place.status not in TOOK_PLACE:
        return None
    took_place = [other for other in series if other.status in TOOK_PLACE and other.id != place.id]
    before = max((other.round for other in took_place if other.round is not None and _is_before(other, place)), default=None)
    after = min((other.round for other in took_place if other.round is not None and _is_before(place, other)), default=None)
    if before is None or after is None or after != before + 2:
        return None
    bounds = [other for other in took_place if other.round in (before, after)]
    return None if any(_between(took_place, bounds, before, after)) else Round(before + 1, inferred=True)


def _between(series: Sequence[Place], bounds: Sequence[Place], before: int, after: int) -> Iterator[Place]:
    """Others without a number that could lie between the two numbered ones."""
    for other in series:
        early = any(_is_before(other, bound) for bound in bounds if bound.round == before)
        late = any(_is_before(bound, other) for bound in bounds if bound.round == after)
        if other.round is None and not early and not late:
            yield other


def _is_before(one: Place, other: Place) -> bool:
    """Whether the order of two is certain."""
    return one.last is not None and other.first is not None and one.last < other.first
