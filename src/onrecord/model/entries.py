"""What the record holds of one report: who said what, when, through whom; which contacts; which actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.model.report import Report
from onrecord.model.span import Spans, spans_from_json, spans_to_json
from onrecord.model.when import When

SCHEMA = "onrecord/1"
#: Statuses of contacts that say that something was to be, that it was, that it was or is begun, and that it was or is not.
AHEAD = frozenset({"planned", "proposed"})
TOOK_PLACE = frozenset({"held", "ongoing"})
UNDER_WAY = TOOK_PLACE | {"suspended"}
FALLEN = frozenset({"cancelled", "refused", "denied", "suspended"})
#: Kinds of contacts: words that two exchange, what one gives the other, talks of sides, journeys.
SPOKEN, GIVEN = frozenset({"call", "meeting"}), frozenset({"document", "letter"})
TALKS, JOURNEYS = frozenset({"talks", "mediation"}), frozenset({"visit", "mediation"})
#: Types of actors that are bodies; that can be a side, as no outlet is; and that can take part in a contact.
BODIES = frozenset({"country", "organization", "group", "outlet"})
SIDE_TYPES = BODIES - {"outlet"}
PARTY_TYPES = SIDE_TYPES | {"person"}


@dataclass(frozen=True)
class Actor:
    """Somebody who speaks, relays or takes part; `why` says how its mentions were brought together.

    `party` is the country or body that it belongs to, `side` the side that the user's file of actors puts it on; `confirmed`
    says whether a person has judged who this is; otherwise a machine has found it.
    """

    id: str
    name: str
    type: str
    role: str | None = None
    party: str | None = None
    mentions: Spans = ()
    why: tuple[str, ...] = ()
    side: str | None = None
    confirmed: bool = False

    def to_json(self) -> dict[str, Any]:
        """The actor with its mentions and the reasons they were brought together."""
        return self.brief() | {"mentions": spans_to_json(self.mentions), "why": list(self.why)}

    def brief(self) -> dict[str, Any]:
        """The actor as statements and contacts name it; with its side, if it is on one."""
        side = {"side": self.side} if self.side else {}
        row = {"id": self.id, "name": self.name, "type": self.type, "role": self.role, "party": self.party}
        return row | side | {"confirmed": self.confirmed}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Actor:
        """The inverse of `to_json`."""
        return cls(value["id"], value["name"], value["type"], value["role"], value["party"],
                   spans_from_json(value["mentions"]), tuple(value["why"]), value.get("side"), value.get("confirmed", False))  # fmt: skip


@dataclass(frozen=True)
class Relay:
    """One link of a chain: the actor who relayed, and the words that say so."""

    actor: str
    spans: Spans = ()


@dataclass(frozen=True)
class Statement:
    """Content attributed to a speaker; actors are given by id, `inside` by statement id.

    `meaning` is the direction of the content's meaning, one signed byte a dimension, empty if not known; the record JSON leaves it
    out, because only numbers of one model can be compared. `state` says what people have decided of it; `machine` has what the
    machine found, as JSON, for those fields that people have corrected. `added_by` is who added what the machine had missed, None
    for what it found: `machine` then has what it was added as, and the confidence says nothing; it is 1.
    """

    id: str
    kind: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    via: tuple[Relay, ...]
    inside: str | None
    said: When | None
    addressee: Spans
    venue: Spans
    condition: Spans
    act: str
    issue: str
    stance: str
    confidence: float
    why: tuple[str, ...] = ()
    meaning: bytes = field(default=b"", compare=False)
    state: str = "machine"
    machine: Mapping[str, Any] = field(default_factory=dict, compare=False)
    added_by: str | None = None


@dataclass(frozen=True)
class Contact:
    """What brings parties together; `parties` and `by` are actor ids, `per` a statement id.

    `state`, `machine` and `added_by` are as those of a statement.
    """

    id: str
    kind: str
    status: str
    parties: tuple[str, ...]
    by: str | None
    place: str | None
    round: int | None
    when: When | None
    per: str | None
    evidence: Spans
    confidence: float
    state: str = "machine"
    machine: Mapping[str, Any] = field(default_factory=dict, compare=False)
    added_by: str | None = None


@dataclass(frozen=True)
class Entries:
    """One report and all that the record holds of it."""

    report: Report
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    actors: tuple[Actor, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The record JSON, schema `onrecord/1`."""
        actors = {actor.id: actor for actor in self.actors}
        return {
            "schema": SCHEMA,
            "report": self.report.to_json(),
            "statements": [statement_to_json(value, actors) for value in self.statements],
            "contacts": [contact_to_json(value, actors) for value in self.contacts],
            "actors": [actor.to_json() for actor in self.actors],
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Entries:
        """The inverse of `to_json`.

        Raises:
            ValueError: another schema.
        """
        if value.get("schema") != SCHEMA:
            raise ValueError(f"schema is {value.get('schema')!r}, not {SCHEMA!r}")
        return cls(
            report=Report.from_json(value["report"]),
            statements=tuple(_statement_from_json(row) for row in value["statements"]),
            contacts=tuple(_contact_from_json(row) for row in value["contacts"]),
            actors=tuple(Actor.from_json(row) for row in value["actors"]),
        )


_SPAN_FIELDS = ("source", "cue", "content", "addressee", "venue", "condition")


def statement_to_json(s: Statement, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """A statement as the record JSON has it, with the actors that it names."""
    return {
        "id": s.id,
        "kind": s.kind,
        **{name: spans_to_json(getattr(s, name)) for name in _SPAN_FIELDS},
        "speaker": actors[s.speaker].brief() if s.speaker else None,
        "via": [{**_named(actors[r.actor]), "type": actors[r.actor].type, "spans": spans_to_json(r.spans)} for r in s.via],
        "inside": s.inside,
        "said": s.said.to_json() if s.said else None,
        "act": s.act,
        "issue": s.issue,
        "stance": s.stance,
        "confidence": s.confidence,
        "why": list(s.why),
        "state": s.state,
        "machine": dict(s.machine),
        "added_by": s.added_by,
    }


def _statement_from_json(row: dict[str, Any]) -> Statement:
    plain: dict[str, Any] = {key: row[key] for key in ("id", "kind", "inside", "act", "issue", "stance", "confidence")}
    spans: dict[str, Any] = {name: spans_from_json(row[name]) for name in _SPAN_FIELDS}
    return Statement(
        **plain,
        **spans,
        speaker=row["speaker"]["id"] if row["speaker"] else None,
        via=tuple(Relay(link["id"], spans_from_json(link["spans"])) for link in row["via"]),
        said=When.from_json(row["said"]) if row["said"] else None,
        why=tuple(row["why"]),
        state=row.get("state", "machine"),
        machine=row.get("machine", {}),
        added_by=row.get("added_by"),
    )


def _named(actor: Actor) -> dict[str, Any]:
    return {"id": actor.id, "name": actor.name, "confirmed": actor.confirmed}


def contact_to_json(c: Contact, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """A contact as the record JSON has it, with the actors that it names."""
    return {
        "id": c.id,
        "kind": c.kind,
        "status": c.status,
        "parties": [_named(actors[key]) for key in c.parties],
        "by": _named(actors[c.by]) if c.by else None,
        "place": c.place,
        "round": c.round,
        "when": c.when.to_json() if c.when else None,
        "per": c.per,
        "evidence": spans_to_json(c.evidence),
        "confidence": c.confidence,
        "state": c.state,
        "machine": dict(c.machine),
        "added_by": c.added_by,
    }


def _contact_from_json(row: dict[str, Any]) -> Contact:
    return Contact(
        **{key: row[key] for key in ("id", "kind", "status", "place", "round", "per", "confidence")},
        parties=tuple(party["id"] for party in row["parties"]),
        by=row["by"]["id"] if row["by"] else None,
        when=When.from_json(row["when"]) if row["when"] else None,
        evidence=spans_from_json(row["evidence"]),
        state=row.get("state", "machine"),
        machine=row.get("machine", {}),
        added_by=row.get("added_by"),
    )
