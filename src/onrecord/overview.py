"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from onrecord.store.database import Database
from onrecord.views.accounts import Accounts, compare_accounts
from onrecord.views.contradictions import ContradictionFilters, FoundContradiction, find_contradictions


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database

    def contradictions(self, **filters: Unpack[ContradictionFilters]) -> tuple[FoundContradiction, ...]:
        """What may contradict each other and fits every filter (kind, party, issue, since, until, decision), by day.

        Raises:
            QueryError: a kind or a decision that there is not, or a party without words.
        """
        return tuple(find_contradictions(self._db, filters))

    def accounts(
        self,
        contact: str | None = None,
        words: str | None = None,
        since: date | None = None,
        until: date | None = None,
        sides: Sequence[str] = (),
    ) -> Accounts:
        """What each side says of a contact, given by the id of any of its tellings, or of an event, given by words, days and sides.

        Raises:
            QueryError: there is no such contact, or nothing is asked for.
        """
        return compare_accounts(self._db, contact, words, since, until, sides)
