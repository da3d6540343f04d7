"""What a colon leads in, found by form: a list of quotations each behind who says it, what stands behind a speaker's name, and the
paragraph below "She added:"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Span

_NAME = r"[^\W\d_a-z][\w’.-]*"
#: "- The Lake Front, in a statement: “Nobody asked us.”"
_QUOTED = re.compile(
    rf"^(?:[-•*–—] )?(?P<source>(?:The )?{_NAME}(?: (?:of |the |for |and )*{_NAME})*(?:, (?!(?:in|on|at|via|to) )[^,:“”\"«»\n]{{2,80}})?)"
    r"(?:,? (?:in|on|at|via|to) [^:“”\"«»\n]{2,60})?: "
    r"(?P<content>[“\"«][^\n]+[”\"»])\.?$",
    re.M,
)
#: "Two hours later she added:" and the paragraph below.
_LED_IN = re.compile(
    rf"(?P<source>\b[Ss]he|\b[Hh]e|\b[Tt]hey|(?:\b[Tt]he )?{_NAME}(?: (?:of |the |for |and )*{_NAME})*(?: [a-z]+)?) (?:also |later |then )?"
    r"(?P<cue>(?:has |had )?(?:added|posted|wrote|written|replied|answered|responded|said|stated|declared|announced))[^.:“”\"\n]{0,60}:"
    r"\n+(?P<content>[^\n]+)"
)
#: "19:40 Solvarn: both sides will come back." A sentence that begins with a name and a colon, perhaps behind the time of its entry.
_NAMED = re.compile(
    rf"(?:\W{{0,2}}\d\d?[:.h]\d\d\W{{1,4}})?(?P<source>(?:The )?{_NAME}(?: [\w’'-]+){{0,4}}?(?:, [^.:;“”\"\n]{{2,60}})?): "
    r"(?P<content>[^“”\"«»\n]+?)\.?\s*"
)


@dataclass(frozen=True)
class Introduced:
    """Words that a colon leads in, who says them, and the verb that says so, if there is one."""

    source: Span
    cue: Span | None
    content: Span


def find_introduced(text: str) -> list[Introduced]:
    """All that a colon plainly leads in, in the order of the two forms."""
    quoted = [Introduced(Span.of(text, *m.span("source")), None, Span.of(text, *m.span("content"))) for m in _QUOTED.finditer(text)]
    led_in = [
        Introduced(Span.of(text, *m.span("source")), Span.of(text, *m.span("cue")), _without_stop(text, *m.span("content")))
        for m in _LED_IN.finditer(text)
    ]
    return quoted + led_in


def find_named(text: str, sentences: Iterable[tuple[int, int]], sources: Iterable[Span]) -> list[Introduced]:
    """The sentences below the headline that begin with a speaker, one of the `sources` or a person, and a colon, and quote nothing."""
    known, headline = list(sources), text.find("\n")
    found = (_NAMED.fullmatch(text, start, end) for start, end in sentences if start > headline)
    return [
        Introduced(Span.of(text, *m.span("source")), None, Span.of(text, *m.span("content")))
        for m in found
        if m and is_speaker(m["source"].partition(",")[0], known, text)
    ]


def is_speaker(name: str, sources: Iterable[Span], text: str) -> bool:
    """Whether a name is that of one of some sources or of a person, whose first name or title stands before it below, and of no place."""
    words, literal = set(name.casefold().split()), re.escape(name)
    known = any(words <= set(source.text.casefold().split()) for source in sources)
    known = known or bool(re.search(rf"\n.*[^\W\d_a-z]\w+ {literal}\b", text))
    return known and not re.search(rf"\b(?:[Ii]n|[Ff]rom|[Nn]ear) {literal}\b", text)


def _without_stop(text: str, start: int, end: int) -> Span:
    """Words without the full stop that ends them, where it is not within quotation marks."""
    words = text[start:end].rstrip()
    return Span.of(text, start, start + len(words) - words.endswith("."))
