"""The normal text of a report that comes as a page: title, description and body as a person would read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def join_text(title: str | None, description: str | None, paragraphs: Iterable[str]) -> str:
    """Title, description and paragraphs, one blank line between them, and nothing twice.

    A title that the body repeats as its heading, and a description that is but the beginning of a paragraph (often cut
    off by "…"), stand where the body has them.
    """
    blocks = [block for paragraph in paragraphs if (block := paragraph.strip())]
    if title and not (blocks and _plain(blocks[0]) == _plain(title)):
        blocks.insert(0, title)
    if description and not any(_plain(block).startswith(_plain(description).rstrip("….")) for block in blocks):
        blocks.insert(1 if title else 0, description)
    return "\n\n".join(blocks)


def words_of(value: Any) -> str | None:
    """The words of a metadata value, or None where there are none: the first of a list, the name of a person or a body."""
    found = list_of(value)
    return found[0] if found else None


def list_of(value: Any) -> tuple[str, ...]:
    """All words of a metadata value: a text, a thing with a name or a URL, a number, or a list of these."""
    items = value if isinstance(value, list | tuple) else [value]
    named = [item.get("name") or item.get("url") if isinstance(item, dict) else item for item in items]
    words = [str(item).strip() for item in named if isinstance(item, str | int | float) and not isinstance(item, bool)]
    return tuple(dict.fromkeys(word for word in words if word))


def keywords_of(value: Any) -> tuple[str, ...]:
    """As `list_of`, and a text with commas is a list."""
    return list_of(value.split(",") if isinstance(value, str) else value)


def address_of(*candidates: str | None) -> str | None:
    """The first candidate that is a whole web address; a path within a site names nothing outside it."""
    return next((words for words in candidates if words and words.lower().startswith(("http://", "https://"))), None)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
