"""The YAML block between two `---` lines that site generators put before a Markdown text."""

from __future__ import annotations

import re
from typing import Any

#: A closing line further on than this many characters is a rule in the text and closes nothing.
LIMIT = 50_000
OPENING = re.compile(r"\s*---[ \t]*\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
BLANK_LINE = re.compile(r"^[ \t]*(?:\n|\Z)", re.MULTILINE)
KEY = re.compile(r"^(?=[A-Za-z_][\w-]*[ \t]*:)", re.MULTILINE)


def split_front_matter(text: str) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    """The front matter with every value as it was written, the text after it, and notes on what is broken.

    Numbers and dates stay words, because YAML would convert a time to UTC or drop its zone.
    """
    opening = OPENING.match(text)
    if not opening:
        return {}, text, ()
    start = opening.end()
    closing = CLOSING.search(text, start, start + LIMIT)
    if closing:
        block = text[start : closing.start()]
        matter = _read_yaml(block)
        if matter is not None:
            return matter, text[closing.end() :], ()
        return _read_keys(block), text[closing.end() :], ("front matter is not YAML; read key by key",)
    blank = BLANK_LINE.search(text, start, start + LIMIT)
    matter = _read_yaml(text[start : blank.start()]) if blank else None
    if blank and matter:
        return matter, text[blank.end() :], ("front matter is not closed; taken to end at the first empty line",)
    return {}, text[start:], ("front matter is not closed; read as text",)


def _read_yaml(block: str) -> dict[str, Any] | None:
    """The mapping in a block, keys in lower case; None if it is no YAML or no mapping."""
    import yaml

    try:
        value = yaml.BaseLoader(block).get_single_data() if block.strip() else {}
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return {str(key).lower(): part for key, part in value.items() if part not in ("null", "~")} if isinstance(value, dict) else None


def _read_keys(block: str) -> dict[str, Any]:
    """What can be saved of a block that is no YAML as a whole, such as a title with a colon in it."""
    matter: dict[str, Any] = {}
    for entry in KEY.split(block):
        key, colon, words = entry.strip().partition(":")
        part = _read_yaml(entry)
        if part is not None:
            matter |= part
        elif colon and KEY.match(entry) and "\n" not in words:
            matter[key.strip().lower()] = words.strip().strip("\"'")
    return matter
