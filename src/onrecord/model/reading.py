"""What stands in a report's text, before anyone asks who is meant or when it was."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from onrecord.model.span import Span, Spans, spans_from_json, spans_to_json


@dataclass(frozen=True)
class Mention:
    """Words that name or point to somebody.

    `type` is person, organization, country, group, unnamed, outlet or place. `antecedent` is the index, in
    `Reading.mentions`, of an earlier mention of the same, with `score` in [0, 1]; None if none was found.
    """

    span: Span
    type: str
    antecedent: int | None = None
    score: float = 0.0


@dataclass(frozen=True)
class Attribution:
    """A statement as it stands in the text (the field's attribution relation).

    `inside` is the index, in `Reading.attributions`, of the statement whose content holds this one; `issue_why` says in words why
    it is about its issue. `meaning` is the direction of the content's meaning as the model gives it, one signed byte a dimension;
    empty if it is not known.
    """

    kind: str
    source: Spans
    cue: Spans
    content: Spans
    act: str
    issue: str
    stance: str
    confidence: float
    via: Spans = ()
    to: Spans = ()
    venue: Spans = ()
    when: Spans = ()
    condition: Spans = ()
    inside: int | None = None
    issue_why: str = ""
    meaning: bytes = b""

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(span.start for span in self.source + self.cue + self.content)

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(span.end for span in self.source + self.cue + self.content)


@dataclass(frozen=True)
class ContactEvidence:
    """The words that tell of a contact."""

    evidence: Spans
    kind: str
    status: str
    confidence: float
    place: Spans = ()
    when: Spans = ()
    by: Spans = ()


@dataclass(frozen=True)
class Reading:
    """Everything that one model found in one report."""

    report: str
    model: str
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: Spans = ()
    contacts: tuple[ContactEvidence, ...] = ()

    @property
    def order(self) -> list[int]:
        """The places of the attributions as they stand in the text, one before what stands inside it."""
        return sorted(range(len(self.attributions)), key=lambda i: (self.attributions[i].start, -self.attributions[i].end))

    def to_json(self) -> dict[str, Any]:
        """The reading as it is stored."""
        return {
            "report": self.report,
            "model": self.model,
            "attributions": [_to_json(value) for value in self.attributions],
            "mentions": [_to_json(value) for value in self.mentions],
            "dates": spans_to_json(self.dates),
            "contacts": [_to_json(value) for value in self.contacts],
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Reading:
        """The inverse of `to_json`."""
        return cls(
            report=value["report"],
            model=value["model"],
            attributions=tuple(Attribution(**_from_json(row)) for row in value["attributions"]),
            mentions=tuple(Mention(**_from_json(row)) for row in value["mentions"]),
            dates=spans_from_json(value["dates"]),
            contacts=tuple(ContactEvidence(**_from_json(row)) for row in value["contacts"]),
        )


def _to_json(value: Mention | Attribution | ContactEvidence) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in value.__dataclass_fields__:
        part = getattr(value, name)
        if isinstance(part, Span):
            part = part.to_json()
        elif isinstance(part, tuple):
            part = spans_to_json(part)
        elif isinstance(part, bytes):
            part = b64encode(part).decode("ascii")
        out[name] = part
    return out


def _from_json(row: dict[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for key, part in row.items():
        if isinstance(part, dict):
            out[key] = Span.from_json(part)
        elif isinstance(part, list):
            out[key] = spans_from_json(part)
        elif key == "meaning":
            out[key] = b64decode(part)
        else:
            out[key] = part
    return out
