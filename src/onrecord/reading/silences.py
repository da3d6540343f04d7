"""Answers that never came: "The ministry has not responded to our questions", "The army did not return calls"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.dates import DATE
from onrecord.reading.introduced import Introduced
from onrecord.reading.sentences import sentence_of

_WHEN = r"(?:immediately |yet |so far |ever |once )?"
_CUE = re.compile(
    rf"\b(?:(?:did|does|do|has|have|had) {_WHEN}not {_WHEN}"
    r"(?:(?:respond(?:ed)?|repl(?:y|ied)) to|answer(?:ed)?(?! (?:the (?:phone|telephone|door)|when)\b)"
    r"|(?:respond|reply|answer) when asked(?= (?:whether|if|about|why|how|what|who|when|where)\b)"
    r"|return(?:ed)?(?= (?:(?:an?|any|our|the|several|repeated|phone) )*(?:calls?|messages?|e-?mails?|requests?)\b))"
    rf"|(?:(?:has|have|had) {_WHEN}given|gave|gives?) no (?:answer|repl(?:y|ies)|response) to) (?=\w)"
)
#: What a clause begins behind, and who does not answer: no other verb stands there.
_BREAK = re.compile(rf"(?:[;:—]|,? (?:but|while|though|although)|, and)\s+|(?<=[,\s])(?:[Oo]n )?(?:{DATE.pattern}),?\s")
_WHO = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]he|[Hh]e|[Tt]hey|[^\W\d_a-z])[^;:“”\"«»\n]{0,90}?)"
    r"(?:,? (?:also|however|meanwhile|likewise|too|in turn|for (?:his|her|its|their) part))?,? "
)
_VERB = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|said|says|told|that|because|if|when|as|what|which|to)\b")
#: What was asked ends with its clause, or with how long nobody answered.
_ASKED = re.compile(r"(?:(?!,? (?:but|and|while|though|which|who|when|before|after|until|since|as of|by|within)\b)[^,.;:!?\n“”\"«»—])+")


def find_silences(text: str, sentences: list[tuple[int, int]]) -> list[Introduced]:
    """Each clause that says that somebody does not answer: who, and what."""
    out = []
    for cue in _CUE.finditer(text):
        begin, _ = sentence_of(sentences, cue.start())
        start = max((m.end() for m in _BREAK.finditer(text, begin, cue.start())), default=begin)
        who, asked = _WHO.fullmatch(text, start, cue.start()), _ASKED.match(text, cue.end())
        if who and asked and not _VERB.search(who["who"].partition(",")[0]) and not who["who"].endswith((" who", " which")):
            words = Span.of(text, cue.start(), cue.end() - 1)
            out.append(Introduced(Span.of(text, *who.span("who")), words, (_without_day(text, *asked.span()),)))
    return out


def _without_day(text: str, start: int, end: int) -> Span:
    """What was asked or proposed, without the day on which nobody answered."""
    day = next((m.start() for m in DATE.finditer(text, start, end) if m.end() == end), end)
    words = re.sub(r"(?:\s+(?:on|late|early|earlier))*\s*$", "", text[start:day])
    return Span.of(text, start, start + len(words))
