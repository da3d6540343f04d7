"""What an HTML page says about itself: JSON-LD first, then meta tags, then what can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.model.report import Moment
from onrecord.reports.dates import NO_DATE, read_moment, read_published
from onrecord.reports.linked_data import find_article
from onrecord.reports.page import address_of, keywords_of, list_of, words_of

#: The names of meta tags that hold the date of publication, the surest first.
PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date"),
    *("parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "pubdate", "date"),
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod", "last-modified")


@dataclass(frozen=True)
class Metadata:
    """A page's tree, its article in JSON-LD, and its meta tags by name in lower case, in the order of the page."""

    tree: Any
    article: dict[str, Any]
    tags: dict[str, list[str]]

    @classmethod
    def of(cls, tree: Any) -> Metadata:
        """The metadata of a parsed page."""
        scripts = (script.text_content() for script in tree.xpath("//script[starts-with(@type, 'application/ld+json')]"))
        tags: dict[str, list[str]] = {}
        for element in tree.xpath("//meta[@content] | //*[@itemprop='datePublished' or @itemprop='dateModified']"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            words = element.get("content") or element.get("datetime") or element.text_content()
            if words.strip():
                tags.setdefault(name.strip().lower(), []).append(words.strip())
        return cls(tree, find_article(scripts), tags)

    @property
    def title(self) -> str | None:
        """The headline; a heading on the page is preferred to the same words with the outlet's name after them."""
        title = words_of(self.article.get("headline")) or next(self._tagged("og:title", "twitter:title"), None) or self._text("title")
        headings = [_squeeze(heading.text_content()) for heading in self.tree.iterfind(".//h1")]
        return next((heading for heading in headings if heading and (not title or _has_outlet_after(title, heading))), title)

    @property
    def description(self) -> str | None:
        """The description, in one line."""
        words = words_of(self.article.get("description"))
        return _squeeze(words or next(self._tagged("og:description", "description", "twitter:description"), "")) or None

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors' names; some pages give the address of a profile instead, which is none."""
        authors = list_of(self.article.get("author")) or tuple(self._tagged("author", "article:author", "dc.creator"))
        return tuple(author for author in authors if not address_of(author))

    @property
    def url(self) -> str | None:
        """The canonical address."""
        links = (link.get("href") for link in self.tree.iterfind(".//link[@rel='canonical']"))
        entry = (words_of(self.article.get("url")), self._main_entity())
        return address_of(*links, *self._tagged("og:url"), *entry)

    @property
    def language(self) -> str | None:
        """The language code of the page."""
        return (
            next((lang for element in self.tree.iter("html") if (lang := (element.get("lang") or "").strip())), None)
            or words_of(self.article.get("inLanguage"))
            or next(self._tagged("og:locale", "content-language"), None)
        )

    @property
    def keywords(self) -> tuple[str, ...]:
        """What the page is about, in its publisher's words."""
        return keywords_of(self.article.get("keywords")) or tuple(self._tagged("article:tag"))

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections of the outlet that the page stands in."""
        return list_of(self.article.get("articleSection")) or tuple(self._tagged("article:section"))

    @property
    def images(self) -> tuple[str, ...]:
        """The addresses of the images that stand for the article."""
        images = self.article.get("image")
        addresses = [image.get("url") if isinstance(image, dict) else image for image in (images if isinstance(images, list) else [images])]
        return list_of(addresses) or tuple(self._tagged("og:image"))

    def read_outlet(self) -> tuple[str | None, tuple[str, ...]]:
        """The outlet's name; if the page does not say it, its domain and a note."""
        outlet = words_of(self.article.get("publisher")) or next(self._tagged("og:site_name", "application-name"), None)
        domain = (urlsplit(self.url).hostname if self.url else None) or ""
        if outlet or not domain:
            return outlet, ()
        return domain.removeprefix("www."), ("outlet not named; its domain taken instead",)

    def read_published(self) -> tuple[Moment | None, tuple[str, ...]]:
        """The date of publication in the publisher's zone, and notes on what is wrong with it."""
        shown = self.tree.xpath("//article//time/@datetime | //main//time/@datetime") or self.tree.xpath("//time/@datetime")
        moment, notes = read_published(words_of(self.article.get("datePublished")), *self._tagged(*PUBLISHED), *shown[:1])
        if notes == (NO_DATE,) and (day := self._guess_day()):
            return day, ("date of publication guessed from the page",)
        return moment, notes

    def read_modified(self) -> Moment | None:
        """The time of the last change."""
        return read_published(words_of(self.article.get("dateModified")), *self._tagged(*MODIFIED))[0]

    def _guess_day(self) -> Moment | None:
        from trafilatura import extract_metadata

        # The extensive search would take "© 2020" for 1 January 2020.
        return read_moment(extract_metadata(self.tree, default_url=self.url, extensive=False).date or "")

    def _main_entity(self) -> str | None:
        page = self.article.get("mainEntityOfPage")
        return words_of(page.get("@id") if isinstance(page, dict) else page)

    def _tagged(self, *names: str) -> Iterator[str]:
        return (words for name in names for words in self.tags.get(name, ()))

    def _text(self, tag: str) -> str | None:
        element = self.tree.find(f".//{tag}")
        return None if element is None else _squeeze(element.text_content()) or None


def _has_outlet_after(title: str, heading: str) -> bool:
    """Whether the title is the heading, alone or with a bar or dash and the outlet’s name after it."""
    return title.startswith(heading) and re.match(r"\s*(?:$|\||\s[–—·:-])", title[len(heading) :]) is not None


def _squeeze(words: str) -> str:
    return " ".join(words.split())
