"""The record, as programs use it: reports go in, and a verifiable account of who said what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from onrecord.errors import ReportError
from onrecord.intake import DEFAULT, Progress, Settings, find_reports, load_actors, name_reader, read_found
from onrecord.judging import Judging
from onrecord.model import Entries, Report
from onrecord.overview import Overview
from onrecord.reviewing import Reviewing
from onrecord.store.actors import load_actor, load_all_actors
from onrecord.store.clusters import unite_actors
from onrecord.store.database import Database
from onrecord.store.entries import load_entries, replace_entries
from onrecord.store.findings import FoundActor, FoundContact, FoundStatement, Hit
from onrecord.store.judgements import find_rows, identity_of, members_of
from onrecord.store.questions import ActorFilters, ContactFilters, StatementFilters, find_actors, find_contacts, find_statements
from onrecord.store.readings import is_read, list_read, load_reading
from onrecord.store.reports import find_report, load_report
from onrecord.store.runs import Run, Summary
from onrecord.store.search import search
from onrecord.store.verdicts import find_verdicts
from onrecord.verify import Difference, find_differences
from onrecord.version import code_version

if TYPE_CHECKING:
    from onrecord.explain import Explanation
    from onrecord.reports import Source
    from onrecord.resolving.names.known import Known


class Record(Judging, Reviewing, Overview):
    """One record file, open; use it as a context manager, or call `close`.

    A question without filters finds all there is. Every method raises StoreError if the file cannot be read or written.
    """

    def __init__(self, db: Database):
        self._db = db

    @classmethod
    def open(cls, path: str | Path, create: bool = True) -> Self:
        """Open a record file; one that is not there is made, unless `create` is False.

        Raises:
            StoreError: not a record, made by a newer version, or not writable; the message says what to do.
        """
        return cls(Database.open(Path(path), create))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(
        self,
        paths: Sequence[Path | Source],
        processes: int = 1,
        progress: Progress | None = None,
        settings: Settings = DEFAULT,
    ) -> Summary:
        """Read reports into the record. It can be stopped at any moment and run again: nothing is lost or doubled.

        Args:
            paths: files, folders to look for files in, and bytes that are at hand.
            processes: how many processes read at the same time.
            progress: called with the name of every report that is done.
            settings: how to read. A file of actors holds for the reports in `paths`: those that are in the record already
                are not read again, but resolved again by it.

        Raises:
            SettingsError: a file of the settings cannot be used; nothing has been read.
            ModelError: there is no usable reading model. A report that cannot be read raises nothing: it is a failure
                in the summary.
        """
        from onrecord.across.grouping import group_entries

        known = load_actors(settings.actors)
        model = name_reader(settings, processes)
        run = Run.start(self._db, code_version(), model, group_entries)
        unchanged: list[str] = []

        def is_new(report: Report) -> bool:
            if needed := run.needs(report):
                return needed
            unchanged.append(report.id)
            return False

        new = (one for one in find_reports(paths) if isinstance(one.report, ReportError) or is_new(one.report))
        for found, outcome in read_found(new, processes, settings, known):
            if isinstance(outcome, ReportError):
                run.fail(outcome)
            elif found.source:
                run.write(found.source, *outcome)
            if progress:
                progress(found.name)
        if known:
            self._resolve([report for report in dict.fromkeys(unchanged) if is_read(self._db, report, code_version(), model)], known)
        return run.finish()

    def resolve(self, actors: Path | None = None) -> None:
        """Name speakers, days and chains again from the stored readings, without reading any report again.

        Args:
            actors: the user's file of actors, offices and sides.

        Raises:
            SettingsError: the file of actors cannot be used; nothing has been changed.
        """
        from onrecord.across.grouping import group_entries

        self._resolve(list_read(self._db), load_actors(actors))
        with self._db.transaction():
            group_entries(self._db)

    def _resolve(self, reports: Iterable[str], known: Known | None) -> None:
        from onrecord.resolving.resolve import resolve

        for report in reports:
            entries = resolve(load_report(self._db, report), load_reading(self._db, report), known)
            with self._db.transaction():
                replace_entries(self._db, entries)

    def statements(self, **filters: Unpack[StatementFilters]) -> tuple[FoundStatement, ...]:
        """Statements that fit every filter (speaker, party, since, until, act, issue, state, outlet), by the day they were said."""
        return tuple(find_statements(self._db, filters))

    def contacts(self, **filters: Unpack[ContactFilters]) -> tuple[FoundContact, ...]:
        """Contacts that fit every filter (party, since, until, kind, status, state, outlet), by their day."""
        return tuple(find_contacts(self._db, filters))

    def actors(self, **filters: Unpack[ActorFilters]) -> tuple[FoundActor, ...]:
        """Actors that fit every filter (name, party, type, outlet), by name, with the reports that they appear in."""
        return find_actors(self._db, filters)

    def search(self, words: str) -> tuple[Hit, ...]:
        """Statements whose content has all the words, then paragraphs of reports that have them.

        Raises:
            QueryError: there are no words.
        """
        return tuple(search(self._db, words))

    def report(self, wanted: str) -> Entries:
        """One report with all that the record holds of it, by its name, URL or id.

        Raises:
            QueryError: there is no such report, or there are several.
        """
        return load_entries(self._db, find_report(self._db, wanted))

    def explain(self, a: str, b: str) -> Explanation:
        """Why two actors of the record, each given by id or name, are one or are not.

        Raises:
            QueryError: there is no such actor, or there are several; the message lists them.
        """
        from onrecord.explain import explain_actors

        meant = [find_rows(self._db, wanted) for wanted in (a, b)]
        one, other = (identity_of(self._db, rows, wanted) for rows, wanted in zip(meant, (a, b), strict=True))
        rows = [members_of(self._db, identity, own) for identity, own in zip((one, other), meant, strict=True)]
        actors = {actor.id: actor for actor in load_all_actors(self._db, {key for ids in rows for key in ids})}
        sides = [[actors[key] for key in ids] for ids in rows]
        judged = [v.number for v in find_verdicts(self._db) if {*rows[0], *rows[1]} & {key for side in v.sides for key in side}]
        judgements = tuple(judgement for judgement in self.judgements() if judgement.number in judged)
        return explain_actors(load_actor(self._db, one), load_actor(self._db, other), sides[0], sides[1], judgements)

    def verify(self) -> tuple[Difference, ...]:
        """Compare every span, report and source with what it was made from; nothing found means that all is well."""
        return tuple(find_differences(self._db))


def read_entries(
    paths: Sequence[Path],
    processes: int = 1,
    progress: Progress | None = None,
    settings: Settings = DEFAULT,
) -> Iterator[Entries | ReportError]:
    """Read reports without a record; the same actor has the same id in all of them.

    Args:
        paths: files, and folders to look for files in.
        processes: how many processes read at the same time.
        progress: called with the name of every report that is done.
        settings: how to read.

    Returns:
        The entries of each report in the order of `paths`, or the reason why it cannot be read.

    Raises:
        SettingsError: a file of the settings cannot be used.
        ModelError: there is no usable reading model.
    """
    from onrecord.resolving.actors.actors import merge_actors

    batch: list[Entries | ReportError] = []
    for found, outcome in read_found(find_reports(paths), processes, settings, load_actors(settings.actors)):
        batch.append(outcome if isinstance(outcome, ReportError) else outcome[1])
        if progress:
            progress(found.name)
    by_id = {actor.id: actor for entries in batch if isinstance(entries, Entries) for actor in entries.actors}
    clusters = merge_actors(list(by_id.values()))
    for entries in batch:
        yield unite_actors(entries, clusters) if isinstance(entries, Entries) else entries
