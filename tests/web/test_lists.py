"""Lists of statements, contacts, reports and actors; single entries; search, timeline and network."""

import csv
import io
import re
import sqlite3
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Elements


@pytest.mark.parametrize("kind", ["statements", "contacts", "reports", "actors"])
def test_pages_follow_each_other_without_gap_or_double(client: TestClient, kind: str) -> None:
    whole = [one["id"] for one in client.get(f"/{kind}.json").json()[kind]]
    url, found = f"/{kind}?limit=1", []
    while url:
        value = client.get(url.replace("?", ".json?")).json()
        found += [one["id"] for one in value[kind]]
        url = value["next"]
    assert found == whole
    assert len(found) > 1 or kind == "contacts"


def test_every_number_of_a_facet_is_the_number_of_what_it_opens(client: TestClient) -> None:
    for kind in ("statements", "contacts", "reports"):
        count = client.get(f"/{kind}.json").json()["count"]
        assert count["whole"]
        for name, values in count["facets"].items():
            for value in values:
                found = client.get(f"/{kind}.json?" + urlencode({name: value["value"]})).json()
                assert len(found[kind]) == found["count"]["total"] == value["count"], (kind, name, value)


def test_filters_add_up_and_can_be_taken_off(client: TestClient) -> None:
    (kostan,) = [one for one in client.get("/actors.json").json()["actors"] if one["name"] == "Mirela Kostan"]
    page = Elements(client.get(f"/statements?speaker={kostan['id']}&outlet=Courier").text)
    assert "1 statement that fits" in page.words
    off = [a["href"] for a in page.all("a") if (a.get("aria-label") or "").startswith("Take off")]
    assert off == ["/statements?outlet=Courier", f"/statements?speaker={kostan['id']}"]


def test_days_ask_for_overlap(client: TestClient) -> None:
    def days(query: str) -> list[str]:
        return [one["said"]["edtf"] for one in client.get(f"/statements.json?{query}&order=oldest").json()["statements"]]

    assert days("since=2031-03-14&until=2031-03-14") == ["../2031-03-14", "2031-03-14", "../2031-03-15"]
    assert days("until=2031-03-12") == ["2031-03-12", "../2031-03-14", "../2031-03-15"]


def test_csv_has_all_rows_and_no_formulas(client: TestClient, record_path: Path) -> None:
    db = sqlite3.connect(record_path)
    db.execute("UPDATE actors SET name = '=1+1' WHERE name = 'Ivo Strand'")
    db.commit()
    db.close()
    rows = list(csv.DictReader(io.StringIO(client.get("/statements.csv").text)))
    assert len(rows) == len(client.get("/statements.json").json()["statements"])
    assert "'=1+1" in {row["speaker"] for row in rows}
    assert {row["state"] for row in rows} == {"machine"}


def test_every_page_with_a_table_has_it_as_csv(client: TestClient) -> None:
    (kostan,) = [one for one in client.get("/actors.json").json()["actors"] if one["name"] == "Mirela Kostan"]
    hits = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=pause").text)))
    assert [hit["id"] for hit in hits] == [one["id"] for one in client.get("/search.json?q=pause").json()["statements"]]
    days = list(csv.DictReader(io.StringIO(client.get("/timeline.csv").text)))
    counted = client.get("/timeline.json").json()["days"]
    assert {row["day"]: int(row["statements"]) for row in days if int(row["statements"])} == counted["statements"]
    issues = list(csv.DictReader(io.StringIO(client.get(f"/actors/{kostan['id']}/positions.csv").text)))
    assert len(issues) == len(client.get(f"/actors/{kostan['id']}/positions.json").json()["positions"])
    for path, column in (("/search", "id"), ("/judgements", "made_at"), ("/review/agreement", "alpha"), ("/accounts", "account_of")):
        answer = client.get(f"{path}.csv")
        assert answer.status_code == 200
        assert column in answer.text.splitlines()[0]


