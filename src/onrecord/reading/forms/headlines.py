"""What a headline says by its form alone: “We will not wait”, and "Veld: bridge stays shut", where a colon stands for "says"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Span
from onrecord.model.quotation import single_stretches
from onrecord.reading.forms.colons import is_speaker
from onrecord.reading.language.labels import GENRE
from onrecord.reading.language.quotes import quoted_stretches

#: A quotation of fewer words is a name or a word held at a distance.
_FEWEST = 3
#: Who speaks, perhaps where, before the colon; what was said runs to the end of its part of the headline.
_SAID = re.compile(
    r"(?:^|(?<=; )|(?<=\. ))(?P<source>(?:The )?[^\W\d_a-z][\w’'-]*(?: [\w’'-]+){0,3}?)(?: (?:on|in|at|to) [^:;“”‘\"]+)?: "
    r"(?P<content>[^;\n]*[^;\s.])"
)
_GENRE = re.compile(rf"{GENRE}: ")
#: Who speaks, whoever they are.
_ANYBODY = re.compile(r"(?:Sources?|Officials?|Diplomats?|Reports?|Media|Analysts?|Experts?|Witnesses)")


def find_headline(text: str, sources: Iterable[Span]) -> list[tuple[Span | None, Span]]:
    """(source, content) of what the first line says: a quotation that it is or begins with, or words behind a speaker and a colon.

    Who stands before a colon is a speaker if he is one of the `sources` or named as a person below; else the line may be about it, as it
    is about a place.
    """
    headline = text.partition("\n")[0].rstrip()
    if len(headline) == len(text.rstrip()):
        return []
    quoted = [*quoted_stretches(headline), *single_stretches(headline, 0, len(headline))]
    genre = _GENRE.match(headline)
    opening = genre.end() if genre else 0
    begun = [(start, end) for start, end in quoted if start == opening and headline[end : end + 1] in ("", ":")]
    if begun:
        words = Span.of(text, *begun[0])
        return [(None, words)] if len(words.text.split()) >= _FEWEST else []
    known = [source for source in sources if source.start > len(headline)]
    return [
        (Span.of(text, *match.span("source")), Span.of(text, *match.span("content")))
        for match in _SAID.finditer(headline)
        if _ANYBODY.fullmatch(match["source"]) or is_speaker(match["source"], known, text)
    ]
