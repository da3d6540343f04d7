"""Pull quotes: a paragraph that is a quotation with its speaker set under it, and no word that says so."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.language.weekdays import MONTH

#: Words, the end of a sentence, then a name and perhaps an office without a full stop.
_SIGNED = re.compile(
    r"(?P<content>(?:(?![”»\"][^\S\n]*[―—–-])[^\n])*[.!?…][”»\"]?)[^\S\n]*\n?[^\S\n]*(?P<dash>[―—–-]?)[^\S\n]*"
    r"(?P<source>[^\W\d_a-z](?:[^.!?\n“”\"«»]|(?<=\b[A-Z])\.)*[^.!?\n“”\"«»\s,:;])(?P<stop>\.?)\s*"
)
#: A line wholly in quotation marks, and below it behind a dash who says it, perhaps with a day or to whom: "— Anna Veld, 7 March", "— Anna
#: Veld told the Herald".
_CITED = re.compile(
    r"^[^\S\n]*(?P<content>[“«\"„][^\n]+[”»\"])[^\S\n]*\n+[^\S\n]*(?:[―—–]|--)[^\S\n]*"
    rf"(?P<source>[^\W\d_][^\n“”\"«»]{{1,120}}?)"
    rf"(?P<rest>, (?:on )?(?:\d{{1,2}} )?{MONTH}\b[^\n]{{0,12}}| (?:told|said|says|wrote|writes|speaking|in an interview)\b[^\n]*)?\.?$",
    re.M,
)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: (?:[a-z]{2,3} )?[^\W\d_a-z][\w’'.-]*)+")
#: "VeldChairman": two words that lost the line break between them.
_RUN_ON = re.compile(r"[a-zß-öø-ÿ]{2}[A-ZÀ-Þ][a-zß-öø-ÿ]")
_LONGEST_SOURCE = 30
#: The last of them stands before words in careless copies only.
_OPENING = '“«"„”'
_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")
_LINE = re.compile(r"[^\n]+")


def find_pull_quotes(text: str) -> list[tuple[Span, Span]]:
    """(content, source) of every paragraph, or line with a dash before the name, that is a quotation signed by a name.

    The signature must show itself: its name runs on into the office, as it does where a page's line break was lost,
    or the words before it stand wholly in quotation marks. Below such words in a paragraph of their own, a dash shows whoever it is.
    """
    out = [(Span.of(text, *cited.span("content")), Span.of(text, *cited.span("source"))) for cited in _CITED.finditer(text)]
    for paragraph in _PARAGRAPH.finditer(text):
        whole = _find_signed(text, *paragraph.span())
        lines = (_find_signed(text, *line.span()) for line in _LINE.finditer(text, *paragraph.span()))
        for match in [whole] if whole else [line for line in lines if line and line["dash"]]:
            start = match.start("content") + len(match["content"]) - len(match["content"].lstrip())
            content = Span.of(text, start, match.end("content"))
            if not any(content.overlaps(other) for other, _ in out):
                out.append((content, Span.of(text, *match.span("source"))))
    return sorted(out)


def _find_signed(text: str, start: int, end: int) -> re.Match[str] | None:
    match = _SIGNED.fullmatch(text, start, end)
    if (
        not match
        or (match["stop"] and not match["dash"])
        or not _NAME.match(match["source"])
        or len(match["source"].split()) > _LONGEST_SOURCE
    ):
        return None
    quoted = match["content"].lstrip()[:1] in _OPENING and match["content"].rstrip()[-1:] in '”»"'
    return match if quoted or _RUN_ON.search(match["source"]) else None
