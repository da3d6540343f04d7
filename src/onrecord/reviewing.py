"""What people decide about statements and contacts, as the record takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.errors import DecisionError
from onrecord.model.decisions import Decision
from onrecord.review.agreement import Measured, measure_agreement
from onrecord.review.decisions import add, decide, settle, undo
from onrecord.review.lines import make_lines
from onrecord.review.queue import Ask, Queue, find_queue, list_disputes, list_queue, list_settled
from onrecord.review.subjects import Subject, count_verdicts, find_subject
from onrecord.store.database import Database
from onrecord.store.decisions import find_decision, find_entries, last_standing, list_decisions
from onrecord.store.reports import find_report


class Reviewing:
    """The part of a record that takes decisions on statements and contacts."""

    _db: Database

    def decide(
        self, entries: Sequence[str], verdict: str, by: str, why: str = "", changes: Mapping[str, Any] | None = None,
        blind: bool = False, key: str | None = None, seen: str | None = None, settles: bool = False,
    ) -> tuple[Decision, ...]:  # fmt: skip
        """Decide on statements and contacts, given by id; several are one lot, taken back as one. See `onrecord.review.decisions.decide`.

        Raises:
            QueryError: there is no such entry, or what is said cannot be understood, or corrects nothing.
            DecisionError: the entry has changed since it was seen.
        """
        with self._db.transaction():
            made = decide(self._db, entries, verdict, by, why, changes, blind, key, seen, settles)
            self._settle()
        return made

    def settle(self, entry: str, number: int, by: str, why: str, key: str | None = None) -> Decision:
        """Settle what reviewers dispute, by somebody who is none of them. See `onrecord.review.decisions.settle`.

        Raises:
            QueryError: it is not disputed, or not theirs to settle; or this is no decision on it that could hold.
        """
        with self._db.transaction():
            made = settle(self._db, entry, number, by, why, key)
            self._settle()
        return made

    def add(
        self, report: str, kind: str, changes: Mapping[str, Any], by: str, why: str = "", key: str | None = None
    ) -> Decision:  # fmt: skip
        """Add a statement or contact that the machine has missed. See `onrecord.review.decisions.add`.

        Raises:
            QueryError: there is no such report, or what is said cannot be understood, or the report has such an entry already.
        """
        with self._db.transaction():
            made = add(self._db, find_report(self._db, report), kind, changes, by, why, key)
            self._settle()
        return made

    def decide_all(
        self, ask: Ask, expected: int, verdict: str, why: str = "", changes: Mapping[str, Any] | None = None, key: str | None = None
    ) -> tuple[Decision, ...]:
        """Decide alike on all that is in a queue, as one lot.

        Args:
            ask: the queue, with the reviewer.
            expected: how many the reviewer was told that there are.
            verdict: confirmed, rejected, corrected or unsure.
            why: for what reason.
            changes: what is right where it is corrected.
            key: what the sender calls this, so that what is sent twice counts once.

        Raises:
            QueryError: there are none, or what is said cannot be understood.
            DecisionError: there are more, or fewer, than expected.
        """
        with self._db.transaction():
            if key and (sent := list_decisions(self._db, "key = ?", (key,))):
                return list_decisions(self._db, "lot = ?", (sent[0].lot,)) if sent[0].lot else sent
            entries = list_queue(self._db, ask)
            if len(entries) != expected or not entries:
                raise DecisionError(f"{expected} entries", f"are {len(entries)} now; look at them again")
            made = decide(self._db, entries, verdict, ask.by, why, changes, ask.blind, key)
            self._settle()
        return made

    def undo_decision(self, number: int, by: str, why: str = "", key: str | None = None) -> Decision:
        """Take a decision back, with the lot that it was made in. It stays, and so does this one, which can be taken back too.

        Raises:
            QueryError: there is no such decision, or it is taken back already.
        """
        with self._db.transaction():
            made = undo(self._db, number, by, why, key)
            self._settle()
        return made

    def queue(self, ask: Ask, limit: int = 20, after: str | None = None) -> Queue:
        """What a reviewer is to look at next.

        Raises:
            QueryError: a filter cannot be understood.
        """
        return find_queue(self._db, ask, limit, after)

    def subject(self, entry: str, by: str, blind: bool = False) -> Subject:
        """An entry as a reviewer is to see it: for the blind without what others decided, until they have decided themselves.

        Raises:
            QueryError: it is not in the record.
        """
        return find_subject(self._db, entry, by, blind)

    def verdicts(self, by: str) -> Counter[str]:
        """How many entries a reviewer has decided on, by verdict."""
        return count_verdicts(self._db, by)

    def disputes(self, by: str | None = None) -> tuple[str, ...]:
        """The ids of entries on which reviewers differ; of those that one reviewer has decided on, or of all."""
        return list_disputes(self._db, by)

    def settled(self) -> tuple[str, ...]:
        """The ids of entries of which somebody has settled what reviewers disputed, the last first."""
        return list_settled(self._db)

    def decisions(self, entry: str | None = None) -> tuple[Decision, ...]:
        """All decisions, those that are taken back as well, in the order in which they were made; or the last ones on an entry."""
        if entry is None:
            return list_decisions(self._db)
        return list_decisions(self._db, "number IN (SELECT decision FROM decided WHERE entry = ?)", (entry,))

    def decision(self, number: int) -> Decision:
        """The decision of this number.

        Raises:
            QueryError: there is none.
        """
        return find_decision(self._db, number)

    def entries_of(self, decision: Decision) -> tuple[str, ...]:
        """The ids of the entries that a decision, or the lot that it was made in, stands on now."""
        return find_entries(self._db, decision)

    def last_decision(self, by: str) -> Decision | None:
        """The last decision of a reviewer that is not taken back."""
        return last_standing(self._db, by)

    def orphans(self) -> tuple[Decision, ...]:
        """Decisions that stand, on words that tell of no entry any more since their report was read again."""
        return list_decisions(self._db, "number IN (SELECT decision FROM decided WHERE entry IS NULL)")

    def agreement(self, blind: bool = False) -> tuple[Measured, ...]:
        """How far reviewers agree, over all decisions, or over those that were made without seeing others'."""
        return measure_agreement(self._db, blind)

    def training_lines(self) -> Iterator[dict[str, Any]]:
        """What people have decided, a line for each report, in the form of gold reports; see `onrecord.review.lines.make_line`."""
        return make_lines(self._db)

    def _settle(self) -> None:
        """Bring up to date what follows from entries; the caller holds the transaction."""
        from onrecord.across.grouping import group_entries

        group_entries(self._db)
