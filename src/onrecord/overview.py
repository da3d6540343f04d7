"""Questions asked of the whole record, as programs ask them: utterances, contacts, positions, accounts, origins."""

from __future__ import annotations

from onrecord.store.database import Database


class Overview:
    """The part of a record that answers questions across reports."""

    _db: Database
