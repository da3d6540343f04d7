"""Posts as pages list or embed them, and messages as a chat gives them out: whose they are and at what time, then or before that their
words."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.forms.introduced import Introduced

_BEARER = r"(?P<source>[^\W\d_][\w’'.-]*(?: (?:\([^()\n]{1,12}\)|[\w’'.&-]+)){0,6}|@\w+)"
_HANDLE = r"\(?@\w+\)?"
_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})\b(?:,? \d{4})?"
_HOUR = r"\d{1,2}[:.]\d\d(?: ?[APap]\.?[Mm]\.?)?"
_TIME = rf"(?:{_DAY}(?:,? (?:at )?{_HOUR})?|{_HOUR}(?:,? ?[·•–-]? ?{_DAY})?|\d{{1,2}} ?[hm](?: ago)?)"
#: "Anna Veld @annaveld · 19 Sep, 21:04", and the words behind it or below.
_HEADED = re.compile(rf"^{_BEARER} {_HANDLE},?(?: ?[·•|–—-] ?|,? ){_TIME}[ \n](?P<content>[^\n]+(?:\n[^\n]+)*)", re.M)
#: "@annaveld: We wait", "Anna Veld (@annaveld): We wait".
_LABELLED = re.compile(rf"^(?:[-•*–—] )?(?:(?P<handle>@\w+)|{_BEARER} {_HANDLE})(?: on X| on Twitter)?: (?P<content>[^\n]+)", re.M)
#: "We wait. — Anna Veld (@annaveld) September 19, 2031".
_EMBEDDED = re.compile(rf"^(?P<content>[^\n]+?)\s*\n*[—–] ?{_BEARER} \(@\w+\) {_TIME}$", re.M)

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_STAMP = rf"(?:\[(?:{_DATE},? )?{_HOUR}(?::\d\d)?(?:,? {_DATE})?\](?: [–—-])?|{_DATE},? {_HOUR}(?::\d\d)? [–—-])"
#: "[12.05.2031, 08:14] Anna Veld: We wait", and lines below that have no time of their own.
_MESSAGE = re.compile(
    rf"^{_STAMP} (?P<source>[^\W\d_][^:\n\[\]]{{1,60}}): (?P<content>[^\n]+(?:\n(?!{_STAMP})[^\n]+)*)",
    re.M,
)
#: Fewer are no chat.
_FEWEST = 2


def find_posts(text: str) -> list[Introduced]:
    """The posts in a text, in the order of their forms, and its messages; their source is a name, or the handle where there is none."""
    posts = [_introduced(text, found) for form in (_HEADED, _LABELLED, _EMBEDDED) for found in form.finditer(text)] if "@" in text else []
    messages = [_introduced(text, found) for found in _MESSAGE.finditer(text)]
    return posts + (messages if len(messages) >= _FEWEST else [])


def _introduced(text: str, found: re.Match[str]) -> Introduced:
    source = "source" if found["source"] else "handle"
    start, end = found.span("content")
    end = start + len(text[start:end].rstrip())
    return Introduced(Span.of(text, *found.span(source)), None, (Span.of(text, start, end - (text[end - 1] == ".")),))
