"""What each side says of one contact or event, side by side, and what only one of them mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any

from onrecord.across.numbers import Number, find_numbers
from onrecord.across.words import stems_of
from onrecord.errors import QueryError
from onrecord.model import Actor, Contact, Entries, Statement
from onrecord.model.span import Spans
from onrecord.store.accounts import find_said, list_tellings
from onrecord.store.database import Database
from onrecord.store.entries import load_entries
from onrecord.store.findings import FoundContact, FoundStatement
from onrecord.views.contradictions import FoundContradiction, contradictions_among

#: The id of a report → all that the record holds of it.
Load = Callable[[str], Entries]
#: Statements that stand so many paragraphs from the words that tell of a contact are of its account.
NEAR = 1


@dataclass(frozen=True)
class Account:
    """What one side tells: in the reports of its own outlets, or where others quote it. `side` is None for those on no side.

    `issues`, `numbers` and `names` are those that none of the other accounts mentions.
    """

    side: str | None
    tellings: tuple[FoundContact, ...]
    statements: tuple[FoundStatement, ...]
    issues: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "side": self.side,
            "tellings": [telling.to_json() for telling in self.tellings],
            "statements": [statement.to_json() for statement in self.statements],
            "only_here": {"issues": list(self.issues), "numbers": list(self.numbers), "names": list(self.names)},
        }


@dataclass(frozen=True)
class Accounts:
    """All accounts of one contact or event, those of sides first, and what in them may contradict each other."""

    accounts: tuple[Account, ...]
    contradictions: tuple[FoundContradiction, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"accounts": [one.to_json() for one in self.accounts], "contradictions": [one.to_json() for one in self.contradictions]}


def compare_accounts(
    db: Database,
    contact: str | None = None,
    words: str | None = None,
    since: date | None = None,
    until: date | None = None,
    sides: Sequence[str] = (),
) -> Accounts:
    """The accounts of a contact, or of what some words or a period and sides tell of.

    Args:
        db: the record.
        contact: the id of any telling of a contact.
        words: words that all statements meant have.
        since: the first day on which they may have been said.
        until: the last day.
        sides: words of the sides whose accounts are wanted; all, if none is named.

    Raises:
        QueryError: nothing is asked for, or there is no such contact.
    """
    if contact is None and words is None and since is None and until is None:
        raise QueryError("accounts", "needs the id of a contact, words, or days")
    load = cache(partial(load_entries, db))
    tellings: dict[str | None, list[FoundContact]] = defaultdict(list)
    statements: dict[str | None, list[FoundStatement]] = defaultdict(list)
    if contact is not None:
        told = [(load(report), key) for report, key in list_tellings(db, contact)]
        found = [_contact(entries, key) for entries, key in told]
        parties = sorted({side for one in found for side in _sides(one)})
        for one, (entries, _) in zip(found, told, strict=True):
            side = side_of_outlet(entries, parties)
            tellings[side or (one.told_by and (one.told_by.side or one.told_by.party)) or None].append(one)
            for s in statements_about(entries, one.contact, own_outlet=side is not None):
                _add(statements, entries, s, side)
    else:
        for report, key in find_said(db, words, since, until):
            entries = load(report)
            _add(statements, entries, next(s for s in entries.statements if s.id == key), None)
    wanted = [side for side in {*tellings, *statements} if not sides or (side and any(stems_of(s) <= stems_of(side) for s in sides))]
    accounts = [
        Account(side, tuple(tellings[side]), tuple(statements[side]))
        for side in sorted(wanted, key=lambda side: (side is None, side or ""))
    ]
    ids = {s.statement.id for one in accounts for s in one.statements} | {c.contact.id for one in accounts for c in one.tellings}
    return Accounts(tuple(tell_apart(accounts, load)), tuple(contradictions_among(db, ids)))


def statements_about(entries: Entries, contact: Contact, own_outlet: bool = False) -> Iterator[Statement]:
    """The statements of a report that tell of a contact; what was said before it is left out.

    Those that the contact is told by, those near its words, and those that name its place or two of its parties; all of a report whose
    title tells of it, or its first paragraph, if a party's own outlet has it (`own_outlet`).
    """
    text = entries.report.text
    about_it = text.count("\n\n", 0, contact.evidence[0].start) <= (1 if own_outlet else 0)
    paragraphs = {text.count("\n\n", 0, span.start) for span in contact.evidence}
    names = [stems_of(actor.name) for actor in entries.actors if actor.id in contact.parties]
    for s in entries.statements:
        said = s.said.last if s.said and s.said.basis == "stated" else None
        if said and contact.when and contact.when.first and said < contact.when.first:
            continue
        place = text.count("\n\n", 0, s.content[0].start) if s.content else -1
        stems = stems_of(" ".join(span.text for span in s.content))
        near = any(abs(place - paragraph) <= NEAR for paragraph in paragraphs)
        named = bool(contact.place and stems_of(contact.place) & stems) or sum(bool(name & stems) for name in names) > 1
        if about_it or s.id == contact.per or near or named:
            yield s


def side_of_outlet(entries: Entries, sides: Iterable[str]) -> str | None:
    """The side that a report's outlet speaks for: the one that its name names; None for all other outlets."""
    outlet = stems_of(entries.report.outlet or "")
    found = [side for side in sides if stems_of(side) and stems_of(side) <= outlet]
    return found[0] if len(found) == 1 else None


