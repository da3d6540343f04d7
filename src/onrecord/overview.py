"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from onrecord.store.database import Database
from onrecord.store.occasions import OccasionFilters

if TYPE_CHECKING:
    from onrecord.views.contacts import Occasion


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database

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
