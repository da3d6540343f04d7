"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from onrecord.store.database import Database

if TYPE_CHECKING:
    from onrecord.views.origins import FoundOrigins
    from onrecord.views.utterances import FoundUtterance, UtteranceFilters


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database

    def utterances(self, **filters: Unpack[UtteranceFilters]) -> tuple[FoundUtterance, ...]:
        """What was said once and is told by several reports, by its day.

        Filters: speaker, side, issue, since, until, outlet, at_least (so many reports, or else two), limit.

        Raises:
            QueryError: a filter by words has none, or no statement has the issue.
        """
        from onrecord.views.utterances import find_utterances

        return tuple(find_utterances(self._db, filters))

    def utterance(self, statement: str) -> FoundUtterance:
        """What was said once, with all that tell of it, by the id of any of these statements.

        Raises:
            QueryError: there is no such statement.
        """
        from onrecord.views.utterances import find_utterance

        return find_utterance(self._db, statement)

    def origins(self, entry: str) -> FoundOrigins:
        """On which independent origins an utterance or a contact rests, by the id of any statement or contact that tells of it.

        Raises:
            QueryError: there is no such statement or contact.
        """
        from onrecord.views.origins import find_entry_origins

        return find_entry_origins(self._db, entry)
