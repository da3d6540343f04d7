"""Every page: it can be reached by links alone, it works without scripts, and it lets no report run one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from starlette.testclient import TestClient

import onrecord
from onrecord.web import make_app
from onrecord.web.pages import FAMILIES
from tests.web.conftest import HOSTILE, Elements

SITE = "http://127.0.0.1:8731"
START = ["/", "/help", "/judgements", "/search?q=list", "/search?q=script", "/timeline?since=2031-03-13&until=2031-03-15"]


def links_of(page: str, at: str) -> Iterator[str]:
    for tag, attributes in Elements(page).found:
        target = attributes.get("href") if tag in ("a", "link") else attributes.get("src")
        if target and not target.startswith("#"):
            url = urljoin(SITE + at, target)
            if urlsplit(url).netloc == urlsplit(SITE).netloc:
                yield url.removeprefix(SITE).split("#")[0]


def crawl(client: TestClient, most: int = 600) -> dict[str, str]:
    """All pages that links lead to, and forms without anything filled in, by address."""
    pages: dict[str, str] = {}
    seen = dict.fromkeys(START)
    for url in iter(lambda: next((u for u in seen if u not in pages), None), None):
        response = client.get(url)
        assert response.status_code == 200, (url, response.text[:500])
        pages[url] = response.text if response.headers["content-type"].startswith("text/html") else ""
        assert len(pages) < most, "links go on for ever"
        for link in links_of(pages[url], url):
            # Zooming goes on for ever, and filters add up in any order; one of each is enough.
            if not re.search(r"since=|until=|&|json\?|csv\?", link):
                seen[link] = None
    return pages


def test_every_place_is_reached_and_no_page_runs_what_a_report_says(client: TestClient) -> None:
    pages = crawl(client)
    for family in FAMILIES:
        for place in family.PLACES:
            pattern = re.compile(re.sub(r"\{\w+(:path)?\}", "[^/?]+", place.path) + r"(\?.*)?$")
            if place.path not in ("/add/{number}", "/actors/{key}/{kind}", "/positions/{issue}/{side:path}", "/contradictions/{a}/{b}"):
                assert any(pattern.match(url) for url in pages), place.path
    for url, page in pages.items():
        check_page(url, page)


def check_page(url: str, page: str) -> None:
    if not page:
        return
    elements = Elements(page)
    assert len(elements.all("h1")) == 1, url
    assert len(elements.all("main")) == 1, url
    exported = "export=html" in url
    ids = [attributes["id"] or "" for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids)), (url, sorted(one for one in ids if ids.count(one) > 1))
    for tag, attributes in elements.found:
        assert not any(name.startswith("on") for name in attributes), (url, tag, attributes)
        assert "style" not in attributes, (url, tag, attributes)
        assert tag not in ("iframe", "object", "embed", "base", "img"), (url, tag)
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/"), url
            assert not exported
        if tag == "style":
            assert exported
        for name in ("href", "src", "action"):
            target = attributes.get(name) or ""
            assert re.match(r"/(?!/)|#|$|https://courier\.example/1$", target), (url, target)
    for field in elements.all("input"):
        if field.get("type") not in ("hidden", "checkbox"):
            assert any(label.get("for") == field.get("id") for label in elements.all("label")), (url, field)


def test_words_of_reports_are_shown_as_they_are(client: TestClient) -> None:
    (row,) = client.get("/reports.json?q=onerror").json()["reports"]
    page = Elements(client.get(f"/reports/{row['id']}").text)
    for words in ("title", "outlet", "url"):
        assert str(HOSTILE[words]) in page.words
    assert "<img src=x onerror=alert(3)>" in page.words
    assert "<script>alert(6)</script>" in page.words
    assert not any("javascript" in (a.get("href") or "") for a in page.all("a"))
    assert all(a.get("lang") in (None, "en") for _, a in page.found)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__.rpartition(".")[2])
def test_every_page_has_a_twin(client: TestClient, family: object) -> None:
    statement, contact = (client.get(f"/{kind}.json").json()[kind][0] for kind in ("statements", "contacts"))
    keys = {
        "/reports": statement["report"]["id"], "/statements": statement["id"], "/contacts": contact["id"], "/origins": contact["id"],
        "/utterances": statement["id"], "/occasions": contact["id"],
    }  # fmt: skip
    for place in family.PLACES:  # type: ignore[attr-defined]
        if place.path in ("/positions/{issue}/{side:path}", "/contradictions/{a}/{b}"):
            continue  # this record has none; see test_across
        path = place.path.replace("{kind}", "rename").replace("{number}", "1")
        path = path.replace("{key}", keys.get(path.split("/{")[0], statement["speaker"]["id"]))
        response = client.get(f"{path}.json" + ("?name=X" if path.endswith("rename") else ""))
        value = json.loads(response.text)
        if place.path == "/add/{number}":
            assert (response.status_code, value["ok"]) == (404, False)
            continue
        assert (response.status_code, value["ok"]) == (200, True), path
        assert response.headers["content-type"] == "application/json"
        if place.csv:
            response = client.get(f"{path}.csv")
            assert response.headers["content-type"].startswith("text/csv")
            assert "attachment" in response.headers["content-disposition"]


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/nothing", 404),
        ("/statements/stm_0", 404),
        ("/contacts/cnt_0", 404),
        ("/utterances/stm_0", 404),
        ("/occasions/cnt_0", 404),
        ("/origins/stm_0", 404),
        ("/contradictions/stm_0/stm_1", 404),
        ("/positions/talks/Nowhere", 404),
        ("/actors/act_0/positions", 404),
        ("/utterances?since=yesterday", 400),
        ("/utterances?at_least=0", 400),
        ("/utterances?after=x", 400),
        ("/occasions?after=x", 400),
        ("/occasions?party=%21", 400),
        ("/accounts?until=x", 400),
        ("/contradictions?decision=x", 400),
        ("/reports/rpt_0", 404),
        ("/actors/act_0", 404),
        ("/actors/act_0/merge", 404),
        ("/add/7", 404),
        ("/static/0/site.css", 404),
        ("/statements?since=yesterday", 400),
        ("/statements?after=x", 400),
        ("/search?q=%22%22", 400),
        ("/actors?after=x", 400),
        ("/actors?order=x", 400),
    ],
)
def test_errors_say_what_is_wrong(client: TestClient, url: str, status: int) -> None:
    response = client.get(url)
    assert response.status_code == status
    if not url.startswith("/static"):
        bare, _, query = url.partition("?")
        twin = client.get(f"{bare}.json?{query}")
        assert (twin.status_code, twin.json()["ok"], twin.json()["status"]) == (status, False, status)
        assert twin.json()["error"]


def test_no_address_leads_out(client: TestClient) -> None:
    for url in ("//evil.example/x", "/%2F/evil.example", '/"><script>', "/reports//evil.example"):
        response = client.get(SITE + url)
        assert response.status_code == 404
        check_page(url, response.text)


def test_superseded_reports_say_so(client: TestClient, news: Path, record_path: Path) -> None:
    (old,) = client.get("/reports.json?q=pause").json()["reports"]
    (said,) = client.get("/statements.json?q=pause").json()["statements"]
    report = news / "kostan.md"
    report.write_text(report.read_text("utf8").replace("was possible", "was near"), "utf8")
    with onrecord.open(record_path) as record:
        record.read([report])
    (new,) = client.get("/reports.json?q=pause").json()["reports"]
    assert new["id"] != old["id"]
    for url in (f"/reports/{old['id']}", f"/statements/{said['id']}"):
        page = client.get(url).text
        assert "A later version of this report" in page
        assert f'href="/reports/{new["id"]}"' in page
    (now,) = client.get("/statements.json?q=pause").json()["statements"]
    assert now["report"]["id"] == new["id"]


def test_the_empty_record_has_pages(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    onrecord.open(path).close()
    client = TestClient(make_app(path), base_url=SITE)
    for url in ("/", "/statements", "/contacts", "/reports", "/actors", "/timeline", "/network", "/runs", "/search?q=x", "/judgements",
                "/positions", "/utterances", "/occasions", "/accounts", "/accounts?words=x", "/contradictions"):  # fmt: skip
        response = client.get(url)
        assert response.status_code == 200
        check_page(url, response.text)
