"""The steps that bring a record file up to this version; each is applied once, together with the note that it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from onrecord.errors import StoreError

#: "onrd" in ASCII: what tells a record from any other SQLite file.
APPLICATION_ID = 0x6F6E7264

#: Names of SQL files beside this module, in the order in which they are applied; none is ever changed or taken away.
MIGRATIONS = (
    "schema", "sides", "judgements", "groups", "sides_of_actors", "contradictions", "profiles", "web", "decisions", "facets", "growing",
    "additions", "tallies", "pages", "effects", "sums", "clues", "slots",
)  # fmt: skip


def migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Apply the migrations that the file at `path` lacks; the caller holds the transaction.

    Raises:
        StoreError: the file was made by a newer version.
    """
    version = version_of(connection)
    if version > len(MIGRATIONS):
        raise StoreError(str(path), "was made by a newer version of onrecord; install that version, or newer")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) STRICT"
    )
    for name in MIGRATIONS[version:]:
        for statement in split_statements(files("onrecord.store").joinpath(f"{name}.sql").read_text(encoding="utf8")):
            connection.execute(statement)
        connection.execute("INSERT INTO migrations (name) VALUES (?)", (name,))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations a file has had."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def split_statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one at a time: `executescript` would commit the caller's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
