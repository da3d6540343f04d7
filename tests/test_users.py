import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from onrecord import users
from onrecord.errors import QueryError, StoreError
from onrecord.users import User, Users, users_path

PASSWORD = "a long password"


@pytest.fixture
def known(tmp_path: Path) -> Users:
    made = Users(users_path(tmp_path / "talks.db"))
    made.add("A. Veld", "reviewer", PASSWORD)
    return made


def test_accounts_are_in_a_file_beside_the_record_that_its_owner_alone_can_read(known: Users) -> None:
    assert known.path.name == "talks.users.db"
    assert stat.S_IMODE(known.path.stat().st_mode) == 0o600
    assert PASSWORD.encode() not in known.path.read_bytes()
    assert known.users() == (User("A. Veld", "reviewer"),)


def test_without_accounts_no_file_is_made(tmp_path: Path) -> None:
    assert not Users(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_password_is_checked(known: Users) -> None:
    assert known.check("A. Veld", PASSWORD) == User("A. Veld", "reviewer")
    assert known.check("A. Veld", "another password") is None
    assert known.check("I. Morn", PASSWORD) is None


def test_whoever_has_no_account_is_checked_like_the_others(known: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = []

    class Hasher:
        def verify(self, hashed: str, password: str) -> None:
            checked.append((hashed, password))

        def hash(self, password: str) -> str:
            return "decoy"

    monkeypatch.setattr(users, "_hasher", Hasher)
    monkeypatch.setattr(users, "_decoy", lambda: "decoy")
    assert known.check("I. Morn", PASSWORD) is None
    assert checked == [("decoy", PASSWORD)]


def test_sessions_end(known: Users, monkeypatch: pytest.MonkeyPatch) -> None:
    session = known.begin(User("A. Veld", "reviewer"))
    assert known.find_session(session) == User("A. Veld", "reviewer")
    assert session.encode() not in known.path.read_bytes()
    known.end(session)
    assert known.find_session(session) is None
    monkeypatch.setattr(users, "SESSION", timedelta(seconds=-1))
    assert known.find_session(known.begin(User("A. Veld", "reviewer"))) is None


def test_another_password_or_no_account_ends_sessions(known: Users) -> None:
    session = known.begin(User("A. Veld", "reviewer"))
    known.add("A. Veld", "admin", "another password")
    assert known.find_session(session) is None
    session = known.begin(User("A. Veld", "admin"))
    known.remove("A. Veld")
    assert known.find_session(session) is None
    assert not known


def test_tokens_are_for_programs(known: Users) -> None:
    token = known.add_token("dashboard", "reader")
    assert known.find_token(token) == User("dashboard", "reader")
    assert known.find_token("other") is None
    assert known.check("dashboard", token) is None
    assert token.encode() not in known.path.read_bytes()


@pytest.mark.parametrize(
    ("name", "role", "password"),
    [(" ", "reader", PASSWORD), ("A", "king", PASSWORD), ("A", "reader", "short"), ("A\x07", "reader", PASSWORD)],
)
def test_what_is_no_account_is_not_made(known: Users, name: str, role: str, password: str) -> None:
    with pytest.raises(QueryError):
        known.add(name, role, password)
    with pytest.raises(QueryError):
        known.remove("nobody")


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"no database, but long enough to be read as one, or so")
    with pytest.raises(StoreError, match=r"bad\.db"):
        Users(tmp_path / "bad.db").users()


def test_roles_hold_those_before_them() -> None:
    assert User("A", "admin").may("reader")
    assert User("A", "reviewer").may("reviewer")
    assert not User("A", "reader").may("reviewer")


def test_a_user_is_in_the_file_as_its_role_says(known: Users) -> None:
    db = sqlite3.connect(known.path)
    with pytest.raises(sqlite3.IntegrityError), db:
        db.execute("UPDATE users SET role = 'king'")
    db.close()
