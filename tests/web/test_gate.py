"""Who may do what, where there are users."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.errors import QueryError
from onrecord.users import User, Users, users_path
from onrecord.web import check_host, gate, make_app
from onrecord.web.gate import Throttle, safe_path
from onrecord.web.pages import FAMILIES

PASSWORD = "a long password"
SITE = "http://record.example"


@pytest.fixture
def users(record_path: Path) -> Users:
    made = Users(users_path(record_path))
    for role in ("reader", "reviewer", "admin"):
        made.add(role.title(), role, PASSWORD)
    return made


@pytest.fixture
def stranger(record_path: Path, users: Users) -> Iterator[TestClient]:
    with TestClient(make_app(record_path, users), base_url=SITE, follow_redirects=False) as client:
        yield client


def log_in(client: TestClient, name: str, password: str = PASSWORD, path: str = "/") -> int:
    return client.post("/login", data={"name": name, "password": password, "next": path}).status_code


def test_every_place_and_action_asks_for_an_account(stranger: TestClient) -> None:
    for family in FAMILIES:
        for place in family.PLACES:
            path = re.sub(r"[{}]|:path", "", place.path)
            answer = stranger.get(path + "?q=x")
            assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={path.replace('/', '%2F')}%3Fq%3Dx")
            for suffix in (".json", ".csv"):
                assert stranger.get(path + suffix).status_code == 401
        for action in getattr(family, "ACTIONS", ()):
            assert stranger.post(action.path.replace("{", "").replace("}", ""), data={"by": "x"}).status_code == 401
    assert stranger.post("/reviewer", data={"name": "x"}).status_code == 401
    assert stranger.get("/nowhere").status_code == 303


def test_the_page_that_asks_needs_no_account_and_says_nothing(stranger: TestClient) -> None:
    page = stranger.get("/login?next=/statements")
    assert page.status_code == 200
    assert 'value="/statements"' in page.text
    assert "Kostan" not in page.text
    assert "<nav" not in page.text
    (style,) = [part.split('"')[0] for part in page.text.split('href="') if part.startswith("/static") and "site.css" in part]
    assert stranger.get(style).status_code == 200


def test_who_logs_in_sees_the_record_until_they_log_out(stranger: TestClient) -> None:
    answer = stranger.post("/login", data={"name": " Reader ", "password": PASSWORD, "next": "/statements?act=report"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/statements?act=report")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    page = stranger.get("/statements")
    assert page.status_code == 200
    assert "Log out" in page.text
    kept = stranger.cookies["session"]
    assert stranger.post("/logout").headers["location"] == "/login"
    stranger.cookies.set("session", kept)
    assert stranger.get("/statements").status_code == 303


def test_over_tls_the_session_stays_there(record_path: Path, users: Users) -> None:
    with TestClient(make_app(record_path, users), base_url="https://record.example", follow_redirects=False) as client:
        answer = client.post("/login", data={"name": "Reader", "password": PASSWORD})
        assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("role", ["reader", "reviewer", "admin"])
def test_roles_are_checked_everywhere(stranger: TestClient, role: str) -> None:
    log_in(stranger, role.title())
    user = User(role, role)
    for family in FAMILIES:
        for place in family.PLACES:
            path = re.sub(r"[{}]|:path", "", place.path)
            assert (stranger.get(path).status_code == 403) is not user.may(place.role), path
            assert (stranger.get(path + ".json").status_code == 403) is not user.may(place.role), path
        for action in getattr(family, "ACTIONS", ()):
            path = action.path.replace("{", "").replace("}", "")
            assert (stranger.post(path, data={}).status_code == 403) is not user.may(action.role), path
    page = stranger.get("/").text
    assert ('href="/review"' in page) is (role != "reader")
    assert ('href="/add"' in stranger.get("/reports").text) is (role == "admin")


def test_every_action_is_for_reviewers_at_least() -> None:
    assert all(action.role in ("reviewer", "admin") for family in FAMILIES for action in getattr(family, "ACTIONS", ()))


def test_decisions_and_judgements_are_made_in_ones_own_name(stranger: TestClient) -> None:
    log_in(stranger, "Reviewer")
    entry = stranger.get("/review.json").json()["queue"]["items"][0]["entry"]
    assert stranger.post("/review", data={"entry": entry, "verdict": "confirmed", "by": "Admin"}).status_code == 303
    decisions = stranger.get(f"/statements/{entry}.json").json()["decisions"]
    assert [one["by"] for one in decisions] == ["Reviewer"]
    actor = stranger.get("/actors.json").json()["actors"][0]["id"]
    stranger.post(f"/actors/{actor}/rename", data={"name": "Another", "by": "Admin", "why": "x"})
    assert [one["by"] for one in stranger.get("/judgements.json").json()["judgements"]] == ["Reviewer"]
    assert stranger.post("/reviewer", data={"name": "Admin"}).headers.get("set-cookie") is None


def test_an_admin_takes_back_what_others_decided(stranger: TestClient) -> None:
    log_in(stranger, "Reviewer")
    entry = stranger.get("/review.json").json()["queue"]["items"][0]["entry"]
    stranger.post("/review", data={"entry": entry, "verdict": "rejected"})
    log_in(stranger, "Admin")
    assert stranger.post("/review/undo", data={"number": "1", "key": "x"}).status_code == 303
    assert stranger.get(f"/statements/{entry}.json").json()["state"] == "machine"


def test_programs_send_a_token(stranger: TestClient, users: Users) -> None:
    token = users.add_token("dashboard", "reader")
    headers = {"authorization": f"Bearer {token}"}
    assert stranger.get("/statements.json", headers=headers).status_code == 200
    assert stranger.post("/review", data={}, headers=headers).status_code == 403
    answer = stranger.get("/statements", headers={"authorization": "Bearer x"})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_a_removed_account_is_out_at_once(stranger: TestClient, users: Users) -> None:
    log_in(stranger, "Reader")
    users.remove("Reader")
    assert stranger.get("/statements").status_code == 303


def test_many_wrong_passwords_are_not_taken(stranger: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        assert log_in(stranger, "Reader", "wrong password") == 403
    answer = stranger.post("/login", data={"name": "Reader", "password": PASSWORD})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 300
    assert log_in(stranger, "Admin") == 303
    monkeypatch.setattr(gate, "WINDOW", 0.0)
    assert log_in(stranger, "Reader") == 303


def test_an_address_that_tries_many_names_has_to_wait() -> None:
    throttle = Throttle()
    for n in range(20):
        assert throttle.wait(f"name {n}", "10.0.0.1") == 0
        throttle.fail(f"name {n}", "10.0.0.1")
    assert throttle.wait("another", "10.0.0.1") > 0
    assert throttle.wait("another", "10.0.0.2") == 0


def test_a_form_from_another_site_is_turned_away(stranger: TestClient) -> None:
    log_in(stranger, "Admin")
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://other.example"}):
        assert stranger.post("/review", data={}, headers=headers).status_code == 403
        assert stranger.post("/login", data={}, headers=headers).status_code == 403


def test_a_form_that_is_too_long_is_not_taken(stranger: TestClient) -> None:
    assert stranger.post("/login", data={"name": "x" * 20_000}).status_code == 413


@pytest.mark.parametrize("path", ["https://other.example/", "//other.example", "/\\other.example", "", "javascript:alert(1)", "/a\nb"])
def test_nobody_is_led_to_another_site(path: str) -> None:
    assert safe_path(path) == "/"


def test_on_this_machine_a_name_is_kept_where_scripts_cannot_read_it(client: TestClient) -> None:
    answer = client.post("/reviewer", data={"name": "  A.  Véld; x ", "next": "/review"})
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert client.get("/review.json").json()["reviewer"] == "A. Véld; x"
    assert client.get("/login").status_code == 404


def test_other_machines_are_served_only_with_accounts(tmp_path: Path, users: Users) -> None:
    none = Users(tmp_path / "none.db")
    check_host("127.0.0.1", None)
    check_host("0.0.0.0", users)
    with pytest.raises(QueryError, match="onrecord users add"):
        check_host("0.0.0.0", none)
    with pytest.raises(QueryError, match="onrecord users add"):
        check_host("127.0.0.1", none, login=True)
