"""Users: who may use a record that is served to others. They are kept in a file beside it, so that no password travels with it."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import QueryError, StoreError

#: What each role may do, each all that those before it may: look; decide and judge; bring reports in.
ROLES = ("reader", "reviewer", "admin")
#: A session ends so long after it was begun.
SESSION = timedelta(days=7)
SHORTEST_PASSWORD = 10

SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    password TEXT,
    token TEXT UNIQUE,
    made_at TEXT NOT NULL,
    CHECK ((password IS NULL) <> (token IS NULL))
) STRICT;
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY,
    name TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
    ends_at TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True)
class User:
    """Somebody who uses the record: a name and a role."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether this user may do what a role may."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def to_json(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"name": self.name, "role": self.role}


def users_path(record: Path) -> Path:
    """Where the users of a record are: `talks.db` has them in `talks.users.db`."""
    return record.with_name(f"{record.stem}.users{record.suffix}")


class Users:
    """The users of one record. Passwords are kept as Argon2id hashes, tokens and sessions as SHA-256 of random values."""

    def __init__(self, path: Path):
        """Open the file at `path`, which is made when the first account is."""
        self.path = path
        self._hashing = threading.Lock()

    def __bool__(self) -> bool:
        """Whether there are any users."""
        return self.path.exists() and bool(self.users())

    def users(self) -> tuple[User, ...]:
        """Everybody who has an account, by name."""
        with self._open() as db:
            return tuple(User(*row) for row in db.execute("SELECT name, role FROM users ORDER BY name"))

    def add(self, name: str, role: str, password: str) -> User:
        """Make an account, or give an existing one another role and password; its sessions end.

        Raises:
            QueryError: no name, no such role, or a password that is too short.
        """
        if len(password) < SHORTEST_PASSWORD:
            raise QueryError("password", f"is too short; take at least {SHORTEST_PASSWORD} characters")
        return self._write(name, role, _hasher().hash(password), None)

    def add_token(self, name: str, role: str) -> str:
        """Make an account for a program, or give it another role and token; returns the token, which is kept nowhere.

        Raises:
            QueryError: no name, or no such role.
        """
        token = secrets.token_urlsafe(32)
        self._write(name, role, None, _digest(token))
        return token

    def remove(self, name: str) -> None:
        """Take an account away, with its sessions.

        Raises:
            QueryError: there is none.
        """
        with self._open() as db:
            if not db.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
                raise QueryError(name, "has no account")

    def check(self, name: str, password: str) -> User | None:
        """The user of this name and password; None if there is none, which takes as long to say."""
        from argon2.exceptions import VerifyMismatchError

        with self._open() as db:
            row = db.execute("SELECT name, role, password FROM users WHERE name = ? AND password IS NOT NULL", (name,)).fetchone()
        with self._hashing:  # a check takes 64 MB
            try:
                _hasher().verify(row[2] if row else _decoy(), password)
            except VerifyMismatchError:
                return None
        return User(row[0], row[1]) if row else None

    def begin(self, user: User) -> str:
        """Begin a session of a user; returns its token, for the browser to keep."""
        token = secrets.token_urlsafe(32)
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE ends_at < ?", (_now().isoformat(),))
            db.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(token), user.name, (_now() + SESSION).isoformat()))
        return token

    def end(self, session: str) -> None:
        """End a session."""
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE token = ?", (_digest(session),))

    def find_session(self, session: str) -> User | None:
        """Whose session this is, with the role that they have now; None if it has ended."""
        return self._find(
            "SELECT name, role FROM sessions JOIN users USING (name) WHERE sessions.token = ? AND ends_at > ?", session, _now()
        )

    def find_token(self, token: str) -> User | None:
        """Whose token this is."""
        return self._find("SELECT name, role FROM users WHERE token = ?", token)

    def _find(self, question: str, token: str, *values: datetime) -> User | None:
        with self._open() as db:
            row = db.execute(question, (_digest(token), *(value.isoformat() for value in values))).fetchone()
        return User(*row) if row else None

    def _write(self, name: str, role: str, password: str | None, token: str | None) -> User:
        name = " ".join(name.split())
        if not name or not name.isprintable():
            raise QueryError(repr(name), "is no name")
        if role not in ROLES:
            raise QueryError(repr(role), f"is no role; there are {', '.join(ROLES)}")
        with self._open() as db:
            db.execute("DELETE FROM users WHERE name = ?", (name,))
            db.execute("INSERT INTO users VALUES (?, ?, ?, ?, ?)", (name, role, password, token, _now().isoformat()))
        return User(name, role)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The file, open for one piece of work that is done as a whole; only its owner can read it."""
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            db = sqlite3.connect(self.path, timeout=10)
            try:
                db.execute("PRAGMA foreign_keys = ON")
                db.executescript(SCHEMA)
                with db:
                    yield db
            finally:
                db.close()
        except (OSError, sqlite3.Error) as error:
            raise StoreError(str(self.path), f"cannot be used for users ({error}); check that you may read and write it") from error


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _decoy() -> str:
    """The hash of a password that nobody has: whoever has no account is checked against it."""
    return str(_hasher().hash(secrets.token_urlsafe(32)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC)
