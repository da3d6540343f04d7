"""Letters, mails and speeches: what their author says in his own person, from the greeting, or the head of a mail, to the closing
formula; of a speech from its title on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.forms.introduced import NAME, NAMES
from onrecord.reading.language.agreement import FIRST_PERSON

_GREETED = r"Dear|Madam|Sir|Mr|Mrs|Ms|(?:Your )?Excellency|Honou?rable"
#: How a letter or a speech begins; a letter may begin otherwise, too.
SALUTATION = re.compile(rf"^(?:{_GREETED})\b[^.!?\n]{{0,60}}[,:]$", re.M)
_GREETING = re.compile(rf"^[“\"]?(?:{_GREETED}|Esteemed|To (?:the|all|whom))\b[^.!?\n]{{0,60}}[,:]$", re.M)
#: "From: Anna Veld <veld@office.example>" with other lines of that kind below, and the writer's greeting of a name.
_HEAD = re.compile(
    r"^From: (?P<writer>[^\n<@]*[^\n<@\s])(?: ?<[^>\n]*>)?\n+(?:(?:To|Cc|Sent|Date|Subject|Reply-To): [^\n]*\n+)+(?:[^\n.!?]{1,40},$)?",
    re.M,
)
_CLOSING = re.compile(
    r"^(?:Yours|Sincerely|Respectfully|Cordially|Faithfully|(?:(?:With|Kind|Kindest|Best|Warm|Many) )+(?:\w+ )?"
    r"(?:regards|wishes|respects?|thanks|esteem|greetings)|Regards|Best|Thanks|Please accept|Accept,|In hope)\b[^\n.!?]{0,90}[.!]?[”\"]?$",
    re.M,
)
_SIGNED = re.compile(rf"\n+(?P<writer>{NAME}(?: (?:[a-z]{{2,3}} )?{NAME})*)(?=[,\n]|\s*$)")
#: "Letter of President Anna Veld to …"
_HEADLINE = re.compile(rf"[^\n]*?\b[Ll]etter (?:of|from|by) (?P<writer>(?:[Tt]he )?{NAMES})")
#: "Remarks to the press by the Special Envoy, Ms Anna Veld", among the lines above a speech.
_SPEECH = re.compile(
    r"^(?:\w+ )?(?:[Rr]emarks|[Aa]ddress|[Ss]peech|[Ss]tatement|[Bb]riefing|[Mm]essage|[Cc]omments?|[Ii]ntervention)"
    r"\b[^\n.!?“”]{0,60}? (?:by|of|from) "
    r"(?P<writer>(?:[Tt]he )?[^\W\d_a-z][^\n.!?“”]{2,60}?(?:, (?:Mr|Ms|Mrs|Dr)\.? [^\n,]{3,40})?)"
    r"(?=$| (?:to|at|on|in|before|following) |,? \d)",
    re.M,
)
#: So many characters above a speech may have its title.
_TOP = 300
#: In so many sentences whoever gives a speech speaks of himself, which no report on it does outside quotation marks.
_FEWEST = 3
#: A sentence in which somebody says "I", or begins with "we".
_OWN = re.compile(r"(?:^|(?<=[.!?] ))(?:[^\n.!?]*\bI\b|We\b)[^\n.!?]*[.!?]", re.M)
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]?")


@dataclass(frozen=True)
class Letter:
    """Who writes a letter or gives a speech, and where its words stand, greeting and closing apart, as a half-open range."""

    writer: Span
    start: int
    end: int


def find_letter(text: str) -> Letter | None:
    """The letter that a text is or has, or the speech that it is, if it says whose it is."""
    return _find_speech(text) or _find_letter(text)


def _find_speech(text: str) -> Letter | None:
    title = _SPEECH.search(text, 0, _TOP)
    if title is None or len(_OWN.findall(_QUOTED.sub("", text[title.end() :]))) < _FEWEST:
        return None
    return Letter(Span.of(text, *title.span("writer")), title.end(), len(text))


def _find_letter(text: str) -> Letter | None:
    head = _HEAD.search(text)
    opening = head or _GREETING.search(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    signed = _SIGNED.match(text, closing.end()) if closing else None
    named = _HEADLINE.match(text)
    by = named or (signed if signed and (" " in signed["writer"] or not head) else head)
    if by is None or not (closing or head):
        return None
    return Letter(Span.of(text, *by.span("writer")), opening.end(), closing.start() if closing else len(text))


def find_own_words(text: str, letter: Letter, sentences: list[tuple[int, int]], read: list[Span]) -> list[Span]:
    """The sentences of a letter in which nothing was read and its writer speaks of himself; those of a paragraph that touch together."""
    out: list[Span] = []
    for start, end in sentences:
        words = text[start:end].strip().strip('“”"')
        begin = text.find(words, start)
        if not (letter.start <= start and end <= letter.end and FIRST_PERSON.search(words)) or words[-1] not in ".!?…":
            continue
        span = Span.of(text, begin, begin + len(words))
        if any(span.overlaps(other) for other in read):
            continue
        if out and text[out[-1].end : begin].strip('”"') == " ":
            span = Span.of(text, out.pop().start, span.end)
        out.append(span)
    return [Span.of(text, span.start, span.end - span.text.endswith(".")) for span in out]
