"""One news item as it was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from onrecord.model.span import content_id

Moment = datetime | date


def parse_moment(value: str) -> Moment:
    """An ISO 8601 day, or a time with or without its zone.

    Raises:
        ValueError: it is neither.
    """
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)


@dataclass(frozen=True)
class Report:
    """A report's text and what its publisher says about it; what the publisher does not say is None or empty.

    `text` is the one normal text that every offset in the record counts in. `published` and `modified` keep the
    publisher's own time zone, because "on Tuesday" is a day in that zone. `name` is the file's stem or the URL.
    `notes` says what was missing or broken when the report was read.
    """

    name: str
    text: str
    outlet: str | None = None
    title: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    url: str | None = None
    language: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def id(self) -> str:
        """The same publication has the same id, under whatever file name it comes."""
        return content_id("rpt", self.url, self.outlet, self.published and self.published.isoformat(), self.title, self.text)

    @property
    def day(self) -> date | None:
        """The day of publication, in the publisher's zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    def to_json(self) -> dict[str, Any]:
        """The `report` of the record JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "outlet": self.outlet,
            "title": self.title,
            "description": self.description,
            "authors": list(self.authors),
            "published": self.published.isoformat() if self.published else None,
            "modified": self.modified.isoformat() if self.modified else None,
            "url": self.url,
            "language": self.language,
            "categories": list(self.categories),
            "tags": list(self.tags),
            "stories": list(self.stories),
            "images": list(self.images),
            "notes": list(self.notes),
            "text": self.text,
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Report:
        """The inverse of `to_json`; every field but `name` and `text` may be missing."""
        lists: dict[str, Any] = {
            key: tuple(value.get(key) or ()) for key in ("authors", "categories", "tags", "stories", "images", "notes")
        }
        words: dict[str, Any] = {key: value.get(key) for key in ("outlet", "title", "description", "url", "language")}
        times: dict[str, Any] = {key: parse_moment(value[key]) if value.get(key) else None for key in ("published", "modified")}
        return cls(name=value["name"], text=value["text"], **words, **lists, **times)
