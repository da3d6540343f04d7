"""Resolutions and communiqués in points: a body, then paragraphs that each begin with what it does, "1. Calls on the parties to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model import Span
from onrecord.reading.forms.introduced import Introduced

#: The words at the end of a line that name the body; the points go on with its verb.
_BODY = re.compile(
    r"(?:^[“\"]?|(?<=[.!?] ))(?!\w+ing\b)(?P<source>(?:The )?[^\W\d_a-z][^\n:,.;]{2,80}?)(?:[,:]|, meeting [^\n]{2,80}[,:])\s*$", re.M
)
_HOW = r"(?:(?:also|further|again|strongly|deeply|firmly|solemnly|unanimously|once more) )*"
_VERBS = (
    r"(?:call(?:s|ed)? (?:up)?on|call(?:s|ed)? for|(?:takes?|took) note of"
    r"|express(?:es|ed)? (?:\w+ ){0,3}(?:concern|regret|support|appreciation|readiness|hope)(?: at| about| for| that| over)?"
    r"|(?:demand|urge|request|welcome|condemn|decide|reaffirm|reiterate|underline|underscore|deplore|note|recall|encourage|invite|endorse"
    r"|support|agree|affirm|declare|regret|reject|authori[sz]e|appeal|propose|confirm|recogni[sz]e|instruct|stress|emphasi[sz]e"
    r"|acknowledge)(?:e?s|e?d)?|undert(?:akes?|ook)|commit(?:s|ted)?|remain(?:s|ed)? ready)"
)
_POINT = re.compile(
    rf"\s*(?:\(?\d{{1,2}}[.)]|\(?[a-z][.)]|[-•*–—▪])?\s*(?P<cue>{_HOW}{_VERBS})(?= )(?P<content> [^\n]{{5,}}?)[;,.]*(?: and)?[”\"]?\s*$",
    re.I,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
#: Fewer points do not make a resolution.
FEWEST = 2


def find_operative(text: str) -> list[Introduced]:
    """What each point says under the line that names its body, up to the first line that is none of its points or recitals."""
    out: list[Introduced] = []
    end = 0
    for body in _BODY.finditer(text):
        points = list(_points_below(text, body.end())) if body.start() >= end else []  # a recital is no body: "Gravely concerned,"
        if len(points) < FEWEST:
            continue
        end = points[-1].end()
        source = Span.of(text, *body.span("source"))
        for point in points:
            words = Span.of(text, point.start("content") + 1, point.end("content"))
            out.append(Introduced(source, Span.of(text, *point.span("cue")), (words,)))
    return out


def _points_below(text: str, at: int) -> Iterator[re.Match[str]]:
    """The points below a place, each in a line; a recital, "Recalling its resolution 12,", is none, but others may follow it."""
    for line in _LINE.finditer(text, at):
        point = _POINT.match(text, *line.span())
        if point:
            yield point
        elif not line[0].rstrip().endswith((",", ";")):
            return
