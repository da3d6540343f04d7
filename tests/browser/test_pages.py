"""Every type of page in a browser: it opens without errors, asks no other site for anything, and axe finds nothing serious."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import onrecord
from tests.browser.conftest import Site, open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SERIOUS = ("serious", "critical")


def list_pages(site: Site) -> list[str]:
    """One page of each type, and those that hold hostile words."""
    with onrecord.open(site.record) as record:
        said = next(found for found in record.statements() if found.report.name.startswith("hostile"))
        call = record.contacts()[0]
        kostan = record.actors(name="Kostan")[0].actor.id
        strand = record.actors(name="Strand")[0].actor.id
        record.distinguish_actors(kostan, strand, "A. Veld", "two people")
        record.decide([said.statement.id], "corrected", "A. Veld", "<b>why</b>", {"act": "urge"})
        record.decide([said.statement.id], "rejected", "I. Morn")
        entry = next(found.statement.id for found in record.statements(state="machine"))
    return [
        "/", "/help", "/statements", f"/statements/{said.statement.id}", "/contacts", f"/contacts/{call.contact.id}", "/timeline",
        "/actors", f"/actors/{kostan}", f"/actors/{kostan}/reports", f"/actors/{kostan}/merge?other=Drusk", f"/actors/{kostan}/rename?name=X",
        "/judgements", "/network", "/reports", f"/reports/{said.report.id}?s={said.statement.id}", "/search?q=list", "/runs", "/add",
        "/review", f"/review?entry={entry}", f"/review?entry={entry}&edit=1", "/review/all", "/review/disagreements", "/review/agreement",
        "/review/orphans", "/nowhere", "/positions", f"/actors/{kostan}/positions", "/utterances", f"/utterances/{said.statement.id}",
        "/occasions", f"/occasions/{call.contact.id}", f"/accounts?contact={call.contact.id}", "/accounts?words=list", "/contradictions",
        f"/origins/{said.statement.id}", f"/reports/{said.report.id}/add", f"/reports/{said.report.id}/add?of=contact",
    ]  # fmt: skip


def find_faults(page: "Page") -> list[str]:
    """What axe calls serious on a page, each with the first element that has it."""
    page.evaluate(AXE)
    result: dict[str, Any] = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", WCAG)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in result["violations"] if one["impact"] in SERIOUS]


def find_wide(page: "Page", width: int) -> list[str]:
    """What reaches beyond a window of some width."""
    page.set_viewport_size({"width": width, "height": 900})
    if page.evaluate("document.documentElement.scrollWidth") <= width:
        return []
    found: list[str] = page.evaluate(
        """width => [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width)
           .slice(0, 3).map((one) => "wide: " + one.outerHTML.slice(0, 120))""",
        width,
    )
    return found


def test_every_page_opens_without_errors_and_can_be_read_by_everybody(site: Site, page: "Page") -> None:
    faults = {}
    paths = list_pages(site)
    page.goto("/review")
    faults["/review without a name"] = find_faults(page)
    page.fill("#name", "C. Oss")
    page.click("text=Begin")
    for path in paths:
        response = page.goto(path)
        assert response is not None
        assert response.status == (404 if path == "/nowhere" else 200), path
        faults[path] = find_faults(page) + find_wide(page, 1280) + find_wide(page, 360)
        page.set_viewport_size({"width": 1280, "height": 900})
    assert {path: found for path, found in faults.items() if found} == {}


def test_pages_can_be_read_in_the_dark(site: Site, browser: "Browser") -> None:
    paths = list_pages(site)
    with open_page(browser, site.url, dark=True) as page:
        for path in (paths[3], paths[15], "/timeline", "/review/disagreements"):
            page.goto(path)
            assert find_faults(page) == [], path


def test_words_of_a_report_are_words_whatever_they_say(site: Site, page: "Page") -> None:
    with onrecord.open(site.record) as record:
        (report,) = [row.report for row in (found for found in record.statements()) if row.report.name.startswith("hostile")][:1]
    page.goto(f"/reports/{report.id}")
    assert page.inner_text("h1").startswith("<script>alert(1)</script>")
    assert "<img src=x onerror=alert(7)>" in page.inner_text(".body")
    assert page.locator("main script, main img, main svg, [onclick], a[href^='javascript']").count() == 0


def test_a_page_can_be_handed_on_as_one_file(site: Site, page: "Page", tmp_path: Path) -> None:
    page.goto("/statements")
    with page.expect_download() as download:
        page.click("text=one file")
    file = tmp_path / "handed.html"
    download.value.save_as(file)
    assert "Mirela Kostan" in file.read_text("utf8")
