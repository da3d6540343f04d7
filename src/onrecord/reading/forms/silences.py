"""Answers that never came: "The ministry has not responded to our questions", "The army did not return calls"."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.reading.forms.introduced import Introduced
from onrecord.reading.language.auxiliaries import AUXILIARY
from onrecord.reading.language.dates import DATE
from onrecord.reading.language.sentences import sentence_of

_WHEN = r"(?:immediately |yet |so far |ever |once )?"
_ANSWER = (
    r"(?:(?:respond(?:ed)?|repl(?:y|ied)) to|comment(?:ed)? on|answer(?:ed)?(?! (?:the (?:phone|telephone|door)|when)\b)"
    r"|return(?:ed)?(?= (?:(?:an?|any|our|the|several|repeated|phone) )*(?:calls?|messages?|e-?mails?|requests?)\b))"
)
_CUE = re.compile(
    rf"\b(?:(?:did|does|do|has|have|had) {_WHEN}not {_WHEN}"
    rf"(?:{_ANSWER}|(?:respond|reply|answer) when asked(?= (?:whether|if|about|why|how|what|who|when|where)\b))"
    rf"|(?:(?:has|have|had) {_WHEN}given|gave|gives?) no (?:answer|repl(?:y|ies)|response) to) (?=\w)"
)
#: "Neither Veld nor her office would comment on the list".
_NEITHER = re.compile(rf"\b(?P<who>[Nn]either [^.,;:“”«»\n]{{3,90}}?) (?P<cue>(?:(?:has|have|had|would) )?{_ANSWER}) (?=\w)")
#: "About the next step the ministry keeps silent", "on the list he was silent".
_SILENT = re.compile(
    r"(?<![^\s(])(?P<what>[Aa]bout (?:(?:the|an?|his|her|its|their|this|that) )?[\w’'-]+(?: [\w’'-]+){0,3}?"
    r"|[Oo]n (?:the|this|that) (?:\w+ )?(?:subject|matter|question|issue|point|topic|details))"
    r" (?P<who>(?:(?:the|an?) )?(?!(?:the|an?|of|on|for)\b)[\w’'-]+(?: (?!the\b|an?\b)[\w’'-]+){0,4}?)"
    r" (?P<cue>(?:(?:has|have|had|so far) )*(?:keeps?|kept|remain(?:s|ed)?|stay(?:s|ed)?|was|were|is|are) (?:silent|silence|mum))\b"
)
#: What a clause begins behind, and who does not answer: no other verb stands there.
_BREAK = re.compile(rf"(?:[;:—]|,? (?:but|while|though|although)|, and)\s+|(?<=[,\s])(?:[Oo]n )?(?:{DATE.pattern}),?\s")
_WHO = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Ss]he|[Hh]e|[Tt]hey|[^\W\d_a-z])[^;:“”\"«»\n]{0,90}?)"
    r"(?:,? (?:also|however|meanwhile|likewise|too|in turn|for (?:his|her|its|their) part))?,? "
)
_VERB = re.compile(rf"\b(?:{AUXILIARY}|said|says|told|that|because|if|when|as|what|which|to)\b")
#: What was asked ends with its clause, or with how long nobody answered.
_ASKED = re.compile(r"(?:(?!,? (?:but|and|while|though|which|who|when|before|after|until|since|as of|by|within)\b)[^,.;:!?\n“”\"«»—])+")


def find_silences(text: str, sentences: list[tuple[int, int]]) -> list[Introduced]:
    """Each clause that says that somebody does not answer: who, and what."""
    found = [(_who_before(text, sentences, cue.start()), cue.start(), cue.end()) for cue in _CUE.finditer(text)]
    found += [(Span.of(text, *one.span("who")), one.start("cue"), one.end()) for one in _NEITHER.finditer(text)]
    silent = [[Span.of(text, *one.span(part)) for part in ("who", "cue", "what")] for one in _SILENT.finditer(text)]
    return [Introduced(who, cue, (what,)) for who, cue, what in silent] + [
        Introduced(who, Span.of(text, start, end - 1), (_without_day(text, *asked.span()),))
        for who, start, end in found
        if who and (asked := _ASKED.match(text, end))
    ]


def _who_before(text: str, sentences: list[tuple[int, int]], at: int) -> Span | None:
    """Whose verb it is that stands at a place, if it is the first one of its clause."""
    begin, _ = sentence_of(sentences, at)
    start = max((m.end() for m in _BREAK.finditer(text, begin, at)), default=begin)
    who = _WHO.fullmatch(text, start, at)
    if who is None or _VERB.search(who["who"].partition(",")[0]) or who["who"].endswith((" who", " which")):
        return None
    return Span.of(text, *who.span("who"))


def _without_day(text: str, start: int, end: int) -> Span:
    """What was asked or proposed, without the day on which nobody answered."""
    day = next((m.start() for m in DATE.finditer(text, start, end) if m.end() == end), end)
    words = re.sub(r"(?:\s+(?:on|late|early|earlier))*\s*$", "", text[start:day])
    return Span.of(text, start, start + len(words))
