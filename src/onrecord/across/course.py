"""The course of a contact over its tellings: which status is the latest, what was told before, which days all agree on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.store.tellings import Telling

#: Of reports of one day, what is taken for the latest.
ORDER = ("held", "denied", "ongoing", "cancelled", "refused", "suspended", "planned", "proposed")
#: Statuses that say the same of whether it took place: it did, it is to, it did not, it is off.
PHASES = {
    "held": "done", "ongoing": "done", "planned": "ahead", "proposed": "ahead", "denied": "not", "refused": "not",
    "cancelled": "off", "suspended": "off",
}  # fmt: skip


@dataclass(frozen=True)
class Days:
    """Days, first and last, each None if nothing fixes it, on which the occasion was by these tellings, given by id."""

    first: date | None
    last: date | None
    tellings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"from": _iso(self.first), "to": _iso(self.last), "tellings": list(self.tellings)}


@dataclass(frozen=True)
class Step:
    """What was told of an occasion from one day of publication on: a status, and the days that it was put on."""

    published: date | None
    status: str
    days: Days

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"published": _iso(self.published), "status": self.status, **self.days.to_json()}


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Tellings by the day on which they were published; those of an unknown day come first."""
    return sorted(tellings, key=lambda t: (t.published or date.min, t.report, t.id))


def latest_status(tellings: Sequence[Telling]) -> str:
    """The status that the latest report gives, by `ORDER` if there are several; what was planned is not held because its day has come."""
    newest = max(t.published or date.min for t in tellings)
    return min((t.status for t in tellings if (t.published or date.min) == newest), key=ORDER.index)


def latest_tellings(tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that say the same as the latest status of whether the occasion took place."""
    phase = PHASES[latest_status(tellings)]
    return [t for t in tellings if PHASES[t.status] == phase]


def agreed_days(tellings: Sequence[Telling]) -> tuple[Days, ...]:
    """The days that all dated tellings agree on; if they disagree, each version, that of most tellings first.

    What was planned says nothing of when it was held, if any telling says that it was; so only those that say what the latest
    does count, unless none of them has a day.
    """
    dated = [t for t in latest_tellings(tellings) if t.first or t.last] or [t for t in tellings if t.first or t.last]
    versions: list[Days] = []
    for t in sorted(dated, key=lambda t: (_length(t), t.first or date.min, t.id)):
        for n, days in enumerate(versions):
            first, last = max(days.first or date.min, t.first or date.min), min(days.last or date.max, t.last or date.max)
            if first <= last:
                known = (None if first == date.min else first, None if last == date.max else last)
                versions[n] = Days(*known, (*days.tellings, t.id))
                break
        else:
            versions.append(Days(t.first, t.last, (t.id,)))
    return tuple(sorted(versions, key=lambda days: (-len(days.tellings), days.first or date.min)))


def history_of(tellings: Sequence[Telling]) -> tuple[Step, ...]:
    """What was told one after the other: a new step where the status is another, or the days cannot be the same."""
    steps: list[Step] = []
    for t in in_order(tellings):
        last = steps[-1] if steps else None
        if last and last.status == t.status and _overlap(last.days, t):
            first, end = last.days.first or t.first, last.days.last or t.last
            steps[-1] = replace(last, days=Days(first, end, (*last.days.tellings, t.id)))
        else:
            steps.append(Step(t.published, t.status, Days(t.first, t.last, (t.id,))))
    return tuple(steps)


def is_disputed(tellings: Sequence[Telling]) -> bool:
    """Whether one telling says that it took place, and another that it did not."""
    return {"held", "denied"} <= {"held" if t.status == "ongoing" else t.status for t in tellings}


def _overlap(days: Days, t: Telling) -> bool:
    return (days.first or date.min) <= (t.last or date.max) and (t.first or date.min) <= (days.last or date.max)


def _length(t: Telling) -> int:
    return ((t.last or date.max) - (t.first or date.min)).days


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
