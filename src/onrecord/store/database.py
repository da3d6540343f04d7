"""One record file, open: an SQLite connection that speaks in our errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord.errors import StoreError
from onrecord.store.batches import padded
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of
from onrecord.store.words import has_words, words_of

Row = sqlite3.Row
Values = Sequence[Any] | Mapping[str, Any]

#: What the user can do about an SQLite error, by the beginning of its name; any other error is a bug of ours.
REMEDIES = {
    "SQLITE_NOTADB": "is not a record: it is not an SQLite file; give the path of another file",
    "SQLITE_CANTOPEN": "cannot be opened; check that its folder exists and that you may write there",
    "SQLITE_READONLY": "cannot be written; copy it to a folder where you may write",
    "SQLITE_PERM": "cannot be written; copy it to a folder where you may write",
    "SQLITE_BUSY": "is being written by another process; try again when that has finished",
    "SQLITE_FULL": "does not fit on the disk; make room and run the command again",
    "SQLITE_IOERR": "cannot be read or written; check the disk",
    "SQLITE_CORRUPT": "is damaged; take a backup, or read the reports again into a new record",
}


#: So much memory, in KiB, holds pages of the file, however large it is.
CACHE = 32_768
#: So many questions and commands stay prepared: those of adding a report, each with its triggers.
PREPARED = 512
#: The log is brought into the file when it has so many pages: what many reports change is written there once.
LOG = 8192


class Database:
    """A record file that is ours, of this version, and open; made by `Database.open`."""

    def __init__(self, path: Path, connection: sqlite3.Connection):
        self.path = path
        self._connection = connection
        self._explained = _Explained(path)

    @classmethod
    def open(cls, path: Path, create: bool = True) -> Self:
        """Open the record file at `path`, and bring an older one up to this version.

        Args:
            path: where the file is, or is to be.
            create: whether a file that is not there is made.

        Raises:
            StoreError: no such file, not a record, made by a newer version, or not writable.
        """
        if not create and not path.exists():
            raise StoreError(str(path), f"there is no record here; make one with: onrecord read FILES --record {path}")
        with _Explained(path):
            connection = sqlite3.connect(path, timeout=10, isolation_level=None, cached_statements=PREPARED)
        try:
            with _Explained(path):
                _prepare(path, connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file; what was written in transactions stays."""
        self._connection.close()

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows that answer one SQL question.

        Raises:
            StoreError: the file cannot be read.
        """
        with self._explained:
            return self._connection.execute(sql, values).fetchall()

    def rows_for(self, sql: str, wanted: Iterable[Any]) -> Iterator[Row]:
        """All rows that answer one SQL question for any of some values, which stand for `...` in it: `WHERE id IN (...)`.

        However many there are, few questions are prepared; each answers for some of them, and the order of its answer holds among those.

        Raises:
            StoreError: the file cannot be read.
        """
        for some in padded(dict.fromkeys(wanted)):
            yield from self.rows(sql.replace("...", _marks(len(some))), some)

    def execute(self, sql: str, values: Values = ()) -> int:
        """Carry out one SQL command; returns the number of the row that it inserted last.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._explained:
            return self._connection.execute(sql, values).lastrowid or 0

    def execute_many(self, sql: str, values: Iterable[Values]) -> None:
        """Carry out one SQL command for each of the values.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._explained:
            self._connection.executemany(sql, values)

    def sync(self) -> None:
        """Wait until all that was written is on the disk, for what nobody could read again.

        Raises:
            StoreError: the file cannot be written.
        """
        self.rows("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> None:
        """Look through the whole file for damage.

        Raises:
            StoreError: the file is damaged.
        """
        if [row[0] for row in self.rows("PRAGMA integrity_check(1)")] != ["ok"]:
            raise StoreError(str(self.path), REMEDIES["SQLITE_CORRUPT"])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside stays, or nothing does.

        Raises:
            StoreError: the file cannot be written.
        """
        with self._explained, write_transaction(self._connection):
            yield


@contextmanager
def write_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside stays, or nothing does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@cache
def _marks(number: int) -> str:
    """So many question marks, numbered, so that one question can ask for the same values several times."""
    return ", ".join(f"?{n}" for n in range(1, number + 1))


class _Explained:
    """Lets SQLite's errors out as ours; one for a file serves all that is asked of it, of which there are hundreds for each report."""

    def __init__(self, path: Path):
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        if isinstance(error, UnicodeDecodeError):
            raise StoreError(str(self._path), REMEDIES["SQLITE_CORRUPT"]) from error
        if isinstance(error, sqlite3.Error):
            # Python itself raises an OperationalError without a name, for text that is not UTF-8 any more.
            name = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT" if isinstance(error, sqlite3.OperationalError) else "")
            for beginning, remedy in REMEDIES.items():
                if name.startswith(beginning):
                    raise StoreError(str(self._path), remedy) from error


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.create_function("has_words", 2, has_words, deterministic=True)
    connection.create_function("words_of", 1, words_of, deterministic=True)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    is_new = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if application != APPLICATION_ID and not (is_new and application == 0):
        raise StoreError(str(path), "is not a record: it is an SQLite file of another program; give the path of another file")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = {-CACHE}")
    # The disk is waited for when the log is brought into the file, not after each report: if the power fails, the last reports may be
    # missing and are read again, but the record is whole. Judgements are waited for, see `sync`.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")
    if is_new:
        connection.execute("PRAGMA journal_mode = WAL")
    if version_of(connection) != len(MIGRATIONS):
        with write_transaction(connection):
            migrate(path, connection)
