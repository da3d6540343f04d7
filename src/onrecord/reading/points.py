"""Points of a list that stand below what leads them in: "The parties agreed that: 1. …", "It demands: - a seat", "The conditions are:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span

#: What a list stands below: "agreed that:", "called for the following steps:", "told the council on Monday:".
_AHEAD = re.compile(r"(?P<rest>[^.:;!?“”«»\"\n]{0,80}):\s*\n+")
_MARK = r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-•*–—▪])\s"
_ITEM = re.compile(rf"{_MARK}+(?P<point>\S[^\n]*?)(?:[;,.]?(?: and| or)?|[;,.])\s*(?:\n+|$)")
#: The end of a line with a list below it.
_LEAD = re.compile(rf":[^\S\n]*\n+(?={_MARK})")
#: A clause begins there, perhaps behind a dateline; an adverbial may stand before its subject.
_BEGINS = r"(?:^|(?<=[.!?;—–] )|(?<= - ))(?:(?:And|But|Also|In|On|At|After|During|Under)\b[^.:;\n“”\"]{0,60}, )?"
_WORD = r"[\w’'-]+"
_WHO = (
    rf"(?P<source>(?!(?:In|On|At|After|During|Under)\b)(?:[Tt]he )?{_WORD}(?: {_WORD}){{0,9}}?"
    r"(?:, (?:(?! [—–-] )[^.:;\n“”\"]){2,90}(?=,))?)"
)
_SAYS = (
    r"(?:(?:has|have|had|also|further|therefore|again|jointly|unanimously) )*"
    r"(?:agree|decide|demand|ask|call|propose|offer|insist|undertake|undertook|commit|pledge|promise|told|tell|said|say|state|declare|announce"
    r"|note|consider|conclude|reaffirm|reiterate|affirm|confirm|warn|inform|request|require|recommend|suggest|stress|underline|recall|want"
    r"|resolve|provide|envisage|foresee|foresaw|set out|lay down|laid down|put forward|list)(?:d|ed|s)?(?: (?:for|on|upon))?"
)
#: A subject and the verb that leads the list in.
_SAID = re.compile(rf"{_BEGINS}{_WHO}(?<![’']s),? (?P<cue>{_SAYS})(?={_AHEAD.pattern})", re.M)
_TERMS = r"(?:conditions|demands|terms|proposals|requirements|requests|objections|points)"
_ARE = rf"(?:,[^,.:;\n]{{2,40}},)? (?:are|were)(?: (?:as follows|the following|{_WORD}))?"
#: "Orvania’s demands are two:", "The conditions are as follows:", and "They are:" behind a sentence that has named them.
_NAMED = re.compile(
    rf"{_BEGINS}(?:(?:{_WHO}[’']s?|The|These|Those|Its|His|Her|Their)(?: {_WORD}){{0,2}}? "
    rf"(?P<cue>{_TERMS}[^.:;,\n“”\"]{{0,40}}?{_ARE})"
    r"|(?<=[^\n] )(?P<they>They) (?:are|were)(?: these| as follows| the following)?)(?=:\s*\n)",
    re.M,
)
_HAS_NAMED = re.compile(rf"\b{_TERMS}\b[^.!?\n]*[.!?] $")


#: What a sentence counts behind its first point: "(a) a truce; (b) an exchange; and (c) talks".
_COUNTED = re.compile(r"(?:[;,] (?:and |or )?\(?[b-h]\) [^;\n]+?(?=[;.,]|$))+")


@dataclass(frozen=True)
class Led:
    """The points of a list, where the clause begins that leads them in, and who is named to say them and the words that say so."""

    points: tuple[Span, ...]
    start: int
    source: Span | None
    cue: Span | None


def find_led(text: str) -> list[Led]:
    """The lists whose clause says who says what stands in them; whose terms they are may have been said before."""
    out = []
    for end in _LEAD.finditer(text):
        line = text.rfind("\n", 0, end.start()) + 1, end.end()
        for found in (match for form in (_SAID, _NAMED) for match in form.finditer(text, *line)):
            if found.groupdict().get("they") and not _HAS_NAMED.search(text, text.rfind("\n", 0, found.start()) + 1, found.start()):
                continue
            source, cue = (Span.of(text, *found.span(part)) if found[part] else None for part in ("source", "cue"))
            out.append(Led(tuple(find_points(text, found.end())), found.start(), source, cue))
    return [led for led in out if led.points]


def find_points(text: str, at: int) -> list[Span]:
    """The points of a list that begins below the clause that goes on at a place, "agreed | on the following:"; two at least."""
    ahead = _AHEAD.match(text, at)
    points: list[Span] = []
    while found := _ITEM.match(text, ahead.end() if ahead and not points else at) if ahead else None:
        points.append(Span.of(text, *found.span("point")))
        at = found.end()
    return points if len(points) > 1 else []


def with_counted(text: str, content: Span) -> Span:
    """A content that is the first point which its sentence counts, with the others: "(a) a truce; (b) an exchange"."""
    first = content.text.lstrip("(").startswith("a) ") or text.endswith("(a) ", 0, content.start)
    more = _COUNTED.match(text, content.end) if first else None
    return Span.of(text, content.start, more.end()) if more else content
