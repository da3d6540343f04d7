"""Review in the browser, without scripts."""

import csv
import io
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord.errors import QueryError
from onrecord.web.fields import find_span, tell_value


@pytest.fixture
def veld(client: TestClient) -> TestClient:
    name(client, "A. Véld")
    return client


def name(client: TestClient, who: str) -> None:
    answer = client.post("/reviewer", data={"name": who, "next": "/review?act=report"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?act=report")


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def decide(client: TestClient, page: str, verdict: str, **more: str) -> str:
    names = ("entry", "seen", "key", "back")
    answer = client.post("/review", data={**{one: hidden(page, one) for one in names}, "verdict": verdict, **more})
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"]).text


def test_a_reviewer_gives_a_name_once(client: TestClient) -> None:
    page = client.get("/review?entry=x").text
    assert "Your name" in page
    assert hidden(page, "next") == "/review?entry=x"
    assert client.get("/review.json").json()["reviewer"] is None
    name(client, "A. Véld")
    assert "Your name" not in client.get("/review").text
    assert client.get("/review.json").json()["reviewer"] == "A. Véld"


def test_nobody_decides_without_a_name(client: TestClient) -> None:
    assert client.post("/review", data={"entry": "x", "verdict": "confirmed"}).status_code == 400
    assert client.post("/review/all", data={"expected": "5", "verdict": "confirmed"}).status_code == 400


def test_one_decision_after_the_other(veld: TestClient) -> None:
    page = veld.get("/review").text
    assert "5 left" in page
    assert "asked because: low confidence, 0.50" in page
    page = decide(veld, page, "confirmed", why="plain words")
    assert "Saved: " in page
    assert "plain words" in page
    assert 'data-say="Saved. 4 left."' in page
    page = decide(veld, page, "rejected")
    assert "In all: 1 confirmed, 1 rejected" in page
    page = decide(veld, page, "unsure")
    assert "2 left" in page


def test_what_is_sent_twice_counts_once(veld: TestClient) -> None:
    page = veld.get("/review").text
    decide(veld, page, "confirmed")
    assert "4 left" in decide(veld, page, "confirmed")


def test_every_decision_can_be_taken_back(veld: TestClient) -> None:
    page = veld.get("/review").text
    entries = []
    for _ in range(5):
        entries.append(hidden(page, "entry"))
        page = decide(veld, page, "confirmed")
    assert "Nothing is left" in page
    for left, entry in enumerate(reversed(entries), 1):
        answer = veld.post("/review/undo", data={"number": hidden(page, "number"), "key": f"u{left}", "back": ""})
        page = veld.get(answer.headers["location"]).text
        assert f"{left} left" in page
        assert hidden(page, "entry") == entry
    assert "Undo my last" not in page


def test_a_correction_shows_everywhere_with_what_the_machine_found(veld: TestClient) -> None:
    entry = hidden(veld.get("/review").text, "entry")
    page = veld.get(f"/review?entry={entry}&edit=1").text
    words = veld.get(f"/statements/{entry}.json").json()["statement"]["content"][0]["text"]
    page = decide(
        veld,
        page,
        "corrected",
        act="urge",
        speaker="Ana Drusk",
        content=words.split(" ", 1)[1],
        **{"said-from": "2031-03-01", "said-to": "2031-03-02"},
    )
    assert "✎ corrected" in page
    found = veld.get(f"/statements/{entry}.json").json()
    assert (found["state"], found["statement"]["act"], found["statement"]["speaker"]["name"]) == ("corrected", "urge", "Ana Drusk")
    assert found["statement"]["said"]["edtf"] == "2031-03-01/2031-03-02"
    assert found["statement"]["machine"]["act"] == "report"
    assert [one["by"] for one in found["decisions"]] == ["A. Véld"]
    assert "The machine found" in veld.get(f"/statements/{entry}").text
    assert veld.get("/statements.json?state=corrected").json()["count"]["total"] == 1
    assert "corrected" in veld.get("/statements.csv").text


def test_what_cannot_be_understood_is_said_on_the_page(veld: TestClient) -> None:
    page = veld.get("/review").text
    data = {one: hidden(page, one) for one in ("entry", "seen", "key", "back")} | {"verdict": "corrected"}
    for more, message in (
        ({}, "would stay as it is"),
        ({"content": "no such words"}, "are not in the report"),
        ({"act": "shout"}, "is no act"),
    ):
        answer = veld.post("/review", data=data | more)
        assert answer.status_code == 400
        assert message in answer.text
        assert "Save corrections" in answer.text
    answer = veld.post("/review", data=data | {"verdict": "confirmed", "seen": "seen_0"})
    assert answer.status_code == 409
    assert "has changed since it was shown" in answer.text


def test_contacts_are_reviewed_too(veld: TestClient) -> None:
    page = veld.get("/review?of=contacts").text
    assert "Call, held" in page
    page = veld.get(f"/review?of=contacts&edit=1&entry={hidden(page, 'entry')}").text
    page = decide(veld, page, "corrected", status="planned", parties="Ivo Strand; Mirela Kostan; Ana Drusk", round="2", place="Solmar")
    (contact,) = veld.get("/contacts.json").json()["contacts"]
    assert (contact["status"], contact["round"], contact["place"], len(contact["parties"])) == ("planned", 2, "Solmar", 3)
    assert "Nothing is left" in page
    assert "of=contacts" in page


def test_filters_stay_in_the_address(veld: TestClient) -> None:
    page = veld.get("/review?outlet=Courier&order=effect&limit=3").text
    assert hidden(page, "back") == "outlet=Courier&order=effect"
    assert "1 left" in page
    assert veld.get("/review?order=age").status_code == 400
    assert veld.get("/review?of=actors").status_code == 400
    assert "Nothing is left" in decide(veld, page, "confirmed")


def test_skipping_goes_on_and_decides_nothing(veld: TestClient) -> None:
    page = veld.get("/review").text
    skip = re.search(r'href="([^"]*)#item" data-key="s"', page)
    assert skip
    following = veld.get(unescape(skip[1])).text
    assert hidden(following, "entry") != hidden(page, "entry")
    assert "5 left" in following


def test_all_that_fit_are_decided_on_at_once_and_taken_back_at_once(veld: TestClient) -> None:
    page = veld.get("/review/all?outlet=Standard").text
    assert "Decide on all 2" in page
    data = {one: hidden(page, one) for one in ("expected", "key", "back")} | {"set": "issue=border", "why": "all about the bridge"}
    answer = veld.post("/review/all", data=data)
    page = veld.get(answer.headers["location"]).text
    assert "and all others of its lot" in page
    assert veld.get("/statements.json?issue=border").json()["count"]["total"] == 2
    veld.post("/review/undo", data={"number": hidden(page, "number"), "key": "x", "back": ""})
    assert veld.get("/statements.json?issue=border").json()["count"]["total"] == 0
    answer = veld.post("/review/all", data={"expected": "9", "verdict": "confirmed", "back": "", "key": "y"})
    assert answer.status_code == 409


def test_a_blind_reviewer_sees_what_others_decided_only_after(veld: TestClient) -> None:
    page = veld.get("/review").text
    entry = hidden(page, "entry")
    decide(veld, page, "corrected", act="urge", why="an appeal")
    name(veld, "I. Morn")
    assert "an appeal" in veld.get("/review?turn=second").text
    page = veld.get("/review?turn=second&blind=1").text
    assert hidden(page, "entry") == entry
    assert "an appeal" not in page
    assert "urge" not in page[page.index('id="item"') : page.index('id="queue"')]
    page = decide(veld, page, "confirmed", blind="1")
    assert "an appeal" in page
    assert veld.get(f"/statements/{entry}.json").json()["state"] == "disputed"
    page = veld.get("/review/disagreements").text
    assert "urge" in page
    assert "an appeal" in page
    said = list(csv.DictReader(io.StringIO(veld.get("/review/disagreements.csv").text)))
    assert [(row["entry"], row["by"], row["field"], row["says"]) for row in said] == [
        (entry, "A. Véld", "act", "urge"), (entry, "I. Morn", "act", said[0]["machine"]),
    ]  # fmt: skip
    assert veld.get("/review/disagreements.json?by=Nobody").json()["total"] == 0
    rows = {row["field"]: row for row in veld.get("/review/agreement.json").json()["agreement"]}
    assert (rows["stands"]["units"], rows["act"]["same"]) == (1, 0.0)
    assert veld.get("/review/agreement.json?blind=1").json()["agreement"] == []
    assert "not defined" in veld.get("/review/agreement").text


def test_nobody_takes_back_what_others_decided(veld: TestClient) -> None:
    decide(veld, veld.get("/review").text, "confirmed")
    name(veld, "I. Morn")
    answer = veld.post("/review/undo", data={"number": "1", "key": "x", "back": ""})
    assert answer.status_code == 400
    assert "who alone can take it back" in answer.text
    assert veld.post("/review/undo", data={"number": "none", "key": "x"}).status_code == 400


def test_words_are_found_in_the_text() -> None:
    text = "The list is short.\nThe list\nis long."
    assert find_span(text, "4-8") == [4, 8]
    assert find_span(text, "4-8 list") == [4, 8]
    assert find_span(text, "is  short") == [9, 17]
    assert find_span(text, "The list is long") == [19, 35]
    assert find_span(text, "4-9 The list is") == [0, 11]
    with pytest.raises(QueryError, match="in 2 places"):
        find_span(text, "list")
    with pytest.raises(QueryError, match="are not in"):
        find_span(text, "4-8 lost")


def test_values_in_words() -> None:
    assert tell_value(None) == "—"
    assert tell_value({"from": None, "to": "2031-03-14", "basis": "stated"}) == "… to 2031-03-14"
    assert tell_value([{"name": "A"}, {"name": "B"}]) == "A; B"
    assert tell_value([{"start": 0, "end": 1, "text": "x"}, {"start": 2, "end": 3, "text": "y"}]) == "x … y"


def test_somebody_else_settles_what_reviewers_dispute(client: TestClient) -> None:
    name(client, "A. Véld")
    page = client.get("/review").text
    entry = hidden(page, "entry")
    decide(client, page, "corrected", act="urge")
    name(client, "I. Morn")
    decide(client, client.get(f"/review?entry={entry}&turn=any").text, "rejected", why="no <i>words</i>")
    assert "Settle it" not in client.get("/review/disagreements").text
    name(client, "C. Oss")
    page = client.get("/review/disagreements").text
    assert "Settle it" in page
    assert "this settles what they dispute" in client.get(f"/review?entry={entry}&turn=any").text
    sent = {"entry": entry, "number": "1", "key": "k"}
    answer = client.post("/review/disagreements", data=sent)
    assert answer.status_code == 400
    assert "only with a reason" in answer.text
    answer = client.post("/review/disagreements", data={**sent, "why": "the <b>cue</b>"})
    assert answer.headers["location"] == f"/review/disagreements?settled=1#{entry}"
    page = client.get("/review/disagreements?settled=1").text
    assert "settled by <bdi>C. Oss</bdi>" in page
    assert "the &lt;b&gt;cue&lt;/b&gt;" in page
    assert "Nobody differs." in client.get("/review/disagreements").text
    statement = client.get(f"/statements/{entry}.json").json()
    assert (statement["state"], statement["statement"]["act"]) == ("corrected", "urge")
    assert [one["settles"] for one in statement["decisions"]] == [False, False, True]
    assert client.post("/review/undo", data={"number": "3", "next": "/review/disagreements"}).status_code == 303
    assert "1 entry" in client.get("/review/disagreements").text


def test_a_dispute_is_settled_otherwise_in_review(client: TestClient) -> None:
    name(client, "A. Véld")
    page = client.get("/review").text
    entry = hidden(page, "entry")
    decide(client, page, "confirmed")
    name(client, "I. Morn")
    decide(client, client.get(f"/review?entry={entry}&turn=any").text, "rejected")
    name(client, "C. Oss")
    decide(client, client.get(f"/review?entry={entry}&turn=any").text, "corrected", act="deny", settles="1", why="both wrong")
    assert client.get(f"/statements/{entry}.json").json()["state"] == "corrected"
