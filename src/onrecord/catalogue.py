"""The record, a page at a time: lists with facets, single entries with what proves them. What a browser and an API ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.model import Entries
from onrecord.paging import Listed, Page, read_start
from onrecord.record import Record
from onrecord.store.coverage import Coverage, measure_coverage
from onrecord.store.database import Database
from onrecord.store.dossiers import (
    AppearanceRow,
    Dossier,
    count_identities,
    list_appearances,
    list_identities,
    load_dossier,
    load_identity,
)
from onrecord.store.entries import load_entries
from onrecord.store.hits import ReportHit, StatementHit, count_hits, find_report_hits, find_statement_hits
from onrecord.store.identities import Identity, is_due, summarize_identities
from onrecord.store.listing import (
    CONTACTS,
    REPORTS,
    STATEMENTS,
    Choice,
    Listing,
    list_entries,
    list_latest,
)
from onrecord.store.network import Network, find_network
from onrecord.store.overview import Overview, RunRow, list_runs, look_over
from onrecord.store.passages import (
    ContactPassage,
    StatementPassage,
    load_contact_passages,
    load_statement_passages,
)
from onrecord.store.proofs import EntryProof, check_entry
from onrecord.store.retold import is_retold_due, sum_retold
from onrecord.store.shelf import ReportRow, load_report_rows
from onrecord.store.tallies import COUNTED, Tally, count_days, count_entries, find_latest, load_names

if TYPE_CHECKING:
    from onrecord.store.occasions import OccasionFilters
    from onrecord.views.contacts import Occasion
    from onrecord.views.contradictions import ContradictionFilters, FoundContradiction
    from onrecord.views.utterances import FoundUtterance, UtteranceFilters


class Catalogue:
    """One record file, open for questions whose answers may be long; use it as a context manager.

    A choice names what entries have to be, as {"act": "demand", "party": "Orvania", "since": "2031-03-01"}: the names are the
    clauses of `onrecord.store.listing`, actors go by their ids. Every method raises StoreError if the file cannot be read.
    """

    def __init__(self, db: Database):
        self._db = db
        self._latest: dict[tuple[str, frozenset[tuple[str, str]]], tuple[int, ...]] = {}
        self.record = Record(db)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a record file that is there.

        Raises:
            StoreError: no such file, not a record, or made by a newer version.
        """
        return cls(Database.open(path, create=False))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.record.close()

    def refresh(self) -> None:
        """Sum up what changed without being summed up, as when a run was killed."""
        if is_due(self._db) or is_retold_due(self._db):
            with self._db.transaction():
                summarize_identities(self._db)
                sum_retold(self._db)

    def overview(self) -> Overview:
        """What there is, in numbers."""
        return look_over(self._db)

    def runs(self, limit: int = 50, before: int | None = None) -> tuple[RunRow, ...]:
        """Runs with what they could not read, the last first."""
        return list_runs(self._db, limit, before)

    def statements(self, choice: Choice, limit: int = 50, after: str | None = None, oldest: bool = False) -> Page[StatementPassage]:
        """A page of the statements that are chosen, the latest day first, or the oldest.

        Raises:
            QueryError: the choice or the mark cannot be understood.
        """
        return self._list(STATEMENTS, load_statement_passages, choice, limit, after, oldest)

    def contacts(self, choice: Choice, limit: int = 50, after: str | None = None, oldest: bool = False) -> Page[ContactPassage]:
        """A page of the contacts that are chosen, the latest day first, or the oldest.

        Raises:
            QueryError: the choice or the mark cannot be understood.
        """
        return self._list(CONTACTS, load_contact_passages, choice, limit, after, oldest)

    def reports(self, choice: Choice, limit: int = 50, after: str | None = None) -> Page[ReportRow]:
        """A page of the reports that are chosen, the latest first.

        Raises:
            QueryError: the choice or the mark cannot be understood.
        """
        return self._list(REPORTS, load_report_rows, choice, limit, after, False)

    def count(self, of: str, choice: Choice) -> Tally:
        """How many statements, contacts or reports are chosen, and of what kinds.

        Raises:
            QueryError: the choice cannot be understood.
        """
        return count_entries(self._db, LISTINGS[of], self._find_latest(LISTINGS[of], choice))

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """What actors of the record are called, by their ids."""
        return load_names(self._db, ids)

    def statement(self, key: str) -> StatementPassage | None:
        """One statement, by its id."""
        return next(iter(load_statement_passages(self._db, [key])), None)

    def contact(self, key: str) -> ContactPassage | None:
        """One contact, by its id."""
        return next(iter(load_contact_passages(self._db, [key])), None)

    def report(self, key: str) -> ReportRow | None:
        """One report without its text, by its id; older versions too."""
        return next(iter(load_report_rows(self._db, [key])), None)

    def count_days(self, of: str, choice: Choice) -> dict[str, int]:
        """How many statements, contacts or reports have each day as the first that is known."""
        return count_days(self._db, LISTINGS[of], choice)

    def actors(self, choice: dict[str, str], limit: int = 50, after: str | None = None, order: str = "statements") -> Page[Identity]:
        """A page of the actors that are chosen by words of a name (q), type, party or state, those who speak most first.

        Raises:
            QueryError: the mark or the order is not one.
        """
        found, following = list_identities(self._db, choice, limit, after, order)
        return Page(tuple(found), following)

    def count_actors(self, choice: dict[str, str], of: str) -> list[tuple[str, int]]:
        """How many of the actors that are chosen have each type, or each party."""
        return count_identities(self._db, choice, of)

    def actor(self, key: str) -> Dossier | None:
        """One actor of the record, by its id or that of any of its rows."""
        identity = load_identity(self._db, key)
        return load_dossier(self._db, identity) if identity else None

    def identity(self, key: str) -> Identity | None:
        """One actor of the record in short, by its id or that of any of its rows."""
        return load_identity(self._db, key)

    def appearances(self, actor: str, limit: int = 500) -> tuple[AppearanceRow, ...]:
        """The reports that an actor appears in, the latest first."""
        return list_appearances(self._db, actor, limit)

    def coverage(self) -> Coverage:
        """How many reports of which outlets and days there are, and how many of their statements people have looked at."""
        return measure_coverage(self._db)

    def statement_passages(self, ids: Iterable[str]) -> dict[str, StatementPassage]:
        """Statements with the words around them, by their ids."""
        return {found.statement.id: found for found in load_statement_passages(self._db, list(dict.fromkeys(ids)))}

    def contact_passages(self, ids: Iterable[str]) -> dict[str, ContactPassage]:
        """Contacts with the words around them, by their ids."""
        return {found.contact.id: found for found in load_contact_passages(self._db, list(dict.fromkeys(ids)))}

    def utterances(self, filters: UtteranceFilters, limit: int = 50, after: str | None = None) -> Page[FoundUtterance]:
        """A page of what was said once and is told by several reports, by its day; see `Record.utterances`.

        Raises:
            QueryError: the filters or the mark cannot be understood.
        """
        from onrecord.views.utterances import page_utterances

        found, following = page_utterances(self._db, filters, limit, None if after is None else read_start(after))
        return Page(found, None if following is None else str(following))

    def occasions(self, filters: OccasionFilters, limit: int = 50, after: str | None = None, oldest: bool = False) -> Page[Occasion]:
        """A page of contacts, each once with all its tellings, the latest day first, or the oldest; see `Record.occasions`.

        Raises:
            QueryError: the filters or the mark cannot be understood.
        """
        from onrecord.views.contacts import page_occasions

        return Page(*page_occasions(self._db, filters, limit, after, oldest))

    def contradictions(self, filters: ContradictionFilters, limit: int = 50, after: str | None = None) -> Page[FoundContradiction]:
        """A page of what may contradict each other, by day; see `Record.contradictions`.

        Raises:
            QueryError: the filters cannot be understood.
        """
        from onrecord.views.contradictions import page_contradictions

        a, _, b = (after or "").partition("~")
        found, more = page_contradictions(self._db, filters, limit, (a, b))
        return Page(found, "~".join(found[-1].ends) if more and found else None)

    def contradiction(self, a: str, b: str) -> FoundContradiction | None:
        """The contradiction of two entries, given by id, whatever was decided about it."""
        from onrecord.views.contradictions import find_contradiction

        return find_contradiction(self._db, a, b)

    def search(self, choice: Choice, limit: int = 20, start: int = 0) -> tuple[StatementHit, ...]:
        """Statements whose content has the words `q` of the choice, the best match first.

        Raises:
            QueryError: there are no words, or the choice cannot be understood.
        """
        return find_statement_hits(self._db, choice, limit, start)

    def count_hits(self, choice: Choice) -> Tally:
        """How many of the statements that `search` looks among are chosen, and of what kinds.

        Raises:
            QueryError: there are no words, or the choice cannot be understood.
        """
        return count_hits(self._db, choice)

    def search_reports(self, choice: Choice, limit: int = 20, start: int = 0) -> tuple[ReportHit, ...]:
        """Reports whose text has the words `q` of the choice, the best match first.

        Raises:
            QueryError: there are no words, or the choice cannot be understood.
        """
        return find_report_hits(self._db, choice, limit, start)

    def network(self, choice: Choice, most: int = 20) -> Network:
        """Who speaks about whom and who met whom, among the actors with most links.

        Raises:
            QueryError: the choice cannot be understood.
        """
        return find_network(self._db, self._find_latest(STATEMENTS, choice), self._find_latest(CONTACTS, choice), most)

    def entries(self, key: str) -> Entries:
        """One report, which must be in the record, with all that the record holds of it."""
        return load_entries(self._db, key)

    def proof(self, report: str, entry: str) -> EntryProof:
        """What proves an entry of a report, checked now."""
        return check_entry(self._db, report, entry)

    def _find_latest(self, listing: Listing, choice: Choice) -> tuple[int, ...]:
        """The latest entries that are chosen, looked for once: lists begin with them, and counts are of them."""
        key = listing.table, frozenset(choice.items())
        if key not in self._latest:
            self._latest[key] = find_latest(self._db, listing, choice)
        return self._latest[key]

    def _list(
        self,
        listing: Listing,
        load: Callable[[Database, Sequence[str]], tuple[Listed, ...]],
        choice: Choice,
        limit: int,
        after: str | None,
        oldest: bool,
    ) -> Page[Listed]:
        if after is None and not oldest and limit < COUNTED:
            found = list_latest(self._db, listing, self._find_latest(listing, choice), limit)
        else:
            found = list_entries(self._db, listing, choice, limit, after, oldest)
        return Page(load(self._db, found.ids), found.next)


#: What can be counted, by its name.
LISTINGS: Mapping[str, Listing] = {"statements": STATEMENTS, "contacts": CONTACTS, "reports": REPORTS}
