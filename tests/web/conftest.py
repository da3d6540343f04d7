"""A record that the fake reading has filled, with a report that would like to run a script, and its site."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import onrecord
import onrecord.explain
from onrecord.web import make_app

HOSTILE = {
    "name": "hostile <b>name</b>",
    "title": "<script>alert(1)</script> & \"quotes\"",
    "outlet": "<svg onload=alert(2)>",
    "authors": ["<img src=x onerror=alert(3)>"],
    "published": "2031-03-14",
    "url": "javascript:alert(4)",
    "language": "en\" onclick=\"alert(5)",
    "text": "<script>alert(6)</script> Mirela Kostan said that </p><img src=x onerror=alert(7)> the “list” is 'short'. \n\n"
    "Ivo Strand said on 2031-03-13 that <svg><a href=javascript:alert(8)>x</a></svg> & more.\n",
}  # fmt: skip


@pytest.fixture
def record_path(tmp_path: Path, news: Path, fake_reading: None) -> Path:
    (news / "hostile.jsonl").write_text(json.dumps(HOSTILE), "utf8")
    (news / "broken<i>.txt").write_bytes(b"a\0b")
    record = tmp_path / "talks.db"
    with onrecord.open(record) as opened:
        opened.read([news])
    return record


@pytest.fixture
def client(record_path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(record_path), base_url="http://127.0.0.1:8731", follow_redirects=False) as client:
        yield client


class Elements(HTMLParser):
    """The elements of a page, each with its attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]
