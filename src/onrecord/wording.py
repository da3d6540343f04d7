"""Entries in words. Nothing is asserted that a report says: someone said it, or is reported to have said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

from onrecord.model import Actor, Contact, Statement, When
from onrecord.model.span import Spans
from onrecord.reading.language.agreement import is_many
from onrecord.store.findings import FoundActor

#: The marks around words of a statement's content.
OPEN, CLOSE = "⟦", "⟧"
NOBODY = "Somebody whom the report does not name"
#: How a position moves, as a sign beside the word for it.
ARROWS = {"first": "·", "repeated": "=", "hardened": "▲", "softened": "▼", "conditional": "◇", "reversed": "⇄", "disagreement": "≠"}
#: What a position is made of, by the name of the list of its steps.
LISTS = {
    "demands": "demands", "offers": "offers", "refusals": "refuses", "preconditions": "on a condition", "red_lines": "red lines",
    "disagreements": "not of one mind", "dropped": "not spoken of since",
}  # fmt: skip

Part = TypeVar("Part")


class Cited(Protocol):
    """A report, with or without its text."""

    @property
    def name(self) -> str:
        """The file's stem or the URL."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def day(self) -> date | None:
        """The day of publication."""


class Said(Protocol):
    """A statement and the actors that it names."""

    @property
    def statement(self) -> Statement:
        """The statement."""

    @property
    def actors(self) -> Sequence[Actor]:
        """The actors that it names by id."""

    @property
    def speaker(self) -> Actor | None:
        """Who said it."""


class Told(Protocol):
    """A contact and the actors that it names."""

    @property
    def contact(self) -> Contact:
        """The contact."""

    @property
    def actors(self) -> Sequence[Actor]:
        """The actors that it names by id."""

    @property
    def told_by(self) -> Actor | None:
        """Whose account it is, if not the report's."""


def count(number: int, noun: str) -> str:
    """A number of things, in words."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def join(parts: Iterable[str | None], between: str = ", ") -> str:
    """The parts that there are, as one text."""
    return between.join(part for part in parts if part)


def cite(report: Cited) -> str:
    """Where an entry stands."""
    return join((report.name, report.outlet, report.day.isoformat() if report.day else None))


def tell_saying(relayers: Sequence[Part], found: Said) -> list[str | Part]:
    """That something was said, by the evidence there is: the words and, between them, those through whom it came."""
    if not relayers:
        return ["said"]
    source = found.statement.source
    several = are_several(found.speaker) if found.speaker else bool(source) and is_many(source[0].text.lower())
    out: list[str | Part] = [f"{'are' if several else 'is'} reported by "]
    for number, relayer in enumerate(relayers):
        out += [" through ", relayer] if number else [relayer]
    return [*out, " to have said"]


def tell_account(teller: Actor) -> str:
    """That something is somebody's account, in the words behind the name."""
    return f"{'are' if are_several(teller) else 'is'} reported to have said"


def are_several(actor: Actor) -> bool:
    """Whether people without a name are spoken of as several: "two officials"; a name is one, whatever it ends in."""
    nameless = actor.type in ("unnamed", "group") or actor.name[:1].islower()
    return nameless and is_many(actor.name.lower())


def describe_statement(found: Said) -> Iterator[str]:
    """Who said it and when; the words that prove it; how it came and what it does."""
    s = found.statement
    names = {actor.id: name_actor(actor) for actor in found.actors}
    speaker = describe_actor(found.speaker) if found.speaker else describe_source(s)
    said = "".join(tell_saying([names[relay.actor] for relay in s.via], found))
    yield f"{speaker} {said}, {describe_days(s.said)}"
    yield quote_proof(s.source + s.cue, s.content)
    if s.via:
        yield "via " + ", ".join(join((names[relay.actor], _quote("(“{}”)", relay.spans)), " ") for relay in s.via)
    parts = (_quote("to “{}”", s.addressee), _quote("on the occasion “{}”", s.venue), _quote("on the condition “{}”", s.condition))
    if any(parts):
        yield join(parts, "; ")
    yield join((s.kind, f"act: {s.act}", f"issue: {s.issue}", f"stance: {s.stance}", *_judge(s)), " · ")


def describe_source(statement: Statement) -> str:
    """The words for a speaker who is not identified."""
    return _quote("“{}” (not identified)", statement.source) or NOBODY


def name_contact(contact: Contact) -> str:
    """What kind of contact it is, and which of a series."""
    return f"{contact.kind} (round {contact.round})" if contact.round else contact.kind


def describe_contact(found: Told) -> Iterator[str]:
    """What brought whom together and when, according to whom; the words that prove it."""
    c = found.contact
    names = {actor.id: name_actor(actor) for actor in found.actors}
    details = (", ".join(names[party] for party in c.parties), c.by and f"through {names[c.by]}", c.place and f"place: {c.place}")
    yield f"{name_contact(c)}, {c.status}: {join((*details, describe_days(c.when)), '; ')}"
    yield quote_proof((), c.evidence)
    if found.told_by:
        yield f"as {name_actor(found.told_by)} {tell_account(found.told_by)}"
    yield join(_judge(c), " · ")


def describe_found_actor(found: FoundActor) -> Iterator[str]:
    """Who it is, by which names, in which reports."""
    confirmed = "confirmed" if found.actor.confirmed else "found by machine"
    yield f"{describe_actor(found.actor)} · {found.actor.type} · {found.actor.id} · {confirmed}"
    if len(found.names) > 1:
        yield "also: " + "; ".join(found.names[1:])
    yield "; ".join(f"{one.report.name} ({count(len(one.actor.mentions), 'mention')})" for one in found.appearances)


def name_actor(actor: Actor) -> str:
    """A name, with a tick if a person's judgement stands on who this is."""
    return f"{actor.name} ✓" if actor.confirmed else actor.name


def describe_actor(actor: Actor) -> str:
    """A name, with office and side where the report gives them."""
    about = join((actor.role, actor.party))
    name = name_actor(actor)
    return f"{name} ({about})" if about and about != actor.name else name


def tell_days(when: When | None) -> list[str | date]:
    """An interval in words, and its days between them."""
    if when is None:
        return ["no day known"]
    first, last = when.first, when.last
    if first and last:
        return ["on ", first] if first == last else ["between ", first, " and ", last]
    if first:
        return ["from ", first, " on"]
    return ["by ", last] if last else ["on a day that is not known"]


def describe_days(when: When | None) -> str:
    """An interval of days, and what it stands on."""
    days = "".join(map(str, tell_days(when)))
    if when is None:
        return days
    basis = _quote("stated: “{}”", when.spans) if when.basis == "stated" else None
    return f"{days} ({basis or when.basis})"


def quote_proof(about: Spans, content: Spans) -> str:
    """The words that prove an entry, in the order of the report; those of the content are marked."""
    words = [(span, span.text) for span in about] + [(span, f"{OPEN}{span.text}{CLOSE}") for span in content]
    return " … ".join(" ".join(text.split()) for _, text in sorted(words))


def _judge(entry: Statement | Contact) -> Iterator[str]:
    """How sure the machine is of an entry, or who added it; and what people have decided of it, if they have."""
    yield f"added by {entry.added_by}" if entry.added_by else f"confidence {entry.confidence:.2f}"
    if entry.state not in ("machine", "added"):
        yield entry.state


def _quote(form: str, spans: Spans) -> str | None:
    return form.format(" … ".join(span.text for span in spans)) if spans else None
