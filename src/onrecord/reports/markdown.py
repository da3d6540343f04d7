"""Markdown with or without front matter: what it says, as a person would read it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source, decode
from onrecord.reports.dates import find_issued, read_moment, read_published
from onrecord.reports.front_matter import split_front_matter
from onrecord.reports.masthead import find_outlet
from onrecord.reports.page import address_of, join_text, keywords_of, list_of, words_of

if TYPE_CHECKING:
    from markdown_it.token import Token

#: HTML that nobody sees.
HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
BREAK = re.compile(r"<(?:br|hr)\b[^<>]*>", re.IGNORECASE)
BLOCK = re.compile(r"</?(?:article|aside|blockquote|div|figure|h[1-6]|li|ol|p|section|table|tr|ul)\b[^<>]*>", re.IGNORECASE)
#: Only what is HTML by name: "<name withheld>" are words of the text.
INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|details|em|figcaption|font|i|iframe|img|ins|kbd|mark|q|s|small|source|span|strike|strong"
    r"|sub|summary|sup|tbody|td|th|thead|time|u|video|wbr)\b[^<>]*>",
    re.IGNORECASE,
)

#: What the day of publication is called in front matter, by Jekyll and Hugo, and by others.
DATES = ("date", "published", "pubdate")
#: A longer paragraph is taken as it is written, because looking for pairs of marks takes the square of its length.
LONG = 50_000


def parse(source: Source) -> Iterator[Report | ReportError]:
    """The one report of a Markdown file; broken front matter costs its values, not the report.

    Raises:
        ReportError: the file is empty, binary, not UTF-8, or has no words.
    """
    written, notes = decode(source.data, source.path)
    matter, body, broken = split_front_matter(written)
    paragraphs, heading = read_paragraphs(body)
    title = words_of(matter.get("title")) or heading
    description = words_of(matter.get("description"))
    text = join_text(title, description, paragraphs)
    if not text:
        raise ReportError(source.path, "has no words; give a file that holds a report, or remove it")
    dated = next((words for key in DATES if (words := words_of(matter.get(key)))), None)
    lines = text.splitlines()
    published, doubts = read_published(dated) if dated else find_issued(lines)
    outlets = [words_of(matter.get(key)) for key in ("outlet", "publisher", "source", "site")]
    named = next((outlet for outlet in outlets if outlet and not address_of(outlet)), None)
    outlet, signs = (named, ()) if named else find_outlet(lines)
    yield Report(
        name=source.name,
        text=text,
        outlet=outlet,
        title=title,
        description=description,
        authors=list_of(matter.get("authors") or matter.get("author")),
        published=published,
        modified=read_moment(words_of(matter.get("lastmod")) or ""),
        url=address_of(words_of(matter.get("url")), words_of(matter.get("link")), words_of(matter.get("source"))),
        language=words_of(matter.get("lang")) or words_of(matter.get("language")),
        categories=keywords_of(matter.get("categories")),
        tags=keywords_of(matter.get("tags")),
        stories=list_of(matter.get("stories")),
        images=list_of(matter.get("images")),
        notes=notes + broken + doubts + signs,
    )


def read_paragraphs(body: str) -> tuple[list[str], str | None]:
    """The paragraphs of a Markdown text in their words, and the heading that it begins with, if it does."""
    from markdown_it import MarkdownIt

    paragraphs: list[str] = []
    marker = ""
    links: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").disable("inline").parse(body, links)
    inline = MarkdownIt("commonmark").enable("strikethrough")
    for token in tokens:
        if token.type == "list_item_open":
            # Only numbers are words: "1945. The war ended." is a list to Markdown.
            marker = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            words = token.content if len(token.content) > LONG else _words(inline.parseInline(token.content, links)[0].children or ())
            paragraphs.append(marker + words)
            marker = ""
        elif token.type in ("fence", "code_block"):
            paragraphs.append(token.content.strip("\n"))
        elif token.type == "html_block":
            paragraphs += re.split(r"\n\s*\n", html.unescape(_strip_tags(token.content)))
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.strip()]
    return paragraphs, paragraphs[0] if paragraphs and tokens[0].type == "heading_open" else None


def _words(tokens: Sequence[Token]) -> str:
    words = []
    for token in tokens:
        if token.type in ("text", "code_inline", "html_inline"):
            words.append(_strip_tags(token.content) if token.type == "html_inline" else token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" " if token.type == "softbreak" else "\n")
    return "".join(words).strip()


def _strip_tags(markup: str) -> str:
    return INLINE.sub("", BLOCK.sub("\n\n", BREAK.sub("\n", HIDDEN.sub("", markup))))
