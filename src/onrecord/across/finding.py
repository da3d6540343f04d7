"""How contacts of the record are found that could be one with another: by numbers of who took part and about when."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.across.days import FEW, MOVED, PUT_OFF, SOME, span_of
from onrecord.across.parties import labels_of, lone_labels_of, signature_of
from onrecord.model.entries import TOOK_PLACE
from onrecord.store.database import Database
from onrecord.store.tellings import Telling, find_by_sketch
from onrecord.store.words import fold_words

#: Kinds that can be one, each with what stands for all of them.
FAMILIES = {"meeting": "met", "talks": "met", "visit": "met", "mediation": "met"}
#: Days that share a number under which contacts are looked up.
PERIOD, LONG_PERIOD = 30, 180


def alike_key(telling: Telling) -> int:
    """The number of all tellings that are alike in what is compared; it is odd, and all other numbers are even.

    When a report was published does not matter where it tells of a day on which something was.
    """
    dated = telling.first and telling.last and telling.status in TOOK_PLACE
    place = sorted(fold_words(telling.place)) if telling.place else None
    rest = (telling.kind, telling.status, place, telling.round, telling.first, telling.last, None if dated else telling.published)
    return _number(f"alike {signature_of(telling)} {rest}") | 1


def find_alike(db: Database, contacts: Sequence[str]) -> list[str]:
    """Contacts that were alike in what was compared to some that have changed."""
    keys = {row["key"] for row in db.rows_for("SELECT key FROM sketches WHERE entry IN (...) AND key & 1", contacts)}
    return sorted({entry for entries in find_by_sketch(db, keys).values() for entry in entries} - set(contacts))


def keys_of(telling: Telling) -> set[int]:
    """The numbers of a contact: of each pair of its parties, and of each of them, in each period in which it can have been."""
    lone, alone = lone_labels_of(telling)
    labels = [*labels_of(telling), *(f"any {label}" for label in lone), *(f"alone {label}" for label in lone if alone)]
    return _numbers(telling, labels, 0, 0) | _pins_of(telling) | {alike_key(telling)}


def lookups_of(telling: Telling) -> set[int]:
    """The numbers of those that could be one with a contact; of a pair of parties, or of one where a contact names no other."""
    lone, alone = lone_labels_of(telling)
    other = "any" if alone else "alone"
    return _numbers(telling, [*labels_of(telling), *(f"{other} {label}" for label in lone)], MOVED, PUT_OFF) | _pins_of(telling, 1)


def _pins_of(telling: Telling, around: int = 0) -> set[int]:
    """The numbers of the few days on which a contact is told to have been, with its place; and of those so many around, with its round."""
    if telling.first is None or telling.last is None or (telling.last - telling.first).days > SOME:
        return set()
    first, last = telling.first.toordinal(), telling.last.toordinal()
    places = sorted(fold_words(telling.place or "")) if last - first <= FEW else []
    pins = [f"{day} in {word}" for word in places for day in range(first, last + 1)]
    if telling.round is not None:
        pins += [f"{day} of round {telling.round}" for day in range(first - around, last + around + 1)]
    return {_number(f"contact {telling.kind} on {pin}") for pin in pins}


def _numbers(telling: Telling, labels: Sequence[str], slack: int, put_off: int) -> set[int]:
    """The numbers of labels in the periods that a contact can have been in, and so many days around; those of its round in longer ones."""
    span = span_of(telling)
    if span is None:
        return set()
    family = FAMILIES.get(telling.kind, telling.kind)
    rows = [("", PERIOD, slack)] if telling.round is None else [("", PERIOD, slack), (f"round {telling.round} ", LONG_PERIOD, put_off)]
    out = set()
    for of_round, period, around in rows:
        first, last = (span[0].toordinal() - around) // period, (span[1].toordinal() + around) // period
        out |= {_number(f"contact {family} {of_round}{n} {label}") for label in labels for n in range(first, last + 1)}
    return out


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), signed=True) & ~1