def tell_apart(accounts: Sequence[Account], load: Load) -> Iterator[Account]:
    """The accounts, each with what none of the others mentions."""
    said = [[s.statement.issue for s in one.statements if s.statement.issue != "other"] for one in accounts]
    issues = [{issue: issue for issue in own} for own in said]
    numbers = [{(n.value, n.unit): n.words for n in _numbers(one)} for one in accounts]
    names = [_names(one, load) for one in accounts]
    for i, one in enumerate(accounts):
        yield Account(one.side, one.tellings, one.statements, *(_only(slot, i) for slot in (issues, numbers, names)))


def _only(slot: Sequence[Mapping[Any, str]], i: int) -> tuple[str, ...]:
    """The words of what only one of several accounts has, if there are several."""
    others = {key for j, other in enumerate(slot) if j != i for key in other}
    return tuple(sorted(words for key, words in slot[i].items() if key not in others)) if len(slot) > 1 else ()


def _numbers(account: Account) -> Iterator[Number]:
    for spans in _words(account):
        yield from find_numbers(" ".join(span.text for span in spans[1]))


def _names(account: Account, load: Load) -> dict[str, str]:
    """The named actors that are mentioned in an account, by id."""
    out = {}
    for report, spans in _words(account):
        for actor in load(report).actors:
            if actor.type not in ("unnamed", "outlet") and any(span.covers(mention) for span in spans for mention in actor.mentions):
                out[actor.id] = actor.name
    return out


def _words(account: Account) -> Iterator[tuple[str, Spans]]:
    """The words that an account consists of, with the id of their report."""
    yield from ((s.report.id, s.statement.content) for s in account.statements)
    yield from ((c.report.id, c.contact.evidence) for c in account.tellings)


def _sides(found: FoundContact) -> Iterator[str]:
    parties: tuple[Actor, ...] = tuple(actor for actor in found.actors if actor.id in found.contact.parties)
    yield from (actor.side or actor.party or actor.name for actor in parties)


def _contact(entries: Entries, key: str) -> FoundContact:
    return FoundContact.of(entries, next(c for c in entries.contacts if c.id == key))


def _add(statements: dict[str | None, list[FoundStatement]], entries: Entries, s: Statement, side: str | None) -> None:
    """Put a statement into the account of the side whose outlet tells it, or else of its speaker's, once."""
    found = FoundStatement.of(entries, s)
    own = side or (found.speaker and (found.speaker.side or found.speaker.party)) or None
    if all(other.statement.id != s.id for other in statements[own]):
        statements[own].append(found)
