"""Adding what the machine has missed, in the browser without scripts."""

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import onrecord
from tests.web.conftest import HOSTILE

MISSED = {"of": "statement", "content": "the “list” is 'short'", "source": "Mirela Kostan", "cue": "said that", "speaker": "Mirela Kostan",
          "kind": "mixed", "act": "assess", "issue": "prisoners", "stance": "none", "said-from": "2031-03-13", "said-to": "2031-03-13",
          "why": "read <b>twice</b>", "key": "k"}  # fmt: skip


@pytest.fixture
def place(client: TestClient) -> str:
    client.post("/reviewer", data={"name": "A. Véld", "next": "/"})
    (row,) = client.get("/reports.json?q=onerror").json()["reports"]
    return f"/reports/{row['id']}"


def test_what_is_missing_is_added_and_said_to_be(client: TestClient, place: str) -> None:
    assert f'href="{place}/add?page=1"' in client.get(place).text
    blank = client.get(f"{place}/add").text
    assert '<option value="">choose</option>' in blank
    assert '<option value="Mirela Kostan">' in blank
    answer = client.post(f"{place}/add", data=MISSED)
    assert answer.status_code == 303, answer.text
    at = answer.headers["location"]
    entry = at.split("#")[1]
    page = client.get(at).text
    assert "✚ added by <bdi>A. Véld</bdi>" in page
    assert "Take it back" in page
    assert "read by</dt>" in client.get(f"/statements/{entry}").text
    statement = client.get(f"/statements/{entry}.json").json()
    assert (statement["state"], statement["statement"]["added_by"], statement["proof"]["added_by"]) == ("added", "A. Véld", "A. Véld")
    assert statement["proof"]["holds"]
    one = client.get(f"/statements/{entry}").text
    assert "how sure the reading model is" not in one
    assert "read &lt;b&gt;twice&lt;/b&gt;" in one
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(client.get("/statements.csv").text))}
    assert {key: row["added_by"] for key, row in rows.items() if row["added_by"]} == {entry: "A. Véld"}
    assert [row["id"] for row in client.get("/statements.json?state=added").json()["statements"]] == [entry]
    assert client.post(f"{place}/add", data=MISSED).headers["location"] == at


def test_it_is_taken_back_where_it_stands(client: TestClient, place: str, record_path: Path) -> None:
    at = client.post(f"{place}/add", data=MISSED).headers["location"]
    number = re.search(r'name="number" value="(\d+)"', client.get(at).text)
    assert number
    answer = client.post("/review/undo", data={"number": number[1], "next": place})
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert "added by" not in client.get(place).text
    assert "Take it back" not in client.get(at).text
    assert client.get(f"/statements/{at.split('#')[1]}").status_code == 404
    with onrecord.open(record_path) as record:
        assert record.verify() == ()
        assert [decision.verdict for decision in record.decisions()] == ["added", "undo"]
    assert "1 added" not in client.get("/review").text


def test_the_queue_takes_an_addition_back_too(client: TestClient, place: str) -> None:
    client.post(f"{place}/add", data=MISSED)
    number = re.search(r'name="number" value="(\d+)"', client.get("/review").text)
    assert number
    answer = client.post("/review/undo", data={"number": number[1], "back": ""})
    assert answer.headers["location"] == f"/review?undone={number[1]}#item"
    assert client.get(answer.headers["location"]).status_code == 200


def test_words_of_the_query_are_filled_in(client: TestClient, place: str) -> None:
    assert ">120-124</textarea>" in client.get(f"{place}/add?content=120-124").text
    contact = client.get(f"{place}/add?of=contact&evidence=0-8").text
    assert ">0-8</textarea>" in contact
    assert client.get(f"{place}/add?of=actor").status_code == 400
    assert client.get("/reports/nothing/add").status_code == 404
    assert client.post("/reports/nothing/add", data=MISSED).status_code == 404


@pytest.mark.parametrize(
    ("changes", "problem"),
    [({"content": "words that are not there"}, "are not in the report"), ({"act": ""}, "needs act"), ({"content": ""}, "needs words")],
)
def test_what_cannot_be_added_comes_back_as_it_was_written(client: TestClient, place: str, changes: dict[str, str], problem: str) -> None:
    answer = client.post(f"{place}/add", data={**MISSED, **changes})
    assert answer.status_code == 400
    assert problem in answer.text
    assert ">Mirela Kostan</textarea>" in answer.text
    assert 'value="2031-03-13"' in answer.text
    assert "read &lt;b&gt;twice&lt;/b&gt;" in answer.text


def test_a_contact_is_added(client: TestClient, place: str) -> None:
    sent = {"of": "contact", "evidence": "Ivo Strand said on 2031-03-13", "kind": "call", "status": "planned",
            "parties": "Ivo Strand; Mirela Kostan", "place": "Solmar", "when-from": "", "when-to": ""}  # fmt: skip
    at = client.post(f"{place}/add", data=sent).headers["location"]
    page = client.get(f"/contacts/{at.split('#')[1]}").text
    assert "✚ added by <bdi>A. Véld</bdi>" in page
    assert "Solmar" in page


def test_nobody_adds_without_a_name(client: TestClient) -> None:
    (row,) = client.get("/reports.json?q=onerror").json()["reports"]
    page = client.get(f"/reports/{row['id']}/add?content=0-8").text
    assert "Your name" in page
    assert f'name="next" value="/reports/{row["id"]}/add?content=0-8"' in page
    assert client.post(f"/reports/{row['id']}/add", data=MISSED).status_code == 400
    assert str(HOSTILE["name"]) not in page