def read_csv(client: TestClient, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").text)))


@pytest.mark.parametrize("family", ["statements", "contacts"])
def test_the_evidence_of_an_entry_is_a_table(client: TestClient, family: str) -> None:
    key = client.get(f"/{family}.json").json()[family][0]["id"]
    rows = read_csv(client, f"/{family}/{key}")
    slicings = client.get(f"/{family}/{key}.json").json()["proof"]["spans"]
    assert [(row["role"], int(row["start"]), row["words"]) for row in rows] == [(s["role"], s["start"], s["text"]) for s in slicings]
    assert {(row["entry"], row["same"]) for row in rows} == {(key, "True")}


def test_what_is_known_of_an_actor_is_a_table(client: TestClient) -> None:
    (kostan,) = [one for one in client.get("/actors.json").json()["actors"] if one["name"] == "Mirela Kostan"]
    profile = client.get(f"/actors/{kostan['id']}.json").json()["actor"]
    rows = read_csv(client, f"/actors/{kostan['id']}")
    assert [(row["value"], int(row["reports"])) for row in rows if row["about"] == "name"] == [
        (one["name"], one["reports"]) for one in profile["names"]
    ]
    assert [row["value"] for row in rows if row["about"] == "office"] == [one["role"] for one in profile["offices"]]
    appearances = read_csv(client, f"/actors/{kostan['id']}/reports")
    assert len(appearances) == kostan["reports"]
    assert all("Kostan" in row["names"] for row in appearances)


def test_a_statement_is_proved_or_said_not_to_be(client: TestClient, record_path: Path) -> None:
    (one,) = client.get("/statements.json?q=pause").json()["statements"]
    url = f"/statements/{one['id']}"
    value = client.get(f"{url}.json").json()
    assert value["proof"]["holds"]
    assert value["statement"]["state"] == "machine"
    assert {"that a pause in the fighting was possible", one["report"]["title"], value["proof"]["sha256"]} <= {
        *value["citation"].splitlines(), one["report"]["title"], value["proof"]["sha256"],
    }  # fmt: skip
    db = sqlite3.connect(record_path)
    db.execute("UPDATE evidence SET text = 'that a truce in the fighting was possible' WHERE entry = ? AND role = 'content'", (one["id"],))
    db.execute("UPDATE sources SET data = x'00'")
    db.commit()
    db.close()
    page = Elements(client.get(url).text).words
    assert "not verified ✗" in page
    assert "that a pause in the fighting was possible" in page
    assert client.get(f"{url}.json").json()["proof"]["holds"] is False


def test_evidence_that_fits_no_text_is_a_failure_on_the_page_not_of_it(client: TestClient, record_path: Path) -> None:
    (one,) = client.get("/statements.json?q=pause").json()["statements"]
    db = sqlite3.connect(record_path)
    db.execute("UPDATE evidence SET text = text || '!' WHERE entry = ? AND role = 'content'", (one["id"],))
    db.commit()
    db.close()
    for url in ("/statements", f"/statements/{one['id']}"):
        assert client.get(url).status_code == 200
    assert "not verified ✗" in client.get(f"/statements/{one['id']}").text
    broken = client.get(f"/reports/{one['report']['id']}")
    assert broken.status_code == 500
    assert "onrecord verify" in broken.text
    assert "content-security-policy" in broken.headers


def test_what_is_relayed_is_reported_to_have_been_said(client: TestClient) -> None:
    (one,) = client.get("/statements.json?q=café").json()["statements"]
    words = " ".join(Elements(client.get(f"/statements/{one['id']}").text).words.split())
    assert "Ivo Strand is reported by Courier to have said, by 15 March 2031" in words
    assert "who reports Ivo Strand" in words


def test_search_finds_sentences_and_leads_to_them(client: TestClient) -> None:
    value = client.get("/search.json?q=cafe").json()
    assert [hit["words"] for hit in value["statements"]] == [[{"start": 33, "end": 37, "text": "café"}]]
    (hit,) = value["reports"]
    assert (hit["words"], hit["others"]) == ([{"start": 2, "end": 6, "text": "café"}], 1)
    page = Elements(client.get("/search?q=cafe").text)
    (link,) = [a["href"] for a in page.all("a") if (a.get("href") or "").endswith("#sought")]
    assert link
    reader = client.get(link).text
    assert re.search(r'<mark class="sought" id="sought"><span data-at="\d+">café</span></mark>', reader)
    assert "Nothing" not in client.get("/search?q=zebra").text
    assert client.get("/search?q=a%00b").status_code == 200
    assert "No statement has these words." in client.get("/search?q=zebra").text


def test_bounds_are_said_on_the_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("onrecord.store.hits.RANKED", "onrecord.web.pages.search.RANKED", "onrecord.store.tallies.COUNTED",
                 "onrecord.store.network.COUNTED", "onrecord.web.pages.network.COUNTED", "onrecord.catalogue.COUNTED",
                 "onrecord.web.pages.timeline.DRAWN", "onrecord.web.pages.timeline.LISTED"):  # fmt: skip
        monkeypatch.setattr(name, 1)
    page = " ".join(Elements(client.get("/search?q=that").text).words.split())
    assert "More than 1 statements have these words; the best are looked for among the 1 that came last." in page
    for name in ("onrecord.store.hits.TOGETHER", "onrecord.web.pages.search.TOGETHER"):
        monkeypatch.setattr(name, 1)
    page = " ".join(Elements(client.get('/search?q="said that"').text).words.split())
    assert "No statement has these words." in page
    page = " ".join(Elements(client.get('/search?q="that the"').text).words.split())
    assert (
        "More than 1 statements have these words; those that came last are first, and numbers beside the filters count 1 of them." in page
    )
    assert "counted over the latest 1 statements and 1 contacts" in client.get("/network").text
    assert "Numbers beside the filters count the latest 1 of them." in client.get("/statements").text
    assert "The list has the first 1 statements and the first 1 contacts of this time." in client.get("/timeline").text


def test_the_timeline_keeps_said_and_reported_apart(client: TestClient) -> None:
    page = client.get("/timeline").text
    elements = Elements(page)
    assert [g.get("role") for g in elements.all("svg")] == ["group"]
    assert re.findall(r'class="lane">(\w+)<', page) == ["said", "reported", "contacts"]
    assert 'class="bar said hollow"' in page
    assert {t["datetime"] for t in elements.all("time")} >= {"2031-03", "2031-03-12"}
    value = client.get("/timeline.json").json()
    assert value["days"]["statements"]["2031-03-12"] == 1
    assert client.get("/timeline.json?since=2040-01-01").json()["statements"] == []


@pytest.mark.parametrize("query", ["since=2040-01-01", "until=1999-01-01", "since=2031-03-14&until=2031-03-12", "since=0001-01-01",
                                   "until=9999-12-31", "since=2031-03-13&until=2031-03-13"])  # fmt: skip
def test_any_period_has_a_timeline(client: TestClient, query: str) -> None:
    assert client.get(f"/timeline?{query}").status_code == 200


def test_links_of_the_network_open_their_entries(client: TestClient) -> None:
    value = client.get("/network.json").json()
    page = Elements(client.get("/network").text)
    assert value["links"]
    targets = [a["href"] or "" for a in page.all("a") if "about=" in (a.get("href") or "") or "with=" in (a.get("href") or "")]
    counts = sorted(link["count"] for link in value["links"])
    found = []
    for url in dict.fromkeys(targets):
        kind = url[1:].split("?")[0]
        found.append(client.get(url.replace("?", ".json?")).json()["count"]["total"])
        assert kind in ("statements", "contacts")
    assert sorted(found) == counts


def test_failures_are_seen(client: TestClient) -> None:
    for url in ("/runs", "/runs.csv"):
        assert "broken<i>.txt" in (Elements(client.get(url).text).words if url == "/runs" else client.get(url).text)
    assert client.get("/.json").json()["holds"]["failures"] == 1


def test_exported_pages_need_no_server(client: TestClient) -> None:
    response = client.get("/statements?export=html")
    page = Elements(response.text)
    assert "attachment" in response.headers["content-disposition"]
    (policy,) = [m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert page.all("style")
    assert not page.all("form")
    assert not page.all("script")
    assert not page.all("link")
    assert not any((a.get("href") or "").startswith("/") for a in page.all("a"))
    assert "that a pause in the fighting was possible" in page.words


def test_the_first_page_of_a_reader_is_light(client: TestClient) -> None:
    for row in client.get("/reports.json").json()["reports"]:
        assert len(client.get(f"/reports/{row['id']}").content) < 100_000
