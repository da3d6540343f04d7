import os
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.store import database, migrations
from onrecord.store.database import Database


def make(path: Path) -> None:
    Database.open(path).close()


def change(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    with db:
        db.execute(sql)
    db.close()


def test_a_new_record_is_marked_as_one(tmp_path: Path) -> None:
    make(tmp_path / "talks.db")
    db = sqlite3.connect(tmp_path / "talks.db")
    assert db.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("SELECT name FROM migrations ORDER BY rowid").fetchall() == [(name,) for name in migrations.MIGRATIONS]
    db.close()


def test_what_is_not_sqlite_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no record at all. " * 40)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not an SQLite file"):
        Database.open(path)
    assert path.read_bytes() == before


def test_another_programs_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    change(path, "CREATE TABLE things (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Database.open(path)
    assert path.read_bytes() == before


def test_a_record_that_is_not_there_is_made_only_if_asked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no record here"):
        Database.open(tmp_path / "talks.db", create=False)
    assert not (tmp_path / "talks.db").exists()


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "talks.db")
    change(tmp_path / "talks.db", "PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version"):
        Database.open(tmp_path / "talks.db")


def add_migration(monkeypatch: pytest.MonkeyPatch, folder: Path, sql: str) -> None:
    folder.mkdir()
    for name in migrations.MIGRATIONS:
        shutil.copy(str(files("onrecord.store").joinpath(f"{name}.sql")), folder)
    (folder / "next.sql").write_text(sql)
    monkeypatch.setattr(migrations, "files", lambda _: folder)
    with_next = (*migrations.MIGRATIONS, "next")
    for module in (migrations, database):
        monkeypatch.setattr(module, "MIGRATIONS", with_next)


def test_an_older_record_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "talks.db")
    change(tmp_path / "talks.db", "INSERT INTO runs (code, model, started_at) VALUES ('0', 'm', 't')")
    add_migration(monkeypatch, tmp_path / "sql", "ALTER TABLE runs ADD COLUMN place TEXT;\nUPDATE runs SET place = 'here';\n")
    db = Database.open(tmp_path / "talks.db")
    assert [tuple(row) for row in db.rows("SELECT code, place FROM runs")] == [("0", "here")]
    assert [row["name"] for row in db.rows("SELECT name FROM migrations ORDER BY rowid")] == list(migrations.MIGRATIONS)
    db.close()


def test_a_migration_that_fails_leaves_the_record_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "talks.db")
    add_migration(monkeypatch, tmp_path / "sql", "ALTER TABLE runs ADD COLUMN place TEXT;\nDROP TABLE nothing;\n")
    with pytest.raises(sqlite3.OperationalError):
        Database.open(tmp_path / "talks.db")
    monkeypatch.undo()
    db = Database.open(tmp_path / "talks.db")
    assert "place" not in {row["name"] for row in db.rows("PRAGMA table_info(runs)")}
    db.close()


def test_a_folder_that_is_missing_or_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in ("missing", "file"):
        with pytest.raises(StoreError, match="cannot be opened"):
            Database.open(tmp_path / folder / "talks.db")


def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(StoreError, match="cannot be opened"):
            Database.open(tmp_path / "talks.db")
    finally:
        tmp_path.chmod(0o755)


def test_what_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "talks.db")
    db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="copy it to a folder where you may write"):
        db.execute("DELETE FROM runs")
    db.close()


def test_a_damaged_record_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "talks.db")
    change(tmp_path / "talks.db", "INSERT INTO runs (code, model, started_at) VALUES (CAST(x'FF' AS TEXT), 'm', 't')")
    db = Database.open(tmp_path / "talks.db")
    with pytest.raises(StoreError, match="is damaged"):
        db.rows("SELECT * FROM runs")
    db.close()


def test_a_damaged_index_is_found(tmp_path: Path) -> None:
    make(tmp_path / "talks.db")
    db = sqlite3.connect(tmp_path / "talks.db")
    db.execute("PRAGMA writable_schema = ON")
    with db:
        root = "(SELECT rootpage FROM sqlite_master WHERE name = 'failures')"
        db.execute(f"UPDATE sqlite_master SET rootpage = {root} WHERE name = 'reports_by_name'")
    db.close()
    damaged = Database.open(tmp_path / "talks.db")
    with pytest.raises(StoreError, match="is damaged"):
        damaged.check()
    damaged.close()


def test_a_transaction_stays_whole_or_not_at_all(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "talks.db")
    insert = "INSERT INTO runs (code, model, started_at) VALUES ('0', 'm', ?)"

    def be_killed() -> Iterator[tuple[str]]:
        yield ("t",)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), db.transaction():
        db.execute_many(insert, be_killed())
    assert db.rows("SELECT * FROM runs") == []
    db.close()


def test_decisions_are_carried_over_when_their_table_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = migrations.MIGRATIONS[: migrations.MIGRATIONS.index("additions")]
    with monkeypatch.context() as older:
        for module in (migrations, database):
            older.setattr(module, "MIGRATIONS", before)
        make(tmp_path / "talks.db")
    for sql in (
        "INSERT INTO runs (code, model, started_at) VALUES ('0', 'm', 't')",
        "INSERT INTO sources VALUES ('s', 'x.txt', x'')",
        "INSERT INTO reports (id, name, text, details, revised, source, run) VALUES ('rpt', 'x', 'words', '{}', '', 's', 1)",
        """INSERT INTO decisions (verdict, kind, report, evidence, blind, lot, "by", why, made_at, key)
           VALUES ('confirmed', 'statement', 'rpt', '{}', 1, 1, 'A. Veld', 'why', '2031-03-13T00:00:00+00:00', 'k')""",
        "INSERT INTO decisions (verdict, undoes, blind, \"by\", why, made_at) VALUES ('undo', 1, 0, 'A. Veld', '', '2031-03-14T00:00:00+00:00')",
        "INSERT INTO decided VALUES (1, 'rpt', 'stm', 'A. Veld')",
    ):
        change(tmp_path / "talks.db", sql)
    old = sqlite3.connect(tmp_path / "talks.db")
    kept = [old.execute(f"SELECT * FROM {table}").fetchall() for table in ("decided", "decisions")]
    columns = ", ".join(f'"{row[1]}"' for row in old.execute("PRAGMA table_info(decisions)"))
    old.close()
    db = Database.open(tmp_path / "talks.db")
    assert [tuple(row) for row in db.rows("SELECT * FROM decided")] == kept[0]
    assert [tuple(row) for row in db.rows(f"SELECT {columns} FROM decisions")] == kept[1]
    assert db.rows("PRAGMA foreign_key_check") == []
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        db.execute("UPDATE decisions SET why = ''")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("INSERT INTO decided VALUES (9, 'rpt', 'stm', 'A. Veld')")
    db.close()


def test_a_question_is_asked_for_any_number_of_values(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "talks.db")
    db.execute_many("INSERT INTO stale VALUES (?, ?)", ((f"stm_{n:04}", "statement") for n in range(1500)))
    wanted = [f"stm_{n:04}" for n in range(0, 1600, 2)]
    sql = "SELECT entry FROM stale WHERE entry IN (...) UNION ALL SELECT kind FROM stale WHERE entry IN (...) AND entry = 'stm_0002'"
    assert sorted(row[0] for row in db.rows_for(sql, wanted)) == ["statement", *wanted[:750]]
    assert list(db.rows_for(sql, [])) == []
    db.close()
