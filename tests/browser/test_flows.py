"""What people do from end to end, with the keyboard where that is the point."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import onrecord
from onrecord.users import Users, users_path
from tests.browser.conftest import Site, open_page, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def wait_for_saved(page: "Page", left: int) -> None:
    page.wait_for_selector(f"[data-say='Saved. {left} left.']")


def focused(page: "Page") -> str:
    found: str = page.evaluate("document.activeElement.id")
    return found


def test_ten_entries_are_reviewed_with_the_keyboard_alone(site: Site, page: "Page") -> None:
    page.goto("/review")
    for _ in range(30):
        page.keyboard.press("Tab")
        if focused(page) == "name":
            break
    page.keyboard.type("A. Veld")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-key='y']")
    total = int(re.search(r"(\d+) left", page.inner_text(".tally"))[1])  # type: ignore[index]
    for done, key in enumerate("ynuyynyuyn", 1):
        page.keyboard.press(key)
        wait_for_saved(page, total - done)
        assert focused(page) == "item"
    page.wait_for_selector("#status:has-text('Saved.')", state="attached")
    page.keyboard.press("z")
    page.wait_for_selector(f"[data-say='Taken back. {total - 9} left.']")
    page.keyboard.press("z")
    page.wait_for_selector(f"[data-say='Taken back. {total - 8} left.']")
    with onrecord.open(site.record) as record:
        assert record.verdicts("A. Veld") == {"confirmed": 4, "rejected": 2, "unsure": 2}


def begin(page: "Page") -> None:
    page.goto("/review?report=&outlet=Herald")
    page.fill("#name", "A. Veld")
    page.press("#name", "Enter")
    page.wait_for_selector("[data-key='e']")


def test_a_correction_is_made_with_the_keyboard_alone(site: Site, page: "Page") -> None:
    begin(page)
    page.keyboard.press("e")
    page.wait_for_selector("[data-edit]")
    content = page.locator("[data-spans='content'] textarea")
    before = content.input_value()
    page.get_by_role("button", name="content: start ▸").or_(page.get_by_label("content: start one word later")).first.focus()
    page.keyboard.press("Enter")
    assert content.input_value() != before
    assert content.input_value().split(" ", 1)[1] == before.split(" ", 2)[2]
    page.focus("#f-act")
    page.keyboard.type("urge")
    page.focus("#why")
    page.keyboard.type("without “that”")
    page.get_by_role("button", name="Save corrections").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".saved")
    with onrecord.open(site.record) as record:
        (found,) = record.statements(state="corrected")
        assert (found.statement.act, found.statement.content[0].text.split()[0]) == ("urge", "the")
        assert record.verify() == ()


def test_words_are_taken_from_the_text_with_the_mouse(site: Site, page: "Page") -> None:
    begin(page)
    page.click("[data-key='e']")
    page.wait_for_selector("[data-edit]")
    words = page.locator("#passage .u1-source").first
    box = words.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    page.get_by_label("to whom: take selection").click()
    taken = page.locator("[data-spans='addressee'] textarea").input_value()
    assert taken.split(" ", 1)[1] == words.inner_text()
    page.click("text=Save corrections")
    page.wait_for_selector(".saved")
    with onrecord.open(site.record) as record:
        (found,) = record.statements(state="corrected")
        assert found.statement.addressee == found.statement.source


def drag_over(page: "Page", words: str) -> None:
    """Select words of one piece of the text with the mouse."""
    box = page.evaluate(
        """words => {
            const walker = document.createTreeWalker(document.getElementById("passage"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                const { x, y, width, height } = range.getBoundingClientRect();
                return { x, y, width, height };
            }
        }""",
        words,
    )
    page.mouse.move(box["x"] + 0.5, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 0.5, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()


def test_what_the_machine_missed_is_added_from_the_text(site: Site, page: "Page") -> None:
    begin(page)
    with onrecord.open(site.record) as record:
        report = next(found.report for found in record.statements() if found.report.name == "long")
    page.goto(f"/reports/{report.id}")
    drag_over(page, "A long report")
    page.click("[data-add]")
    assert page.locator("[data-spans='content'] textarea").input_value().startswith("0-13")
    drag_over(page, "long")
    page.get_by_label("words for the speaker: take selection").click()
    assert page.locator("[data-spans='source'] textarea").input_value() == "2-6 long"
    page.get_by_label("words for the speaker: end one word later").focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-spans='source'] textarea").input_value() == "2-13 long report"
    page.fill("#f-speaker", "Ana Drusk")
    for name, value in (("kind", "indirect"), ("act", "warn")):
        page.select_option(f"#f-{name}", value)
    page.click("text=Add it")
    page.wait_for_selector(".saved")
    with onrecord.open(site.record) as record:
        (found,) = record.statements(state="added")
        assert (found.statement.added_by, found.speaker and found.speaker.name) == ("A. Veld", "Ana Drusk")
        assert [span.text for span in (*found.statement.content, *found.statement.source)] == ["A long report", "long report"]
    page.click("text=Take it back")
    page.wait_for_url(f"**/reports/{report.id}")
    with onrecord.open(site.record) as record:
        assert record.statements(state="added") == ()
        assert record.verify() == ()


def test_keys_can_be_turned_off(page: "Page") -> None:
    begin(page)
    page.goto("/help")
    page.uncheck("#keys")
    page.goto("/review")
    page.keyboard.press("y")
    page.wait_for_timeout(200)
    assert page.locator(".saved").count() == 0


def test_keys_typed_into_a_comment_decide_nothing(page: "Page") -> None:
    begin(page)
    page.focus("#why")
    page.keyboard.type("any news?")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.locator(".saved").count() == 0
    assert page.input_value("#why") == "any news?\n"


def test_all_of_a_filter_are_decided_on_and_taken_back(site: Site, page: "Page") -> None:
    begin(page)
    page.click("text=Decide on all of these")
    page.select_option("#set", "issue=border")
    page.click("text=Decide on all 12")
    page.wait_for_selector(".saved")
    with onrecord.open(site.record) as record:
        assert len(record.statements(issue="border", state="corrected")) == 12
    page.click(".saved button")
    page.wait_for_selector("[data-say='Taken back. 12 left.']")
    with onrecord.open(site.record) as record:
        assert not [found for found in record.statements() if found.statement.issue == "border"]


def test_files_are_brought_in(site: Site, page: "Page", tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    file.write_text("---\ntitle: New\ndate: 2031-03-21\noutlet: Herald\n---\nAna Drusk said that the gate was open.\n", "utf8")
    page.goto("/add")
    page.set_input_files("#files", str(file))
    page.click("text=Read the files")
    page.wait_for_selector("text=Read. 1 report in the record", timeout=30_000)  # the model is loaded first
    page.goto("/statements?q=gate")
    assert "the gate was open" in page.inner_text("main")


def test_actors_are_merged_and_parted_again(site: Site, page: "Page") -> None:
    page.goto("/actors?q=Drusk")
    page.click("main .actor, main tbody a >> nth=0")
    page.click("summary:has-text('It is the same as another actor')")
    page.fill("#merge", "Ivo Strand")
    page.press("#merge", "Enter")
    page.fill("#by", "A. Veld")
    page.fill("#why", "a test of names")
    page.click("text=Keep this judgement")
    page.wait_for_selector("text=Kept as judgement 1")
    with onrecord.open(site.record) as record:
        assert record.actors(name="Drusk") == record.actors(name="Strand")
    page.click("summary:has-text('Undo it')")
    page.fill("#by-undo", "A. Veld")
    page.fill("#why-undo", "it was a test")
    page.click("form:has(#by-undo) button")
    page.wait_for_load_state()
    with onrecord.open(site.record) as record:
        assert record.actors(name="Drusk") != record.actors(name="Strand")


def test_review_works_without_scripts(site: Site, browser: "Browser") -> None:
    with open_page(browser, site.url, scripts=False) as page:
        page.goto("/review?outlet=Herald")
        page.fill("#name", "A. Veld")
        page.click("text=Begin")
        page.click("text=Confirm")
        assert "Saved:" in page.inner_text(".saved")
        page.click("text=Edit")
        page.fill("#f-content", page.input_value("#f-content").split(" ", 2)[2])
        page.click("text=Save corrections")
        assert "corrected" in page.inner_text(".saved")
        page.click(".saved button")
        assert "is taken back" in page.inner_text("main")


def test_who_has_an_account_logs_in_and_out(browser: "Browser", record_path: Path) -> None:
    users = Users(users_path(record_path))
    users.add("A. Veld", "reviewer", "a long password")
    with serve(record_path, users) as site, open_page(browser, site.url) as page:
        page.goto("/review")
        page.fill("#name", "A. Veld")
        page.fill("#password", "a long password")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-key='y']")
        page.wait_for_load_state()  # the script that listens to keys comes with the page
        page.keyboard.press("y")
        page.wait_for_selector(".saved")
        assert "A. Veld" in page.inner_text(".me")
        page.click("text=Log out")
        page.wait_for_selector("#password")
        page.goto("/statements")
        assert "/login" in page.url
