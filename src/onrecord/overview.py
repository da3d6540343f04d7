"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from onrecord.store.database import Database
from onrecord.store.occasions import OccasionFilters

if TYPE_CHECKING:
    from onrecord.views.contacts import Occasion
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

    def occasions(self, **filters: Unpack[OccasionFilters]) -> tuple[Occasion, ...]:
        """Contacts, each once with all its tellings, that fit every filter (party, since, until, kind, status, place, at_least).

        They come by the first day that a report gives for them.

        Raises:
            QueryError: a party or a place is asked for without words.
        """
        from onrecord.views.contacts import list_occasions

        return tuple(list_occasions(self._db, filters))

    def occasion(self, contact: str) -> Occasion:
        """The contact that another one, given by id, is a telling of, with all its tellings.

        Raises:
            QueryError: there is no such contact, or only in a version of a report that another has replaced.
        """
        from onrecord.views.contacts import load_occasion

        return load_occasion(self._db, contact)
