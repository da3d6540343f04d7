"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from typing import Unpack

from onrecord.store.database import Database
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
