"""Words whose line says by its form who says them: behind a colon, before a dash, below "She added:", in points below "agreed that:"."""

from __future__ import annotations

import re
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
#: Whoever speaks for a body or holds an office, or the body.
_OFFICE = (
    r"(?:[Ss]pokes(?:man|woman|person)|SPOKES(?:MAN|WOMAN|PERSON)|[Mm]inist(?:ry|er)|[Pp]resident|[Pp]remier|[Mm]ayor|[Gg]overnor|[Cc]hief"
    r"|[Aa]mbassador|[Ee]nvoy|[Mm]ediator|[Oo]fficials?|[Dd]iplomats?|[Ss]ources?|[Oo]ffice|[Aa]dvis[eo]r|[Ll]awyer"
    r"|[Aa]rmy|[Nn]avy|[Pp]olice|[Cc]oast ?guard|[Mm]ilitary|[Gg]eneral [Ss]taff|[Dd]elegation|[Gg]overnment|[Aa]gency|[Mm]edia|MFA|MoD)"
)
_OF = rf"(?: (?:of|for|in|to|at|from|close to) (?:the )?[\w’'-]+(?: {_NAME})*)"
#: "Two drones over the port – mayor Anna Veld", "“We shot one down” – coastguard"; with an article before it, it may go on what was said.
_SIGNED = re.compile(
    rf"^[^\w\n“\"«]*(?P<content>(?:[“\"«][^\n]+[”\"»]|[^\W_](?:(?![.!?] )[^\n–—]){{15,}}?),?) [–—-] "
    rf"(?P<source>(?:(?!(?:[Tt]he|[Aa]n?) )[\w’'-]+ ){{0,4}}?(?:{_OFFICE}|[Ss]tatement){_OF}?(?: {_NAME}){{0,3}})\.?$",
    re.M,
)
#: "MFA of Orvania: the text is a fake".
_LABELLED = re.compile(
    rf"^[^\w\n“\"«]*(?P<source>(?:{_NAME} ){{0,3}}?{_OFFICE}{_OF}?(?: {_NAME}){{0,2}}): (?P<content>(?![“\"«])[^\n]{{15,}})$",
    re.M,
)
#: What a list stands below: "agreed that:", "called for the following steps:".
_AHEAD = re.compile(r"(?: (?:that|to|on|as follows|(?:on |for )?the following(?: [a-z]+)?))?:\s*\n+")
_ITEM = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-•*–—▪])\s+(?P<point>\S[^\n]*?)(?:[;,.]?(?: and| or)?|[;,.])\s*(?:\n+|$)")


@dataclass(frozen=True)
class Introduced:
    """Words, who says them, and the verb that says so, if there is one."""

    source: Span
    cue: Span | None
    content: Span


def find_introduced(text: str) -> list[Introduced]:
    """All that is plainly said by whom its line names, in the order of the forms."""
    quoted = [
        Introduced(_without_stop(text, *m.span("source")), None, _without_stop(text, *m.span("content")))
        for form in (_QUOTED, _SIGNED, _LABELLED)
        for m in form.finditer(text)
    ]
    led_in = [
        Introduced(Span.of(text, *m.span("source")), Span.of(text, *m.span("cue")), _without_stop(text, *m.span("content")))
        for m in _LED_IN.finditer(text)
    ]
    return quoted + led_in


def find_points(text: str, at: int) -> list[Span]:
    """The points of a list that begins below the words that end at a place, "agreed that:"; two at least."""
    ahead = _AHEAD.match(text, at)
    points: list[Span] = []
    while found := _ITEM.match(text, ahead.end() if ahead and not points else at) if ahead else None:
        points.append(Span.of(text, *found.span("point")))
        at = found.end()
    return points if len(points) > 1 else []


def _without_stop(text: str, start: int, end: int) -> Span:
    """Words without the full stop that ends them, where it is not within quotation marks."""
    words = text[start:end].rstrip()
    return Span.of(text, start, start + len(words) - words.endswith("."))
