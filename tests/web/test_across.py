"""Pages about what several reports tell: positions, utterances, contacts, accounts, contradictions, origins."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web import make_app
from tests.across.conftest import Said, make_entries
from tests.contacts import SIDES, Told, record_of
from tests.contested import NOT_SHOT, SHOT, make, tell
from tests.records import group, open_record, write
from tests.web.conftest import Elements
from tests.web.test_site import check_page

QUOTE = "No convoy will cross the <b>northern</b> bridge before all nine of the crew are home"
SHORT = "that no convoy would cross the <b>northern</b> bridge before all seven of the crew were home"
KOSTAN = Said("Mirela Kostan", QUOTE, "2031-03-12")
LATER = Said("Mirela Kostan", "A convoy can cross the <b>northern</b> bridge at once", "2031-03-20", act="agree", stance="for")
SIDE = "<i>Orvania</i>/north"
SITE = "http://127.0.0.1:8731"


def open_client(path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(path), base_url=SITE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def said(tmp_path: Path) -> Iterator[TestClient]:
    """A record in which three reports tell of one utterance, the last two of them copies."""
    db = open_record(tmp_path / "said.db")
    own = replace(KOSTAN, party=SIDE)
    for entries in (
        make_entries("first", [own]),
        make_entries("second", [replace(own, content=SHORT, kind="indirect")], "2031-03-15", "<svg onload=alert(2)>"),
        make_entries("third", [replace(LATER, party=SIDE)], "2031-03-21"),
    ):
        write(db, entries)
    group(db)
    db.execute("UPDATE runs SET started_at = '2031-04-01T12:00:00+00:00'")
    db.close()
    yield from open_client(tmp_path / "said.db")


@pytest.fixture
def contested(tmp_path: Path) -> Iterator[TestClient]:
    make(tmp_path / "contested.db", [tell("first", SHOT), tell("second", NOT_SHOT)]).close()
    yield from open_client(tmp_path / "contested.db")


@pytest.fixture
def met(tmp_path: Path) -> Iterator[TestClient]:
    planned = Told("talks", "planned", SIDES, (10, 10), "Geneva", 2, 5, "ledger", words="The second round will begin on 10 March.")
    held = Told("talks", "held", SIDES, (10, 11), "Geneva", 2, 12, "<b>courier</b>", per="Ivo Strand", words="The second round ended.")
    before = Told("talks", "held", SIDES, (-20, -20), "Vienna", 1, -19, "wire", words="The first round was held in Vienna.")
    record_of(tmp_path / "met.db", [planned], [held], [before]).close()
    yield from open_client(tmp_path / "met.db")


def read(client: TestClient, url: str) -> Elements:
    page = client.get(url)
    assert page.status_code == 200, (url, page.text[:300])
    check_page(url, page.text)
    bare, _, query = url.partition("?")
    twin = client.get(f"{bare}.json?{query}")
    assert twin.json()["ok"], url
    return Elements(page.text)


def test_a_cell_opens_its_sentences(said: TestClient) -> None:
    page = read(said, "/positions")
    assert page.all("caption")
    assert {th["scope"] for th in page.all("th")} == {"col", "row"}
    assert SIDE in page.words
    (cell,) = [a["href"] or "" for a in page.all("a") if (a.get("href") or "").startswith("/positions/")]
    ladder = read(said, cell)
    assert len(said.get(f"{cell}.json").json()["position"]["steps"]) == 2
    assert "<b>northern</b>" in ladder.words
    assert "Step by step" in ladder.words
    rows = list(csv.DictReader(io.StringIO(said.get(f"{cell}.csv").text)))
    assert [row["stance"] for row in rows] == ["for", "against"]
    assert "Nothing is on record that fits" in read(said, f"{cell}?until=2030-01-01").words
    assert len(said.get(f"{cell}.json?until=2031-03-13").json()["position"]["steps"]) == 1
    assert "No side has taken" in read(said, "/positions?side=Tamesh").words


def test_a_page_has_the_latest_steps_and_the_csv_all(said: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.pages.positions.STEPS", 1)
    (cell,) = [a["href"] or "" for a in read(said, "/positions").all("a") if (a.get("href") or "").startswith("/positions/")]
    assert "1 earlier step is not shown" in read(said, cell).words
    assert said.get(f"{cell}.json").json()["position"]["left_out"] == 1
    assert len(list(csv.DictReader(io.StringIO(said.get(f"{cell}.csv").text)))) == 2


def test_an_actor_has_positions(said: TestClient) -> None:
    (actor,) = [one["id"] for one in said.get("/actors.json").json()["actors"] if one["name"] == "Mirela Kostan"]
    assert f"/actors/{actor}/positions" in said.get(f"/actors/{actor}").text
    page = read(said, f"/actors/{actor}/positions")
    assert f"/actors/{actor}/positions?issue=talks" in {a.get("href") for a in page.all("a")}
    assert len(said.get(f"/actors/{actor}/positions.json?issue=talks").json()["position"]["steps"]) == 2
    read(said, f"/actors/{actor}/positions?issue=talks")


def test_an_utterance_shows_how_tellings_differ(said: TestClient) -> None:
    (one,) = said.get("/utterances.json").json()["utterances"]
    assert one["reports"] == 2
    assert "2 reports · 2 origins" in read(said, "/utterances").words
    page = read(said, f"/utterances/{one['id']}")
    text = said.get(f"/utterances/{one['id']}").text
    rows = list(csv.DictReader(io.StringIO(said.get(f"/utterances/{one['id']}.csv").text)))
    assert [row["id"] for row in rows] == [told["id"] for told in one["tellings"]]
    assert '<ins><span class="hidden">added: </span>seven</ins>' in text
    assert "numbers differ" in page.words
    assert "<b>northern</b>" in page.words
    statement = read(said, f"/statements/{one['tellings'][1]['id']}")
    assert f"/utterances/{one['tellings'][1]['id']}" in {a.get("href") for a in statement.all("a")}
    origins = said.get(f"/origins/{one['id']}.json").json()
    assert (origins["reports"], origins["origins"]) == (2, 2)
    assert "<svg onload=alert(2)>" in read(said, f"/origins/{one['id']}").words
    assert read(said, "/utterances?at_least=3").words.count("Nothing in the record fits.") == 1


def test_pages_of_utterances_follow_each_other(said: TestClient) -> None:
    first = said.get("/utterances.json?at_least=1&limit=1").json()
    assert first["next"] == "/utterances?at_least=1&after=1&limit=1"
    second = said.get(first["next"].replace("?", ".json?")).json()
    assert second["next"] is None
    assert {one["id"] for value in (first, second) for one in value["utterances"]} == {
        one["id"] for one in said.get("/utterances.json?at_least=1").json()["utterances"]
    }


def test_a_contact_is_there_once_with_its_history(met: TestClient) -> None:
    page = read(met, "/occasions")
    assert "Talks (round 2), held" in " ".join(page.words.split())
    latest, earliest = met.get("/occasions.json").json()["occasions"]
    assert [step["status"] for step in latest["history"]] == ["planned", "held"]
    assert earliest["places"] == ["Vienna"]
    assert [one["id"] for one in met.get("/occasions.json?order=oldest").json()["occasions"]] == [earliest["id"], latest["id"]]
    first = met.get("/occasions.json?limit=1").json()
    assert met.get(first["next"].replace("?", ".json?")).json()["occasions"][0]["id"] == earliest["id"]
    one = " ".join(read(met, f"/occasions/{latest['tellings'][1]['id']}").words.split())
    assert "after the last one on record" in one
    assert "The <b>courier</b>" in one
    contact = read(met, f"/contacts/{latest['tellings'][0]['id']}")
    assert f"/occasions/{latest['tellings'][0]['id']}" in {a.get("href") for a in contact.all("a")}
    accounts = read(met, f"/accounts?contact={latest['id']}")
    assert "Account of Tamesh" in accounts.words
    assert len(list(csv.DictReader(io.StringIO(met.get("/occasions.csv").text)))) == 2
    tellings = list(csv.DictReader(io.StringIO(met.get(f"/occasions/{latest['id']}.csv").text)))
    assert [row["id"] for row in tellings] == [one["id"] for one in latest["tellings"]]


def test_a_pair_is_decided_on_and_the_decision_taken_back(contested: TestClient) -> None:
    (pair,) = contested.get("/contradictions.json").json()["contradictions"]
    a, b = pair["a"]["id"], pair["b"]["id"]
    url = f"/contradictions/{a}/{b}"
    assert url in {one.get("href") for one in read(contested, "/contradictions").all("a")}
    form = {"a": a, "b": b, "verdict": "rejected", "why": "<b>two</b> ferries", "seen": ""}
    assert contested.post("/contradictions", data=form).status_code == 400
    contested.post("/reviewer", data={"name": "A. Veld", "next": "/contradictions"})
    assert contested.post("/contradictions", data={**form, "why": ""}).status_code == 400
    answer = contested.post("/contradictions", data=form)
    assert (answer.status_code, answer.headers["location"]) == (303, url)
    assert contested.post("/contradictions", data=form).status_code == 303
    assert contested.post("/contradictions", data={**form, "verdict": "unsure"}).status_code == 409
    assert contested.get("/contradictions.json").json()["contradictions"] == []
    assert len(contested.get("/contradictions.json?decision=rejected").json()["contradictions"]) == 1
    page = read(contested, url)
    assert "✕ rejected" in page.words
    assert "<b>two</b> ferries" in page.words
    decision = contested.get(f"{url}.json").json()["decision"]
    assert (decision["number"], decision["by"]) == (1, "A. Veld")
    contested.post("/reviewer", data={"name": "I. Morn", "next": "/contradictions"})
    taken = {"a": a, "b": b, "number": "1", "why": "wrong pair"}
    assert contested.post("/contradictions/undo", data=taken).status_code == 400
    contested.post("/reviewer", data={"name": "A. Veld", "next": "/contradictions"})
    assert contested.post("/contradictions/undo", data={**taken, "list": "1", "back": "kind=denial"}).headers["location"] == (
        f"/contradictions?kind=denial#{a}-{b}"
    )
    assert len(contested.get("/contradictions.json?decision=open").json()["contradictions"]) == 1
    assert "/contradictions?decision=open" in contested.get("/review").text
