"""Quotation marks as other languages, typewriters and old wires set them, as English print has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Whether a text may have any: most have none.
_ANY = re.compile("[`„‟❝❞＂»]|''|(?<![^\\s(\\[—–-])”(?=\\w)|(?<=\\S)“(?!\\w)")
#: Marks that quote whatever stands beside them.
_MARK = re.compile("``|[„‟❝❞＂]")
_PRINTED = {"``": "“", "„": "“", "‟": "“", "❝": "“", "❞": "”", "＂": '"'}
#: Where two single marks always close: a text that opens with two others.
_OPENED, _CLOSING = "``", re.compile("''")
#: What opens and closes a quotation inside a line, and what is printed instead: „so“, »so«, ”so”, “so“, ''so'', `so'.
_STYLES = tuple(
    (re.compile(rf"(?<![^\s(\[—–-])(?P<open>{opening})(?=[^\s{inside}])[^\n{inside}]*?(?<=\S)(?P<close>{closing})(?!\w)"), printed)
    for opening, closing, inside, printed in (
        ("„", "[“”]", "„“”", ("", "”")),
        ("»", "«", "«»", ("“", "”")),
        ("”", "”", "“”„", ("“", "")),
        ("“", "“", "“”„", ("", "”")),
        ("''", "''", "“”", ("“", "”")),
        ("(?<!`)`", "(?<!')'(?!')", "`'", ("‘", "’")),
    )
)

#: A quotation that a line breaks off and a later one closes, without opening it again: its sentences stand in lines of their own.
_BROKEN = re.compile(r"“[^“”\n]*\n[^“”]{1,1500}”|(?<![^\s(])\"(?=\w)[^\"\n]*\n[^\"]{0,1500}[^\s\"]\"(?!\w)")
_BREAK = re.compile(r"\s*\n\s*")
_MOST_BREAKS = 8


def find_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """The marks of quotation in a text that are set otherwise than in English print, each with what is printed there, in order."""
    if not _ANY.search(text):
        return
    edits = {(mark.start(), mark.end(), _PRINTED[mark[0]]) for mark in _MARK.finditer(text)}
    if _OPENED in text:
        edits |= {(mark.start(), mark.end(), "”") for mark in _CLOSING.finditer(text)}
    for style, printed in _STYLES:
        for found in style.finditer(text):
            edits |= {(*found.span(name), new) for name, new in zip(("open", "close"), printed, strict=True) if new}
    at = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        at = end
        if end - start == 1:
            yield start, end, new
            continue
        # Of two characters the outer one stands for both, so that a span which ends with the mark covers it whole.
        first, second = (new, "") if new == "“" else ("", new)
        yield start, end - 1, first
        yield end - 1, end, second


def find_breaks(text: str) -> Iterator[tuple[int, int, str]]:
    """The line breaks inside quotations, each with the space that is read there; not where the next line opens the quotation again."""
    for found in _BROKEN.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        breaks = list(_BREAK.finditer(text, *found.span()))
        if len(breaks) <= _MOST_BREAKS and line.count('"') % 2 == 0:
            yield from ((*one.span(), " ") for one in breaks)
