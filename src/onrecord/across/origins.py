"""Origins: where the chain of a telling ends, and how many independent ones a group of tellings has.

Two reports that have what they say from one agency have one origin; so have those that name one interview or letter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.model import Actor, Entries, Statement
from onrecord.resolving.names.names import compare_bodies
from onrecord.store.words import fold_words

#: Bodies and outlets whose names are so alike are one.
ALIKE = 0.85
#: What somebody says in writing to whoever wants to read it has its origin there.
CHANNEL = re.compile(r"\b(letter|post|tweet|telegram|communiqu[eé]|broadcast|blog|diary|memoirs?|op-ed)s?\b", re.IGNORECASE)
WROTE = re.compile(r"\b(?:wrote|writes|written)\b", re.IGNORECASE)
#: Actors that others cannot relay from, because they have no name.
NAMELESS = ("unnamed", "group")
BRACKETS = re.compile(r"\s*\([^)]*\)")
#: Why a chain ends at the report's own outlet.
HEARD = "no other is named that the report has it from"
UNKNOWN = "an outlet that is not known"


@dataclass(frozen=True)
class Origin:
    """Where a chain ends: an outlet, a body or a person by name, or what somebody wrote, with the reason in words.

    `kind` is "outlet", "relayer" or "channel"; `actor` is the id of the actor in the record, if it is one.
    """

    name: str
    kind: str
    why: str
    actor: str | None = None

    def is_one_with(self, other: Origin) -> bool:
        """Whether two chains end at the same place: one actor, or outlets and bodies of like names."""
        if "channel" in (self.kind, other.kind) and self.kind != other.kind:
            return False
        return self.name == other.name or (self.actor or "") == other.actor or compare_bodies(self.name, other.name).score >= ALIKE

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"name": self.name, "kind": self.kind, "why": self.why, "actor": self.actor}


@dataclass(frozen=True)
class Told:
    """One telling with all that its report tells; `original` is the report that its own is a copy of, or its own.

    `statement` is None for what the report says itself. `is_head` says whether it stands in the headline.
    """

    id: str
    entries: Entries
    statement: Statement | None
    original: Entries
    is_head: bool = False


@dataclass(frozen=True)
class Branch:
    """An origin, and the ids of the tellings whose chains end there."""

    origin: Origin
    tellings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"origin": self.origin.to_json(), "tellings": list(self.tellings)}


def find_branches(group: Sequence[Told]) -> tuple[Branch, ...]:
    """The independent origins of what is told several times, each with its tellings, in the order in which they are given."""
    branches: list[tuple[Origin, list[str]]] = []
    for told, origin in zip(group, find_origins(group).values(), strict=True):
        place = next((tellings for known, tellings in branches if origin.is_one_with(known)), None)
        if place is None:
            branches.append((origin, [told.id]))
        else:
            place.append(told.id)
    return tuple(Branch(origin, tuple(tellings)) for origin, tellings in branches)


def find_origins(group: Sequence[Told]) -> Mapping[str, Origin]:
    """Telling → where its chain ends, in the order in which they are given.

    A headline has it from where the sentence that it announces has it; so has what the report tells twice if one of the two names an
    interview or a letter, and what somebody in it quotes that it tells itself. What somebody "wrote" is in the letter that another telling
    names. A copy has it from where the original has it.
    """
    outlets = find_outlets([told.entries for told in group])
    own = {told.id: trace_origin(told.entries, told.statement, outlets) for told in group}
    found = dict(own)
    for told in group:
        beside = [other for other in group if other.entries.report.id == told.entries.report.id and other.id != told.id]
        apart = [other for other in beside if not _is_relayed(other)]
        named = [other for other in beside if own[other.id].kind == "channel"]
        named += [other for other in apart if own[other.id].why != HEARD]
        if own[told.id].kind != "channel" and (letter := _find_letter(told, own.values())):
            found[told.id] = letter
        elif named and (own[told.id].why == HEARD or _is_quoted(told)):
            found[told.id] = own[named[0].id]
        elif told.is_head and (below := [o for o in beside if not o.is_head]):
            found[told.id] = own[below[0].id]
        elif apart and _is_quoted(told):
            found[told.id] = own[apart[0].id]
    for told in group:
        original = told.original.report
        if original.id != told.entries.report.id:
            same = next((found[other.id] for other in group if other.entries.report.id == original.id), None)
            found[told.id] = same or Origin(original.outlet or UNKNOWN, "outlet", f"a copy of the report “{original.name}”")
    return found


def find_outlets(reports: Sequence[Entries]) -> frozenset[str]:
    """The names of outlets that some reports are of, or tell of."""
    own = {entries.report.outlet for entries in reports if entries.report.outlet}
    return frozenset(own | {actor.name for entries in reports for actor in entries.actors if actor.type == "outlet"})


def trace_origin(entries: Entries, statement: Statement | None, outlets: Collection[str] = ()) -> Origin:
    """Where the chain of one statement ends; of None, that is the report's own outlet.

    Args:
        entries: all that the record holds of the report.
        statement: one of its statements; for a contact, the statement that tells of it.
        outlets: names that are known to be those of outlets.
    """
    outlet = entries.report.outlet or UNKNOWN
    if statement is None:
        return Origin(outlet, "outlet", "the report tells it itself")
    speaker = next((actor for actor in entries.actors if actor.id == statement.speaker), None)
    if speaker and (own := _as_outlet(speaker, outlets)):
        return Origin(own, "outlet", "an outlet and its sources are one origin")
    channel = _find_channel(statement, speaker, outlets)
    if channel and channel.kind == "channel":
        # A letter is nearer the speaker than whoever relays it.
        return channel
    for relayer in trace_chain(entries, statement):
        if own := _as_outlet(relayer, outlets):
            return Origin(own, "outlet", "it came through it, and others can have it from there too")
        if relayer.type not in NAMELESS:
            return Origin(relayer.name, "relayer", "it came through it, and others can have it from there too", relayer.id)
    return channel or Origin(outlet, "outlet", HEARD)


def _is_relayed(told: Told) -> bool:
    return told.statement is not None and bool(trace_chain(told.entries, told.statement))


def _is_quoted(told: Told) -> bool:
    """Whether it is told by what another speaker in the report says, and through nobody else."""
    return _is_relayed(told) and told.statement is not None and not told.statement.via


def _find_letter(told: Told, origins: Iterable[Origin]) -> Origin | None:
    """The letter, post or the like that a telling must have it from, because it says that it was written and another one names it."""
    if told.statement is None or not any(WROTE.search(cue.text) for cue in told.statement.cue):
        return None
    return next((origin for origin in origins if origin.kind == "channel"), None)


def trace_chain(entries: Entries, statement: Statement) -> tuple[Actor, ...]:
    """Through whom a statement came, nearest the speaker first: its relayers, then those of the statements that it stands in."""
    actors = {actor.id: actor for actor in entries.actors}
    chain = [actors[key] for key in _relayers(entries, statement) if key in actors and key != statement.speaker]
    return tuple(dict.fromkeys(chain))


def _relayers(entries: Entries, statement: Statement) -> Iterator[str]:
    by_id = {s.id: s for s in entries.statements}
    at: Statement | None = statement
    seen = set()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield from (relay.actor for relay in at.via)
        at = by_id.get(at.inside or "")
        if at is not None and at.speaker:
            yield at.speaker


def _as_outlet(actor: Actor, outlets: Collection[str]) -> str | None:
    """The outlet that an actor is; of a nameless one, the outlet that its description names, as "an editor of the Courier"."""
    if actor.type == "outlet":
        return actor.name
    return _outlet_in(actor.name, outlets) if actor.type in NAMELESS else None


def _outlet_in(words: str, outlets: Collection[str]) -> str | None:
    """The outlet that is named in some words with capitals: of several the one with the longest name."""
    named = fold_words(" ".join(word for word in words.split() if any(c.isupper() for c in word)))
    found = (name for name in outlets if (own := fold_words(BRACKETS.sub("", name))) and own <= named)
    return min(found, key=lambda name: (-len(name), name), default=None)


def _find_channel(statement: Statement, speaker: Actor | None, outlets: Collection[str]) -> Origin | None:
    """The outlet that it was said to, or the letter or post that it was written in."""
    for place in statement.venue + statement.addressee:
        if outlet := _outlet_in(place.text, outlets):
            return Origin(outlet, "outlet", f"“{place.text}”: it was said there, and others can have it from there too")
    by, key = (f" of {speaker.name}", speaker.id) if speaker else ("", None)
    for place in statement.venue:
        if match := CHANNEL.search(place.text):
            return Origin(f"{match[1].lower()}{by}", "channel", f"“{place.text}”: others can read it too", key)
    for cue in statement.cue:
        if statement.addressee and WROTE.search(cue.text):
            return Origin(f"letter{by}", "channel", f"“{cue.text}” to “{statement.addressee[0].text}”: others can read it too", key)
    return None
