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
_SINGLE = re.compile(r"(?<![^\s(\[“\"—–-])[‘'](?=[^\s\d])")
_SINGLE_ENDS = {
    "‘": re.compile(r"(?<!\s)’(?!\w)(?<!s’(?= [^\W\d_A-Z]))"),
    "'": re.compile(r"(?<!\s)'(?!\w)(?<!s'(?= [^\W\d_A-Z]))"),
}
#: Single marks that quote speech end like it; a text that has them may have double ones only inside them.
_SPEECH = re.compile(r"[,.!?…][’']$")
_DOUBLE = re.compile('[“”„«»"]')
_INNER = {"“": "‘", "”": "’", '"': "'", "„": "‘", "«": "‘", "»": "’"}
#: A line of sentences; headlines, which have single marks in any text, end without a stop.
_SENTENCES = re.compile(r"[^\n]*[.!?…:][’'\")\]]*[^\S\n]*$", re.M)
_GOES_ON = re.compile(r"^\s*(‘)(?=\w)", re.M)


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


def find_singles(text: str) -> Iterator[tuple[int, int, str]]:
    """Single marks of quotation, in a text that has double ones nowhere but inside them, each with the double one; and those inside."""
    lines = (line.span() for line in _SENTENCES.finditer(text)) if "‘" in text or "'" in text else ()
    quoted = [stretch for line in lines for stretch in single_stretches(text, *line)]
    if not any(_SPEECH.search(text[start:end]) for start, end in quoted):
        return
    doubles = [mark.start() for mark in _DOUBLE.finditer(text)]
    if not all(any(start < at < end for start, end in quoted) for at in doubles):
        return
    marks = {start: "“" for start, _ in quoted} | {end - 1: "”" for _, end in quoted} | {at: _INNER[text[at]] for at in doubles}
    marks |= {mark.start(1): "“" for mark in _GOES_ON.finditer(text)}
    for at, mark in sorted(marks.items()):
        yield at, at + 1, mark


def single_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open ranges of what stands in single quotation marks in [start, end), in order.

    A closing mark looks like an apostrophe: it stands at the end of a word, and not after the s of an owner ("the ministers’ plan").
    Without one there is no quotation.
    """
    out: list[tuple[int, int]] = []
    for opening in _SINGLE.finditer(text, start, end):
        closing = _SINGLE_ENDS[opening[0]].search(text, opening.end(), end)
        if closing and (not out or out[-1][1] <= opening.start()):
            out.append((opening.start(), closing.end()))
    return out
