"""A speaker and a colon at the beginning of a sentence: "Solvarn: both sides will come back."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Span
from onrecord.reading.forms.introduced import MARK, NAME, Introduced
from onrecord.reading.language.sentences import SHORT_TITLES

#: "19:40 Solvarn: both sides will come back.", "Solvarn on the ferry: it will sail". A sentence that begins with a name and a colon,
#: perhaps behind a time or the mark of a point.
_NAMED = re.compile(
    rf"{MARK}(?P<source>(?:The )?{NAME}(?: [\w’'-]+){{0,4}}?(?:, [^.:;“”\"\n]{{2,60}})?)(?: (?:on|about) [^.:;“”\"\n]{{2,40}})?(?<!\d): "
    r"(?P<content>[^“”\"«»\n]+?)\.?\s*"
)
#: A person by the title before the name.
_TITLED = re.compile(rf"(?:{SHORT_TITLES})\.?(?: {NAME}){{1,3}}")


def find_named(text: str, sentences: Iterable[tuple[int, int]], sources: Iterable[Span]) -> list[Introduced]:
    """The sentences below the headline that begin with a speaker, one of the `sources` or a person, and a colon, and quote nothing."""
    known, headline = list(sources), text.find("\n")
    found = (_NAMED.fullmatch(text, start, end) for start, end in sentences if start > headline)
    return [
        Introduced(Span.of(text, *m.span("source")), None, (Span.of(text, *m.span("content")),))
        for m in found
        if m and is_speaker(m["source"].partition(",")[0], known, text)
    ]


def is_speaker(name: str, sources: Iterable[Span], text: str) -> bool:
    """Whether a name is that of one of some sources or of a person, whose first name or title stands before it below, and of no place."""
    if _TITLED.fullmatch(name):
        return True
    words, literal = set(name.casefold().split()), re.escape(name)
    known = any(words <= set(source.text.casefold().split()) for source in sources)
    known = known or bool(re.search(rf"\n.*[^\W\d_a-z]\w+ {literal}\b", text))
    return known and not re.search(rf"\b(?:[Ii]n|[Ff]rom|[Nn]ear) {literal}\b", text)
