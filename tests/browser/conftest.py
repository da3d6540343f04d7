"""A browser, and the site of a small record for it; a page that another origin, an error or a refused script disturbs fails its test."""

import json
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

import onrecord
import onrecord.explain
from onrecord.users import Users
from onrecord.web import make_app
from tests.web.conftest import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

SEEN = ("Ivo Strand", "Mirela Kostan", "Ana Drusk", "Temur Ashkadi")
SAID = ("the bridge would stay shut", "the list was short", "a pause was possible", "the guns had to leave first")
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@dataclass(frozen=True)
class Site:
    """A site that is served: its address and its record."""

    url: str
    record: Path


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed; on Debian: apt-get install chromium")
    # Nothing may be downloaded, and nothing has to be: the browser of the system is used.
    os.environ["PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD"] = "1"
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def record_path(tmp_path: Path, news: Path, fake_reading: None) -> Path:
    """A record of four reports with seventeen statements, one of which would like to run scripts."""
    (news / "hostile.jsonl").write_text(json.dumps(HOSTILE), "utf8")
    said = [f"{SEEN[n % 4]} said on 2031-03-{n + 1:02} that {SAID[n % 4]} on day {n}." for n in range(12)]
    text = "A long report\n\n" + "\n\n".join(said)
    (news / "long.jsonl").write_text(json.dumps({"name": "long", "outlet": "Herald", "published": "2031-03-20", "text": text}), "utf8")
    record = tmp_path / "talks.db"
    with onrecord.open(record) as opened:
        opened.read([news])
    return record


@pytest.fixture
def site(record_path: Path) -> Iterator[Site]:
    with serve(record_path) as found:
        yield found


class serve:  # noqa: N801 - used like a function
    """Serve a record from a thread of this process, so that the fake reading holds for it too."""

    def __init__(self, record: Path, users: Users | None = None):
        self._record = record
        self._socket = socket.create_server(("127.0.0.1", 0))
        config = uvicorn.Config(make_app(record, users), log_level="warning", ws="none", lifespan="on")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)

    def __enter__(self) -> Site:
        self._thread.start()
        until = time.monotonic() + 20
        while not self._server.started:
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.02)
        return Site(f"http://127.0.0.1:{self._socket.getsockname()[1]}", self._record)

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()


@pytest.fixture
def page(browser: "Browser", site: Site) -> Iterator["Page"]:
    """A page of the site that nothing may disturb."""
    with open_page(browser, site.url) as page:
        yield page


class open_page:  # noqa: N801 - used like a function
    """Open a page of a site in a browser that has never been there; afterwards, see that nothing went wrong on it."""

    def __init__(self, browser: "Browser", url: str, dark: bool = False, scripts: bool = True):
        self._context = browser.new_context(
            base_url=url,
            viewport={"width": 1280, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        self._context.set_default_timeout(10_000)
        self._url = url
        self.wrong: list[str] = []

    def __enter__(self) -> "Page":
        page = self._context.new_page()
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("dialog", lambda dialog: self.wrong.append(f"a dialog: {dialog.message}"))
        self._context.on("request", lambda sent: None if sent.url.startswith((self._url, "data:")) else self.wrong.append(sent.url))
        return page

    def _note(self, message: "ConsoleMessage") -> None:
        """Keep what the browser complains of, but not that a page is missing which is asked for to see that it is."""
        if message.type in ("error", "warning") and not message.location["url"].endswith("/nowhere"):
            self.wrong.append(message.text)

    def __exit__(self, *_: object) -> None:
        self._context.close()
        assert self.wrong == []
