"""Posts as pages list or embed them: whose they are and at what time, then or before that their words."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.introduced import Introduced

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


def find_posts(text: str) -> list[Introduced]:
    """The posts in a text, in the order of their three forms; their source is a name, or the handle where there is none."""
    if "@" not in text:
        return []
    return [_introduced(text, found) for form in (_HEADED, _LABELLED, _EMBEDDED) for found in form.finditer(text)]


def _introduced(text: str, found: re.Match[str]) -> Introduced:
    source = "source" if found["source"] else "handle"
    start, end = found.span("content")
    end = start + len(text[start:end].rstrip())
    return Introduced(Span.of(text, *found.span(source)), None, (Span.of(text, start, end - (text[end - 1] == ".")),))
