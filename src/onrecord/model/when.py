"""When something was: an interval of days, never a guess at one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.model.span import Spans, spans_from_json, spans_to_json


@dataclass(frozen=True)
class When:
    """The closed interval of days [first, last]; a bound that nothing fixes is None.

    `basis` is "stated" if the report dates it, "published" if only the publication does. `spans` are the words that
    date it. `precision` names the unit of the expression (day, week, month, season, year, part) or "bound".
    """

    first: date | None
    last: date | None
    basis: str
    precision: str = "day"
    spans: Spans = ()

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"interval runs backwards: {self.first} to {self.last}")

    @property
    def edtf(self) -> str:
        """The interval as Extended Date/Time Format (ISO 8601-2:2019): a day, or first/last with ".." for an open end."""
        if self.first and self.first == self.last:
            return self.first.isoformat()
        return "/".join(day.isoformat() if day else ".." for day in (self.first, self.last))

    def to_json(self) -> dict[str, Any]:
        """The interval as the record JSON has it."""
        return {
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "basis": self.basis,
            "precision": self.precision,
            "edtf": self.edtf,
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> When:
        """The inverse of `to_json`."""
        first, last = (date.fromisoformat(value[key]) if value[key] else None for key in ("from", "to"))
        return cls(first, last, value["basis"], value["precision"], spans_from_json(value["spans"]))
