"""What a reviewer decides on: an entry as it is shown, what stands there now, and who has decided what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from onrecord.model import Entries, Report
from onrecord.model.decisions import Decision, Entry, Values, kind_of, list_all
from onrecord.review.decisions import find_reports, mark_seen, show_values
from onrecord.store.corrections import load_own_entries
from onrecord.store.database import Database
from onrecord.store.decisions import list_decisions


@dataclass(frozen=True)
class Subject:
    """An entry of a report for a reviewer: `values` are what is shown, `machine` what the machine found, `decisions` what others say.

    `names` are those of all actors of the report. For the blind, `values` are the machine's, and `decisions` are empty until they have
    decided themselves; `own` is their last decision.
    """

    entries: Entries
    entry: Entry
    values: Values
    machine: Values
    decisions: tuple[Decision, ...]
    own: Decision | None
    blind: bool

    @property
    def kind(self) -> str:
        """Statement or contact."""
        return kind_of(self.entry)

    @property
    def report(self) -> Report:
        """The report that it stands in."""
        return self.entries.report

    @property
    def state(self) -> str:
        """What people have decided of it, as far as it is shown."""
        if self.blind and self.own is None:
            return "added" if self.entry.added_by else "machine"
        return self.entry.state

    @property
    def seen(self) -> str:
        """A mark of what is shown."""
        return mark_seen(self.values)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all actors of the report."""
        return tuple(dict.fromkeys(actor.name for actor in self.entries.actors))

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {
            "entry": self.entry.id, "kind": self.kind, "report": self.report.id, "state": self.state, "values": dict(self.values),
            "seen": self.seen, "decisions": [decision.to_json() for decision in self.decisions],
            "own": self.own.to_json() if self.own else None,
        }  # fmt: skip


def find_subject(db: Database, entry: str, by: str, blind: bool = False) -> Subject:
    """An entry as a reviewer is to see it.

    Raises:
        QueryError: it is not in the record.
    """
    entries = load_own_entries(db, find_reports(db, [entry])[entry])
    found = next(one for one in list_all(entries) if one.id == entry)
    decisions = list_decisions(db, "number IN (SELECT decision FROM decided WHERE entry = ?)", (entry,))
    own = next((decision for decision in reversed(decisions) if decision.by == by), None)
    others = () if blind and own is None else tuple(decision for decision in decisions if decision.by != by)
    return Subject(entries, found, show_values(entries, found, blind), show_values(entries, found, True), others, own, blind)


def count_verdicts(db: Database, by: str) -> Counter[str]:
    """How many entries a reviewer has decided on, by verdict."""
    rows = db.rows('SELECT verdict, count(*) FROM decided JOIN decisions ON number = decision WHERE decided."by" = ? GROUP BY 1', (by,))
    return Counter({row[0]: row[1] for row in rows})
