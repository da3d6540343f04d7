"""Corrections of who is who: seen before they are made, made by forms, and undone."""

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Elements

BY = {"by": "A. Veld", "why": "the same office"}


@pytest.fixture
def ids(client: TestClient) -> dict[str, str]:
    return {one["name"]: one["id"] for one in client.get("/actors.json").json()["actors"]}


def words(client: TestClient, url: str) -> str:
    return " ".join(Elements(client.get(url).text).words.split())


def test_actors_are_found_by_words_of_any_name_type_party_and_state(client: TestClient) -> None:
    def names(query: str) -> list[str]:
        return [one["name"] for one in client.get(f"/actors.json?{query}").json()["actors"]]

    assert names("q=kostan") == ["Mirela Kostan"]
    assert names("type=outlet") == ["Courier"]
    assert names("party=Orvania") == ["Mirela Kostan"]
    assert names("state=confirmed") == []
    assert set(names("state=machine")) == set(names("order=name"))
    assert names("order=name") == sorted(names("order=name"))


def test_an_actor_page_has_what_is_known(client: TestClient, ids: dict[str, str]) -> None:
    page = words(client, f"/actors/{ids['Ivo Strand']}")
    assert "Courier1 statement" in page
    assert "◇ machine" in page
    value = client.get(f"/actors/{ids['Ivo Strand']}.json").json()
    assert [one["name"] for one in value["actor"]["relayed_by"]] == ["Courier"]
    assert {one["id"] for one in value["latest_statements"]} == {
        one["id"] for one in client.get(f"/statements.json?speaker={ids['Ivo Strand']}").json()["statements"]
    }


def test_merging_is_seen_first_then_made_then_undone(client: TestClient, ids: dict[str, str]) -> None:
    one, other = ids["Ivo Strand"], ids["Courier"]
    preview = words(client, f"/actors/{one}/merge?other=Courier")
    assert "Are Ivo Strand and Courier one?" in preview
    assert client.get("/judgements.json").json()["judgements"] == []
    done = client.post(f"/actors/{one}/merge", data={"other": other, **BY})
    assert (done.status_code, done.headers["location"]) == (303, f"/actors/{one}?done=1")
    page = words(client, done.headers["location"])
    assert "Kept as judgement 1" in page
    assert "✓ confirmed" in page
    merged = client.get(f"/actors/{other}.json").json()["actor"]
    assert merged["id"] == client.get(f"/actors/{one}.json").json()["actor"]["id"]
    assert {name["name"] for name in merged["names"]} == {"Ivo Strand", "Courier"}
    assert client.get(f"/actors/{one}/merge?other={other}").status_code == 400
    undone = client.post("/judgements/1/undo", data={**BY, "back": one})
    assert (undone.status_code, undone.headers["location"]) == (303, f"/actors/{one}")
    assert {a["name"] for a in client.get("/actors.json").json()["actors"]} == set(ids)
    assert [j["kind"] for j in client.get("/judgements.json").json()["judgements"]] == ["undo", "merge"]
    assert "taken back" in words(client, "/judgements")


def test_splitting_goes_by_reports(client: TestClient, ids: dict[str, str]) -> None:
    one = ids["Mirela Kostan"]
    reports = client.get(f"/actors/{one}/reports.json").json()["reports"]
    assert len(reports) == 3
    query = f"report={reports[0]['id']}&report={reports[1]['id']}"
    assert "What 2 of 3 reports tell" in words(client, f"/actors/{one}/split?{query}")
    assert client.get(f"/actors/{one}/split").status_code == 400
    done = client.post(f"/actors/{one}/split", data={"report": [r["id"] for r in reports[:2]], **BY})
    assert done.status_code == 303
    assert sorted(a["reports"] for a in client.get("/actors.json?q=kostan").json()["actors"]) == [1, 2]


def test_renaming_and_keeping_apart(client: TestClient, ids: dict[str, str]) -> None:
    one = ids["Ivo Strand"]
    assert client.post(f"/actors/{one}/rename", data={"name": "<b>Strand</b>", **BY}).status_code == 303
    assert Elements(client.get(f"/actors/{one}").text).words.count("<b>Strand</b>") >= 2
    assert client.post(f"/actors/{one}/distinct", data={"other": "Courier", **BY}).status_code == 303
    refused = client.post(f"/actors/{one}/merge", data={"other": "Courier", **BY})
    assert refused.status_code == 409
    assert "contradicts judgement" in refused.text


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/actors/{one}/merge", {"other": "Nobody", **BY}, 400),
        ("/actors/{one}/merge", {"other": "Courier", "by": "", "why": "x"}, 400),
        ("/actors/{one}/rename", {"name": " ", **BY}, 400),
        ("/actors/{one}/split", BY, 400),
        ("/actors/{one}/praise", BY, 404),
        ("/actors/act_0/merge", {"other": "Courier", **BY}, 404),
        ("/judgements/9/undo", BY, 400),
        ("/judgements/x/undo", BY, 404),
    ],
)
def test_what_cannot_be_judged_is_said(client: TestClient, ids: dict[str, str], path: str, form: dict[str, str], status: int) -> None:
    assert client.post(path.format(one=ids["Ivo Strand"]), data=form).status_code == status
    assert client.get("/judgements.json").json()["judgements"] == []
