"""Words whose line says by its form who says them: behind a colon, before a dash, below "She added:"; and the text of a statement that
stands below "The foreign secretary said:", in no quotation marks, to its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.language.agreement import FIRST_PERSON
from onrecord.reading.language.cues import SAID
from onrecord.reading.language.labels import LABEL, is_label
from onrecord.reading.language.quotes import QUOTATION_MARKS

#: A word with a capital, and several that make a name.
NAME = r"[^\W\d_a-z](?:[\w’.-]|'(?=s\b))*"
NAMES = rf"{NAME}(?: (?:of |the |for |and )*{NAME})*"
#: Not the place of "in Dorvik Anna Veld said".
_WHO = rf"(?!(?:In|At|On|From|To)\b)(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Oo]n )(?<!from ){NAMES}"
#: "- The Lake Front, in a statement: “Nobody asked us.”"
_QUOTED = re.compile(
    rf"^(?:[-•*–—] )?(?P<source>(?!(?:In|At|On|From|To|By|After|Before|And|But)\b|{LABEL}:)(?:The )?{NAMES}"
    r"(?:, (?!(?:in|on|at|via|to) )(?![^,:\n]* (?:told|said|wrote|asked) )[^,:“”\"«»\n]{2,80})?)"
    r"(?:,? (?:in|on|at|via|to) [^:“”\"«»\n]{2,60})?: "
    r"(?P<content>[“\"«][^\n]+[”\"»])\.?$",
    re.M,
)
#: "Two hours later she added:" and "Anna Veld, the foreign minister, said:", with the paragraph below, or behind it in one line.
_LED_IN = re.compile(
    rf"(?P<cue>\b(?:(?:has |had )?(?:{SAID}|posted|written|replied|answered|responded))\b)"
    r"[^.:“”\"\n]{0,60}:(?:\n+| (?=[^\W\d_a-z]))(?P<content>[^\n]+)"
)
#: Who stands before its verb.
_BEFORE = re.compile(
    rf"(?P<source>\b[Ss]he|\b[Hh]e|\b[Tt]hey|(?:\b[Tt]he )?{_WHO}(?:,? the {NAMES}|, {NAMES})?,?(?: [a-z]+)?) (?:also |later |then )?$"
)
#: Nobody is named at more length.
_REACH = 140
_PARAGRAPH = re.compile(r"\n+([^\n]+)")
#: Where somebody else reports again, or the statement's notes begin.
_REPORTED = re.compile(
    r"^(?:She|He)\b|[Aa]ccording to\b"
    r"|(?:\b[HhSs]h?e|\b[Tt]hey|\b(?:secretary|minister|president|spokes\w+|official)|[^\W\d_a-z][\w’-]+) (?:also |later |then )?"
    rf"(?:{SAID}|concluded|replied)\b"
)
_NOTES = re.compile(
    r"(?:Notes? (?:to|for) editors|(?:For )?(?:[Ff]urther|[Mm]ore) information|Background|Ends?\b|ENDS\b|Contact|Media enquiries)"
)
#: Whoever speaks for a body or holds an office, or the body.
OFFICE = (
    r"(?:[Ss]pokes(?:man|woman|person)|SPOKES(?:MAN|WOMAN|PERSON)|[Mm]inist(?:ry|er)|[Pp]resident|[Pp]remier|[Mm]ayor|[Gg]overnor|[Cc]hief"
    r"|[Aa]mbassador|[Ee]nvoy|[Mm]ediator|[Oo]fficials?|[Dd]iplomats?|[Ss]ources?|[Oo]ffice|[Aa]dvis[eo]r|[Ll]awyer"
    r"|[Aa]rmy|[Nn]avy|[Pp]olice|[Cc]oast ?guard|[Mm]ilitary|[Gg]eneral [Ss]taff|[Dd]elegation|[Gg]overnment|[Aa]gency|[Mm]edia|MFA|MoD)"
)
_OF = rf"(?: (?:of|for|in|to|at|from|close to) (?:the )?[\w’'-]+(?: {NAME})*)"
#: "Two drones over the port – mayor Anna Veld", "“We shot one down” – coastguard"; with an article before it, it may go on what was said.
_SIGNED = re.compile(
    rf"^[^\w\n“\"«]*(?P<content>(?:[“\"«][^\n]+[”\"»]|[^\W_](?:(?![.!?] )[^\n–—]){{15,}}?),?) [–—-] "
    rf"(?P<source>(?:(?!(?:[Tt]he|[Aa]n?) )[\w’'-]+ ){{0,4}}?(?:{OFFICE}|[Ss]tatement){_OF}?(?: {NAME}){{0,3}})\.?$",
    re.M,
)
#: The mark of a point, or the time of an entry.
MARK = r"[^\w\n“\"«]*(?:\d\d?[:.h]\d\d\W{1,4})?"
#: "MFA of Orvania: the text is a fake".
_LABELLED = re.compile(
    rf"^{MARK}(?P<source>(?:{NAME} ){{0,3}}?{OFFICE}{_OF}?(?: {NAME}){{0,2}}): (?P<content>(?![“\"«])[^\n]{{15,}})$",
    re.M,
)


@dataclass(frozen=True)
class Introduced:
    """Words, paragraph by paragraph, who says them, and the verb that says so, if there is one."""

    source: Span
    cue: Span | None
    content: tuple[Span, ...]


def find_introduced(text: str) -> list[Introduced]:
    """All that is plainly said by whom its line names, in the order of the forms."""
    quoted = [
        Introduced(_without_stop(text, *m.span("source")), None, (_without_stop(text, *m.span("content")),))
        for form in (_QUOTED, _SIGNED, _LABELLED)
        for m in form.finditer(text)
        if not is_label(text, m.start("source"))
    ]
    led_in = [
        Introduced(source, Span.of(text, *m.span("cue")), _words_of(text, source, m))
        for m in _LED_IN.finditer(text)
        if (source := _source_before(text, m.start()))
    ]
    return quoted + led_in


def _source_before(text: str, verb: int) -> Span | None:
    before = _BEFORE.search(text, max(text.rfind("\n", 0, verb) + 1, verb - _REACH), verb)
    if before is None:
        return None
    start, end = before.span("source")
    return Span.of(text, start, end - text[start:end].endswith(","))


def _words_of(text: str, source: Span, led_in: re.Match[str]) -> tuple[Span, ...]:
    """The paragraph that is led in, and those below it that plainly go on with a statement which nobody quotes."""
    places = [led_in.span("content"), *_going_on(text, source, led_in)]
    return (*(Span.of(text, *place) for place in places[:-1]), _without_stop(text, *places[-1]))


def _going_on(text: str, source: Span, led_in: re.Match[str]) -> list[tuple[int, int]]:
    """The paragraphs below the one that is led in, as far as "I" or "we" speaks; all, if the headline has whose statement it is."""
    name = source.text.split()[-1]
    if led_in["content"][0] in QUOTATION_MARKS or not name.istitle():
        return []
    below: list[re.Match[str]] = []
    headline = text[: text.find("\n")]
    is_rest = name in headline and len(headline) < source.start
    for paragraph in _PARAGRAPH.finditer(text, led_in.end()):
        words = paragraph[1].rstrip()
        if _NOTES.match(words):
            break
        is_reported = _REPORTED.search(words) or re.search(rf"\b{re.escape(name)}\b", words)
        if words[0] in QUOTATION_MARKS or words[-1] not in ".!?…" or is_reported:
            is_rest = False
            break
        below.append(paragraph)
    spoken = [bool(FIRST_PERSON.search(paragraph[1])) for paragraph in below]
    return [paragraph.span(1) for n, paragraph in enumerate(below) if is_rest or any(spoken[n:])]


def _without_stop(text: str, start: int, end: int) -> Span:
    """Words without the full stop that ends them, where it is not within quotation marks."""
    words = text[start:end].rstrip()
    return Span.of(text, start, start + len(words) - words.endswith("."))
