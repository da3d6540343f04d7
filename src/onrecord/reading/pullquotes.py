"""Pull quotes: a paragraph that is a quotation with its speaker set under it, and no word that says so."""

from __future__ import annotations

import re

from onrecord.model import Span

#: Words, the end of a sentence, then a name and perhaps an office without a full stop.
_SIGNED = re.compile(
    r"(?P<content>[^\n]*[.!?…][”»\"]?)[ \t]*\n?[ \t]*[—–-]?[ \t]*(?P<source>[^\W\d_a-z][^.!?\n“”\"«»]*[^.!?\n“”\"«»\s,:;])\s*"
)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w’'-]+)+")
#: "VeldChairman": two words that lost the line break between them.
_RUN_ON = re.compile(r"[a-zß-öø-ÿ]{2}[A-ZÀ-Þ][a-zß-öø-ÿ]")
_LONGEST_SOURCE = 30


def find_pull_quotes(text: str) -> list[tuple[Span, Span]]:
    """(content, source) of every paragraph that is a quotation signed by a name.

    The signature must show itself: its name runs on into the office, as it does where a page's line break was lost,
    or the words before it stand wholly in quotation marks.
    """
    out = []
    for paragraph in re.finditer(r"[^\n](?:[^\n]|\n(?!\n))*", text):
        match = _SIGNED.fullmatch(text, *paragraph.span())
        if not match or not _NAME.match(match["source"]) or len(match["source"].split()) > _LONGEST_SOURCE:
            continue
        quoted = match["content"].lstrip()[:1] in '“«"„' and match["content"].rstrip()[-1:] in '”»"'
        if quoted or _RUN_ON.search(match["source"]):
            start = match.start("content") + len(match["content"]) - len(match["content"].lstrip())
            out.append((Span.of(text, start, match.end("content")), Span.of(text, *match.span("source"))))
    return out
