"""Reading what people bring: one thread reads one batch after the other, and says how far it is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Queue
from threading import Lock, Thread
from typing import Any

from onrecord.errors import OnRecordError
from onrecord.record import Record
from onrecord.reports import Source
from onrecord.store.failures import Failure

LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Batch:
    """Some files that were brought together: `state` is waiting, reading, done or failed; `error` says why it failed.

    `ids` are those of the reports that are in the record now, `unchanged` the number of those that were there before.
    """

    number: int
    names: tuple[str, ...]
    state: str = "waiting"
    read: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    unchanged: int = 0
    failures: tuple[Failure, ...] = ()
    error: str | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ("done", "failed")

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        lists = {"names": list(self.names), "read": list(self.read), "ids": list(self.ids)}
        return {**vars(self), **lists, "failures": [failure.to_json() for failure in self.failures]}


class Intake:
    """The batches of one record, in the order in which they came; they are forgotten when the server stops."""

    def __init__(self, path: Path):
        self._path = path
        self._batches: dict[int, Batch] = {}
        self._waiting: Queue[tuple[int, Sequence[Source]] | None] = Queue()
        self._lock = Lock()
        self._thread: Thread | None = None

    def add(self, sources: Sequence[Source]) -> Batch:
        """Take files in; they are read when those before them have been."""
        with self._lock:
            batch = Batch(len(self._batches) + 1, tuple(source.path for source in sources))
            self._batches[batch.number] = batch
            if self._thread is None:
                self._thread = Thread(target=self._work, name="onrecord-intake", daemon=True)
                self._thread.start()
        self._waiting.put((batch.number, sources))
        return batch

    def batch(self, number: int) -> Batch | None:
        """One batch as it is now."""
        return self._batches.get(number)

    def batches(self) -> tuple[Batch, ...]:
        """All batches, the last first."""
        with self._lock:
            return tuple(reversed(self._batches.values()))

    def close(self) -> None:
        """Finish what is being read and what waits, and stop."""
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (waiting := self._waiting.get()) is not None:
            number, sources = waiting
            try:
                self._read(number, sources)
            except OnRecordError as error:
                self._change(number, state="failed", error=str(error))
            except Exception:  # the next batch must be read whatever happened to this one
                LOG.exception("batch %s", number)
                self._change(number, state="failed", error="reading it failed; please report this, with what the server printed")

    def _read(self, number: int, sources: Sequence[Source]) -> None:
        self._change(number, state="reading")

        def advance(name: str) -> None:
            self._change(number, read=(*self._batches[number].read, name))

        with Record.open(self._path) as record:
            summary = record.read(sources, progress=advance)
        self._change(number, state="done", ids=summary.ids, unchanged=summary.unchanged, failures=summary.failures)

    def _change(self, number: int, **changes: Any) -> None:
        with self._lock:
            self._batches[number] = replace(self._batches[number], **changes)
