from typing import Any

import pytest

from onrecord.reports.html import read_tree
from onrecord.reports.linked_data import find_article
from onrecord.reports.metadata import Metadata


def metadata(head: str, body: str = "<p>Orlov said no.</p>") -> Metadata:
    return Metadata.of(read_tree(f"<html><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ('<meta property="article:published_time" content="2021-05-12T09:30:00+03:00">', "", "2021-05-12T09:30:00+03:00"),
        ('<meta name="date" content="2021-05-12">', "", "2021-05-12"),
        ('<meta itemprop="datePublished" content="2021-05-12">', "", "2021-05-12"),
        ("", '<span itemprop="datePublished">12 May 2021</span>', "2021-05-12"),
        ("", '<article><time datetime="2021-05-12T09:30Z">May</time></article>', "2021-05-12T09:30:00+00:00"),
        ('<meta name="date" content="2021-05-12">', '<time datetime="2021-05-12T09:30+03:00">May</time>', "2021-05-12T09:30:00+03:00"),
        ('<script type="application/ld+json">{"@type": "BlogPosting", "datePublished": "2021-05-12"}</script>', "", "2021-05-12"),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2021-05-12">', "", "2021-05-12"),
        ("", "<p>© 2020</p>", None),
    ],
)
def test_date_of_publication(head: str, body: str, published: str | None) -> None:
    moment, notes = metadata(head, body).read_published()
    assert (moment.isoformat() if moment else None) == published
    assert bool(notes) == (moment is None)


def test_date_that_is_not_understood_is_noted() -> None:
    assert metadata('<meta name="date" content="soon">').read_published() == (None, ("date of publication not understood: 'soon'",))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Veshnia waits | Gazette</title>", "<h1>Veshnia waits</h1>", "Veshnia waits"),
        ("<title>Veshnia waits - Gazette</title>", "<h1>Veshnia\n waits</h1>", "Veshnia waits"),
        ("<title>The Gazette reports a pause</title>", "<h1>The Gazette</h1>", "The Gazette reports a pause"),
        ('<title>a</title><meta property="og:title" content="Veshnia waits">', "<h1>Gazette</h1>", "Veshnia waits"),
        ("", "<h1>Veshnia waits</h1>", "Veshnia waits"),
        ("", "", None),
    ],
)
def test_title(head: str, body: str, title: str | None) -> None:
    assert metadata(head, body).title == title


def test_meta_tags() -> None:
    found = metadata(
        '<meta name="author" content="Ines Calder"><meta property="article:author" content="https://social.example/ines">'
        '<meta property="og:site_name" content="Harbour Gazette"><meta property="og:url" content="https://gazette.example/1">'
        '<meta property="article:tag" content="talks"><meta property="article:tag" content="harbour">'
        '<meta property="article:section" content="politics"><meta property="og:image" content="https://gazette.example/1.jpg">'
        '<meta property="og:locale" content="en_GB"><meta name="Description" content="Orlov\n does not">'
    )
    assert found.authors == ("Ines Calder",)
    assert found.read_outlet() == ("Harbour Gazette", ())
    assert found.url == "https://gazette.example/1"
    assert (found.keywords, found.sections) == (("talks", "harbour"), ("politics",))
    assert found.images == ("https://gazette.example/1.jpg",)
    assert (found.language, found.description) == ("en_GB", "Orlov does not")


def test_outlet_that_is_not_named() -> None:
    assert metadata('<link rel="canonical" href="https://www.gazette.example/1">').read_outlet() == (
        "gazette.example",
        ("outlet not named; its domain taken instead",),
    )
    assert metadata("").read_outlet() == (None, ())


@pytest.mark.parametrize(
    ("script", "article"),
    [
        ('{"@type": "NewsArticle", "headline": "A &amp; B"}', {"@type": "NewsArticle", "headline": "A & B"}),
        ('[{"@type": "Person"}, {"@type": ["Thing", "Article"], "headline": "A"}]', {"@type": ["Thing", "Article"], "headline": "A"}),
        ('{"@type": "WebPage", "mainEntity": {"@type": "Article"}}', {"@type": "Article"}),
        ('<!-- {"@type": "Article"}; -->', {"@type": "Article"}),
        ('{"@type": "Article", "author": {"@id": "nobody"}}', {"@type": "Article", "author": {"@id": "nobody"}}),
        ('{"@type": "Article", "@id": "a", "about": {"@id": "a"}}', None),
        ("{broken", {}),
        ('{"@type": 7}', {}),
        ("[" * 100_000, {}),
        ("", {}),
    ],
)
def test_article_in_json_ld(script: str, article: dict[str, Any] | None) -> None:
    found = find_article([script])
    assert found == article if article is not None else found["@type"] == "Article"
