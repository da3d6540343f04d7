"""Resolutions and communiqués in points: a body, then paragraphs that each begin with what it does, "1. Calls on the parties to …"."""

from __future__ import annotations

import re
from itertools import takewhile

from onrecord.model import Span
from onrecord.reading.introduced import Introduced

#: The line that names the body; the points go on with its verb.
_BODY = re.compile(r"^[“\"]?(?!\w+ing\b)(?P<source>(?:The )?[^\W\d_a-z][^\n:,.;]{2,80}?)(?:[,:]|, meeting [^\n]{2,80}[,:])\s*$", re.M)
_HOW = r"(?:(?:also|further|again|strongly|deeply|firmly|solemnly|unanimously|once more) )*"
_VERBS = (
    r"(?:calls? (?:up)?on|calls? for|tak(?:es?) note of|express(?:es)? (?:\w+ ){0,3}(?:concern|regret|support|appreciation|readiness|hope)"
    r"(?: at| about| for| that| over)?|(?:demand|urge|request|welcome|condemn|decide|reaffirm|reiterate|underline|underscore|deplore|note"
    r"|recall|encourage|invite|endorse|support|agree|undertake|affirm|declare|regret|reject|authori[sz]e|appeal|commit|propose|confirm|recogni[sz]e)s?"
    r"|stress(?:es)?|emphasi[sz]es?|acknowledges?|remains? ready)"
)
_POINT = re.compile(
    rf"(?:\(?\d{{1,2}}[.)]|\(?[a-z][.)]|[-•*–—▪])?\s*(?P<cue>{_HOW}{_VERBS})(?= )(?P<content> [^\n]{{5,}}?)[;,.]*(?: and)?[”\"]?\s*$", re.I
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
#: Fewer points do not make a resolution.
FEWEST = 2


def find_operative(text: str) -> list[Introduced]:
    """What each point says under the line that names its body, up to the first line that is none of its points or recitals."""
    out: list[Introduced] = []
    for body in _BODY.finditer(text):
        source = Span.of(text, *body.span("source"))
        lines = takewhile(_goes_on, _LINE.finditer(text, body.end()))
        points = [(line.start(), point) for line in lines if (point := _POINT.match(line[0].strip()))]
        if len(points) < FEWEST:
            continue
        for start, point in points:
            start += len(text[start:]) - len(text[start:].lstrip())
            cue, content = ((start + point.start(part), start + point.end(part)) for part in ("cue", "content"))
            out.append(Introduced(source, Span.of(text, *cue), (Span.of(text, content[0] + 1, content[1]),)))
    return out


def _goes_on(line: re.Match[str]) -> bool:
    """Whether a line is a point, or a recital, "Recalling its resolution 12,"."""
    words = line[0].strip()
    return bool(_POINT.match(words)) or words.endswith((",", ";"))
