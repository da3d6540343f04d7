"""What a page says about its article in JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.reports.page import list_of

ARTICLE_ENDINGS = ("Article", "Posting")


def find_article(scripts: Iterable[str]) -> dict[str, Any]:
    """The first article in the JSON-LD blocks of a page, with references to other entries resolved; empty if none.

    A block that is no JSON is passed over, as browsers and search engines do.
    """
    entries = [entry for script in scripts for entry in _entries(_load(script))]
    by_id = {entry["@id"]: entry for entry in entries if isinstance(entry.get("@id"), str)}
    articles = (entry for entry in entries if any(kind.endswith(ARTICLE_ENDINGS) for kind in list_of(entry.get("@type"))))
    return {key: _resolve(value, by_id) for key, value in next(articles, {}).items()}


def _load(script: str) -> Any:
    text = script.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _entries(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _entries(part)
    elif isinstance(value, dict):
        yield value
        yield from _entries(value.get("@graph"))
        yield from _entries(value.get("mainEntity"))


def _resolve(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """The value itself, or what it refers to; HTML entities become characters, which publishers often forget."""
    if isinstance(value, list):
        return [_resolve(part, by_id) for part in value]
    if isinstance(value, dict):
        entry = by_id.get(value["@id"], value) if isinstance(value.get("@id"), str) else value
        return {key: html.unescape(words) if isinstance(words, str) else words for key, words in (value | entry).items()}
    return html.unescape(value) if isinstance(value, str) else value
