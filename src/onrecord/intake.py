"""Files → readings and entries: reports are looked for, read and resolved, in one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ModelError, ReportError, SettingsError
from onrecord.model import Entries, Reading, Report

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from onrecord.reading.reader import Reader
    from onrecord.reports import Source
    from onrecord.resolving.names.known import Known

#: So many reports are read together.
BATCH = 16

Progress = Callable[[str], None]
Outcome = tuple[Reading, Entries] | ReportError


@dataclass(frozen=True)
class Settings:
    """How to read and resolve; None means what the model and the package bring.

    Statements of less confidence than `sure`, in [0, 1], are left out; `issues` and `actors` are YAML files of the user's own.
    """

    sure: float | None = None
    issues: Path | None = None
    actors: Path | None = None


DEFAULT = Settings()


@dataclass(frozen=True)
class Found:
    """A report with the bytes it came from, or the reason why there is none."""

    report: Report | ReportError
    source: Source | None = None

    @property
    def name(self) -> str:
        """What to call it when talking of progress."""
        return self.report.name if isinstance(self.report, Report) else self.report.subject


def find_reports(given: Sequence[Path | Source]) -> Iterator[Found]:
    """The reports in files and folders, in order, and the reasons where there are none."""
    from onrecord.reports import parse

    for one in given:
        for source in _load_all(one) if isinstance(one, Path) else [one]:
            if isinstance(source, ReportError):
                yield Found(source)
                continue
            for report in parse(source):
                yield Found(report, source)


def _load_all(path: Path) -> Iterator[Source | ReportError]:
    from onrecord.reports import find_files, load

    try:
        for file in find_files([path]):
            try:
                yield load(file)
            except ReportError as error:
                yield error
    except ReportError as error:
        yield error


def load_actors(path: Path | None) -> Known | None:
    """What the user's file says of actors, offices and sides; None without one.

    Raises:
        SettingsError: it cannot be used.
    """
    if path is None:
        return None
    from onrecord.resolving.names.known import load_known

    return load_known(path)


def read_found(
    found: Iterable[Found], processes: int, settings: Settings = DEFAULT, known: Known | None = None
) -> Iterator[tuple[Found, Outcome]]:
    """Read and resolve what was found, in its order, holding no more of it than the processes have at hand."""
    left = iter(found)
    batches = iter(lambda: list(islice(left, BATCH)), [])
    if processes == 1:
        for batch in batches:
            yield from zip(batch, read_batch([one.report for one in batch], 0, settings, known), strict=True)
        return
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[tuple[list[Found], Future[list[Outcome]]]] = deque()
    with open_pool(processes) as pool:
        try:
            for batch in batches:
                waiting.append((batch, pool.submit(read_batch, [one.report for one in batch], 1, settings, known)))
                if len(waiting) > 2 * processes:
                    batch, future = waiting.popleft()
                    yield from zip(batch, future.result(), strict=True)
            for batch, future in waiting:
                yield from zip(batch, future.result(), strict=True)
        except BrokenProcessPool as error:
            raise ModelError("reading", "a process died, perhaps for want of memory; try again with fewer processes") from error


def open_pool(processes: int) -> Executor:
    """Processes that start from nothing, so that they are alike on every system."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


@cache
def load_reader(threads: int = 0, settings: Settings = DEFAULT) -> Reader:
    """The reading model, once in each process; 0 threads are as many as there are cores."""
    from onrecord.reading.encoder.described import SURE
    from onrecord.reading.reader import Reader

    return Reader.load(threads=threads, sure=SURE if settings.sure is None else settings.sure, issues=settings.issues)


def name_reader(settings: Settings, processes: int = 1) -> str:
    """The version of the model with its settings, by which a record knows what has been read; it is loaded where one process reads.

    Raises:
        SettingsError: the file of issues cannot be understood.
        ModelError: there is no usable model.
    """
    if processes == 1:
        return load_reader(0, settings).name
    # Others read, and each takes its time to load what that needs: none of it is waited for here as well.
    from onrecord.reading.encoder.described import SURE, describe_model, name_model

    issues = ""
    if settings.issues:
        from onrecord.reading.statements.issues import load_issues

        issues = load_issues(settings.issues).told_apart
    return name_model(describe_model()["name"], SURE if settings.sure is None else settings.sure, issues)


def read_batch(batch: Sequence[Report | ReportError], threads: int, settings: Settings, known: Known | None = None) -> list[Outcome]:
    """Read and resolve some reports together; errors pass through, and a report that breaks the reader becomes one."""
    outcomes = iter(_read([one for one in batch if isinstance(one, Report)], threads, settings, known))
    return [next(outcomes) if isinstance(one, Report) else one for one in batch]


def _read(reports: Sequence[Report], threads: int, settings: Settings, known: Known | None) -> list[Outcome]:
    from onrecord.resolving.resolve import resolve

    try:
        readings = load_reader(threads, settings).read(reports) if reports else []
        return [(reading, resolve(report, reading, known)) for report, reading in zip(reports, readings, strict=True)]
    except (ModelError, SettingsError):
        raise
    except Exception as error:
        if len(reports) == 1:
            return [ReportError(reports[0].name, f"reading it failed ({error!r}); please report this, with the file")]
        return [outcome for report in reports for outcome in _read([report], threads, settings, known)]
