"""What people decide about statements and contacts: confirmed, rejected, corrected, unsure. Decisions are added, never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from onrecord.model.entries import Actor, Contact, Entries, Relay, Statement
from onrecord.model.span import Spans, spans_from_json, spans_to_json
from onrecord.model.when import When

VERDICTS = ("confirmed", "rejected", "corrected", "unsure")
#: `machine`: nobody has decided; `added`: a person found what the machine had missed; `disputed`: reviewers have decided differently.
STATES = ("machine", "added", "confirmed", "corrected", "unsure", "disputed", "rejected")

STATEMENT_SPANS = ("source", "cue", "content", "addressee", "venue", "condition")
#: The words that an entry is known by, whatever becomes of its id.
ANCHORS = {"statement": ("source", "cue", "content"), "contact": ("evidence",)}

#: What can be decided on.
Entry = Statement | Contact

#: The fields of an entry that can be decided on, as JSON; an actor is its id, name and type, and words.
Values = Mapping[str, Any]
#: An actor as values have it, and the words that name it in the entry → its id among the actors of the report.
FindActor = Callable[[Mapping[str, Any], Spans], str]


@dataclass(frozen=True)
class Decision:
    """One decision on one entry: which verdict, by whom, why and when.

    The entry is known by words of its report (`evidence`: role → spans), because ids change when a report is read again. `shown` is
    what the reviewer saw, `decided` what they say is right; both None if they do not say. Of what is added, nothing was shown.
    `blind` says whether other people's decisions were hidden, `settles` whether somebody else settles what reviewers dispute. `lot`
    is the number of the first of the decisions that were made as one. An undo has no entry:
    `undoes` is the number of the decision, or of the first of the lot, that it takes back; `undone` whether a later one takes
    this back. Its number and its time are given to it when it is kept.
    """

    verdict: str
    by: str
    why: str
    kind: str | None = None
    report: str | None = None
    evidence: Mapping[str, Spans] | None = None
    shown: Values | None = None
    decided: Values | None = None
    blind: bool = False
    settles: bool = False
    lot: int | None = None
    undoes: int | None = None
    undone: bool = False
    number: int = 0
    made_at: datetime | None = None

    @property
    def changes(self) -> dict[str, tuple[Any, Any]]:
        """What was corrected: field → what was there, and what is right."""
        if self.shown is None or self.decided is None:
            return {}
        pairs = {name: (self.shown.get(name), value) for name, value in self.decided.items()}
        return {name: pair for name, pair in pairs.items() if essence(pair[0]) != essence(pair[1])}

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        evidence = {role: spans_to_json(spans) for role, spans in self.evidence.items()} if self.evidence is not None else None
        changes = {name: {"before": before, "after": after} for name, (before, after) in self.changes.items()}
        return {
            "number": self.number, "kind": self.kind, "report": self.report, "evidence": evidence, "verdict": self.verdict,
            "changes": changes, "decided": self.decided, "blind": self.blind, "settles": self.settles, "lot": self.lot,
            "undoes": self.undoes, "by": self.by, "why": self.why,
            "made_at": self.made_at.isoformat(timespec="seconds") if self.made_at else None, "undone": self.undone,
        }  # fmt: skip


def essence(value: Any) -> Any:
    """What counts when values are compared: actors by name, days by their bounds, words by their place."""
    if isinstance(value, Mapping):
        if "start" in value:
            return (value["start"], value["end"])
        if "basis" in value:
            return (value["from"], value["to"], value["basis"])
        if "name" in value:
            return value["name"]
        return {key: essence(part) for key, part in value.items()}
    return [essence(part) for part in value] if isinstance(value, list | tuple) else value


def evidence_of(entry: Entry) -> dict[str, Spans]:
    """The words that an entry is known by."""
    return {role: getattr(entry, role) for role in ANCHORS[kind_of(entry)]}


def list_all(entries: Entries) -> tuple[Entry, ...]:
    """Everything of a report that can be decided on."""
    return (*entries.statements, *entries.contacts)


def kind_of(entry: Entry) -> str:
    """What an entry is: statement or contact."""
    return "statement" if isinstance(entry, Statement) else "contact"


def values_of(entry: Entry, actors: Mapping[str, Actor]) -> dict[str, Any]:
    """The fields of an entry that can be decided on.

    Args:
        entry: the entry.
        actors: the actors that it names, by id.
    """

    def named(key: str | None) -> dict[str, Any] | None:
        return _name_actor(actors[key]) if key else None

    if isinstance(entry, Statement):
        return {
            **{name: getattr(entry, name) for name in ("kind", "act", "issue", "stance")},
            "speaker": named(entry.speaker),
            "via": [{**(named(relay.actor) or {}), "spans": spans_to_json(relay.spans)} for relay in entry.via],
            "said": entry.said.to_json() if entry.said else None,
            **{name: spans_to_json(getattr(entry, name)) for name in STATEMENT_SPANS},
        }
    return {
        **{name: getattr(entry, name) for name in ("kind", "status")},
        "parties": [named(key) for key in entry.parties],
        "by": named(entry.by),
        "place": entry.place,
        "round": entry.round,
        "when": entry.when.to_json() if entry.when else None,
        "evidence": spans_to_json(entry.evidence),
    }


def _name_actor(actor: Actor) -> dict[str, Any]:
    """An actor as values have it: with the first of the words that have its name in them, which find it again by another name."""
    words = next((span for span in actor.mentions if actor.name in span.text), None)
    return {"id": actor.id, "name": actor.name, "type": actor.type, "words": words.to_json() if words else None}


def replace_values(entry: Entry, values: Values, find: FindActor) -> Entry:
    """The entry with other values of the fields that are given."""
    new: dict[str, Any] = {
        name: value for name, value in values.items() if name in ("kind", "act", "issue", "stance", "status", "place", "round")
    }
    new |= {name: spans_from_json(values[name]) for name in (*STATEMENT_SPANS, "evidence") if name in values}
    new |= {name: When.from_json(values[name]) if values[name] else None for name in ("said", "when") if name in values}
    if "speaker" in values and isinstance(entry, Statement):
        new["speaker"] = find(values["speaker"], new.get("source", entry.source)) if values["speaker"] else None
    if "via" in values:
        relays = ((link, spans_from_json(link.get("spans", ()))) for link in values["via"])
        new["via"] = tuple(Relay(find(link, own), own) for link, own in relays)
    if "parties" in values:
        new["parties"] = tuple(dict.fromkeys(find(party, ()) for party in values["parties"]))
    if "by" in values:
        new["by"] = find(values["by"], ()) if values["by"] else None
    return replace(entry, **new)


def make_entry(kind: str, key: str, by: str, values: Values, find: FindActor) -> Entry:
    """The statement or contact that somebody adds, with this id and all these values."""
    blank: Entry
    if kind == "statement":
        blank = Statement(
            id=key, kind="", source=(), cue=(), content=(), speaker=None, via=(), inside=None, said=None, addressee=(), venue=(),
            condition=(), act="", issue="", stance="", confidence=1.0, why=(f"added by {by}",), state="added", added_by=by,
        )  # fmt: skip
    else:
        blank = Contact(
            id=key, kind="", status="", parties=(), by=None, place=None, round=None, when=None, per=None, evidence=(), confidence=1.0,
            state="added", added_by=by,
        )  # fmt: skip
    return replace_values(blank, values, find)


def settle(machine: Values, decisions: Sequence[Decision]) -> tuple[str, dict[str, Any]]:
    """What an entry is after the last decision of each reviewer: its state, and the values in which it differs from the machine's.

    Reviewers who are unsure do not count where others are not. If reviewers differ, values on which all who keep the entry agree
    are taken, and the others stay as the machine found them. What somebody else has settled is as they say.

    Args:
        machine: the values that the machine found, or that the entry was added with.
        decisions: the last one of each reviewer, in the order in which they were made.
    """
    settled = [decision for decision in decisions if decision.settles][-1:]
    sure = settled or [decision for decision in decisions if decision.verdict != "unsure"]
    if not sure:
        return ("unsure" if decisions else "machine"), {}
    kept = [decision.decided for decision in sure if decision.decided is not None]
    if not kept:
        return "rejected", {}
    if len(kept) < len(sure):
        return "disputed", {}
    agreed = {name: value for name, value in kept[0].items() if all(essence(one.get(name)) == essence(value) for one in kept)}
    changed = {name: value for name, value in agreed.items() if essence(value) != essence(machine.get(name))}
    state = "disputed" if len(agreed) < len(kept[0]) else "corrected" if changed else "confirmed"
    return state, changed


def match_evidence(wanted: Iterable[Mapping[str, Spans]], entries: Iterable[Entry]) -> list[Entry | None]:
    """Find entries by the words that they are known by, in a report that may have been read again since.

    The same words are the same entry. Else it is the one entry whose content (of a contact, whose evidence) has more than half of
    all its characters in common with these words, and whose cue, if one was marked, is at the same place.

    Returns:
        The entry for each of `wanted`; None where there is none, or where several fit alike.
    """
    known = [(evidence_of(entry), entry) for entry in entries]
    return [_match(words, known) for words in wanted]


def _match(words: Mapping[str, Spans], known: Sequence[tuple[Mapping[str, Spans], Entry]]) -> Entry | None:
    for theirs, entry in known:
        if theirs == words:
            return entry
    scores = [(_likeness(words, theirs), entry) for theirs, entry in known]
    best = max((score for score, _ in scores), default=0.0)
    alike = [entry for score, entry in scores if score == best]
    return alike[0] if best > 0.5 and len(alike) == 1 else None


def _likeness(words: Mapping[str, Spans], others: Mapping[str, Spans]) -> float:
    """The share of characters that the contents have in common; 0 if the cues stand elsewhere."""
    if words.keys() != others.keys():
        return 0.0
    cues = words.get("cue", ()), others.get("cue", ())
    if any(cues) and not any(a.overlaps(b) for a in cues[0] for b in cues[1]):
        return 0.0
    main = "content" if "content" in words else "evidence"
    mine, theirs = ({at for span in side[main] for at in range(span.start, span.end)} for side in (words, others))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
