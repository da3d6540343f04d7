import json
from pathlib import Path

from click.testing import CliRunner, Result

from onrecord.cli import main
from onrecord.users import User, Users, users_path

PASSWORD = "a long password"


def run(record: Path, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["users", *words, "--record", str(record)], input=typed)


def test_accounts_are_made_listed_and_taken_away(tmp_path: Path) -> None:
    record = tmp_path / "talks.db"
    assert "Nobody has an account." in run(record, "list").stderr
    assert not users_path(record).exists()
    result = run(record, "add", "A. Veld", "--role", "reviewer", typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert result.exit_code == 0, result.output
    assert PASSWORD not in result.output
    assert Users(users_path(record)).check("A. Veld", PASSWORD) == User("A. Veld", "reviewer")
    assert run(record, "list").stdout == "A. Veld: reviewer\n"
    assert json.loads(run(record, "list", "--json").stdout) == {"name": "A. Veld", "role": "reviewer"}
    assert run(record, "remove", "A. Veld").exit_code == 0
    assert run(record, "remove", "A. Veld").exit_code == 2


def test_a_token_is_printed_once(tmp_path: Path) -> None:
    record = tmp_path / "talks.db"
    token = run(record, "add", "dashboard", "--role", "reader", "--token").stdout.strip()
    assert Users(users_path(record)).find_token(token) == User("dashboard", "reader")


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path / "talks.db", "add", "A. Veld", "--role", "admin", typed="short\nshort\n")
    assert result.exit_code == 2
    assert "too short" in result.stderr


def test_nothing_is_served_to_others_without_accounts(tmp_path: Path) -> None:
    for options in (["--host", "0.0.0.0"], ["--login"]):
        result = CliRunner().invoke(main, ["serve", str(tmp_path / "talks.db"), *options])
        assert result.exit_code == 2
        assert "onrecord users add" in result.stderr
