"""Groups of the whole record, brought up to date after reports have been read: copies, utterances, occasions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.store.database import Database
from onrecord.store.groups import CONTACTS, REPORTS, STATEMENTS, Link, regroup
from onrecord.store.verdicts import apply_verdicts


def group_entries(db: Database) -> None:
    """Compare what has changed in the record, first its actors, with what it could be one with; the caller holds the transaction."""
    from onrecord.across.actors import cluster_actors

    apply_verdicts(db, cluster_actors(db))
    for kind in (REPORTS, STATEMENTS, CONTACTS):
        regroup(db, kind, link_none, stand_alone)


def link_none(db: Database, entries: Sequence[str]) -> Iterator[Link]:  # noqa: ARG001
    """No links: every entry stands for itself."""
    yield from ()


def stand_alone(entries: Sequence[str], links: Sequence[Link]) -> Mapping[str, str]:  # noqa: ARG001
    """Each entry is its own group."""
    return {entry: entry for entry in entries}
