"""Groups of the whole record, brought up to date after reports have been read: copies, utterances, occasions."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from onrecord.across.actors import cluster_actors
from onrecord.across.contradictions import propose_contradictions
from onrecord.across.copies import link_copies, part_copies
from onrecord.across.occasions import link_contacts, part_contacts
from onrecord.across.utterances import link_statements, part_statements
from onrecord.store.database import Database
from onrecord.store.groups import CONTACTS, REPORTS, STATEMENTS, regroup
from onrecord.store.identities import summarize_identities
from onrecord.store.retold import sum_retold
from onrecord.store.sides import settle_sides
from onrecord.store.verdicts import apply_verdicts


def group_entries(db: Database) -> None:
    """Compare what has changed in the record, first its actors, with what it could be one with; the caller holds the transaction."""
    with _uncollected():
        apply_verdicts(db, cluster_actors(db))
        settle_sides(db)
        regroup(db, REPORTS, link_copies, partial(part_copies, db))
        regroup(db, STATEMENTS, link_statements, part_statements)
        regroup(db, CONTACTS, link_contacts, part_contacts(db))
        sum_retold(db)
        propose_contradictions(db)
        summarize_identities(db)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python looks for no cycles meanwhile: there are none, and it would go through all that is loaded, again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
