"""HTML pages: the article without what surrounds it, and what the page says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.errors import ReportError
from onrecord.model import Report
from onrecord.reports.base import Source, decode
from onrecord.reports.metadata import Metadata
from onrecord.reports.page import join_text

CHARSET = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: Where browsers look for the charset, with room for long scripts before it.
CHARSET_WITHIN = 8192
#: Characters that no HTML page may have and that trafilatura cannot take.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
SPACES = re.compile(r"[ \t\n\f\r]+")
#: Elements that begin and end a paragraph, in HTML and in trafilatura's own markup.
BLOCKS = {"blockquote", "cell", "code", "div", "head", "item", "li", "list", "p", "pre", "quote", "row", "table"}
LINE_BREAKS = {"br", "lb"}
UNSEEN = {"noscript", "script", "style", "template"}
#: trafilatura runs the paragraphs of a page together if it finds fewer characters than this. Its own limit of 250 is more
#: than many a short agency report has.
SHORT = 40
#: trafilatura's time grows with the square of the number of links and emphases that stand side by side, and no page that
#: a person would read has so many of them, or so many elements.
WIDE, LARGE = 3000, 50_000

NO_TEXT = "has no text that could be found; save the text of the article as a .txt file"


def parse(source: Source) -> Iterator[Report | ReportError]:
    """The one report of an HTML page.

    Raises:
        ReportError: the file is empty, binary, in no known encoding, or a page without text.
    """
    declared = CHARSET.search(source.data[:CHARSET_WITHIN])
    page, notes = decode(source.data, source.path, declared[1].decode("ascii") if declared else None)
    tree = read_tree(page)
    if tree is None:
        raise ReportError(source.path, NO_TEXT)
    metadata = Metadata.of(tree)
    published, doubts = metadata.read_published()
    outlet, unsure = metadata.read_outlet()
    paragraphs, incomplete = extract_paragraphs(tree)
    if not paragraphs:
        raise ReportError(source.path, NO_TEXT)
    yield Report(
        name=source.name,
        text=join_text(metadata.title, metadata.description, paragraphs),
        outlet=outlet,
        title=metadata.title,
        description=metadata.description,
        authors=metadata.authors,
        published=published,
        modified=metadata.read_modified(),
        url=metadata.url,
        language=metadata.language,
        categories=metadata.sections,
        tags=metadata.keywords,
        images=metadata.images,
        notes=notes + doubts + unsure + incomplete,
    )


def read_tree(page: str) -> Any:
    """The lxml tree of a page, however broken its markup is; None if it has no elements at all."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(CONTROL.sub("", page).encode(), parser=parser)
    except ParserError:
        return None


def extract_paragraphs(tree: Any) -> tuple[list[str], tuple[str, ...]]:
    """The paragraphs of the article; if none is found, all paragraphs of the page, and a note."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Extractor

    too_large = _is_too_large(tree)
    for tables in () if too_large else (False, True):
        options = Extractor(comments=False, tables=tables)
        options.min_extracted_size = SHORT
        found: Any = bare_extraction(tree, options=options)
        if found is not None and (paragraphs := split_paragraphs(found.body)):
            return paragraphs, ()
    outside = "ancestor::nav or ancestor::header or ancestor::footer or ancestor::aside or ancestor::form"
    elements = tree.xpath(f"//p[not({outside})]") or tree.xpath("//p") or (tree.xpath("//body") if too_large else [])
    return [paragraph for element in elements for paragraph in split_paragraphs(element)], ("no article found; all paragraphs taken",)


def _is_too_large(tree: Any) -> bool:
    elements = list(tree.iter())
    return len(elements) > LARGE or any(len(one) > WIDE and sum(child.tag not in BLOCKS for child in one) > WIDE for one in elements)


def split_paragraphs(root: Any) -> list[str]:
    """The paragraphs of an element: a block is one, a line break is a new line, and two of them end a paragraph."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element.tag in BLOCKS:
            parts.append("\n\n")
        if event == "end":
            words = element.tail if element is not root else ""
        elif element.tag in UNSEEN:
            walk.skip_subtree()
            words = ""
        else:
            parts.append("\n" if element.tag in LINE_BREAKS else "")
            words = element.text
        parts.append(SPACES.sub(" ", words or ""))
    lines = re.sub(r" *\n *", "\n", "".join(parts))
    return [paragraph for block in re.split(r"\n{2,}", lines) if (paragraph := block.strip())]
