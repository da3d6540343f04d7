import time
from typing import Any

from starlette.testclient import TestClient

from tests.web.conftest import Elements


def wait(client: TestClient, url: str) -> dict[str, Any]:
    for _ in range(200):
        value: dict[str, Any] = client.get(f"{url}.json").json()
        if value["state"] in ("done", "failed"):
            return value
        time.sleep(0.02)
    raise AssertionError(value)


def test_files_are_read_in_the_background_and_failures_are_seen(client: TestClient) -> None:
    files = [
        ("files", ("one.txt", b"Lena Orsk said that the bridge was shut.\n")),
        ("files", ("../../two.txt", b"a\0b")),
        ("files", ("", b"")),
    ]
    sent = client.post("/add", files=files)
    assert (sent.status_code, sent.headers["location"]) == (303, "/add/1")
    done = wait(client, "/add/1")
    assert (done["state"], done["names"], done["unchanged"]) == ("done", ["one.txt", "two.txt"], 0)
    assert [failure["path"] for failure in done["failures"]] == ["two.txt"]
    (row,) = client.get("/reports.json?q=bridge").json()["reports"]
    assert done["ids"] == [row["id"]]
    assert (row["name"], row["source"]) == ("one", "one.txt")
    page = Elements(client.get("/add/1").text)
    assert "two.txt" in page.words
    assert "is binary" in page.words
    part = client.get("/add/1", headers={"hx-request": "true"}).text
    assert part.strip().startswith('<div id="batch"')
    assert "hx-get" not in part


def test_a_text_is_pasted_with_what_is_known_of_it(client: TestClient) -> None:
    form = {"text": "Lena Orsk said that “it is shut”.\r\nYes.", "title": "The bridge", "outlet": "Herald", "published": "2031-03-20"}
    assert client.post("/add", data=form).status_code == 303
    (key,) = wait(client, "/add/1")["ids"]
    report = client.get(f"/reports/{key}.json").json()["report"]
    assert (report["title"], report["outlet"], report["published"]) == ("The bridge", "Herald", "2031-03-20")
    assert report["text"] == "Lena Orsk said that “it is shut”.\nYes."
    again = client.post("/add", data=form)
    assert wait(client, again.headers["location"])["unchanged"] == 1


def test_a_bad_day_is_a_failure_not_a_loss(client: TestClient) -> None:
    client.post("/add", data={"text": "Lena Orsk said that it was shut.", "published": "soon"})
    done = wait(client, "/add/1")
    assert done["ids"] or done["failures"]


def test_nothing_is_asked_for(client: TestClient) -> None:
    assert client.post("/add", data={"text": "  "}).status_code == 400
    assert client.get("/add.json").json()["batches"] == []


def test_a_batch_that_breaks_does_not_stop_the_next(client: TestClient, monkeypatch: Any) -> None:
    import onrecord.record

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(onrecord.record.Record, "read", fail)
        client.post("/add", data={"text": "Lena Orsk said that it was shut."})
        assert wait(client, "/add/1")["state"] == "failed"
        assert "please report this" in client.get("/add/1").text
    client.post("/add", data={"text": "Lena Orsk said that it was shut."})
    assert wait(client, "/add/2")["state"] == "done"


def test_progress_is_seen_without_scripts(client: TestClient, monkeypatch: Any) -> None:
    from threading import Event

    import onrecord.record

    read, go = onrecord.record.Record.read, Event()

    def wait_and_read(*args: Any, **options: Any) -> Any:
        go.wait(10)
        return read(*args, **options)

    monkeypatch.setattr(onrecord.record.Record, "read", wait_and_read)
    client.post("/add", data={"text": "Lena Orsk said that it was shut."})
    page = client.get("/add/1").text
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert 'hx-get="/add/1"' in page
    go.set()
    wait(client, "/add/1")
    assert "refresh" not in client.get("/add/1").text
