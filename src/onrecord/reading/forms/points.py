"""Points of a list that stand below what leads them in: "The parties agreed that: 1. …", "It demands: - a seat", "The conditions are:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span

#: What a list stands below: "agreed that:", "called for the following steps:", "told the council on Monday:".
_AHEAD = re.compile(r"(?P<rest>[^.:;!?“”«»\"\n]{0,80}):\s*\n+")
_MARK = r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[^\w\s“”\"«»‘’'().,;:]{1,2})\s"
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
_SPEECH = r"(?:\w+ ){0,2}?(?:address|speech|statement|interview|remarks|briefing|press conference|message|declaration|letter|post|report)s?"
#: What a list is taken from: "From the evening address of Commander Strand:", "Main points of Veld’s speech:".
_TAKEN = re.compile(
    r"^[^\w\n]*(?:From|(?:(?:The )?(?:[Kk]ey|[Mm]ain|[Oo]ther) )?(?:[Pp]oints|[Qq]uotes|[Mm]essages|[Hh]ighlights|[Tt]heses|[Ee]xcerpts)"
    r" (?:of|from|in)) "
    rf"(?:(?:(?:the|an?|today[’']s) )?{_SPEECH} (?:of|by|with) (?P<source>(?:the )?{_WORD}(?: {_WORD}){{0,6}}?)"
    rf"|(?P<whose>(?:the )?{_WORD}(?: {_WORD}){{0,6}}?)[’']s? {_SPEECH})(?: (?:to|at|on|in) [^.:\n]{{2,40}})?(?=:\s*\n)",
    re.M,
)
_HAS_NAMED = re.compile(rf"\b{_TERMS}\b[^.!?\n]*[.!?] $")


#: What is demanded or proposed of somebody is told in the subjunctive: "recommends that: - the council publish a list".
_MANDATIVE = re.compile(r"\b(?:recommend|demand|propos|request|requir|insist|urg|ask|decid|resolv)")
_BARE = re.compile(r"(?!\w*(?:s|ed|ing)$)(?!(?:said|told|will|must|can|may|would|has|is)\b)\w+(?: (?:to|for|on|upon))?")

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
        for found in (match for form in (_SAID, _NAMED, _TAKEN) for match in form.finditer(text, *line)):
            named = {part: Span.of(text, *found.span(part)) for part, words in found.groupdict().items() if words}
            if "they" in named and not _HAS_NAMED.search(text, text.rfind("\n", 0, found.start()) + 1, found.start()):
                continue
            source = named.get("source") or named.get("whose")
            out.append(Led(tuple(find_points(text, found.end())), found.start(), source, named.get("cue")))
    return [led for led in out if led.points]


def find_points(text: str, at: int) -> list[Span]:
    """The points of a list that begins below the clause that goes on at a place, "agreed | on the following:"; two at least."""
    ahead = _AHEAD.match(text, at)
    points: list[Span] = []
    bullets: set[str] = set()
    while found := _ITEM.match(text, ahead.end() if ahead and not points else at) if ahead else None:
        bullets.add("" if (mark := found[0].strip()[0]).isalnum() or mark == "(" else mark)
        if len(bullets) > 1:  # another list
            break
        points.append(Span.of(text, *found.span("point")))
        at = found.end()
    return points if len(points) > 1 else []


def is_asked_of(lead: str, cue: str) -> bool:
    """Whether the verb of a point is what the clause that leads it in asks of its subject, not what that says."""
    return bool(_MANDATIVE.search(lead) and _BARE.fullmatch(cue))


def with_counted(text: str, content: Span) -> Span:
    """A content that is the first point which its sentence counts, with the others: "(a) a truce; (b) an exchange"."""
    first = content.text.lstrip("(").startswith("a) ") or text.endswith("(a) ", 0, content.start)
    more = _COUNTED.match(text, content.end) if first else None
    return Span.of(text, content.start, more.end()) if more else content
