import pytest
from starlette.testclient import TestClient

from onrecord.errors import QueryError
from onrecord.web import check_host
from onrecord.web.security import HEADERS

FORM = {"text": "Mirela Kostan said that the road was open."}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.9"])
def test_this_machine_may_listen(host: str) -> None:
    check_host(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", "", "127.0.0.1.example.org"])
def test_other_addresses_need_users(host: str) -> None:
    with pytest.raises(QueryError, match="onrecord users add"):
        check_host(host)


@pytest.mark.parametrize("url", ["/", "/nothing", "/statements.json", "/reports.csv", "/statements?since=x"])
def test_every_answer_has_the_headers(client: TestClient, url: str) -> None:
    response = client.get(url)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in response.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8731", ""])
def test_a_foreign_name_for_this_machine_is_turned_away(client: TestClient, host: str) -> None:
    response = client.get("/", headers={"host": host})
    assert response.status_code == 403
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "none"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8731"}, 403),
        ({"origin": "http://127.0.0.1:8731"}, 303),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({}, 303),
    ],
)
def test_forms_come_from_the_site_itself(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/add", data=FORM, headers=headers).status_code == status


def test_looking_never_changes_anything(client: TestClient) -> None:
    for url in ("/judgements/1/undo", "/actors/act_0/merge"):
        assert client.get(url, headers={"sec-fetch-site": "cross-site"}).status_code in (404, 405)
    assert client.post("/statements").status_code == 405
    assert client.delete("/").status_code == 405
