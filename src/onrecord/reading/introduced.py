"""What a colon leads in, found by form: quotations listed behind who says them, the paragraph below "She added:", and the text of a
statement that stands below "The foreign secretary said:", in no quotation marks, to its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span

_NAME = r"[^\W\d_a-z][\w’.-]*"
_NAMES = rf"{_NAME}(?: (?:of |the |for |and )*{_NAME})*"
#: Not the place of "in Dorvik Anna Veld said".
_WHO = rf"(?!(?:In|At|On|From|To)\b)(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Oo]n )(?<!from ){_NAMES}"
#: "- The Lake Front, in a statement: “Nobody asked us.”"
_QUOTED = re.compile(
    rf"^(?:[-•*–—] )?(?P<source>(?!(?:In|At|On|From|To|By|After|Before|And|But)\b)(?:The )?{_NAMES}"
    r"(?:, (?!(?:in|on|at|via|to) )(?![^,:\n]* (?:told|said|wrote|asked) )[^,:“”\"«»\n]{2,80})?)"
    r"(?:,? (?:in|on|at|via|to) [^:“”\"«»\n]{2,60})?: "
    r"(?P<content>[“\"«][^\n]+[”\"»])\.?$",
    re.M,
)
#: "Two hours later she added:" and "Anna Veld, the foreign minister, said:", with the paragraph below, or behind it in one line.
_LED_IN = re.compile(
    rf"(?P<source>\b[Ss]he|\b[Hh]e|\b[Tt]hey|(?:\b[Tt]he )?{_WHO}(?:,? the {_NAMES}|, {_NAMES})?,?(?: [a-z]+)?) (?:also |later |then )?"
    r"(?P<cue>(?:has |had )?(?:added|posted|wrote|written|replied|answered|responded|said|stated|declared|announced))[^.:“”\"\n]{0,60}:"
    r"(?:\n+| (?=[^\W\d_a-z]))(?P<content>[^\n]+)"
)
_PARAGRAPH = re.compile(r"\n+([^\n]+)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s)\b")
_OPENING_MARKS = tuple("“„«\"'‘")
#: Where somebody else reports again, or the statement's notes begin.
_REPORTED = re.compile(
    r"^(?:She|He)\b|[Aa]ccording to\b"
    r"|(?:\b[HhSs]h?e|\b[Tt]hey|\b(?:secretary|minister|president|spokes\w+|official)|[^\W\d_a-z][\w’-]+) (?:also |later |then )?"
    r"(?:said|added|told|stressed|noted|concluded|replied)\b"
)
_NOTES = re.compile(
    r"(?:Notes? (?:to|for) editors|(?:For )?(?:[Ff]urther|[Mm]ore) information|Background|Ends?\b|ENDS\b|Contact|Media enquiries)"
)


@dataclass(frozen=True)
class Introduced:
    """Words that a colon leads in, paragraph by paragraph, who says them, and the verb that says so, if there is one."""

    source: Span
    cue: Span | None
    content: tuple[Span, ...]


def find_introduced(text: str) -> list[Introduced]:
    """All that a colon plainly leads in, in the order of the two forms."""
    quoted = [Introduced(Span.of(text, *m.span("source")), None, (Span.of(text, *m.span("content")),)) for m in _QUOTED.finditer(text)]
    led_in = [Introduced(_source_of(text, m), Span.of(text, *m.span("cue")), _words_of(text, m)) for m in _LED_IN.finditer(text)]
    return quoted + led_in


def _source_of(text: str, led_in: re.Match[str]) -> Span:
    start, end = led_in.span("source")
    return Span.of(text, start, end - text[start:end].endswith(","))


def _words_of(text: str, led_in: re.Match[str]) -> tuple[Span, ...]:
    """The paragraph that is led in, and those below it that plainly go on with a statement which nobody quotes."""
    places = [led_in.span("content"), *_going_on(text, led_in)]
    return (*(Span.of(text, *place) for place in places[:-1]), _without_stop(text, *places[-1]))


def _going_on(text: str, led_in: re.Match[str]) -> list[tuple[int, int]]:
    """The paragraphs below the one that is led in, as far as "I" or "we" speaks; all, if the headline has whose statement it is."""
    name = led_in["source"].split()[-1].rstrip(",")
    if led_in["content"].startswith(_OPENING_MARKS) or not name.istitle():
        return []
    below: list[re.Match[str]] = []
    headline = text[: text.find("\n")]
    is_rest = name in headline and len(headline) < led_in.start()
    for paragraph in _PARAGRAPH.finditer(text, led_in.end()):
        words = paragraph[1].rstrip()
        if _NOTES.match(words):
            break
        is_reported = _REPORTED.search(words) or re.search(rf"\b{re.escape(name)}\b", words)
        if words.startswith(_OPENING_MARKS) or words[-1] not in ".!?…" or is_reported:
            is_rest = False
            break
        below.append(paragraph)
    spoken = [bool(_FIRST_PERSON.search(paragraph[1])) for paragraph in below]
    return [paragraph.span(1) for n, paragraph in enumerate(below) if is_rest or any(spoken[n:])]


def _without_stop(text: str, start: int, end: int) -> Span:
    """Words without the full stop that ends them, where it is not within quotation marks."""
    words = text[start:end].rstrip()
    return Span.of(text, start, start + len(words) - words.endswith("."))
