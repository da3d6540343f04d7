"""When something was: an interval of days, never a guess at one day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.model.span import Spans, spans_from_json, spans_to_json

#: First month of each season → its code in ISO 8601-2; a winter is called by the year that it ends in.
SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}


@dataclass(frozen=True)
class When:
    """The closed interval of days [first, last]; a bound that nothing fixes is None.

    `basis` is "stated" if the report dates it, "published" if only the publication does. `spans` are the words that
    date it. `precision` names the unit of the expression (day, week, month, season, year, decade, century, part), "bound",
    or "about" for what the words give as approximate.
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
        """The interval as Extended Date/Time Format (ISO 8601-2:2019).

        A whole unit is written as such ("2031-05", "2031-21" for its spring, "203X"), anything else as first/last with ".."
        for an open end. What is approximate ends in "~", at both ends of an interval.
        """
        about = "~" if self.precision == "about" else ""
        whole = self._whole()
        if whole:
            return whole + about
        return "/".join(day.isoformat() + about if day else ".." for day in (self.first, self.last))

    def _whole(self) -> str | None:
        """The one day or unit that the interval is, if its precision says that a unit was meant."""
        first, last = self.first, self.last
        if first is None or last is None:
            return None
        if first == last:
            return first.isoformat()
        if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
            return None
        months = 12 * (last.year - first.year) + last.month - first.month + 1
        unit = {1: "month", 3: "season", 12: "year", 120: "decade", 1200: "century"}.get(months)
        if unit is None or self.precision not in (unit, "about"):
            return None
        if unit == "month":
            return f"{first.year:04}-{first.month:02}"
        if unit == "season":
            return f"{last.year:04}-{SEASON_CODES[first.month]}" if first.month in SEASON_CODES and self.precision == unit else None
        year = f"{first.year:04}"
        if first.month != 1:
            return None
        return {"year": year, "decade": year[:3] + "X", "century": year[:2] + "XX"}[unit]

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
